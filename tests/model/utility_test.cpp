#include "parley/model/utility.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "model/packages.h"
#include "model/weight_vertices.h"
#include "parley/case/inherit.h"
#include "parley/model/model.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

/// The definition in model.h in floating point, from the case itself where that is possible.
struct Reading {
  std::vector<long double> weights;              ///< in points; issues, then interactions
  std::vector<std::vector<long double>> values;  ///< in points
  std::vector<long double> credences;
};

long double utility(const Case& c, const Preference& preference, const Reading& reading, const Package& package) {
  long double sum = 0;
  for (std::size_t i = 0; i < package.size(); ++i)
    sum += reading.weights[i] / 100 * reading.credences[static_cast<std::size_t>(c.issues[i].phase)] *
           reading.values[i][static_cast<std::size_t>(package[i])] / 100;
  for (std::size_t e = 0; e < preference.interactions.size(); ++e) {
    const Interaction& interaction = preference.interactions[e];
    bool holds = true;
    int phase = 0;  // in random cases the second phase waits for the first
    for (const Condition& condition : interaction.when) {
      const auto issue = static_cast<std::size_t>(condition.issue);
      holds = holds && condition.holds[static_cast<std::size_t>(package[issue])];
      phase = std::max(phase, c.issues[issue].phase);
    }
    if (holds != interaction.penalty)
      sum += reading.weights[package.size() + e] / 100 * reading.credences[static_cast<std::size_t>(phase)];
  }
  return sum * unit;
}

/// The corners of the stated weights, before anything was narrowed.
std::vector<std::vector<std::int64_t>> stated_vertices(const Preference& preference) {
  std::vector<std::int64_t> low;
  std::vector<std::int64_t> high;
  for (const auto& weight : preference.weights) {
    low.push_back(weight ? weight->low.millionths : 0);
    high.push_back(weight ? weight->high.millionths : 100'000'000);
  }
  for (const Interaction& interaction : preference.interactions) {
    low.push_back(interaction.points.low.millionths);
    high.push_back(interaction.points.high.millionths);
  }
  return weight_vertices(low, high, preference.order);
}

std::vector<long double> points_of(const std::vector<std::int64_t>& vertex) {
  std::vector<long double> points;
  for (const std::int64_t weight : vertex)
    points.push_back(static_cast<long double>(weight) / (1'000'000 * parts_of_millionth));
  return points;
}

/// Fills in every value and credence by a function of its spread.
template <typename Pick>
Reading reading_of(const Valuer& valuer, std::vector<long double> weights, Pick pick) {
  Reading reading{std::move(weights), {}, {}};
  for (const auto& levels : valuer.values) {
    auto& values = reading.values.emplace_back();
    for (const Spread& value : levels) values.push_back(static_cast<long double>(pick(value)) / 1'000'000);
  }
  for (const Spread& credence : valuer.credences)
    reading.credences.push_back(static_cast<long double>(pick(credence)) / 1'000'000);
  return reading;
}

std::vector<long double> mixed(Random& random, const std::vector<std::vector<std::int64_t>>& vertices) {
  std::vector<long double> weights(vertices.front().size(), 0);
  std::vector<std::int64_t> parts;
  for (std::size_t v = 0; v < vertices.size(); ++v) parts.push_back(draw(random, 0, 3));
  parts[static_cast<std::size_t>(draw(random, 0, std::ssize(parts) - 1))] += 1;
  const auto sum = static_cast<long double>(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}));
  for (std::size_t v = 0; v < vertices.size(); ++v) {
    const auto points = points_of(vertices[v]);
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += points[i] * static_cast<long double>(parts[v]) / sum;
  }
  return weights;
}

/// Calls `test` for everyone who values packages in some random cases.
template <typename Test>
void for_each_valuer(std::uint64_t seed, Test test) {
  Random random(seed);
  for (int round = 0; round < 150; ++round) {
    const Case c = random_case(random, {.issues = 3});
    const Model model = compile(c, *c.as_of);
    for (std::size_t p = 0; p < c.parties.size(); ++p) {
      test(random, c, model.parties[p], c.parties[p].preference);
      for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k)
        test(random, c, model.principals[p][k], preference_of(c.parties[p], c.parties[p].principals[k]));
    }
  }
}

