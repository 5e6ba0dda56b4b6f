#include "parley/ask/statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "parley/ask/exchange_statements.h"
#include "parley/at.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

std::string text_of(const Quantity& q) { return range_text(q.low, q.high); }

std::string text_of(const Valuation& valuation, const Issue& issue) {
  if (const auto* shape = std::get_if<Shape>(&valuation.form)) {
    const std::string best = shape->best_high ? "high" : "low";
    if (shape->kind == Shape::Kind::linear) return "linear, best " + best;
    if (shape->kind == Shape::Kind::diminishing) return "diminishing, best " + best;
    return fmt::format("threshold at {}, best {}", issue.options[at(shape->at)], best);
  }
  std::vector<std::string> parts;
  if (const auto* stated = std::get_if<OptionValues>(&valuation.form)) {
    for (std::size_t level = 0; level < stated->by_level.size(); ++level)
      parts.push_back(fmt::format("{} {}", issue.options[level], text_of(stated->by_level[level])));
  } else {
    for (const int level : std::get<OptionOrder>(valuation.form).best_first) parts.push_back(issue.options[at(level)]);
    return fmt::format("{}", fmt::join(parts, " > "));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string text_of(const Claim& claim) { return range_text(claim.low, claim.high); }

/// What a delay says beside its statements that differ: "2 to 14 days, typically 4 days", "3 days, 5 days or 9 days,
/// as seen before".
std::string text_of(const Delay& delay) {
  if (!delay.seen.empty()) {
    std::vector<std::string> times;
    for (const Decimal time : delay.seen) times.push_back(duration_text(time, time));
    return listed(times, "or") + ", as seen before";
  }
  std::string text = duration_text(delay.days.low, delay.days.high);
  if (const auto& typical = delay.typical) text += ", typically " + duration_text(*typical, *typical);
  return text;
}

const char* text_of(Answer answer) {
  switch (answer) {
    case Answer::accept:
      return "accept";
    case Answer::accept_with_reservations:
      return "accept with reservations";
    case Answer::reject:
      return "reject";
    case Answer::counter:
      return "counter";
    case Answer::silence:
      break;
  }
  return "silence";
}

const char* text_of(Approval::State state) {
  switch (state) {
    case Approval::State::given:
      return "given";
    case Approval::State::refused:
      return "refused";
    case Approval::State::overdue:
      return "overdue";
    case Approval::State::pending:
      break;
  }
  return "pending";
}

class Collector {
 public:
  explicit Collector(const Case& c) : case_(c) {}

  std::vector<Checked::Statement> collect() {
    add_base();
    add_talks();
    std::ranges::stable_sort(statements_, [](const auto& a, const auto& b) {
      return std::pair(a.entry, a.line) < std::pair(b.entry, b.line);
    });
    return std::move(statements_);
  }

  std::vector<Checked::Statement> collect_base() {
    add_base();
    return std::move(statements_);
  }

 private:
  void add_base() {
    for (const Phase& phase : case_.phases)
      if (phase.days) add_delay("duration of phase " + phase.name, {*phase.days, {}, {}});
    for (std::size_t p = 0; p < case_.parties.size(); ++p) add_party(static_cast<int>(p));
    for (const ThirdParty& third : case_.third_parties)
      for (const Stance& stance : third.stances) add_stance(third, stance);
    for (const Rule& rule : case_.rules)
      add(rule.name.empty() ? "rule" : "rule: " + rule.name, rule_text(case_, rule), rule.from);
    for (const Proposal& proposal : case_.proposals) {
      add("proposal " + proposal.name, terms(proposal), proposal.from);
      add_clauses(proposal);
    }
    for (const Lever& lever : case_.levers) {
      std::vector<std::string> changes;
      for (const LeverChange& change : lever.changes) changes.push_back(change_text(case_, change));
      add("lever " + lever.name, fmt::format("{}", fmt::join(changes, "; ")), lever.from);
    }
    for (ExchangeStatement& statement : exchange_statements(case_))
      add(std::move(statement.about), std::move(statement.says), statement.from);
  }

  void add_talks() {
    for (const Response& response : case_.responses)
      add(fmt::format("answer of {} to {}", name_of(case_, response.by), case_.proposals[at(response.proposal)].name),
          text_of(response.answer), response.from);
    for (const Approval& approval : case_.approvals)
      add(fmt::format("approval of {} by {}", case_.proposals[at(approval.proposal)].name, name_of(case_, approval.of)),
          text_of(approval.state), approval.from);
    for (const Event& event : case_.events) add("event", event.what, event.from);
  }

  void add(std::string about, std::string says, const Provenance& from) {
    // A place in the record is one in the text of its entry.
    statements_.push_back({std::move(about), std::move(says), from.source, is_assumption(case_, from), from.note,
                           from.entry > 0 ? 0 : from.place.line, from.entry});
  }

  /// A number; where statements differ, each of them with its weight beside the others.
  void add_number(const std::string& about, const Quantity& number) {
    if (number.claims.empty()) add(about, text_of(number), number.from);
    for (const Claim& claim : number.claims) add(about, weighed(text_of(claim), claim.weight), claim.from);
  }

  void add_delay(const std::string& about, const Delay& delay) {
    if (delay.days.claims.empty()) add(about, text_of(delay), delay.days.from);
    for (const Claim& claim : delay.days.claims)
      add(about, weighed(duration_text(claim.low, claim.high), claim.weight), claim.from);
  }

  static std::string weighed(const std::string& text, Decimal weight) {
    return fmt::format("{}, one of several statements, weight {}", text, to_text(weight));
  }

  void add_preference(const std::string& who, const Preference& preference) {
    for (std::size_t i = 0; i < case_.issues.size(); ++i) {
      const Issue& issue = case_.issues[i];
      if (const auto& weight = preference.weights[i])
        add_number(fmt::format("weight of {} for {}", issue.name, who), *weight);
      if (const auto& valuation = preference.values[i])
        add(fmt::format("values of {} for {}", issue.name, who), text_of(*valuation, issue), valuation->from);
    }
    if (!preference.order.empty()) {
      std::vector<std::string> names;
      for (const int i : preference.order) names.push_back(case_.issues[at(i)].name);
      add("order of weights for " + who, fmt::format("{}", fmt::join(names, " > ")), preference.order_from);
    }
    for (const Interaction& interaction : preference.interactions)
      add_number(fmt::format("{} {} for {}", interaction.penalty ? "penalty" : "bonus", interaction.name, who),
                 interaction.points);
    for (std::size_t phase = 0; phase < preference.credences.size(); ++phase)
      if (const auto& credence = preference.credences[phase])
        add_number(fmt::format("credence of {} in phase {}", who, case_.phases[phase].name), *credence);
  }

  void add_values(const std::string& about, const std::vector<DatedValue>& values) {
    for (const DatedValue& value : values) {
      std::string what = about;
      if (value.since) what += " since " + to_text(*value.since);
      if (value.third_party >= 0) {
        const ThirdParty& third = case_.third_parties[at(value.third_party)];
        const Stance& stance = third.stances[at(value.stance)];
        what += fmt::format(" when {} on {} is {}", third.name, stance.name, stance.positions[at(value.position)]);
      }
      if (const auto& gamble = value.gamble) {
        add_number("chance of success, " + what, gamble->chance);
        add_number("worth of success, " + what, gamble->win);
        add_number("worth of failure, " + what, gamble->loss);
        add_number("cost either way, " + what, gamble->cost);
      } else {
        add_number(what, value.value);
      }
    }
  }

  void add_reservations(const std::string& who, const std::optional<Quantity>& reservation,
                        const std::vector<DatedValue>& reservations) {
    if (reservation) add_number("reservation value of " + who, *reservation);
    add_values("reservation value of " + who, reservations);
  }

  void add_no_deal(const Party& party) {
    const NoDeal& no_deal = party.no_deal;
    add_values("no deal, talks going on, for " + party.name, no_deal.flow);
    add_values("no deal, talks broken down, for " + party.name, no_deal.breakdown);
    const std::string period = counted(no_deal.period_days, "days");
    add_values(fmt::format("chance of a breakdown within {} for {}", period, party.name), no_deal.breakdown_chance);
    if (const auto& patience = no_deal.patience)
      add_number(fmt::format("patience of {}: what is left of a value that comes {} later", party.name, period),
                 *patience);
    for (const Exit& exit : no_deal.exits) add_exit(fmt::format("exit {} for {}", exit.name, party.name), party, exit);
  }

  void add_exit(const std::string& what, const Party& party, const Exit& exit) {
    add_values(what, exit.values);
    if (exit.opens) add(what, "opens " + when(*exit.opens), exit.from);
    if (exit.closes) add(what, "closes " + when(*exit.closes), exit.from);
    if (exit.after >= 0) add(what, "comes after " + party.no_deal.exits[at(exit.after)].name, exit.from);
    if (const auto& preparation = exit.preparation) add_delay("preparation of " + what, *preparation);
  }

  void add_stance(const ThirdParty& third, const Stance& stance) {
    const std::string about = fmt::format("stance of {} on {}", third.name, stance.name);
    if (stance.chances.empty())
      add(about, stance.now < 0 ? "not known" : stance.positions[at(stance.now)], stance.from);
    for (std::size_t position = 0; position < stance.chances.size(); ++position)
      add_number(fmt::format("chance that the {} is {}", about, stance.positions[position]), stance.chances[position]);
  }

  void add_red_lines(const std::string& who, const std::vector<RedLine>& lines) {
    for (const RedLine& line : lines) add("red line of " + who, condition_text(case_, line.option), line.from);
  }

  void add_party(int index) {
    const Party& party = case_.parties[at(index)];
    add_preference(party.name, party.preference);
    if (party.utilities) {
      add("utilities of " + party.name, "a number for each option", party.utilities->from);
      if (party.utilities->reservation)
        add("reservation value of " + party.name, billionths_text(*party.utilities->reservation),
            party.utilities->from);
    }
    add_reservations(party.name, party.reservation, party.reservations);
    add_red_lines(party.name, party.red_lines);
    for (const Aspiration& aspiration : party.aspirations)
      add("public demand of " + party.name, condition_text(case_, aspiration.option), aspiration.from);
    add_no_deal(party);
    for (const ConsentClaim& claim : party.consent_claims)
      add("consent of " + party.name, weighed(gate_text(party, claim.consent), claim.weight), claim.from);
    for (std::size_t k = 0; k < party.principals.size(); ++k) {
      const Principal& principal = party.principals[k];
      const std::string who = name_of(case_, {index, static_cast<int>(k), -1});
      add_preference(who, principal.preference);
      add_reservations(who, principal.reservation, principal.reservations);
      if (const auto& delay = principal.delay) add_delay("delay of approval by " + who, *delay);
      add_red_lines(who, principal.red_lines);
    }
  }

  /// Those that a version keeps from its parent are the parent's statements.
  void add_clauses(const Proposal& proposal) {
    for (const Clause& clause : proposal.clauses) {
      const Proposal* parent = proposal.parent < 0 ? nullptr : &case_.proposals[at(proposal.parent)];
      const int before = parent != nullptr ? find_clause(parent->clauses, clause.id) : -1;
      if (before >= 0 && parent->clauses[at(before)].from.place == clause.from.place &&
          parent->clauses[at(before)].words == clause.words)
        continue;
      add(fmt::format("clause {} of {}", clause.heading.empty() ? clause.id : clause.heading, proposal.name),
          clause.words, clause.from);
    }
  }

  std::string terms(const Proposal& proposal) const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < case_.issues.size(); ++i) {
      std::vector<std::string> options;
      for (const int level : proposal.alternatives[i])
        options.push_back(option_text(case_, static_cast<int>(i), level));
      const bool whole = static_cast<int>(options.size()) == case_.issues[i].levels();
      parts.push_back(fmt::format("{}: {}", case_.issues[i].name,
                                  options.size() == 1 ? options.front()
                                  : whole             ? std::string("open")
                                                      : fmt::format("[{}]", fmt::join(options, " | "))));
    }
    return fmt::format("{}", fmt::join(parts, "; "));
  }

  const Case& case_;
  std::vector<Checked::Statement> statements_;
};

}  // namespace

std::vector<Checked::Statement> statements_of(const Case& c) { return Collector(c).collect(); }

StatementCount count_statements(const Case& c) {
  StatementCount count;
  const auto add = [&](int source, bool assumption) {
    if (assumption)
      ++count.assumed;
    else
      ++count.by_source[source];
  };
  for (const Checked::Statement& statement : Collector(c).collect_base()) add(statement.source, statement.assumption);
  const auto add_from = [&](const auto& reports) {
    for (const auto& report : reports) add(report.from.source, is_assumption(c, report.from));
  };
  add_from(c.responses);
  add_from(c.approvals);
  add_from(c.events);
  return count;
}

}  // namespace parley
