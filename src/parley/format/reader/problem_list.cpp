#include "parley/format/reader/problem_list.h"

#include <fmt/core.h>

namespace parley {

void ProblemList::add(Problem problem) {
  const Place place = problem.place;
  if (too_late(place)) return count();
  first_.emplace(std::pair{place, added_++}, std::move(problem));
  if (first_.size() > most) {
    first_.erase(std::prev(first_.end()));
    count();
  }
}

Problems ProblemList::take() {
  Problems problems;
  for (auto& [key, problem] : first_) problems.push_back(std::move(problem));
  if (left_out_ > 0) problems.push_back({{}, fmt::format("and {} more problems", left_out_), ""});
  first_.clear();
  return problems;
}

}  // namespace parley
