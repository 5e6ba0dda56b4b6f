#include <fmt/core.h>

#include <ranges>

#include "parley/case/checks.h"
#include "parley/case/phrases.h"
#include "parley/case/voices.h"

namespace parley {
namespace {

/// The phase whose credence limits that of `phase`: the least certain one among those that it waits for.
int limiting(const Case& c, const Voice& voice, int phase, std::vector<int>& known) {
  const auto high = [&](int p) {
    const auto& credence = voice.preference.credences[static_cast<std::size_t>(p)];
    return credence ? credence->high : Decimal::of(1);
  };
  std::vector<int> path;
  int at = c.phases[static_cast<std::size_t>(phase)].after;
  // No path is longer than the number of phases unless it runs in a circle, which is reported elsewhere.
  while (at >= 0 && known[static_cast<std::size_t>(at)] < 0 && path.size() <= c.phases.size()) {
    path.push_back(at);
    at = c.phases[static_cast<std::size_t>(at)].after;
  }
  int least = at >= 0 ? known[static_cast<std::size_t>(at)] : -1;
  for (const int p : std::views::reverse(path)) {
    if (least < 0 || high(p) < high(least)) least = p;
    known[static_cast<std::size_t>(p)] = least;
  }
  return least;
}

void check_voice(const Case& c, const Voice& voice, Problems& problems) {
  std::vector<int> known(c.phases.size(), -1);
  for (int phase = 0; phase < static_cast<int>(c.phases.size()); ++phase) {
    const int before = limiting(c, voice, phase, known);
    if (before < 0 || before == phase) continue;
    const auto& earlier = voice.preference.credences[static_cast<std::size_t>(before)];
    const auto& later = voice.preference.credences[static_cast<std::size_t>(phase)];
    const Decimal low = later ? later->low : Decimal::of(1);
    if (!earlier || low <= earlier->high) continue;
    const std::string& first = c.phases[static_cast<std::size_t>(before)].name;
    const std::string& second = c.phases[static_cast<std::size_t>(phase)].name;
    problems.push_back(
        {later ? later->from.place : earlier->from.place,
         fmt::format("phase {} waits for {}, so {} cannot believe in it more ({}{}) than in {} ({})", second, first,
                     voice.name, later ? "" : "not stated, so ", later ? range_text(later->low, later->high) : "1",
                     first, range_text(earlier->low, earlier->high)),
         fmt::format("give {} a credence of at most {}", second, to_text(earlier->high))});
  }
}

}  // namespace

void check_beliefs(const Case& c, Problems& problems) {
  const auto speaks = [](const Preference& preference) { return any_stated(preference.credences); };
  for (int party = 0; party < static_cast<int>(c.parties.size()); ++party) {
    for_each_voice(c, party, speaks, [&](const Voice& voice) { check_voice(c, voice, problems); });
  }
}

}  // namespace parley
