#include "parley/model/extremes.h"

#include <algorithm>
#include <cstddef>

#include "parley/at.h"

namespace parley {
namespace {

/// Worth of a term, credence x value, in 10^-12 points; half the scale is the middle.
constexpr std::int64_t all = 100'000'000'000'000;
constexpr std::int64_t middle = all / 2;
/// Weight in 10^-6 points times 10^-12 points is 10^-22 of the unit; utilities are 10^-9 of it.
constexpr Wide credited_scale = 10'000'000'000'000;

Utility rounded_up(Wide value) {
  const Wide quotient = value / credited_scale;
  return static_cast<Utility>(value % credited_scale > 0 ? quotient + 1 : quotient);
}

/// Bounds a valuer from above, or with `sign` -1 from below. Since all weights together are 100 points,
///   sum of w x worth  =  100 x middle + sum of w x (worth - middle),
/// and each term of the latter has its bound at an end of its weight's range.
class Bound {
 public:
  Bound(const Valuer& valuer, int sign) : valuer_(valuer), sign_(sign) {}

  Valuer made() const {
    Valuer bound = valuer_;
    if (valuer_.exact || valuer_.scored) return bound;
    for (std::size_t i = 0; i < valuer_.values.size(); ++i)
      for (std::size_t level = 0; level < valuer_.values[i].size(); ++level)
        bound.gain[i][level] = term(i, end(valuer_.credences[at(valuer_.phase_of[i])]) * end(valuer_.values[i][level]));
    Utility base = sign_ * rounded_up(sign_ * Wide{all_points} * middle);
    for (std::size_t e = 0; e < valuer_.interactions.size(); ++e) {
      const std::size_t weight = valuer_.values.size() + e;
      const Utility otherwise = term(weight, 0);
      const std::int64_t worth = end(valuer_.credences[at(valuer_.interaction_phase[e])]) * all_points;
      bound.interaction_gain[e] = term(weight, worth) - otherwise;
      base += otherwise;
    }
    for (Utility& gain : bound.gain.front()) gain += base;
    return bound;
  }

 private:
  std::int64_t end(const Spread& spread) const { return sign_ > 0 ? spread.high : spread.low; }

  Utility term(std::size_t weight, std::int64_t worth) const {
    const Wide more = Wide{worth} - middle;
    const Wide low = Wide{sign_} * valuer_.weights.low[weight] * more;
    const Wide high = Wide{sign_} * valuer_.weights.high[weight] * more;
    return sign_ * rounded_up(std::max(low, high));
  }

  const Valuer& valuer_;
  int sign_;
};

Model bounded(const Model& model, int sign) {
  Model result = model;
  for (Valuer& valuer : result.parties) valuer = Bound(valuer, sign).made();
  for (auto& principals : result.principals)
    for (Valuer& valuer : principals) valuer = Bound(valuer, sign).made();
  for (auto& floors : result.floors)
    for (Floor& floor : floors) floor.central = sign > 0 ? floor.span.low : floor.span.high;
  return result;
}

}  // namespace

Model at_best(const Model& model) { return bounded(model, 1); }

Model at_worst(const Model& model) { return bounded(model, -1); }

}  // namespace parley
