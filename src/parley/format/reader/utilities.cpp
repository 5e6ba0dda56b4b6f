#include "parley/format/reader/utilities.h"

#include <fmt/core.h>

#include "parley/format/domain/domain.h"
#include "parley/format/reader/conditions.h"
#include "parley/format/reader/fields.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr std::size_t most_combinations = 10'000;

std::optional<std::int64_t> read_utility(Reading& r, const Node& node) {
  const auto number = node.kind == Node::Kind::scalar ? parse_billionths(node.text) : std::nullopt;
  if (!number)
    r.report(node.place, fmt::format("a utility is a number, here stands {}", shown(node)),
             "write a number such as 0.25, at most a million");
  return number;
}

std::optional<std::int64_t> read_utility(Reading& r, const Fields& fields, std::string_view key) {
  const Node* node = fields.find(key);
  return node != nullptr ? read_utility(r, *node) : std::nullopt;
}

/// A list has a number for each option in their order.
std::vector<std::int64_t> read_in_order(Reading& r, const Issue& issue, const Node& node) {
  std::vector<std::int64_t> numbers;
  for (const Node& item : read_items(r, &node, "utilities", issue.options.size() + spare_entries))
    numbers.push_back(read_utility(r, item).value_or(0));
  if (numbers.size() != issue.options.size())
    r.report(node.place,
             fmt::format("{} has {} options, here are {} numbers", issue.id, issue.options.size(), node.items.size()),
             "give each option a number, in their order");
  numbers.resize(issue.options.size());
  return numbers;
}

std::vector<std::int64_t> read_by_option(Reading& r, int index, const Node& node) {
  const Issue& issue = r.value.issues[static_cast<std::size_t>(index)];
  std::vector<std::int64_t> numbers(issue.options.size());
  std::vector<bool> known(issue.options.size());
  for (const Node::Entry& entry : read_entries(r, &node, "utilities", issue.options.size() + spare_entries)) {
    const int level = find_level(r, index, entry.key, entry.place);
    const auto number = read_utility(r, entry.value);
    if (level < 0) continue;
    const auto at = static_cast<std::size_t>(level);
    if (known[at]) r.report(entry.place, fmt::format("{} stands here twice", issue.options[at]), "keep one of the two");
    known[at] = true;
    numbers[at] = number.value_or(0);
  }
  std::vector<std::string> left_out;
  for (std::size_t level = 0; level < known.size(); ++level)
    if (!known[level]) left_out.push_back(issue.options[level]);
  if (!left_out.empty())
    r.report(node.place, fmt::format("utilities are missing for {}", listed(left_out)), "give every option a number");
  return numbers;
}

void read_options(Reading& r, const Fields& fields, Utilities& utilities) {
  const Node* block = fields.find("options");
  utilities.options.resize(r.value.issues.size());
  std::vector<bool> known(r.value.issues.size());
  for (const Node::Entry& entry : read_entries(r, block, "utilities of options")) {
    const int index = find_word(r, entry.key, entry.place, "an issue", r.issues);
    if (index < 0) continue;
    const auto at = static_cast<std::size_t>(index);
    known[at] = true;
    if (r.value.issues[at].options.empty()) continue;  // reported there
    utilities.options[at] = entry.value.kind == Node::Kind::sequence ? read_in_order(r, r.value.issues[at], entry.value)
                                                                     : read_by_option(r, index, entry.value);
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    utilities.options[i].resize(r.value.issues[i].options.size());
    if (!known[i] && block != nullptr && block->kind == Node::Kind::mapping)
      r.report(block->place, fmt::format("utilities are missing for {}", r.value.issues[i].id),
               "give each of its options a number; 0 for all if it does not matter");
  }
}

void read_together(Reading& r, const Node* node, Utilities& utilities) {
  for (const Node& item : read_items(r, node, "the combinations", most_combinations)) {
    const Fields fields(r, item, "utility of a combination");
    if (!fields.is_block()) continue;
    Utilities::Combination combination;
    combination.name = fields.line(r, "name");
    if (const Node* when = fields.find("if")) combination.when = read_conditions(r, *when);
    combination.adds = read_utility(r, fields, "adds").value_or(0);
    utilities.combinations.push_back(std::move(combination));
  }
}

}  // namespace

std::optional<Utilities> read_utilities(Reading& r, const Node* node) {
  if (node == nullptr) return std::nullopt;
  const Fields fields(r, *node, "utilities");
  Utilities utilities;
  utilities.from = fields.from(r);
  read_options(r, fields, utilities);
  utilities.base = read_utility(r, fields, "base").value_or(0);
  read_together(r, fields.find("together"), utilities);
  utilities.reservation = read_utility(r, fields, "reservation");
  utilities.discount = read_utility(r, fields, "discount");
  return utilities;
}

}  // namespace parley
