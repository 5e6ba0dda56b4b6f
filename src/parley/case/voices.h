#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

#include "parley/case/case.h"

namespace parley {

/// Someone whose views are checked: a party, or one of its principals that states some of its own.
struct Voice {
  Preference preference;  ///< what it states, with the party's statements behind it
  std::string name;
  Place place;  ///< where these views are stated, or where they are missing
};

/// Visits the party, then its principals that have something of their own to say on a subject; `speaks` tells whether
/// a preference does. One at a time, since a voice is a copy that may be large.
void for_each_voice(const Case& c, int party, bool (*speaks)(const Preference&),
                    const std::function<void(const Voice&)>& visit);

template <typename T>
bool any_stated(const std::vector<std::optional<T>>& statements) {
  return std::ranges::any_of(statements, [](const auto& statement) { return statement.has_value(); });
}

/// Whether a preference says anything about what matters most.
bool speaks_of_weights(const Preference& preference);

/// Of places in falling order of precision, the first that is one.
Place first_place(std::initializer_list<Place> places);

}  // namespace parley
