#include <algorithm>
#include <cstddef>
#include <tuple>

#include "parley/at.h"
#include "parley/case/inherit.h"
#include "parley/model/floor.h"
#include "parley/model/model.h"
#include "parley/model/scored.h"
#include "parley/model/tie_keys.h"
#include "parley/model/value.h"

namespace parley {
namespace {

Spread spread_of(const Quantity& quantity) {
  return {quantity.low.millionths, (quantity.low.millionths + quantity.high.millionths) / 2, quantity.high.millionths};
}

WeightSpace weight_space(const Preference& preference) {
  WeightSpace space;
  const auto add = [&](const std::optional<Quantity>& points) {
    space.low.push_back(points ? points->low.millionths : 0);
    space.high.push_back(points ? points->high.millionths : all_points);
  };
  for (const auto& weight : preference.weights) add(weight);
  for (const Interaction& interaction : preference.interactions) add(interaction.points);
  space.order = preference.order;
  settle(space);
  return space;
}

/// Phases wait for one another, so a combination is carried out when its least believed phase is reached: the least in
/// the central reading, among equals the one that may be least, in the end the first by id.
int least_believed_phase(const Case& c, const Interaction& interaction, const std::vector<Spread>& credences) {
  const auto belief = [&](const Condition& condition) {
    const auto phase = at(c.issues[at(condition.issue)].phase);
    const Spread& credence = credences[phase];
    return std::tie(credence.central, credence.low, credence.high, c.phases[phase].id);
  };
  const auto least = std::ranges::min_element(interaction.when, {}, belief);
  return least == interaction.when.end() ? 0 : c.issues[at(least->issue)].phase;
}

/// weight [10^-9 points] * credence [10^-6] * value [10^-6 points] in utilities, rounded to nearest.
Utility product(std::int64_t weight_nano, std::int64_t credence, std::int64_t value) {
  const Wide scale = Wide{10'000'000} * 1'000'000'000;
  return static_cast<Utility>((Wide{weight_nano} * credence * value + scale / 2) / scale);
}

Valuer valuer(const Case& c, Actor who, const Preference& preference) {
  constexpr std::int64_t whole = 1'000'000;
  constexpr std::int64_t hundred = 100 * whole;
  Valuer result;
  result.who = who;
  result.weights = weight_space(preference);
  for (const auto& credence : preference.credences)
    result.credences.push_back(credence ? spread_of(*credence) : Spread{whole, whole, whole});
  for (std::size_t i = 0; i < c.issues.size(); ++i)
    result.values.push_back(option_values(c.issues[i], preference.values[i], who.party));
  for (const Issue& issue : c.issues) result.phase_of.push_back(issue.phase);
  result.interactions = preference.interactions;

  result.exact = result.weights.exact();
  for (const Spread& credence : result.credences) result.exact = result.exact && credence.exact();
  for (const auto& values : result.values)
    for (const Spread& value : values) result.exact = result.exact && value.exact();

  const auto& weights = result.weights.central_nano;
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    std::vector<Utility> gains;
    for (const Spread& value : result.values[i])
      gains.push_back(product(weights[i], result.credences[at(c.issues[i].phase)].central, value.central));
    result.gain.push_back(std::move(gains));
  }
  for (std::size_t e = 0; e < result.interactions.size(); ++e) {
    const int phase = least_believed_phase(c, result.interactions[e], result.credences);
    result.interaction_phase.push_back(phase);
    result.interaction_gain.push_back(
        product(weights[c.issues.size() + e], result.credences[at(phase)].central, hundred));
  }
  return result;
}

}  // namespace

Model compile(const Case& c, Date as_of) {
  Model model;
  model.as_of = as_of;
  for (const Issue& issue : c.issues) model.levels.push_back(issue.levels());
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    const Party& party = c.parties[p];
    const int index = static_cast<int>(p);
    const auto view = [&](Actor who, const Preference& preference) {
      return party.utilities ? scored_valuer(c, who, *party.utilities) : valuer(c, who, preference);
    };
    model.parties.push_back(view({index, -1, -1}, party.preference));
    std::vector<Valuer> principals;
    std::vector<Floor> floors;
    for (std::size_t k = 0; k < party.principals.size(); ++k) {
      const Principal& principal = party.principals[k];
      principals.push_back(view({index, static_cast<int>(k), -1}, preference_of(party, principal)));
      floors.push_back(floor_of(c, party, principal, as_of));
      // Where nothing is stated every package is better than no deal, and numbers may lie below 0.
      if (party.utilities && floors.back().from == Floor::From::nothing) {
        const Utility lowest = std::min(Utility{0}, central_range(principals.back()).low);
        floors.back().central = lowest;
        floors.back().span = {lowest, lowest};
      }
    }
    model.principals.push_back(std::move(principals));
    model.floors.push_back(std::move(floors));
  }
  model.tie_keys = tie_keys(c, model);
  return model;
}

}  // namespace parley
