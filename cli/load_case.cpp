#include "load_case.h"

#include <fmt/core.h>

#include <utility>

#include "failure.h"
#include "moment.h"
#include "output.h"
#include "parley/case/check.h"
#include "parley/format/case_file.h"
#include "parley/format/load.h"
#include "parley/render/text.h"
#include "parley/talks/replay.h"
#include "record/record.h"
#include "refuse.h"

namespace parley::cli {
namespace {

Loaded loaded_from(const CaseSource& from) {
  // More than a case may have: the reader says so when it is too much, and nobody waits for an endless stream.
  constexpr std::size_t enough = 8 << 20;
  if (!is_standard(from.path)) return load(from.path, {from.profiles.begin(), from.profiles.end()});
  CaseFile read = read_case(read_standard_input(enough));
  Loaded loaded;
  loaded.value = std::move(read.value);
  if (!loaded.value) loaded.wrong.push_back({"-", std::move(read.problems)});
  return loaded;
}

/// The reader's one problem without a place: nothing could be read.
bool unreadable(const Loaded& loaded) {
  return loaded.wrong.size() == 1 && loaded.wrong[0].problems.size() == 1 &&
         loaded.wrong[0].problems[0].place == Place();
}

std::string place_in(const std::string& record, std::int64_t number) {
  return fmt::format("{}, entry {}", record, number);
}

Case with_record(Case base, const CaseSource& from) {
  Moment moment;
  if (!from.known_by.empty()) moment.known_by = parse_moment(from.known_by);
  if (!from.viewers.empty()) moment.viewer = from.viewers;
  const auto store = open_talks(from.record, OpenMode::read);
  Replayed told = with_store([&] { return replay(std::move(base), entries_of(*store), moment); });
  for (const Replayed::Wrong& wrong : told.wrong) complain_of(place_in(from.record, wrong.number), wrong.problems);
  if (!told.wrong.empty()) throw Failure(Exit::wrong_case, "");
  if (const Problems problems = check(told.value); !problems.empty()) refuse(from.record, problems);
  return std::move(told.value);
}

}  // namespace

void add_record_options(CLI::App& command, CaseSource& from) {
  auto* record =
      command.add_option("--record", from.record, "with what this record of the talks says")->option_text("TALKS");
  command.add_option("--known-by", from.known_by, "only what had been entered by then")
      ->option_text("DATE")
      ->needs(record);
  command.add_option("--viewer", from.viewers, "only what this viewer may see; may be repeated")
      ->option_text("NAME")
      ->expected(1)
      ->take_all()
      ->needs(record);
}

void add_case(CLI::App& command, CaseSource& from) {
  command.add_option("CASE", from.path, "a case file, or a domain's folder; - reads standard input")
      ->required()
      ->option_text(" ");
  command.add_option("--profile", from.profiles, "of a domain: this profile is a party; may be repeated")
      ->option_text("FILE")
      ->expected(1)
      ->take_all();
}

Case load_case(const CaseSource& from) {
  Loaded loaded = loaded_from(from);
  if (!loaded.value && unreadable(loaded)) {
    const Problem& problem = loaded.wrong[0].problems[0];
    throw Failure(Exit::wrong_call, printable(problem.message) + (problem.mend.empty() ? "" : "; " + problem.mend));
  }
  for (const Loaded::File& file : loaded.wrong) complain_of(file.path.string(), file.problems);
  if (!loaded.value) throw Failure(Exit::wrong_case, "");
  for (const Loaded::File& file : loaded.wrong)
    complain(fmt::format("left out: {}, for the mistakes above\n", printable(file.path.filename().string())));
  for (const std::string& note : loaded.notes) complain(fmt::format("note: {}\n", printable(note)));
  if (from.record.empty()) return std::move(*loaded.value);
  return with_record(std::move(*loaded.value), from);
}

}  // namespace parley::cli
