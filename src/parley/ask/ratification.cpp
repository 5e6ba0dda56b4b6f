#include "parley/ask/ratification.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "parley/ask/consent_parts.h"
#include "parley/ask/versions.h"
#include "parley/at.h"
#include "parley/case/mapped.h"
#include "parley/model/gates.h"

namespace parley {
namespace {

bool unanswered(const Approval& approval, Date as_of) {
  return !approval.answer_came() || !known_by(approval.answered, as_of);
}

/// The newest asking of a principal for its approval of a text that is not answered yet. A party that is asked as a
/// whole asks each of its principals.
const Approval* asking_of(const Case& c, int proposal, const Actor& who, Date as_of) {
  const Approval* newest = nullptr;
  for (const Approval& approval : c.approvals) {
    const bool of_it =
        approval.of.party == who.party && (approval.of.principal == who.principal || approval.of.principal < 0);
    if (!of_it || approval.proposal != proposal || !approval.asked || !known_by(approval.asked, as_of)) continue;
    if (!unanswered(approval, as_of)) continue;
    if (newest == nullptr || newest->asked < approval.asked) newest = &approval;
  }
  return newest;
}

/// How many days have surely gone by since a day that may be known as a month only.
int days_passed(Date since, Date as_of) { return std::max(0, days_between(last_day_of(since), as_of)); }

ApprovalStep step_of(const Case& c, Date as_of, int proposal, const Actor& who, Ballot said) {
  const Principal& self = c.parties[at(who.party)].principals[at(who.principal)];
  ApprovalStep step;
  step.who = who;
  if (said == Ballot::yes) {
    step.state = ApprovalStep::State::approved;
    return step;
  }
  int passed = 0;
  const Approval* const asking = asking_of(c, proposal, who, as_of);
  if (said == Ballot::no) {
    step.state = ApprovalStep::State::refused;
  } else if (asking != nullptr) {
    step.state = ApprovalStep::State::asked;
    step.since = asking->asked;
    const auto& since = step.since;
    if (since && as_of != Date{}) passed = days_passed(*since, as_of);
    if (asking->due && !self.delay && as_of != Date{}) step.due = asking->due;
  }
  if (const auto& due = step.due) {
    const int left = days_between(as_of, last_day_of(*due));
    step.run_out = left < 0;
    step.days = after_days(std::max(0, left));
    step.assumed = is_assumption(c, asking->from);
    return step;
  }
  const auto& delay = self.delay;
  step.unstated = !delay;
  if (!delay) return step;
  step.assumed =
      delay->days.claims.empty()
          ? is_assumption(c, delay->days.from)
          : std::ranges::all_of(delay->days.claims, [&](const Claim& claim) { return is_assumption(c, claim.from); });
  const auto left = days_of(*delay, passed);
  step.run_out = !left;
  step.days = left.value_or(at_once());
  return step;
}

/// Everybody whom one of the trees of a party asks, by ids.
std::vector<int> all_asked(const Party& side, const PartyConsent& party) {
  std::vector<int> principals;
  for (const ConsentTree& tree : party.trees)
    for (const int k : principals_in(side, tree.consent))
      if (std::ranges::find(principals, k) == principals.end()) principals.push_back(k);
  std::ranges::sort(principals, {}, [&](int k) { return side.principals[at(k)].id; });
  return principals;
}

/// The days of one tree: those who cannot approve, or said no, are passed over where it can do without them; where it
/// cannot, the days are those that it would take if they did.
TreeDays days_of_tree(const Party& side, const ConsentTree& tree, const PartyConsent& party,
                      const std::vector<Ballot>& said, const std::vector<DayChances>& days) {
  std::vector<bool> can;
  for (std::size_t k = 0; k < side.principals.size(); ++k)
    can.push_back(said[k] == Ballot::yes ||
                  (said[k] == Ballot::open && party.principals[k].verdict != Verdict::certainly_not));
  std::vector<DayChances> counted = days;
  if (gate_approves(side, tree.consent, can))
    for (std::size_t k = 0; k < can.size(); ++k)
      if (!can[k]) counted[k] = never_comes();
  return days_until_approved(side, tree.consent, counted);
}

bool closed(const Party& side, const PartyConsent& party, const std::vector<Ballot>& said) {
  return std::ranges::all_of(
      party.trees, [&](const ConsentTree& tree) { return gate_ballot(side, tree.consent, said) == Ballot::no; });
}

void add_dated(const std::vector<DatedValue>& values, Date after, int party, int exit,
               std::vector<OutsideChange>& found) {
  for (const DatedValue& value : values)
    if (value.since && *value.since > after) found.push_back({*value.since, party, exit, OutsideChange::Kind::value});
}

std::vector<RatifiedBy> table_of(const Ratification& answer, Date as_of, const std::optional<Date>& by) {
  std::vector<RatifiedBy> rows;
  const bool dated = as_of != Date{};
  const auto add = [&](RatifiedBy::Kind kind, int days) {
    RatifiedBy row;
    row.kind = kind;
    row.days = days;
    if (dated) row.date = Date{as_of.day + std::chrono::days(days)};
    row.chance = chance_within(answer.days, days);
    rows.push_back(row);
  };
  for (const int days : {7, 14, 28}) add(RatifiedBy::Kind::days, days);
  if (const auto half = day_of(answer.days, 0.5)) add(RatifiedBy::Kind::median, *half);
  if (const auto nine = day_of(answer.days, 0.9)) add(RatifiedBy::Kind::most, *nine);
  if (by && dated) add(RatifiedBy::Kind::asked, days_between(as_of, *by));
  std::optional<Date> before;
  for (const OutsideChange& change : answer.outside) {
    // By the end of the day before; several changes of one day are one.
    if (change.date != before) add(RatifiedBy::Kind::outside, days_between(as_of, change.date) - 1);
    before = change.date;
  }
  std::ranges::stable_sort(rows, {}, [](const RatifiedBy& row) { return std::tuple(row.days, row.kind); });
  return rows;
}

}  // namespace

std::vector<OutsideChange> outside_changes(const Case& c, Date after) {
  std::vector<OutsideChange> found;
  if (after == Date{}) return found;
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    const Party& side = c.parties[at(p)];
    for (const auto* values :
         {&side.no_deal.flow, &side.no_deal.breakdown, &side.no_deal.breakdown_chance, &side.reservations})
      add_dated(*values, after, p, -1, found);
    for (const Principal& principal : side.principals) add_dated(principal.reservations, after, p, -1, found);
    for (int e = 0; e < std::ssize(side.no_deal.exits); ++e) {
      const Exit& exit = side.no_deal.exits[at(e)];
      add_dated(exit.values, after, p, e, found);
      if (exit.opens && *exit.opens > after) found.push_back({*exit.opens, p, e, OutsideChange::Kind::opens});
      if (exit.closes && *exit.closes > after) found.push_back({*exit.closes, p, e, OutsideChange::Kind::closes});
    }
  }
  std::ranges::sort(found, {}, [&](const OutsideChange& change) {
    const Party& side = c.parties[at(change.party)];
    return std::tuple(change.date, side.id, change.exit < 0 ? "" : side.no_deal.exits[at(change.exit)].id, change.kind);
  });
  const auto repeated = std::ranges::unique(found, [](const OutsideChange& a, const OutsideChange& b) {
    return a.date == b.date && a.party == b.party && a.exit == b.exit && a.kind == b.kind;
  });
  found.erase(repeated.begin(), repeated.end());
  return found;
}

