#include "parley/solve/joint/weigh_options.h"

// Highway compiles this file once for each kind of processor, and picks at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "parley/solve/joint/weigh_options.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// Product and sum apart, never fused: every processor rounds alike.
HWY_ATTR WeighedOptions weigh(const OptionGains& gains, double weight_first, double weight_second, double* best) {
  const hn::CappedTag<double, 8> tag;
  const auto w = hn::Set(tag, weight_first);
  const auto v = hn::Set(tag, weight_second);
  HWY_ALIGN double first[8] = {};
  HWY_ALIGN double second[8] = {};
  for (std::size_t begin = 0; begin < gains.stride; begin += 8)
    for (std::size_t lane = 0; lane < 8; lane += hn::Lanes(tag)) {
      const auto issue = begin + lane;
      auto of_first = hn::LoadU(tag, gains.first + issue);
      auto of_second = hn::LoadU(tag, gains.second + issue);
      auto most = hn::Add(hn::Mul(w, of_first), hn::Mul(v, of_second));
      for (std::size_t level = 1; level < gains.levels; ++level) {
        const auto a = hn::LoadU(tag, gains.first + level * gains.stride + issue);
        const auto b = hn::LoadU(tag, gains.second + level * gains.stride + issue);
        const auto sum = hn::Add(hn::Mul(w, a), hn::Mul(v, b));
        const auto larger = hn::Gt(sum, most);
        most = hn::IfThenElse(larger, sum, most);
        of_first = hn::IfThenElse(larger, a, of_first);
        of_second = hn::IfThenElse(larger, b, of_second);
      }
      hn::StoreU(most, tag, best + issue);
      hn::StoreU(hn::Add(hn::LoadU(tag, first + lane), of_first), tag, first + lane);
      hn::StoreU(hn::Add(hn::LoadU(tag, second + lane), of_second), tag, second + lane);
    }
  WeighedOptions result;
  for (std::size_t lane = 0; lane < 8; ++lane) {
    result.first += first[lane];
    result.second += second[lane];
  }
  return result;
}

}  // namespace
}  // namespace parley::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley {
namespace {

HWY_EXPORT(weigh);

}  // namespace

WeighedOptions weigh_options(const OptionGains& gains, double weight_first, double weight_second, double* best) {
  return HWY_DYNAMIC_DISPATCH(weigh)(gains, weight_first, weight_second, best);
}

}  // namespace parley
#endif
