#include "parley/solve/count_explicit.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "parley/solve/count.h"
#include "parley/solve/whole.h"
#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

/// Demands around the middle of what each dimension can be; now and then one that is always or never met.
std::vector<Acceptance::Demand> random_demands(Random& random, const std::vector<Entry>& entries, int dimensions) {
  std::vector<Acceptance::Demand> demands;
  for (int d = 0; d < dimensions; ++d) {
    if (draw(random, 0, 5) == 0) continue;
    const auto& some =
        entries[static_cast<std::size_t>(draw(random, 0, static_cast<std::int64_t>(entries.size()) - 1))];
    const auto slack = draw(random, 0, 30) == 0 ? draw(random, -1, 1) * unit * 1000 : draw(random, -1, 1);
    demands.push_back({d, some.value[static_cast<std::size_t>(d)] + slack});
  }
  return demands;
}

bool meets(const Entry& entry, const std::vector<Acceptance::Demand>& demands) {
  return std::ranges::all_of(demands, [&](const auto& demand) {
    return entry.value[static_cast<std::size_t>(demand.dimension)] >= demand.least;
  });
}

/// Small sums, sums of 10^9 that fit 32 bits, sums that do not, and sums that would but for their divisor.
Tables scaled_tables(Random& random, int dimensions) {
  Shape shape;
  shape.dimensions = dimensions;
  shape.issues = static_cast<int>(draw(random, 1, 7));
  shape.most_levels = static_cast<int>(draw(random, 2, 5));
  constexpr Utility scales[] = {6, unit / 8, unit * 1000};
  shape.scale = scales[draw(random, 0, 2)];
  auto tables = random_tables(random, shape);
  const Utility factor = draw(random, 0, 2) == 0 ? 1'000'003 : 1;
  for (auto& gain : tables.gain)
    for (auto& g : gain) g = g * factor - (factor > 1 ? unit : 0);
  return tables;
}

TEST(CountExplicit, equals_brute_force) {
  Random random(1);
  for (int round = 0; round < 1500; ++round) {
    const auto tables = scaled_tables(random, static_cast<int>(draw(random, 1, 6)));
    const auto entries = enumerate(tables);
    const auto choices = FreeChoices::of(*build_diagram(tables));
    ASSERT_TRUE(choices);
    const auto demands = random_demands(random, entries, tables.dimensions);
    const auto expected = std::ranges::count_if(entries, [&](const auto& entry) { return meets(entry, demands); });
    EXPECT_EQ(count_explicit(*choices, demands), static_cast<std::uint64_t>(expected));
    const int goal = static_cast<int>(draw(random, 0, tables.dimensions - 1));
    std::optional<Utility> most;
    for (const auto& entry : entries)
      if (meets(entry, demands)) most = std::max(most, std::optional(entry.value[static_cast<std::size_t>(goal)]));
    const auto found = most_explicit(*choices, demands, goal);
    EXPECT_FALSE(found.stopped);
    EXPECT_EQ(found.most, most);
  }
}

FreeChoices invented(Random& random, int dimensions, std::vector<std::size_t> options, Utility scale) {
  FreeChoices choices;
  choices.dimensions = dimensions;
  for (const auto some : options) {
    auto& gain = choices.gain.emplace_back();
    for (std::size_t g = 0; g < some * static_cast<std::size_t>(dimensions); ++g)
      gain.push_back(draw(random, 0, scale / static_cast<Utility>(options.size())));
  }
  return choices;
}

TEST(CountExplicit, of_many_packages_equals_merging_them_and_needs_no_order) {
  Random random(2);
  for (const Utility scale : {Utility{200}, unit, 1000 * unit}) {
    // A coarse scale for the judge, who merges equal sums, stretched for the one judged.
    auto coarse = invented(random, 2, {5, 3, 7, 2, 11, 4, 10, 9, 13, 6}, 120);
    Tables tables;
    tables.dimensions = 2;
    tables.gain = coarse.gain;
    for (const auto& gain : coarse.gain) tables.levels.push_back(static_cast<int>(gain.size() / 2));
    const std::vector<Acceptance::Demand> demands{{0, 55}, {1, 50}};
    const auto expected = count_accepted(*build_diagram(tables), {demands, {3}}).exact;
    ASSERT_TRUE(expected);
    auto stretched = coarse;
    for (auto& gain : stretched.gain)
      for (auto& g : gain) g = g * scale + draw(random, 0, 1);
    const std::vector<Acceptance::Demand> same{{0, 55 * scale}, {1, 50 * scale}};
    for (const int threads : {1, 2, 3}) {
      EXPECT_EQ(*expected, count_of(count_explicit(stretched, same, threads).value()));
      std::ranges::reverse(stretched.gain);
      std::ranges::rotate(stretched.gain, stretched.gain.begin() + 3);
    }
  }
}

TEST(CountExplicit, mirrors_when_two_sides_change_places) {
  Random random(3);
  const auto choices = invented(random, 2, {30, 20, 10, 40, 5}, unit);
  auto mirrored = choices;
  for (auto& gain : mirrored.gain)
    for (std::size_t g = 0; g < gain.size(); g += 2) std::swap(gain[g], gain[g + 1]);
  EXPECT_EQ(count_explicit(choices, {{0, unit / 2}, {1, unit / 3}}),
            count_explicit(mirrored, {{1, unit / 2}, {0, unit / 3}}));
}

TEST(CountExplicit, knows_its_limits) {
  Random random(4);
  EXPECT_EQ(count_explicit(invented(random, 1, std::vector<std::size_t>(70, 2), unit), {{0, unit / 2}}), std::nullopt);
  FreeChoices seven{7, {}};
  for (int issue = 0; issue < 3; ++issue) {
    auto& gain = seven.gain.emplace_back(7, 0);
    gain.resize(14, 1);
  }
  std::vector<Acceptance::Demand> demands;
  for (int d = 0; d < 7; ++d) demands.push_back({d, 2});
  EXPECT_EQ(count_explicit(seven, demands), std::nullopt);
  EXPECT_TRUE(most_explicit(seven, demands, 0).stopped);
  std::stop_source source;
  source.request_stop();
  EXPECT_EQ(count_explicit(invented(random, 2, {9, 9, 9, 9}, unit), {{0, unit / 2}}, 0, source.get_token()),
            std::nullopt);
  // An issue with more options than a block has rows.
  const auto large = invented(random, 1, {5000, 3}, unit);
  EXPECT_EQ(count_explicit(large, {{0, 0}}), 15'000u);
}

TEST(CountAccepted, looks_at_each_package_before_it_samples) {
  Random random(5);
  Shape shape;
  shape.issues = 8;
  shape.scale = unit;
  for (int round = 0; round < 20; ++round) {
    const auto tables = random_tables(random, shape);
    const auto diagram = build_diagram(tables);
    auto acceptance = random_acceptance(random, tables);
    acceptance.enough.resize(1);
    const auto merged = count_accepted(*diagram, acceptance).exact;
    ASSERT_TRUE(merged);
    EXPECT_EQ(count_accepted(*diagram, acceptance, {.states = 0, .steps = 0}).exact, merged);
  }
}

}  // namespace
}  // namespace parley::test
