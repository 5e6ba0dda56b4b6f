#include "record.h"

#include <algorithm>

#include "../commands.h"
#include "../refuse.h"
#include "parley/format/record/event_reader.h"
#include "parley/talks/lines_store.h"

namespace parley::cli {

void add_record(CLI::App& app) {
  CLI::App& record = *app.add_subcommand("record", "The record of the talks: add to it, list it, verify it");
  record.group("Beside them")->require_subcommand(1);
  record.footer(
      R"(A record is one file (SQLite), or a PostgreSQL database for a team. It is only ever added to: what was
entered wrongly is set right by a correction, and both stay.

Examples:
  parley record create talks.db --from cases/gaza-2024-03.yaml
  parley record add talks.db cases/gaza-2024-03.yaml meeting date=2024-04-02 who=qatar,egypt from=report
  parley record list talks.db --kind meeting --since 2024-03
  parley record verify talks.db
  parley record export talks.db talks.jsonl
  parley standing cases/gaza-2024-03.yaml --record talks.db --as-of 2024-03-26)");
  add_record_create(record);
  add_record_add(record);
  add_record_list(record);
  add_record_verify(record);
  add_record_export(record);
  add_record_import(record);
  add_record_keys(record);
  add_record_table(record);
}

void add_talks(CLI::App& command, std::string& where) {
  command.add_option("TALKS", where, "where it is kept: a file, or postgresql://user@host/database")
      ->required()
      ->option_text(" ");
}

std::string kinds_in_words() {
  std::string text = "Kinds:";
  std::size_t column = text.size();
  for (const std::string& kind : recorded_kinds()) {
    if (column + kind.size() > 98) {
      text += "\n ";
      column = 1;
    }
    text += " " + kind;
    column += 1 + kind.size();
  }
  return text + "\n\n";
}

std::unique_ptr<Store> open_talks(const std::string& where, OpenMode mode) {
  if (mode != OpenMode::read || !is_json_lines(where)) return with_store([&] { return open_store(where, mode); });
  LinesOpened opened = with_store([&] { return open_json_lines(where); });
  if (!opened.store) refuse(where, opened.problems);
  return std::move(opened.store);
}

std::vector<Entry> entries_of(Store& store) {
  // No more than is usual: what a damaged record says of its length is not to be trusted.
  constexpr std::int64_t usual = 1'000'000;
  std::vector<Entry> entries;
  entries.reserve(static_cast<std::size_t>(std::min(store.head().number, usual)));
  store.each(1, [&](const Entry& entry) {
    entries.push_back(entry);
    return true;
  });
  return entries;
}

}  // namespace parley::cli
