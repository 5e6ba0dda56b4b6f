#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>

#include "parley/ask/zone.h"
#include "parley/format/load.h"

namespace parley {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// Results that others published, or computed with other tools, for domains that others made; they lie beside the
// repository and are not shipped.
const fs::path shared = fs::path(PARLEY_SOURCE_DIR) / ".." / "shared";

/// Published figures are floating point; ours are whole 10^-9, rounded once for every issue.
constexpr double near = 1e-6;

double of(Utility utility) { return static_cast<double>(utility) / static_cast<double>(unit); }

Json read_json(const fs::path& path) {
  std::ifstream file(path);
  return Json::parse(file);
}

struct OracleAnswer {
  Case c;
  Model model;
  Zone zone;
};

OracleAnswer zone_of(const fs::path& folder, const std::vector<fs::path>& profiles = {}) {
  Loaded loaded = load(folder, profiles);
  EXPECT_TRUE(loaded.value) << folder;
  EXPECT_TRUE(loaded.wrong.empty()) << folder;
  OracleAnswer answer{std::move(loaded.value).value_or(Case{}), {}, {}};
  answer.model = compile(answer.c, {});
  answer.zone = zone(answer.c, answer.model);
  EXPECT_EQ(answer.zone.heading.guarantee.kind, Guarantee::Kind::exact) << folder;
  return answer;
}

const Point& pick(const Zone& zone, Viewpoint viewpoint) {
  return std::ranges::find(zone.viewpoints, viewpoint, &Zone::View::viewpoint)->point.value();
}

double smallest_gain(const Zone& zone, const Point& point) {
  Utility smallest = point.value[0] - zone.floors[0];
  for (std::size_t p = 1; p < point.value.size(); ++p) smallest = std::min(smallest, point.value[p] - zone.floors[p]);
  return of(smallest);
}

double smallest_ratio(const Zone& zone, const Point& point) {
  double smallest = 1;
  for (std::size_t p = 0; p < point.value.size(); ++p)
    smallest = std::min(smallest, of(point.value[p] - zone.floors[p]) / of(zone.ideals[p] - zone.floors[p]));
  return smallest;
}

double product_of_gains(const Zone& zone, const Point& point) {
  double product = 1;
  for (std::size_t p = 0; p < point.value.size(); ++p) product *= of(point.value[p] - zone.floors[p]);
  return product;
}

/// Welfare is over all packages, whoever accepts them: for two parties it lies on the frontier.
double most_together(const Zone& zone) {
  Utility most = 0;
  for (const Point& point : zone.frontier)
    most = std::max(most, std::accumulate(point.value.begin(), point.value.end(), Utility{0}));
  return of(most);
}

/// What only a look at every package tells.
struct Enumerated {
  std::int64_t above = 0;     ///< packages that give everyone more than its floor
  std::int64_t at_least = 0;  ///< at least its floor
  std::vector<Utility> least, most;
};

Enumerated enumerated(const OracleAnswer& answer) {
  Enumerated count;
  count.least.assign(answer.model.parties.size(), std::numeric_limits<Utility>::max());
  count.most.assign(answer.model.parties.size(), std::numeric_limits<Utility>::min());
  Package package(answer.model.levels.size());
  for (bool more = true; more;) {
    bool above = true;
    bool at_least = true;
    for (std::size_t p = 0; p < answer.model.parties.size(); ++p) {
      const Utility utility = central_utility(answer.model.parties[p], package);
      count.least[p] = std::min(count.least[p], utility);
      count.most[p] = std::max(count.most[p], utility);
      const Utility margin = utility - answer.zone.floors[p];
      above = above && margin > 0;
      at_least = at_least && margin >= 0;
    }
    count.above += above ? 1 : 0;
    count.at_least += at_least ? 1 : 0;
    std::size_t i = 0;
    while (i < package.size() && ++package[i] == answer.model.levels[i]) package[i++] = 0;
    more = i < package.size();
  }
  return count;
}

struct GeniusDomain : testing::TestWithParam<std::string> {};

TEST_P(GeniusDomain, HasThePublishedResults) {
  if (GetParam().empty()) GTEST_SKIP() << "../shared is not here: nothing to compare with";
  const Json expected = read_json(shared / "oracles" / "genius.json").at(GetParam());
  std::vector<fs::path> profiles;
  for (const Json& profile : expected.at("profiles")) profiles.emplace_back(profile.at("file").get<std::string>());
  const OracleAnswer answer = zone_of(shared / "domains" / "genius" / GetParam(), profiles);
  const Zone& zone = answer.zone;

  EXPECT_EQ(zone.packages, std::to_string(expected.at("outcomes").get<std::int64_t>()));
  EXPECT_EQ(answer.c.issues.size(), expected.at("issues").get<std::size_t>());
  const Enumerated all = enumerated(answer);
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    const Json& profile = expected.at("profiles")[p];
    EXPECT_NEAR(of(all.least[p]), profile.at("min"), near);
    EXPECT_NEAR(of(all.most[p]), profile.at("max"), near);
    EXPECT_NEAR(of(zone.floors[p]), profile.at("rv"), near);
  }
  // Where utilities meet a reservation value exactly, binary fractions fall on either side of it: the published count
  // lies between ours without and with those packages.
  EXPECT_EQ(zone.accepted, std::to_string(all.at_least));
  EXPECT_GE(expected.at("rational").get<std::int64_t>(), all.above);
  EXPECT_LE(expected.at("rational").get<std::int64_t>(), all.at_least);
  EXPECT_EQ(zone.frontier.size(), expected.at("pareto_unique").get<std::size_t>());
  EXPECT_NEAR(most_together(zone), expected.at("welfare"), near);
  const Point& nash = pick(zone, Viewpoint::nash);
  EXPECT_NEAR(product_of_gains(zone, nash), expected.at("nash_product"), near);
  // Of several packages with the largest product theirs may be another one.
  const auto published = std::ranges::find_if(zone.frontier, [&](const Point& point) {
    return std::abs(of(point.value[0]) - expected.at("nash")[0].get<double>()) < near &&
           std::abs(of(point.value[1]) - expected.at("nash")[1].get<double>()) < near;
  });
  ASSERT_NE(published, zone.frontier.end());
  EXPECT_NEAR(product_of_gains(zone, *published), product_of_gains(zone, nash), near * near);
  EXPECT_NEAR(smallest_gain(zone, pick(zone, Viewpoint::egalitarian)), expected.at("egalitarian_min_gain"), near);
  EXPECT_NEAR(smallest_ratio(zone, pick(zone, Viewpoint::kalai_smorodinsky)), expected.at("ks_maxmin_ratio"), near);
}

