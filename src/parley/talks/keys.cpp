#include "parley/talks/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "parley/format/record/event_reader.h"

namespace parley {
namespace {

using Json = nlohmann::ordered_json;

/// No event that the reader takes goes as deep or has as many keys. A hostile one must not lead the functions below as
/// deep as it likes, nor have each of its keys compared with all before it.
constexpr int deepest = 16;
constexpr int most_keys = 2000;

void add_once(std::vector<std::string>& list, const Json& word) {
  if (!word.is_string()) return;
  const auto& text = word.get_ref<const std::string&>();
  if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

/// One word or a list of them.
void add_all(std::vector<std::string>& list, const Json& words) {
  if (!words.is_array()) return add_once(list, words);
  for (const Json& word : words) add_once(list, word);
}

void add_words(std::string& all, const Json& value) {
  if (value.is_string()) {
    if (!all.empty()) all += '\n';
    all += value.get_ref<const std::string&>();
  } else if (value.is_structured()) {
    for (const Json& part : value) add_words(all, part);
  }
}

void read_keys(EntryKeys& keys, const Json& event) {
  if (!event.is_object()) return;
  const std::string kind = event.contains("kind") && event["kind"].is_string() ? event["kind"] : "";
  const bool answers = kind == "response" || kind == "approval";
  for (const auto& [key, value] : event.items()) {
    if ((key == "date" || (kind == "approval" && key == "asked")) && value.is_string()) {
      keys.date = parse_date(value.get_ref<const std::string&>());
    } else if (key == "who" || key == "by" || key == "of" || key == "through" || (key == "to" && !answers)) {
      add_all(keys.actors, value);
    } else if (key == "parent" || (key == "to" && answers) || (key == "id" && kind == "proposal")) {
      add_all(keys.texts, value);
    } else if (key == "from" && value.is_string()) {
      keys.source = value;
      add_words(keys.words, value);
    } else if (key == "event") {
      read_keys(keys, value);
    } else if (key != "kind" && key != "answer" && key != "finding" && key != "grade") {
      add_words(keys.words, value);
    }
  }
  keys.kind = kind;
}

}  // namespace

EntryKeys keys_of(std::string_view event) {
  EntryKeys keys;
  int seen = 0;
  const auto within_reason = [&](int depth, Json::parse_event_t part, const Json&) {
    return depth <= deepest && (part != Json::parse_event_t::key || ++seen <= most_keys);
  };
  read_keys(keys, Json::parse(event, within_reason, false));
  return keys;
}

EntryKeys keys_of_stranger(const std::string& event, Problems& problems) {
  EntryKeys keys = keys_of(event);
  const auto& kinds = recorded_kinds();
  if (std::ranges::find(kinds, keys.kind) == kinds.end())
    problems.push_back({{1, 1},
                        keys.kind.empty() ? "an event needs 'kind'" : "this is not a kind of event that Parley knows",
                        fmt::format("known here: {}; a newer Parley may know more", fmt::join(kinds, ", "))});
  return keys;
}

}  // namespace parley
