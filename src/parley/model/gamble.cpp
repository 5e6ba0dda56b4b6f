#include "parley/model/gamble.h"

#include <algorithm>
#include <array>

#include "parley/model/weights.h"

namespace parley {
namespace {

/// A whole number of 10^-9, or a part more than that.
struct Rational {
  Wide numerator = 0;
  Wide denominator = 1;  ///< above 0
};

Wide rounded_down(const Rational& r) {
  const Wide quotient = r.numerator / r.denominator;
  return r.numerator % r.denominator < 0 ? quotient - 1 : quotient;
}

Wide rounded_up(const Rational& r) { return -rounded_down({-r.numerator, r.denominator}); }

Wide rounded(const Rational& r) { return rounded_down({2 * r.numerator + r.denominator, 2 * r.denominator}); }

std::array<Utility, 2> ends(const Span& span) { return {span.low, span.high}; }

struct Outcome {
  std::int64_t chance = 0;
  Utility win = 0;
  Utility loss = 0;
  Utility cost = 0;
};

/// All corners of a gamble's ranges: what is computed from them grows or falls throughout in each of the numbers, so
/// that its ends lie at corners.
template <class Visit>
void at_corners(const Gamble& gamble, const Visit& visit) {
  const Span win = appraisal_of(gamble.win).span;
  const Span loss = appraisal_of(gamble.loss).span;
  const Span cost = appraisal_of(gamble.cost).span;
  for (const std::int64_t chance : {gamble.chance.low.millionths, gamble.chance.high.millionths})
    for (const Utility w : ends(win))
      for (const Utility l : ends(loss))
        for (const Utility k : ends(cost)) visit(Outcome{chance, w, l, k});
}

Outcome middle_of(const Gamble& gamble) {
  return {(gamble.chance.low.millionths + gamble.chance.high.millionths) / 2, appraisal_of(gamble.win).central,
          appraisal_of(gamble.loss).central, appraisal_of(gamble.cost).central};
}

Rational before_cost(const Outcome& o) {
  return {Wide{o.chance} * o.win + Wide{Decimal::whole - o.chance} * o.loss, Decimal::whole};
}

Rational less(const Rational& r, Utility u) { return {r.numerator - r.denominator * u, r.denominator}; }

/// What lies between 0 and `unit` of figures that may lie anywhere.
class Within {
 public:
  void add(const Rational& r) {
    low_ = any_ ? std::min(low_, rounded_down(r)) : rounded_down(r);
    high_ = any_ ? std::max(high_, rounded_up(r)) : rounded_up(r);
    above_ = above_ && r.numerator > Wide{unit} * r.denominator;
    below_ = below_ && r.numerator < 0;
    any_ = true;
  }

  BreakEven result(const Rational& central, BreakEven::Kind above, BreakEven::Kind below) const {
    BreakEven found;
    if (above_ || below_) {
      found.kind = above_ ? above : below;
      return found;
    }
    const auto on_scale = [](Wide figure) { return static_cast<Utility>(std::clamp<Wide>(figure, 0, unit)); };
    found.span = {on_scale(low_), on_scale(high_)};
    found.central = on_scale(rounded(central));
    found.in_every_reading = low_ >= 0 && high_ <= unit;
    return found;
  }

 private:
  Wide low_ = 0;
  Wide high_ = 0;
  bool above_ = true;
  bool below_ = true;
  bool any_ = false;
};

Rational chance_for(const Outcome& o, Utility other) {
  return {Wide{unit} * (Wide{other} + o.cost - o.loss), Wide{o.win} - o.loss};
}

}  // namespace

Appraisal worth_of(const Gamble& gamble) {
  Appraisal worth;
  bool first = true;
  at_corners(gamble, [&](const Outcome& o) {
    const Rational r = less(before_cost(o), o.cost);
    const auto low = static_cast<Utility>(rounded_down(r));
    const auto high = static_cast<Utility>(rounded_up(r));
    worth.span = first ? Span{low, high} : Span{std::min(worth.span.low, low), std::max(worth.span.high, high)};
    first = false;
  });
  const Outcome middle = middle_of(gamble);
  worth.central = static_cast<Utility>(rounded(less(before_cost(middle), middle.cost)));
  return worth;
}

BreakEven break_even_chance(const Gamble& gamble, const Appraisal& other) {
  if (appraisal_of(gamble.win).span.low <= appraisal_of(gamble.loss).span.high)
    return {BreakEven::Kind::unclear, {}, 0, false};
  Within within;
  at_corners(gamble, [&](const Outcome& o) {
    for (const Utility u : ends(other.span)) within.add(chance_for(o, u));
  });
  return within.result(chance_for(middle_of(gamble), other.central), BreakEven::Kind::never, BreakEven::Kind::always);
}

BreakEven break_even_cost(const Gamble& gamble, const Appraisal& other) {
  Within within;
  at_corners(gamble, [&](const Outcome& o) {
    for (const Utility u : ends(other.span)) within.add(less(before_cost(o), u));
  });
  return within.result(less(before_cost(middle_of(gamble)), other.central), BreakEven::Kind::always,
                       BreakEven::Kind::never);
}

}  // namespace parley
