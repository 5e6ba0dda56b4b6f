#include "parley/render/wording.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

namespace parley {
namespace {

std::string or_id(const std::string& name, const std::string& id) { return name.empty() ? id : name; }

/// What a value of no deal hangs on: its date, and a third party's stance, known or not.
std::string hanging_on(const Case& c, const std::vector<DatedValue>& values) {
  std::string words;
  if (values.size() == 1)
    if (const auto& since = values.front().since) words += " since " + to_words(*since);
  const auto hanging = std::ranges::find_if(values, [](const DatedValue& value) { return value.third_party >= 0; });
  if (hanging == values.end()) return words;
  const ThirdParty& third = at(c.third_parties, hanging->third_party);
  const Stance& stance = at(third.stances, hanging->stance);
  const std::string who = or_id(third.name, third.id);
  const std::string what = or_id(stance.name, stance.id);
  if (values.size() > 1) return words + fmt::format(", depending on how {} stands on {}", who, what);
  return words + fmt::format(", as {} stands on {}: {}", who, what, at(stance.positions, hanging->position));
}

}  // namespace

std::string figure(Utility u) {
  const std::string sign = u < 0 ? "-" : "";
  const Utility size = std::abs(u);
  for (Utility rest = unit / 100, digits = 2; rest > 0; rest /= 10, ++digits) {
    const Utility rounded = (size + rest / 2) / rest;
    if (rounded == 0 && size != 0) continue;
    const Utility scale = unit / rest;
    return fmt::format("{}{}.{:0{}}", rounded == 0 ? "" : sign, rounded / scale, rounded % scale, digits);
  }
  return "0.00";
}

std::string signed_figure(Utility u) { return (u > 0 ? "+" : "") + figure(u); }

std::string figures(const Span& span) {
  const std::string low = figure(span.low);
  const std::string high = figure(span.high);
  return low == high ? low : low + " to " + high;
}

std::string bound_figure(Utility u) {
  constexpr Utility digits = 10'000;
  constexpr Utility step = unit / digits;
  const Utility steps = (u + step - 1) / step;
  return fmt::format("{}.{:04}", steps / digits, steps % digits);
}

std::string margin_words(const Span& margin) {
  if (margin == Span{}) return "exactly at its floor";
  if (margin.high < 0) return "short by " + figures({-margin.high, -margin.low});
  if (margin.low > 0) return "above by " + figures(margin);
  if (margin.low == 0) return "from its floor to " + figure(margin.high) + " above";
  if (margin.high == 0) return "from " + figure(-margin.low) + " below to its floor";
  return fmt::format("from {} below to {} above", figure(-margin.low), figure(margin.high));
}

std::string percent(double share) {
  if (share <= 0) return "0 %";
  if (share >= 1) return "100 %";
  const double hundredths = share * 100;
  if (hundredths < 0.001) return "under 0.001 %";
  if (hundredths > 99.9) return "over 99.9 %";
  if (hundredths < 0.1) return fmt::format("{:.3f} %", hundredths);
  if (hundredths < 1) return fmt::format("{:.2f} %", hundredths);
  if (hundredths < 9.95 || hundredths > 99) return fmt::format("{:.1f} %", hundredths);
  return fmt::format("{} %", std::lround(hundredths));
}

std::string count_words(const std::string& number) {
  if (number.size() > 10) {
    std::size_t power = number.size() - 1;
    int tenths = std::stoi(number.substr(0, 2)) + (number[2] >= '5' ? 1 : 0);
    if (tenths == 100) {
      tenths = 10;
      ++power;
    }
    return fmt::format("{}.{} x 10^{}", tenths / 10, tenths % 10, power);
  }
  std::string out = number;
  for (std::size_t i = number.size(); i > 3; i -= 3) out.insert(i - 3, ",");
  return out;
}

std::string number_of(std::size_t n, std::string_view thing) {
  if (n == 1) return fmt::format("1 {}", thing);
  if (thing.ends_with('y') && !thing.ends_with("ay")) {
    return fmt::format("{} {}ies", count_words(std::to_string(n)), thing.substr(0, thing.size() - 1));
  }
  return fmt::format("{} {}s", count_words(std::to_string(n)), thing);
}

std::string party_name(const Case& c, int party) { return or_id(at(c.parties, party).name, at(c.parties, party).id); }

std::string principal_name(const Case& c, int party, int principal) {
  if (principal < 0) return party_name(c, party);
  const Principal& p = at(at(c.parties, party).principals, principal);
  const std::string name = or_id(p.name, p.id);
  return name.empty() ? party_name(c, party) : name;
}

std::string issue_name(const Case& c, int issue) { return or_id(at(c.issues, issue).name, at(c.issues, issue).id); }

std::string proposal_name(const Case& c, int proposal) {
  const Proposal& p = at(c.proposals, proposal);
  return "\"" + or_id(p.name, p.id) + "\"";
}

std::string dated_proposal(const Case& c, int proposal) {
  const auto date = at(c.proposals, proposal).date;
  return date ? proposal_name(c, proposal) + " of " + to_words(*date) : proposal_name(c, proposal);
}

std::string source_words(const Case& c, const Provenance& p) {
  if (is_assumption(c, p)) return "an assumption";
  const Source& source = at(c.sources, p.source);
  const std::string title = or_id(source.title, source.id);
  return source.grade.empty() ? title : title + ", " + source.grade;
}

std::string term_words(const Case& c, const Package& package, int issue) {
  return issue_name(c, issue) + ": " + option_text(c, issue, at(package, issue));
}

std::string terms_words(const Case& c, const Package& package, const std::vector<int>& issues) {
  std::string out;
  for (const int issue : issues) out += (out.empty() ? "" : "; ") + term_words(c, package, issue);
  return out;
}

std::vector<int> all_issues(const Case& c) {
  std::vector<int> issues(c.issues.size());
  for (std::size_t i = 0; i < issues.size(); ++i) issues[i] = static_cast<int>(i);
  return issues;
}

std::vector<int> same_issues(const Case& c, const std::vector<const Package*>& packages) {
  std::vector<int> issues = all_issues(c);
  std::erase_if(issues, [&](int i) {
    return std::ranges::any_of(packages, [&](const Package* p) { return at(*p, i) != at(*packages.front(), i); });
  });
  return issues;
}

std::vector<int> differing_issues(const Case& c, const std::vector<const Package*>& packages) {
  std::vector<int> issues;
  std::ranges::set_difference(all_issues(c), same_issues(c, packages), std::back_inserter(issues));
  return issues;
}

std::string consent_words(const Party& party) { return gate_text(party, party.consent); }

std::string obstacle_words(const Case& c, const Obstacle& obstacle) {
  const std::string who = name_of(c, {obstacle.party, obstacle.principal, -1});
  if (obstacle.red_line < 0) return "the floor of " + who;
  return "the red line of " + who + ": " + condition_text(c, red_line_of(c, obstacle).option);
}

std::string floor_source(const Case& c, int party, const Floor& floor) {
  switch (floor.from) {
    case Floor::From::reservation:
      return "as stated" + hanging_on(c, floor.values);
    case Floor::From::exit: {
      const Exit& exit = at(at(c.parties, party).no_deal.exits, floor.exit);
      return "from its exit option \"" + or_id(exit.name, exit.id) + "\"" + hanging_on(c, floor.values);
    }
    case Floor::From::breakdown:
      return "from a breakdown of the talks" + hanging_on(c, floor.values);
    case Floor::From::nothing:
      break;
  }
  return "since nothing is stated of it";
}

std::string as_of_words(Date date) { return date == Date{} ? "undated" : "as of " + to_words(date); }

std::string_view verdict_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::certainly_not:
      return "cannot";
    case Verdict::possibly:
      return "possibly";
    case Verdict::certainly:
      return "certainly can";
  }
  std::abort();
}