constexpr long double few = 10;  ///< 10^-9: central gains are rounded one by one

TEST(UtilitySpan, HoldsEveryReadingAndNoMore) {
  for_each_valuer(1, [](Random& random, const Case& c, const Valuer& valuer, const Preference& preference) {
    const auto vertices = stated_vertices(preference);
    ASSERT_FALSE(vertices.empty());
    const auto inner = reading_of(valuer, mixed(random, vertices),
                                  [&](const Spread& spread) { return draw(random, spread.low, spread.high); });
    std::vector<Reading> lowest;
    std::vector<Reading> highest;
    for (const auto& vertex : vertices) {
      lowest.push_back(reading_of(valuer, points_of(vertex), [](const Spread& spread) { return spread.low; }));
      highest.push_back(reading_of(valuer, points_of(vertex), [](const Spread& spread) { return spread.high; }));
    }
    for (const Package& package : packages(c)) {
      const Span span = utility_span(valuer, package);
      EXPECT_LE(static_cast<long double>(span.low), utility(c, preference, inner, package) + 1e-3L);
      EXPECT_GE(static_cast<long double>(span.high), utility(c, preference, inner, package) - 1e-3L);
      long double low = unit;
      long double high = 0;
      for (const Reading& reading : lowest) low = std::min(low, utility(c, preference, reading, package));
      for (const Reading& reading : highest) high = std::max(high, utility(c, preference, reading, package));
      EXPECT_NEAR(static_cast<double>(span.low), static_cast<double>(low), few);
      EXPECT_NEAR(static_cast<double>(span.high), static_cast<double>(high), few);
    }
  });
}

TEST(UtilitySpan, HoldsTheCentralReadingAndIsOnePointWhenNothingIsARange) {
  int exact = 0;
  for_each_valuer(2, [&](Random&, const Case& c, const Valuer& valuer, const Preference&) {
    exact += valuer.exact ? 1 : 0;
    for (const Package& package : packages(c)) {
      const Span span = utility_span(valuer, package);
      const Utility central = central_utility(valuer, package);
      EXPECT_LE(span.low, central);
      EXPECT_GE(span.high, central);
      EXPECT_TRUE(!valuer.exact || span.low == span.high);
    }
  });
  EXPECT_GT(exact, 0);
}

TEST(CentralUtility, FollowsTheDefinition) {
  for_each_valuer(3, [](Random&, const Case& c, const Valuer& valuer, const Preference& preference) {
    std::vector<long double> weights;
    for (const std::int64_t weight : valuer.weights.central_nano)
      weights.push_back(static_cast<long double>(weight) / 1'000'000'000);
    const auto central = reading_of(valuer, weights, [](const Spread& spread) { return spread.central; });
    for (const Package& package : packages(c))
      EXPECT_NEAR(static_cast<double>(central_utility(valuer, package)),
                  static_cast<double>(utility(c, preference, central, package)), few);
  });
}

TEST(UtilityBounds, HoldTheSpanOfEveryCompletion) {
  for_each_valuer(4, [](Random& random, const Case& c, const Valuer& valuer, const Preference&) {
    std::vector<std::vector<int>> alternatives;
    for (const Issue& issue : c.issues) {
      auto& levels = alternatives.emplace_back();
      for (int level = 0; level < issue.levels(); ++level)
        if (draw(random, 0, 1) == 1) levels.push_back(level);
      if (levels.empty()) levels.push_back(0);
    }
    const Span bounds = utility_bounds(valuer, alternatives);
    for (const Package& package : packages(c)) {
      bool completion = true;
      for (std::size_t i = 0; i < package.size(); ++i)
        completion = completion && std::ranges::count(alternatives[i], package[i]) > 0;
      if (!completion) continue;
      std::vector<std::vector<int>> single;
      for (const int level : package) single.push_back({level});
      const Span span = utility_bounds(valuer, single);
      EXPECT_LE(bounds.low, span.low);
      EXPECT_GE(bounds.high, span.high);
    }
  });
}

}  // namespace
}  // namespace parley::test
