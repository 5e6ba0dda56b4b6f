#include <fmt/core.h>

#include "parley/case/checks.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

struct Bounds {
  Decimal low;
  Decimal high;
};
constexpr Bounds points{Decimal::of(0), Decimal::of(100)};
constexpr Bounds belief{Decimal::of(0), Decimal::of(1)};

/// `what()` names the number; it is only called when there is something to say.
template <typename What>
void check_within(const Quantity& number, Bounds bounds, Problems& problems, What what) {
  if (!number.claims.empty()) check_claims(number, what(), problems);
  if (number.low >= bounds.low && number.high <= bounds.high) return;
  problems.push_back(
      {number.from.place,
       fmt::format("{} must lie between {} and {}, not at {}", what(), to_text(bounds.low), to_text(bounds.high),
                   range_text(number.low, number.high)),
       fmt::format("give a number or a range between {} and {}", to_text(bounds.low), to_text(bounds.high))});
}

template <typename What>
void check_not_negative(const std::optional<Quantity>& number, Problems& problems, What what) {
  if (!number) return;
  if (!number->claims.empty()) check_claims(*number, what(), problems);
  if (number->low >= Decimal::of(0)) return;
  problems.push_back({number->from.place, fmt::format("{} cannot be less than no time", what()),
                      "give a length of time from 0 days on"});
}

void check_preference(const Case& c, const Preference& preference, const std::string& who, Problems& problems) {
  for (std::size_t i = 0; i < preference.weights.size(); ++i) {
    const auto& weight = preference.weights[i];
    if (!weight) continue;
    check_within(*weight, points, problems,
                 [&] { return fmt::format("the weight of {} for {}", c.issues[i].name, who); });
  }
  for (const Interaction& interaction : preference.interactions) {
    check_within(interaction.points, points, problems,
                 [&] { return fmt::format("what {} gains or loses by a combination", who); });
  }
  for (std::size_t i = 0; i < preference.values.size(); ++i) {
    const auto& valuation = preference.values[i];
    const auto* values = valuation ? std::get_if<OptionValues>(&valuation->form) : nullptr;
    if (values == nullptr) continue;
    // Numbers that were drawn on a line between two points share a place; one problem there is enough.
    const Place* reported = nullptr;
    for (int level = 0; level < static_cast<int>(values->by_level.size()); ++level) {
      const Quantity& value = values->by_level[static_cast<std::size_t>(level)];
      if (reported != nullptr && *reported == value.from.place) continue;
      const std::size_t before = problems.size();
      check_within(value, points, problems, [&] {
        return fmt::format("the value of {} ({}) for {}", option_text(c, static_cast<int>(i), level), c.issues[i].name,
                           who);
      });
      if (problems.size() > before) reported = &value.from.place;
    }
  }
  for (std::size_t i = 0; i < preference.credences.size(); ++i) {
    const auto& credence = preference.credences[i];
    if (!credence) continue;
    check_within(*credence, belief, problems,
                 [&] { return fmt::format("the belief of {} that phase {} will come", who, c.phases[i].name); });
  }
}

void check_reservation(const std::optional<Quantity>& reservation, const std::vector<DatedValue>& later,
                       const std::string& who, Problems& problems) {
  const auto what = [&] { return "the reservation value of " + who; };
  if (reservation) check_within(*reservation, points, problems, what);
  for (const DatedValue& dated : later) check_within(dated.value, points, problems, what);
}

/// A value, or the parts of the gamble that it follows from.
template <typename What>
void check_worth(const DatedValue& dated, Problems& problems, What what) {
  const auto& gamble = dated.gamble;
  if (!gamble) return check_within(dated.value, points, problems, what);
  const auto part = [&](const char* name) { return [&what, name] { return fmt::format("{} of {}", name, what()); }; };
  check_within(gamble->chance, belief, problems, part("the chance"));
  check_within(gamble->win, points, problems, part("the success"));
  check_within(gamble->loss, points, problems, part("the failure"));
  check_within(gamble->cost, points, problems, part("the cost"));
}

void check_no_deal(const NoDeal& no_deal, const std::string& who, Problems& problems) {
  const auto check_all = [&](const std::vector<DatedValue>& values, const std::string& what) {
    for (const DatedValue& dated : values)
      check_worth(dated, problems, [&] { return fmt::format("the value of {} for {}", what, who); });
  };
  check_all(no_deal.flow, "the time while talks go on");
  check_all(no_deal.breakdown, "a breakdown");
  for (const Exit& exit : no_deal.exits) check_all(exit.values, exit.name);
  for (const DatedValue& dated : no_deal.breakdown_chance)
    check_within(dated.value, belief, problems, [&] { return "the chance of a breakdown for " + who; });
  if (const auto& patience = no_deal.patience)
    check_within(*patience, belief, problems, [&] { return "the patience of " + who; });
}

void check_stances(const Case& c, Problems& problems) {
  for (const ThirdParty& third : c.third_parties)
    for (const Stance& stance : third.stances)
      for (const Quantity& chance : stance.chances)
        check_within(chance, belief, problems,
                     [&] { return fmt::format("the chance of a position of {} on {}", third.name, stance.name); });
}

void check_change(const Lever& lever, const LeverChange& change, Problems& problems) {
  const auto what = [&] { return "what lever " + lever.name + " changes"; };
  if (const auto* credence = std::get_if<CredenceChanged>(&change)) {
    check_within(credence->credence, belief, problems, what);
  } else if (const auto* reservation = std::get_if<ReservationChanged>(&change)) {
    check_within(reservation->reservation, points, problems, what);
  } else if (const auto* exit = std::get_if<ExitChanged>(&change)) {
    check_worth(exit->value, problems, what);
  } else if (const auto* breakdown = std::get_if<BreakdownChanged>(&change)) {
    if (const auto& value = breakdown->value) check_within(*value, points, problems, what);
    if (const auto& chance = breakdown->chance) check_within(*chance, belief, problems, what);
  }
}

}  // namespace

void check_numbers(const Case& c, Problems& problems) {
  for (int i = 0; i < static_cast<int>(c.parties.size()); ++i) {
    const Party& party = c.parties[static_cast<std::size_t>(i)];
    check_preference(c, party.preference, party.name, problems);
    check_reservation(party.reservation, party.reservations, party.name, problems);
    check_no_deal(party.no_deal, party.name, problems);
    for (int j = 0; j < static_cast<int>(party.principals.size()); ++j) {
      const Principal& principal = party.principals[static_cast<std::size_t>(j)];
      const std::string who = name_of(c, {.party = i, .principal = j});
      check_preference(c, principal.preference, who, problems);
      check_reservation(principal.reservation, principal.reservations, who, problems);
    }
  }
  check_stances(c, problems);
  for (const Lever& lever : c.levers)
    for (const LeverChange& change : lever.changes) check_change(lever, change, problems);
  for (const Phase& phase : c.phases) {
    check_not_negative(phase.days, problems, [&] { return "the duration of phase " + phase.name; });
  }
}

}  // namespace parley
