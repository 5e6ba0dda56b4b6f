#include <fmt/core.h>

#include "parley/case/checks.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

void check_stance(const ThirdParty& third, const Stance& stance, Problems& problems) {
  if (stance.chances.empty()) return;
  const auto what = [&] { return fmt::format("the position of {} on {}", third.name, stance.name); };
  const Place place = stance.chances.front().from.place;
  if (stance.now >= 0) {
    problems.push_back(
        {place, fmt::format("{} is known, and chances are given for it", what()), "keep one of 'now' and 'chances'"});
    return;
  }
  Decimal low;
  Decimal high;
  for (const Quantity& chance : stance.chances) {
    low = low + chance.low;
    high = high + chance.high;
  }
  if (low <= Decimal::of(1) && high >= Decimal::of(1)) return;
  problems.push_back({place, fmt::format("the chances of {} add up to {}; 1 is needed", what(), range_text(low, high)),
                      low > Decimal::of(1) ? "lower some of them until 1 is within reach"
                                           : "raise some of them, or widen ranges, until 1 is within reach"});
}

}  // namespace

void check_chances(const Case& c, Problems& problems) {
  for (const ThirdParty& third : c.third_parties)
    for (const Stance& stance : third.stances) check_stance(third, stance, problems);
}

}  // namespace parley
