#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

#include "parley/solve/dense/kernels.h"
#include "parley/solve/dense/steps.h"
#include "parley/solve/frontier.h"
#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

/// Gains on a coarse scale, not starting at nothing and some of them negative; in half of the cases no tie keys, or
/// features and rules.
Tables coarse_tables(Random& random) {
  auto shape = random_shape(random);
  shape.dimensions = static_cast<int>(draw(random, 2, 3));
  shape.scale = draw(random, 0, 1) == 0 ? 4 : 40;
  auto tables = random_tables(random, shape);
  const auto step = draw(random, 1, 1'000'000);
  for (auto& gains : tables.gain) {
    const auto offset = draw(random, -30'000'000, 10'000'000);
    for (auto& gain : gains) gain = gain * step + offset;
  }
  for (auto& feature : tables.features)
    for (auto& gain : feature.gain) gain *= step;
  if (draw(random, 0, 1) == 1) tables.tie_keys.clear();
  return tables;
}

Frontier by(Dense dense, const Diagram& diagram, FrontierOptions options, int threads = 1) {
  options.dense = dense;
  options.threads = threads;
  return frontier(diagram, options);
}

void expect_same(const Frontier& found, const Frontier& expected) {
  EXPECT_EQ(found.within, expected.within);
  EXPECT_EQ(found.stopped, expected.stopped);
  ASSERT_EQ(found.points.size(), expected.points.size());
  for (std::size_t i = 0; i < found.points.size(); ++i) {
    EXPECT_EQ(found.points[i].value, expected.points[i].value);
    EXPECT_EQ(found.points[i].package, expected.points[i].package);
  }
}

TEST(Dense, frontier_equals_that_of_lists_and_brute_force) {
  Random random(1);
  for (int round = 0; round < 3000; ++round) {
    const auto tables = coarse_tables(random);
    const auto diagram = *build_diagram(tables);
    FrontierOptions options;
    options.objectives = static_cast<int>(draw(random, 2, tables.dimensions));
    const auto dense = by(Dense::always, diagram, options);
    expect_same(dense, by(Dense::never, diagram, options));
    const auto expected = brute_frontier(enumerate(tables), options.objectives);
    ASSERT_EQ(dense.points.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const auto objectives = static_cast<std::ptrdiff_t>(options.objectives);
      EXPECT_TRUE(
          std::equal(expected[i].value.begin(), expected[i].value.begin() + objectives, dense.points[i].value.begin()));
      if (!tables.tie_keys.empty()) {
        EXPECT_EQ(dense.points[i].package, expected[i].package);
      }
    }
  }
}

TEST(Dense, frontier_of_accepted_packages_equals_that_of_lists) {
  Random random(2);
  for (int round = 0; round < 3000; ++round) {
    const auto tables = coarse_tables(random);
    const auto diagram = *build_diagram(tables);
    const auto acceptance = random_acceptance(random, tables);
    FrontierOptions options;
    options.objectives = static_cast<int>(draw(random, 2, tables.dimensions));
    options.acceptance = &acceptance;
    expect_same(by(Dense::always, diagram, options), by(Dense::never, diagram, options));
  }
}

/// Opposed interests, many equal sums, and tables large enough for two threads.
TEST(Dense, frontier_of_many_packages_equals_that_of_lists_on_any_number_of_threads) {
  Random random(3);
  for (int round = 0; round < 4; ++round) {
    Shape shape;
    shape.dimensions = 2 + round % 2;
    shape.issues = 12;
    shape.most_levels = 8;
    shape.scale = 120;
    shape.features = round / 2;
    auto tables = random_tables(random, shape);
    const auto width = static_cast<std::size_t>(shape.dimensions);
    for (auto& gains : tables.gain)
      for (std::size_t i = 0; i < gains.size(); i += width) gains[i + width - 1] = draw(random, 120, 125) - gains[i];
    const auto diagram = *build_diagram(tables);
    const auto lists = by(Dense::never, diagram, {});
    EXPECT_GT(lists.points.size(), 100);
    for (const auto dense : {Dense::always, Dense::when_cheaper})
      for (const int threads : {1, 2}) expect_same(by(dense, diagram, {}, threads), lists);
  }
}

TEST(Dense, frontier_is_left_to_lists_where_the_scale_is_fine) {
  Random random(4);
  Shape shape;
  shape.dimensions = 3;
  shape.scale = unit;
  const auto tables = random_tables(random, shape);
  const auto diagram = *build_diagram(tables);
  expect_same(by(Dense::always, diagram, {}), by(Dense::never, diagram, {}));
}

TEST(Dense, frontier_stops_when_asked) {
  Random random(5);
  std::stop_source source;
  source.request_stop();
  FrontierOptions options;
  options.stop = source.get_token();
  EXPECT_TRUE(by(Dense::always, *build_diagram(coarse_tables(random)), options).stopped);
}

TEST(Dense, steps_are_as_coarse_as_the_gains_allow) {
  Random random(6);
  for (int round = 0; round < 500; ++round) {
    const auto tables = coarse_tables(random);
    const auto diagram = *build_diagram(tables);
    if (diagram.empty) continue;
    const auto steps = steps_of(diagram, 32767);
    ASSERT_TRUE(steps);
    for (std::size_t c = 0; c < steps->width; ++c) {
      Utility common = 0;
      for (std::size_t i = 0; i < diagram.layers.size(); ++i)
        for (std::size_t a = 0; a < diagram.layers[i].arcs.size(); ++a) {
          const auto gain = diagram.layers[i].gains[a * steps->width + c];
          common = std::gcd(common, steps->steps(i, c, gain));
          EXPECT_EQ(steps->steps(i, c, gain) * steps->size[c] + steps->least[i * steps->width + c], gain);
        }
      EXPECT_LE(common, 1);
    }
  }
}

TEST(Dense, kernels_equal_plain_loops) {
  Random random(7);
  for (std::size_t count = 1; count < 300; ++count) {
    std::vector<std::vector<Height>> rows(static_cast<std::size_t>(draw(random, 1, 4)));
    std::vector<Raised> raised;
    for (auto& row : rows) {
      for (std::size_t i = 0; i < count; ++i) row.push_back(static_cast<Height>(draw(random, -32768, 16000)));
      raised.push_back({row.data(), static_cast<Height>(draw(random, 0, 16000))});
    }
    std::vector<Height> found(count);
    highest(raised, found.data(), count);
    std::vector<Height> bar;
    std::vector<std::uint32_t> expected_places;
    for (std::size_t i = 0; i < count; ++i) {
      Height expected = -32768;
      for (const auto& row : raised) expected = std::max(expected, static_cast<Height>(row.from[i] + row.by));
      EXPECT_EQ(found[i], expected);
      bar.push_back(static_cast<Height>(expected - draw(random, 0, 1)));
      if (expected > bar[i]) expected_places.insert(expected_places.begin(), static_cast<std::uint32_t>(i));
    }
    std::vector<std::uint32_t> places(count);
    places.resize(places_above(found.data(), bar.data(), count, places.data()));
    EXPECT_EQ(places, expected_places);
  }
}

}  // namespace
}  // namespace parley::test
