#include "parley/format/table/column_map.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "parley/format/reader/fields.h"
#include "parley/format/reader/issues.h"
#include "parley/format/reader/scalars.h"
#include "parley/format/record/event_line.h"
#include "parley/format/table/actor_names.h"
#include "parley/format/table/date_form.h"
#include "parley/format/text.h"
#include "parley/format/yaml.h"

namespace parley {
namespace {

const std::vector<std::pair<std::string, char>> separators{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}};
const std::vector<std::string> policies{"problem", "leave out the name", "leave out the row"};
constexpr std::size_t most_names = 100'000;
const std::vector<std::string> lists{"who", "to", "through", "audience"};
const std::vector<std::string> dates{"date", "until", "asked", "due", "answered"};

bool is_one_of(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Text as it stands, blanks at its ends included.
std::string exact_text(Reading& r, const Node* node, std::string otherwise) {
  if (node == nullptr) return otherwise;
  if (node->kind == Node::Kind::scalar && !node->text.empty()) return node->text;
  r.report(node->place, fmt::format("text is expected here, and {} stands here", shown(*node)));
  return otherwise;
}

std::vector<std::string> lines(Reading& r, const Node* node, std::string_view what) {
  std::vector<std::string> all;
  for (const Node& item : read_one_or_items(r, node, what))
    if (auto line = read_line(r, item, "text")) all.push_back(std::move(*line));
  return all;
}

std::string known_word(Reading& r, const Node& node) { return read_line(r, node, "a word").value_or(""); }

/// What gives a key, from its block; a name alone is a column.
class ColumnReader {
 public:
  ColumnReader(Reading& r, const Node::Entry& entry) : r_(r), entry_(entry) {}

  ColumnMap::Column read() {
    ColumnMap::Column column;
    if (entry_.value.kind == Node::Kind::scalar) {
      column.names.push_back(read_line(r_, entry_.value, "the name of a column").value_or(""));
      return column;
    }
    const Fields fields(r_, entry_.value, "column");
    read_names(fields, column);
    read_words(fields, column);
    column.between = exact_text(r_, fields.find("between"), {});
    column.form = fields.line(r_, "form");
    belongs(fields, "between", is_one_of(lists, entry_.key), "only who, to, through and audience are several things");
    belongs(fields, "form", is_one_of(dates, entry_.key), "only a date has a form");
    if (!column.form.empty() && !is_date_form(column.form))
      r_.report(fields.find("form")->place, fmt::format("{} is no form of dates", in_quotes(column.form)),
                "write it with year, month and day, such as day.month.year or yearmonthday");
    return column;
  }

 private:
  void read_names(const Fields& fields, ColumnMap::Column& column) {
    if (const Node* node = fields.find("column"))
      column.names.push_back(read_line(r_, *node, "the name of a column").value_or(""));
    if (const Node* node = fields.find("columns")) column.names = lines(r_, node, "the columns of a key");
    if (fields.has("always")) column.always = fields.line(r_, "always");
    const int ways = static_cast<int>(fields.has("column")) + static_cast<int>(fields.has("columns")) +
                     static_cast<int>(fields.has("always"));
    if (fields.is_block() && ways != 1)
      r_.report(fields.place(), fmt::format("'{}' needs one of 'column', 'columns' and 'always'", entry_.key),
                "write {column: NAME}, or the name alone");
    column.joined = exact_text(r_, fields.find("joined"), column.joined);
    if (const Node* node = fields.find("named")) column.named = read_yes_or_no(r_, *node);
    if (const Node* node = fields.find("optional")) column.optional = read_yes_or_no(r_, *node);
  }

  void read_words(const Fields& fields, ColumnMap::Column& column) {
    for (const Node::Entry& word : read_entries(r_, fields.find("words"), "words"))
      column.words[one_line(word.key)] = known_word(r_, word.value);
    if (const Node* node = fields.find("others")) column.others = known_word(r_, *node);
  }

  void belongs(const Fields& fields, std::string_view key, bool allowed, std::string_view rule) {
    if (const Node* node = fields.find(key); node != nullptr && !allowed)
      r_.report(node->place, std::string(rule), fmt::format("remove '{}'", key));
  }

  Reading& r_;
  const Node::Entry& entry_;
};

void set_key(ColumnMap& map, const std::string& name, ColumnMap::Column column) {
  const auto found = std::ranges::find(map.keys, name, &ColumnMap::Key::name);
  if (found != map.keys.end())
    found->column = std::move(column);
  else
    map.keys.push_back({name, std::move(column)});
}

void read_keys(Reading& r, const Node* node, ColumnMap& map) {
  for (const Node::Entry& entry : read_entries(r, node, "keys")) {
    if (!is_one_of(column_keys(), entry.key)) {
      r.report_unknown(entry.place, "a key that a column can give", entry.key, column_keys());
      continue;
    }
    if (entry.value.missing())
      r.report(entry.place, fmt::format("'{}' has no column", entry.key), "name one, or remove the key");
    else
      set_key(map, entry.key, ColumnReader(r, entry).read());
  }
  std::ranges::sort(map.keys, {}, [](const ColumnMap::Key& key) {
    return std::ranges::find(column_keys(), key.name) - column_keys().begin();
  });
}

void read_leave_out(Reading& r, const Node* node, ColumnMap& map) {
  for (const Node& item : read_items(r, node, "rows that are left out")) {
    const Fields fields(r, item, "left out");
    ColumnMap::LeaveOut rule;
    rule.column = fields.line(r, "column");
    rule.is = lines(r, fields.find("is"), "what stands there");
    rule.is_not = lines(r, fields.find("is-not"), "what stands there");
    if (const Node* filled = fields.find("filled")) rule.filled = read_yes_or_no(r, *filled);
    if (const Node* optional = fields.find("optional")) rule.optional = read_yes_or_no(r, *optional);
    if (fields.is_block() && rule.is.empty() && rule.is_not.empty() && !rule.filled)
      r.report(fields.place(), "this does not say which rows", "write 'is', 'is-not' or 'filled: true'");
    map.leave_out.push_back(std::move(rule));
  }
}

std::optional<ColumnMap::TableSource> read_table_source(Reading& r, const Node* node) {
  if (node == nullptr) return std::nullopt;
  const bool sound = r.problems.empty();
  const Fields fields(r, *node, "table source");
  if (!fields.is_block() || !fields.has("id") || (sound && !r.problems.empty())) return std::nullopt;
  Node::Entry source{fields.line(r, "id"), fields.find("id")->place, *node};
  std::erase_if(source.value.entries, [](const Node::Entry& entry) { return entry.key == "id"; });
  Node block;
  block.kind = Node::Kind::mapping;
  block.entries.push_back(source);
  Words words;
  read_named(r, &block, "a source", words);
  read_source(r, source);

  Node event = *node;
  Node kind;
  kind.text = "source";
  event.entries.insert(event.entries.begin(), {"kind", node->place, kind});
  return ColumnMap::TableSource{source.key, line_of(event)};
}

ColumnMap start_of(Reading& r, const Fields& fields) {
  const Node* like = fields.find("like");
  if (like == nullptr) return {};
  const int which = read_word(r, *like, "a map that ships with Parley", built_in_maps());
  if (which < 0) return {};
  return built_in_map(built_in_maps()[static_cast<std::size_t>(which)]).value_or(ColumnMap());
}

ColumnMap read_map(Reading& r, const Node& root) {
  const Fields fields(r, root, "column map");
  ColumnMap map = start_of(r, fields);
  if (const Node* node = fields.find("separator")) {
    std::vector<std::string> words;
    for (const auto& [word, separator] : separators) words.push_back(word);
    if (const int which = read_word(r, *node, "a separator", words); which >= 0)
      map.separator = separators[static_cast<std::size_t>(which)].second;
  }
  if (const Node* node = fields.find("empty")) map.empty = lines(r, node, "texts that stand for an empty cell");
  read_keys(r, fields.find("keys"), map);
  for (const Node::Entry& entry : read_entries(r, fields.find("actors"), "actors", most_names))
    map.actors[one_line(entry.key)] = {known_word(r, entry.value), entry.value.place};
  if (const Node* node = fields.find("unknown-actors"))
    map.unknown_actors =
        static_cast<ColumnMap::Unknown>(std::max(0, read_word(r, *node, "what becomes of unknown actors", policies)));
  read_leave_out(r, fields.find("leave-out"), map);
  map.source = read_table_source(r, fields.find("source"));
  if (fields.is_block() && std::ranges::find(map.keys, "kind", &ColumnMap::Key::name) == map.keys.end())
    r.report(fields.find("keys") != nullptr ? fields.find("keys")->place : root.place,
             "the map does not say what kind the events are",
             "add to 'keys' a column, kind: COLUMN, or one kind for all, kind: {always: meeting}");
  return map;
}

}  // namespace

const std::vector<std::string>& column_keys() {
  static const std::vector<std::string> keys{
      "kind",    "date", "id",      "name",   "title",  "grade", "assumptions", "who",     "to",
      "through", "by",   "of",      "parent", "answer", "asked", "due",         "until",   "answered",
      "where",   "what", "finding", "uptake", "result", "from",  "note",        "audience"};
  return keys;
}

ColumnMapFile read_column_map(std::string_view text) {
  Reading r;
  Yaml yaml = read_yaml(text);
  for (Problem& problem : yaml.problems) r.problems.add(std::move(problem));
  if (!yaml.root && r.problems.empty())
    r.report({1, 1}, "there is no column map here", "write 'keys:' and below it a line such as 'date: Event Date'");
  ColumnMapFile file;
  if (yaml.root) file.value = read_map(r, *yaml.root);
  file.problems = r.problems.take();
  if (!file.problems.empty()) file.value.reset();
  return file;
}

Problems check_column_map(const ColumnMap& map, const Case& c) {
  Reading r;
  const ActorNames names(c, map);
  for (const auto& [name, actor] : map.actors)
    if (!names.is_id(actor.id))
      r.report_unknown(actor.place, "a party, principal or third party of the case", actor.id, names.ids());
  return r.problems.take();
}

}  // namespace parley
