#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "parley/format/domain/reading.h"
#include "parley/format/geniusweb/geniusweb.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr int places_between = 8;  ///< GeniusWeb rounds so what lies between the ends of a range

using Figures = std::vector<std::optional<Figure>>;

std::optional<Figure> read_share(DomainReading& r, const Node& node, std::string_view what) {
  auto figure = read_figure(r, node, what);
  if (!figure || (*figure >= 0 && *figure <= 1)) return figure;
  r.report(node.place, fmt::format("{} is not {} from 0 to 1", shown(node), what), "GeniusWeb knows no other");
  return std::nullopt;
}

Figures read_weight_shares(DomainReading& r, const DomainWords& words, const Node& node) {
  Figures weights(words.issue_names().size());
  if (!is_block(r, node, "issueWeights")) return weights;
  std::vector<bool> seen(weights.size());
  Figure sum = 0;
  bool complete = true;
  for (const Node::Entry& entry : node.entries) {
    const int issue = find_issue(r, words, entry);
    const auto weight = read_figure(r, entry.value, "a weight");
    complete = complete && issue >= 0 && weight;
    if (issue < 0) continue;
    seen[static_cast<std::size_t>(issue)] = true;
    weights[static_cast<std::size_t>(issue)] = weight;
    if (weight) sum += *weight;
  }
  report_missing(r, seen, words.issue_names(), node.place, "a weight is missing for");
  complete = complete && std::ranges::find(seen, false) == seen.end();
  if (!complete || sum == 1) return weights;
  const std::string total = fmt::format("{}", sum.convert_to<double>());
  const Figure tolerance(1, 1'000'000);
  if (abs(sum - 1) > tolerance)
    r.report(node.place, fmt::format("the weights sum to {}, in GeniusWeb they sum to 1", total),
             "divide each by their sum");
  else
    r.note(fmt::format("the weights sum to {}, which GeniusWeb itself refuses, they are taken as they are", total));
  return weights;
}

std::vector<Figure> read_valued_options(DomainReading& r, const DomainWords& words, int issue, const Node& node) {
  const Node* table = is_block(r, node, "the utilities of options") ? find_needed(r, node, "valueUtilities") : nullptr;
  if (table == nullptr || !is_block(r, *table, "valueUtilities")) return {};
  const auto& options = words.domain().issues[static_cast<std::size_t>(issue)].options;
  std::vector<Figure> values(options.size());
  std::vector<bool> seen(options.size());
  for (const Node::Entry& entry : table->entries) {
    const int level = find_option(r, words, issue, entry.key, entry.place);
    const auto value = read_share(r, entry.value, "a utility");
    if (level < 0) continue;
    seen[static_cast<std::size_t>(level)] = true;
    if (value) values[static_cast<std::size_t>(level)] = *value;
  }
  report_missing(r, seen, options, table->place, "a utility is missing for");
  return values;
}

/// Utilities on the straight line between those of the two ends.
std::vector<Figure> read_valued_ends(DomainReading& r, const DomainWords& words, int issue, const Node& node) {
  if (!is_block(r, node, "the utilities of numbers")) return {};
  constexpr std::array<std::string_view, 4> keys{"lowValue", "highValue", "lowUtility", "highUtility"};
  std::array<Figure, 4> ends;
  bool complete = true;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Node* part = find_needed(r, node, keys[i]);
    const auto figure = part == nullptr ? std::nullopt
                        : i < 2         ? read_figure(r, *part, "an end of a range")
                                        : read_share(r, *part, "a utility");
    complete = complete && figure;
    if (figure) ends[i] = *figure;
  }
  if (!complete) return {};
  std::vector<Figure> numbers;
  for (const std::string& option : words.domain().issues[static_cast<std::size_t>(issue)].options) {
    const auto number = parse_figure(option);
    if (number) numbers.push_back(*number);
    if (number) continue;
    r.report(node.place,
             fmt::format("utilities of numbers stand here, but {} has options, such as {}",
                         the_issue(words.domain(), issue), in_quotes(option)),
             "give each option its utility under 'valueUtilities'");
    return {};
  }
  const auto& [low, high, low_utility, high_utility] = ends;
  if (low >= high || numbers.front() != low || numbers.back() > high) {
    r.report(
        node.place,
        fmt::format("lowValue and highValue are not the ends of the range of {}", the_issue(words.domain(), issue)),
        "write the ends that the domain has");
    return {};
  }
  for (Figure& number : numbers)
    number = rounded(low_utility + (high_utility - low_utility) * (number - low) / (high - low), places_between);
  return numbers;
}

std::vector<Figure> read_values(DomainReading& r, const DomainWords& words, int issue, const Node::Entry& entry) {
  if (!is_block(r, entry.value, fmt::format("the utilities of {}", in_quotes(entry.key)))) return {};
  for (const Node::Entry& kind : entry.value.entries) {
    if (kind.key == "DiscreteValueSetUtilities" || kind.key == "discreteutils")
      return read_valued_options(r, words, issue, kind.value);
    if (kind.key == "NumberValueSetUtilities" || kind.key == "numberutils")
      return read_valued_ends(r, words, issue, kind.value);
  }
  const Place place = entry.value.entries.empty() ? entry.value.place : entry.value.entries.front().place;
  const std::string word = entry.value.entries.empty() ? "" : entry.value.entries.front().key;
  r.report_unknown(place, "a kind of utilities", word, {"DiscreteValueSetUtilities", "NumberValueSetUtilities"});
  return {};
}

