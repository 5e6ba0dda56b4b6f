#include "parley/format/nearest.h"

#include <gtest/gtest.h>

namespace parley {
namespace {

TEST(Nearest, FindsSlipsOfTheHand) {
  const std::vector<std::string> known{"weights", "values", "credence", "count"};
  EXPECT_EQ(nearest_word("wieghts", known), "weights");
  EXPECT_EQ(nearest_word("Weights", known), "weights");
  EXPECT_EQ(nearest_word("value", known), "values");
  EXPECT_EQ(nearest_word("cnt", known), "count");
  EXPECT_EQ(nearest_word("ct", known), std::nullopt);
  EXPECT_EQ(nearest_word("", known), std::nullopt);
}

TEST(Nearest, DoesNotDependOnTheOrderOfTheFile) {
  EXPECT_EQ(nearest_word("parta", {"party", "parts"}), nearest_word("parta", {"parts", "party"}));
}

TEST(Nearest, IgnoresVeryLongWords) {
  EXPECT_EQ(nearest_word(std::string(1'000'000, 'a'), {std::string(1'000'000, 'a')}), std::nullopt);
}

}  // namespace
}  // namespace parley
