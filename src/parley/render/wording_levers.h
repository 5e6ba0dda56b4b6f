#pragma once

#include <string>
#include <vector>

#include "parley/ask/levers.h"

namespace parley {

// How the pages speak of levers. Names come as they are in the case: whoever shows them makes them harmless.

std::string lever_name(const Case& c, int lever);
/// "as it is", "ally makes support conditional", "one lever with another".
std::string setting_name(const Case& c, const Leverage::Setting& setting);
/// What the levers of a setting change: "the stance of Ally on the operation is opposed".
std::vector<std::string> lever_changes(const Case& c, const Leverage::Setting& setting);

/// "20 %", "about 20 %", "none", "perhaps none", "not known": the zone as a share of the packages.
std::string zone_share_words(const Leverage::Setting& setting);
/// "2 issues", "none needed", "none of any size", "not found out".
std::string smallest_change_words(const SmallestChange& change);

/// What a setting that could be pulled changes against the case as it is, a sentence each: effects, never advice. One
/// sentence where it changes nothing.
std::vector<std::string> effect_sentences(const Case& c, const Leverage& answer, const Leverage::Setting& setting);

/// What the shares of readings are shares of, or why there are none.
std::string shares_words(const Leverage& answer);

/// For a case without levers: what they are, and how one is written.
std::string no_levers_words();
std::vector<std::string> lever_example();

}  // namespace parley
