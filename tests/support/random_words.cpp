#include "support/random_words.h"

#include <algorithm>
#include <utility>

#include "parley/case/gamble.h"
#include "support/case_builder.h"

namespace parley::test {
namespace {

/// Beside what is said, something else that overlaps it, so that what was possible before stays so.
void dispute(Random& random, Decimal step, Decimal most, Quantity& number) {
  if (!one_in(random, 3)) return;
  Claim said{number.low, number.high, Decimal::of(draw_int(random, 1, 3)), {}};
  Claim other = said;
  other.weight = Decimal::of(draw_int(random, 1, 3));
  const Decimal down{step.millionths * draw_int(random, 0, 2)};
  const Decimal up{step.millionths * draw_int(random, 0, 2)};
  other.low = std::max(Decimal(), said.low - down);
  other.high = std::min(most, said.high + up);
  number.low = other.low;
  number.high = other.high;
  number.claims = {said, other};
}

void dispute(Random& random, std::int64_t step, std::optional<Quantity>& number) {
  if (number) dispute(random, Decimal::of(step), Decimal::of(100), *number);
}

void dispute(Random& random, Preference& preference) {
  for (auto& weight : preference.weights) dispute(random, 5, weight);
  for (auto& valuation : preference.values) {
    auto* stated = valuation ? std::get_if<OptionValues>(&valuation->form) : nullptr;
    if (stated == nullptr) continue;
    for (Quantity& value : stated->by_level)
      if (!value.exact()) dispute(random, Decimal::of(25), Decimal::of(100), value);
  }
  for (auto& credence : preference.credences)
    if (credence) dispute(random, Decimal{250'000}, Decimal::of(1), *credence);
}

void add_claims(Random& random, Case& c) {
  for (Party& party : c.parties) {
    dispute(random, party.preference);
    dispute(random, 5, party.reservation);
    for (DatedValue& value : party.no_deal.breakdown) dispute(random, Decimal::of(5), Decimal::of(100), value.value);
    for (Exit& exit : party.no_deal.exits)
      for (DatedValue& value : exit.values) dispute(random, Decimal::of(5), Decimal::of(100), value.value);
    for (Principal& principal : party.principals) {
      dispute(random, principal.preference);
      dispute(random, 5, principal.reservation);
    }
  }
}

/// A range between multiples of a step.
Quantity drawn_range(Random& random, int low, int high, std::int64_t step) {
  const int a = draw_int(random, low, high);
  const int b = draw_int(random, low, high);
  return millionths(step * std::min(a, b), step * std::max(a, b));
}

DatedValue random_gamble(Random& random) {
  constexpr std::int64_t five = 5'000'000;
  Gamble gamble;
  gamble.chance = drawn_range(random, 1, 4, 200'000);
  gamble.win = drawn_range(random, 10, 18, five);
  gamble.loss = drawn_range(random, 2, 6, five);
  gamble.cost = drawn_range(random, 0, 2, five);
  DatedValue value;
  const GambleWorth worth = gamble_worth(gamble);
  value.value = range(worth.low, worth.high);
  value.gamble = std::move(gamble);
  return value;
}

/// The party's floor follows from its exit then.
void add_gamble(Random& random, Party& party) {
  if (!one_in(random, 2)) return;
  party.reservation.reset();
  NoDeal& no_deal = party.no_deal;
  if (no_deal.exits.empty()) {
    Exit exit;
    exit.id = "gamble-of-" + party.id;
    exit.name = "Gamble of " + party.name;
    no_deal.exits.push_back(std::move(exit));
  }
  no_deal.exits.front().values = {random_gamble(random)};
}

void take_turns(Random& random, Gate& gate) {
  if (gate.kind == Gate::Kind::all) gate.in_turn = one_in(random, 2);
  for (Gate& child : gate.children) take_turns(random, child);
}

/// Beside the tree, one that asks for the same principals in another way.
void dispute_consent(Random& random, Party& party) {
  take_turns(random, party.consent);
  if (party.principals.size() < 2 || !one_in(random, 2)) return;
  ConsentClaim said{party.consent, Decimal::of(draw_int(random, 1, 3)), {}};
  ConsentClaim other = said;
  other.weight = Decimal::of(draw_int(random, 1, 3));
  other.consent.kind = other.consent.kind == Gate::Kind::all ? Gate::Kind::any : Gate::Kind::all;
  other.consent.least = 0;
  other.consent.in_turn = other.consent.kind == Gate::Kind::all && one_in(random, 2);
  party.consent_claims = {said, other};
  if (other.weight > said.weight) party.consent = other.consent;
}

Delay random_delay(Random& random) {
  Delay delay;
  delay.days = drawn_range(random, 0, 10, 1'000'000);
  const std::int64_t first = delay.days.low.millionths / 1'000'000;
  const std::int64_t last = delay.days.high.millionths / 1'000'000;
  switch (draw(random, 0, 2)) {
    case 0:
      delay.typical = Decimal::of(draw(random, first, last));
      break;
    case 1:
      delay.seen = {delay.days.high, delay.days.low, Decimal::of(draw(random, first, last))};
      break;
    default:
      dispute(random, Decimal::of(2), Decimal::of(30), delay.days);
  }
  return delay;
}

void add_delays(Random& random, Case& c) {
  for (Party& party : c.parties)
    for (Principal& principal : party.principals)
      if (!one_in(random, 4)) principal.delay = random_delay(random);
}

/// Days on and after the one on which random cases stand.
DatedValue changed_value(Random& random) {
  static constexpr std::string_view days[] = {"2024-03-20", "2024-04-10", "2024-05-01"};
  DatedValue value;
  value.since = parse_date(days[draw(random, 0, 2)]);
  value.value = drawn_range(random, 0, 12, 5'000'000);
  return value;
}

void add_changes(Random& random, Case& c) {
  for (Party& party : c.parties) {
    if (party.reservation && one_in(random, 2)) party.reservations.push_back(changed_value(random));
    for (Exit& exit : party.no_deal.exits)
      if (one_in(random, 2)) exit.values.push_back(changed_value(random));
    for (Principal& principal : party.principals)
      if (principal.reservation && one_in(random, 2)) principal.reservations.push_back(changed_value(random));
  }
}

/// Chances in tenths that may add up to 1.
std::vector<Quantity> random_chances(Random& random, int positions) {
  std::vector<int> tenths(static_cast<std::size_t>(positions), 0);
  for (int given = 0; given < 10; ++given) ++tenths[static_cast<std::size_t>(draw(random, 0, positions - 1))];
  std::vector<Quantity> chances;
  for (const int middle : tenths) {
    const int off = std::min({draw_int(random, 0, 1), middle, 10 - middle});
    chances.push_back(millionths(100'000 * (middle - off), 100'000 * (middle + off)));
  }
  return chances;
}

void add_stance(Random& random, Case& c) {
  Stance stance;
  stance.id = "matter";
  stance.name = "Matter";
  stance.positions = {"for it", "against it"};
  if (one_in(random, 2)) stance.positions.emplace_back("undecided");
  const int positions = static_cast<int>(stance.positions.size());
  if (one_in(random, 3))
    stance.now = draw_int(random, 0, positions - 1);
  else if (one_in(random, 2))
    stance.chances = random_chances(random, positions);
  ThirdParty third;
  third.id = "third-1";
  third.name = "Third 1";
  third.stances.push_back(std::move(stance));
  c.third_parties.push_back(std::move(third));
  for (Party& party : c.parties) {
    if (!one_in(random, 2)) continue;
    DatedValue value = changed_value(random);
    value.since.reset();
    value.third_party = value.stance = 0;
    value.position = draw_int(random, 0, positions - 1);
    if (!party.no_deal.exits.empty())
      party.no_deal.exits.front().values.push_back(value);
    else
      party.reservations.push_back(value);
  }
}

}  // namespace

void add_random_words(Random& random, const CaseShape& shape, Case& c) {
  if (shape.claims) add_claims(random, c);
  for (Party& party : c.parties) {
    if (shape.gambles) add_gamble(random, party);
    if (shape.consents) dispute_consent(random, party);
  }
  if (shape.delays) add_delays(random, c);
  if (shape.dated) add_changes(random, c);
  if (shape.stances) add_stance(random, c);
}

}  // namespace parley::test
