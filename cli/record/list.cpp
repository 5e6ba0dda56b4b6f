#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "../output.h"
#include "../screen.h"
#include "filter.h"
#include "parley/render/page.h"
#include "parley/render/text.h"
#include "parley/talks/chain.h"
#include "parley/talks/utc.h"
#include "record.h"

namespace parley::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Listing {
  std::string talks;
  Wanted wanted;
  std::int64_t after = 0;
  std::size_t most = 50;
  bool json = false;
};

std::string word(const Json& event, const char* key) {
  const auto found = event.find(key);
  if (found == event.end() || found->is_null()) return {};
  if (found->is_string()) return *found;
  if (!found->is_array()) return found->dump();
  std::string all;
  for (const Json& item : *found)
    all += (all.empty() ? "" : ", ") + (item.is_string() ? item.get<std::string>() : item.dump());
  return all;
}

/// "hamas to doha: reject", "qatar, egypt in Doha: ...": what an event is about, in its own words.
std::string gist(const Json& event) {
  std::string text;
  for (const char* who : {"who", "by", "id"})
    if (const auto words = word(event, who); !words.empty()) text += (text.empty() ? "" : " ") + words;
  const bool corrects = word(event, "kind") == "correction";
  if (const auto of = word(event, "of"); !of.empty()) text += (corrects ? "entry " : " ") + of;
  if (const auto to = word(event, "to"); !to.empty()) text += " to " + to;
  if (const auto where = word(event, "where"); !where.empty()) text += " in " + where;
  for (const char* what : {"answer", "finding", "what", "name", "title", "why"})
    if (const auto words = word(event, what); !words.empty()) text += (text.empty() ? "" : ": ") + words;
  return text;
}

/// When it happened; of a correction, when what it corrects did.
std::string date_of(const Json& event) {
  const std::string kind = word(event, "kind");
  const auto corrected = event.find("event");
  if (kind == "correction" && corrected != event.end() && corrected->is_object()) return date_of(*corrected);
  return word(event, kind == "approval" ? "asked" : "date");
}

std::vector<Cell> row_of(const Entry& entry) {
  const Json event = Json::parse(entry.event, nullptr, false);
  std::vector<Cell> row{{fmt::format("{}", entry.number)}};
  if (!event.is_object()) {
    row.insert(row.end(), {{}, {}, {"not an event"}, {}});
    return row;
  }
  const std::string audience = entry.audience.empty() ? "" : fmt::format(" [only {}]", fmt::join(entry.audience, ", "));
  row.insert(row.end(), {{date_of(event)}, {word(event, "kind")}, {gist(event) + audience}, {word(event, "from")}});
  return row;
}

std::string page_of(const std::vector<Entry>& entries) {
  Page page;
  page.style = style_for("-", "auto");
  Table table{{{"", true}, {"date"}, {"kind"}, {"what"}, {"source"}}, {}, 0};
  for (const Entry& entry : entries) table.rows.push_back(row_of(entry));
  add_table(page, table);
  return page.text;
}

Json json_of(const Entry& entry) {
  return {
      {"number", entry.number},     {"entered", to_utc(entry.entered).value_or("")},     {"by", entry.by},
      {"audience", entry.audience}, {"event", Json::parse(entry.event, nullptr, false)}, {"hash", to_hex(entry.hash)}};
}

void list(const Listing& asked) {
  const auto store = open_talks(asked.talks, OpenMode::read);
  const EntryPage page = with_store([&] { return store->list(asked.wanted.entries(), asked.after, asked.most); });
  if (asked.json) {
    Json entries = Json::array();
    for (const Entry& entry : page.entries) entries.push_back(json_of(entry));
    print(Json{{"entries", entries}, {"more", page.more}}.dump(2) + "\n");
    return;
  }
  if (!page.entries.empty()) print(page_of(page.entries));
  if (page.entries.empty()) complain("Nothing in the record is like that.\n");
  if (page.more) complain(fmt::format("There are more: --after {}\n", page.entries.back().number));
}

}  // namespace

void add_record_list(CLI::App& record) {
  auto asked = std::make_shared<Listing>();
  CLI::App& command = *record.add_subcommand("list", "What was entered, by number");
  add_talks(command, asked->talks);
  add_wanted(command, asked->wanted);
  command.add_option("--after", asked->after, "from behind this number")->option_text("NUMBER");
  command.add_option("--most", asked->most, "so many at a time (50)")
      ->option_text("COUNT")
      ->check(CLI::Range(1, 10000));
  command.add_flag("--json", asked->json, "the list for programs");
  command.footer(kinds_in_words() + R"(Examples:
  parley record list talks.db --who hamas --kind response --since 2024-03
  parley record list talks.db --search "no agreement" --json
  parley record list cases/talks/gaza-2024-03.jsonl --kind meeting)");
  command.callback([asked] { list(*asked); });
}

}  // namespace parley::cli
