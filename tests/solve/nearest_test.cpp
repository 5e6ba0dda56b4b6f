#include "parley/solve/nearest.h"

#include <gmock/gmock.h>

#include <map>
#include <numeric>

#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

/// What amendments are ordered by.
struct AmendmentMerit {
  std::int64_t first = 0;
  std::int64_t second = 0;
  Utility minus_sum = 0;
  std::uint64_t key = 0;
  auto operator<=>(const AmendmentMerit&) const = default;
};

AmendmentMerit merit_of(std::int64_t changes, std::int64_t movement, const Entry& entry,
                        const NearestOptions& options) {
  const auto end = options.objectives > 0 ? entry.value.begin() + options.objectives : entry.value.end();
  AmendmentMerit merit{changes, movement, -std::accumulate(entry.value.begin(), end, Utility{0}), entry.key};
  if (options.least == NearestOptions::Least::movement) std::swap(merit.first, merit.second);
  return merit;
}

/// For each set of issues whose change is enough at the least cost there is: the best that it allows.
std::map<std::vector<int>, AmendmentMerit> brute_nearest(const std::vector<Entry>& entries,
                                                         const NearestOptions& options) {
  std::map<std::vector<int>, AmendmentMerit> best;
  for (const auto& entry : entries) {
    std::vector<int> changed;
    std::int64_t movement = 0;
    bool allowed = true;
    for (std::size_t i = 0; i < entry.package.size(); ++i) {
      const auto here = options.movement[i][static_cast<std::size_t>(entry.package[i])];
      movement += here;
      if (here == 0) continue;
      changed.push_back(static_cast<int>(i));
      allowed &= options.frozen.empty() || !options.frozen[i];
    }
    for (const auto& demand : options.besides)
      allowed &= entry.value[static_cast<std::size_t>(demand.dimension)] >= demand.least;
    if (!allowed) continue;
    const auto merit = merit_of(std::ssize(changed), movement, entry, options);
    if (!best.empty() && merit.first > best.begin()->second.first) continue;
    if (!best.empty() && merit.first < best.begin()->second.first) best.clear();
    const auto [place, added] = best.emplace(changed, merit);
    if (!added) place->second = std::min(place->second, merit);
  }
  return best;
}

NearestOptions random_options(Random& random, const Tables& tables) {
  NearestOptions options;
  for (const auto levels : tables.levels) {
    auto& movement = options.movement.emplace_back(static_cast<std::size_t>(levels));
    for (auto& m : movement) m = draw(random, 1, 3);
    // Mostly one level is where the text stands; an open issue has several, a rare one none.
    for (auto open = draw(random, 0, 9); open >= 0; open -= 8)
      if (open > 0) movement[static_cast<std::size_t>(draw(random, 0, levels - 1))] = 0;
    options.frozen.push_back(draw(random, 0, 7) == 0);
  }
  options.objectives = static_cast<int>(draw(random, 0, tables.dimensions));
  options.wanted = static_cast<std::size_t>(draw(random, 1, 3));
  if (draw(random, 0, 1) == 0) options.least = NearestOptions::Least::movement;
  return options;
}

TEST(Nearest, equals_brute_force) {
  Random random(1);
  int with_many = 0;
  for (int round = 0; round < 4000; ++round) {
    auto shape = random_shape(random);
    shape.issues += 1;
    // Some with so many ways that most of them have to give way.
    if (round % 20 == 0) {
      shape.issues = 7;
      shape.most_levels = 3;
    }
    const auto tables = random_tables(random, shape);
    const auto acceptance = random_acceptance(random, tables);
    auto options = random_options(random, tables);
    const auto all = enumerate(tables);
    if (!all.empty() && draw(random, 0, 3) == 0) {
      const auto dimension = static_cast<int>(draw(random, 0, tables.dimensions - 1));
      options.besides = {{dimension, all.front().value[static_cast<std::size_t>(dimension)]}};
    }
    const auto entries = accepted_entries(all, acceptance);
    const auto expected = brute_nearest(entries, options);
    const auto found = nearest_accepted(*build_diagram(tables), acceptance, options);
    EXPECT_FALSE(found.stopped);
    ASSERT_EQ(found.changes.size(), std::min(options.wanted, expected.size())) << round;
    EXPECT_EQ(found.more, expected.size() > options.wanted);
    with_many += found.more;
    std::vector<AmendmentMerit> merits;
    for (const auto& [changed, merit] : expected) merits.push_back(merit);
    std::ranges::sort(merits);
    for (std::size_t i = 0; i < found.changes.size(); ++i) {
      const auto& change = found.changes[i];
      const auto set = expected.find(change.changed);
      ASSERT_NE(set, expected.end());
      const auto entry = std::ranges::find(entries, change.to.package, &Entry::package);
      ASSERT_NE(entry, entries.end());
      EXPECT_EQ(entry->value, change.to.value);
      const auto merit = merit_of(std::ssize(change.changed), change.movement, *entry, options);
      EXPECT_EQ(merit, set->second);
      EXPECT_EQ(merit, merits[i]);
      for (std::size_t j = 0; j < i; ++j) EXPECT_NE(found.changes[j].changed, change.changed);
    }
  }
  EXPECT_GT(with_many, 50);
}

