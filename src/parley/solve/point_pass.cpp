#include "parley/solve/point_pass.h"

#include <algorithm>
#include <array>
#include <limits>

#ifndef PARLEY_SOLVE_POINT_PASS
#define PARLEY_SOLVE_POINT_PASS
namespace parley {
namespace {

/// For each set of up to eight lanes: the lanes in it, in order.
constexpr auto packings = [] {
  std::array<std::array<std::uint8_t, 8>, 256> all{};
  for (unsigned bits = 0; bits < 256; ++bits)
    for (std::uint8_t lane = 0, at = 0; lane < 8; ++lane)
      if ((bits >> lane & 1) != 0) all[bits][at++] = lane;
  return all;
}();

}  // namespace
}  // namespace parley
#endif

// Highway compiles the part between HWY_BEFORE_NAMESPACE and HWY_AFTER_NAMESPACE once for each kind of vectors.
// Vectors whose length the compiler does not know cannot stand in arrays.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "parley/solve/point_pass.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// The first rows of the window meet all points, the next ones what is left: few, so that little is packed twice.
constexpr std::size_t first_rows = 3;

/// Room for the points of a pass that are still in: one stretch for each dimension.
template <class Number>
struct Packed {
  HWY_ALIGN Number numbers[most_filter_dimensions][pass_points + 64];
};

template <class Number, std::size_t Dimensions>
class Pass {
 public:
  using Vectors = hn::ScalableTag<Number>;
  using Indices = hn::RebindToUnsigned<Vectors>;
  using Vector = hn::Vec<Vectors>;

  Pass(const Number* window, std::size_t rows, std::uint64_t* kept) : window_(window), rows_(rows), kept_(kept) {}

  std::size_t run(const PointTable<Number>& table, std::size_t first, std::size_t count) {
    const auto end = std::min(rows_, first_rows);
    std::size_t left = 0;
    const bool whole = count % hn::Lanes(vectors) == 0;
    if (table.next_point == 1 && whole) {
      const auto* from = table.data + first;
      left = meet(0, end, count, [&](std::size_t i, Vector* point) HWY_ATTR {
        for (std::size_t d = 0; d < Dimensions; ++d) point[d] = hn::LoadU(vectors, from + i + d * table.next_dimension);
      });
    } else if (Dimensions <= 4 && table.next_dimension == 1 && table.next_point == Dimensions && whole) {
      const auto* from = table.data + first * Dimensions;
      left =
          meet(0, end, count, [&](std::size_t i, Vector* point) HWY_ATTR { load_rows(from + i * Dimensions, point); });
    } else {
      copy(table, first, count);
      left = meet_packed(0, end, count);
    }
    for (std::size_t begin = end, step = first_rows; begin < rows_ && left > 0; begin += step, step *= 2)
      left = meet_packed(begin, std::min(rows_, begin + step), left);
    return left;
  }

 private:
  void load_rows(const Number* from, Vector* point) const {
    if constexpr (Dimensions == 1) {
      point[0] = hn::LoadU(vectors, from);
    } else if constexpr (Dimensions == 2) {
      hn::LoadInterleaved2(vectors, from, point[0], point[1]);
    } else if constexpr (Dimensions == 3) {
      hn::LoadInterleaved3(vectors, from, point[0], point[1], point[2]);
    } else if constexpr (Dimensions == 4) {
      hn::LoadInterleaved4(vectors, from, point[0], point[1], point[2], point[3]);
    }
  }

  void copy(const PointTable<Number>& table, std::size_t first, std::size_t count) {
    for (std::size_t d = 0; d < Dimensions; ++d) {
      for (std::size_t i = 0; i < count; ++i) packed_.numbers[d][i] = table.at(first + i, d);
      std::fill_n(packed_.numbers[d] + count, hn::Lanes(vectors), std::numeric_limits<Number>::lowest());
    }
  }

  std::size_t meet_packed(std::size_t begin, std::size_t end, std::size_t count) {
    return meet(begin, end, count, [&](std::size_t i, Vector* point) HWY_ATTR {
      for (std::size_t d = 0; d < Dimensions; ++d) point[d] = hn::LoadU(vectors, packed_.numbers[d] + i);
    });
  }

