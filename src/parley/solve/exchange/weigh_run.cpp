#include "parley/solve/exchange/weigh_run.h"

#include <algorithm>
#include <limits>

// Highway compiles this file once for each kind of processor, and picks at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "parley/solve/exchange/weigh_run.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr Utility closed = std::numeric_limits<Utility>::max();

/// The heights of some states, and the least that leads to them from other runs.
struct Weighed {
  Utility height[HWY_MAX_BYTES / sizeof(Utility)];
  Utility least[HWY_MAX_BYTES / sizeof(Utility)];
};

template <class Tag>
HWY_ATTR HWY_INLINE void weigh(Tag tag, std::span<const RunSide> sides, std::span<const Utility* const> from,
                               std::size_t at, Weighed& weighed) {
  auto height = hn::Set(tag, std::numeric_limits<Utility>::min());
  for (const RunSide& side : sides) {
    const auto temptation = hn::Add(hn::Set(tag, side.base), hn::LoadU(tag, side.own + at));
    const auto above = hn::Sub(temptation, hn::Set(tag, side.guarantee));
    height = hn::Max(height, hn::IfThenElse(hn::Gt(temptation, hn::Set(tag, side.limit)), hn::Set(tag, closed), above));
  }
  auto least = hn::Set(tag, closed);
  for (const Utility* const other : from) least = hn::Min(least, hn::LoadU(tag, other + at));
  hn::StoreU(height, tag, weighed.height);
  hn::StoreU(least, tag, weighed.least);
}

HWY_ATTR void weigh_all(std::span<const RunSide> sides, std::span<const Utility* const> from, Utility way_in,
                        std::size_t count, Utility* worst) {
  const hn::ScalableTag<Utility> wide;
  const hn::CappedTag<Utility, 1> one;
  const auto lanes = hn::Lanes(wide);
  Weighed weighed;
  auto before = way_in;
  const auto write = [&](std::size_t at, std::size_t states) {
    for (std::size_t lane = 0; lane < states; ++lane)
      before = worst[at + lane] = std::max(weighed.height[lane], std::min(weighed.least[lane], before));
  };
  if (count < lanes) {
    for (std::size_t at = 0; at < count; ++at) {
      weigh(one, sides, from, at, weighed);
      write(at, 1);
    }
    return;
  }
  std::size_t at = 0;
  for (; at + lanes <= count; at += lanes) {
    weigh(wide, sides, from, at, weighed);
    write(at, lanes);
  }
  if (at == count) return;
  // The last few along with some before them, which come out the same once more.
  at = count - lanes;
  before = at > 0 ? worst[at - 1] : way_in;
  weigh(wide, sides, from, at, weighed);
  write(at, lanes);
}

}  // namespace
}  // namespace parley::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley {
namespace {

HWY_EXPORT(weigh_all);

}  // namespace

void weigh_run(std::span<const RunSide> sides, std::span<const Utility* const> from, Utility way_in, std::size_t count,
               Utility* worst) {
  HWY_DYNAMIC_DISPATCH(weigh_all)(sides, from, way_in, count, worst);
}

}  // namespace parley
#endif