/// The same tables with two dimensions in each other's place.
Tables swapped(Tables tables) {
  const auto width = static_cast<std::size_t>(tables.dimensions);
  const auto swap = [&](std::vector<Utility>& gain) {
    for (std::size_t at = 0; at < gain.size(); at += width) std::swap(gain[at], gain[at + 1]);
  };
  std::ranges::for_each(tables.gain, swap);
  for (auto& feature : tables.features) swap(feature.gain);
  return tables;
}

TEST(Nearest, does_not_hang_on_which_party_is_first) {
  Random random(3);
  for (int round = 0; round < 300; ++round) {
    auto shape = random_shape(random);
    shape.dimensions = std::max(shape.dimensions, 2);
    const auto tables = random_tables(random, shape);
    const auto acceptance = random_acceptance(random, tables);
    auto options = random_options(random, tables);
    options.objectives = 0;
    auto other = acceptance;
    for (auto& demand : other.demands)
      if (demand.dimension < 2) demand.dimension = 1 - demand.dimension;
    const auto one = nearest_accepted(*build_diagram(tables), acceptance, options);
    const auto mirrored = nearest_accepted(*build_diagram(swapped(tables)), other, options);
    ASSERT_EQ(one.changes.size(), mirrored.changes.size());
    EXPECT_EQ(one.more, mirrored.more);
    for (std::size_t i = 0; i < one.changes.size(); ++i) {
      EXPECT_EQ(one.changes[i].to.package, mirrored.changes[i].to.package);
      EXPECT_EQ(one.changes[i].movement, mirrored.changes[i].movement);
    }
  }
}

/// Costs that are too many for one unit each: bounds count them in coarser units then.
TEST(Nearest, finds_the_least_movement_where_steps_are_large) {
  Random random(4);
  int found = 0;
  for (int round = 0; round < 300; ++round) {
    const auto tables = random_tables(random, {.issues = 6, .most_levels = 3});
    const auto acceptance = random_acceptance(random, tables);
    auto options = random_options(random, tables);
    options.least = NearestOptions::Least::movement;
    options.wanted = 1;
    for (auto& issue : options.movement)
      for (auto& movement : issue)
        if (movement > 0) movement = draw(random, 1, 1'000'000'000);
    const auto best = brute_nearest(accepted_entries(enumerate(tables), acceptance), options);
    const auto nearest = nearest_accepted(*build_diagram(tables), acceptance, options);
    ASSERT_EQ(nearest.changes.empty(), best.empty());
    if (best.empty()) continue;
    EXPECT_EQ(nearest.changes.front().movement, best.begin()->second.first);
    ++found;
  }
  EXPECT_GT(found, 50);
}

TEST(Nearest, of_an_accepted_text_is_the_text) {
  Tables tables;
  tables.dimensions = 1;
  tables.levels = {2, 2};
  tables.gain = {{0, 1}, {0, 1}};
  const auto found = nearest_accepted(*build_diagram(tables), {{{0, 1}}, {1}},
                                      {.movement = {{1, 0}, {0, 1}}, .frozen = {}, .besides = {}, .stop = {}});
  ASSERT_EQ(found.changes.size(), 1u);
  EXPECT_TRUE(found.changes[0].changed.empty());
  EXPECT_EQ(found.changes[0].to.package, (std::vector{1, 0}));
  EXPECT_FALSE(found.more);
}

TEST(Nearest, stops_when_asked) {
  Random random(2);
  const auto tables = random_tables(random, {});
  auto options = random_options(random, tables);
  std::stop_source source;
  source.request_stop();
  options.stop = source.get_token();
  EXPECT_TRUE(nearest_accepted(*build_diagram(tables), {{}, {0}}, options).stopped);
}

}  // namespace
}  // namespace parley::test
