#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "format/domain_text.h"
#include "parley/format/domain/kind.h"
#include "parley/format/geniusweb/geniusweb.h"
#include "parley/format/negolog/negolog.h"

namespace parley {
namespace {

using nlohmann::json;

const std::filesystem::path shared = PARLEY_SOURCE_DIR "/../shared/domains";
constexpr double close = 1e-6;

struct Point {
  std::vector<int> package;
  double a = 0;
  double b = 0;
};

/// All packages, by what they are worth to the second party, to the first, and so on: simple, not fast.
std::vector<Point> all_points(const Domain& domain, const Utilities& a, const Utilities& b) {
  std::vector<Point> points;
  for_each_package(domain.issues, [&](const std::vector<int>& package) {
    const auto scaled = [&](const Utilities& u) { return static_cast<double>(worth(u, package)) / one_utility; };
    points.push_back({package, scaled(a), scaled(b)});
  });
  return points;
}

std::vector<Point> frontier(std::vector<Point> points) {
  std::ranges::stable_sort(points, [](const Point& x, const Point& y) { return x.a != y.a ? x.a > y.a : x.b > y.b; });
  std::vector<Point> best;
  for (const Point& point : points)
    if (best.empty() || point.b > best.back().b) best.push_back(point);
  return best;
}

template <class Merit>
const Point& best_of(const std::vector<Point>& points, const Merit& merit) {
  return *std::ranges::max_element(points, {}, merit);
}

std::vector<int> package_of(const Domain& domain, const json& bid) {
  std::vector<int> package;
  for (const Issue& issue : domain.issues) {
    const auto found = std::ranges::find(issue.options, bid.at(issue.name).get<std::string>());
    package.push_back(static_cast<int>(found - issue.options.begin()));
  }
  return package;
}

/// A point on record: its package, and what that is worth to both.
void expect_point(const Domain& domain, const Point& point, const json& record) {
  EXPECT_EQ(point.package, package_of(domain, record.at("bid")));
  EXPECT_NEAR(point.a, record.at("utility").at(0).get<double>(), close);
  EXPECT_NEAR(point.b, record.at("utility").at(1).get<double>(), close);
}

double product(const Point& p) { return p.a * p.b; }
double sum(const Point& p) { return p.a + p.b; }
double from_best(const Point& p) { return std::hypot(1 - p.a, 1 - p.b); }

std::vector<std::filesystem::path> folders(const std::string& name) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(shared / name))
    if (entry.is_directory()) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

/// The domains of the Automated Negotiation League 2023 with what its organisers published of each. Their "kalai" is
/// the point of the frontier at which both get most nearly the same, and the opposition that point's distance from (1,
/// 1).
TEST(DomainConformance, GeniusWeb) {
  if (!std::filesystem::exists(shared / "anl2023"))
    GTEST_SKIP() << "no ../shared/domains/anl2023 beside the repository";
  std::size_t domains = 0;
  std::size_t frontier_points = 0;
  for (const auto& path : folders("anl2023")) {
    SCOPED_TRACE(path.filename().string());
    const std::string bytes = read_text_file((path / (path.filename().string() + ".json")).string());
    EXPECT_EQ(what_domain_file(bytes), DomainFileKind::geniusweb_domain);
    const auto domain = read_geniusweb_domain(bytes);
    ASSERT_TRUE(domain.value) << told(domain.problems);
    const auto profile = [&](const char* name) {
      const std::string text = read_text_file((path / name).string());
      EXPECT_EQ(what_domain_file(text), DomainFileKind::geniusweb_profile);
      auto read = read_geniusweb_profile(text, *domain.value);
      EXPECT_TRUE(read.value) << told(read.problems);
      EXPECT_TRUE(read.notes.empty());
      return read.value.value_or(Utilities());
    };
    const std::string text = read_text_file((path / "specials.json").string());
    EXPECT_EQ(what_domain_file(text), DomainFileKind::none);
    const json specials = json::parse(text);
    const auto points = all_points(*domain.value, profile("profileA.json"), profile("profileB.json"));
    EXPECT_EQ(points.size(), specials.at("size").get<std::size_t>());
    expect_point(*domain.value, best_of(points, product), specials.at("nash"));
    expect_point(*domain.value, best_of(points, sum), specials.at("social_welfare"));
    const auto best = frontier(points);
    const Point& even = best_of(best, [](const Point& p) { return -std::abs(p.a - p.b); });
    expect_point(*domain.value, even, specials.at("kalai"));
    EXPECT_NEAR(from_best(even), specials.at("opposition").get<double>(), close);
    std::map<std::vector<int>, const json*> recorded;
    for (const json& record : specials.at("pareto_front"))
      recorded[package_of(*domain.value, record.at("bid"))] = &record;
    EXPECT_EQ(best.size(), recorded.size());
    for (const Point& point : best) {
      ASSERT_TRUE(recorded.contains(point.package));
      expect_point(*domain.value, point, *recorded[point.package]);
    }
    ++domains;
    frontier_points += best.size();
  }
  RecordProperty("domains", static_cast<int>(domains));
  RecordProperty("frontier_points", static_cast<int>(frontier_points));
  EXPECT_EQ(domains, 20U);
}

/// The point on record is among the best, and worth as much as recorded. Where several are equally good (Nash in
/// domain1, Kalai in domain3), which of them NegoLog keeps hangs on its rounding.
template <class Merit>
void expect_best(const std::vector<Point>& points, const Merit& merit, const std::string& name, const char* figure,
                 const json& specs) {
  const double best = merit(best_of(points, merit));
  EXPECT_NEAR(best, specs.at(figure).get<double>(), close);
  const double a = specs.at(name + "_A").get<double>();
  const double b = specs.at(name + "_B").get<double>();
  const auto is_recorded = [&](const Point& p) {
    return merit(p) > best - close && std::abs(p.a - a) < close && std::abs(p.b - b) < close;
  };
  EXPECT_TRUE(std::ranges::any_of(points, is_recorded)) << name;
}

/// NegoLog's own domains. Its "Kalai" is the point of the largest sum, the opposition that point's distance from (1,
/// 1), the balance the mean difference of utilities.
TEST(DomainConformance, NegoLog) {
  if (!std::filesystem::exists(shared / "negolog"))
    GTEST_SKIP() << "no ../shared/domains/negolog beside the repository";
  std::size_t domains = 0;
  for (const auto& path : folders("negolog")) {
    SCOPED_TRACE(path.filename().string());
    const std::string text_a = read_text_file((path / "profileA.json").string());
    EXPECT_EQ(what_domain_file(text_a), DomainFileKind::negolog_profile);
    const auto domain = read_negolog_domain(text_a);
    ASSERT_TRUE(domain.value) << told(domain.problems);
    const auto a = read_negolog_profile(text_a, *domain.value);
    const auto b = read_negolog_profile(read_text_file((path / "profileB.json").string()), *domain.value);
    ASSERT_TRUE(a.value && b.value) << told(a.problems) << told(b.problems);
    const std::string text = read_text_file((path / "specs.json").string());
    EXPECT_EQ(what_domain_file(text), DomainFileKind::none);
    const json specs = json::parse(text);
    const auto points = all_points(*domain.value, *a.value, *b.value);
    EXPECT_EQ(points.size(), specs.at("NumberOfBids").get<std::size_t>());
    expect_best(points, product, "Nash", "Nash Product", specs);
    expect_best(points, sum, "Kalai", "Social Welfare", specs);
    const Point recorded{.package = {}, .a = specs.at("Kalai_A").get<double>(), .b = specs.at("Kalai_B").get<double>()};
    EXPECT_NEAR(from_best(recorded), specs.at("Opposition").get<double>(), close);
    double difference = 0;
    for (const Point& point : points) difference += point.a - point.b;
    EXPECT_NEAR(difference / static_cast<double>(points.size()), specs.at("BalanceScore").get<double>(), close);
    EXPECT_EQ(a.value->reservation, to_billionths(specs.at("ReservationValueProfileA").get<double>()));
    EXPECT_EQ(b.value->reservation, to_billionths(specs.at("ReservationValueProfileB").get<double>()));
    ++domains;
  }
  RecordProperty("domains", static_cast<int>(domains));
  EXPECT_EQ(domains, 6U);
}

}  // namespace
}  // namespace parley
