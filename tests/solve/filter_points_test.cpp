#include "parley/solve/filter_points.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "support/random_tables.h"

namespace parley::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Compares every pair.
template <class Number>
std::vector<std::size_t> brute_filter(const PointTable<Number>& table, bool keep_duplicates) {
  std::vector<std::size_t> kept;
  const auto width = static_cast<std::size_t>(table.dimensions);
  for (std::size_t i = 0; i < table.points; ++i) {
    bool stays = true;
    for (std::size_t j = 0; j < table.points && stays; ++j) {
      bool covers = j != i;
      bool exceeds = false;
      for (std::size_t d = 0; d < width; ++d) {
        covers = covers && table.at(j, d) >= table.at(i, d);
        exceeds = exceeds || table.at(j, d) > table.at(i, d);
      }
      if (covers && (exceeds || (j < i && !keep_duplicates))) stays = false;
    }
    for (std::size_t d = 0; d < width; ++d) stays = stays && table.at(i, d) == table.at(i, d);
    if (stays) kept.push_back(i);
  }
  return kept;
}

enum class Cloud { cube, correlated, front, coarse };

/// Points of a cloud, one after another.
template <class Number>
std::vector<Number> cloud(Random& random, Cloud kind, std::size_t points, int dimensions) {
  constexpr std::int64_t scale = 1'000'000;
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < points; ++i) {
    const auto common = draw(random, -scale, scale);
    std::int64_t left = scale;
    for (int d = 0; d < dimensions; ++d) {
      std::int64_t number = draw(random, -scale, scale);
      if (kind == Cloud::correlated) number = common + number / 20;
      if (kind == Cloud::coarse) number = number * 4 / scale;
      if (kind == Cloud::front) {
        number = d + 1 < dimensions ? draw(random, 0, left) : left;
        left -= number;
      }
      numbers.push_back(static_cast<Number>(number));
    }
  }
  return numbers;
}

template <class Number>
class FilterPoints : public testing::Test {};
using Numbers = testing::Types<double, std::int64_t>;
TYPED_TEST_SUITE(FilterPoints, Numbers);

TYPED_TEST(FilterPoints, equals_comparing_every_pair) {
  Random random(1);
  for (const auto kind : {Cloud::cube, Cloud::correlated, Cloud::front, Cloud::coarse})
    for (int dimensions = 1; dimensions <= 6; ++dimensions)
      for (const std::size_t points : {0u, 1u, 2u, 7u, 100u, 999u, 4097u, 5000u}) {
        const auto numbers = cloud<TypeParam>(random, kind, points, dimensions);
        const auto rows = PointTable<TypeParam>::rows(numbers, dimensions);
        for (const bool keep_duplicates : {false, true}) {
          if (points > 1000 && (kind != Cloud::cube || keep_duplicates)) continue;  // comparing takes long
          EXPECT_EQ(filter_points(rows, {.keep_duplicates = keep_duplicates}).kept, brute_filter(rows, keep_duplicates))
              << dimensions << " dimensions, " << points << " points, cloud " << static_cast<int>(kind);
        }
      }
}

TYPED_TEST(FilterPoints, is_the_same_for_any_layout_and_number_of_threads) {
  Random random(2);
  for (const auto kind : {Cloud::cube, Cloud::correlated, Cloud::coarse})
    for (int dimensions = 1; dimensions <= 6; ++dimensions) {
      const std::size_t points = 40'000 + static_cast<std::size_t>(draw(random, 0, 2000));
      const auto numbers = cloud<TypeParam>(random, kind, points, dimensions);
      const auto rows = PointTable<TypeParam>::rows(numbers, dimensions);
      std::vector<TypeParam> turned;
      for (std::size_t d = 0; d < static_cast<std::size_t>(dimensions); ++d)
        for (std::size_t i = 0; i < points; ++i) turned.push_back(rows.at(i, d));
      const auto columns = PointTable<TypeParam>::columns(turned, dimensions);
      for (const bool keep_duplicates : {false, true}) {
        const auto one = filter_points(rows, {.keep_duplicates = keep_duplicates, .threads = 1}).kept;
        EXPECT_FALSE(one.empty());
        for (const int threads : {2, 3, 8}) {
          EXPECT_EQ(filter_points(rows, {.keep_duplicates = keep_duplicates, .threads = threads}).kept, one);
          EXPECT_EQ(filter_points(columns, {.keep_duplicates = keep_duplicates, .threads = threads}).kept, one);
        }
      }
    }
}

TYPED_TEST(FilterPoints, filters_large_fronts_and_many_copies) {
  Random random(3);
  for (int dimensions = 2; dimensions <= 6; ++dimensions) {
    const auto numbers = cloud<TypeParam>(random, Cloud::front, 12'000, dimensions);
    const auto table = PointTable<TypeParam>::rows(numbers, dimensions);
    auto doubled = numbers;
    doubled.insert(doubled.end(), numbers.begin(), numbers.end());
    const auto twice = PointTable<TypeParam>::rows(doubled, dimensions);
    const auto first = filter_points(twice).kept;
    EXPECT_EQ(first, filter_points(table).kept);
    for (const auto point : first) EXPECT_LT(point, table.points);
    const auto all = filter_points(table, {.keep_duplicates = true}).kept;
    EXPECT_EQ(all.size(), table.points) << "points of one sum beat nobody";
    EXPECT_EQ(filter_points(twice, {.keep_duplicates = true}).kept.size(), 2 * all.size());
  }
}

TYPED_TEST(FilterPoints, is_not_misled_by_extremes) {
  constexpr auto low = std::numeric_limits<TypeParam>::lowest();
  constexpr auto high = std::numeric_limits<TypeParam>::max();
  for (int dimensions = 1; dimensions <= 6; ++dimensions) {
    std::vector<TypeParam> numbers(static_cast<std::size_t>(dimensions) * 5000, low);
    EXPECT_THAT(filter_points(PointTable<TypeParam>::rows(numbers, dimensions)).kept, ElementsAre(0));
    numbers[static_cast<std::size_t>(dimensions) * 4321] = high;
    EXPECT_THAT(filter_points(PointTable<TypeParam>::rows(numbers, dimensions)).kept, ElementsAre(4321));
  }
}

TYPED_TEST(FilterPoints, stops) {
  std::stop_source source;
  source.request_stop();
  Random random(4);
  const auto numbers = cloud<TypeParam>(random, Cloud::cube, 10'000, 3);
  const auto filtered = filter_points(PointTable<TypeParam>::rows(numbers, 3), {}, source.get_token());
  EXPECT_TRUE(filtered.stopped);
  EXPECT_THAT(filtered.kept, IsEmpty());
}

TEST(FilterDoubles, know_infinities_and_the_two_zeros_and_leave_out_what_is_no_number) {
  constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
  constexpr auto infinity = std::numeric_limits<double>::infinity();
  Random random(5);
  for (int dimensions = 2; dimensions <= 6; ++dimensions)
    for (const std::size_t points : {50u, 5000u}) {
      auto numbers = cloud<double>(random, Cloud::coarse, points, dimensions);
      for (auto& number : numbers) {
        const auto turn = draw(random, 0, 40);
        if (turn == 0) number = nan;
        if (turn == 1) number = -infinity;
        if (turn == 2 && number > 3) number = infinity;
        if (turn == 3) number = -0.0;
      }
      const auto table = PointTable<double>::rows(numbers, dimensions);
      EXPECT_EQ(filter_points(table).kept, brute_filter(table, false));
      EXPECT_EQ(filter_points(table, {.keep_duplicates = true}).kept, brute_filter(table, true));
    }
}

}  // namespace
}  // namespace parley::test
