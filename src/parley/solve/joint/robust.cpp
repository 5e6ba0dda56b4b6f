#include "parley/solve/joint/robust.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "parley/solve/cores.h"
#include "parley/solve/joint/approvals.h"
#include "parley/solve/joint/margins.h"

namespace parley {
namespace {

constexpr auto beyond_all = std::numeric_limits<Utility>::max();

Utility worst_shortfall(const ReadingTable& table, const Package& package) {
  std::vector<std::vector<Utility>> margins;
  std::uint64_t refused = 0;
  for (std::size_t v = 0; v < table.views.size(); ++v) {
    margins.push_back(margins_of(table, v, package));
    if (refuses(table.views[v], package)) refused |= std::uint64_t{1} << v;
  }
  Utility worst = 0;
  for (std::size_t j = 0; j < table.readings; ++j) {
    auto lack = beyond_all;
    for (const auto mask : table.enough[table.hypothesis.empty() ? 0 : table.hypothesis[j]]) {
      if ((mask & refused) != 0) continue;
      Utility of_mask = 0;
      for (auto left = mask; left != 0; left &= left - 1)
        of_mask = std::max(of_mask, -margins[static_cast<std::size_t>(std::countr_zero(left))][j]);
      lack = std::min(lack, of_mask);
    }
    worst = std::max(worst, lack);
    if (worst == beyond_all) break;
  }
  return worst;
}

}  // namespace

std::vector<Robustness> robustness(const ReadingTable& table, const std::vector<Package>& packages, int threads) {
  const auto approved = joint_approvals(table, packages, threads);
  std::vector<Utility> shortfall(packages.size());
  const auto parts = std::clamp<std::size_t>(cores(threads), 1, std::max<std::size_t>(1, packages.size()));
  on_cores(parts, [&](std::size_t part) {
    for (auto p = part; p < packages.size(); p += parts) shortfall[p] = worst_shortfall(table, packages[p]);
  });
  std::vector<std::size_t> order(packages.size());
  for (std::size_t p = 0; p < order.size(); ++p) order[p] = p;
  std::ranges::sort(order, [&](auto a, auto b) {
    return approved[a] != approved[b] ? approved[a] > approved[b] : shortfall[a] < shortfall[b];
  });
  std::vector<Robustness> result(packages.size());
  // From the surest on: whoever falls short by as much as a surer one, or by more, is dominated; equals are not.
  auto least = beyond_all;
  auto surer = beyond_all;  // the least among those that are strictly surer
  for (std::size_t k = 0; k < order.size(); ++k) {
    const auto p = order[k];
    if (k == 0 || approved[p] != approved[order[k - 1]]) {
      surer = std::min(surer, least);
      least = shortfall[p];
    }
    auto& here = result[p];
    here.readings = approved[p];
    if (shortfall[p] != beyond_all) here.worst_shortfall = shortfall[p];
    const bool any_surer = approved[p] != approved[order.front()];
    here.undominated = shortfall[p] == least && (!any_surer || surer > shortfall[p]);
  }
  return result;
}

}  // namespace parley
