#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "format/domain_text.h"
#include "parley/format/genius/genius.h"

namespace parley {
namespace {

const std::filesystem::path shared_files = PARLEY_SOURCE_DIR "/../shared";
const std::filesystem::path domains = shared_files / "domains" / "genius";

bool missing() { return !std::filesystem::exists(domains); }

std::vector<std::filesystem::path> xml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

Domain domain_in(const std::filesystem::path& folder) {
  for (const auto& file : xml_files(folder)) {
    const std::string text = read_text_file(file.string());
    if (what_genius_file(text) != GeniusFile::domain) continue;
    auto read = read_genius_domain(text);
    EXPECT_TRUE(read.value) << file << "\n" << told(read.problems);
    return read.value.value_or(Domain{});
  }
  ADD_FAILURE() << "no domain in " << folder;
  return {};
}

Utilities profile_at(const std::filesystem::path& file, const Domain& domain) {
  auto read = read_genius_profile(read_text_file(file.string()), domain);
  EXPECT_TRUE(read.value) << file << "\n" << told(read.problems);
  return read.value.value_or(Utilities{});
}

/// Sums of rounded numbers may differ this much from the sums of the oracle.
constexpr double rounding = 1e-8;

double number(std::int64_t billionths) { return static_cast<double>(billionths) / 1e9; }

/// What a peer that follows Genius computed for the domain, with tolerance for its rounding.
class Oracle : public testing::TestWithParam<std::string> {};

TEST_P(Oracle, AgreesOnEveryFigure) {
  if (missing()) GTEST_SKIP() << "needs ../shared/domains/genius";
  const auto oracle = nlohmann::json::parse(read_text_file((shared_files / "oracles" / "genius.json").string()));
  if (!oracle.contains(GetParam())) GTEST_SKIP() << "the oracle does not know " << GetParam();
  const auto& expected = oracle.at(GetParam());
  const Domain domain = domain_in(domains / GetParam());
  EXPECT_EQ(domain.issues.size(), expected.at("issues").get<std::size_t>());

  std::vector<Utilities> parties;
  for (const auto& profile : expected.at("profiles")) {
    parties.push_back(profile_at(domains / GetParam() / profile.at("file").get<std::string>(), domain));
    EXPECT_NEAR(number(parties.back().reservation.value_or(-1)), profile.at("rv").get<double>(), 1e-9);
    if (!profile.at("discount").is_null()) {
      EXPECT_NEAR(number(parties.back().discount.value_or(-1)), profile.at("discount").get<double>(), 1e-9);
    }
  }
  ASSERT_EQ(parties.size(), 2U);

  const double r0 = number(*parties[0].reservation);
  const double r1 = number(*parties[1].reservation);
  std::size_t packages = 0;
  std::size_t rational = 0;  // for certain
  std::size_t on_the_edge = 0;
  double welfare = 0;
  double nash = -1;
  std::array<double, 2> nash_point{};
  double least_gain = -1;
  std::array<std::int64_t, 2> min{one_utility, one_utility};
  std::array<std::int64_t, 2> max{0, 0};
  std::map<std::int64_t, std::int64_t> best;  // of the second for each value of the first
  std::vector<std::array<std::int64_t, 2>> points;
  for_each_package(domain.issues, [&](const std::vector<int>& package) {
    const std::array<std::int64_t, 2> u{worth(parties[0], package), worth(parties[1], package)};
    ++packages;
    for (std::size_t p = 0; p < 2; ++p) {
      min.at(p) = std::min(min.at(p), u.at(p));
      max.at(p) = std::max(max.at(p), u.at(p));
    }
    const auto at = best.try_emplace(u[0], u[1]).first;
    at->second = std::max(at->second, u[1]);
    const double g0 = number(u[0]) - r0;
    const double g1 = number(u[1]) - r1;
    welfare = std::max(welfare, number(u[0] + u[1]));
    if (g0 < -rounding || g1 < -rounding) return;
    ++(g0 > rounding && g1 > rounding ? rational : on_the_edge);
    points.push_back(u);
    if (g0 * g1 > nash + 1e-12) {
      nash = g0 * g1;
      nash_point = {number(u[0]), number(u[1])};
    }
    least_gain = std::max(least_gain, std::min(g0, g1));
  });

  std::size_t frontier = 0;
  std::int64_t second = -one_utility;
  for (auto entry = best.rbegin(); entry != best.rend(); ++entry) {
    if (entry->second > second) ++frontier;
    second = std::max(second, entry->second);
  }

  double ratio = -1;
  double ideal0 = 0;
  double ideal1 = 0;
  for (const auto& u : points) {
    ideal0 = std::max(ideal0, number(u[0]) - r0);
    ideal1 = std::max(ideal1, number(u[1]) - r1);
  }
  for (const auto& u : points)
    ratio = std::max(ratio, std::min((number(u[0]) - r0) / ideal0, (number(u[1]) - r1) / ideal1));

  EXPECT_EQ(packages, expected.at("outcomes").get<std::size_t>());
  EXPECT_LE(rational, expected.at("rational").get<std::size_t>());
  EXPECT_GE(rational + on_the_edge, expected.at("rational").get<std::size_t>());
  EXPECT_EQ(frontier, expected.at("pareto_unique").get<std::size_t>());
  for (std::size_t p = 0; p < 2; ++p) {
    EXPECT_NEAR(number(min.at(p)), expected.at("profiles").at(p).at("min").get<double>(), 1e-8);
    EXPECT_NEAR(number(max.at(p)), expected.at("profiles").at(p).at("max").get<double>(), 1e-8);
    EXPECT_NEAR(nash_point.at(p), expected.at("nash").at(p).get<double>(), 1e-6);
  }
  EXPECT_NEAR(welfare, expected.at("welfare").get<double>(), 1e-6);
  EXPECT_NEAR(nash, expected.at("nash_product").get<double>(), 1e-6);
  EXPECT_NEAR(least_gain, expected.at("egalitarian_min_gain").get<double>(), 1e-6);
  EXPECT_NEAR(ratio, expected.at("ks_maxmin_ratio").get<double>(), 1e-6);
}

INSTANTIATE_TEST_SUITE_P(Domains, Oracle,
                         testing::Values("y2010/EnglandZimbabwe", "y2010/ItexvsCypress", "y2010/Travel",
                                         "y2011/Amsterdam", "y2011/Camera", "y2011/Car", "y2011/Energy",
                                         "y2011/Grocery", "y2011/IS_BT_Acquisition", "y2011/Laptop", "y2011/NiceOrDie",
                                         "y2012/FitnessA", "y2012/LaptopC", "y2013/SmartPhone", "y2013/Wholesaler"),
                         [](const auto& name) { return name.param.substr(6); });

TEST(GeniusFiles, AllAreReadOrToldWhy) {
  if (missing()) GTEST_SKIP() << "needs ../shared/domains/genius";
  std::string refused;
  for (const auto& file : xml_files(domains)) {
    const std::string text = read_text_file(file.string());
    const std::string name = std::filesystem::relative(file, domains).string();
    if (what_genius_file(text) == GeniusFile::neither) refused += name + ": neither\n";
    if (what_genius_file(text) != GeniusFile::profile) continue;
    const auto read = read_genius_profile(text, domain_in(file.parent_path()));
    if (!read.value)
      refused += name + ": " + told(read.problems).substr(0, told(read.problems).find_first_of("'>") + 1) + "\n";
  }
  EXPECT_EQ(refused,
            "hard/constraint-rules/Copy of MinisterProfile.xml: 73:9: the profile has no rank for '\n"
            "hard/constraint-rules/MinisterProfile.xml: 71:6: a constraint profile has <rules>\n"
            "hard/hyper-rectangles/pareto.xml: neither\n"
            "hard/text-before-declaration/pareto.xml: neither\n");
}

/// The points that Genius's authors list as the frontier; each is to be some package's utilities.
std::vector<std::array<double, 2>> listed_points(const std::filesystem::path& file) {
  std::istringstream text(read_text_file(file.string()));
  std::vector<std::array<double, 2>> points;
  std::array<double, 2> point{};
  for (char comma = 0; text >> point[0] >> comma >> point[1];) points.push_back(point);
  return points;
}

/// Whether a package of ten integer issues reaches both utilities, by going up from random packages.
bool reached(const Domain& domain, const std::vector<Utilities>& parties, std::array<double, 2> point) {
  std::mt19937 random(1);
  for (int start = 0; start < 3000; ++start) {
    std::vector<int> package;
    for (const Issue& issue : domain.issues)
      package.push_back(static_cast<int>(random() % static_cast<unsigned>(issue.levels())));
    const auto distance = [&] {
      return std::abs(number(worth(parties[0], package)) - point[0]) +
             std::abs(number(worth(parties[1], package)) - point[1]);
    };
    double best = distance();
    for (bool better = true; better;) {
      better = false;
      for (std::size_t i = 0; i < package.size(); ++i) {
        for (int level = 0, old = package[i]; level < domain.issues[i].levels(); ++level) {
          package[i] = level;
          if (distance() < best) {
            best = distance();
            old = level;
            better = true;
          }
          package[i] = old;
        }
      }
    }
    if (best < 1e-6) return true;
  }
  return false;
}

TEST(GeniusFiles, ReachTheListedFrontierOfHyperRectangles) {
  if (missing()) GTEST_SKIP() << "needs ../shared/domains/genius";
  for (const char* folder : {"hyper-rectangles", "text-before-declaration"}) {
    const auto at = domains / "hard" / folder;
    const Domain domain = domain_in(at);
    const std::vector<Utilities> parties{profile_at(at / "profile-1.xml", domain),
                                         profile_at(at / "profile-2.xml", domain)};
    const auto points = listed_points(at / "pareto.xml");
    EXPECT_GE(points.size(), 4U);
    for (const auto& point : points)
      EXPECT_TRUE(reached(domain, parties, point)) << folder << ": " << point[0] << ", " << point[1];
  }
}

}  // namespace
}  // namespace parley
