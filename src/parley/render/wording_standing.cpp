#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "parley/render/wording.h"

namespace parley {
namespace {

/// Tenths of a point, with a sign unless it is nothing.
std::string tenths(std::int64_t millionths) {
  const auto rounded = std::llround(static_cast<double>(millionths) / 100'000);
  if (rounded == 0) return "0";
  const std::string whole = fmt::format("{}{}", rounded < 0 ? "-" : "+", std::llabs(rounded) / 10);
  return rounded % 10 == 0 ? whole : fmt::format("{}.{}", whole, std::llabs(rounded) % 10);
}

std::string steps_of(std::int64_t steps) { return counted(steps, "steps"); }

std::string towards(const Case& c, int issue, bool last) {
  const Issue& what = at(c.issues, issue);
  return "towards " + option_text(c, issue, last ? what.levels() - 1 : 0);
}

std::string ordered_steps(const Case& c, int issue, std::int64_t low, std::int64_t high) {
  if (low == 0 && high == 0) return "no step";
  if (low < 0 && high > 0)
    return fmt::format("from {} {} to {} {}", steps_of(-low), towards(c, issue, false), high, towards(c, issue, true));
  const bool up = high > 0;
  const std::int64_t least = up ? low : -high;
  const std::int64_t most = up ? high : -low;
  const std::string steps = least == most ? steps_of(most) : fmt::format("{} to {}", least, steps_of(most));
  return fmt::format("{} {}", steps, towards(c, issue, up));
}

std::string changes(const Spread& steps) {
  if (steps.high == 0) return "not changed";
  if (steps.low == 0) return steps.high == 1 ? "perhaps changed" : fmt::format("changed up to {} times", steps.high);
  if (steps.low < steps.high) return fmt::format("changed {} to {} times", steps.low, steps.high);
  return steps.high == 1 ? "changed" : fmt::format("changed {} times", steps.high);
}

}  // namespace

std::string said_words(const Response& response) {
  const std::string words(answer_words(response.answer));
  return response.until ? words + " until " + to_words(*response.until) : words;
}

std::string event_outcome(const Event& event) {
  switch (event.uptake) {
    case Event::Uptake::none:
      return "not followed";
    case Event::Uptake::partly:
      return "followed in part";
    case Event::Uptake::followed:
      return "followed";
    case Event::Uptake::unstated:
      break;
  }
  return event.result.empty() ? "" : "result: " + event.result;
}

std::string_view trend_words(Positions::Trend trend) {
  switch (trend) {
    case Positions::Trend::unknown:
      return "nothing to compare with";
    case Positions::Trend::narrowing:
      return "closer";
    case Positions::Trend::unchanged:
      return "as far apart";
    case Positions::Trend::widening:
      return "farther apart";
  }
  std::abort();
}

std::string_view report_words(const Case& c, const Conflict& conflict, int report) {
  switch (conflict.kind) {
    case Conflict::Kind::response:
    case Conflict::Kind::response_date:
      return answer_words(at(c.responses, report).answer);
    case Conflict::Kind::approval:
    case Conflict::Kind::approval_date:
      return at(c.approvals, report).state == Approval::State::given ? "approved" : "refused approval";
    case Conflict::Kind::asked_date:
      return "asked";
    case Conflict::Kind::assessment:
      return at(c.events, report).finding == Event::Finding::stuck ? "stuck" : "progress";
  }
  std::abort();
}

std::string conflict_subject(Conflict::Kind kind, std::string_view who, std::string_view proposal) {
  switch (kind) {
    case Conflict::Kind::response:
      return fmt::format("{} to {}", who, proposal);
    case Conflict::Kind::approval:
      return fmt::format("{} on approval of {}", who, proposal);
    case Conflict::Kind::assessment:
      return "How the talks go";
    case Conflict::Kind::response_date:
      return fmt::format("When {} answered to {}", who, proposal);
    case Conflict::Kind::asked_date:
      return fmt::format("When {} was asked to approve {}", who, proposal);
    case Conflict::Kind::approval_date:
      return fmt::format("When {} spoke on approval of {}", who, proposal);
  }
  std::abort();
}

const Provenance& report_source(const Case& c, const Conflict& conflict, int report) {
  switch (conflict.kind) {
    case Conflict::Kind::response:
    case Conflict::Kind::response_date:
      return at(c.responses, report).from;
    case Conflict::Kind::approval:
    case Conflict::Kind::asked_date:
    case Conflict::Kind::approval_date:
      return at(c.approvals, report).from;
    case Conflict::Kind::assessment:
      return at(c.events, report).from;
  }
  std::abort();
}

std::optional<Date> report_date(const Case& c, const Conflict& conflict, int report) {
  switch (conflict.kind) {
    case Conflict::Kind::response:
    case Conflict::Kind::response_date:
      return at(c.responses, report).date;
    case Conflict::Kind::asked_date:
      return at(c.approvals, report).asked;
    case Conflict::Kind::approval:
    case Conflict::Kind::approval_date:
      return at(c.approvals, report).answered;
    case Conflict::Kind::assessment:
      return at(c.events, report).date;
  }
  std::abort();
}

std::string points_words(const Spread& points) {
  std::string central = tenths(points.central);
  if (points.low == points.high) return central;
  return fmt::format("{} ({} to {})", central, tenths(points.low), tenths(points.high));
}

std::string steps_words(const Case& c, int issue, const Spread& steps) {
  return at(c.issues, issue).ordered() ? ordered_steps(c, issue, steps.low, steps.high) : changes(steps);
}

std::string position_words(const Case& c, int issue, const std::vector<int>& levels) {
  if (std::ssize(levels) == at(c.issues, issue).levels() && levels.size() > 1) return "[open]";
  std::string words;
  for (const int level : levels) words += (words.empty() ? "" : " | ") + option_text(c, issue, level);
  return levels.size() > 1 ? "[" + words + "]" : words;
}

const std::vector<SumKind>& sum_kinds() {
  static const std::vector<SumKind> kinds{
      {&Ledger::SideSum::own, "Each side's own texts", "against those that it tabled before; a minus is a concession",
       false},
      {&Ledger::SideSum::others, "The other sides' own texts",
       "against those that they tabled before; a plus is a concession to it", false},
      {&Ledger::SideSum::texts, "All texts", "against the texts that they change; a plus is nearer to what it wants",
       true}};
  return kinds;
}

std::vector<int> issues_of(const Ledger& ledger, const SumKind& kind) {
  std::vector<int> issues;
  for (const auto& sum : ledger.sums)
    if ((sum.*kind.sum).shifts > 0 && std::ranges::find(issues, sum.issue) == issues.end()) issues.push_back(sum.issue);
  std::ranges::sort(issues);
  return issues;
}

const ShiftSum* sum_of(const Ledger& ledger, const SumKind& kind, int party, int issue) {
  const auto found =
      std::ranges::find_if(ledger.sums, [&](const auto& sum) { return sum.party == party && sum.issue == issue; });
  return found == ledger.sums.end() || ((*found).*kind.sum).shifts == 0 ? nullptr : &((*found).*kind.sum);
}

std::string sum_words(const Case& c, const Ledger& ledger, const SumKind& kind, int party, int issue) {
  const ShiftSum* sum = sum_of(ledger, kind, party, issue);
  if (sum == nullptr) return "";
  if (sum->points) return points_words(*sum->points);
  return kind.common ? "" : steps_words(c, issue, sum->steps);
}

std::string gap_words(const Positions::Point& point) {
  if (point.issues_apart == 0) return "nothing";
  return fmt::format("{}, {}", counted(point.issues_apart, "issues"), steps_of(point.steps));
}

std::string turns_words(const SideMoves& side) {
  return side.turns == side.most_turns ? fmt::format("{}", side.turns)
                                       : fmt::format("{} to {}", side.turns, side.most_turns);
}

std::string due_words(const Pending& pending) {
  std::string words;
  if (pending.due)
    words = pending.overdue && !pending.said_overdue ? "overdue since " + to_words(last_day_of(*pending.due))
                                                     : "due " + when(*pending.due);
  if (pending.due_by == Pending::Due::delay)
    words += fmt::format(", when its longest stated delay {} over", pending.overdue ? "was" : "is");
  if (pending.said_overdue) words += words.empty() ? "overdue, says the source" : "; overdue, says the source";
  return words;
}

std::vector<std::string> gate_words(const Case& c, const Pending& pending) {
  std::vector<std::string> sentences;
  for (const BlockedGate& gate : pending.gates) {
    const std::string which = gate.whole ? party_name(c, pending.who.party) : "the part that asks for " + gate.gate;
    if (gate.whole)
      sentences.push_back(which + (gate.needs ? " cannot consent without it" : " could still consent without it"));
    else
      sentences.push_back(which + (gate.needs ? " cannot be met without it" : " could still be met without it"));
  }
  return sentences;
}

}  // namespace parley
