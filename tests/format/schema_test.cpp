#include "parley/format/schema.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "format/case_text.h"
#include "parley/case/decimal.h"
#include "parley/format/forms.h"
#include "parley/format/starter.h"
#include "parley/format/yaml.h"

namespace parley {
namespace {

using nlohmann::json;

/// A tree as an editor sees it: YAML 1.2's core schema.
json to_json(const Node& node) {
  if (node.missing()) return nullptr;
  if (node.kind == Node::Kind::sequence) {
    json list = json::array();
    for (const Node& item : node.items) list.push_back(to_json(item));
    return list;
  }
  if (node.kind == Node::Kind::mapping) {
    json block = json::object();
    for (const Node::Entry& entry : node.entries) block[entry.key] = to_json(entry.value);
    return block;
  }
  if (!node.quoted && (node.text == "true" || node.text == "false")) return node.text == "true";
  if (!node.quoted && parse_decimal(node.text)) return json::parse(node.text);
  return node.text;
}

/// What a validator says of a case; empty when it is content.
std::string complaints(const std::string& text) {
  valijson::Schema schema;
  const json schema_json = json::parse(case_schema());
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
  const json value = to_json(read_yaml(text).root.value());
  valijson::ValidationResults results;
  valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(value), &results);
  std::string said;
  for (const auto& error : results) {
    for (const std::string& part : error.context) said += part;
    said += ": " + error.description + "\n";
  }
  return said;
}

TEST(Schema, AcceptsEveryShippedCase) {
  for (const auto& entry : std::filesystem::directory_iterator(PARLEY_SOURCE_DIR "/cases"))
    if (entry.path().extension() == ".yaml") {
      EXPECT_EQ(complaints(read_text_file(entry.path().string())), "") << entry.path();
    }
  EXPECT_EQ(complaints(starter_case()), "");
}

TEST(Schema, SeesWhatItCanSee) {
  EXPECT_NE(complaints("parley: 1\ntitle: x\nissues: {}\nparties: {}\nrulez: []\n"), "");
  EXPECT_NE(complaints("parley: 1\ntitle: x\nissues: {a: {count: many}}\nparties: {}\n"), "");
  EXPECT_NE(complaints("parley: 1\nissues: {}\nparties: {}\n"), "");
  EXPECT_EQ(complaints("parley: 1\ntitle: x\nissues: {}\nparties: {}\n"), "");
}

TEST(Schema, KnowsTheDatesThatTheReaderKnows) {
  const std::string head = "parley: 1\ntitle: x\nissues: {}\nparties: {}\nas-of: ";
  for (const char* date : {"2024-03-24", "2024-03", "early 2024-03", "mid 2024-03", "late 2024-03"})
    EXPECT_EQ(complaints(head + date + "\n"), "") << date;
  for (const char* date : {"late 2024-03-24", "soon 2024-03", "2024", "late2024-03"})
    EXPECT_NE(complaints(head + date + "\n"), "") << date;
}

TEST(Schema, KnowsTheKeysThatTheReaderKnows) {
  const json definitions = json::parse(case_schema()).at("definitions");
  for (const Form& form : forms()) {
    std::string name(form.name);
    std::replace(name.begin(), name.end(), ' ', '-');
    std::vector<std::string> keys;
    for (const auto& [key, value] : definitions.at(name).at("properties").items()) keys.push_back(key);
    std::vector<std::string> known = form.names();
    std::sort(known.begin(), known.end());
    EXPECT_EQ(keys, known) << name;
  }
}

void expect_references_lead_somewhere(const json& node, const json& definitions) {
  if (node.contains("$ref")) {
    const std::string name = node["$ref"].get<std::string>().substr(std::string("#/definitions/").size());
    EXPECT_TRUE(definitions.contains(name)) << name;
  }
  for (const auto& child : node)
    if (child.is_structured()) expect_references_lead_somewhere(child, definitions);
}

TEST(Schema, DefinesWhatItRefersTo) {
  const json schema = json::parse(case_schema());
  expect_references_lead_somewhere(schema, schema.at("definitions"));
}

}  // namespace
}  // namespace parley
