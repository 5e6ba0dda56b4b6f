#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "parley/case/checks.h"
#include "parley/case/inherit.h"
#include "parley/case/phrases.h"
#include "parley/case/voices.h"

namespace parley {
namespace {

/// What a change changes: two changes with the same key contradict each other or say the same twice.
using ChangeKey = std::tuple<int, int, int, int>;

struct KeyMaker {
  using Keys = std::vector<ChangeKey>;
  Keys operator()(const StanceTaken& change) const { return {{0, change.third_party, change.stance, -1}}; }
  Keys operator()(const CredenceChanged& change) const {
    return {{1, change.who.party, change.who.principal, change.phase}};
  }
  Keys operator()(const ReservationChanged& change) const { return {{2, change.who.party, change.who.principal, -1}}; }
  Keys operator()(const ExitChanged& change) const { return {{3, change.party, change.exit, -1}}; }
  Keys operator()(const ExitClosed& change) const { return {{3, change.party, change.exit, -1}}; }
  Keys operator()(const BreakdownChanged& change) const { return {{4, change.party, change.chance ? 1 : 0, -1}}; }
  Keys operator()(const DelayChanged& change) const { return {{5, change.party, change.principal, -1}}; }
  /// Terms speak of several issues: one key for each.
  Keys operator()(const TermsHeld& change) const {
    Keys keys;
    for (const Condition& condition : change.to) keys.emplace_back(6, condition.issue, -1, -1);
    return keys;
  }
  Keys operator()(const RedLineLifted& change) const {
    return {{7, change.who.party, change.who.principal, change.option.issue}};
  }
};

void check_once(const Case& c, const Lever& lever, Problems& problems) {
  std::set<ChangeKey> seen;
  for (const LeverChange& change : lever.changes)
    for (const ChangeKey& key : std::visit(KeyMaker{}, change)) {
      if (seen.insert(key).second) continue;
      problems.push_back({lever.from.place,
                          fmt::format("lever {} changes one thing twice: {}", lever.name, change_text(c, change)),
                          "keep one of the two changes, or make a lever of its own of the other"});
    }
}

bool touches(const RedLine& line, const Condition& option) {
  if (line.option.issue != option.issue) return false;
  for (std::size_t level = 0; level < option.holds.size(); ++level)
    if (line.option.holds[level] && option.holds[level]) return true;
  return false;
}

void check_red_line(const Case& c, const Lever& lever, const RedLineLifted& lifted, Problems& problems) {
  const Party& party = c.parties[static_cast<std::size_t>(lifted.who.party)];
  std::vector<RedLine> lines = party.red_lines;
  if (lifted.who.principal >= 0)
    lines = red_lines_of(party, party.principals[static_cast<std::size_t>(lifted.who.principal)]);
  if (std::ranges::any_of(lines, [&](const RedLine& line) { return touches(line, lifted.option); })) return;
  std::vector<std::string> known;
  for (const RedLine& line : lines) known.push_back(condition_text(c, line.option));
  problems.push_back({first_place({lifted.option.place, lever.from.place}),
                      fmt::format("lever {} lifts a red line that {} does not have: {}", lever.name,
                                  name_of(c, lifted.who), condition_text(c, lifted.option)),
                      known.empty() ? "it has none; leave this out, or state the red line"
                                    : fmt::format("it has: {}", listed(known))});
}

/// Terms to which no package that obeys the rules can be held.
void check_terms(const Case& c, const Lever& lever, const RuleBook& book, const std::vector<int>& rules, Effort& effort,
                 Problems& problems) {
  std::vector<Levels> open = all_levels(c);
  bool held = false;
  for (const LeverChange& change : lever.changes) {
    const auto* terms = std::get_if<TermsHeld>(&change);
    if (terms == nullptr) continue;
    held = true;
    for (const Condition& condition : terms->to)
      for (std::size_t level = 0; level < condition.holds.size(); ++level)
        if (!condition.holds[level]) open[static_cast<std::size_t>(condition.issue)].reset(level);
  }
  if (!held || feasible(book, rules, open, effort) != Feasible::no) return;
  problems.push_back({lever.from.place, fmt::format("no package obeys the rules and the terms of lever {}", lever.name),
                      "let the terms allow more options"});
}

}  // namespace

void check_levers(const Case& c, const RuleBook& book, const std::vector<int>& rules, Problems& problems) {
  Effort effort;
  for (const Lever& lever : c.levers) {
    if (lever.changes.empty())
      problems.push_back({lever.from.place, fmt::format("lever {} changes nothing", lever.name),
                          "name what it changes, or leave it out"});
    check_once(c, lever, problems);
    for (const LeverChange& change : lever.changes)
      if (const auto* lifted = std::get_if<RedLineLifted>(&change)) check_red_line(c, lever, *lifted, problems);
    check_terms(c, lever, book, rules, effort, problems);
  }
}

}  // namespace parley
