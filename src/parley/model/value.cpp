#include "parley/model/value.h"

#include <cstddef>

#include "parley/model/weights.h"

namespace parley {
namespace {

Spread exactly(std::int64_t value) { return {value, value, value}; }

std::int64_t rounded(std::int64_t numerator, std::int64_t denominator) {
  return (numerator * 2 + denominator) / (denominator * 2);
}

/// The value at `step` steps from the worst end of a line with `steps` steps.
std::int64_t linear(std::int64_t step, std::int64_t steps) { return rounded(all_points * step, steps); }

std::int64_t diminishing(std::int64_t step, std::int64_t steps) {
  const std::int64_t missing = steps - step;
  return rounded(all_points * (steps * steps - missing * missing), steps * steps);
}

std::vector<Spread> shape_values(const Issue& issue, const Shape& shape, int party) {
  const int last = issue.levels() - 1;
  const bool counted_from_other_side = issue.kind == IssueKind::share && issue.claimants[1] == party;
  std::vector<Spread> values;
  for (int level = 0; level <= last; ++level) {
    const int own = counted_from_other_side ? last - level : level;
    if (shape.kind == Shape::Kind::threshold) {
      const bool reached = shape.best_high ? own >= shape.at : own <= shape.at;
      values.push_back(exactly(reached ? all_points : 0));
    } else if (last == 0) {
      values.push_back(exactly(0));
    } else {
      const int step = shape.best_high ? own : last - own;
      values.push_back(exactly(shape.kind == Shape::Kind::linear ? linear(step, last) : diminishing(step, last)));
    }
  }
  return values;
}

std::vector<Spread> stated_values(const OptionValues& stated) {
  std::vector<Spread> values;
  for (const Quantity& q : stated.by_level)
    values.push_back({q.low.millionths, (q.low.millionths + q.high.millionths) / 2, q.high.millionths});
  return values;
}

std::vector<Spread> ordered_values(const OptionOrder& order) {
  const auto& best_first = order.best_first;
  std::vector<Spread> values(best_first.size(), exactly(0));
  const auto last = static_cast<std::int64_t>(best_first.size()) - 1;
  for (std::int64_t rank = 0; rank < last; ++rank) {
    const auto level = static_cast<std::size_t>(best_first[static_cast<std::size_t>(rank)]);
    values[level] = rank == 0 ? exactly(all_points) : Spread{0, linear(last - rank, last), all_points};
  }
  return values;
}

}  // namespace

std::vector<Spread> option_values(const Issue& issue, const std::optional<Valuation>& valuation, int party) {
  if (!valuation) {
    const bool claimant =
        issue.kind == IssueKind::share && (issue.claimants[0] == party || issue.claimants[1] == party);
    if (claimant) return shape_values(issue, Shape{}, party);
    return std::vector<Spread>(static_cast<std::size_t>(issue.levels()), exactly(0));
  }
  if (const auto* shape = std::get_if<Shape>(&valuation->form)) return shape_values(issue, *shape, party);
  if (const auto* stated = std::get_if<OptionValues>(&valuation->form)) return stated_values(*stated);
  return ordered_values(std::get<OptionOrder>(valuation->form));
}

}  // namespace parley
