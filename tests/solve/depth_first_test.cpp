#include "parley/solve/depth_first.h"

#include <gmock/gmock.h>

#include <set>

#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

struct Asked {
  Diagram diagram;
  Columns columns;
  Target target;
};

/// The smallest gain over random values in all dimensions, with a demand in the last one that does not lead.
Asked asked(Random& random, const Tables& tables, int objectives) {
  Asked result;
  for (int d = 0; d < objectives; ++d) {
    const auto from = draw(random, -2, 4);
    result.columns.all.push_back({{d}, from});
    result.target.from.push_back(static_cast<double>(from));
    result.target.scale.push_back(1);
  }
  result.columns.leading = result.columns.size();
  result.target.columns = result.columns.size();
  result.target.aim = Target::Aim::smallest_gain;
  if (objectives < tables.dimensions) demand(result.columns, tables.dimensions - 1, draw(random, 0, 8));
  result.diagram = project(*build_diagram(tables), result.columns).diagram;
  return result;
}

/// The smallest gain, or nothing where a demand is missed.
std::optional<double> smallest_gain(const Asked& a, const std::vector<Utility>& value) {
  for (std::size_t c = 0; c < value.size(); ++c)
    if (value[c] < a.columns.all[c].least) return std::nullopt;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t c = 0; c < a.target.columns; ++c)
    least = std::min(least, static_cast<double>(value[c]) - a.target.from[c]);
  return least;
}

TEST(Branch, offers_every_package_with_the_largest_smallest_gain) {
  Random random(21);
  for (int round = 0; round < 1500; ++round) {
    Shape shape;
    shape.dimensions = static_cast<int>(draw(random, 1, 6));
    shape.issues = static_cast<int>(draw(random, 1, 7));
    shape.scale = draw(random, 2, 40);
    const auto tables = random_tables(random, shape);
    const auto a = asked(random, tables, static_cast<int>(draw(random, 1, tables.dimensions)));
    ASSERT_TRUE(can_search_depth_first(a.diagram));

    // The judge: the same columns, one package after another.
    std::vector<std::vector<Utility>> expected;
    double best = 0;
    Path path(a.diagram.layers.size(), 0);
    for (bool more = true; more;) {
      const auto value = point_of(a.diagram, path).value;
      if (const auto gain = smallest_gain(a, value); gain && *gain >= best) {
        if (*gain > best) expected.clear();
        best = *gain;
        expected.push_back(value);
      }
      more = false;
      for (std::size_t i = 0; i < path.size() && !more; ++i) {
        more = ++path[i] < a.diagram.layers[i].arcs.size();
        if (!more) path[i] = 0;
      }
    }

    DepthFirst problem;
    problem.diagram = &a.diagram;
    problem.columns = &a.columns;
    problem.target = &a.target;
    problem.weight.assign(a.columns.size(), 1);
    double level = 0;
    std::set<std::vector<Utility>> offered;
    problem.offer = [&](const Path& found) {
      const auto value = point_of(a.diagram, found).value;
      offered.insert(value);
      if (const auto gain = smallest_gain(a, value)) level = std::max(level, *gain);
      return level;
    };
    ASSERT_TRUE(search_depth_first(problem)) << round;
    EXPECT_EQ(level, best) << round;
    for (const auto& value : expected) EXPECT_TRUE(offered.contains(value)) << round;
  }
}

TEST(Branch, gives_up_and_stops_when_told) {
  Random random(22);
  Shape shape;
  shape.dimensions = 4;
  shape.issues = 12;
  shape.scale = 1'000'000;
  const auto a = asked(random, random_tables(random, shape), 4);
  DepthFirst problem;
  problem.diagram = &a.diagram;
  problem.columns = &a.columns;
  problem.target = &a.target;
  problem.weight.assign(4, 1);
  problem.offer = [](const Path&) { return 0.0; };
  problem.most_nodes = 1;
  EXPECT_FALSE(search_depth_first(problem));
  std::stop_source source;
  source.request_stop();
  problem.stop = source.get_token();
  problem.most_nodes = 1'000'000;
  EXPECT_FALSE(search_depth_first(problem));
}

}  // namespace
}  // namespace parley::test
