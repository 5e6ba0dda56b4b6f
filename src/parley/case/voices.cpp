#include "parley/case/voices.h"

#include "parley/case/inherit.h"

namespace parley {

void for_each_voice(const Case& c, int party, bool (*speaks)(const Preference&),
                    const std::function<void(const Voice&)>& visit) {
  const Party& who = c.parties[static_cast<std::size_t>(party)];
  visit({who.preference, who.name, first_place({who.preference.from.place, who.from.place})});
  for (int i = 0; i < static_cast<int>(who.principals.size()); ++i) {
    const Principal& principal = who.principals[static_cast<std::size_t>(i)];
    if (!speaks(principal.preference)) continue;
    visit({preference_of(who, principal), name_of(c, {.party = party, .principal = i}),
           first_place({principal.preference.from.place, principal.from.place, who.from.place})});
  }
}

bool speaks_of_weights(const Preference& preference) {
  return any_stated(preference.weights) || !preference.order.empty() || !preference.interactions.empty();
}

Place first_place(std::initializer_list<Place> places) {
  const auto* const found = std::ranges::find_if(places, [](Place place) { return place.line > 0; });
  return found == places.end() ? Place{} : *found;
}

}  // namespace parley
