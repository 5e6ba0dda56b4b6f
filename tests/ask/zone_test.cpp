#include "parley/ask/zone.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "ask/packages.h"
#include "parley/format/case_file.h"
#include "parley/model/consent.h"
#include "parley/model/space.h"
#include "parley/solve/diagram.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

std::vector<Utility> values(const Model& model, const Package& package) {
  std::vector<Utility> result;
  for (const Valuer& party : model.parties) result.push_back(central_utility(party, package));
  return result;
}

bool beats(const std::vector<Utility>& a, const std::vector<Utility>& b) {
  bool better = false;
  for (std::size_t p = 0; p < a.size(); ++p) {
    if (a[p] < b[p]) return false;
    better = better || a[p] > b[p];
  }
  return better;
}

TEST(Zone, AgreesWithEnumerationOnRandomCases) {
  Random random(21);
  for (int round = 0; round < 300; ++round) {
    CaseShape shape;
    shape.parties = static_cast<int>(draw(random, 2, 3));
    const Case c = random_case(random, shape);
    const Model model = compile(c, default_date(c));
    const Zone answer = zone(c, model);
    SCOPED_TRACE(round);

    const auto packages = packages_of(c);
    std::vector<Package> accepted;
    for (const Package& package : packages)
      if (everyone_approves(c, model, package)) accepted.push_back(package);
    EXPECT_EQ(answer.packages, std::to_string(packages.size()));
    ASSERT_TRUE(answer.accepted);
    EXPECT_EQ(*answer.accepted, std::to_string(accepted.size()));
    EXPECT_EQ(answer.empty, accepted.empty());

    const auto& pool = c.parties.size() == 2 ? packages : accepted;
    std::set<std::vector<Utility>> best;
    for (const Package& package : pool) {
      const auto value = values(model, package);
      if (std::ranges::none_of(pool, [&](const Package& other) { return beats(values(model, other), value); }))
        best.insert(value);
    }
    std::set<std::vector<Utility>> found;
    for (std::size_t i = 0; i < answer.frontier.size(); ++i) {
      const Point& point = answer.frontier[i];
      EXPECT_EQ(point.value, values(model, point.package));
      EXPECT_EQ(answer.frontier_accepted[i], everyone_approves(c, model, point.package));
      found.insert(point.value);
    }
    EXPECT_EQ(found, best);
    EXPECT_EQ(found.size(), answer.frontier.size());

    for (const Zone::View& view : answer.viewpoints) {
      if (!view.point) continue;
      EXPECT_TRUE(everyone_approves(c, model, view.point->package));
      for (const Package& package : accepted) {
        const auto value = values(model, package);
        EXPECT_FALSE(beats(value, view.point->value)) << "a viewpoint is on the frontier of the zone";
      }
    }
    for (const Zone::Tabled& tabled : answer.tabled)
      for (const Package& package : packages) {
        Utility everyone_gains = unit;
        for (std::size_t p = 0; p < c.parties.size(); ++p)
          everyone_gains = std::min(everyone_gains, values(model, package)[p] - tabled.value[p]);
        EXPECT_LE(everyone_gains, tabled.left_for_everyone);
      }
  }
}

/// Raiffa, The Art and Science of Negotiation, 1982; Brams and Taylor, Fair Division, 1996, for the division.
TEST(Zone, DividesThePanamaCanalAsPublished) {
  const Case c = read_case_file(PARLEY_SOURCE_DIR "/cases/panama-1974.yaml").value.value();
  const Zone answer = zone(c, compile(c, default_date(c)));
  ASSERT_TRUE(answer.adjusted_winner);
  const Fraction sixty_six{660'000'000, 1};
  EXPECT_EQ(answer.adjusted_winner->points[0], sixty_six);
  EXPECT_EQ(answer.adjusted_winner->points[1], sixty_six);
  ASSERT_GE(answer.adjusted_winner->divided, 0);
  const auto divided = static_cast<std::size_t>(answer.adjusted_winner->divided);
  EXPECT_EQ(answer.adjusted_winner->to_first[divided], (Fraction{2, 15}));
}

/// Combinations over random issues, which tie the issues together beyond any diagram.
Case tied_together(int parties, const std::string& reservation) {
  constexpr int issues = 30;
  constexpr int combinations = 60;
  Random random(51);
  std::string text = "parley: 1\ntitle: tied together\nissues:\n";
  for (int i = 0; i < issues; ++i) text += fmt::format("  i{}: {{count: 0..9}}\n", i);
  text += "parties:\n";
  for (int p = 0; p < parties; ++p) {
    text += fmt::format("  p{}:\n    utilities:\n      reservation: {}\n      options:\n", p, reservation);
    for (int i = 0; i < issues; ++i) text += fmt::format("        i{}: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]\n", i);
    text += "      together:\n";
    for (int k = 0; k < combinations; ++k) {
      const auto first = draw(random, 0, 9);
      const auto low = draw(random, 1, 6);
      text += fmt::format("        - {{if: {{i{}: {}..9, i{}: 0..{}, i{}: [{}, {}]}}, adds: 0.01}}\n", first, low,
                          first + draw(random, 1, 9), 9 - low, draw(random, 20, 29), low, low + 1);
    }
  }
  const CaseFile file = read_case(text);
  EXPECT_TRUE(file.value);
  return file.value.value_or(Case{});
}

TEST(Zone, IsCountedAsEmptyWhereThatIsProvenWithoutCounting) {
  const Case c = tied_together(3, "0.59");
  const Model model = compile(c, {});
  ASSERT_FALSE(build_diagram(package_space(c, model).tables)) << "a diagram holds the case: it tests nothing";
  const Zone answer = zone(c, model);
  EXPECT_TRUE(answer.empty);
  EXPECT_EQ(answer.accepted, "0");
  EXPECT_EQ(answer.share_high, 0);
  EXPECT_EQ(answer.heading.guarantee.words.find("estimated"), std::string::npos) << answer.heading.guarantee.words;
}

}  // namespace
}  // namespace parley::test
