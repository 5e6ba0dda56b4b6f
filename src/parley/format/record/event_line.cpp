#include "parley/format/record/event_line.h"

#include <nlohmann/json.hpp>

#include "parley/format/reader/scalars.h"

namespace parley {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Node& node) {
  if (node.kind == Node::Kind::sequence) {
    Json items = Json::array();
    for (const Node& item : node.items) items.push_back(json_of(item));
    return items;
  }
  if (node.kind == Node::Kind::mapping) {
    Json entries = Json::object();
    for (const Node::Entry& entry : node.entries) entries[entry.key] = json_of(entry.value);
    return entries;
  }
  if (node.missing()) return nullptr;
  if (!node.quoted && (node.text == "true" || node.text == "false")) return node.text == "true";
  if (const auto whole = parse_whole(node.text); whole && !node.quoted && std::to_string(*whole) == node.text)
    return *whole;
  return node.text;
}

bool fill(Node& node, const Json& json, std::size_t depth) {
  if (depth == 0) return false;
  if (json.is_array()) {
    node.kind = Node::Kind::sequence;
    node.items.resize(json.size());
    for (std::size_t i = 0; i < json.size(); ++i)
      if (!fill(node.items[i], json[i], depth - 1)) return false;
  } else if (json.is_object()) {
    node.kind = Node::Kind::mapping;
    node.entries.reserve(json.size());
    for (const auto& [key, value] : json.items())
      if (!fill(node.entries.emplace_back(Node::Entry{key, {}, {}}).value, value, depth - 1)) return false;
  } else if (json.is_string()) {
    node.quoted = true;
    node.text = json.get_ref<const std::string&>();
  } else if (!json.is_null()) {
    node.text = json.dump();
  }
  return true;
}

}  // namespace

std::optional<Node> node_of(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  Node node;
  if (json.is_discarded() || !fill(node, json, YamlLimits{}.depth)) return std::nullopt;
  return node;
}

std::string line_of(const Node& node) { return json_of(node).dump(); }

}  // namespace parley