Ratification ratification(const Case& c, Date as_of, const Ratifying& asked, std::vector<PartyConsent>& parties) {
  Ratification answer;
  bool sourced = false;
  bool assumed = false;
  for (PartyConsent& party : parties) {
    const Party& side = c.parties[at(party.party)];
    const std::vector<Ballot>& said = asked.said[at(party.party)];
    std::vector<DayChances> days(side.principals.size(), at_once());
    for (const int k : all_asked(side, party)) {
      ApprovalStep step = step_of(c, as_of, asked.proposal, {party.party, k, -1}, said[at(k)]);
      days[at(k)] = step.days;
      if (step.state != ApprovalStep::State::approved) {
        answer.unstated = answer.unstated || step.unstated;
        (step.assumed ? assumed : sourced) |= !step.unstated;
      }
      answer.steps.push_back(std::move(step));
    }
    std::vector<WeightedDays> said_of_tree;
    for (ConsentTree& tree : party.trees) {
      tree.days = days_of_tree(side, tree, party, said, days);
      answer.apart = answer.apart || tree.days.apart;
      said_of_tree.push_back({tree.weight, tree.days.days});
    }
    answer.parties.push_back(one_of(said_of_tree));
    if (party.verdict == Verdict::certainly_not) answer.blocked.push_back(party.party);
    if (closed(side, party, said)) answer.refused.push_back(party.party);
  }
  std::ranges::sort(answer.steps, {}, [&](const ApprovalStep& step) {
    const Party& side = c.parties[at(step.who.party)];
    return std::tuple(side.id, side.principals[at(step.who.principal)].id);
  });
  answer.assumptions_only = assumed && !sourced;
  answer.untold = answer.unstated && !assumed && !sourced;
  answer.days = all_of(answer.parties);
  answer.outside = outside_changes(c, as_of);
  if (!answer.untold) answer.table = table_of(answer, as_of, asked.by);
  return answer;
}

}  // namespace parley
