#include "parley/case/pull_lever.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "parley/at.h"
#include "parley/case/check.h"

namespace parley {
namespace {

std::vector<DatedValue> always(const Quantity& value) {
  DatedValue made;
  made.value = value;
  return {made};
}

/// The options left of each issue that terms are about: all conditions on it at once.
std::vector<Condition> joined(const std::vector<Condition>& terms) {
  std::vector<Condition> result;
  for (const Condition& term : terms) {
    const auto known = std::ranges::find(result, term.issue, &Condition::issue);
    if (known == result.end()) {
      result.push_back(term);
      continue;
    }
    for (std::size_t level = 0; level < term.holds.size(); ++level)
      known->holds[level] = known->holds[level] && term.holds[level];
  }
  std::ranges::sort(result, {}, &Condition::issue);
  return result;
}

/// What a text says about an issue under a term: of its own options those that the term allows, else all that it does.
std::vector<int> read_with(const Condition& term, const std::vector<int>& alternatives) {
  std::vector<int> own;
  std::ranges::copy_if(alternatives, std::back_inserter(own), [&](int level) { return term.holds[at(level)]; });
  if (!own.empty()) return own;
  for (int level = 0; level < std::ssize(term.holds); ++level)
    if (term.holds[at(level)]) own.push_back(level);
  return own;
}

/// Makes one change after another; what hangs on all of them together comes at the end.
class LeverPull {
 public:
  explicit LeverPull(Case c) : c_(std::move(c)) {}

  void pull(const Lever& lever) {
    lever_ = &lever;
    for (const LeverChange& change : lever.changes) std::visit(*this, change);
  }

  Case done() {
    for (const ExitClosed& closed : closed_) close(c_.parties[at(closed.party)].no_deal.exits, closed.exit);
    terms_ = joined(terms_);
    for (int text = 0; text < std::ssize(c_.proposals); ++text) reword(text);
    c_.levers.clear();
    return std::move(c_);
  }

  void operator()(const StanceTaken& change) {
    Stance& stance = c_.third_parties[at(change.third_party)].stances[at(change.stance)];
    stance.now = change.position;
    stance.chances.clear();
  }

  void operator()(const CredenceChanged& change) {
    preference_of(change.who).credences[at(change.phase)] = change.credence;
  }

  void operator()(const ReservationChanged& change) {
    Party& party = c_.parties[at(change.who.party)];
    if (change.who.principal >= 0) {
      party.principals[at(change.who.principal)].reservation = change.reservation;
      party.principals[at(change.who.principal)].reservations.clear();
    } else {
      party.reservation = change.reservation;
      party.reservations.clear();
    }
  }

  void operator()(const ExitChanged& change) {
    c_.parties[at(change.party)].no_deal.exits[at(change.exit)].values = {change.value};
  }

  void operator()(const ExitClosed& change) { closed_.push_back(change); }

  void operator()(const BreakdownChanged& change) {
    NoDeal& no_deal = c_.parties[at(change.party)].no_deal;
    if (change.value) no_deal.breakdown = always(*change.value);
    if (change.chance) no_deal.breakdown_chance = always(*change.chance);
  }

  void operator()(const DelayChanged& change) {
    Party& party = c_.parties[at(change.party)];
    for (int k = 0; k < std::ssize(party.principals); ++k)
      if (change.principal < 0 || change.principal == k) party.principals[at(k)].delay = change.delay;
  }

  void operator()(const TermsHeld& change) {
    for (const Condition& term : change.to) {
      terms_.push_back(term);
      Rule rule;
      rule.kind = Rule::Kind::exclude;
      rule.name = lever_->name;
      rule.from = lever_->from;
      rule.when = {term};
      rule.when[0].holds.flip();
      // A term that leaves every option open is no rule.
      if (std::ranges::count(rule.when[0].holds, true) > 0) c_.rules.push_back(std::move(rule));
    }
  }

  void operator()(const RedLineLifted& change) {
    Party& party = c_.parties[at(change.who.party)];
    auto& lines = change.who.principal < 0 ? party.red_lines : party.principals[at(change.who.principal)].red_lines;
    for (RedLine& line : lines) {
      if (line.option.issue != change.option.issue) continue;
      for (std::size_t level = 0; level < line.option.holds.size(); ++level)
        if (change.option.holds[level]) line.option.holds[level] = false;
    }
    std::erase_if(lines, [](const RedLine& line) { return std::ranges::count(line.option.holds, true) == 0; });
  }

 private:
  Preference& preference_of(const Actor& who) {
    Party& party = c_.parties[at(who.party)];
    return who.principal < 0 ? party.preference : party.principals[at(who.principal)].preference;
  }

  static void close(std::vector<Exit>& exits, int closed) {
    std::vector<bool> shut(exits.size());
    shut[at(closed)] = true;
    // As often as there are exits: each may wait for the one after it in the file.
    for (std::size_t round = 0; round < exits.size(); ++round)
      for (std::size_t e = 0; e < exits.size(); ++e)
        if (exits[e].after >= 0 && shut[at(exits[e].after)]) shut[e] = true;
    for (std::size_t e = 0; e < exits.size(); ++e)
      if (shut[e]) exits[e].values.clear();
  }