  /// Packs those of `count` points that exceed the window rows from `begin` to before `end`; returns how many. Packing
  /// in place is safe: it never writes beyond what has been read.
  template <class Load>
  HWY_INLINE std::size_t meet(std::size_t begin, std::size_t end, std::size_t count, const Load& load) {
    const auto lanes = hn::Lanes(vectors);
    const Indices indices;
    std::size_t left = 0;
    Vector point[Dimensions];
    for (std::size_t i = 0; i < count; i += lanes) {
      load(i, point);
      auto in = hn::FirstN(vectors, std::min(lanes, count - i));
      for (auto w = begin; w < end; ++w) {
        const auto* row = window_ + w * Dimensions;
        auto exceeds = hn::Gt(point[0], hn::Set(vectors, row[0]));
        for (std::size_t d = 1; d < Dimensions; ++d)
          exceeds = hn::Or(exceeds, hn::Gt(point[d], hn::Set(vectors, row[d])));
        in = hn::And(in, exceeds);
      }
      const auto which = begin == 0 ? hn::Iota(indices, i) : hn::LoadU(indices, kept_ + i);
      const auto order = packing(in);
      for (std::size_t d = 0; d < Dimensions; ++d)
        hn::StoreU(hn::TableLookupLanes(point[d], order), vectors, packed_.numbers[d] + left);
      hn::StoreU(hn::BitCast(indices, hn::TableLookupLanes(hn::BitCast(vectors, which), order)), indices, kept_ + left);
      left += hn::CountTrue(vectors, in);
    }
    return left;
  }

  /// Which lane goes where so that those in the mask come first. Highway's Compress looks the same up for each vector
  /// anew.
  static HWY_INLINE auto packing(hn::Mask<Vectors> in) {
    const hn::Rebind<std::uint8_t, Vectors> bytes;
    const hn::Rebind<std::uint32_t, Vectors> words;
    std::uint8_t bits[8] = {};
    hn::StoreMaskBits(vectors, in, bits);
    const auto lanes = hn::PromoteTo(words, hn::LoadU(bytes, packings[bits[0]].data()));
    return hn::IndicesFromVec(vectors, hn::PromoteTo(Indices(), lanes));
  }

  static constexpr Vectors vectors{};
  const Number* window_;
  std::size_t rows_;
  std::uint64_t* kept_;
  Packed<Number> packed_;
};

template <class Number>
std::size_t pass(const PointTable<Number>& table, std::size_t first, std::size_t count, const Number* window,
                 std::size_t rows, std::uint64_t* kept) {  // NOLINT(readability-non-const-parameter): written through
  switch (table.dimensions) {
    case 1:
      return Pass<Number, 1>(window, rows, kept).run(table, first, count);
    case 2:
      return Pass<Number, 2>(window, rows, kept).run(table, first, count);
    case 3:
      return Pass<Number, 3>(window, rows, kept).run(table, first, count);
    case 4:
      return Pass<Number, 4>(window, rows, kept).run(table, first, count);
    case 5:
      return Pass<Number, 5>(window, rows, kept).run(table, first, count);
    default:
      return Pass<Number, 6>(window, rows, kept).run(table, first, count);
  }
}

std::size_t pass_doubles(const PointTable<double>& table, std::size_t first, std::size_t count, const double* window,
                         std::size_t rows, std::uint64_t* kept) {
  return pass(table, first, count, window, rows, kept);
}

std::size_t pass_integers(const PointTable<std::int64_t>& table, std::size_t first, std::size_t count,
                          const std::int64_t* window, std::size_t rows, std::uint64_t* kept) {
  return pass(table, first, count, window, rows, kept);
}

}  // namespace
}  // namespace parley::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley {
namespace {

HWY_EXPORT(pass_doubles);
HWY_EXPORT(pass_integers);

}  // namespace

std::size_t pass_window(const PointTable<double>& table, std::size_t first, std::size_t last, const double* window,
                        std::size_t rows, PassRoom& kept) {
  return HWY_DYNAMIC_DISPATCH(pass_doubles)(table, first, last - first, window, rows, kept);
}

std::size_t pass_window(const PointTable<std::int64_t>& table, std::size_t first, std::size_t last,
                        const std::int64_t* window, std::size_t rows, PassRoom& kept) {
  return HWY_DYNAMIC_DISPATCH(pass_integers)(table, first, last - first, window, rows, kept);
}

}  // namespace parley
#endif
