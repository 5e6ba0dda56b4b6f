#include "parley/ask/to_move.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>

#include "parley/model/consent.h"

namespace parley {

std::vector<int> fewest_to_move(const Case& c, const Model& model, int party, const Package& package) {
  if (party_approves(c, model, party, package)) return {};
  const Party& side = c.parties[static_cast<std::size_t>(party)];
  using Missing = std::tuple<std::size_t, Utility, std::vector<std::string>, std::vector<int>>;
  std::vector<Missing> candidates;
  for (const Coalition& coalition : sufficient_coalitions(side)) {
    std::vector<int> missing;
    std::vector<std::string> ids;
    Utility shortfall = 0;
    for (const int k : coalition) {
      if (principal_approves(c, model, party, k, package)) continue;
      const auto place = static_cast<std::size_t>(k);
      const Utility margin = central_utility(model.principals[static_cast<std::size_t>(party)][place], package) -
                             model.floors[static_cast<std::size_t>(party)][place].central;
      missing.push_back(k);
      ids.push_back(side.principals[place].id);
      shortfall += std::max<Utility>(0, -margin);
    }
    std::ranges::sort(ids);
    candidates.emplace_back(missing.size(), shortfall, std::move(ids), std::move(missing));
  }
  if (candidates.empty()) return {};
  return std::get<3>(*std::ranges::min_element(candidates));
}

}  // namespace parley
