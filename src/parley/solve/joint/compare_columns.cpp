#include "parley/solve/joint/compare_columns.h"

#include <algorithm>

// Highway compiles this file once for each kind of processor, and picks at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "parley/solve/joint/compare_columns.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// Some alternatives side by side: the values of the others are read once for all of them.
template <std::size_t Side, class Number>
HWY_ATTR HWY_INLINE void better_than(const Number* value, std::size_t stride, std::size_t count, std::size_t at,
                                     std::size_t first, std::uint8_t* rank) {
  const hn::ScalableTag<Number> tag;
  const hn::Rebind<std::uint8_t, decltype(tag)> bytes;
  const auto one = hn::Set(tag, Number{1});
  hn::Vec<decltype(tag)> own[Side];
  hn::Vec<decltype(tag)> better[Side];
  for (std::size_t s = 0; s < Side; ++s) {
    own[s] = hn::LoadU(tag, value + (first + s) * stride + at);
    better[s] = hn::Zero(tag);
  }
  for (std::size_t other = 0; other < count; ++other) {
    const auto theirs = hn::LoadU(tag, value + other * stride + at);
    for (std::size_t s = 0; s < Side; ++s)
      better[s] = hn::IfThenElse(hn::Gt(theirs, own[s]), hn::Add(better[s], one), better[s]);
  }
  for (std::size_t s = 0; s < Side; ++s) {
    auto* const to = rank + (first + s) * stride + at;
    if constexpr (sizeof(Number) == 4) {
      hn::StoreU(hn::DemoteTo(bytes, better[s]), bytes, to);
    } else {
      HWY_ALIGN Number lane[HWY_MAX_BYTES / sizeof(Number)];
      hn::Store(better[s], tag, lane);
      for (std::size_t l = 0; l < hn::Lanes(tag); ++l) to[l] = static_cast<std::uint8_t>(lane[l]);
    }
  }
}

template <class Number>
HWY_ATTR void count_better_of(const Number* value, std::size_t stride, std::size_t count, std::size_t readings,
                              std::uint8_t* rank) {
  const auto lanes = hn::Lanes(hn::ScalableTag<Number>());
  for (std::size_t at = 0; at < readings; at += lanes) {
    std::size_t a = 0;
    for (; a + 6 <= count; a += 6) better_than<6>(value, stride, count, at, a, rank);
    for (; a < count; ++a) better_than<1>(value, stride, count, at, a, rank);
  }
}

HWY_ATTR void better_narrow(const std::int32_t* value, std::size_t stride, std::size_t count, std::size_t readings,
                            std::uint8_t* rank) {
  count_better_of(value, stride, count, readings, rank);
}
HWY_ATTR void better_wide(const std::int64_t* value, std::size_t stride, std::size_t count, std::size_t readings,
                          std::uint8_t* rank) {
  count_better_of(value, stride, count, readings, rank);
}

/// A few ranks side by side, at most 255 vectors at a time so that bytes can count them.
template <std::size_t Side>
HWY_ATTR HWY_INLINE void histogram_of(const std::uint8_t* rank, std::size_t readings, std::size_t first,
                                      std::uint32_t* counts) {
  const hn::ScalableTag<std::uint8_t> tag;
  const hn::Repartition<std::uint64_t, decltype(tag)> wide;
  const auto lanes = hn::Lanes(tag);
  const auto one = hn::Set(tag, std::uint8_t{1});
  hn::Vec<decltype(tag)> wanted[Side];
  for (std::size_t s = 0; s < Side; ++s) wanted[s] = hn::Set(tag, static_cast<std::uint8_t>(first + s));
  for (std::size_t begin = 0; begin < readings; begin += 255 * lanes) {
    const auto end = std::min(readings, begin + 255 * lanes);
    hn::Vec<decltype(tag)> seen[Side];
    for (std::size_t s = 0; s < Side; ++s) seen[s] = hn::Zero(tag);
    for (auto at = begin; at < end; at += lanes) {
      const auto here = hn::LoadU(tag, rank + at);
      for (std::size_t s = 0; s < Side; ++s)
        seen[s] = hn::IfThenElse(hn::Eq(here, wanted[s]), hn::Add(seen[s], one), seen[s]);
    }
    for (std::size_t s = 0; s < Side; ++s)
      counts[first + s] += static_cast<std::uint32_t>(hn::GetLane(hn::SumOfLanes(wide, hn::SumsOf8(seen[s]))));
  }
}

HWY_ATTR void histogram(const std::uint8_t* rank, std::size_t readings, std::size_t ranks, std::uint32_t* counts) {
  std::size_t r = 0;
  for (; r + 8 <= ranks; r += 8) histogram_of<8>(rank, readings, r, counts);
  for (; r < ranks; ++r) histogram_of<1>(rank, readings, r, counts);
}

}  // namespace
}  // namespace parley::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley {
namespace {

HWY_EXPORT(better_narrow);
HWY_EXPORT(better_wide);
HWY_EXPORT(histogram);

}  // namespace

void count_better(const std::int32_t* value, std::size_t stride, std::size_t count, std::size_t readings,
                  std::uint8_t* rank) {
  HWY_DYNAMIC_DISPATCH(better_narrow)(value, stride, count, readings, rank);
}
void count_better(const std::int64_t* value, std::size_t stride, std::size_t count, std::size_t readings,
                  std::uint8_t* rank) {
  HWY_DYNAMIC_DISPATCH(better_wide)(value, stride, count, readings, rank);
}
void add_histogram(const std::uint8_t* rank, std::size_t readings, std::size_t ranks, std::uint32_t* counts) {
  HWY_DYNAMIC_DISPATCH(histogram)(rank, readings, ranks, counts);
}

}  // namespace parley
#endif
