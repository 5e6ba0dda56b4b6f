#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "format/domain_text.h"
#include "parley/format/domain/figure.h"
#include "parley/format/geniusweb/geniusweb.h"
#include "parley/format/geniusweb/least_package.h"
#include "parley/format/negmas/negmas.h"
#include "parley/format/negolog/negolog.h"

namespace parley {
namespace {

class Exports : public testing::TestWithParam<unsigned> {
 protected:
  std::mt19937 random{GetParam()};
  int up_to(int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); }

  Domain domain() {
    Domain d{.name = "D " + std::to_string(GetParam()), .issues = {}, .numbers = {}};
    const int issues = 1 + up_to(3);
    for (int i = 0; i < issues; ++i) {
      Issue issue;
      issue.name = "issue " + std::to_string(i) + (up_to(1) == 0 ? ": \"é\"" : "");
      issue.id = "issue-" + std::to_string(i);
      const int levels = 1 + up_to(3);
      for (int level = 0; level < levels; ++level) issue.options.push_back("o" + std::to_string(level));
      d.issues.push_back(issue);
    }
    return d;
  }

  /// Parts of at most `most` in all, so that packages are worth 0 to `most`.
  Utilities utilities(const Domain& d, std::int64_t most) {
    Utilities u;
    const auto share = most / std::ssize(d.issues);
    for (const Issue& issue : d.issues) {
      auto& options = u.options.emplace_back();
      for (int level = 0; level < issue.levels(); ++level)
        options.push_back(up_to(3) == 0 ? share : static_cast<std::int64_t>(random()) % (share + 1));
    }
    if (up_to(1) == 0) u.reservation = static_cast<std::int64_t>(random()) % (most + 1);
    return u;
  }
};

TEST_P(Exports, OfUtilitiesFromZeroToOneReadBackTheSame) {
  const Domain d = domain();
  const Utilities u = utilities(d, one_utility - (up_to(1) == 0 ? up_to(900'000'000) : 0));
  const auto negmas = write_negmas(d.name, d.issues, {{"red", u}});
  const auto web = write_geniusweb(d.name, d.issues, {{"red", u}});
  const auto log = write_negolog(d.name, d.issues, {{"red", u}});
  const auto from_negmas =
      read_negmas_profile(negmas.files[1].text, read_negmas_domain(negmas.files[0].text).value.value());
  const auto from_web =
      read_geniusweb_profile(web.files[1].text, read_geniusweb_domain(web.files[0].text).value.value());
  const auto from_log = read_negolog_profile(log.files[0].text, read_negolog_domain(log.files[0].text).value.value());
  ASSERT_TRUE(from_negmas.value && from_web.value && from_log.value)
      << told(from_negmas.problems) << told(from_web.problems) << web.files[1].text << told(from_log.problems);
  EXPECT_TRUE(from_web.notes.empty());
  EXPECT_TRUE(from_log.notes.empty());
  for (const auto* back : {&*from_negmas.value, &*from_web.value, &*from_log.value}) {
    EXPECT_EQ(back->options, u.options);
    EXPECT_EQ(back->base, 0);
  }
  EXPECT_EQ(from_negmas.value->reservation, u.reservation);
  EXPECT_EQ(from_log.value->reservation, u.reservation.value_or(0));
  EXPECT_TRUE(negmas.lost.empty());
}

TEST_P(Exports, OfOtherUtilitiesAreShiftedAndScaled) {
  const Domain d = domain();
  Utilities u = utilities(d, 3 * one_utility);
  u.base = up_to(2) * one_utility - one_utility;
  for (auto& options : u.options)
    for (auto& part : options) part -= up_to(1) * 400'000'000;
  std::int64_t low = 0;
  std::int64_t high = std::numeric_limits<std::int64_t>::min();
  for_each_package(d.issues, [&](const std::vector<int>& package) {
    low = std::min(low, worth(u, package));
    high = std::max(high, worth(u, package));
  });
  const std::int64_t unit = std::max(high - low, one_utility);
  const auto web = write_geniusweb(d.name, d.issues, {{"red", u}});
  const auto back = read_geniusweb_profile(web.files[1].text, read_geniusweb_domain(web.files[0].text).value.value());
  ASSERT_TRUE(back.value) << told(back.problems) << web.files[1].text;
  for_each_package(d.issues, [&](const std::vector<int>& package) {
    const double expected = static_cast<double>(worth(u, package) - low) / static_cast<double>(unit);
    ASSERT_NEAR(static_cast<double>(worth(*back.value, package)) / one_utility, expected,
                1e-9 * static_cast<double>(d.issues.size()));
  });
}

TEST_P(Exports, FindTheLeastPackageThatIsWorthEnough) {
  const Domain d = domain();
  const Utilities u = utilities(d, 20);
  for (std::int64_t at_least = -1; at_least <= 21; ++at_least) {
    std::optional<std::int64_t> least;
    for_each_package(d.issues, [&](const std::vector<int>& package) {
      const std::int64_t w = worth(u, package);
      if (w >= at_least && (!least || w < *least)) least = w;
    });
    const auto found = least_package(u.options, at_least);
    ASSERT_EQ(found.has_value(), least.has_value());
    if (!found) continue;
    EXPECT_TRUE(found->least);
    EXPECT_EQ(found->worth, *least);
    EXPECT_EQ(worth(u, found->levels), *least);
  }
}

INSTANTIATE_TEST_SUITE_P(Random, Exports, testing::Range(0U, 200U));

TEST(LeastPackage, OfManyIssuesIsWorthEnoughAndSaysThatItMayNotBeTheLeast) {
  const std::vector<std::vector<std::int64_t>> options(60, {0, 1, 3, 7});
  const auto found = least_package(options, 200);
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->least);
  EXPECT_GE(found->worth, 200);
}

TEST(Figure, IsExactAndRoundsHalvesAwayFromZero) {
  const auto billionths = [](const char* text) { return to_billionths(parse_figure(text).value()); };
  EXPECT_EQ(billionths("0.1234567885"), 123'456'789);
  EXPECT_EQ(billionths("-0.1234567885"), -123'456'789);
  EXPECT_EQ(billionths("0.12345678849999999999999999999"), 123'456'788);
  EXPECT_EQ(billionths("-1.5e-3"), -1'500'000);
  EXPECT_EQ(billionths("+.5E0"), 500'000'000);
  EXPECT_EQ(billionths("007"), 7'000'000'000);
  EXPECT_EQ(billionths("0e99999999999999999999"), 0);
  EXPECT_EQ(billionths("1e-99999999999999999999"), 0);
  EXPECT_EQ(billionths("1000000"), largest_utility);
  EXPECT_EQ(billionths("1000000.1"), std::nullopt);
  for (const char* text :
       {"", "-", ".", "1e", "1e+", "0x1", "1 ", " 1", "nan", "inf", "-.inf", "1e101", "1_000", "--1", "1.2.3"})
    EXPECT_FALSE(parse_figure(text)) << text;
  EXPECT_EQ(rounded(ratio(-5, 1000), 2), ratio(-1, 100));
}

}  // namespace
}  // namespace parley
