#include "parley/render/json.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "parley/render/json_value.h"
#include "render/golden.h"
#include "render/sample.h"
#include "render/sample_exchange.h"
#include "render/sample_levers.h"

namespace parley {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

json read_json(const std::string& path) { return json::parse(std::ifstream(std::string(PARLEY_SOURCE_DIR) + path)); }

// The schema of one question: the definitions are shared, the root points to one of them.
std::string complaints(const std::string& question, const std::string& text) {
  json document = read_json("/docs/answers.schema.json");
  document.erase("oneOf");
  document["$ref"] = "#/definitions/" + question;
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
  const json answer = json::parse(text);
  valijson::ValidationResults results;
  valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(answer), &results);
  std::string out;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const auto& step : error.context) out += step;
    out += ": " + error.description + "\n";
  }
  return out;
}

void expect_answer(const std::string& name, const std::string& question, const std::string& text) {
  expect_golden(name + ".json", text);
  EXPECT_EQ(complaints(question, text), "") << name;
  const auto ordered = nlohmann::ordered_json::parse(text);
  std::vector<std::string> keys;
  for (const auto& [key, value] : ordered.items()) keys.push_back(key);
  keys.resize(5);
  EXPECT_THAT(keys, ElementsAre("question", "case", "as_of", "guarantee", "assumptions"));
}

TEST(Json, AnswersFollowTheSchema) {
  const Case c = sample::river_case();
  expect_answer("check", "check", to_json(c, sample::river_check()));
  expect_answer("standing", "standing", to_json(c, sample::river_standing()));
  expect_answer("explain", "explain", to_json(c, sample::river_explanation()));
  expect_answer("explain_bracketed", "explain", to_json(c, sample::river_bracketed_explanation()));
  expect_answer("texts", "texts", to_json(c, sample::river_texts()));
  expect_answer("texts_first", "texts", to_json(c, sample::river_first_text()));
  expect_answer("zone", "zone", to_json(c, sample::river_zone()));
  expect_answer("zone_huge", "zone", to_json(c, sample::river_huge_zone()));
  expect_answer("amend", "amend", to_json(c, sample::river_amendments()));
  expect_answer("amend_obstacles", "amend", to_json(c, sample::river_obstacles()));
  expect_answer("contention", "contention", to_json(c, sample::river_contention()));
  expect_answer("window", "window", to_json(c, sample::river_windows()));
  expect_answer("acceptance", "acceptance", to_json(c, sample::river_acceptance()));
  expect_answer("acceptance_refused", "acceptance", to_json(c, sample::river_refused_acceptance()));
  expect_answer("consent", "consent", to_json(c, sample::river_approvals()));
  expect_answer("levers", "levers", to_json(sample::river_case_with_levers(), sample::river_leverage()));
  const Case salvage = sample::exchange_case("hulda-salvage");
  expect_answer("exchange", "exchange", to_json(salvage, sample::exchange_answer(salvage)));
  expect_answer("analyze", "analyze", to_json(c, sample::river_analysis()));
}

TEST(Json, TheSchemaRefusesWhatItDoesNotKnow) {
  json answer = json::parse(to_json(sample::river_case(), sample::river_contention()));
  answer["best_deal"] = "none";
  EXPECT_NE(complaints("contention", answer.dump()), "");
  EXPECT_NE(complaints("zone", to_json(sample::river_case(), sample::river_contention())), "");
}

TEST(Json, UtilitiesAreExact) {
  EXPECT_EQ(to_text(exact(660'000'000)), "0.660000000\n");
  EXPECT_EQ(to_text(exact(-1)), "-0.000000001\n");
  EXPECT_EQ(to_text(exact(2 * unit + 5)), "2.000000005\n");
  EXPECT_EQ(to_text(exact(0)), "0.000000000\n");
  EXPECT_EQ(to_text(exact(std::numeric_limits<Utility>::min())), "-9223372036.854775808\n");
}

TEST(Json, CountsBecomeStringsWhereNumbersLoseDigits) {
  EXPECT_EQ(to_text(count("9007199254740992")), "9007199254740992\n");
  EXPECT_EQ(to_text(count("9007199254740993")), "\"9007199254740993\"\n");
  EXPECT_EQ(to_text(count("123456789012345678901234567890")), "\"123456789012345678901234567890\"\n");
}

TEST(Json, HostileTextsStayTexts) {
  Case c = sample::river_case();
  Checked answer = sample::river_check();
  answer.heading.title = "\"}\x1b[2J\n\xff</script>";
  const json read = json::parse(to_json(c, answer));
  EXPECT_EQ(read["case"], "\"}\x1b[2J\n\ufffd</script>");
  EXPECT_THAT(to_json(c, answer), HasSubstr("\\u001b[2J"));
}

}  // namespace
}  // namespace parley
