#include "parley/talks/record_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "parley/format/reader/scalars.h"
#include "parley/format/table/csv.h"
#include "parley/format/table/plover.h"
#include "parley/talks/chain.h"
#include "parley/talks/utc.h"

namespace parley {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array keys{"kind",    "date", "id",      "name",   "title",  "grade", "assumptions", "who",   "to",
                          "through", "by",   "of",      "parent", "answer", "asked", "due",         "until", "answered",
                          "where",   "what", "finding", "uptake", "result", "why",   "from",        "note"};

constexpr std::size_t page = 4096;

/// A list in one cell, and whether its things can be told apart again.
struct ListCell {
  std::string text;
  bool whole = true;
};

ListCell in_one_cell(const std::vector<std::string>& things) {
  const auto blurs = [](const std::string& thing) {
    return thing.empty() || thing.find(';') != std::string::npos || trimmed(thing) != thing;
  };
  return {fmt::format("{}", fmt::join(things, "; ")), std::ranges::none_of(things, blurs)};
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

std::optional<ListCell> cell_of(const Json& value) {
  if (value.is_object()) return std::nullopt;
  if (!value.is_array()) return ListCell{text_of(value)};
  std::vector<std::string> things;
  for (const Json& item : value) {
    if (item.is_structured()) return std::nullopt;
    things.push_back(text_of(item));
  }
  return in_one_cell(things);
}

/// The keys of an event as cells, and the names of those that have no cell.
struct Cells {
  std::map<std::string, std::string> cells;
  std::vector<std::string> not_carried;
};

Cells cells_of(const Json& event) {
  Cells made;
  if (!event.is_object()) made.not_carried.emplace_back("the event, which cannot be read");
  if (!event.is_object()) return made;
  for (const auto& [key, value] : event.items()) {
    const bool known = std::ranges::find(keys, key) != keys.end();
    auto cell = known ? cell_of(value) : std::nullopt;
    if (!cell || !cell->whole) made.not_carried.push_back(key);
    if (cell) made.cells[key] = std::move(cell->text);
  }
  return made;
}

/// For each entry that was corrected the number of its latest correction.
std::map<std::int64_t, std::int64_t> corrections(Store& store, const EntryFilter& shown) {
  std::map<std::int64_t, std::int64_t> latest;
  EntryFilter filter;
  filter.kinds = {"correction"};
  filter.viewer = shown.viewer;
  filter.known_by = shown.known_by;
  for (std::int64_t after = 0;;) {
    const EntryPage found = store.list(filter, after, page);
    for (const Entry& entry : found.entries) {
      const Json event = Json::parse(entry.event, nullptr, false);
      const auto of = parse_whole(cells_of(event).cells["of"]);
      if (of) latest[*of] = entry.number;
    }
    if (!found.more) return latest;
    after = found.entries.back().number;
  }
}

}  // namespace

const std::vector<std::string>& record_table_columns() {
  static const std::vector<std::string> columns = [] {
    std::vector<std::string> all{"number", "entered", "entered by", "audience"};
    all.insert(all.end(), keys.begin(), keys.end());
    all.insert(all.end(), {"plover class", "plover mode", "corrected by", "not carried", "hash"});
    return all;
  }();
  return columns;
}

std::vector<std::string> record_table_row(const Entry& entry, std::int64_t corrected_by) {
  Cells cells = cells_of(Json::parse(entry.event, nullptr, false));
  const auto audience = in_one_cell(entry.audience);
  if (!audience.whole) cells.not_carried.emplace_back("audience");
  const auto plover = plover_class(cells.cells["kind"], cells.cells["answer"], cells.cells.contains("through"));
  std::vector<std::string> row{std::to_string(entry.number), to_utc(entry.entered).value_or(""), entry.by,
                               audience.text};
  for (const auto* key : keys) row.push_back(cells.cells[key]);
  row.emplace_back(plover ? plover->name : "");
  row.emplace_back(plover ? plover->mode : "");
  row.push_back(corrected_by > 0 ? std::to_string(corrected_by) : "");
  row.push_back(fmt::format("{}", fmt::join(cells.not_carried, ", ")));
  row.push_back(to_hex(entry.hash));
  return row;
}

RecordTable write_record_table(Store& store, const EntryFilter& filter,
                               const std::function<void(std::string_view)>& out) {
  const auto latest = corrections(store, filter);
  RecordTable made;
  std::string text;
  write_csv_row(text, record_table_columns());
  for (std::int64_t after = 0;;) {
    const EntryPage found = store.list(filter, after, page);
    for (const Entry& entry : found.entries) {
      const auto correction = latest.find(entry.number);
      const auto row = record_table_row(entry, correction == latest.end() ? 0 : correction->second);
      if (const std::string& lost = row[row.size() - 2]; !lost.empty()) ++made.not_carried[lost];
      write_csv_row(text, row);
      ++made.rows;
    }
    out(text);
    if (!found.more) return made;
    text.clear();
    after = found.entries.back().number;
  }
}

}  // namespace parley