void read_options(DomainReading& r, const DomainWords& words, const Node& node, const Figures& weights,
                  Utilities& utilities) {
  if (!is_block(r, node, "issueUtilities")) return;
  std::vector<bool> seen(words.issue_names().size());
  for (const Node::Entry& entry : node.entries) {
    const int issue = find_issue(r, words, entry);
    if (issue < 0) continue;
    const auto i = static_cast<std::size_t>(issue);
    seen[i] = true;
    const auto values = read_values(r, words, issue, entry);
    const Figure weight = weights[i].value_or(0);
    for (std::size_t level = 0; level < values.size(); ++level)
      utilities.options[i][level] = fit(r, weight * values[level], entry.place).value_or(0);
  }
  report_missing(r, seen, words.issue_names(), node.place, "utilities are missing for");
}

void read_reservation(DomainReading& r, const DomainWords& words, const Node& node, Utilities& utilities) {
  if (node.missing()) return;
  const Node* bid = is_block(r, node, "the reservation bid") ? find_needed(r, node, "issuevalues") : nullptr;
  if (bid == nullptr || !is_block(r, *bid, "issuevalues")) return;
  std::int64_t worth = 0;
  std::vector<bool> seen(words.issue_names().size());
  for (const Node::Entry& entry : bid->entries) {
    const int issue = find_issue(r, words, entry);
    const auto label = read_label(r, entry.value, "a value");
    const int level = issue >= 0 && label ? find_option(r, words, issue, *label, entry.value.place) : -1;
    if (level < 0) continue;
    const auto i = static_cast<std::size_t>(issue);
    seen[i] = true;
    worth += utilities.options[i][static_cast<std::size_t>(level)];
  }
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (!seen[i])
      r.note(fmt::format("the reservation bid leaves {} open, which counts 0",
                         the_issue(words.domain(), static_cast<int>(i))));
  utilities.reservation = worth;
}

void compare_options(DomainReading& r, const DomainWords& words, int issue, const Node& values) {
  const auto& options = words.domain().issues[static_cast<std::size_t>(issue)].options;
  std::vector<bool> seen(options.size());
  for (const Node& value : values.items) {
    const auto label = read_label(r, value, "a value");
    const int level = label ? find_option(r, words, issue, *label, value.place) : -1;
    if (level >= 0) seen[static_cast<std::size_t>(level)] = true;
  }
  report_missing(r, seen, options, values.place, "the profile's own domain lacks");
}

/// A profile carries the domain that it was made for.
void compare_domain(DomainReading& r, const DomainWords& words, const Node& node) {
  const Node* all = node.kind == Node::Kind::mapping ? node.find("issuesValues") : nullptr;
  if (all == nullptr || all->kind != Node::Kind::mapping) return;
  std::vector<bool> seen(words.issue_names().size());
  for (const Node::Entry& entry : all->entries) {
    const int issue = find_issue(r, words, entry);
    if (issue < 0) continue;
    seen[static_cast<std::size_t>(issue)] = true;
    const Node* values = entry.value.kind == Node::Kind::mapping ? entry.value.find("values") : nullptr;
    if (values != nullptr) compare_options(r, words, issue, *values);
  }
  report_missing(r, seen, words.issue_names(), all->place, "the profile's own domain lacks");
}

}  // namespace

Imported<Utilities> read_geniusweb_profile(std::string_view bytes, const Domain& domain) {
  DomainReading r;
  Utilities utilities = blank_utilities(domain);
  const auto root = read_tree(r, bytes);
  if (!root) return r.finish(std::move(utilities));
  const Node* space = root->find("LinearAdditiveUtilitySpace");
  if (space == nullptr && !root->entries.empty())
    r.report_unknown(root->entries.front().place, "a profile class that Parley reads", root->entries.front().key,
                     {"LinearAdditiveUtilitySpace"});
  else if (space == nullptr)
    r.report(root->place, "the file is empty", "write {\"LinearAdditiveUtilitySpace\": ...}");
  if (space == nullptr || !is_block(r, *space, "the profile")) return r.finish(std::move(utilities));
  const DomainWords words(domain);
  utilities.from.place = space->place;
  Figures weights(domain.issues.size());
  if (const Node* node = find_needed(r, *space, "issueWeights")) weights = read_weight_shares(r, words, *node);
  if (const Node* node = find_needed(r, *space, "issueUtilities")) read_options(r, words, *node, weights, utilities);
  if (const Node* node = space->find("reservationBid")) read_reservation(r, words, *node, utilities);
  if (const Node* node = space->find("domain")) compare_domain(r, words, *node);
  return r.finish(std::move(utilities));
}

}  // namespace parley
