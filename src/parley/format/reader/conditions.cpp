#include "parley/format/reader/conditions.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "parley/format/nearest.h"
#include "parley/format/reader/scalars.h"
#include "parley/format/text.h"

namespace parley {
namespace {

const Issue& issue_at(const Reading& r, int issue) { return r.value.issues[static_cast<std::size_t>(issue)]; }

std::string numbers_of(const Issue& issue) {
  return fmt::format("{} runs from {} to {} in steps of {}", issue.id, issue.number(0),
                     issue.number(issue.levels() - 1), issue.step);
}

std::optional<std::int64_t> number_in(Reading& r, const Issue& issue, std::string_view text, Place place) {
  const auto number = parse_whole(trimmed(text));
  if (!number)
    r.report(place, fmt::format("{} is not a whole number", in_quotes(text)),
             fmt::format("{}; write a number, a range 1..9 or a comparison in quotes, \">= 5\"", numbers_of(issue)));
  return number;
}

/// Marks the levels whose numbers lie between two ends.
bool mark_between(const Issue& issue, std::int64_t low, std::int64_t high, std::vector<bool>& holds) {
  bool any = false;
  for (int level = 0; level < issue.levels(); ++level) {
    const bool inside = issue.number(level) >= low && issue.number(level) <= high;
    if (inside) holds[static_cast<std::size_t>(level)] = any = true;
  }
  return any;
}

/// Marks what a text such as "600..800" or ">= 700" allows; false when it is neither.
bool mark_span(Reading& r, const Issue& issue, const Node& node, std::vector<bool>& holds) {
  constexpr std::int64_t far = std::int64_t{1} << 60;
  const std::string_view text = trimmed(node.text);
  std::int64_t low = -far;
  std::int64_t high = far;
  const auto dots = text.find("..");
  if (dots != std::string_view::npos) {
    const auto from = number_in(r, issue, text.substr(0, dots), node.place);
    const auto to = number_in(r, issue, text.substr(dots + 2), node.place);
    if (!from || !to) return true;
    if (*from > *to) {
      r.report(node.place, fmt::format("this range is upside down: {}", in_quotes(text)),
               fmt::format("write {}..{}", *to, *from));
      return true;
    }
    low = *from;
    high = *to;
  } else if (text.starts_with('<') || text.starts_with('>')) {
    const bool equal = text.size() > 1 && text[1] == '=';
    const auto number = number_in(r, issue, text.substr(equal ? 2 : 1), node.place);
    if (!number) return true;
    (text[0] == '<' ? high : low) = *number + (equal ? 0 : text[0] == '<' ? -1 : 1);
  } else {
    return false;
  }
  if (!mark_between(issue, low, high, holds))
    r.report(node.place, fmt::format("no option of {} is {}", issue.id, text), numbers_of(issue));
  return true;
}

void mark(Reading& r, int index, const Node& node, std::vector<bool>& holds) {
  const Issue& issue = issue_at(r, index);
  if (issue.numeric() && node.kind == Node::Kind::scalar && mark_span(r, issue, node, holds)) return;
  const int level = read_level(r, index, node);
  if (level >= 0) holds[static_cast<std::size_t>(level)] = true;
}

std::optional<Condition> read_condition(Reading& r, const Node::Entry& entry) {
  const int issue = find_word(r, entry.key, entry.place, "an issue", r.issues);
  if (issue < 0) return std::nullopt;
  auto holds = read_levels(r, issue, entry.value);
  if (!holds) return std::nullopt;
  return Condition{issue, std::move(*holds), entry.place};
}

}  // namespace

int find_level(Reading& r, int index, std::string_view text, Place place) {
  const Issue& issue = issue_at(r, index);
  if (issue.options.empty()) return -1;  // reported where the issue stands
  if (!issue.numeric())
    return find_word(r, one_line(text), place, fmt::format("an option of {}", issue.id),
                     r.options[static_cast<std::size_t>(index)]);
  const auto number = number_in(r, issue, text, place);
  if (!number) return -1;
  const std::int64_t last = issue.number(issue.levels() - 1);
  if (*number >= issue.first && *number <= last && (*number - issue.first) % issue.step == 0)
    return static_cast<int>((*number - issue.first) / issue.step);
  std::string mend = numbers_of(issue);
  if (*number > issue.first && *number < last) {
    const std::int64_t below = *number - (*number - issue.first) % issue.step;
    mend += fmt::format("; nearest are {} and {}", below, below + issue.step);
  }
  r.report(place, fmt::format("{} is not an option of {}", *number, issue.id), std::move(mend));
  return -1;
}

int read_level(Reading& r, int issue, const Node& node) {
  const auto text = read_line(r, node, "an option");
  return text ? find_level(r, issue, *text, node.place) : -1;
}

std::optional<std::vector<bool>> read_levels(Reading& r, int index, const Node& node, bool all_allowed) {
  const Issue& issue = issue_at(r, index);
  if (issue.options.empty()) return std::nullopt;  // reported where the issue stands
  const Node* options = &node;
  bool negated = false;
  if (node.kind == Node::Kind::mapping) {
    options = node.find("not");
    negated = true;
    if (options == nullptr || node.entries.size() != 1) {
      r.report(node.place, "a condition is an option, a list of options, or {not: ...}", "write {not: option}");
      return std::nullopt;
    }
  }
  std::vector<bool> holds(issue.options.size());
  if (options->kind == Node::Kind::sequence) {
    for (const Node& item : read_items(r, options, "options", issue.options.size())) mark(r, index, item, holds);
  } else {
    mark(r, index, *options, holds);
  }
  const auto marked = static_cast<std::size_t>(std::ranges::count(holds, true));
  const bool empty_list = options->kind == Node::Kind::sequence && options->items.empty();
  if (marked == 0 && !empty_list) return std::nullopt;
  if (negated) holds.flip();
  const std::size_t allowed = negated ? holds.size() - marked : marked;
  if (allowed == 0) {
    r.report(node.place, fmt::format("no option of {} meets this", issue.id), "name an option that does");
    return std::nullopt;
  }
  if (allowed == holds.size() && !all_allowed) {
    r.report(node.place, fmt::format("every option of {} meets this", issue.id), "leave an option out, or remove this");
    return std::nullopt;
  }
  return holds;
}

std::vector<Condition> read_conditions(Reading& r, const Node& node) {
  std::vector<Condition> conditions;
  for (const Node::Entry& entry : read_entries(r, &node, "conditions"))
    if (auto condition = read_condition(r, entry)) conditions.push_back(std::move(*condition));
  if (node.kind == Node::Kind::mapping && node.entries.empty())
    r.report(node.place, "there is no condition here", "write {issue: option}");
  return conditions;
}

std::vector<Demand> read_demands(Reading& r, const Node* node, std::string_view what) {
  std::vector<Demand> demands;
  for (const Node& item : read_items(r, node, what)) {
    if (item.kind != Node::Kind::mapping) {
      r.report(item.place, fmt::format("each of {} is a block, here stands {}", what, shown(item)),
               "write {issue: option}");
      continue;
    }
    std::optional<Condition> option;
    int conditions = 0;
    for (const Node::Entry& entry : read_entries(r, &item, what)) {
      if (entry.key == "from" || entry.key == "note") continue;
      ++conditions;
      option = read_condition(r, entry);
    }
    if (conditions != 1)
      r.report(item.place, fmt::format("each of {} names one issue, here are {}", what, conditions),
               "write a line for each, such as - {withdrawal: complete, from: report}");
    const Provenance from = read_provenance(r, item, item.place, {});
    if (option) demands.push_back({std::move(*option), from});
  }
  return demands;
}

}  // namespace parley
