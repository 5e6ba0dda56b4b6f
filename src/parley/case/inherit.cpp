#include "parley/case/inherit.h"

namespace parley {
namespace {

template <typename T>
void override_with(std::vector<std::optional<T>>& inherited, const std::vector<std::optional<T>>& own) {
  for (std::size_t i = 0; i < own.size(); ++i)
    if (own[i]) inherited[i] = own[i];
}

}  // namespace

Preference preference_of(const Party& party, const Principal& principal) {
  Preference result = party.preference;
  const Preference& own = principal.preference;
  override_with(result.weights, own.weights);
  override_with(result.values, own.values);
  override_with(result.credences, own.credences);
  if (!own.order.empty()) {
    result.order = own.order;
    result.order_from = own.order_from;
  }
  if (!own.interactions.empty()) result.interactions = own.interactions;
  return result;
}

std::vector<RedLine> red_lines_of(const Party& party, const Principal& principal) {
  std::vector<RedLine> result = party.red_lines;
  result.insert(result.end(), principal.red_lines.begin(), principal.red_lines.end());
  return result;
}

}  // namespace parley
