#include "parley/format/reader/issues.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "parley/format/reader/quantity.h"
#include "parley/format/reader/scalars.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr std::size_t most_issues = 200;
constexpr std::size_t most_levels = 2000;
constexpr std::size_t most_levels_in_all = 20'000;

constexpr std::array<std::string_view, 5> kinds{"options", "scale", "count", "duration", "share"};

/// The phase of an issue; when the case has only one, it need not be named.
int phase_of(Reading& r, const Fields& fields) {
  if (fields.has("phase")) return std::max(0, fields.word(r, "phase", "a phase", r.phases));
  if (r.phases.all().size() > 1)
    r.report(fields.place(), "this issue needs 'phase', since the case has several",
             fmt::format("phases: {}", listed(r.phases.all())));
  return 0;
}

void read_options(Reading& r, const Node& node, Issue& issue, Words& words) {
  const auto items = read_items(r, &node, "options", most_levels);
  for (const Node& item : items) {
    const auto option = read_line(r, item, "an option");
    if (!option) continue;
    const auto& reserved = reserved_words();
    if (words.find(*option) >= 0)
      r.report(item.place, fmt::format("the option {} stands here twice", in_quotes(*option)), "keep one of the two");
    else if (std::ranges::find(reserved, *option) != reserved.end())
      r.report(item.place, fmt::format("'{}' is a word of the format and cannot be an option", *option),
               "call the option something else");
    words.add(*option);
    issue.options.push_back(*option);
  }
  if (node.kind == Node::Kind::sequence && node.items.size() < 2)
    r.report(node.place, "an issue needs at least two options", "add the other possible outcomes");
}

/// Turns a range of whole numbers into levels.
void set_levels(Reading& r, Issue& issue, std::int64_t low, std::int64_t high, std::int64_t step, Place place) {
  const std::int64_t steps = (high - low) / step;
  if (low >= high) {
    r.report(place, fmt::format("the numbers of an issue run from low to high, here from {} to {}", low, high),
             low > high ? fmt::format("write {}..{}", high, low) : "an issue needs at least two options");
  } else if ((high - low) % step != 0) {
    r.report(place, fmt::format("{} cannot be reached from {} in steps of {}", high, low, step),
             fmt::format("end at {} or {}, or take another step", low + steps * step, low + (steps + 1) * step));
  } else if (steps + 1 > static_cast<std::int64_t>(most_levels)) {
    r.report(place, fmt::format("this makes {} options, at most {} can be handled", steps + 1, most_levels),
             "take larger steps");
  } else {
    issue.first = low;
    issue.step = step;
    for (std::int64_t number = low; number <= high; number += step) issue.options.push_back(std::to_string(number));
  }
}

/// "0..1500 step 100", with a unit of time in between for a duration: "4..12 weeks step 1".
void read_steps(Reading& r, const Node& node, Issue& issue) {
  const bool timed = issue.kind == IssueKind::duration;
  const auto line = read_line(r, node, timed ? "a range of times" : "a range of whole numbers");
  if (!line) return;
  std::string_view rest = *line;
  std::int64_t step = 1;
  bool sound = true;
  if (const auto at = rest.find(" step "); at != std::string_view::npos) {
    const auto number = parse_whole(trimmed(rest.substr(at + 6)));
    sound = number && *number >= 1;
    step = number.value_or(1);
    rest = rest.substr(0, at);
  }
  if (timed) {
    const auto space = rest.rfind(' ');
    const auto unit = space != std::string_view::npos ? time_unit(rest.substr(space + 1)) : std::nullopt;
    sound = sound && unit;
    issue.unit = unit.value_or("");
    rest = rest.substr(0, unit ? space : rest.size());
  }
  const auto dots = rest.find("..");
  const auto low = parse_whole(trimmed(rest.substr(0, dots)));
  const auto high = dots != std::string_view::npos ? parse_whole(trimmed(rest.substr(dots + 2))) : std::nullopt;
  sound = sound && low && high && (!timed || *low >= 0);
  if (!sound)
    r.report(
        node.place,
        timed ? fmt::format("a duration runs between whole numbers of a unit of time, here stands {}", in_quotes(*line))
              : fmt::format("a count runs between whole numbers, here stands {}", in_quotes(*line)),
        timed ? "write for instance 4..12 weeks step 2" : "write for instance 0..1500 step 100");
  else
    set_levels(r, issue, *low, *high, step, node.place);
}

void read_share(Reading& r, const Node& node, const Fields& fields, Issue& issue) {
  issue.unit = "%";
  std::int64_t step = 5;
  if (const Node* s = fields.find("step")) step = read_whole(r, *s, "the step of a share", 1, 50).value_or(5);
  if (100 % step != 0)
    r.report(fields.find("step")->place, fmt::format("100 cannot be reached in steps of {}", step),
             "take 1, 2, 4, 5, 10, 20, 25 or 50");
  else
    set_levels(r, issue, 0, 100, step, node.place);
  const auto items = read_items(r, &node, "the two parties of a share");
  const auto claimants = read_words(r, items, "a party", r.parties);
  if (claimants.size() == 2)
    issue.claimants = {claimants[0], claimants[1]};
  else if (node.kind == Node::Kind::sequence && items.size() != 2)
    r.report(node.place, fmt::format("a share is divided between two parties, here are {}", items.size()),
             "write [one, other]");
}

