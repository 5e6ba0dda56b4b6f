#include <fmt/core.h>

#include <algorithm>

#include "parley/format/domain/reading.h"
#include "parley/format/negmas/negmas.h"
#include "parley/format/negmas/types.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// What stands for each issue, by position or by name; null where nothing does.
std::vector<const Node*> for_each_issue(DomainReading& r, const DomainWords& words, const Node& node,
                                        std::string_view what) {
  std::vector<const Node*> parts(words.issue_names().size());
  if (node.kind == Node::Kind::mapping) {
    for (const Node::Entry& entry : node.entries)
      if (const int issue = find_issue(r, words, entry); issue >= 0)
        parts[static_cast<std::size_t>(issue)] = &entry.value;
    return parts;
  }
  if (!is_list(r, node, what)) return parts;
  if (node.items.size() != parts.size())
    r.report(node.place, fmt::format("{} are {}, the issues are {}", what, node.items.size(), parts.size()),
             "write one for each issue, in the order of the domain");
  for (std::size_t i = 0; i < std::min(parts.size(), node.items.size()); ++i) parts[i] = &node.items[i];
  return parts;
}

/// NegMAS takes 1 for a weight that is not there.
std::vector<Figure> read_weights(DomainReading& r, const DomainWords& words, const Node& node) {
  std::vector<Figure> weights(words.issue_names().size(), 1);
  const Node* list = node.find("weights");
  if (list == nullptr || list->missing()) {
    r.note("there are no weights, NegMAS takes 1 for each");
    return weights;
  }
  const auto parts = for_each_issue(r, words, *list, "the weights");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] != nullptr)
      weights[i] = read_figure(r, *parts[i], "a weight").value_or(1);
    else if (list->kind == Node::Kind::mapping)
      r.note(fmt::format("{} has no weight, NegMAS takes 1", the_issue(words.domain(), static_cast<int>(i))));
  }
  return weights;
}

void read_bias(DomainReading& r, const Node& node, Utilities& utilities) {
  if (const Node* bias = node.find("bias")) utilities.base = read_utility(r, *bias, "a bias").value_or(0);
}

void read_additive(DomainReading& r, const DomainWords& words, const Node& node, Utilities& utilities) {
  read_bias(r, node, utilities);
  const std::vector<Figure> weights = read_weights(r, words, node);
  const Node* list = find_needed(r, node, "values");
  if (list == nullptr) return;
  const auto parts = for_each_issue(r, words, *list, "the values");
  std::vector<bool> seen;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    seen.push_back(parts[i] != nullptr);
    if (parts[i] == nullptr) continue;
    const auto values = read_value_function(r, words, static_cast<int>(i), *parts[i]);
    for (std::size_t level = 0; level < values.size(); ++level)
      utilities.options[i][level] = fit(r, weights[i] * values[level], parts[i]->place).value_or(0);
  }
  if (list->kind == Node::Kind::mapping)
    report_missing(r, seen, words.issue_names(), list->place, "a value function is missing for");
}

/// A weight for each issue, to be multiplied with its number.
void read_affine(DomainReading& r, const DomainWords& words, const Node& node, Utilities& utilities) {
  read_bias(r, node, utilities);
  const std::vector<Figure> weights = read_weights(r, words, node);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto numbers = need_numbers(r, words, static_cast<int>(i), node.place, "this function");
    for (std::size_t level = 0; numbers && level < numbers->size(); ++level)
      utilities.options[i][level] = fit(r, weights[i] * (*numbers)[level], node.place).value_or(0);
  }
}

/// Whether a discount over time, of which something is left at the end, stands here. If it is another it is noted.
void read_discount(DomainReading& r, const Node& node, const std::string& type, Utilities& utilities) {
  const Node* factor = node.find("factor");
  const Node* discount = node.find("discount");
  if (type == "ExpDiscountedUFun" && discount != nullptr && factor != nullptr && factor->text == "relative_time") {
    utilities.discount = read_utility(r, *discount, "a discount");
    return;
  }
  const std::string over = factor != nullptr && !factor->text.empty() ? factor->text : "step";
  r.note(
      fmt::format("the discount ({} over {}) is left out: only one over relative_time has a meaning without the "
                  "number of steps",
                  type, in_quotes(over)));
}

/// -.inf, null and no number at all stand for no reservation.
void read_reservation(DomainReading& r, const Node& node, Utilities& utilities) {
  const Node* value = node.find("reserved_value");
  if (const Node* outcome = node.find("reserved_outcome"); outcome != nullptr && !outcome->missing())
    r.note("reserved_outcome is left out, as NegMAS does: no deal is worth the reserved value");
  if (value == nullptr || value->missing()) return;
  const std::string& text = value->text;
  if (text == "-.inf" || text == "-.Inf" || text == "-.INF" || text == "-Infinity") return;
  if (text == ".nan" || text == ".NaN" || text == "NaN")
    return r.note("the reserved value is no number, there is none here");
  utilities.reservation = read_utility(r, *value, "a reserved value");
}

void read_function(DomainReading& r, const DomainWords& words, const Node& node, Utilities& utilities) {
  const auto type = read_type(r, node, "a utility function that Parley reads",
                              {"LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction",
                               "AffineUtilityFunction", "LinearUtilityFunction", "ConstUtilityFunction",
                               "HyperRectangleUtilityFunction", "ExpDiscountedUFun", "LinDiscountedUFun"});
  if (!type) return;
  read_reservation(r, node, utilities);
  if (*type == "ExpDiscountedUFun" || *type == "LinDiscountedUFun") {
    read_discount(r, node, *type, utilities);
    const Node* within = find_needed(r, node, "ufun");
    if (within == nullptr || !is_block(r, *within, "the function within")) return;
    const auto outer = utilities.reservation;
    const auto discount = utilities.discount;
    read_function(r, words, *within, utilities);
    if (outer)
      utilities.reservation = outer;
    else if (utilities.reservation)
      r.note("the reserved value is that of the function within the discount, which NegMAS forgets");
    if (discount && utilities.discount != discount) r.note("of two discounts the inner one is left out");
    if (discount) utilities.discount = discount;
    return;
  }
  if (*type == "HyperRectangleUtilityFunction") return read_regions(r, words, node, utilities);
  if (*type == "AffineUtilityFunction" || *type == "LinearUtilityFunction")
    return read_affine(r, words, node, utilities);
  if (*type != "ConstUtilityFunction") return read_additive(r, words, node, utilities);
  if (const Node* value = find_needed(r, node, "value"))
    utilities.base = read_utility(r, *value, "a value").value_or(0);
}

}  // namespace

Imported<Utilities> read_negmas_profile(std::string_view bytes, const Domain& domain) {
  DomainReading r;
  Utilities utilities = blank_utilities(domain);
  const auto root = read_tree(r, bytes);
  if (!root) return r.finish(std::move(utilities));
  utilities.from.place = root->place;
  read_function(r, DomainWords(domain), *root, utilities);
  return r.finish(std::move(utilities));
}

}  // namespace parley
