#pragma once

#include <cstdint>

#include "parley/case/party.h"
#include "parley/model/dated.h"

namespace parley {

/// What a gamble comes to over all its ranges: chance x win + (1 - chance) x loss - cost; its ends rounded outward to
/// 10^-9, its central value taking the middle of each range.
Appraisal worth_of(const Gamble& gamble);

/// The chance, or the cost, at which a gamble is worth exactly as much as something else.
struct BreakEven {
  enum class Kind {
    at,       ///< there is one, in some readings at least
    never,    ///< in none: the gamble is worth less at the best chance, or at no cost
    always,   ///< in none: it is worth more even when sure to fail, or at the highest cost
    unclear,  ///< success is perhaps worth no more than failure, so that chances decide nothing
  };
  Kind kind = Kind::at;
  /// Kind::at: over all readings in which there is one, rounded outward; and in the central reading, rounded to
  /// nearest, at the end of the scale where there is none. In 10^-9: of certainty, or of a utility.
  Span span;
  std::int64_t central = 0;
  bool in_every_reading = true;  ///< Kind::at: false where in some there is none
  friend bool operator==(const BreakEven&, const BreakEven&) = default;
};

/// The chance of success, from 0 to 1, at which a gamble is worth as much as something that is worth `other`, whatever
/// is stated of its chance: (other + cost - loss) / (win - loss).
BreakEven break_even_chance(const Gamble& gamble, const Appraisal& other);

/// The cost, from 0 to 100 points, at which it is, whatever is stated of its cost:
/// chance x win + (1 - chance) x loss - other.
BreakEven break_even_cost(const Gamble& gamble, const Appraisal& other);

}  // namespace parley
