#include "parley/format/record/event_line.h"

#include <simdjson.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "parley/format/reader/scalars.h"
#include "parley/format/text.h"

namespace parley {
namespace {

using Json = nlohmann::ordered_json;
using JsonValue = simdjson::dom::element;

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

/// Few texts have a byte that a control character may begin with, and only those are looked at closely.
bool is_sound(std::string_view text) {
  constexpr auto may_begin_control = [](unsigned char c) { return c < ' ' || c == 0x7F || c == 0xC2 || c == 0xEF; };
  return std::ranges::none_of(text, may_begin_control) || !find_bad_byte(text);
}

bool fill(Node& node, const JsonValue& json, std::size_t depth);

bool fill_list(Node& node, const simdjson::dom::array& list, std::size_t depth) {
  node.kind = Node::Kind::sequence;
  node.items.resize(list.size());
  std::size_t i = 0;
  for (const JsonValue item : list)
    if (!fill(node.items[i++], item, depth)) return false;
  return true;
}

bool fill_block(Node& node, const simdjson::dom::object& block, std::size_t depth) {
  constexpr std::size_t most_keys = 64;  // each is compared with all before it
  node.kind = Node::Kind::mapping;
  if (block.size() > most_keys) return false;
  node.entries.resize(block.size());
  std::size_t count = 0;
  for (const auto [name, value] : block) {
    const std::string_view key = name;
    Node::Entry& entry = node.entries[count];
    const auto before = std::span(node.entries).first(count++);
    const auto is_same = [key](const Node::Entry& other) { return same_word(other.key, key); };
    if (key.empty() || !is_sound(key) || std::ranges::any_of(before, is_same)) return false;
    entry.key = key;
    entry.place = {};
    if (!fill(entry.value, value, depth)) return false;
  }
  return true;
}

bool fill_text(Node& node, std::string_view text) {
  node.quoted = true;
  node.text = text;
  return is_sound(text);
}

/// Depth is how many more lists and blocks may stand within each other.
bool fill(Node& node, const JsonValue& json, std::size_t depth) {
  using Type = simdjson::dom::element_type;
  node.kind = Node::Kind::scalar;
  node.quoted = false;
  node.text.clear();
  node.items.clear();
  node.place = {};
  if (json.type() != Type::OBJECT) node.entries.clear();
  switch (json.type()) {
    case Type::ARRAY:
      return depth > 0 && fill_list(node, json.get_array().value_unsafe(), depth - 1);
    case Type::OBJECT:
      return depth > 0 && fill_block(node, json.get_object().value_unsafe(), depth - 1);
    case Type::STRING:
      return fill_text(node, json.get_string().value_unsafe());
    case Type::INT64:
      node.text = std::to_string(json.get_int64().value_unsafe());
      return true;
    case Type::BOOL:
      node.text = json.get_bool().value_unsafe() ? "true" : "false";
      return true;
    case Type::NULL_VALUE:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string line_of(const Node& node) { return json_of(node).dump(); }

struct LineReader::State {
  simdjson::dom::parser parser;
};

LineReader::LineReader() : state_(std::make_unique<State>()) {}
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader& LineReader::operator=(LineReader&&) noexcept = default;
LineReader::~LineReader() = default;

bool LineReader::read(std::string_view line, Node& tree) {
  JsonValue json;
  if (state_->parser.parse(line.data(), line.size()).get(json) != simdjson::SUCCESS) return false;
  return fill(tree, json, YamlLimits{}.depth);
}

bool is_json(std::string_view line) { return Json::accept(line); }

}  // namespace parley
