#include "parley/solve/dense/kernels.h"

#include <algorithm>
#include <bit>

// Highway compiles this file once for each kind of processor, and picks at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "parley/solve/dense/kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// Some vectors side by side: what has to be read for each row is read once for all of them.
template <std::size_t Vectors>
HWY_ATTR void highest_at(std::span<const Raised> rows, Height* to, std::size_t at) {
  const hn::ScalableTag<Height> tag;
  const std::size_t lanes = hn::Lanes(tag);
  hn::Vec<decltype(tag)> best[Vectors];
  const auto first = hn::Set(tag, rows[0].by);
  for (std::size_t v = 0; v < Vectors; ++v) best[v] = hn::Add(hn::LoadU(tag, rows[0].from + at + v * lanes), first);
  for (const auto& row : rows.subspan(1)) {
    const auto by = hn::Set(tag, row.by);
    for (std::size_t v = 0; v < Vectors; ++v)
      best[v] = hn::Max(best[v], hn::Add(hn::LoadU(tag, row.from + at + v * lanes), by));
  }
  for (std::size_t v = 0; v < Vectors; ++v) hn::StoreU(best[v], tag, to + at + v * lanes);
}

HWY_ATTR void highest(std::span<const Raised> rows, Height* to, std::size_t count) {
  const hn::ScalableTag<Height> tag;
  const std::size_t lanes = hn::Lanes(tag);
  std::size_t at = 0;
  if (count >= lanes) {
    for (; at + 4 * lanes <= count; at += 4 * lanes) highest_at<4>(rows, to, at);
    for (; at + lanes <= count; at += lanes) highest_at<1>(rows, to, at);
    // The last vector overlaps the one before it: the same numbers are written twice.
    if (at < count) highest_at<1>(rows, to, count - lanes);
    return;
  }
  for (; at < count; ++at) {
    auto best = static_cast<Height>(rows[0].from[at] + rows[0].by);
    for (const auto& row : rows.subspan(1)) best = std::max(best, static_cast<Height>(row.from[at] + row.by));
    to[at] = best;
  }
}

HWY_ATTR std::size_t places_above(const Height* row, const Height* bar, std::size_t count, std::uint32_t* places) {
  const hn::ScalableTag<Height> tag;
  const std::size_t lanes = hn::Lanes(tag);
  std::size_t found = 0;
  auto end = count;
  for (; end % lanes != 0; --end)
    if (row[end - 1] > bar[end - 1]) places[found++] = static_cast<std::uint32_t>(end - 1);
  while (end > 0) {
    end -= lanes;
    const auto above = hn::Gt(hn::LoadU(tag, row + end), hn::LoadU(tag, bar + end));
    if (hn::AllFalse(tag, above)) continue;
    std::uint8_t bits[HWY_MAX_BYTES / 8 + 8] = {};
    const auto bytes = hn::StoreMaskBits(tag, above, bits);
    for (auto b = bytes; b-- > 0;)
      for (unsigned left = bits[b]; left != 0;) {
        const auto bit = static_cast<unsigned>(std::bit_width(left)) - 1;
        left ^= 1u << bit;
        places[found++] = static_cast<std::uint32_t>(end + 8 * b + bit);
      }
  }
  return found;
}

}  // namespace
}  // namespace parley::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley {

HWY_EXPORT(highest);
HWY_EXPORT(places_above);

void highest(std::span<const Raised> rows, Height* to, std::size_t count) {
  HWY_DYNAMIC_DISPATCH(highest)(rows, to, count);
}

std::size_t places_above(const Height* row, const Height* bar, std::size_t count, std::uint32_t* places) {
  return HWY_DYNAMIC_DISPATCH(places_above)(row, bar, count, places);
}

}  // namespace parley
#endif