std::vector<std::string> genius_domains() {
  std::vector<std::string> names;
  if (fs::exists(shared / "oracles" / "genius.json")) {
    const Json oracles = read_json(shared / "oracles" / "genius.json");
    for (const auto& oracle : oracles.items()) names.push_back(oracle.key());
  }
  return names.empty() ? std::vector<std::string>{""} : names;
}

std::vector<std::string> folders_in(const fs::path& folder) {
  std::vector<std::string> names;
  if (fs::exists(folder))
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names.empty() ? std::vector<std::string>{""} : names;
}

/// A test's name may hold letters, digits and underscores.
std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param.empty() ? "absent" : info.param;
  std::ranges::replace_if(name, [](unsigned char ch) { return std::isalnum(ch) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, GeniusDomain, testing::ValuesIn(genius_domains()), test_name);

std::vector<int> package_of(const Case& c, const Json& bid) {
  std::vector<int> package;
  for (const Issue& issue : c.issues) {
    const auto option = std::ranges::find(issue.options, bid.at(issue.name).get<std::string>());
    package.push_back(static_cast<int>(option - issue.options.begin()));
  }
  return package;
}

struct AnlDomain : testing::TestWithParam<std::string> {};

TEST_P(AnlDomain, HasThePublishedResults) {
  if (GetParam().empty()) GTEST_SKIP() << "../shared is not here: nothing to compare with";
  const fs::path folder = shared / "domains" / "anl2023" / GetParam();
  const Json expected = read_json(folder / "specials.json");
  const OracleAnswer answer = zone_of(folder);
  const Zone& zone = answer.zone;

  EXPECT_EQ(zone.packages, std::to_string(expected.at("size").get<std::int64_t>()));
  EXPECT_NEAR(most_together(zone),
              expected.at("social_welfare").at("utility")[0].get<double>() +
                  expected.at("social_welfare").at("utility")[1].get<double>(),
              near);

  // Every published point of the frontier, with a package of the same worth.
  const Json& front = expected.at("pareto_front");
  ASSERT_EQ(zone.frontier.size(), front.size());
  for (const Json& point : front) {
    const auto same = std::ranges::find_if(zone.frontier, [&](const Point& ours) {
      return std::abs(of(ours.value[0]) - point.at("utility")[0].get<double>()) < near &&
             std::abs(of(ours.value[1]) - point.at("utility")[1].get<double>()) < near;
    });
    ASSERT_NE(same, zone.frontier.end()) << point;
    const Package package = package_of(answer.c, point.at("bid"));
    EXPECT_EQ(central_utility(answer.model.parties[0], package), same->value[0]);
    EXPECT_EQ(central_utility(answer.model.parties[1], package), same->value[1]);
  }

  // Their Nash starts from nothing, whatever the reservations are.
  const double published =
      expected.at("nash").at("utility")[0].get<double>() * expected.at("nash").at("utility")[1].get<double>();
  double best = 0;
  for (const Point& point : zone.frontier) best = std::max(best, of(point.value[0]) * of(point.value[1]));
  EXPECT_NEAR(best, published, near);
  // And their Kalai is the point of the frontier where both have the most alike.
  double least = 2;
  for (const Point& point : zone.frontier) least = std::min(least, std::abs(of(point.value[0] - point.value[1])));
  EXPECT_NEAR(least,
              std::abs(expected.at("kalai").at("utility")[0].get<double>() -
                       expected.at("kalai").at("utility")[1].get<double>()),
              near);
}

INSTANTIATE_TEST_SUITE_P(All, AnlDomain, testing::ValuesIn(folders_in(shared / "domains" / "anl2023")), test_name);

struct NegoLogDomain : testing::TestWithParam<std::string> {};

TEST_P(NegoLogDomain, HasThePublishedResults) {
  if (GetParam().empty()) GTEST_SKIP() << "../shared is not here: nothing to compare with";
  const fs::path folder = shared / "domains" / "negolog" / GetParam();
  const Json expected = read_json(folder / "specs.json");
  const Zone zone = zone_of(folder).zone;
  EXPECT_EQ(zone.packages, std::to_string(expected.at("NumberOfBids").get<std::int64_t>()));
  double product = 0;
  for (const Point& point : zone.frontier) product = std::max(product, of(point.value[0]) * of(point.value[1]));
  EXPECT_NEAR(product, expected.at("Nash_A").get<double>() * expected.at("Nash_B").get<double>(), near);
  // What they call Kalai is the largest sum.
  EXPECT_NEAR(most_together(zone), expected.at("Kalai_A").get<double>() + expected.at("Kalai_B").get<double>(), near);
}

INSTANTIATE_TEST_SUITE_P(All, NegoLogDomain, testing::ValuesIn(folders_in(shared / "domains" / "negolog")), test_name);

}  // namespace
}  // namespace parley