std::string_view completions_words(Completions completions) {
  switch (completions) {
    case Completions::none:
      return "no completion";
    case Completions::some:
      return "some completions";
    case Completions::every:
      return "every completion";
    case Completions::unknown:
      return "not known";
  }
  std::abort();
}

std::string_view viewpoint_name(Viewpoint viewpoint) {
  switch (viewpoint) {
    case Viewpoint::nash:
      return "Nash";
    case Viewpoint::kalai_smorodinsky:
      return "Kalai-Smorodinsky";
    case Viewpoint::egalitarian:
      return "egalitarian";
    case Viewpoint::utilitarian:
      return "utilitarian";
    case Viewpoint::weighted:
      return "weighted";
  }
  std::abort();
}

std::string_view viewpoint_idea(Viewpoint viewpoint) {
  switch (viewpoint) {
    case Viewpoint::nash:
      return "the largest product of gains";
    case Viewpoint::kalai_smorodinsky:
      return "the largest gain for the worst served, as a part of its hopes";
    case Viewpoint::egalitarian:
      return "the largest gain for the worst served";
    case Viewpoint::utilitarian:
      return "the largest sum of utilities";
    case Viewpoint::weighted:
      return "the largest weighted sum of utilities";
  }
  std::abort();
}

std::string_view answer_words(Answer answer) {
  switch (answer) {
    case Answer::accept:
      return "accepted";
    case Answer::accept_with_reservations:
      return "accepted with reservations";
    case Answer::reject:
      return "rejected";
    case Answer::counter:
      return "answered with a counter-proposal";
    case Answer::silence:
      return "kept silent";
  }
  std::abort();
}

std::string_view event_words(Event::Kind kind) {
  switch (kind) {
    case Event::Kind::meeting:
      return "meeting";
    case Event::Kind::consultation:
      return "consultation";
    case Event::Kind::statement:
      return "statement";
    case Event::Kind::demand:
      return "demand";
    case Event::Kind::warning:
      return "warning";
    case Event::Kind::threat:
      return "threat";
    case Event::Kind::recommendation:
      return "recommendation";
    case Event::Kind::uptake:
      return "uptake";
    case Event::Kind::assessment:
      return "assessment";
    case Event::Kind::incident:
      return "incident";
  }
  std::abort();
}

}  // namespace parley
