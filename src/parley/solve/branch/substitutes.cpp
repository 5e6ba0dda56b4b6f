#include "parley/solve/branch/substitutes.h"

#include <algorithm>

namespace parley::branch {

Substitutes::Substitutes(const Network& network) : net_(network) {
  for (std::size_t i = 0; i < net_.issues.size(); ++i) {
    const auto& aspects = net_.aspects[i];
    row_.push_back((aspects.size() + 63) / 64);
    first_.push_back(rows_.size());
    rows_.resize(rows_.size() + row_.back() * net_.issues[i].levels, 0);
    for (std::size_t a = 0; a < aspects.size(); ++a)
      for_levels(net_.levels_of(net_.conditions[aspects[a].condition]),
                 [&](std::size_t level) { rows_[first_[i] + level * row_[i] + a / 64] |= Word{1} << (a % 64); });
  }
}

bool Substitutes::remove(Node& node) const {
  bool removed = false;
  for (std::size_t i = 0; i < net_.issues.size(); ++i) removed |= remove(node, i);
  return removed;
}

bool Substitutes::remove(Node& node, std::size_t issue) const {
  std::vector<std::size_t> levels;
  for_levels(node.levels(net_.issues[issue]), [&](std::size_t level) { levels.push_back(level); });
  if (levels.size() < 2) return false;
  want_.assign(row_[issue], 0);
  avoid_.assign(row_[issue], 0);
  const auto& aspects = net_.aspects[issue];
  for (std::size_t a = 0; a < aspects.size(); ++a) {
    const Word bit = Word{1} << (a % 64);
    if (aspects[a].feature < 0) {
      if (aspects[a].rule_then) want_[a / 64] |= bit;
      if (aspects[a].rule_when) avoid_[a / 64] |= bit;
      continue;
    }
    const auto f = static_cast<std::size_t>(aspects[a].feature);
    if (node.held[f] != Held::open || (node.dropped[f] && !net_.lowers[f])) continue;
    if (net_.raises[f]) want_[a / 64] |= bit;
    if (net_.lowers[f]) avoid_[a / 64] |= bit;
  }
  bool removed = false;
  for (const auto worse : levels) {
    const bool beaten = std::ranges::any_of(levels, [&](std::size_t better) {
      return better != worse && stands_in(issue, better, worse) && (better < worse || !stands_in(issue, worse, better));
    });
    if (!beaten) continue;
    exclude(net_, node, issue, worse);
    removed = true;
  }
  return removed;
}

bool Substitutes::stands_in(std::size_t issue, std::size_t better, std::size_t worse) const {
  const auto slot = net_.issues[issue].slot;
  const auto width = net_.width();
  const auto* x = net_.gain.data() + (slot + better) * width;
  const auto* y = net_.gain.data() + (slot + worse) * width;
  bool leads = false;
  for (std::size_t c = 0; c < width; ++c) {
    if (x[c] < y[c]) return false;
    leads |= c < net_.columns.leading && x[c] > y[c];
  }
  if (!leads && net_.columns.ties && !net_.keys.empty() && net_.keys[slot + better] > net_.keys[slot + worse])
    return false;
  const auto row = row_[issue];
  const auto* a = rows_.data() + first_[issue] + better * row;
  const auto* b = rows_.data() + first_[issue] + worse * row;
  for (std::size_t w = 0; w < row; ++w)
    if ((b[w] & ~a[w] & want_[w]) != 0 || (a[w] & ~b[w] & avoid_[w]) != 0) return false;
  return true;
}

}  // namespace parley::branch
