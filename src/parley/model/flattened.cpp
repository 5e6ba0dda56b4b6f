#include "parley/model/flattened.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>

#include "parley/case/phrases.h"
#include "parley/case/voices.h"
#include "parley/model/consent.h"

namespace parley {
namespace {

Utilities utilities_of(const Valuer& valuer, Utility floor) {
  Utilities utilities;
  utilities.options = valuer.gain;
  for (std::size_t e = 0; e < valuer.interactions.size(); ++e) {
    const Interaction& interaction = valuer.interactions[e];
    const Utility gain = valuer.interaction_gain[e];
    // A penalty counts unless the combination holds.
    if (interaction.penalty) utilities.base += gain;
    utilities.combinations.push_back({interaction.name, interaction.when, interaction.penalty ? -gain : gain});
  }
  utilities.reservation = floor;
  return utilities;
}

std::string names_of(const Case& c, bool (*has)(const Party&)) {
  std::vector<std::string> names;
  for (const Party& party : c.parties)
    if (has(party)) names.push_back(party.name);
  return listed(names);
}

void tell(const Case& c, bool (*has)(const Party&), const char* what, std::vector<std::string>& lost) {
  if (std::ranges::any_of(c.parties, has)) lost.push_back(fmt::format(fmt::runtime(what), names_of(c, has)));
}

/// What none of the other tools knows, nor a case file that is made of utilities alone.
void tell_frame(const Case& c, std::vector<std::string>& lost) {
  const auto tell_if = [&](bool there, const char* what) {
    if (there) lost.emplace_back(what);
  };
  tell_if(!c.rules.empty(), "the rules: packages that break them are packages there");
  tell_if(c.phases.size() > 1, "the phases: in which of them an issue is settled, and what they wait for");
  tell_if(!c.proposals.empty(), "the tabled texts and what was answered to them");
  tell_if(!c.third_parties.empty(), "the third parties and their stances");
  tell_if(!c.events.empty(), "the events");
  tell_if(!c.levers.empty(), "the levers");
  tell_if(c.exchange.has_value(), "the exchange");
  const auto stated = [](const Party& party) { return party.utilities.has_value(); };
  tell_if(!c.sources.empty() && !std::ranges::all_of(c.parties, stated), "the sources and remarks of every number");
}

void tell_losses(const Case& c, const Model& model, std::vector<std::string>& lost) {
  tell_frame(c, lost);
  const auto ranges = [](const Valuer& valuer) { return !valuer.exact; };
  if (std::ranges::any_of(model.parties, ranges))
    lost.emplace_back("ranges, orders and shapes of values: each number is that of the central reading");
  tell(
      c, [](const Party& party) { return party.principals.size() > 1; },
      "the principals of {}: each party is one, and its floor that of its consent tree", lost);
  tell(
      c,
      [](const Party& party) {
        return !party.red_lines.empty() ||
               std::ranges::any_of(party.principals, [](const Principal& p) { return !p.red_lines.empty(); });
      },
      "the red lines of {}", lost);
  tell(c, [](const Party& party) { return !party.aspirations.empty(); }, "the public demands of {}", lost);
  tell(
      c, [](const Party& party) { return !party.no_deal.empty(); },
      "what {} could do without a deal: its floor is that of the date", lost);
  tell(
      c,
      [](const Party& party) {
        return !party.reservations.empty() ||
               std::ranges::any_of(party.principals, [](const Principal& p) { return !p.reservations.empty(); });
      },
      "how the reservation value of {} changes: its floor is that of the date", lost);
  tell(
      c, [](const Party& party) { return any_stated(party.preference.credences); },
      "the beliefs of {} in later phases: they are in the numbers", lost);
}

}  // namespace

Case flattened(const Case& c, const Model& model, std::vector<std::string>& lost) {
  tell_losses(c, model, lost);
  Case flat = c;
  for (std::size_t p = 0; p < flat.parties.size(); ++p) {
    Party& party = flat.parties[p];
    if (!party.utilities) party.utilities = utilities_of(model.parties[p], party_floor(c, model, static_cast<int>(p)));
  }
  return flat;
}

}  // namespace parley
