#include "parley/format/table/table_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "parley/case/check.h"
#include "parley/format/nearest.h"
#include "parley/format/reader/scalars.h"
#include "parley/format/record/event_line.h"
#include "parley/format/table/actor_names.h"
#include "parley/format/table/csv.h"
#include "parley/format/table/date_form.h"
#include "parley/format/table/tally.h"
#include "parley/format/text.h"

namespace parley {
namespace {

using Column = ColumnMap::Column;

/// A part of a row, and where it stands.
struct Part {
  std::string text;
  Place place;
};

/// Something that the map does not know, met in some rows.
struct Unknown {
  Place place;
  std::string message;
  std::string mend;
  std::int64_t rows = 0;
};

std::string counted(std::int64_t rows) { return fmt::format("{} row{}", rows, rows == 1 ? "" : "s"); }

Node scalar(const Part& part) {
  Node node;
  node.text = part.text;
  node.quoted = true;
  node.place = part.place;
  return node;
}

/// The parts of a cell that are not blank.
std::vector<Part> divided(const Part& cell, const std::string& between) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at <= cell.text.size();) {
    const std::size_t end = between.empty() ? std::string::npos : cell.text.find(between, at);
    const auto part = trimmed(std::string_view(cell.text).substr(at, end - at));
    if (!part.empty()) parts.push_back({std::string(part), cell.place});
    if (end == std::string::npos) break;
    at = end + between.size();
  }
  return parts;
}

class TableReader {
 public:
  TableReader(std::string_view text, const ColumnMap& map, EventReader& reader)
      : csv_(text, problems_, map.separator), map_(map), reader_(reader), names_(reader.value(), map) {
    if (!reader.value().parties.empty()) side_ = reader.value().parties.front().id;
  }

  TableEvents read() {
    enter_source();
    if (read_header())
      while (csv_.next(row_)) {
        ++made_.of;
        read_row();
      }
    for (auto& [key, unknown] : unknown_)
      problems_.add({unknown.place, fmt::format("{} ({})", unknown.message, counted(unknown.rows)), unknown.mend});
    made_.problems = problems_.take();
    // A source is nothing to enter when nothing comes from it.
    if (brought_source_ && made_.rows.size() == 1) made_.rows.clear();
    // Rows that are sound alone may contradict one another, or what was there: a text answered before it was tabled.
    if (made_.problems.empty() && !made_.rows.empty()) made_.problems = check(reader_.value());
    if (!made_.problems.empty()) made_.rows.clear();
    made_.left_out = std::move(left_out_).take();
    made_.dropped = std::move(dropped_).take();
    return std::move(made_);
  }

 private:
  // The names of the columns

  bool read_header() {
    if (!csv_.next(row_)) {
      if (problems_.empty()) problems_.add({{1, 1}, "there is no table here", "its first line names the columns"});
      return false;
    }
    width_ = row_.size();
    for (std::size_t i = 0; i < row_.size(); ++i) {
      const std::string name = one_line(row_[i].text);
      if (!columns_.emplace(name, i).second && !name.empty()) twice_.push_back({name, csv_.place(row_[i])});
      if (!name.empty()) listed_.push_back(name);
    }
    for (const ColumnMap::Key& key : map_.keys)
      for (const std::string& name : key.column.names) need(name, key.column.optional);
    for (const ColumnMap::LeaveOut& rule : map_.leave_out) need(rule.column, rule.optional);
    return problems_.empty();
  }

  void need(const std::string& name, bool optional) {
    if (needed_[name]++ > 0) return;
    if (const auto twice = std::ranges::find(twice_, name, &Part::text); twice != twice_.end())
      problems_.add({twice->place, fmt::format("two columns are called {}", in_quotes(name)), "rename one of them"});
    if (optional || columns_.contains(name)) return;
    const auto meant = nearest_word(name, listed_);
    problems_.add({csv_.place(row_.front()), fmt::format("there is no column {} here", in_quotes(name)),
                   fmt::format("{}the columns are {}; those that a table may lack are 'optional: true' in the map",
                               meant ? fmt::format("did you mean {}? ", in_quotes(*meant)) : "", listed(listed_))});
  }

  // Rows

