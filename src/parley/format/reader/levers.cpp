#include "parley/format/reader/levers.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/format/reader/actor.h"
#include "parley/format/reader/conditions.h"
#include "parley/format/reader/dated.h"
#include "parley/format/reader/delay.h"
#include "parley/format/reader/quantity.h"

namespace parley {
namespace {

constexpr std::string_view example =
    "write {credence: {later: 0.6..0.8}, of: party} or {stance: {ally.matter: position}}";

/// Reads the changes of one lever. A change whose `of` is left out concerns every party, and becomes one of each.
class ChangeReader {
 public:
  ChangeReader(Reading& r, const Node& node, const Lever& lever)
      : r_(r), fields_(r, node, "change"), from_(fields_.from(r, lever.from)) {}

  std::vector<LeverChange> read() {
    if (!fields_.is_block()) return {};
    static constexpr std::array<std::pair<std::string_view, void (ChangeReader::*)(const Node&)>, 9> readers{{
        {"stance", &ChangeReader::read_stance},
        {"credence", &ChangeReader::read_credences},
        {"reservation", &ChangeReader::read_reservation},
        {"exit", &ChangeReader::read_exit},
        {"breakdown", &ChangeReader::read_breakdown},
        {"breakdown-chance", &ChangeReader::read_breakdown_chance},
        {"delay", &ChangeReader::read_delays},
        {"terms", &ChangeReader::read_terms},
        {"red-line-lifted", &ChangeReader::read_red_line},
    }};
    const auto count = std::ranges::count_if(readers, [&](const auto& reader) { return fields_.has(reader.first); });
    if (count != 1) {
      r_.report(fields_.place(), fmt::format("a change changes one thing, here are {}", count), std::string(example));
      return {};
    }
    if (!fields_.has("exit"))
      for (const std::string_view key : {"value", "range", "either", "gamble", "closed", "since"})
        if (const Node* node = fields_.find(key))
          r_.report(node->place, fmt::format("'{}' belongs to a change of an exit", key), "remove it");
    for (const auto& [key, reader] : readers)
      if (const Node* node = fields_.find(key)) (this->*reader)(*node);
    return std::move(changes_);
  }

 private:
  /// Those whom the change concerns; every party where nobody is named.
  std::vector<Actor> concerned() {
    if (const Node* of = fields_.find("of")) {
      const auto actor = read_actor(r_, *of, Who::sides_only);
      return actor ? std::vector{*actor} : std::vector<Actor>();
    }
    std::vector<Actor> all;
    for (int party = 0; party < static_cast<int>(r_.value.parties.size()); ++party) all.push_back({.party = party});
    return all;
  }

  /// The same for what only parties as a whole have.
  std::vector<Actor> parties() {
    auto all = concerned();
    if (all.size() == 1 && all.front().principal >= 0) {
      r_.report(fields_.find("of")->place, "this belongs to a party as a whole", "name the party without a principal");
      return {};
    }
    return all;
  }

  /// The one whom the change concerns, where it makes no sense for every party; nothing, with a problem, without it.
  std::optional<Actor> named(std::string_view what) {
    if (fields_.has("of")) {
      const auto all = concerned();
      return all.empty() ? std::nullopt : std::optional(all.front());
    }
    r_.report(fields_.place(), fmt::format("it is not said whose {} this is", what), "add of: party");
    return std::nullopt;
  }

  void nobody_in_particular() {
    if (const Node* of = fields_.find("of")) r_.report(of->place, "this change is nobody's own", "remove 'of'");
  }

  void read_stance(const Node& node) {
    nobody_in_particular();
    if (const auto taken = read_stance_position(r_, node)) changes_.emplace_back(*taken);
  }

  void read_credences(const Node& node) {
    const auto all = concerned();
    const auto entries = read_entries(r_, &node, "credences");
    if (node.kind == Node::Kind::mapping && entries.empty())
      r_.report(node.place, "there is no phase here", "write {later: 0.6..0.8}");
    for (const Node::Entry& entry : entries) {
      const int phase = find_word(r_, entry.key, entry.place, "a phase", r_.phases);
      const auto credence = read_quantity(r_, entry.value, credence_kind, from_);
      if (phase < 0 || !credence) continue;
      for (const Actor& who : all) changes_.emplace_back(CredenceChanged{who, phase, *credence});
    }
  }

