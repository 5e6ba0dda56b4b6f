#include <numeric>

#include "parley/solve/labels.h"
#include "parley/solve/survivors.h"

namespace parley {
namespace {

bool worth_it(const Arrivals& in, const Utility* value, std::size_t width) {
  for (std::size_t c = 0; c < width; ++c)
    if (value[c] < in.floor[c]) return false;
  for (const auto& direction : in.directions) {
    auto bound = direction.rest[in.node];
    for (std::size_t c = 0; c < width; ++c) bound += direction.weight[c] * static_cast<double>(value[c]);
    if (bound < direction.threshold) return false;
  }
  return true;
}

/// All arrivals that can be completed to something worth finding.
Labels candidates(const Arrivals& in) {
  constexpr std::size_t between_polls = 1 << 16;
  const auto width = in.columns->size();
  const auto leading = in.columns->leading;
  Labels found;
  found.width = width;
  std::vector<Utility> value(width);
  std::size_t seen = 0;
  for (const auto& stream : in.streams)
    for (auto i = stream.first; i < stream.last; ++i) {
      if (++seen % between_polls == 0 && in.stop.stop_requested()) return found;
      const auto* before = in.from->value(i);
      for (std::size_t c = 0; c < width; ++c) value[c] = before[c] + stream.gain[c];
      if (!worth_it(in, value.data(), width)) continue;
      for (auto c = leading; c < width; ++c) value[c] = std::min(value[c], in.ceiling[c]);
      found.values.insert(found.values.end(), value.begin(), value.end());
      found.keys.push_back(key_after(in, i, stream.key));
      found.steps.push_back({i, stream.arc});
    }
  return found;
}

/// Best first: leading columns, then tie keys, then the other columns. A label is needless exactly when one before it
/// has as much in the columns that are left to compare.
std::vector<std::uint32_t> best_first(const Labels& labels, std::size_t leading) {
  std::vector<std::uint32_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto width = labels.width;
  std::ranges::sort(order, [&](auto i, auto j) {
    const auto* a = labels.value(i);
    const auto* b = labels.value(j);
    for (std::size_t c = 0; c < leading; ++c)
      if (a[c] != b[c]) return a[c] > b[c];
    if (labels.keys[i] != labels.keys[j]) return labels.keys[i] < labels.keys[j];
    for (auto c = leading; c < width; ++c)
      if (a[c] != b[c]) return a[c] > b[c];
    return i < j;
  });
  return order;
}

/// The columns before this one need no comparison once labels stand best first.
std::size_t first_compared(const Columns& columns) {
  if (columns.leading > 0) return columns.lexicographic ? columns.leading : 1;
  return columns.ties ? 0 : 1;
}

}  // namespace

void filter_any(const Arrivals& arrivals, Labels& to) {
  const auto found = candidates(arrivals);
  if (arrivals.stop.stop_requested()) return;
  const auto& columns = *arrivals.columns;
  for (const auto i : survivors(found.values.data(), found.width, first_compared(columns),
                                best_first(found, columns.leading), arrivals.threads, arrivals.stop)) {
    to.values.insert(to.values.end(), found.value(i), found.value(i) + found.width);
    to.keys.push_back(found.keys[i]);
    to.steps.push_back(found.steps[i]);
  }
}

}  // namespace parley