  void read_row() {
    row_place_ = csv_.place(row_.front());
    if (row_.size() != width_) {
      problems_.add(
          {row_place_,
           fmt::format("this row has {} cell{}, the first has {}", row_.size(), row_.size() == 1 ? "" : "s", width_),
           "give every row as many; a cell with a separator or a line end inside stands in quotes"});
      return;
    }
    out_ = false;
    Node event;
    event.kind = Node::Kind::mapping;
    event.place = row_place_;
    TableEvents::Row made;
    for (const ColumnMap::LeaveOut& rule : map_.leave_out)
      if (leaves_out(rule)) return;
    for (const ColumnMap::Key& key : map_.keys) {
      read_key(key, event, made);
      if (out_) return;
    }
    if (map_.source && event.find("from") == nullptr && may_have_source(event)) {
      source_.place = row_place_;
      event.entries.push_back({"from", row_place_, source_});
    }
    add(event, std::move(made));
  }

  /// A source that a row introduces has none itself.
  static bool may_have_source(const Node& event) {
    const Node* kind = event.find("kind");
    return kind == nullptr || kind->text != "source";
  }

  void add(const Node& event, TableEvents::Row made) {
    for (Problem& problem : reader_.read_node(event)) problems_.add(std::move(problem));
    // A table that is wrong is read on for its problems alone.
    if (!problems_.empty() || !unknown_.empty()) return;
    made.line = line_of(event);
    made_.rows.push_back(std::move(made));
  }

  void leave_out(const std::string& why) {
    out_ = true;
    left_out_.count(why);
  }

  bool leaves_out(const ColumnMap::LeaveOut& rule) {
    const auto cell = cell_of(rule.column);
    if (!cell && !columns_.contains(rule.column)) return false;
    const std::string text = cell ? one_line(cell->text) : std::string();
    const auto among = [&](const std::vector<std::string>& words) {
      return std::ranges::find(words, text) != words.end();
    };
    if (rule.filled && cell)
      leave_out(fmt::format("whose {} is filled", in_quotes(rule.column)));
    else if (among(rule.is) || (!rule.is_not.empty() && !among(rule.is_not)))
      leave_out(fmt::format("whose {} is {}", in_quotes(rule.column), text.empty() ? "empty" : in_quotes(text)));
    return out_;
  }

  /// What stands in a column, without blanks at its ends; nothing when that is nothing.
  std::optional<Part> cell_of(const std::string& name) const {
    const auto column = columns_.find(name);
    if (column == columns_.end()) return std::nullopt;
    const CsvCell& cell = row_[column->second];
    const auto text = trimmed(cell.text);
    if (text.empty() || std::ranges::find(map_.empty, text) != map_.empty.end()) return std::nullopt;
    return Part{std::string(text), csv_.place(cell)};
  }

  std::optional<Part> text_of(const Column& column) const {
    if (column.always) return Part{*column.always, row_place_};
    std::optional<Part> all;
    for (const std::string& name : column.names) {
      auto cell = cell_of(name);
      if (!cell) continue;
      if (column.named) cell->text = fmt::format("{}: {}", name, cell->text);
      if (all)
        all->text += column.joined + cell->text;
      else
        all = std::move(cell);
    }
    return all;
  }

  // Keys

  void read_key(const ColumnMap::Key& key, Node& event, TableEvents::Row& made) {
    auto text = text_of(key.column);
    if (!text) return;
    if (key.name == "audience") {
      for (Part& name : divided(*text, key.column.between)) made.audience.push_back(std::move(name.text));
      return;
    }
    const bool list = key.name == "who" || key.name == "through" || (key.name == "to" && !names_a_text(event));
    const bool actor = list || key.name == "by" || (key.name == "of");
    std::vector<Part> parts = list ? divided(*text, key.column.between) : std::vector<Part>{std::move(*text)};
    for (Part& part : parts) {
      translate(key, part);
      if (out_) return;
      if (!key.column.form.empty()) read_date_of(key, part);
      if (actor) read_actor_of(part);
      if (out_) return;
    }
    // A name that was left out leaves an empty part.
    const auto had = parts.size();
    std::erase_if(parts, [](const Part& part) { return part.text.empty(); });
    if (parts.empty() && had > 0 && actor) return leave_out(fmt::format("with nobody of the case in '{}'", key.name));
    if (!parts.empty()) event.entries.push_back({key.name, parts.front().place, node_of_parts(parts)});
  }

  static Node node_of_parts(const std::vector<Part>& parts) {
    if (parts.size() == 1) return scalar(parts.front());
    Node node;
    node.kind = Node::Kind::sequence;
    node.place = parts.front().place;
    for (const Part& part : parts) node.items.push_back(scalar(part));
    return node;
  }

  /// Responses and approvals are `to` a text, all else is to someone.
  static bool names_a_text(const Node& event) {
    const Node* kind = event.find("kind");
    return kind != nullptr && (kind->text == "response" || kind->text == "approval");
  }

