#include <fmt/core.h>

#include <algorithm>
#include <ranges>
#include <span>

#include "parley/format/negmas/types.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr std::size_t most_powers = 10;

/// A value for each option. A value for something else is left out, as NegMAS does, unless an option has none, which it
/// may have been meant for.
std::vector<Figure> read_table(DomainReading& r, const DomainWords& words, int issue, const Node& node) {
  const auto& options = words.domain().issues[static_cast<std::size_t>(issue)].options;
  std::vector<Figure> values(options.size());
  std::vector<bool> seen(options.size());
  std::vector<const Node::Entry*> others;
  for (const Node::Entry& entry : node.entries) {
    const int level = words.option(issue, entry.key);
    const auto value = read_figure(r, entry.value, "a value");
    if (level < 0) others.push_back(&entry);
    if (level < 0) continue;
    seen[static_cast<std::size_t>(level)] = true;
    if (value) values[static_cast<std::size_t>(level)] = *value;
  }
  report_missing(r, seen, options, node.place, "a value is missing for");
  const bool all_seen = std::ranges::find(seen, false) == seen.end();
  for (const Node::Entry* entry : others) {
    if (all_seen)
      r.note(fmt::format("a value for {} is left out, which is no option of {}", in_quotes(entry->key),
                         the_issue(words.domain(), issue)));
    else
      find_option(r, words, issue, entry->key, entry->place);
  }
  return values;
}

/// The number under a key, or what NegMAS takes when there is none.
Figure read_part(DomainReading& r, const Node& node, std::string_view key, const Figure& otherwise) {
  const Node* part = node.find(key);
  return part != nullptr ? read_figure(r, *part, "a number").value_or(0) : otherwise;
}

/// The factors of x, x^2, ..., after the bias.
std::vector<Figure> read_polynomial(DomainReading& r, const Node& node, const std::string& type) {
  if (type == "IdentityFun") return {0, 1};
  std::vector<Figure> factors{read_part(r, node, "bias", 0)};
  if (type == "QuadraticFun") {
    factors.push_back(read_part(r, node, "a1", 1));
    factors.push_back(read_part(r, node, "a2", 1));
  } else if (type == "PolynomialFun") {
    const Node* list = find_needed(r, node, "coefficients");
    if (list == nullptr || !is_list(r, *list, "coefficients")) return factors;
    if (list->items.size() > most_powers)
      r.report(list->place, fmt::format("a polynomial has at most {} coefficients here", most_powers),
               "write a TableFun");
    for (const Node& item : std::span(list->items).first(std::min(list->items.size(), most_powers)))
      factors.push_back(read_figure(r, item, "a coefficient").value_or(0));
  } else {
    const Node* slope = find_needed(r, node, "slope");
    factors.push_back(slope != nullptr ? read_figure(r, *slope, "a slope").value_or(0) : 0);
  }
  return factors;
}

}  // namespace

std::vector<Figure> read_value_function(DomainReading& r, const DomainWords& words, int issue, const Node& node) {
  if (!is_block(r, node, "a value function")) return {};
  if (node.find("type") == nullptr) return read_table(r, words, issue, node);
  const auto type =
      read_type(r, node, "a value function that Parley reads",
                {"TableFun", "AffineFun", "LinearFun", "IdentityFun", "ConstFun", "QuadraticFun", "PolynomialFun"});
  if (!type) return {};
  const auto levels = words.domain().issues[static_cast<std::size_t>(issue)].options.size();
  if (*type == "ConstFun") return std::vector<Figure>(levels, read_part(r, node, "bias", 0));
  if (*type == "TableFun") {
    const Node* mapping = find_needed(r, node, "mapping");
    return mapping != nullptr && is_block(r, *mapping, "the mapping") ? read_table(r, words, issue, *mapping)
                                                                      : std::vector<Figure>{};
  }
  const auto numbers = need_numbers(r, words, issue, node.place, *type);
  if (!numbers) return {};
  const std::vector<Figure> factors = read_polynomial(r, node, *type);
  std::vector<Figure> values;
  for (const Figure& number : *numbers) {
    Figure value = 0;
    for (const Figure& factor : factors | std::views::reverse) value = value * number + factor;
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace parley
