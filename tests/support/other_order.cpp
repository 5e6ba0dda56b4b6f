#include "support/other_order.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "parley/at.h"

namespace parley::test {
namespace {

/// place[old] = new.
using Places = std::vector<int>;

Places unmoved(std::size_t size) {
  Places places(size);
  std::iota(places.begin(), places.end(), 0);
  return places;
}

Places shuffled(Random& random, std::size_t size) {
  Places places = unmoved(size);
  for (std::size_t i = size; i > 1; --i)
    std::swap(places[i - 1], places[static_cast<std::size_t>(draw(random, 0, static_cast<std::int64_t>(i) - 1))]);
  return places;
}

template <typename T>
std::vector<T> moved(const std::vector<T>& list, const Places& places) {
  if (list.empty()) return list;
  std::vector<T> result(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) result[at(places[i])] = list[i];
  return result;
}

struct NewOrder {
  Places parties;
  std::vector<Places> principals;  ///< by old party
  Places issues;
  std::vector<Places> levels;  ///< by old issue
};

class Mover {
 public:
  Mover(Case c, NewOrder order) : c_(std::move(c)), order_(std::move(order)) {}

  Case run() {
    for (Rule& rule : c_.rules) {
      each(rule.when);
      each(rule.then);
      for (int& issue : rule.of) issue = order_.issues[at(issue)];
    }
    for (std::size_t p = 0; p < c_.parties.size(); ++p) move_party(c_.parties[p], order_.principals[p]);
    for (Proposal& proposal : c_.proposals) {
      if (proposal.author) move(*proposal.author);
      for (std::size_t i = 0; i < proposal.alternatives.size(); ++i) {
        for (int& level : proposal.alternatives[i]) level = order_.levels[i][at(level)];
        std::sort(proposal.alternatives[i].begin(), proposal.alternatives[i].end());
      }
      proposal.alternatives = moved(proposal.alternatives, order_.issues);
      for (Clause& clause : proposal.clauses)
        for (int& issue : clause.issues) issue = order_.issues[at(issue)];
    }
    if (c_.exchange) move(*c_.exchange);
    for (Lever& lever : c_.levers)
      for (LeverChange& change : lever.changes) std::visit([this](auto& changed) { this->move(changed); }, change);
    for (Response& response : c_.responses) move(response.by);
    for (Approval& approval : c_.approvals) move(approval.of);
    for (Event& event : c_.events) {
      for (Actor& actor : event.who) move(actor);
      for (Actor& actor : event.to) move(actor);
    }
    for (ThirdParty& third : c_.third_parties) {
      for (auto& role : third.roles)
        if (role.of >= 0) role.of = order_.parties[at(role.of)];
      for (int& party : third.channels) party = order_.parties[at(party)];
    }
    for (std::size_t i = 0; i < c_.issues.size(); ++i) {
      c_.issues[i].options = moved(c_.issues[i].options, order_.levels[i]);
      for (int& claimant : c_.issues[i].claimants)
        if (claimant >= 0) claimant = order_.parties[at(claimant)];
    }
    c_.issues = moved(c_.issues, order_.issues);
    c_.parties = moved(c_.parties, order_.parties);
    return std::move(c_);
  }

 private:
  void move(Actor& actor) const {
    if (actor.party < 0) return;
    if (actor.principal >= 0) actor.principal = order_.principals[at(actor.party)][at(actor.principal)];
    actor.party = order_.parties[at(actor.party)];
  }

  void move(Exchange& exchange) const {
    for (ExchangeCategory& category : exchange.categories) {
      category.giver = order_.parties[at(category.giver)];
      category.receiver = order_.parties[at(category.receiver)];
      if (category.issue >= 0) category.issue = order_.issues[at(category.issue)];
      for (Priority& priority : category.priorities) priority.party = order_.parties[at(priority.party)];
    }
    for (ExchangeGuarantee& guarantee : exchange.guarantees) guarantee.party = order_.parties[at(guarantee.party)];
  }

  void move(StanceTaken& /*of a third party*/) const {}
  void move(CredenceChanged& change) const { move(change.who); }
  void move(ReservationChanged& change) const { move(change.who); }
  void move(ExitChanged& change) const { change.party = order_.parties[at(change.party)]; }
  void move(ExitClosed& change) const { change.party = order_.parties[at(change.party)]; }
  void move(BreakdownChanged& change) const { change.party = order_.parties[at(change.party)]; }
  void move(DelayChanged& change) const {
    if (change.principal >= 0) change.principal = order_.principals[at(change.party)][at(change.principal)];
    change.party = order_.parties[at(change.party)];
  }
  void move(TermsHeld& change) const { each(change.to); }
  void move(RedLineLifted& change) const {
    move(change.who);
    move(change.option);
  }

