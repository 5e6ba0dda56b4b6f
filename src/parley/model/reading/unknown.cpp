#include "parley/model/reading/unknown.h"

#include <fmt/core.h>

#include <cstddef>

#include "parley/at.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

using Kind = Unknown::Kind;

const Exit& exit_of(const Case& c, const Unknown& unknown) {
  return c.parties[at(unknown.who.party)].no_deal.exits[at(unknown.item)];
}

const std::vector<DatedValue>* dated_list(const Case& c, const Unknown& unknown) {
  if (unknown.level < 0 || unknown.who.party < 0) return nullptr;
  const Party& party = c.parties[at(unknown.who.party)];
  switch (unknown.kind) {
    case Kind::reservation:
      return unknown.who.principal < 0 ? &party.reservations
                                       : &party.principals[at(unknown.who.principal)].reservations;
    case Kind::breakdown:
      return &party.no_deal.breakdown;
    case Kind::exit:
    case Kind::chance:
    case Kind::win:
    case Kind::loss:
    case Kind::cost:
      return &exit_of(c, unknown).values;
    default:
      return nullptr;
  }
}

/// " if United States on the operation is opposed", of what depends on a stance.
std::string condition_of(const Case& c, const Unknown& unknown) {
  const auto* const list = dated_list(c, unknown);
  if (list == nullptr) return "";
  const DatedValue& value = (*list)[at(unknown.level)];
  if (value.third_party < 0) return "";
  const ThirdParty& third = c.third_parties[at(value.third_party)];
  const Stance& stance = third.stances[at(value.stance)];
  return fmt::format(" if {} on {} is {}", third.name, stance.name, stance.positions[at(value.position)]);
}

std::string interaction_name(const Case& c, const Unknown& unknown) {
  const Party& party = c.parties[at(unknown.who.party)];
  const auto& own = unknown.who.principal < 0 ? party.preference.interactions
                                              : party.principals[at(unknown.who.principal)].preference.interactions;
  const Interaction& interaction = (own.empty() ? party.preference.interactions : own)[at(unknown.item)];
  if (!interaction.name.empty()) return interaction.name;
  std::vector<std::string> when;
  for (const Condition& condition : interaction.when) when.push_back(condition_text(c, condition));
  return listed(when);
}

std::string what_text(const Case& c, const Unknown& unknown, const std::string& who) {
  const auto item = at(unknown.item);
  switch (unknown.kind) {
    case Kind::weight:
      return fmt::format("weight of {} to {}", c.issues[item].name, who);
    case Kind::interaction:
      return fmt::format("points of {} to {}", interaction_name(c, unknown), who);
    case Kind::value:
      return fmt::format("value of {}: {} to {}", c.issues[item].name, option_text(c, unknown.item, unknown.level),
                         who);
    case Kind::credence:
      return fmt::format("belief of {} that {} comes", who, c.phases[item].name);
    case Kind::reservation:
      return fmt::format("reservation value of {}", who);
    case Kind::breakdown:
      return fmt::format("what breakdown is worth to {}", who);
    case Kind::exit:
      return fmt::format("what {} is worth to {}", exit_of(c, unknown).name, who);
    case Kind::chance:
      return fmt::format("chance that {} succeeds, to {}", exit_of(c, unknown).name, who);
    case Kind::win:
      return fmt::format("what {} is worth to {} if it succeeds", exit_of(c, unknown).name, who);
    case Kind::loss:
      return fmt::format("what {} is worth to {} if it fails", exit_of(c, unknown).name, who);
    case Kind::cost:
      return fmt::format("what {} costs {}", exit_of(c, unknown).name, who);
    case Kind::stance:
      return fmt::format("stance of {} on {}", who, c.third_parties[at(unknown.who.third_party)].stances[item].name);
    case Kind::consent:
      return fmt::format("whose approval {} needs", who);
    case Kind::opening:
      return fmt::format("whether {} is there for {}", exit_of(c, unknown).name, who);
  }
  return "";
}

/// With one digit after the point at most: what is drawn has six, and nobody reads them.
std::string tenths_text(std::int64_t millionths) {
  constexpr std::int64_t tenth = 100'000;
  const std::int64_t tenths = (millionths + (millionths < 0 ? -tenth : tenth) / 2) / tenth;
  return to_text(Decimal{tenths * tenth});
}

}  // namespace

std::string unknown_text(const Case& c, const Unknown& unknown) {
  return what_text(c, unknown, name_of(c, unknown.who)) + condition_of(c, unknown);
}

std::string unknown_value_text(const Case& c, const Unknown& unknown, std::int64_t millionths) {
  constexpr std::int64_t percent = 100;
  const auto index = static_cast<std::size_t>(millionths);
  switch (unknown.kind) {
    case Kind::credence:
    case Kind::chance:
      return tenths_text(millionths * percent) + " %";
    case Kind::stance:
      return c.third_parties[at(unknown.who.third_party)].stances[at(unknown.item)].positions[index];
    case Kind::consent: {
      const Party& party = c.parties[at(unknown.who.party)];
      return gate_text(party, party.consent_claims[index].consent);
    }
    case Kind::opening:
      return millionths != 0 ? "there" : "not there";
    default:
      return tenths_text(millionths);
  }
}

}  // namespace parley