void read_options_of(Reading& r, const Fields& fields, Issue& issue, Words& words) {
  std::vector<std::string> named;
  for (const std::string_view kind : kinds)
    if (fields.has(kind)) named.emplace_back(kind);
  if (named.size() != 1) {
    r.report(
        fields.place(),
        named.empty() ? "an issue needs its options" : fmt::format("an issue has one kind, here are {}", listed(named)),
        "write one of options, scale, count, duration, share");
    return;
  }
  const auto kind = static_cast<std::size_t>(std::ranges::find(kinds, named[0]) - kinds.begin());
  issue.kind = static_cast<IssueKind>(kind);
  const Node& node = *fields.find(named[0]);
  if (!issue.numeric())
    read_options(r, node, issue, words);
  else if (issue.kind == IssueKind::share)
    read_share(r, node, fields, issue);
  else
    read_steps(r, node, issue);
  if (fields.has("unit") && issue.kind != IssueKind::count)
    r.report(fields.find("unit")->place, "only a count has a unit of its own", "remove it");
  else if (fields.has("unit"))
    issue.unit = fields.line(r, "unit");
  if (fields.has("step") && issue.kind != IssueKind::share)
    r.report(fields.find("step")->place, "'step' is for a share", "write the step of a range as 0..100 step 5");
}

/// Only what follows the options of an issue can be read: it must have some.
void keep_levels(Reading& r, Issue& issue, Words& words, Place place) {
  if (r.level_count + issue.options.size() > most_levels_in_all) {
    r.report(place, fmt::format("the issues have more than {} options in all", most_levels_in_all),
             "take larger steps");
    issue.options.clear();
    words = {};
  }
  r.level_count += issue.options.size();
}

}  // namespace

Source read_source(Reading& r, const Node::Entry& entry) {
  const Fields fields(r, entry.value, "source", entry.place);
  Source source;
  source.id = entry.key;
  source.place = entry.place;
  source.title = fields.line(r, "title");
  source.date = fields.date(r, "date");
  source.grade = fields.line(r, "grade");
  const std::string& g = source.grade;
  const bool graded = g.size() == 2 && g[0] >= 'A' && g[0] <= 'F' && g[1] >= '1' && g[1] <= '6';
  if (!g.empty() && !graded)
    r.report_aside(fields.find("grade")->place, fmt::format("{} is not a grade", in_quotes(g)),
                   "write the reliability of the source, A to F, and of what it says, 1 to 6, such as B2");
  if (const Node* yes = fields.find("assumptions")) source.assumptions = read_yes_or_no(r, *yes);
  return source;
}

void read_sources(Reading& r, const Node* node) {
  for (const Node::Entry& entry : read_named(r, node, "sources", r.sources))
    r.value.sources.push_back(read_source(r, entry));
}

void read_phases(Reading& r, const Node* node) {
  const auto entries = read_named(r, node, "phases", r.phases);
  for (const Node::Entry& entry : entries) {
    const Fields fields(r, entry.value, "phase", entry.place);
    Phase phase;
    phase.id = entry.key;
    phase.name = fields.line(r, "name", name_from(entry.key));
    phase.from = fields.from(r);
    if (const Node* time = fields.find("duration")) phase.days = read_time(r, *time, phase.from);
    phase.after = fields.word(r, "after", "a phase", r.phases);
    phase.entry = fields.line(r, "if");
    phase.exit = fields.line(r, "until");
    phase.fallback = fields.line(r, "otherwise");
    r.value.phases.push_back(std::move(phase));
  }
  if (entries.empty()) {
    Phase& only = r.value.phases.emplace_back();
    only.id = only.name = "agreement";
    r.phases.add("agreement");
  }
}

void read_issues(Reading& r, const Node* node) {
  for (const Node::Entry& entry : read_named(r, node, "issues", r.issues, most_issues)) {
    const auto& reserved = reserved_words();
    if (std::ranges::find(reserved, entry.key) != reserved.end())
      r.report(entry.place, fmt::format("'{}' is a word of the format and cannot be an issue", entry.key),
               "call the issue something else");
    const Fields fields(r, entry.value, "issue", entry.place);
    Issue issue;
    issue.id = entry.key;
    issue.name = fields.line(r, "name", name_from(entry.key));
    issue.from = fields.from(r);
    issue.phase = phase_of(r, fields);
    Words words;
    read_options_of(r, fields, issue, words);
    keep_levels(r, issue, words, entry.place);
    r.value.issues.push_back(std::move(issue));
    r.options.push_back(std::move(words));
  }
}

}  // namespace parley
