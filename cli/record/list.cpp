#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "../output.h"
#include "filter.h"
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

std::string line_for(const Entry& entry) {
  const Json event = Json::parse(entry.event, nullptr, false);
  if (!event.is_object()) return fmt::format("{:>6}  (not an event)\n", entry.number);
  std::string line =
      fmt::format("{:>6}  {:<12}  {:<14}  {}", entry.number, word(event, "date"), word(event, "kind"), gist(event));
  if (const auto from = word(event, "from"); !from.empty()) line += fmt::format("  ({})", from);
  if (!entry.audience.empty()) line += fmt::format("  [only {}]", fmt::join(entry.audience, ", "));
  return printable(line) + "\n";
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
  for (const Entry& entry : page.entries) print(line_for(entry));
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
  command.callback([asked] { list(*asked); });
}

}  // namespace parley::cli
