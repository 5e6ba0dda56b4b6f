#include "parley/ask/contention.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "ask/packages.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

/// v(S) of the definition, over the whole case and by enumeration.
Utility cost_of(const std::vector<Package>& packages, const Model& model, unsigned set) {
  std::map<std::vector<int>, std::vector<Utility>> best;
  std::vector<Utility> ideal(model.parties.size(), -1);
  for (const Package& package : packages) {
    std::vector<int> settled;
    for (std::size_t i = 0; i < package.size(); ++i)
      if ((set >> i & 1u) != 0) settled.push_back(package[i]);
    auto& cell = best.try_emplace(settled, std::vector<Utility>(model.parties.size(), -1)).first->second;
    for (std::size_t p = 0; p < model.parties.size(); ++p) {
      const Utility utility = central_utility(model.parties[p], package);
      cell[p] = std::max(cell[p], utility);
      ideal[p] = std::max(ideal[p], utility);
    }
  }
  Utility best_sum = 0;
  for (const auto& [settled, cell] : best)
    best_sum = std::max(best_sum, std::accumulate(cell.begin(), cell.end(), Utility{0}));
  return std::accumulate(ideal.begin(), ideal.end(), Utility{0}) - best_sum;
}

TEST(Contention, IsTheShapleyValueOverAllOrdersOfIssues) {
  Random random(41);
  for (int round = 0; round < 200; ++round) {
    CaseShape shape;
    shape.parties = static_cast<int>(draw(random, 2, 3));
    const Case c = random_case(random, shape);
    const Model model = compile(c, default_date(c));
    const auto packages = packages_of(c);
    SCOPED_TRACE(round);
    std::vector<int> order(c.issues.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<Utility> sums(c.issues.size(), 0);
    Utility orders = 0;
    do {
      unsigned set = 0;
      Utility before = 0;
      for (const int issue : order) {
        set |= 1u << issue;
        const Utility now = cost_of(packages, model, set);
        sums[static_cast<std::size_t>(issue)] += now - before;
        before = now;
      }
      ++orders;
    } while (std::next_permutation(order.begin(), order.end()));

    const Contention answer = contention(c, model);
    EXPECT_EQ(answer.total, cost_of(packages, model, (1u << c.issues.size()) - 1));
    ASSERT_EQ(answer.issues.size(), c.issues.size());
    for (const IssueContention& issue : answer.issues) {
      EXPECT_FALSE(issue.grouped);
      EXPECT_EQ(issue.cost, sums[static_cast<std::size_t>(issue.issue)] / orders);
    }
  }
}

}  // namespace
}  // namespace parley::test