  void read_reservation(const Node& node) {
    const auto all = concerned();
    const auto reservation = read_quantity(r_, node, reservation_kind, from_);
    if (!reservation) return;
    for (const Actor& who : all) changes_.emplace_back(ReservationChanged{who, *reservation});
  }

  void read_exit(const Node& node) {
    const auto who = named("exit");
    if (!who) return;
    if (who->principal >= 0) {
      r_.report(fields_.find("of")->place, "exits belong to a party as a whole", "name the party without a principal");
      return;
    }
    Words exits;
    for (const Exit& exit : r_.value.parties[static_cast<std::size_t>(who->party)].no_deal.exits) exits.add(exit.id);
    const int exit = read_word(r_, node, "an exit of this party", exits);
    const Node* closed = fields_.find("closed");
    const bool closes = closed != nullptr && read_yes_or_no(r_, *closed);
    if (closed != nullptr && !closes) {
      r_.report(closed->place, "an exit that is not closed has a value", "write closed: yes, or a value instead");
      return;
    }
    if (!closes) {
      const auto value = read_dated_value(r_, fields_, value_kind, from_, true);
      if (value && exit >= 0) changes_.emplace_back(ExitChanged{who->party, exit, *value});
      return;
    }
    for (const std::string_view key : {"value", "range", "either", "gamble", "since"})
      if (const Node* other = fields_.find(key))
        r_.report(other->place, "an exit that is closed is worth nothing to anybody", fmt::format("remove '{}'", key));
    if (exit >= 0) changes_.emplace_back(ExitClosed{who->party, exit});
  }

  void read_breakdown(const Node& node) {
    const auto all = parties();
    const auto value = read_quantity(r_, node, value_kind, from_);
    if (!value) return;
    for (const Actor& who : all) changes_.emplace_back(BreakdownChanged{who.party, value, {}});
  }

  void read_breakdown_chance(const Node& node) {
    const auto all = parties();
    const auto chance = read_quantity(r_, node, chance_kind, from_);
    if (!chance) return;
    for (const Actor& who : all) changes_.emplace_back(BreakdownChanged{who.party, {}, chance});
  }

  /// Of a party: of each of its principals that binds.
  void read_delays(const Node& node) {
    const auto all = concerned();
    const auto delay = read_delay(r_, node, from_);
    if (!delay) return;
    for (const Actor& who : all) {
      const auto& principals = r_.value.parties[static_cast<std::size_t>(who.party)].principals;
      for (int k = 0; k < static_cast<int>(principals.size()); ++k) {
        const bool meant = who.principal >= 0 ? k == who.principal : !principals[static_cast<std::size_t>(k)].advisory;
        if (meant) changes_.emplace_back(DelayChanged{who.party, k, *delay});
      }
    }
  }

  void read_terms(const Node& node) {
    nobody_in_particular();
    auto to = read_conditions(r_, node);
    if (!to.empty()) changes_.emplace_back(TermsHeld{std::move(to)});
  }

  void read_red_line(const Node& node) {
    const auto who = named("red line");
    auto conditions = read_conditions(r_, node);
    if (conditions.size() > 1)
      r_.report(node.place, "a red line names one issue", "make a change of its own for each of them");
    if (who && conditions.size() == 1) changes_.emplace_back(RedLineLifted{*who, std::move(conditions.front())});
  }

  Reading& r_;
  Fields fields_;
  Provenance from_;
  std::vector<LeverChange> changes_;
};

Lever read_lever(Reading& r, const Node::Entry& entry) {
  const Fields fields(r, entry.value, "lever", entry.place);
  Lever lever;
  lever.id = entry.key;
  lever.name = fields.line(r, "name", name_from(entry.key));
  lever.from = fields.from(r);
  const Node* changes = fields.find("changes");
  for (const Node& item : read_items(r, changes, "the changes of a lever"))
    for (LeverChange& change : ChangeReader(r, item, lever).read()) lever.changes.push_back(std::move(change));
  if (changes != nullptr && changes->kind == Node::Kind::sequence && changes->items.empty())
    r.report(changes->place, "this lever changes nothing", std::string(example));
  return lever;
}

}  // namespace

void read_levers(Reading& r, const Node* node) {
  Words levers;
  for (const Node::Entry& entry : read_named(r, node, "levers", levers)) r.value.levers.push_back(read_lever(r, entry));
}

}  // namespace parley