  void move(Condition& condition) const {
    condition.holds = moved(condition.holds, order_.levels[at(condition.issue)]);
    condition.issue = order_.issues[at(condition.issue)];
  }

  void each(std::vector<Condition>& conditions) const {
    for (Condition& condition : conditions) move(condition);
  }

  void move(Valuation& valuation, std::size_t issue) const {
    const Places& levels = order_.levels[issue];
    if (auto* stated = std::get_if<OptionValues>(&valuation.form)) stated->by_level = moved(stated->by_level, levels);
    if (auto* order = std::get_if<OptionOrder>(&valuation.form))
      for (int& level : order->best_first) level = levels[at(level)];
  }

  void move(Preference& preference) const {
    for (std::size_t i = 0; i < preference.values.size(); ++i)
      if (preference.values[i]) move(*preference.values[i], i);
    preference.weights = moved(preference.weights, order_.issues);
    preference.values = moved(preference.values, order_.issues);
    for (int& issue : preference.order) issue = order_.issues[at(issue)];
    for (Interaction& interaction : preference.interactions) each(interaction.when);
  }

  static void move(Gate& gate, const Places& principals) {
    if (gate.kind == Gate::Kind::principal) gate.principal = principals[at(gate.principal)];
    for (Gate& child : gate.children) move(child, principals);
  }

  void move_party(Party& party, const Places& principals) const {
    move(party.preference);
    for (RedLine& line : party.red_lines) move(line.option);
    for (Aspiration& aspiration : party.aspirations) move(aspiration.option);
    for (Principal& principal : party.principals) {
      move(principal.preference);
      for (RedLine& line : principal.red_lines) move(line.option);
    }
    move(party.consent, principals);
    for (ConsentClaim& claim : party.consent_claims) move(claim.consent, principals);
    party.principals = moved(party.principals, principals);
  }

  Case c_;
  NewOrder order_;
};

NewOrder same_order(const Case& c) {
  NewOrder order;
  order.parties = unmoved(c.parties.size());
  for (const Party& party : c.parties) order.principals.push_back(unmoved(party.principals.size()));
  order.issues = unmoved(c.issues.size());
  for (const Issue& issue : c.issues) order.levels.push_back(unmoved(issue.options.size()));
  return order;
}

}  // namespace

Case reordered(const Case& c, Random& random) {
  NewOrder order;
  order.parties = shuffled(random, c.parties.size());
  for (const Party& party : c.parties) order.principals.push_back(shuffled(random, party.principals.size()));
  order.issues = shuffled(random, c.issues.size());
  for (const Issue& issue : c.issues)
    order.levels.push_back(issue.ordered() ? unmoved(issue.options.size()) : shuffled(random, issue.options.size()));
  return Mover(c, std::move(order)).run();
}

Case swapped(const Case& c, int first, int second) {
  NewOrder order = same_order(c);
  std::swap(order.parties[at(first)], order.parties[at(second)]);
  return Mover(c, std::move(order)).run();
}

Case renamed(Case c, const std::function<std::string(const std::string&)>& rename) {
  const auto change = [&](std::string& text) {
    if (!text.empty()) text = rename(text);
  };
  const auto change_both = [&](auto& thing) {
    change(thing.id);
    change(thing.name);
  };
  for (Phase& phase : c.phases) change_both(phase);
  for (Party& party : c.parties) {
    change_both(party);
    for (Principal& principal : party.principals) change_both(principal);
    for (Exit& exit : party.no_deal.exits) change_both(exit);
    for (Interaction& interaction : party.preference.interactions) change(interaction.name);
  }
  for (ThirdParty& third : c.third_parties) {
    change_both(third);
    for (Stance& stance : third.stances) change_both(stance);
  }
  for (Issue& issue : c.issues) {
    change_both(issue);
    for (std::string& option : issue.options)
      if (!issue.numeric()) change(option);
  }
  for (Proposal& proposal : c.proposals) change_both(proposal);
  for (Lever& lever : c.levers) change_both(lever);
  if (c.exchange) {
    for (ExchangeCategory& category : c.exchange->categories) change_both(category);
    for (Crossing& crossing : c.exchange->crossings) change_both(crossing);
  }
  return c;
}

}  // namespace parley::test
