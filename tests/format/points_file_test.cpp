#include "parley/format/points_file.h"

#include <gmock/gmock.h>

#include <random>

#include "parley/format/billionths.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using Kind = Billionths::Kind;

std::int64_t exact(std::string_view text) {
  const auto number = read_exactly(text);
  EXPECT_EQ(number.kind, Kind::exact) << text;
  return number.value;
}

TEST(Billionths, are_exact) {
  EXPECT_EQ(exact("0"), 0);
  EXPECT_EQ(exact("-0.0e99999999999999999999"), 0);
  EXPECT_EQ(exact("12"), 12'000'000'000);
  EXPECT_EQ(exact("+.25"), 250'000'000);
  EXPECT_EQ(exact("-3."), -3'000'000'000);
  EXPECT_EQ(exact("0.123456789"), 123'456'789);
  EXPECT_EQ(exact("0.12345678900000000000000000000"), 123'456'789);
  EXPECT_EQ(exact("1.25e-3"), 1'250'000);
  EXPECT_EQ(exact("1E+3"), 1'000'000'000'000);
  EXPECT_EQ(exact("000000000000000000000000000001"), 1'000'000'000);
  EXPECT_EQ(exact("9199999999.999999999"), 9'199'999'999'999'999'999);
  EXPECT_EQ(exact("-9199999999.999999999"), -9'199'999'999'999'999'999);
  EXPECT_EQ(exact("100000000000000000000000000000e-29"), 1'000'000'000);
}

TEST(Billionths, refuse_what_they_cannot_hold) {
  for (const auto* text : {"0.1234567891", "1e-10", "5e-999999999999", "1.00000000000000000000000000001",
                           "12345678901234567890123e-20", "5.551115123125783e-01"})
    EXPECT_EQ(read_exactly(text).kind, Kind::too_fine) << text;
  for (const auto* text : {"9200000000", "1e10", "1e999999999999999999999", "-99999999999999999999999999"})
    EXPECT_EQ(read_exactly(text).kind, Kind::too_large) << text;
  for (const auto* text : {"", "-", ".", "e5", "1e", "1e+", "1,5", "1.2.3", "--1", "0x10", "nan", "inf", "1 2", "१"})
    EXPECT_EQ(read_exactly(text).kind, Kind::no_number) << text;
}

TEST(Billionths, read_what_was_written) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 10'000; ++round) {
    const auto value = static_cast<std::int64_t>(random() >> (random() % 62 + 2)) % 9'200'000'000'000'000'000;
    auto digits = std::to_string(value);
    if (digits.size() < 10) digits.insert(0, 10 - digits.size(), '0');
    digits.insert(digits.size() - 9, ".");
    EXPECT_EQ(exact(digits), value);
    EXPECT_EQ(exact("-" + digits), -value);
  }
}

PointsTable sound(std::string_view text, const PointsColumns& columns = {}) {
  auto file = read_points(text, columns);
  EXPECT_THAT(file.problems, IsEmpty()) << text;
  EXPECT_TRUE(file.value);
  return file.value.value_or(PointsTable());
}

TEST(PointsFile, takes_any_of_four_separators) {
  for (const auto* text : {"1,2\n3,-4\n", "1;2\n3;-4", "1\t2\r\n3\t-4\r\n", "  1   2 \n\n 3 -4\n", "1, 2\r3 ,-4\r",
                           "\xEF\xBB\xBF# remark\n1,2\n#3,4\n3,-4\n", "\"1\",2\n3,\"-4\"\n"}) {
    const auto table = sound(text);
    EXPECT_THAT(table.names, ElementsAre("1", "2"));
    EXPECT_THAT(table.numbers, ElementsAre(1e9, 2e9, 3e9, -4e9)) << text;
    EXPECT_FALSE(table.names_at);
  }
}

TEST(PointsFile, chooses_columns_by_name_or_number) {
  constexpr std::string_view text = "id,price,quality\n\"a, \"\"b\"\"\",10,2\nc,9,0.5\n";
  const auto table = sound(text, {{"quality", "2"}, {"price"}});
  EXPECT_THAT(table.names, ElementsAre("quality", "price"));
  EXPECT_THAT(table.numbers, ElementsAre(2e9, -10e9, 0.5e9, -9e9));
  EXPECT_EQ(table.names_at, 0u);
  ASSERT_THAT(table.points_at, SizeIs(2));
  EXPECT_EQ(line_at(text, table.points_at[1]), "c,9,0.5");
}

/// The problems as `line:column: message | mend`.
std::vector<std::string> problems(std::string_view text, const PointsColumns& columns = {}) {
  const auto file = read_points(text, columns);
  EXPECT_FALSE(file.value);
  std::vector<std::string> all;
  for (const auto& problem : file.problems)
    all.push_back(std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + ": " +
                  problem.message + " | " + problem.mend);
  return all;
}

TEST(PointsFile, reports_every_mistake_with_its_place_and_its_mend) {
  EXPECT_THAT(
      problems("a,é,b\n1,x,2\n1,2\n0.12345678901,,1e20\n1,2,3,4\n"),
      ElementsAre(
          "2:3: column 'é' needs a number, here stands 'x' | write a number as 12, -0.5 or 1.25e-3, or compare "
          "other columns",
          "3:1: this line has 2 columns, the first has 3 | give every line as many",
          "4:1: column 'a' has more than nine digits after the point: '0.12345678901' | round it to nine digits "
          "after the point, or measure in a smaller unit",
          "4:15: column 'é' needs a number, here stands nothing | write a number as 12, -0.5 or 1.25e-3, or "
          "compare other columns",
          "4:16: column 'b' is too large: '1e20'; numbers stay below 9200000000 | measure in a larger unit",
          "5:1: this line has 4 columns, the first has 3 | give every line as many"));
}

TEST(PointsFile, names_columns_that_are_not_there) {
  EXPECT_THAT(problems("price,quality\n1,2\n", {{"prise", "price", "1"}, {"quality", "x"}}),
              ElementsAre("1:1: there is no column 'prise' here | did you mean 'price'?",
                          "1:1: column '1' is chosen twice | choose it once",
                          "1:1: column 'quality' is to be minimised but is none of those compared | choose it as well",
                          "1:1: there is no column 'x' here | the columns are price, quality"));
}

TEST(PointsFile, without_points_says_so) {
  for (const auto* text : {"", "\n\n", "# nothing\n", "a,b\n"})
    EXPECT_THAT(problems(text), ElementsAre(HasSubstr("there are no points here"))) << text;
  EXPECT_THAT(problems(std::string_view("1,2\n3,\0\n", 8)), ElementsAre(HasSubstr("2:3: ")));
}

TEST(PointsFile, stops_counting_at_a_hundred) {
  std::string text = "1,2\n";
  for (int line = 0; line < 5000; ++line) text += "x,y\n";
  const auto all = problems(text);
  ASSERT_THAT(all, SizeIs(101));
  EXPECT_THAT(all.back(), HasSubstr("9900 more"));
}

}  // namespace
}  // namespace parley
