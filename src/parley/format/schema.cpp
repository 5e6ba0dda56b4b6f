#include "parley/format/schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "parley/format/forms.h"

namespace parley {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* id_pattern = "^[a-z][a-z0-9-]*$";
constexpr const char* range_pattern = R"(^\s*[-+]?\d+(\.\d+)?\s*\.\.\s*[-+]?\d+(\.\d+)?\s*$)";
constexpr const char* time_pattern = R"(^[-+.\d\s]+\s(hour|day|week|month|year)s?$)";

Json refer(std::string name) {
  std::ranges::replace(name, ' ', '-');
  return {{"$ref", "#/definitions/" + name}};
}

Json pattern(const char* text) { return {{"type", "string"}, {"pattern", text}}; }

Json any_of(std::vector<Json> choices) { return {{"anyOf", std::move(choices)}}; }

Json list_of(Json item) { return {{"type", "array"}, {"items", std::move(item)}}; }

Json block_of(Json value) { return {{"type", "object"}, {"additionalProperties", std::move(value)}}; }

/// Keys of the author's choosing beside 'from' and 'note'.
Json sourced_block_of(Json value) {
  Json block = block_of(std::move(value));
  block["properties"] = {{"from", refer("source id")}, {"note", refer("text")}};
  return block;
}

Json number_between(int least, int most) {
  return any_of({{{"type", "number"}, {"minimum", least}, {"maximum", most}}, pattern(range_pattern)});
}

Json one_or_dated(int most, const char* form) {
  const Json one = any_of({number_between(0, most), refer(form)});
  return any_of({one, list_of(one)});
}

bool is_form(std::string_view name) {
  return std::any_of(forms().begin(), forms().end(), [&](const Form& f) { return f.name == name; });
}

/// What a key of a form holds, see Key::type.
Json type_of(std::string_view type) {
  for (const std::string_view prefix : {"one or list of ", "list of ", "map of "}) {
    if (!type.starts_with(prefix)) continue;
    const std::string name(type.substr(prefix.size()));
    if (prefix == "list of ") return list_of(refer(name));
    if (prefix == "one or list of ") return any_of({refer(name), list_of(refer(name))});
    Json block = block_of(refer(name));
    if (is_form(name) || name == "clause or dropped") block["propertyNames"] = {{"pattern", id_pattern}};
    return block;
  }
  return refer(std::string(type));
}

Json schema_of(const Form& form) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Key& key : form.keys) {
    properties[std::string(key.name)] = {{"description", key.help}, {"allOf", {type_of(key.type)}}};
    if (key.required) required.push_back(key.name);
  }
  Json schema{
      {"description", form.help}, {"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (required.empty())
    schema["type"] = {"object", "null"};
  else
    schema["required"] = required;
  return schema;
}

/// Plain values, by the names that forms use for them.
Json plain_definitions() {
  const Json word{{"type", {"string", "number", "boolean"}}};
  const Json number_or_range = any_of({{{"type", "number"}}, pattern(range_pattern)});
  Json all{
      {"line", word},
      {"text", word},
      {"option", word},
      {"version", {{"const", 1}}},
      {"date", pattern(R"(^(\d{4}-\d{2}-\d{2}|((early|mid|late) )?\d{4}-\d{2})$)")},
      {"days", pattern(time_pattern)},
      {"yes or no", {{"enum", {true, false, "yes", "no"}}}},
      {"grade", pattern("^[A-F][1-6]$")},
      {"number", {{"type", "number"}}},
      {"whole number", {{"type", "integer"}}},
      {"number or range", number_or_range},
      {"amount", any_of({number_or_range, pattern(time_pattern)})},
      {"points", any_of({number_between(0, 100), refer("quantity")})},
      {"credence", any_of({number_between(0, 1), refer("quantity")})},
      {"time", any_of({pattern(time_pattern), refer("quantity")})},
      {"length of time", pattern(time_pattern)},
      {"delay or time", any_of({pattern(time_pattern), refer("delay")})},
      {"claim or amount", any_of({refer("amount"), refer("claim")})},
      {"number steps", pattern(R"(^\s*[-+]?\d+\s*\.\.\s*[-+]?\d+(\s+step\s+\d+)?\s*$)")},
      {"time steps", pattern(R"(^\s*\d+\s*\.\.\s*\d+\s+(hour|day|week|month|year)s?(\s+step\s+\d+)?\s*$)")},
      {"actor", pattern("^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?$")},
      {"party or principal", refer("actor")},
      {"role", pattern("^(mediator|observer|host|guarantor( of [a-z][a-z0-9-]*)?|ally of [a-z][a-z0-9-]*)$")},
      {"answer", {{"enum", {"accept", "accept with reservations", "reject", "counter", "silence"}}}},
      {"state", {{"enum", {"pending", "given", "refused", "overdue"}}}},
      {"event kind", {{"enum", event_kinds()}}},
      {"element", {{"enum", element_words()}}},
      {"provision", {{"enum", provision_words()}}},
      {"clause or dropped", any_of({pattern("^dropped$"), refer("clause")})},
      {"finding", {{"enum", {"stuck", "progress"}}}},
      {"uptake", {{"enum", {"none", "partly", "followed"}}}},
      {"shape name", {{"enum", {"linear", "diminishing", "threshold"}}}},
      {"end", {{"enum", {"high", "low"}}}},
      {"two parties", {{"type", "array"}, {"items", refer("party id")}, {"minItems", 2}, {"maxItems", 2}}},
      {"condition", any_of({refer("option"),
                            list_of(refer("option")),
                            {{"type", "object"},
                             {"properties", {{"not", any_of({refer("option"), list_of(refer("option"))})}}},
                             {"required", {"not"}},
                             {"additionalProperties", false}}})},
      {"conditions", block_of(refer("condition"))},
      {"terms", block_of(refer("option"))},
      {"bracket", any_of({refer("issue id"), block_of(refer("condition"))})},
      {"demand", sourced_block_of(refer("condition"))},
      {"issue order", any_of({list_of(refer("issue id")), refer("issue ranking")})},
      {"valuation",
       any_of({refer("shape"), refer("option order"), refer("line of points"), sourced_block_of(refer("points"))})},
      {"utility", {{"type", "number"}}},
      {"option utilities", any_of({list_of(refer("utility")), block_of(refer("utility"))})},
      {"approver", any_of({pattern(id_pattern), refer("gate")})},
      {"consent", any_of({refer("approver"), refer("disputed consent")})},
      {"dated values", one_or_dated(100, "dated value")},
      {"exit values", one_or_dated(100, "exit value")},
      {"dated chances", one_or_dated(1, "dated chance")},
      {"patience or credence", any_of({number_between(0, 1), refer("patience")})},
      {"chances", sourced_block_of(refer("credence"))},
      {"stance position", block_of(refer("line"))},
      {"count", any_of({{{"type", "integer"}, {"minimum", 0}}, pattern(range_pattern), refer("quantity")})},
      {"points or priority", any_of({refer("points"), refer("priority")})},
      {"remainder shape", {{"enum", {"even", "diminishing", "growing"}}}},
      {"handover", {{"enum", {"in turn", "together"}}}},
  };
  for (const char* owner :
       {"source", "phase", "party", "third party", "issue", "proposal", "exit", "category", "crossing"})
    all[std::string(owner) + " id"] = pattern(id_pattern);
  return all;
}

}  // namespace

std::string case_schema() {
  Json definitions = Json::object();
  const auto define = [&](std::string name, const Json& schema) {
    std::ranges::replace(name, ' ', '-');
    definitions[name] = schema;
  };
  for (const Form& f : forms()) define(std::string(f.name), schema_of(f));
  const Json plain = plain_definitions();
  for (const auto& [name, schema] : plain.items()) define(name, schema);
  const Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                    {"title", "Parley case file"},
                    {"allOf", {refer("case")}},
                    {"definitions", definitions}};
  return schema.dump(2) + "\n";
}

}  // namespace parley
