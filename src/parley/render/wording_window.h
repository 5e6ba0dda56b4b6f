#pragma once

#include <string>
#include <vector>

#include "parley/ask/window.h"

namespace parley {

// What every page about the window says in the same words.

/// "from 26 March to 4 May 2024", "on 4 May 2024".
std::string stretch_words(Date first, Date last);
/// The days on which the zone is open, a sentence each: "from 1 May to 4 May 2024; it closes on the next day: North:
/// its exit \"x\" has closed". `reading` names the reading: "in the central reading".
std::vector<std::string> open_sentences(const Windows& answer, const std::vector<Windows::Stretch>& open,
                                        std::string_view reading);
/// That nothing changes; empty where something does.
std::string unchanged_words(const Windows& answer);
/// How likely the newest text is to be approved by the ends of the days asked about; empty where nothing tells.
std::string ratified_words(const Windows& answer);
/// "open, certainly", "closed", "open", "not known": what a zone is in the central reading, and whether in every one.
std::string zone_words(const Windows::ZoneOn& zone);
/// "12 %", "about 12 %", "none", "".
std::string zone_share_words(const Windows::ZoneOn& zone);
/// What becomes of a text over time, over all readings: "certainly can; from 5 May 2024 cannot".
std::string history_words(const std::vector<Windows::Since>& history);
/// The same in the central reading: "every completion; from 5 May 2024 none"; for a text without brackets "can; from 5
/// May 2024 cannot".
std::string central_history_words(const std::vector<Windows::Since>& history, bool bracketed);
/// A value with its ends where these differ: "0.45 (0.40 to 0.50)".
std::string appraisal_words(const Appraisal& appraisal);
/// "43 %, 40 to 50 % over all readings", "at no chance", "at any chance".
std::string even_chance_words(const BreakEven& even);
/// "0.12, 0.10 to 0.20 over all readings", "at no cost", "at any cost".
std::string even_cost_words(const BreakEven& even);
/// "the exit \"x\"", with the day from which and the stance with which it is so.
std::string gamble_words(const Case& c, const Windows::Even& even);

}  // namespace parley
