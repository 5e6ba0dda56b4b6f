#include "parley/format/domain/reading.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/format/nearest.h"
#include "parley/format/text.h"

namespace parley {

void DomainReading::report(Place place, std::string message, std::string mend) {
  problems.add({place, std::move(message), std::move(mend)});
}

void DomainReading::report_unknown(Place place, std::string_view what, std::string_view word,
                                   const std::vector<std::string>& known) {
  if (problems.too_late(place)) return problems.count();
  std::string mend;
  if (const auto nearest = nearest_word(word, known))
    mend = fmt::format("did you mean {}? known here: {}", in_quotes(*nearest), listed(known));
  else if (known.empty())
    mend = "none is known here";
  else
    mend = fmt::format("known here: {}", listed(known));
  report(place, fmt::format("{} is not {}", in_quotes(word), what), std::move(mend));
}

void DomainReading::note(std::string sentence) {
  constexpr std::size_t most = 20;
  if (notes.size() < most) notes.push_back(std::move(sentence));
}

std::optional<Node> read_tree(DomainReading& r, std::string_view bytes) {
  Yaml yaml = read_yaml(bytes, {.bytes = DomainLimits::bytes});
  // Whoever wrote braces thinks of JSON.
  constexpr std::string_view language = "well-formed YAML";
  const bool is_json = bytes.substr(0, bytes.find('\n')).find('{') != std::string_view::npos;
  for (Problem& problem : yaml.problems) {
    const std::size_t at = problem.message.find(language);
    if (is_json && at != std::string::npos) problem.message.replace(at, language.size(), "well-formed JSON");
    r.problems.add(std::move(problem));
  }
  if (!yaml.root && r.problems.empty()) r.report({1, 1}, "the file is empty", "name another file");
  if (!yaml.root) return std::nullopt;
  if (!is_block(r, *yaml.root, "the file")) return std::nullopt;
  return std::move(yaml.root);
}

const Node* find_needed(DomainReading& r, const Node& block, std::string_view key) {
  if (const Node* found = block.find(key)) return found;
  std::vector<std::string> present;
  for (const Node::Entry& entry : block.entries) present.push_back(entry.key);
  const auto nearest = nearest_word(key, present);
  r.report(block.place, fmt::format("the key {} is missing here", in_quotes(key)),
           nearest ? fmt::format("is it {}?", in_quotes(*nearest)) : fmt::format("write {}", in_quotes(key)));
  return nullptr;
}

bool is_block(DomainReading& r, const Node& node, std::string_view what) {
  if (node.kind == Node::Kind::mapping) return true;
  r.report(node.place, fmt::format("{} must be a block of keys and values, here stands {}", what, shown(node)),
           "write {\"one\": ..., \"two\": ...}");
  return false;
}

bool is_list(DomainReading& r, const Node& node, std::string_view what) {
  if (node.kind == Node::Kind::sequence) return true;
  r.report(node.place, fmt::format("{} must be a list, here stands {}", what, shown(node)), "write [..., ...]");
  return false;
}

std::optional<Figure> read_figure(DomainReading& r, const Node& node, std::string_view what) {
  if (node.kind == Node::Kind::scalar)
    if (auto figure = parse_figure(node.text)) return figure;
  r.report(node.place, fmt::format("{} is not {}: a number is expected", shown(node), what),
           "write a decimal number such as 0.25");
  return std::nullopt;
}

std::optional<std::int64_t> read_utility(DomainReading& r, const Node& node, std::string_view what) {
  const auto figure = read_figure(r, node, what);
  return figure ? fit(r, *figure, node.place) : std::nullopt;
}

std::optional<std::int64_t> fit(DomainReading& r, const Figure& figure, Place place) {
  const auto number = to_billionths(figure);
  if (!number) r.report(place, "this comes to more than a million, which Parley cannot hold", "divide all by the same");
  return number;
}

std::optional<std::string> read_label(DomainReading& r, const Node& node, std::string_view what) {
  if (node.kind == Node::Kind::scalar && !node.missing() && !one_line(node.text).empty()) return node.text;
  r.report(node.place, fmt::format("{} must be a text or a number, here stands {}", what, shown(node)),
           "write its name");
  return std::nullopt;
}

void report_missing(DomainReading& r, const std::vector<bool>& seen, const std::vector<std::string>& names, Place place,
                    std::string_view what) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (!seen[i]) missing.push_back(in_quotes(names[i]));
  if (missing.empty()) return;
  r.report(place, fmt::format("{} {}", what, listed(missing, "and")), "add what is missing");
}

std::string the_issue(const Domain& domain, int issue) {
  return fmt::format("the issue {}", in_quotes(domain.issues[static_cast<std::size_t>(issue)].name));
}

Utilities blank_utilities(const Domain& domain) {
  Utilities utilities;
  for (const Issue& issue : domain.issues) utilities.options.emplace_back(issue.options.size());
  return utilities;
}

}  // namespace parley
