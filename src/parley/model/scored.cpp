#include "parley/model/scored.h"

#include <algorithm>
#include <cstddef>

#include "parley/model/weights.h"

namespace parley {
namespace {

constexpr std::int64_t nano_points_of_a_billionth = 100;

/// Combinations are interactions with a gain of either sign; their points stay empty.
Interaction interaction_of(const Utilities::Combination& combination) {
  Interaction interaction;
  interaction.name = combination.name;
  interaction.when = combination.when;
  return interaction;
}

void add_weight(WeightSpace& weights, Utility swing) {
  const std::int64_t nano = swing * nano_points_of_a_billionth;
  weights.central_nano.push_back(nano);
  weights.low.push_back(nano / 1000);
  weights.high.push_back(nano / 1000);
}

}  // namespace

Valuer scored_valuer(const Case& c, Actor who, const Utilities& utilities) {
  Valuer result;
  result.who = who;
  result.exact = result.scored = true;
  result.gain = utilities.options;
  for (Utility& gain : result.gain.front()) gain += utilities.base;
  for (const auto& combination : utilities.combinations) {
    result.interactions.push_back(interaction_of(combination));
    result.interaction_gain.push_back(combination.adds);
    result.interaction_phase.push_back(0);
  }
  result.credences.assign(c.phases.size(), {Decimal::whole, Decimal::whole, Decimal::whole});
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    result.phase_of.push_back(c.issues[i].phase);
    const auto [least, most] = std::ranges::minmax(result.gain[i]);
    add_weight(result.weights, most - least);
    std::vector<Spread> values;
    for (const Utility gain : result.gain[i]) {
      const auto value =
          most == least ? 0 : static_cast<std::int64_t>(Wide{gain - least} * all_points / (most - least));
      values.push_back({value, value, value});
    }
    result.values.push_back(std::move(values));
  }
  for (const Utility gain : result.interaction_gain) add_weight(result.weights, gain < 0 ? -gain : gain);
  return result;
}

}  // namespace parley
