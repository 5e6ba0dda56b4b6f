#include "parley/solve/block_count.h"

#include <algorithm>
#include <limits>

// Highway compiles the part between HWY_BEFORE_NAMESPACE and HWY_AFTER_NAMESPACE once for each kind of vectors. Vectors
// whose length the compiler does not know cannot stand in arrays.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "parley/solve/block_count.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

template <class Number, std::size_t Demands>
class Rows {
 public:
  using Vectors = hn::ScalableTag<Number>;
  using Vector = hn::Vec<Vectors>;

  explicit Rows(const BlockTable<Number>& table) : table_(table) {
    for (std::size_t c = 0; c < Demands; ++c) column_[c] = table.column(c);
  }

  std::uint64_t count(const Number* bars, std::size_t blocks) const {
    // Four sums that do not wait for one another.
    auto sum0 = hn::Zero(vectors);
    auto sum1 = sum0;
    auto sum2 = sum0;
    auto sum3 = sum0;
    const auto one = hn::Set(vectors, 1);
    const auto lanes = hn::Lanes(vectors);
    Vector bar[Demands];
    for (std::size_t b = 0; b < blocks; ++b, bars += Demands) {
      for (std::size_t c = 0; c < Demands; ++c) bar[c] = hn::Set(vectors, bars[c]);
      const auto step = 4 * lanes;
      const auto whole = stretches_above(bar[0]) * stretch;
      for (std::size_t row = 0; row < whole; row += step) {
        sum0 = hn::Add(sum0, hn::IfThenElseZero(above<1>(row, bar), one));
        sum1 = hn::Add(sum1, hn::IfThenElseZero(above<1>(row + lanes, bar), one));
        sum2 = hn::Add(sum2, hn::IfThenElseZero(above<1>(row + 2 * lanes, bar), one));
        sum3 = hn::Add(sum3, hn::IfThenElseZero(above<1>(row + 3 * lanes, bar), one));
      }
      // The stretch in which the first column comes down to the bar.
      for (auto row = whole; row < std::min(whole + stretch, table_.padded); row += lanes)
        sum0 = hn::Add(sum0, hn::IfThenElseZero(above<0>(row, bar), one));
    }
    HWY_ALIGN Number sums[stretch];
    hn::Store(hn::Add(hn::Add(sum0, sum1), hn::Add(sum2, sum3)), vectors, sums);
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < lanes; ++i) count += static_cast<std::uint64_t>(sums[i]);
    return count;
  }

  Number most(const Number* bars) const {
    const auto none = hn::Set(vectors, std::numeric_limits<Number>::min());
    const auto lanes = hn::Lanes(vectors);
    const auto* goal = table_.column(Demands);
    Vector bar[Demands];
    for (std::size_t c = 0; c < Demands; ++c) bar[c] = hn::Set(vectors, bars[c]);
    auto most = none;
    const auto rows = std::min((stretches_above(bar[0]) + 1) * stretch, table_.padded);
    for (std::size_t row = 0; row < rows; row += lanes)
      most = hn::Max(most, hn::IfThenElse(above<0>(row, bar), hn::LoadU(vectors, goal + row), none));
    HWY_ALIGN Number lane[stretch];
    hn::Store(most, vectors, lane);
    return *std::max_element(lane, lane + lanes);
  }

 private:
  /// How many stretches exceed the bar in the first column as a whole.
  std::size_t stretches_above(Vector bar) const {
    std::size_t above = 0;
    for (std::size_t i = 0; i < table_.stretches.size(); i += hn::Lanes(vectors))
      above += hn::CountTrue(vectors, hn::Gt(hn::LoadU(vectors, table_.stretches.data() + i), bar));
    return above;
  }

  /// Which of the rows exceed the bars of all columns but the first `Known`.
  template <std::size_t Known>
  HWY_INLINE hn::Mask<Vectors> above(std::size_t row, const Vector* bar) const {
    auto met = hn::FirstN(vectors, hn::Lanes(vectors));
    for (std::size_t c = Known; c < Demands; ++c)
      met = hn::And(met, hn::Gt(hn::LoadU(vectors, column_[c] + row), bar[c]));
    return met;
  }

  static constexpr std::size_t stretch = BlockTable<Number>::stretch;
  static constexpr Vectors vectors{};
  const BlockTable<Number>& table_;
  const Number* column_[Demands];
};

/// Calls ask with the rows of a table, whose number of demands the compiler then knows.
template <class Number, class Ask>
auto with_rows(const BlockTable<Number>& table, const Ask& ask) {
  switch (table.demands) {
    case 1:
      return ask(Rows<Number, 1>(table));
    case 2:
      return ask(Rows<Number, 2>(table));
    case 3:
      return ask(Rows<Number, 3>(table));
    case 4:
      return ask(Rows<Number, 4>(table));
    case 5:
      return ask(Rows<Number, 5>(table));
    default:
      return ask(Rows<Number, 6>(table));
  }
}

std::uint64_t count_narrow(const BlockTable<std::int32_t>& table, const std::int32_t* bars, std::size_t blocks) {
  return with_rows(table, [&](const auto& rows) HWY_ATTR { return rows.count(bars, blocks); });
}
std::uint64_t count_wide(const BlockTable<std::int64_t>& table, const std::int64_t* bars, std::size_t blocks) {
  return with_rows(table, [&](const auto& rows) HWY_ATTR { return rows.count(bars, blocks); });
}
std::int32_t most_narrow(const BlockTable<std::int32_t>& table, const std::int32_t* bars) {
  return with_rows(table, [&](const auto& rows) HWY_ATTR { return rows.most(bars); });
}
std::int64_t most_wide(const BlockTable<std::int64_t>& table, const std::int64_t* bars) {
  return with_rows(table, [&](const auto& rows) HWY_ATTR { return rows.most(bars); });
}

}  // namespace
}  // namespace parley::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley {
namespace {

HWY_EXPORT(count_narrow);
HWY_EXPORT(count_wide);
HWY_EXPORT(most_narrow);
HWY_EXPORT(most_wide);

}  // namespace

std::uint64_t count_above(const BlockTable<std::int32_t>& table, const std::int32_t* bars, std::size_t blocks) {
  return HWY_DYNAMIC_DISPATCH(count_narrow)(table, bars, blocks);
}
std::uint64_t count_above(const BlockTable<std::int64_t>& table, const std::int64_t* bars, std::size_t blocks) {
  return HWY_DYNAMIC_DISPATCH(count_wide)(table, bars, blocks);
}
std::int32_t most_above(const BlockTable<std::int32_t>& table, const std::int32_t* bars) {
  return HWY_DYNAMIC_DISPATCH(most_narrow)(table, bars);
}
std::int64_t most_above(const BlockTable<std::int64_t>& table, const std::int64_t* bars) {
  return HWY_DYNAMIC_DISPATCH(most_wide)(table, bars);
}

}  // namespace parley
#endif
