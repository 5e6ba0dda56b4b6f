#include <fmt/core.h>

#include "parley/case/checks.h"
#include "parley/case/gamble.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

std::string text_of(const Quantity& number) { return range_text(number.low, number.high); }

bool within(const Quantity& number, std::int64_t most) {
  return number.low >= Decimal::of(0) && number.high <= Decimal::of(most);
}

/// Parts beyond their own bounds are reported as numbers.
bool parts_sound(const Gamble& gamble) {
  return within(gamble.chance, 1) && within(gamble.win, 100) && within(gamble.loss, 100) && within(gamble.cost, 100);
}

void check_gamble(const DatedValue& value, const std::string& what, Problems& problems) {
  const auto& gamble = value.gamble;
  if (!gamble || !parts_sound(*gamble)) return;
  const GambleWorth worth = gamble_worth(*gamble);
  if (worth.low >= Decimal::of(0) && worth.high <= Decimal::of(100)) return;
  problems.push_back({value.value.from.place,
                      fmt::format("{} would be worth {}, outside of 0 to 100: chance {}, win {}, loss {}, cost {}",
                                  what, range_text(worth.low, worth.high), text_of(gamble->chance),
                                  text_of(gamble->win), text_of(gamble->loss), text_of(gamble->cost)),
                      fmt::format("lower the cost to at most what a failure is worth at least, {}, or raise that",
                                  to_text(gamble->loss.low))});
}

}  // namespace

void check_gambles(const Case& c, Problems& problems) {
  for (const Party& party : c.parties)
    for (const Exit& exit : party.no_deal.exits)
      for (const DatedValue& value : exit.values)
        check_gamble(value, fmt::format("exit {} of {}", exit.name, party.name), problems);
  for (const Lever& lever : c.levers)
    for (const LeverChange& change : lever.changes)
      if (const auto* exit = std::get_if<ExitChanged>(&change))
        check_gamble(exit->value, fmt::format("the exit that lever {} changes", lever.name), problems);
}

}  // namespace parley
