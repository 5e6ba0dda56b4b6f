#include "parley/solve/diagram.h"

#include <gmock/gmock.h>

#include <map>

#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

/// Walks all paths of a diagram.
void walk(const Diagram& diagram, std::size_t layer, std::uint32_t node, Entry entry, std::vector<Entry>& out) {
  if (layer == diagram.layers.size()) {
    ASSERT_EQ(node, 0u);
    out.push_back(std::move(entry));
    return;
  }
  const auto& here = diagram.layers[layer];
  const auto dimensions = static_cast<std::size_t>(diagram.dimensions);
  ASSERT_LT(here.first[node], here.first[node + 1]) << "a dead end";
  for (auto a = here.first[node]; a < here.first[node + 1]; ++a) {
    auto next = entry;
    next.package[static_cast<std::size_t>(here.issue)] = static_cast<int>(here.arcs[a].level);
    for (std::size_t d = 0; d < dimensions; ++d) next.value[d] += here.gains[a * dimensions + d];
    next.key = add_tie_keys(next.key, here.tie_keys[a]);
    walk(diagram, layer + 1, here.arcs[a].to, std::move(next), out);
  }
}

std::vector<Entry> paths(const Diagram& diagram) {
  std::vector<Entry> out;
  if (diagram.empty) return out;
  Entry start{std::vector<int>(diagram.layers.size()),
              std::vector<Utility>(static_cast<std::size_t>(diagram.dimensions)), 0};
  walk(diagram, 0, 0, start, out);
  return out;
}

TEST(Diagram, paths_are_exactly_the_packages) {
  Random random(1);
  for (int round = 0; round < 2000; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    std::map<std::vector<int>, Entry> expected;
    for (auto& entry : enumerate(tables)) expected[entry.package] = entry;
    const auto diagram = build_diagram(tables);
    ASSERT_TRUE(diagram);
    EXPECT_EQ(diagram->empty, expected.empty());
    const auto found = paths(*diagram);
    ASSERT_EQ(found.size(), expected.size());
    for (const auto& entry : found) {
      ASSERT_TRUE(expected.contains(entry.package));
      EXPECT_EQ(entry.value, expected[entry.package].value);
      EXPECT_EQ(entry.key, expected[entry.package].key);
    }
  }
}

TEST(Diagram, additive_tables_have_one_node_in_each_layer) {
  Random random(2);
  Shape shape;
  shape.issues = 12;
  const auto diagram = build_diagram(random_tables(random, shape));
  for (const auto& layer : diagram->layers) EXPECT_EQ(layer.nodes(), 1u);
}

TEST(Diagram, gives_up_beyond_its_limit) {
  Random random(3);
  Shape shape;
  shape.issues = 12;
  shape.linear_rules = 4;
  EXPECT_FALSE(build_diagram(random_tables(random, shape), {.arcs = 20}));
}

TEST(Diagram, wide_tie_keys_are_narrowed_so_that_sums_do_not_wrap) {
  Tables tables;
  tables.dimensions = 1;
  tables.levels = {1, 1, 1};
  tables.gain = {{0}, {0}, {0}};
  const std::uint64_t widest = 0xffff'ffff'0000'0010u;
  tables.tie_keys = {{widest}, {widest}, {widest}};
  const auto diagram = build_diagram(tables);
  for (const auto& layer : diagram->layers) EXPECT_EQ(layer.tie_keys[0], 0x3fff'ffff'0000'0010u);
}

}  // namespace
}  // namespace parley::test
