#include <algorithm>
#include <cstddef>

#include "parley/at.h"
#include "parley/model/consent.h"
#include "parley/model/model.h"
#include "parley/model/reading/readings.h"

namespace parley {

Utility utility_in(const ReadView& view, std::size_t reading, const Package& package) {
  Utility sum = 0;
  for (std::size_t i = 0; i < view.gain.size(); ++i) sum += in_reading(view.gain[i][at(package[i])], reading);
  for (std::size_t e = 0; e < view.interactions.size(); ++e)
    if (counts(view.interactions[e], package)) sum += in_reading(view.interaction_gain[e], reading);
  return sum;
}

bool approves_in(const Case& c, const Readings& readings, int party, int principal, std::size_t reading,
                 const Package& package) {
  const Party& side = c.parties[at(party)];
  const auto hit = [&](const RedLine& line) { return line.option.holds[at(package[at(line.option.issue)])]; };
  if (std::ranges::any_of(side.red_lines, hit) || std::ranges::any_of(side.principals[at(principal)].red_lines, hit))
    return false;
  const ReadView& view = readings.views[at(party)][at(principal)];
  return utility_in(view, reading, package) >= in_reading(view.floor, reading);
}

bool approves_in(const Case& c, const Readings& readings, int party, std::size_t reading, const Package& package) {
  const Party& side = c.parties[at(party)];
  std::vector<bool> approvals;
  for (std::size_t k = 0; k < side.principals.size(); ++k)
    approvals.push_back(approves_in(c, readings, party, static_cast<int>(k), reading, package));
  const auto& claims = readings.consent[at(party)];
  return gate_approves(side, claims.empty() ? side.consent : side.consent_claims[claims[reading]].consent, approvals);
}

}  // namespace parley