  void reword(int text) {
    Proposal& proposal = c_.proposals[at(text)];
    bool changed = false;
    for (const Condition& term : terms_) {
      auto& alternatives = proposal.alternatives[at(term.issue)];
      auto read = read_with(term, alternatives);
      // Terms that leave no option at all are for the check to tell.
      if (read.empty() || read == alternatives) continue;
      alternatives = std::move(read);
      changed = true;
    }
    if (!changed) return;
    proposal.clauses.clear();
    proposal.excerpt = false;
    std::erase_if(c_.responses, [&](const Response& response) { return response.proposal == text; });
    std::erase_if(c_.approvals, [&](const Approval& approval) { return approval.proposal == text; });
  }

  Case c_;
  const Lever* lever_ = nullptr;
  std::vector<ExitClosed> closed_;
  std::vector<Condition> terms_;
};

/// One thing that a change sets, and to what.
struct LeverSetting {
  std::array<int, 4> thing{};
  std::string words;
  int lever = -1;
};

/// The settings of changes of which only one can hold.
std::vector<LeverSetting> settings_of(const Case& c, const LeverChange& change) {
  const int kind = static_cast<int>(change.index());
  const std::string words = change_text(c, change);
  if (const auto* stance = std::get_if<StanceTaken>(&change))
    return {{{kind, stance->third_party, stance->stance}, words}};
  if (const auto* credence = std::get_if<CredenceChanged>(&change))
    return {{{kind, credence->who.party, credence->who.principal, credence->phase}, words}};
  if (const auto* floor = std::get_if<ReservationChanged>(&change))
    return {{{kind, floor->who.party, floor->who.principal}, words}};
  if (const auto* exit = std::get_if<ExitChanged>(&change)) return {{{kind, exit->party, exit->exit}, words}};
  if (const auto* delay = std::get_if<DelayChanged>(&change)) return {{{kind, delay->party, delay->principal}, words}};
  std::vector<LeverSetting> settings;
  if (const auto* breakdown = std::get_if<BreakdownChanged>(&change)) {
    if (breakdown->value)
      settings.push_back(
          {{kind, breakdown->party, 0}, change_text(c, BreakdownChanged{breakdown->party, breakdown->value, {}})});
    if (breakdown->chance)
      settings.push_back(
          {{kind, breakdown->party, 1}, change_text(c, BreakdownChanged{breakdown->party, {}, breakdown->chance})});
  }
  return settings;
}

/// In the order of their ids, each once.
std::vector<int> in_order(const Case& c, std::vector<int> levers) {
  std::ranges::sort(levers, {}, [&](int lever) { return std::pair(c.levers[at(lever)].id, lever); });
  const auto repeated = std::ranges::unique(levers);
  levers.erase(repeated.begin(), repeated.end());
  return levers;
}

std::optional<Problem> clash(const Case& c, const std::vector<int>& levers) {
  std::vector<LeverSetting> known;
  for (const int lever : levers)
    for (const LeverChange& change : c.levers[at(lever)].changes)
      for (LeverSetting& setting : settings_of(c, change)) {
        setting.lever = lever;
        const auto other = std::ranges::find(known, setting.thing, &LeverSetting::thing);
        if (other == known.end()) {
          known.push_back(setting);
        } else if (other->words != setting.words) {
          const std::string who =
              other->lever == lever
                  ? fmt::format("the lever {} sets", c.levers[at(lever)].name)
                  : fmt::format("the levers {} and {} set", c.levers[at(other->lever)].name, c.levers[at(lever)].name);
          return Problem{c.levers[at(lever)].from.place,
                         fmt::format("{} one thing in two ways: {}; {}", who, other->words, setting.words),
                         "leave one of the two out"};
        }
      }
  return std::nullopt;
}

}  // namespace

Case pull_lever(const Case& c, const Lever& lever) {
  LeverPull pull(c);
  pull.pull(lever);
  return pull.done();
}

Case pull_levers(const Case& c, const std::vector<int>& levers) {
  LeverPull pull(c);
  for (const int lever : in_order(c, levers)) pull.pull(c.levers[at(lever)]);
  return pull.done();
}

std::optional<Problem> hindrance(const Case& c, const std::vector<int>& levers) {
  const std::vector<int> ordered = in_order(c, levers);
  if (auto found = clash(c, ordered)) return found;
  const Problems problems = check(pull_levers(c, ordered));
  return problems.empty() ? std::nullopt : std::optional(problems.front());
}

std::vector<int> terms_replaced(const Case& c, const std::vector<int>& levers, const Proposal& text) {
  std::vector<Condition> terms;
  for (const int lever : levers)
    for (const LeverChange& change : c.levers[at(lever)].changes)
      if (const auto* held = std::get_if<TermsHeld>(&change))
        terms.insert(terms.end(), held->to.begin(), held->to.end());
  std::vector<int> issues;
  for (const Condition& term : joined(terms))
    if (read_with(term, text.alternatives[at(term.issue)]) != text.alternatives[at(term.issue)])
      issues.push_back(term.issue);
  return issues;
}

}  // namespace parley
