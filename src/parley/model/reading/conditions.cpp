#include "parley/model/reading/conditions.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "parley/at.h"
#include "parley/model/consent.h"
#include "parley/model/reading/views.h"

namespace parley {
namespace {

/// The latest word of one actor on one text; nothing where reports of one date contradict each other.
struct LatestWord {
  std::optional<Date> date;
  std::optional<bool> accepted;
  Provenance from;
};

class LatestWords {
 public:
  explicit LatestWords(Date as_of) : as_of_(as_of) {}

  void hear(int proposal, const Actor& who, const std::optional<Date>& date, bool accepted, const Provenance& from) {
    if (who.party < 0 || (date && *date > as_of_)) return;
    const auto [known, added] =
        words_.try_emplace({proposal, who.party, who.principal}, LatestWord{date, accepted, from});
    if (added) return;
    LatestWord& word = known->second;
    if (word.date < date)
      word = {date, accepted, from};
    else if (word.date == date && word.accepted != accepted)
      word.accepted.reset();
  }

  const auto& all() const { return words_; }

 private:
  Date as_of_;
  std::map<std::tuple<int, int, int>, LatestWord> words_;
};

LatestWords words_on(const Case& c, Date as_of) {
  LatestWords words(as_of);
  for (const Response& response : c.responses) {
    if (response.answer == Answer::silence) continue;
    const bool accepted = response.answer == Answer::accept || response.answer == Answer::accept_with_reservations;
    words.hear(response.proposal, response.by, response.date, accepted, response.from);
  }
  for (const Approval& approval : c.approvals)
    if (approval.answer_came())
      words.hear(approval.proposal, approval.of, approval.answered, approval.state == Approval::State::given,
                 approval.from);
  return words;
}

bool step(const std::vector<std::vector<int>>& alternatives, std::vector<std::size_t>& choice) {
  for (std::size_t i = 0; i < choice.size(); ++i) {
    if (++choice[i] < alternatives[i].size()) return true;
    choice[i] = 0;
  }
  return false;
}

std::vector<JudgedCondition::Completion> completions_of(const Case& c, int proposal, const Party& party) {
  constexpr std::size_t most = 512;
  const auto& alternatives = c.proposals[at(proposal)].alternatives;
  std::size_t all = 1;
  for (const auto& levels : alternatives) {
    all *= levels.size();
    if (all > most) return {};
  }
  std::vector<JudgedCondition::Completion> completions;
  std::vector<std::size_t> choice(alternatives.size(), 0);
  do {
    JudgedCondition::Completion completion;
    for (std::size_t i = 0; i < choice.size(); ++i) completion.package.push_back(alternatives[i][choice[i]]);
    const Package& package = completion.package;
    if (!std::ranges::all_of(c.rules, [&](const Rule& rule) { return obeys(c, rule, package); })) continue;
    const auto hit = [&](const RedLine& line) { return line.option.holds[at(package[at(line.option.issue)])]; };
    for (const Principal& principal : party.principals)
      completion.barred.push_back(std::ranges::any_of(party.red_lines, hit) ||
                                  std::ranges::any_of(principal.red_lines, hit));
    completions.push_back(std::move(completion));
  } while (step(alternatives, choice));
  return completions;
}

void add(const Figure& figure, std::set<int>& slots) {
  if (figure.varies()) slots.insert(figure.slot);
}

void add_dated(const DatedWorths& dated, std::set<int>& slots) {
  slots.insert(dated.pick_slot);
  for (const auto& entries : dated.ranks)
    for (const auto& entry : entries) {
      slots.insert(entry.stance_slot);
      add(entry.worth.value, slots);
      if (const auto& gamble = entry.worth.gamble)
        for (const Figure& part : {gamble->chance, gamble->win, gamble->loss, gamble->cost}) add(part, slots);
    }
}

void add_view(const ReadingPlan& plan, const ViewPlan& view, std::set<int>& slots) {
  for (const Figure& weight : view.weights) add(weight, slots);
  for (const Figure& credence : view.credences) add(credence, slots);
  for (const auto& levels : view.values)
    for (const Figure& value : levels) add(value, slots);
  for (const auto& reservation : view.floor.reservations) {
    if (reservation.dated >= 0) add_dated(plan.dated[at(reservation.dated)], slots);
    if (const auto& otherwise = reservation.otherwise) add(*otherwise, slots);
  }
  for (const auto& way : view.floor.no_deal) {
    slots.insert(way.opening_slot);
    add_dated(plan.dated[at(way.dated)], slots);
  }
}

std::vector<std::size_t> blocks_of(const ReadingPlan& plan, const Actor& who) {
  std::set<int> slots;
  const auto& views = plan.views[at(who.party)];
  for (std::size_t k = 0; k < views.size(); ++k)
    if (who.principal < 0 || at(who.principal) == k) add_view(plan, views[k], slots);
  if (who.principal < 0) slots.insert(plan.consent_slots[at(who.party)]);
  std::vector<std::size_t> blocks;
  for (std::size_t b = 0; b < plan.blocks.size(); ++b)
    if (std::ranges::any_of(slots_of(plan.blocks[b]), [&](int slot) { return slots.contains(slot); }))
      blocks.push_back(b);
  std::ranges::sort(blocks, {}, [&](std::size_t b) { return plan.blocks[b].key; });
  return blocks;
}

constexpr Utility barred_slack = -4 * largest_utility;

Utility slack(const ReadingPlan& plan, const ViewPlan& view, const Package& package, const Slots& slots) {
  Utility sum = -floor_in(plan, view.floor, slots);
  for (std::size_t i = 0; i < package.size(); ++i) sum += gain_in(view, i, at(package[i]), slots);
  for (std::size_t e = 0; e < view.central->interactions.size(); ++e)
    if (counts(view.central->interactions[e], package)) sum += interaction_gain_in(view, e, slots);
  return sum;
}

const Gate& consent_in(const ReadingPlan& plan, const Party& party, int index, const Slots& slots) {
  const int slot = plan.consent_slots[at(index)];
  return slot < 0 ? party.consent : party.consent_claims[at(static_cast<int>(slots[at(slot)]))].consent;
}

/// By how much whoever answered approves of a completion.
Utility approval_slack(const Case& c, const ReadingPlan& plan, const Actor& who,
                       const JudgedCondition::Completion& completion, const Slots& slots) {
  const auto& views = plan.views[at(who.party)];
  const auto of = [&](std::size_t k) {
    return completion.barred[k] ? barred_slack : slack(plan, views[k], completion.package, slots);
  };
  if (who.principal >= 0) return of(at(who.principal));
  std::vector<Utility> slacks;
  for (std::size_t k = 0; k < views.size(); ++k) slacks.push_back(of(k));
  const Party& party = c.parties[at(who.party)];
  return gate_slack(party, consent_in(plan, party, who.party, slots), slacks);
}

/// What a party's tree, in any of its forms, comes to at the end of all ranges that favours an answer the most.
Utility best_slack(const Case& c, const ReadingPlan& plan, const JudgedCondition& condition,
                   const JudgedCondition::Completion& completion) {
  const Actor& who = condition.what.who;
  const bool accepted = condition.what.accepted;
  const auto of = [&](std::size_t k) {
    if (completion.barred[k]) return barred_slack;
    const Span worth = utility_span(plan.model.principals[at(who.party)][k], completion.package);
    const Span floor = plan.model.floors[at(who.party)][k].span;
    return accepted ? worth.high - floor.low : worth.low - floor.high;
  };
  if (who.principal >= 0) return of(at(who.principal));
  const Party& party = c.parties[at(who.party)];
  std::vector<Utility> slacks;
  for (std::size_t k = 0; k < party.principals.size(); ++k) slacks.push_back(of(k));
  if (party.consent_claims.empty()) return gate_slack(party, party.consent, slacks);
  std::vector<Utility> forms;
  for (const ConsentClaim& claim : party.consent_claims) forms.push_back(gate_slack(party, claim.consent, slacks));
  return accepted ? std::ranges::max(forms) : std::ranges::min(forms);
}

}  // namespace

std::vector<JudgedCondition> talks_conditions(const Case& c, Date as_of, const ReadingPlan& plan) {
  constexpr std::size_t most_completions_in_all = 20'000;
  const LatestWords words = words_on(c, as_of);
  std::vector<JudgedCondition> conditions;
  for (const auto& [about, word] : words.all()) {
    const auto& accepted = word.accepted;
    if (!accepted) continue;
    const auto& [proposal, party, principal] = about;
    JudgedCondition condition;
    condition.what.who = {party, principal, -1};
    condition.what.proposal = proposal;
    condition.what.accepted = *accepted;
    condition.what.from = word.from;
    conditions.push_back(std::move(condition));
  }
  const auto ids = [&](const JudgedCondition& condition) {
    const auto& [party, principal, third] = condition.what.who;
    const Party& side = c.parties[at(party)];
    return std::tuple(c.proposals[at(condition.what.proposal)].id, side.id,
                      principal < 0 ? std::string() : side.principals[at(principal)].id);
  };
  std::ranges::sort(conditions, {}, ids);
  std::size_t completions = 0;
  for (JudgedCondition& condition : conditions) {
    const Actor& who = condition.what.who;
    condition.completions = completions_of(c, condition.what.proposal, c.parties[at(who.party)]);
    completions += condition.completions.size();
    if (completions > most_completions_in_all) condition.completions.clear();
    condition.what.too_open = condition.completions.empty();
    condition.what.used = !condition.what.too_open;
    if (condition.what.used) condition.blocks = blocks_of(plan, who);
  }
  return conditions;
}

Utility margin(const Case& c, const ReadingPlan& plan, const JudgedCondition& condition, const Slots& slots) {
  Utility best = std::numeric_limits<Utility>::min();
  for (const auto& completion : condition.completions) {
    const Utility approval = approval_slack(c, plan, condition.what.who, completion, slots);
    // Who refuses must fall short of something, by one at least.
    best = std::max(best, condition.what.accepted ? approval : -1 - approval);
    if (best >= 0) break;
  }
  return std::max(best, 2 * barred_slack);
}

bool surely_broken(const Case& c, const ReadingPlan& plan, const JudgedCondition& condition) {
  // Gains are rounded one by one, so a reading may stick out of the exact ends by as much as it has terms.
  const auto rounding = static_cast<Utility>(c.issues.size() + 64);
  return std::ranges::all_of(condition.completions, [&](const auto& completion) {
    const Utility best = best_slack(c, plan, condition, completion);
    return condition.what.accepted ? best < -rounding : best > rounding;
  });
}

}  // namespace parley
