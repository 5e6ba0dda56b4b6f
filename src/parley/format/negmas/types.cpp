#include "parley/format/negmas/types.h"

#include <fmt/core.h>

#include <algorithm>

namespace parley {

std::optional<std::string> read_type(DomainReading& r, const Node& block, std::string_view what,
                                     const std::vector<std::string>& known) {
  const Node* node = find_needed(r, block, "type");
  if (node == nullptr) return std::nullopt;
  std::string name = node->text.substr(node->text.rfind('.') + 1);
  if (node->kind == Node::Kind::scalar && std::ranges::find(known, name) != known.end()) return name;
  r.report_unknown(node->place, what, node->kind == Node::Kind::scalar ? node->text : shown(*node), known);
  return std::nullopt;
}

std::optional<std::vector<Figure>> option_numbers(const Issue& issue) {
  std::vector<Figure> numbers;
  for (const std::string& option : issue.options) {
    const auto number = parse_figure(option);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<std::vector<Figure>> need_numbers(DomainReading& r, const DomainWords& words, int issue, Place place,
                                                std::string_view type) {
  auto numbers = option_numbers(words.domain().issues[static_cast<std::size_t>(issue)]);
  if (!numbers)
    r.report(place, fmt::format("{} needs numbers, but {} has words", type, the_issue(words.domain(), issue)),
             "write {type: TableFun, mapping: {option: value}}");
  return numbers;
}

}  // namespace parley
