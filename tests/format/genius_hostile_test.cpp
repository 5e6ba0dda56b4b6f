#include <gtest/gtest.h>

#include "format/domain_text.h"
#include "parley/format/genius/genius.h"

namespace parley {
namespace {

constexpr std::size_t genius_megabyte = 1024 * 1024;

std::string times(const std::string& text, std::size_t n) {
  std::string result;
  for (std::size_t i = 0; i < n; ++i) result += text;
  return result;
}

/// The text once for each number, which takes the place of '#'.
std::string numbered(const std::string& text, int from, int to) {
  std::string result;
  for (int i = from; i < to; ++i) {
    std::string next = text;
    for (auto at = next.find('#'); at != std::string::npos; at = next.find('#')) next.replace(at, 1, std::to_string(i));
    result += next;
  }
  return result;
}

std::string domain_of(const std::string& issues) {
  return "<negotiation_template><utility_space><objective>" + issues +
         "</objective></utility_space></negotiation_template>";
}

std::string profile_of(const std::string& inner, const std::string& type = "linear") {
  return "<utility_space type='" + type + "'><objective>" + inner + "</objective></utility_space>";
}

Domain read_domain(const std::string& issues) {
  auto read = read_genius_domain(domain_of(issues));
  EXPECT_TRUE(read.value) << told(read.problems);
  return read.value.value_or(Domain{});
}

template <class T>
void expect_refused(const Imported<T>& read, const std::string& message = {}) {
  EXPECT_FALSE(read.value);
  ASSERT_FALSE(read.problems.empty());
  EXPECT_LE(read.problems.size(), 101U);
  EXPECT_LE(read.notes.size(), 51U);
  EXPECT_NE(told(read.problems).find(message), std::string::npos) << told(read.problems);
}

const std::string two_issues =
    "<issue index='1' name='a'><item value='x'/><item value='y'/></issue>"
    "<issue index='2' name='n' type='integer' lowerbound='0' upperbound='9'/>";

TEST(GeniusHostile, TextsWithoutAnEnd) {
  const Domain domain = read_domain(two_issues);
  for (const char* text : {"<a>", "<a ", "<a b='", "<!--", "<![CDATA[", "<?xml ", "<!DOCTYPE ", "<!DOCTYPE a [<", "&",
                           "<", "a", "</a>", "<a/>", "\xFF", "\n", "<a><b/>", "<issue index='1'>", "<!DOCTYPE a [[["}) {
    for (const std::size_t bytes : {10 * genius_megabyte, 4 * genius_megabyte - 1}) {
      const std::string whole = times(text, bytes / std::string_view(text).size());
      expect_refused(read_genius_domain(whole));
      expect_refused(read_genius_profile(whole, domain));
      EXPECT_EQ(what_genius_file(whole), GeniusFile::neither);
    }
  }
}

TEST(GeniusHostile, EntitiesAreNotExpanded) {
  std::string text = "<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">";
  text += numbered("<!ENTITY lola# \"&lol#;&lol#;&lol#;&lol#;&lol#;&lol#;&lol#;&lol#;&lol#;&lol#;\">", 0, 12);
  text += "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
  const auto read =
      read_genius_domain(text + domain_of("<issue index='1' name='&lol9;'><item value='&file;'/></issue>"));
  ASSERT_TRUE(read.value) << told(read.problems);
  EXPECT_EQ(read.value->issues[0].name, "&lol9;");
  EXPECT_EQ(read.value->issues[0].options, std::vector<std::string>{"&file;"});
}

TEST(GeniusHostile, DeepElements) {
  const std::string deep = times("<objective>", 30'000) + two_issues + times("</objective>", 30'000);
  expect_refused(read_genius_domain(domain_of(deep)), "64");
  expect_refused(read_genius_profile(profile_of(deep), read_domain(two_issues)), "64");
  EXPECT_TRUE(read_genius_domain(domain_of(times("<objective>", 50) + two_issues + times("</objective>", 50))).value);
}

TEST(GeniusHostile, ManyLevelsAndIssues) {
  expect_refused(
      read_genius_domain(domain_of("<issue index='1' type='integer' lowerbound='0' upperbound='999999999'/>")),
      "1000000000 values");
  expect_refused(read_genius_domain(
                     domain_of("<issue index='1' type='integer' lowerbound='-2147483648' upperbound='2147483647'/>")),
                 "4294967296 values");
  expect_refused(
      read_genius_domain(domain_of("<issue index='1'>" + numbered("<item value='#'/>", 0, 100'000) + "</issue>")),
      "100000 values");
  expect_refused(read_genius_domain(domain_of(numbered("<issue index='#'><item value='x'/></issue>", 0, 50'000))),
                 "50000 issues");
  expect_refused(read_genius_domain(
                     domain_of(numbered("<issue index='#' type='integer' lowerbound='1' upperbound='2000'/>", 0, 30))),
                 "at most 20000");
}

TEST(GeniusHostile, ManyOfEverythingElse) {
  const Domain domain = read_domain(two_issues);
  expect_refused(read_genius_profile(profile_of(numbered("<issue index='#'/>", 0, 150'000)), domain));
  expect_refused(read_genius_profile(profile_of(numbered("<weight index='#' value='1'/>", 0, 100'000)), domain));
  expect_refused(read_genius_profile(
      profile_of(times("<issue index='1'/><objective><weight index='1'/></objective>", 60'000)), domain));
  const std::string rectangles =
      "<utility maxutility='1'><ufun>" +
      times("<hyperRectangle utility='1'><INCLUDES index='2' min='1' max='2'/></hyperRectangle>", 40'000) +
      "</ufun></utility>";
  const auto read = read_genius_profile(profile_of(rectangles, "nonlinear"), domain);
  ASSERT_TRUE(read.value) << told(read.problems);
  EXPECT_EQ(worth(*read.value, {0, 1}), one_utility);
}

TEST(GeniusHostile, RectanglesThatOverlapInEveryWay) {
  std::string issues;
  for (int i = 0; i < 40; ++i)
    issues += "<issue index='" + std::to_string(i) + "' type='integer' lowerbound='0' upperbound='99'/>";
  const Domain domain = read_domain(issues);
  std::string rectangles;
  for (int r = 0; r < 9000; ++r)
    rectangles += "<hyperRectangle utility='" + std::to_string(r % 7 - 1) + "'><INCLUDES index='" +
                  std::to_string(r % 40) + "' min='" + std::to_string(r % 50) + "' max='" +
                  std::to_string(50 + r % 50) + "'/><INCLUDES index='" + std::to_string(r / 40 % 40) + "' min='" +
                  std::to_string(r % 31) + "' max='80'/></hyperRectangle>";
  const auto read = read_genius_profile(
      profile_of("<utility maxutility='9000'><ufun>" + rectangles + "</ufun></utility>", "nonlinear"), domain);
  EXPECT_TRUE(read.value) << told(read.problems);
}

TEST(GeniusHostile, RulesThatOverlapInEveryWay) {
  std::string issues;
  std::string ranks;
  std::string items;
  for (int v = 0; v < 40; ++v) items += "<item value='" + std::to_string(v) + "' rank='" + std::to_string(v) + "'/>";
  for (int i = 1; i < 30; ++i) {
    issues += "<issue index='" + std::to_string(i) + "'>" + items + "</issue>";
    ranks += "<issue index='" + std::to_string(i) + "'>" + items + "</issue>";
  }
  const Domain domain = read_domain(issues);
  const auto rules = [&](const std::string& constraints) {
    return read_genius_profile(
        profile_of("<rules><ranks>" + ranks + "</ranks><constraints>" + constraints + "</constraints></rules>",
                   "constraint"),
        domain);
  };
  std::string outcomes;
  for (int c = 0; c < 8000; ++c)
    outcomes += "<constraint type='inclusiveZeroOutcomeConstraint'><checkassignment index='" +
                std::to_string(1 + c % 29) + "' condition='" + std::to_string(c % 10) + "'/><checkassignment index='" +
                std::to_string(1 + c / 29 % 29) + "' condition='" + std::to_string(c % 7) + "'/></constraint>";
  expect_refused(rules(outcomes), "more than 10000 combinations");
  std::string sum = "<constraint type='sumZeroConstraint' index='1' value='1' min='100' max='600'>";
  for (int i = 1; i < 30; ++i) sum += "<item index='" + std::to_string(i) + "'/>";
  expect_refused(rules(sum + "</constraint>"), "too many ways");
}

TEST(GeniusHostile, NumbersOfAnySize) {
  const Domain domain = read_domain("<issue index='1' name='a'><item value='x'/></issue>");
  for (const char* number : {"1e308", "-1e308", "1e999", "NaN", "nan", "inf", "-Infinity", "1e9999999999", "0x10", "",
                             "1,5", "--1", "+-1", "1 2", "1e15"}) {
    expect_refused(read_genius_profile(
        profile_of("<issue index='1'><item value='x' evaluation='1'/></issue><weight index='1' value='" +
                   std::string(number) + "'/>"),
        domain));
    expect_refused(read_genius_domain(domain_of("<issue index='1' type='real'><range lowerbound='0' upperbound='" +
                                                std::string(number) + "'/></issue>")));
    expect_refused(
        read_genius_domain(domain_of("<issue index='" + std::string(number) + "'><item value='x'/></issue>")));
  }
  // Their quotient is an ordinary number.
  EXPECT_TRUE(
      read_genius_profile(
          profile_of("<issue index='1'><item value='x' evaluation='1e308'/></issue><weight index='1' value='1'/>"),
          domain)
          .value);
}

TEST(GeniusHostile, FilesThatBreakOffAnywhere) {
  const Domain domain = read_domain(two_issues);
  const std::string whole = domain_of(two_issues);
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) expect_refused(read_genius_domain(whole.substr(0, bytes)));
  const std::string profile = profile_of(
      "<issue index='1'><item value='x' evaluation='1'/><item value='y' evaluation='0'/></issue>"
      "<issue index='2' type='integer' lowerbound='0' upperbound='9'><evaluator slope='0.1' offset='0'/></issue>"
      "<weight index='1' value='1'/><weight index='2' value='0'/>");
  EXPECT_TRUE(read_genius_profile(profile, domain).value);
  for (std::size_t bytes = 0; bytes < profile.size(); ++bytes)
    expect_refused(read_genius_profile(profile.substr(0, bytes), domain));
}

}  // namespace
}  // namespace parley
