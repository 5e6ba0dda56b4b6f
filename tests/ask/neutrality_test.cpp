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

std::vector<Case> shipped_cases() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PARLEY_SOURCE_DIR "/cases"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Case> cases;
  for (const auto& file : files) cases.push_back(read_case_file(file).value.value());
  return cases;
}

TEST(Neutrality, ReorderingAShippedCaseChangesNothing) {
  Random random(3);
  for (const Case& c : shipped_cases()) {
    SCOPED_TRACE(c.title);
    expect_same_but_for_order(c, reordered(c, random));
  }
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

TEST(Neutrality, SwappingTwoPartiesMirrorsTheAnswer) {
  for (const Case& c : shipped_cases()) {
    if (c.parties.size() > 2) continue;
    SCOPED_TRACE(c.title);
    const Analysis before = analyze(c, default_date(c), few_readings());
    const Analysis after = analyze(swapped(c, 0, 1), default_date(c), few_readings());
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
}

TEST(Neutrality, RenamingAShippedCaseChangesOnlyNames) {
  const std::string mark = "zq-";
  for (const Case& c : shipped_cases()) {
    SCOPED_TRACE(c.title);
    const Case other = renamed(c, [&](const std::string& name) { return mark + name; });
    EXPECT_EQ(without(answers(other), mark), answers(c));
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

TEST(Neutrality, ReorderingRandomCasesChangesNothing) {
  Random random(11);
  for (int round = 0; round < 150; ++round) {
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
