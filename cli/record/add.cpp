#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>

#include "../load_case.h"
#include "../output.h"
#include "../refuse.h"
#include "parley/case/check.h"
#include "parley/format/reader/scalars.h"
#include "parley/format/record/event_reader.h"
#include "parley/render/text.h"
#include "parley/talks/keys.h"
#include "parley/talks/replay.h"
#include "record.h"
#include "table_rows.h"

namespace parley::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Addition {
  std::string talks;
  CaseSource from;
  std::string kind;
  std::vector<std::string> terms;
  std::string file;
  TableCall table;
  std::vector<std::string> audience;
  std::string by;
};

/// "who=qatar,egypt": some keys take a list of words; "of=12": whole numbers are numbers.
Json value_of(const std::string& key, const std::string& text) {
  const bool list = key == "who" || key == "through" || key.starts_with("open.");
  if (!list) {
    const auto whole = parse_whole(text);
    return whole && std::to_string(*whole) == text ? Json(*whole) : Json(text);
  }
  Json words = Json::array();
  for (const std::string& word : CLI::detail::split(text, key.starts_with("open.") ? '|' : ',')) words.push_back(word);
  return words;
}

/// The event that KIND and KEY=VALUE describe. `terms.prisoners=700` is a key of the block `terms`.
Json described(const Addition& asked) {
  Json event{{"kind", asked.kind}};
  for (const std::string& term : asked.terms) {
    const auto equals = term.find('=');
    if (equals == std::string::npos || equals == 0)
      throw Failure(Exit::wrong_call, fmt::format("{}: write KEY=VALUE, such as date=2024-03-24", printable(term)));
    const std::string key = term.substr(0, equals);
    const Json value = value_of(key, term.substr(equals + 1));
    const auto dot = key.find('.');
    if (dot == std::string::npos)
      event[key] = value;
    else if (key.starts_with("open."))
      event["open"].push_back({{key.substr(dot + 1), value}});
    else
      event[key.substr(0, dot)][key.substr(dot + 1)] = value;
  }
  return event;
}

/// What is to be entered, as it was written: a table, or text.
struct Intake {
  std::optional<EventTable> table;
  std::string text;
};

std::string text_of(const Addition& asked) {
  // More than a file of events should have: the reader says so when it is too much.
  constexpr std::size_t enough = 8 << 20;
  if (asked.file.empty()) return described(asked).dump();
  return is_standard(asked.file) ? read_standard_input(enough) : read_file(asked.file, enough);
}

Intake intake_of(const Addition& asked, const Case& base) {
  if (!asked.table.file.empty()) return {load_table(asked.table, base), {}};
  return {{}, text_of(asked)};
}

/// The same as lines; ends the program, with every mistake in it, when it is wrong.
std::vector<std::string> lines_of(const Addition& asked, const std::string& text, EventReader& reader) {
  EventReader::Written written = reader.read_written(text);
  const bool file = !asked.file.empty();
  // What stands on a command line has no line and column.
  if (!file)
    for (Problem& problem : written.problems) problem.place = {};
  if (!written.problems.empty()) refuse(file ? asked.file : "record add", written.problems);
  return std::move(written.lines);
}

Draft draft(std::string line, std::vector<std::string> audience, const Addition& asked) {
  EntryKeys keys = keys_of(line);
  return {std::move(line), std::move(audience), asked.by, std::move(keys)};
}

/// What is to be entered. Whoever may see a row of a table, the table says first.
std::vector<Draft> drafts_of(const Addition& asked, const Intake& intake, TableEvents& rows, EventReader& reader) {
  std::vector<Draft> drafts;
  if (intake.table) {
    rows = read_rows(*intake.table, reader);
    for (TableEvents::Row& row : rows.rows)
      drafts.push_back(draft(std::move(row.line), row.audience.empty() ? asked.audience : row.audience, asked));
  } else {
    for (std::string& line : lines_of(asked, intake.text, reader))
      drafts.push_back(draft(std::move(line), asked.audience, asked));
  }
  return drafts;
}

