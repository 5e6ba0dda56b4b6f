#include <gtest/gtest.h>

#include <random>

#include "format/domain_text.h"
#include "parley/format/genius/genius.h"

namespace parley {
namespace {

using Profiles = std::vector<std::pair<std::string, Utilities>>;

Issue choice(const std::string& name, const std::vector<std::string>& options) {
  Issue issue;
  issue.id = issue.name = name;
  issue.options = options;
  return issue;
}

Issue count(const std::string& name, int low, int high) {
  Issue issue = choice(name, {});
  issue.kind = IssueKind::count;
  issue.first = low;
  for (int i = low; i <= high; ++i) issue.options.push_back(std::to_string(i));
  return issue;
}

/// What was written, read again: the domain, and each profile.
struct Again {
  Domain domain;
  std::vector<Utilities> profiles;
};

Again again(const Exported& exported) {
  Again result;
  const auto domain = read_genius_domain(exported.files.at(0).text);
  EXPECT_TRUE(domain.value) << told(domain.problems) << exported.files.at(0).text;
  result.domain = domain.value.value_or(Domain{});
  for (std::size_t f = 1; f < exported.files.size(); ++f) {
    EXPECT_EQ(what_genius_file(exported.files[f].text), GeniusFile::profile);
    const auto profile = read_genius_profile(exported.files[f].text, result.domain);
    EXPECT_TRUE(profile.value) << told(profile.problems) << exported.files[f].text;
    result.profiles.push_back(profile.value.value_or(Utilities{}));
  }
  return result;
}

/// Every package is worth the same in what is read back, times `factor` plus `shift`.
void expect_same_worth(const std::vector<Issue>& issues, const Utilities& before, const Utilities& after,
                       double factor = 1, double shift = 0, double tolerance = 0) {
  for_each_package(issues, [&](const std::vector<int>& package) {
    EXPECT_NEAR(static_cast<double>(worth(before, package)) * factor + shift,
                static_cast<double>(worth(after, package)), tolerance);
  });
}

TEST(GeniusWrite, GivesNumbersBackExactly) {
  const std::vector<Issue> issues{choice("Bread & <butter>", {"white", "\"brown\"", "rye"}), count("Loaves", -2, 3)};
  Utilities u;
  u.options = {{123'456'789, 0, 700'000'001}, {0, 50'000'000, 100'000'000, 150'000'000, 200'000'000, 250'000'000}};
  u.reservation = 333'333'333;
  u.discount = 987'654'321;
  const Exported exported = write_genius("Bakery", issues, {{"Baker", u}});
  EXPECT_EQ(listed_lines(exported.lost), "");
  ASSERT_EQ(exported.files.size(), 2U);
  EXPECT_EQ(exported.files[0].name, "bakery.xml");
  EXPECT_EQ(exported.files[1].name, "bakery-baker.xml");
  const Again read = again(exported);
  EXPECT_EQ(read.domain.name, "Bakery");
  ASSERT_EQ(read.domain.issues.size(), 2U);
  EXPECT_EQ(read.domain.issues[0].name, issues[0].name);
  EXPECT_EQ(read.domain.issues[0].options, issues[0].options);
  EXPECT_EQ(read.domain.issues[1].kind, IssueKind::count);
  EXPECT_EQ(read.domain.issues[1].first, -2);
  EXPECT_EQ(read.profiles[0].base, 0);
  EXPECT_EQ(read.profiles[0].options, u.options);
  EXPECT_TRUE(read.profiles[0].combinations.empty());
  EXPECT_EQ(read.profiles[0].reservation, u.reservation);
  EXPECT_EQ(read.profiles[0].discount, u.discount);
}

TEST(GeniusWrite, GivesRandomGainsBackExactly) {
  std::mt19937_64 random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<Issue> issues;
    Utilities u;
    u.reservation = static_cast<std::int64_t>(random() % 1'000'000'001);
    const auto n = 1 + random() % 4;
    for (std::size_t i = 0; i < n; ++i) {
      Issue issue = choice("i" + std::to_string(i), {});
      auto& gains = u.options.emplace_back();
      const std::uint64_t most = round % 3 == 0 ? 5000 : 1'000'000'000 / n;
      for (std::size_t level = 0; level < 1 + random() % 5; ++level) {
        issue.options.push_back("v" + std::to_string(level));
        gains.push_back(static_cast<std::int64_t>(random() % (most + 1)));
      }
      issues.push_back(issue);
    }
    const Exported exported = write_genius("d", issues, {{"p", u}});
    EXPECT_EQ(listed_lines(exported.lost), "");
    const Again read = again(exported);
    EXPECT_EQ(read.profiles.at(0).options, u.options);
    EXPECT_EQ(read.profiles.at(0).reservation, u.reservation);
  }
}

TEST(GeniusWrite, LeavesTheCutToGenius) {
  const std::vector<Issue> issues{choice("a", {"x", "y"}), choice("b", {"x", "y"})};
  Utilities u;
  u.options = {{0, 700'000'000}, {0, 600'000'000}};
  u.combinations = {{"no more than 1", {{0, {false, true}, {}}, {1, {false, true}, {}}}, -300'000'000}};
  u.reservation = 0;
  const Exported exported = write_genius("d", issues, {{"p", u}});
  EXPECT_EQ(listed_lines(exported.lost), "");
  const Utilities read = again(exported).profiles.at(0);
  EXPECT_EQ(read.options, u.options);
  ASSERT_EQ(read.combinations.size(), 1U);
  EXPECT_EQ(read.combinations[0].adds, -300'000'000);
}

TEST(GeniusWrite, PutsCombinationsOfIntegersIntoRectangles) {
  const std::vector<Issue> issues{count("a", 1, 5), count("b", 0, 3)};
  Utilities u;
  u.base = 50'000'000;
  u.options = {{0, 100'000'000, 30'000'000, 30'000'000, 0}, {0, -20'000'000, 0, 200'000'000}};
  u.combinations = {
      {"both", {{0, {true, false, true, true, false}, {}}, {1, {true, false, false, true}, {}}}, 400'000'000},
      {"not", {{0, {false, true, true, false, false}, {}}, {1, {true, true, false, false}, {}}}, -60'000'000}};
  u.reservation = 100'000'000;
  const Exported exported = write_genius("d", issues, {{"p", u}});
  EXPECT_EQ(listed_lines(exported.lost), "");
  const Again read = again(exported);
  EXPECT_EQ(read.profiles.at(0).base, u.base);
  EXPECT_EQ(read.profiles.at(0).options, u.options);
  expect_same_worth(issues, u, read.profiles.at(0));
}

TEST(GeniusWrite, TellsWhatNoLinearProfileHolds) {
  Issue boxes = count("boxes", 0, 2);
  boxes.unit = "crates";
  Issue share = choice("share", {"0", "50", "100"});
  share.kind = IssueKind::share;
  share.step = 50;
  share.unit = "%";
  share.phase = 1;
  const std::vector<Issue> issues{boxes, share};
  Utilities u;
  u.options = {{0, 900'000'000, 100'000'000}, {-300'000'000, 0, 1'200'000'000}};
  u.combinations = {{"both", {{0, {true, false, false}, {}}, {1, {true, false, false}, {}}}, 1}};
  u.discount = 2'000'000'000;
  const Exported exported = write_genius("d", issues, {{"P", u}});
  EXPECT_EQ(listed_lines(exported.lost),
            "1 combinations of 'P', which only hyper-rectangles over integer issues could hold: both\n"
            "the utilities of 'P' are raised by 0.3, since Genius has none below 0\n"
            "the utilities of 'P' are divided by 2.4, since Genius cuts them at 1\n"
            "that 'P' takes every package rather than no deal, which is worth 0 in Genius\n"
            "the discount factor of 'P', which lies outside 0 to 1\n"
            "the unit 'crates' of 'boxes'\n"
            "that the options of 'boxes' are in an order\n"
            "the unit '%' of 'share'\n"
            "that the options of 'share' are in an order\n");
  Utilities linear = u;
  linear.combinations.clear();
  expect_same_worth(issues, linear, again(exported).profiles.at(0), 1 / 2.4, 0.3e9 / 2.4, 2);
}

TEST(GeniusWrite, GivesReadProfilesBack) {
  const std::vector<Issue> issues{count("a", 0, 4), choice("b", {"x", "y"})};
  // Cut to 1 from the second step on, and falling.
  for (const std::vector<std::int64_t>& gains :
       {std::vector<std::int64_t>{0, 250'000'000, 500'000'000, 500'000'000, 500'000'000},
        {500'000'000, 400'000'000, 300'000'000, 200'000'000, 100'000'000}}) {
    Utilities u;
    u.options = {gains, {0, 500'000'000}};
    u.reservation = 0;
    const Exported exported = write_genius("d", issues, {{"p", u}});
    EXPECT_LE(exported.lost.size(), 1U);
    EXPECT_EQ(again(exported).profiles.at(0).options, u.options);
  }
}

}  // namespace
}  // namespace parley
