#include "parley/solve/joint/sum_signs.h"

#include <bit>

// Highway compiles this file once for each kind of processor, and picks at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "parley/solve/joint/sum_signs.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// `Rows`: how many there are, 0 where only `size` tells.
template <std::size_t Rows, class Number>
HWY_ATTR HWY_INLINE void signs(const Number* const* rows, std::size_t size, std::size_t count, std::uint8_t* bytes) {
  const hn::ScalableTag<Number> tag;
  const std::size_t lanes = hn::Lanes(tag);
  const auto below = hn::Set(tag, Number{-1});
  const Number* row[Rows == 0 ? 1 : Rows];
  for (std::size_t r = 0; r < Rows; ++r) row[r] = rows[r];
  const auto* from = Rows == 0 ? rows : row;
  const auto end = Rows == 0 ? size : Rows;
  for (std::size_t at = 0; at < count; at += lanes) {
    auto sum = hn::LoadU(tag, from[0] + at);
    for (std::size_t r = 1; r < end; ++r) sum = hn::Add(sum, hn::LoadU(tag, from[r] + at));
    if (lanes >= 8) {
      hn::StoreMaskBits(tag, hn::Gt(sum, below), bytes + at / 8);
    } else {
      std::uint8_t some[8] = {};
      hn::StoreMaskBits(tag, hn::Gt(sum, below), some);
      bytes[at / 8] = static_cast<std::uint8_t>((at % 8 == 0 ? 0 : bytes[at / 8]) | some[0] << at % 8);
    }
  }
}

template <class Number>
HWY_ATTR void signs_of_all(std::span<const Number* const> rows, std::span<const std::size_t> ends, std::size_t count,
                           std::uint64_t* words) {
  std::size_t first = 0;
  for (const auto end : ends) {
    const auto* from = rows.data() + first;
    auto* const bytes = reinterpret_cast<std::uint8_t*>(words);
    switch (end - first) {
      case 2:
        signs<2>(from, 2, count, bytes);
        break;
      case 3:
        signs<3>(from, 3, count, bytes);
        break;
      case 4:
        signs<4>(from, 4, count, bytes);
        break;
      default:
        signs<0>(from, end - first, count, bytes);
    }
    first = end;
    words += count / 64;
  }
}

HWY_ATTR void signs_narrow(std::span<const std::int32_t* const> rows, std::span<const std::size_t> ends,
                           std::size_t count, std::uint64_t* words) {
  signs_of_all(rows, ends, count, words);
}
HWY_ATTR void signs_wide(std::span<const std::int64_t* const> rows, std::span<const std::size_t> ends,
                         std::size_t count, std::uint64_t* words) {
  signs_of_all(rows, ends, count, words);
}

HWY_ATTR void add_counts_of(std::span<const std::uint64_t> words, std::size_t width, std::span<std::uint32_t> counts) {
  const auto* word = words.data();
  for (auto& count : counts)
    for (std::size_t w = 0; w < width; ++w) count += static_cast<std::uint32_t>(std::popcount(*word++));
}

}  // namespace
}  // namespace parley::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley {
namespace {

HWY_EXPORT(signs_narrow);
HWY_EXPORT(signs_wide);
HWY_EXPORT(add_counts_of);

}  // namespace

void sum_signs(std::span<const std::int32_t* const> rows, std::span<const std::size_t> ends, std::size_t count,
               std::uint64_t* words) {
  HWY_DYNAMIC_DISPATCH(signs_narrow)(rows, ends, count, words);
}
void sum_signs(std::span<const std::int64_t* const> rows, std::span<const std::size_t> ends, std::size_t count,
               std::uint64_t* words) {
  HWY_DYNAMIC_DISPATCH(signs_wide)(rows, ends, count, words);
}
void add_counts(std::span<const std::uint64_t> words, std::size_t width, std::span<std::uint32_t> counts) {
  HWY_DYNAMIC_DISPATCH(add_counts_of)(words, width, counts);
}

}  // namespace parley
#endif
