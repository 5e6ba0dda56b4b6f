// Rule 3 of the design as a property: what a case lists first, and what it calls things, changes nothing but names.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "parley/ask/acceptance.h"
#include "parley/ask/analyze.h"
#include "parley/ask/consent.h"
#include "parley/format/case_file.h"
#include "parley/render/json.h"
#include "support/other_order.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

using Json = nlohmann::json;

/// The answer without regard to the order in which lists come, and without sentences, which list things in file order.
Json unordered(const Json& json) {
  static const std::set<std::string> sentences{"text", "says", "about", "why", "words"};
  if (json.is_array()) {
    std::vector<Json> items;
    for (const Json& item : json) items.push_back(unordered(item));
    std::sort(items.begin(), items.end());
    return Json(items);
  }
  if (!json.is_object()) return json;
  Json result = Json::object();
  for (const auto& [key, value] : json.items())
    if (!sentences.contains(key)) result[key] = unordered(value);
  return result;
}

/// With as many readings, and as long a search, as show whether the order of the case matters.
AnalyzeOptions few_readings() {
  AnalyzeOptions options;
  options.readings = 100;
  options.search = 2'000'000;
  return options;
}

std::string answers(const Case& c) { return to_json(c, analyze(c, default_date(c), few_readings())); }

std::string consents(const Case& c) {
  const Date date = default_date(c);
  std::string all = "[";
  const Model model = compile(c, date);
  ConsentOptions options;
  options.readings = 200;
  for (int p = 0; p < std::ssize(c.proposals); ++p)
    all += (p == 0 ? "" : ",") + to_json(c, consent(c, model, p, options));
  return all + "]";
}

std::string without(std::string text, const std::string& mark) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
  return text;
}

void expect_same_but_for_order(const Case& c, const Case& other) {
  const Json expected = unordered(Json::parse(answers(c)));
  const Json actual = unordered(Json::parse(answers(other)));
  EXPECT_EQ(actual, expected) << Json::diff(expected, actual).dump(1).substr(0, 2000);
}

std::vector<std::filesystem::path> shipped_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PARLEY_SOURCE_DIR "/cases"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Each shipped case by itself: with sanitizers all of them together come near what a test may take.
class NeutralityOfShipped : public ::testing::TestWithParam<std::filesystem::path> {
 protected:
  const Case case_ = read_case_file(GetParam()).value.value();
};

std::string named_by_file(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Every, NeutralityOfShipped, ::testing::ValuesIn(shipped_files()), named_by_file);

TEST_P(NeutralityOfShipped, ReorderingChangesNothing) {
  Random random(3);
  expect_same_but_for_order(case_, reordered(case_, random));
}

TEST_P(NeutralityOfShipped, SwappingTwoPartiesMirrorsTheAnswer) {
  if (case_.parties.size() > 2) GTEST_SKIP() << "there is no mirror for more than two parties";
  const Analysis before = analyze(case_, default_date(case_), few_readings());
  const Analysis after = analyze(swapped(case_, 0, 1), default_date(case_), few_readings());
  ASSERT_EQ(before.zone.frontier.size(), after.zone.frontier.size());
  for (std::size_t i = 0; i < before.zone.frontier.size(); ++i) {
    const Point& point = before.zone.frontier[i];
    const Point& mirrored = after.zone.frontier[after.zone.frontier.size() - 1 - i];
    EXPECT_EQ(point.value[0], mirrored.value[1]);
    EXPECT_EQ(point.value[1], mirrored.value[0]);
    EXPECT_EQ(point.package, mirrored.package);
  }
  for (std::size_t v = 0; v < before.zone.viewpoints.size(); ++v)
    EXPECT_EQ(before.zone.viewpoints[v].point->package, after.zone.viewpoints[v].point->package);
  EXPECT_EQ(before.contention.total, after.contention.total);
}

TEST_P(NeutralityOfShipped, RenamingChangesOnlyNames) {
  const std::string mark = "zq-";
  const Case other = renamed(case_, [&](const std::string& name) { return mark + name; });
  EXPECT_EQ(without(answers(other), mark), answers(case_));
}

std::string shares(const Case& c) {
  AcceptanceOptions options;
  options.readings = 150;
  options.frontier = true;
  options.search = 20'000'000;
  return to_json(c, acceptance(c, compile(c, default_date(c)), options));
}

TEST(Neutrality, ReorderingACaseChangesNoShareOfReadings) {
  Random random(9);
  for (int i = 0; i < 6; ++i) {
    CaseShape shape;
    shape.parties = 2 + i % 2;
    Case c = random_case(random, shape);
    // Thresholds from a source, so that percentages are given.
    c.sources.push_back({"report", "Report", {}, "C3", false, {}});
    for (Party& party : c.parties)
      if (auto& reservation = party.reservation) reservation->from.source = static_cast<int>(c.sources.size()) - 1;
    const Json expected = unordered(Json::parse(shares(c)));
    const Json actual = unordered(Json::parse(shares(reordered(c, random))));
    EXPECT_EQ(actual, expected) << Json::diff(expected, actual).dump(1).substr(0, 2000);
  }
}

TEST(Neutrality, WhoMustApproveDoesNotHangOnTheOrder) {
  Random random(12);
  for (int round = 0; round < 12; ++round) {
    SCOPED_TRACE(round);
    CaseShape shape;
    shape.parties = static_cast<int>(draw(random, 2, 3));
    shape.issues = 3;
    Case c = random_case(random, shape);
    for (Party& party : c.parties)
      for (Principal& principal : party.principals)
        if (draw(random, 0, 2) > 0) {
          principal.delay.emplace();
          principal.delay->days = {Decimal::of(draw(random, 0, 3)), Decimal::of(draw(random, 4, 9)), {}, {}};
        }
    const Json expected = unordered(Json::parse(consents(c)));
    const Json actual = unordered(Json::parse(consents(reordered(c, random))));
    EXPECT_EQ(actual, expected) << Json::diff(expected, actual).dump(1).substr(0, 2000);
    if (::testing::Test::HasFailure()) return;
  }
}

class NeutralityOfRandom : public ::testing::TestWithParam<unsigned> {};

INSTANTIATE_TEST_SUITE_P(FromSeed, NeutralityOfRandom, ::testing::Values(11U, 13U, 17U));

TEST_P(NeutralityOfRandom, ReorderingChangesNothing) {
  Random random(GetParam());
  for (int round = 0; round < 50; ++round) {
    CaseShape shape;
    shape.parties = static_cast<int>(draw(random, 2, 4));
    shape.issues = static_cast<int>(draw(random, 2, 5));
    const Case c = random_case(random, shape);
    SCOPED_TRACE(round);
    expect_same_but_for_order(c, reordered(c, random));
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace parley::test
