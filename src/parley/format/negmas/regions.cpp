#include <fmt/core.h>

#include <algorithm>

#include "parley/format/negmas/types.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// What all regions together may add, so that utilities fit whichever of them hold.
constexpr std::int64_t largest_total = 1'000'000'000;

/// The options between two numbers, these left out: what NegMAS makes of a list of just two.
std::optional<std::vector<bool>> read_between(DomainReading& r, const DomainWords& words, int issue, const Node& node) {
  const auto low = read_figure(r, node.items[0], "an end of a region");
  const auto high = read_figure(r, node.items[1], "an end of a region");
  const auto numbers = need_numbers(r, words, issue, node.place, "a region between two values");
  if (!low || !high || !numbers) return std::nullopt;
  std::vector<bool> holds;
  for (const Figure& number : *numbers) holds.push_back(*low < number && number < *high);
  return holds;
}

/// The levels of an issue at which a region holds.
std::optional<std::vector<bool>> read_levels(DomainReading& r, const DomainWords& words, int issue, const Node& node) {
  std::vector<bool> holds(words.domain().issues[static_cast<std::size_t>(issue)].options.size());
  if (node.missing()) return holds;  // NegMAS lets nothing pass there
  if (node.kind == Node::Kind::sequence && node.items.size() == 2) return read_between(r, words, issue, node);
  const auto one = std::span(&node, 1);
  for (const Node& value : node.kind == Node::Kind::sequence ? std::span<const Node>(node.items) : one) {
    const auto label = read_label(r, value, "a value of a region");
    const int level = label ? find_option(r, words, issue, *label, value.place) : -1;
    if (level < 0) return std::nullopt;
    holds[static_cast<std::size_t>(level)] = true;
  }
  return holds;
}

/// The conditions of a region; nothing, with a problem, when they cannot be read.
std::optional<std::vector<Condition>> read_conditions(DomainReading& r, const DomainWords& words, const Node& node) {
  std::vector<Condition> when;
  if (node.missing()) return when;
  if (!is_block(r, node, "a region")) return std::nullopt;
  bool complete = true;
  std::vector<bool> seen(words.domain().issues.size());
  for (const Node::Entry& entry : node.entries) {
    const auto position = parse_figure(entry.key);
    const auto issues = static_cast<int>(words.domain().issues.size());
    if (!position || denominator(*position) != 1 || *position < 0 || *position >= issues) {
      r.report(entry.place, fmt::format("{} is not the position of an issue", in_quotes(entry.key)),
               fmt::format("write a number from 0 to {}", issues - 1));
      complete = false;
      continue;
    }
    const int issue = static_cast<int>(numerator(*position));
    if (seen[static_cast<std::size_t>(issue)])
      r.report(entry.place, "the region names this issue a second time", "keep one of the two");
    seen[static_cast<std::size_t>(issue)] = true;
    auto holds = read_levels(r, words, issue, entry.value);
    complete = complete && holds;
    if (holds) when.push_back({issue, std::move(*holds), entry.place});
  }
  return complete ? std::optional(std::move(when)) : std::nullopt;
}

/// A list of numbers, one for each region.
std::vector<std::optional<Figure>> read_numbers(DomainReading& r, const Node& node, std::string_view what,
                                                std::size_t regions) {
  std::vector<std::optional<Figure>> numbers;
  if (!is_list(r, node, what)) return numbers;
  for (const Node& item : node.items) numbers.push_back(read_figure(r, item, "a number"));
  if (numbers.size() != regions)
    r.report(node.place, fmt::format("{} are {}, the regions are {}", what, numbers.size(), regions),
             "write one for each region");
  return numbers;
}

}  // namespace

void read_regions(DomainReading& r, const DomainWords& words, const Node& node, Utilities& utilities) {
  const Node* ranges = find_needed(r, node, "outcome_ranges");
  const Node* worths = find_needed(r, node, "utilities");
  const Node* weights_node = node.find("weights");
  if (const Node* bias = node.find("bias")) utilities.base = read_utility(r, *bias, "a bias").value_or(0);
  if (ranges == nullptr || worths == nullptr || !is_list(r, *ranges, "outcome_ranges")) return;
  const std::size_t count = ranges->items.size();
  if (count > DomainLimits::combinations)
    return r.report(ranges->place, fmt::format("there are more than {} regions", DomainLimits::combinations),
                    "leave some out");
  const auto values = read_numbers(r, *worths, "the utilities", count);
  std::vector<std::optional<Figure>> weights(count, Figure(1));
  if (weights_node != nullptr && !weights_node->missing())
    weights = read_numbers(r, *weights_node, "the weights", count);
  const auto number = [](const auto& numbers, std::size_t i) { return i < numbers.size() ? numbers[i] : std::nullopt; };
  Figure base = ratio(utilities.base, one_utility);
  Figure total = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Node& region = ranges->items[i];
    auto when = read_conditions(r, words, region);
    const auto value = number(values, i);
    const auto weight = number(weights, i);
    if (!when || !value || !weight) continue;
    const Figure adds = *weight * *value;
    total += abs(adds);
    if (total > largest_total)
      return r.report(region.place, "the regions up to here come to more than Parley can add up",
                      "divide all by the same");
    const auto never = [](const Condition& c) { return std::ranges::find(c.holds, true) == c.holds.end(); };
    if (std::ranges::any_of(*when, never))
      r.note(
          fmt::format("region {} holds for no package and is left out: NegMAS takes two numbers for what lies strictly "
                      "between them",
                      i + 1));
    else if (when->empty())
      base += adds;
    else
      utilities.combinations.push_back(
          {fmt::format("region {}", i + 1), std::move(*when), fit(r, adds, region.place).value_or(0)});
  }
  utilities.base = fit(r, base, node.place).value_or(0);
}

}  // namespace parley