/// A correction may leave others without what they speak of: then it is refused.
void check_corrections(const Case& base, std::vector<Entry>& entries, const std::vector<Draft>& drafts) {
  if (std::ranges::none_of(drafts, [](const Draft& draft) { return draft.keys.kind == "correction"; })) return;
  const std::size_t wrong_before = replay(base, entries).wrong.size();
  for (const Draft& draft : drafts) {
    Entry entry;
    entry.number = entries.empty() ? 1 : entries.back().number + 1;
    entry.event = draft.event;
    entries.push_back(std::move(entry));
  }
  const Replayed after = replay(base, entries);
  if (const Problems problems = check(after.value); !problems.empty()) refuse("record add", problems);
  if (after.wrong.size() <= wrong_before) return;
  for (const Replayed::Wrong& wrong : after.wrong)
    for (const Problem& problem : wrong.problems)
      complain(fmt::format("entry {}: {}\n", wrong.number, printable(problem.message)));
  throw Failure(Exit::wrong_case, "");
}

/// One attempt; throws HeadMoved when somebody else was quicker.
std::vector<Entry> enter(const Case& base, const Addition& asked, const Intake& intake, TableEvents& rows,
                         Store& store) {
  auto entries = entries_of(store);
  const Head head = entries.empty() ? Head{} : Head{entries.back().number, entries.back().hash};
  EventReader reader(replay(base, entries).value);
  const std::vector<Draft> drafts = drafts_of(asked, intake, rows, reader);
  if (drafts.empty()) return {};
  check_corrections(base, entries, drafts);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return store.append(drafts, now, head);
}

void add(const Addition& asked) {
  const Case base = load_case(asked.from);
  const auto store = open_talks(asked.talks, OpenMode::write);
  const Intake intake = intake_of(asked, base);
  TableEvents rows;
  // What somebody else has entered meanwhile may bear on what is to be entered: it is all read again.
  constexpr int most_tries = 10;
  const auto entered = with_store([&] {
    for (int tries = 1; tries < most_tries; ++tries) {
      try {
        return enter(base, asked, intake, rows, *store);
      } catch (const HeadMoved&) {
        continue;
      }
    }
    return enter(base, asked, intake, rows, *store);
  });
  tell_left_out(rows);
  if (entered.empty())
    complain("There was nothing to enter.\n");
  else if (entered.size() == 1)
    complain(fmt::format("Entered as number {}.\n", entered.front().number));
  else
    complain(fmt::format("Entered as numbers {} to {}.\n", entered.front().number, entered.back().number));
}

}  // namespace

void add_record_add(CLI::App& record) {
  auto asked = std::make_shared<Addition>();
  CLI::App& command = *record.add_subcommand("add", "Add an event, or a file of them");
  add_talks(command, asked->talks);
  add_case(command, asked->from);
  auto* kind = command.add_option("KIND", asked->kind, "what it is, one of the kinds below")->option_text(" ");
  command.add_option("KEY=VALUE", asked->terms, "what is known of it, with the keys of a case file")->option_text(" ");
  command.add_option("--file", asked->file, "events from a file, YAML or JSON; - reads standard input")
      ->option_text("FILE")
      ->excludes(kind);
  add_table(command, asked->table)->excludes(kind)->excludes("--file");
  command.add_option("--audience", asked->audience, "who may see it (default: everyone); may be repeated")
      ->option_text("NAME")
      ->expected(1)
      ->take_all();
  command.add_option("--entered-by", asked->by, "who enters it")->option_text("NAME");
  command.footer(kinds_in_words() + R"(Examples:
  parley record add talks.db case.yaml response to=doha by=hamas answer=reject date=2024-03
  parley record add talks.db case.yaml proposal id=cairo parent=doha terms.prisoners=800
  parley record add talks.db case.yaml correction of=12 why="it did not take place"
  parley record add talks.db case.yaml --file events.yaml
  parley record add talks.db case.yaml --table press.csv --columns press.columns.yaml)");
  command.callback([asked] {
    if (asked->kind.empty() && asked->file.empty() && asked->table.file.empty())
      throw Failure(Exit::wrong_call, "say what happened: a KIND and what is known of it, --file, or --table");
    add(*asked);
  });
}

}  // namespace parley::cli
