#include <gtest/gtest.h>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

constexpr std::size_t megabyte = 1024 * 1024;

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string result;
  while (result.size() + text.size() <= bytes) result += text;
  return result;
}

class Hostile : public testing::TestWithParam<const char*> {};

TEST_P(Hostile, EndsWithAProblem) {
  for (std::size_t bytes : {10 * megabyte, 4 * megabyte - 1}) {
    const CaseFile file = read_case(repeated(GetParam(), bytes));
    EXPECT_FALSE(file.value);
    EXPECT_FALSE(file.problems.empty());
    EXPECT_LE(file.problems.size(), 101U);
  }
}

INSTANTIATE_TEST_SUITE_P(Texts, Hostile,
                         testing::Values("a", "[", "{", "- ", "- \n", "? ", "a: ", "\"", "\n", "#", "&a ", "*a ", "!a ",
                                         "[],", "[a,", "{a: ", "|\n", ": ", "---\n", "%a\n", "\t", "é", "a: [\n", "'",
                                         "- a: b\n", "\\", "x\n", "a:\n"));

/// A head, a line many times over with a number in it, and a tail.
std::string many(const std::string& head, const std::string& line, int times, const std::string& tail = {}) {
  std::string text = head;
  for (int i = 0; i < times; ++i) {
    std::string next = line;
    for (auto at = next.find('#'); at != std::string::npos; at = next.find('#')) next.replace(at, 1, std::to_string(i));
    text += next;
  }
  return text + tail;
}

void expect_refused(const std::string& text) {
  const CaseFile file = read_case(text);
  EXPECT_FALSE(file.value);
  EXPECT_FALSE(file.problems.empty());
  EXPECT_LE(file.problems.size(), 101U);
}

TEST(HostileCase, UnknownKeys) { expect_refused(many("parley: 1\n", "k#: 1\n", 200'000)); }

TEST(HostileCase, UnknownIssuesBackwards) {
  expect_refused(
      many("parley: 1\ntitle: x\nparties:\n  a: {preferences: {order: [", "iss#, ", 100'000, "]}}\n  b:\nissues:\n") +
      many("", "  issue#: {options: [a, b]}\n", 900));
}

TEST(HostileCase, ManyPrincipals) {
  expect_refused(many("parley: 1\ntitle: x\nissues: {x: {options: [a, b]}}\nparties:\n  b:\n  a:\n    principals:\n",
                      "      p#:\n", 50'000));
}

TEST(HostileCase, ManyLevels) {
  expect_refused(many("parley: 1\ntitle: x\nparties: {a: , b: }\nissues:\n", "  i#: {count: 0..1999}\n", 200));
}

TEST(HostileCase, ManyPoints) {
  const std::string wants = many("{", "i#: {points: {0: 0, 1999: 100}}, ", 10, "}");
  expect_refused(many("parley: 1\ntitle: x\nparties:\n  b:\n  a:\n    principals:\n",
                      "      p#: {preferences: {values: " + wants + "}}\n", 900) +
                 many("issues:\n", "  i#: {count: 0..1999}\n", 10));
}

TEST(HostileCase, ManyRules) {
  expect_refused(
      small_case("  x: {count: 0..1999}\n", "", many("rules:\n", "- {if: {x: #}, then: {x: 1..#}}\n", 60'000)));
}

TEST(HostileCase, ManyClauses) {
  const std::string text = "proposals:\n  p: {terms: {bread: white}, clauses: {";
  expect_refused(small_case() + many(text, "c#: {words: x}, ", 201, "}}\n"));
  expect_refused(small_case() + many(text, "c#: dropped, ", 150'000, "}}\n"));
}

TEST(HostileCase, ManyVersionsOfOneLongClause) {
  const std::string clause = "{terms: {bread: white}, clauses: {c: {words: " + std::string(2 * megabyte, 'x') + "}}}\n";
  const std::string text = small_case() + "proposals:\n  p: " + clause;
  EXPECT_TRUE(read_case(many(text, "  p#: {parent: p}\n", 6)).value);
  expect_refused(many(text, "  p#: {parent: p}\n", 998));
}

TEST(HostileCase, BracketsWithoutEnd) {
  for (const std::string_view part : {"[", "]", "[|", "[a|", "|]", "[a]]"})
    expect_refused(small_case() + "proposals:\n  p: {terms: {bread: white}, clauses: {c: {words: \"" +
                   repeated(part, megabyte) + "\"}}}\n");
}

TEST(HostileCase, HugeNumbers) {
  expect_refused(small_case("  x: {count: 0..99999999999999999999}\n"));
  expect_refused(small_case("  x: {count: -1000000000000..1000000000000 step 1}\n"));
  expect_refused(small_case("  x: {duration: 0..2 weeks step 99999999999999999999}\n"));
  expect_refused(many("parley: 1\ntitle: x\nstalemate-after: 1000000000000 years\n", "", 0));
}

}  // namespace
}  // namespace parley
