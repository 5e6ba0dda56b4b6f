#include "parley/ask/statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "parley/case/phrases.h"

namespace parley {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string text_of(const Quantity& q) {
  return q.exact() ? to_text(q.low) : fmt::format("{} to {}", to_text(q.low), to_text(q.high));
}

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

/// Days in the largest unit that leaves whole numbers: "6 weeks", "12 months", "3 to 10 days".
std::string duration_text(const Quantity& days) {
  struct Unit {
    const char* name;
    std::int64_t days;
  };
  for (const Unit unit : {Unit{"years", 365}, Unit{"months", 30}, Unit{"weeks", 7}}) {
    const std::int64_t whole = Decimal::of(unit.days).millionths;
    if (days.low.millionths % whole != 0 || days.high.millionths % whole != 0 || days.high.millionths == 0) continue;
    const std::int64_t low = days.low.millionths / whole;
    const std::int64_t high = days.high.millionths / whole;
    return low == high ? counted(low, unit.name) : fmt::format("{} to {} {}", low, high, unit.name);
  }
  return text_of(days) + " days";
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
      if (phase.days) add("duration of phase " + phase.name, duration_text(*phase.days), phase.days->from);
    for (std::size_t p = 0; p < case_.parties.size(); ++p) add_party(static_cast<int>(p));
    for (const ThirdParty& third : case_.third_parties)
      for (const Stance& stance : third.stances)
        add(fmt::format("stance of {} on {}", third.name, stance.name),
            stance.now < 0 ? "not known" : stance.positions[at(stance.now)], stance.from);
    for (const Rule& rule : case_.rules)
      add(rule.name.empty() ? "rule" : "rule: " + rule.name, rule_text(case_, rule), rule.from);
    for (const Proposal& proposal : case_.proposals) {
      add("proposal " + proposal.name, terms(proposal), proposal.from);
      add_clauses(proposal);
    }
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

  void add_preference(const std::string& who, const Preference& preference) {
    for (std::size_t i = 0; i < case_.issues.size(); ++i) {
      const Issue& issue = case_.issues[i];
      if (const auto& weight = preference.weights[i])
        add(fmt::format("weight of {} for {}", issue.name, who), text_of(*weight), weight->from);
      if (const auto& valuation = preference.values[i])
        add(fmt::format("values of {} for {}", issue.name, who), text_of(*valuation, issue), valuation->from);
    }
    if (!preference.order.empty()) {
      std::vector<std::string> names;
      for (const int i : preference.order) names.push_back(case_.issues[at(i)].name);
      add("order of weights for " + who, fmt::format("{}", fmt::join(names, " > ")), preference.order_from);
    }
    for (const Interaction& interaction : preference.interactions)
      add(fmt::format("{} {} for {}", interaction.penalty ? "penalty" : "bonus", interaction.name, who),
          text_of(interaction.points), interaction.points.from);
    for (std::size_t phase = 0; phase < preference.credences.size(); ++phase)
      if (const auto& credence = preference.credences[phase])
        add(fmt::format("credence of {} in phase {}", who, case_.phases[phase].name), text_of(*credence),
            credence->from);
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
      add(std::move(what), text_of(value.value), value.value.from);
    }
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
    if (party.reservation)
      add("reservation value of " + party.name, text_of(*party.reservation), party.reservation->from);
    add_red_lines(party.name, party.red_lines);
    for (const Aspiration& aspiration : party.aspirations)
      add("public demand of " + party.name, condition_text(case_, aspiration.option), aspiration.from);
    add_values("no deal, talks going on, for " + party.name, party.no_deal.flow);
    add_values("no deal, talks broken down, for " + party.name, party.no_deal.breakdown);
    for (const Exit& exit : party.no_deal.exits)
      add_values(fmt::format("exit {} for {}", exit.name, party.name), exit.values);
    for (std::size_t k = 0; k < party.principals.size(); ++k) {
      const Principal& principal = party.principals[k];
      const std::string who = name_of(case_, {index, static_cast<int>(k), -1});
      add_preference(who, principal.preference);
      if (principal.reservation)
        add("reservation value of " + who, text_of(*principal.reservation), principal.reservation->from);
      if (principal.delay)
        add("delay of approval by " + who, duration_text(principal.delay->days), principal.delay->days.from);
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
