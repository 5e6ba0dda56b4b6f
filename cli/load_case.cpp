#include "load_case.h"

#include <fmt/format.h>

#include <utility>

#include "failure.h"
#include "output.h"
#include "parley/format/case_file.h"
#include "parley/format/load.h"
#include "parley/render/text.h"
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

}  // namespace

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
  return std::move(*loaded.value);
}

}  // namespace parley::cli
