#include <fmt/core.h>

#include "parley/at.h"
#include "parley/case/case.h"
#include "parley/case/mapped.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

std::string number_text(const Quantity& number) { return range_text(number.low, number.high); }

std::string delay_text(const Delay& delay) {
  std::string text = number_text(delay.days) + (delay.days.high == Decimal::of(1) ? " day" : " days");
  if (delay.typical) text += ", typically " + to_text(*delay.typical);
  return text;
}

/// Writes a change as a clause that tells how things then are.
struct ChangeWords {
  const Case& c;

  const Party& party(int index) const { return c.parties[at(index)]; }
  const std::string& exit_name(int of, int exit) const { return party(of).no_deal.exits[at(exit)].name; }

  std::string operator()(const StanceTaken& change) const {
    const ThirdParty& third = c.third_parties[at(change.third_party)];
    const Stance& stance = third.stances[at(change.stance)];
    return fmt::format("the stance of {} on {} is {}", third.name, stance.name, stance.positions[at(change.position)]);
  }

  std::string operator()(const CredenceChanged& change) const {
    return fmt::format("the belief of {} that phase {} will come is {}", name_of(c, change.who),
                       c.phases[at(change.phase)].name, number_text(change.credence));
  }

  std::string operator()(const ReservationChanged& change) const {
    return fmt::format("the reservation value of {} is {}", name_of(c, change.who), number_text(change.reservation));
  }

  std::string operator()(const ExitChanged& change) const {
    std::string text = fmt::format("{} is worth {} to {}", exit_name(change.party, change.exit),
                                   number_text(change.value.value), party(change.party).name);
    if (const auto& gamble = change.value.gamble)
      text += fmt::format(" (chance {}, win {}, loss {}, cost {})", number_text(gamble->chance),
                          number_text(gamble->win), number_text(gamble->loss), number_text(gamble->cost));
    return text;
  }

  std::string operator()(const ExitClosed& change) const {
    return fmt::format("{} cannot choose {}", party(change.party).name, exit_name(change.party, change.exit));
  }

  std::string operator()(const BreakdownChanged& change) const {
    const Party& side = party(change.party);
    std::vector<std::string> parts;
    if (change.value)
      parts.push_back(fmt::format("a breakdown is worth {} to {}", number_text(*change.value), side.name));
    if (change.chance)
      parts.push_back(fmt::format("the chance of a breakdown within {} for {} is {}",
                                  counted(side.no_deal.period_days, "days"), side.name, number_text(*change.chance)));
    return listed(parts);
  }

  std::string operator()(const DelayChanged& change) const {
    return fmt::format("the approval of {} takes {}",
                       name_of(c, {.party = change.party, .principal = change.principal}), delay_text(change.delay));
  }

  std::string operator()(const TermsHeld& change) const {
    return "in every package " +
           listed(mapped(change.to, [&](const Condition& term) { return condition_text(c, term); }));
  }

  std::string operator()(const RedLineLifted& change) const {
    return fmt::format("{} gives up its red line: {}", name_of(c, change.who), condition_text(c, change.option));
  }
};

}  // namespace

std::string change_text(const Case& c, const LeverChange& change) { return std::visit(ChangeWords{c}, change); }

}  // namespace parley
