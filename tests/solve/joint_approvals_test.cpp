#include <gmock/gmock.h>

#include <bit>

#include "parley/solve/joint/approvals.h"
#include "support/random_readings.h"

namespace parley::test {
namespace {

TEST(JointApprovals, AreThoseOfTheDefinition) {
  Random random(1);
  for (int round = 0; round < 150; ++round) {
    const auto table = random_readings(random, random_reading_shape(random));
    const auto packages = all_packages(table);
    const auto counts = joint_approvals(table, packages, 1);
    EXPECT_EQ(joint_approvals(table, packages, 2), counts);
    for (std::size_t p = 0; p < packages.size(); ++p) {
      EXPECT_EQ(counts[p], count_approved(table, packages[p]));
      if (p % 7 != 0) continue;
      const auto approved = approved_in(table, packages[p]);
      EXPECT_EQ(approved.together, counts[p]);
      for (std::size_t j = 0; j < table.readings; ++j) {
        EXPECT_EQ(approved.jointly[j / 64] >> j % 64 & 1, approved_jointly(table, j, packages[p]) ? 1 : 0);
        for (std::size_t v = 0; v < table.views.size(); ++v)
          EXPECT_EQ(approved.views[v][j / 64] >> j % 64 & 1, approves(table, v, j, packages[p]) ? 1 : 0);
      }
      for (std::size_t v = 0; v < table.views.size(); ++v) {
        std::uint32_t bits = 0;
        for (const auto word : approved.views[v]) bits += static_cast<std::uint32_t>(std::popcount(word));
        EXPECT_EQ(approved.by_view[v], bits);
      }
    }
  }
}

TEST(JointApprovals, OfManyReadingsAndIssuesGoThroughSeveralBlocks) {
  Random random(2);
  auto shape = ReadingShape{.issues = 7, .most_levels = 6, .readings = 2500, .scale = unit, .plain = true};
  const auto table = random_readings(random, shape);
  std::vector<Package> packages(40);
  for (auto& package : packages)
    for (const auto levels : table.levels) package.push_back(static_cast<int>(draw(random, 0, levels - 1)));
  const auto counts = joint_approvals(table, packages, 2);
  for (std::size_t p = 0; p < packages.size(); ++p) EXPECT_EQ(counts[p], count_approved(table, packages[p]));
  EXPECT_EQ(joint_approvals(table, packages, 1), counts);
}

TEST(JointApprovals, DoNotDependOnPlaces) {
  Random random(3);
  for (int round = 0; round < 40; ++round) {
    const auto table = random_readings(random, random_reading_shape(random));
    const auto places = other_places(random, table);
    const auto packages = all_packages(table);
    std::vector<Package> elsewhere;
    for (const auto& package : packages) elsewhere.push_back(moved(package, places));
    EXPECT_EQ(joint_approvals(moved(table, places), elsewhere), joint_approvals(table, packages));
  }
}

TEST(JointApprovals, OfNothing) {
  ReadingTable table;
  table.readings = 3;
  table.enough = {{1}};
  table.views.push_back({{}, {}, {0, 1, -1}, {}});
  EXPECT_THAT(joint_approvals(table, {{}}), testing::ElementsAre(2u));
  EXPECT_THAT(joint_approvals(table, {}), testing::IsEmpty());
  table.enough = {{}};
  EXPECT_THAT(joint_approvals(table, {{}}), testing::ElementsAre(0u));
}

}  // namespace
}  // namespace parley::test
