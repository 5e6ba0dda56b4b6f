#include "parley/format/genius/boxes.h"

#include <algorithm>
#include <utility>

namespace parley {
namespace {

constexpr std::size_t most_boxes = 10'000;
constexpr std::size_t most_steps = 100'000'000;

/// The levels of `a` that are, or are not, in `b`.
std::vector<bool> levels(const std::vector<bool>& a, const std::vector<bool>& b, bool in_b) {
  std::vector<bool> result(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) result[i] = a[i] && b[i] == in_b;
  return result;
}

bool any(const std::vector<bool>& set) { return std::ranges::find(set, true) != set.end(); }

std::size_t size_of(const Box& box) {
  std::size_t size = 1;
  for (const auto& [issue, set] : box.sets) size += set.size();
  return size;
}

}  // namespace

std::optional<Box> overlap(const Box& a, const Box& b) {
  Box both = a;
  for (const auto& [issue, set] : b.sets) {
    const auto [at, is_new] = both.sets.emplace(issue, set);
    if (!is_new) at->second = levels(at->second, set, true);
    if (!any(at->second)) return std::nullopt;
  }
  return both;
}

bool DisjointBoxes::spend(std::size_t steps) {
  steps_ += steps;
  return steps_ <= most_steps;
}

/// What is left of `from` without `box`: issue by issue the part outside, the part inside going on.
bool DisjointBoxes::subtract(const Box& from, const Box& box, std::vector<Box>& rest) {
  if (!spend(size_of(from) + size_of(box))) return false;
  if (!overlap(from, box)) {
    rest.push_back(from);
    return rest.size() <= most_boxes;
  }
  Box inside = from;
  for (const auto& [issue, set] : box.sets) {
    if (!spend(size_of(inside))) return false;
    auto& own = inside.sets.try_emplace(issue, set.size(), true).first->second;
    auto outside = levels(own, set, false);
    own = levels(own, set, true);
    if (!any(outside)) continue;
    Box piece = inside;
    piece.sets[issue] = std::move(outside);
    rest.push_back(std::move(piece));
  }
  return rest.size() <= most_boxes;
}

bool DisjointBoxes::add(const Box& box) {
  if (std::ranges::any_of(box.sets, [](const auto& entry) { return !any(entry.second); })) return true;
  std::vector<Box> pieces{box};
  for (const Box& other : boxes_) {
    std::vector<Box> rest;
    for (const Box& piece : pieces)
      if (!subtract(piece, other, rest)) return false;
    pieces = std::move(rest);
    if (pieces.empty()) return true;
  }
  if (boxes_.size() + pieces.size() > most_boxes) return false;
  std::ranges::move(pieces, std::back_inserter(boxes_));
  return true;
}

}  // namespace parley