  void translate(const ColumnMap::Key& key, Part& part) {
    const Column& column = key.column;
    if (column.always || (column.words.empty() && !column.others)) return;
    const std::string word = one_line(part.text);
    const auto known = column.words.find(word);
    const std::string* meaning = known != column.words.end() ? &known->second
                                 : column.others             ? &*column.others
                                                             : nullptr;
    if (meaning == nullptr) {
      meet(key.name + ' ' + word, part.place, [&] {
        std::vector<std::string> words;
        for (const auto& [theirs, ours] : column.words) words.push_back(theirs);
        return std::pair(fmt::format("{} is not among the words of '{}'", in_quotes(word), key.name),
                         fmt::format("add it to them in the map, {}: {}; known there: {}", in_quotes(word),
                                     leave_out_word, listed(words)));
      });
      if (!column.words.empty()) part.text = column.words.begin()->second;
    } else if (*meaning == leave_out_word) {
      leave_out(
          fmt::format("whose {} is {}", in_quotes(fmt::format("{}", fmt::join(column.names, ", "))), in_quotes(word)));
    } else {
      part.text = *meaning;
    }
  }

  void read_date_of(const ColumnMap::Key& key, Part& part) {
    const auto date = read_in_form(key.column.form, part.text);
    if (date)
      part.text = to_text(*date);
    else
      problems_.add({part.place, fmt::format("{} is not a date of the form {}", in_quotes(part.text), key.column.form),
                     "mend it, or write another 'form' in the map"});
    // For what follows any date will do.
    if (!date) part.text = "2000-01-01";
  }

  void read_actor_of(Part& part) {
    const std::string name = one_line(part.text);
    if (const std::string* id = names_.find(name)) {
      part.text = *id;
      return;
    }
    const std::string why = fmt::format("that name {}, whom the case does not have", in_quotes(name));
    switch (map_.unknown_actors) {
      case ColumnMap::Unknown::leave_out_row:
        return leave_out(why);
      case ColumnMap::Unknown::leave_out_name:
        dropped_.count(why);
        part.text.clear();
        return;
      case ColumnMap::Unknown::problem:
        meet("actor " + name, part.place,
             [&] { return std::pair(fmt::format("{} is nobody in the case", in_quotes(name)), mend_for(name)); });
        // Someone has to stand there, so that the row is not told to lack someone.
        part.text = side_;
    }
  }

  std::string mend_for(const std::string& name) const {
    const auto meant = nearest_word(name.substr(0, most_readable), names_.ids());
    return fmt::format("{}say in the map who it is, actors: {{{}: ID}}; 'unknown-actors' leaves such names or rows out",
                       meant ? fmt::format("did you mean {}? ", *meant) : "", in_quotes(name));
  }

  /// Counts something unknown; `worded` gives its message and mend the first time.
  template <class Worded>
  void meet(const std::string& what, Place place, Worded worded) {
    const auto [entry, fresh] = unknown_.try_emplace(what);
    ++entry->second.rows;
    if (!fresh) return;
    entry->second.place = place;
    // Those that are met later stand later, and are not shown.
    if (unknown_.size() <= ProblemList::most) std::tie(entry->second.message, entry->second.mend) = worded();
  }

  void enter_source() {
    if (!map_.source) return;
    const auto& source = *map_.source;
    source_.text = source.id;
    source_.quoted = true;
    const auto& known = reader_.value().sources;
    if (std::ranges::find(known, source.id, &Source::id) != known.end()) return;
    for (Problem& problem : reader_.read(source.line)) problems_.add({{}, std::move(problem.message), ""});
    made_.rows.push_back({source.line, {}});
    brought_source_ = true;
  }

  static constexpr std::size_t most_readable = 60;

  ProblemList problems_;
  CsvReader csv_;
  const ColumnMap& map_;
  EventReader& reader_;
  ActorNames names_;
  std::string side_;
  Node source_;  ///< the source that the map names
  bool brought_source_ = false;

  std::size_t width_ = 0;
  std::unordered_map<std::string, std::size_t> columns_;
  std::unordered_map<std::string, int> needed_;
  std::vector<std::string> listed_;
  std::vector<Part> twice_;

  std::vector<CsvCell> row_;
  Place row_place_;
  bool out_ = false;  ///< the row is left out

  std::map<std::string, Unknown> unknown_;
  Tally left_out_;
  Tally dropped_;
  TableEvents made_;
};

}  // namespace

TableEvents read_table(std::string_view text, const ColumnMap& map, EventReader& reader) {
  return TableReader(text, map, reader).read();
}

}  // namespace parley
