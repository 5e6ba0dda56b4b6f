#include "support/brute_force.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <span>

namespace parley::test {
namespace {

using Big = boost::multiprecision::cpp_int;
using Ratio = boost::multiprecision::cpp_rational;

bool all_hold(const std::vector<LevelSet>& sets, const std::vector<int>& package) {
  for (const auto& set : sets)
    if (!set.holds[static_cast<std::size_t>(package[static_cast<std::size_t>(set.issue)])]) return false;
  return true;
}

bool obeys(const Tables& tables, const std::vector<int>& package) {
  for (const auto& rule : tables.implications)
    if (all_hold(rule.when, package) && (rule.then.empty() || !all_hold(rule.then, package))) return false;
  for (const auto& rule : tables.linear_rules) {
    std::int64_t sum = 0;
    for (std::size_t j = 0; j < rule.issues.size(); ++j)
      sum += rule.amounts[j][static_cast<std::size_t>(package[static_cast<std::size_t>(rule.issues[j])])];
    if (sum < rule.least || sum > rule.most) return false;
  }
  return true;
}

Entry evaluate(const Tables& tables, const std::vector<int>& package) {
  const auto dimensions = static_cast<std::size_t>(tables.dimensions);
  Entry entry{package, std::vector<Utility>(dimensions), 0};
  for (std::size_t i = 0; i < package.size(); ++i) {
    const auto level = static_cast<std::size_t>(package[i]);
    for (std::size_t d = 0; d < dimensions; ++d) entry.value[d] += tables.gain[i][level * dimensions + d];
    if (!tables.tie_keys.empty()) entry.key = add_tie_keys(entry.key, tables.tie_keys[i][level]);
  }
  for (const auto& feature : tables.features)
    if (all_hold(feature.when, package))
      for (std::size_t d = 0; d < dimensions; ++d) entry.value[d] += feature.gain[d];
  return entry;
}

/// How good an entry is for a viewpoint: compared as numbers from the first on.
struct Merit {
  Big product;
  std::vector<Ratio> least_first;
  Big sum;
  Big weighted = 0;
};

Merit merit(const Entry& entry, const ViewpointProblem& problem) {
  Merit m{1, {}, 0, 0};
  for (std::size_t d = 0; d < problem.disagreement.size(); ++d) {
    const Big gain = Big(entry.value[d]) - problem.disagreement[d];
    m.product *= gain;
    m.sum += entry.value[d];
    if (problem.viewpoint == Viewpoint::weighted) m.weighted += Big(problem.weights[d]) * entry.value[d];
    if (problem.viewpoint != Viewpoint::kalai_smorodinsky)
      m.least_first.emplace_back(gain);
    else if (problem.ideal[d] > problem.disagreement[d])
      m.least_first.emplace_back(gain, Big(problem.ideal[d]) - problem.disagreement[d]);
  }
  std::ranges::sort(m.least_first);
  return m;
}

bool better(const Entry& a, const Entry& b, const ViewpointProblem& problem) {
  const auto x = merit(a, problem);
  const auto y = merit(b, problem);
  const bool nash = problem.viewpoint == Viewpoint::nash;
  if (nash && x.product != y.product) return x.product > y.product;
  const bool by_sum = problem.viewpoint == Viewpoint::utilitarian || problem.viewpoint == Viewpoint::weighted;
  const bool by_least = nash ? x.product == 0 : !by_sum;
  if (x.weighted != y.weighted) return x.weighted > y.weighted;
  if (by_least && x.least_first != y.least_first) return x.least_first > y.least_first;
  if (x.sum != y.sum) return x.sum > y.sum;
  return a.key < b.key;
}

}  // namespace

std::vector<Entry> enumerate(const Tables& tables) {
  std::vector<Entry> entries;
  std::vector<int> package(static_cast<std::size_t>(tables.issues()));
  for (;;) {
    if (obeys(tables, package)) entries.push_back(evaluate(tables, package));
    std::size_t i = 0;
    while (i < package.size() && ++package[i] == tables.levels[i]) package[i++] = 0;
    if (i == package.size()) return entries;
  }
}

bool accepted(const Acceptance& acceptance, const std::vector<Utility>& value) {
  return std::ranges::any_of(acceptance.enough, [&](auto mask) {
    for (std::size_t j = 0; j < acceptance.demands.size(); ++j) {
      const auto& demand = acceptance.demands[j];
      if ((mask >> j & 1) != 0 && value[static_cast<std::size_t>(demand.dimension)] < demand.least) return false;
    }
    return true;
  });
}

std::vector<Entry> accepted_entries(const std::vector<Entry>& entries, const Acceptance& acceptance) {
  std::vector<Entry> result;
  std::ranges::copy_if(entries, std::back_inserter(result), [&](auto& e) { return accepted(acceptance, e.value); });
  return result;
}

std::vector<Entry> brute_frontier(const std::vector<Entry>& entries, int objectives) {
  const auto head = [&](const Entry& e) { return std::span(e.value).first(static_cast<std::size_t>(objectives)); };
  std::vector<Entry> result;
  for (const auto& a : entries) {
    const bool beaten = std::ranges::any_of(entries, [&](const Entry& b) {
      if (std::ranges::equal(head(a), head(b))) return b.key < a.key;
      return std::ranges::equal(head(a), head(b), std::less_equal{});
    });
    const auto same = [&](const Entry& b) { return std::ranges::equal(head(a), head(b)); };
    if (!beaten && std::ranges::none_of(result, same)) result.push_back(a);
  }
  std::ranges::sort(result, [&](const Entry& a, const Entry& b) {
    return std::ranges::lexicographical_compare(head(a), head(b), std::greater{});
  });
  return result;
}

std::optional<Entry> brute_viewpoint(const std::vector<Entry>& entries, const ViewpointProblem& problem) {
  std::optional<Entry> best;
  for (const auto& entry : entries) {
    bool above = true;
    for (std::size_t d = 0; d < problem.disagreement.size(); ++d) above &= entry.value[d] >= problem.disagreement[d];
    if (above && (!best || better(entry, *best, problem))) best = entry;
  }
  return best;
}

}  // namespace parley::test
