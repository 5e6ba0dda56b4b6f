#pragma once

#include <map>
#include <utility>

#include "parley/case/problem.h"

namespace parley {

/// The first problems of a file by their place, however many there are.
class ProblemList {
 public:
  static constexpr std::size_t most = 100;

  void add(Problem problem);
  /// Counts a problem that is not kept; only for places that are `too_late`.
  void count() { ++left_out_; }
  /// The list is full of problems that stand before this place, so there is no need to word another.
  bool too_late(Place place) const { return first_.size() == most && first_.rbegin()->first.first <= place; }
  bool empty() const { return first_.empty(); }
  /// In the order of the file; the last one says how many are left out.
  Problems take();

 private:
  std::map<std::pair<Place, std::size_t>, Problem> first_;
  std::size_t added_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace parley
