#include <fmt/core.h>

#include <filesystem>
#include <fstream>

#include "../output.h"
#include "../refuse.h"
#include "parley/talks/json_lines.h"
#include "parley/talks/keys.h"
#include "record.h"
#include "signature.h"

namespace parley::cli {
namespace {

struct Import {
  std::string talks;
  std::string file;
  std::string key;
};

/// Whether a record has to be made first.
bool is_new(const std::string& talks) { return !talks.starts_with("postgres") && !std::filesystem::exists(talks); }

void import_record(const Import& asked) {
  if (!asked.key.empty()) check_signed(asked.file, asked.key);
  std::ifstream in(asked.file, std::ios::binary);
  const bool fresh = is_new(asked.talks);
  if (fresh) {
    const JsonLinesImport found = check_json_lines(in, keys_of_stranger);
    if (!found.problems.empty()) refuse(asked.file, found.problems);
    in = std::ifstream(asked.file, std::ios::binary);
  }
  const auto store = open_talks(asked.talks, fresh ? OpenMode::create : OpenMode::write);
  const JsonLinesImport done = with_store([&] { return import_json_lines(in, *store, keys_of_stranger); });
  if (!done.problems.empty()) refuse(asked.file, done.problems);
  const std::int64_t known = done.entries - done.added;
  complain(fmt::format("Imported {} entr{}{}.\n", done.added, done.added == 1 ? "y" : "ies",
                       known == 0 ? "" : fmt::format("; {} were there already", known)));
}

}  // namespace

void add_record_import(CLI::App& record) {
  auto asked = std::make_shared<Import>();
  CLI::App& command = *record.add_subcommand("import", "A record that was exported, or what it has more than this one");
  command.add_option("TALKS", asked->talks, "where to keep it; made when it is not there")
      ->required()
      ->option_text(" ");
  command.add_option("FILE", asked->file, "JSON Lines, as export writes them")
      ->required()
      ->option_text(" ")
      ->check(CLI::ExistingFile);
  command.add_option("--signed-by", asked->key, "only if FILE.sig was signed with this public key")
      ->option_text("FILE");
  command.footer(R"(The whole file is checked first. It has to go on from the record's end, or be the same record and
longer: so it can be run again, and two copies of one record can be brought together when only one
of them went on.

Examples:
  parley record import talks.db talks.jsonl
  parley record import talks.db talks.jsonl --signed-by team.key.pub)");
  command.callback([asked] { import_record(*asked); });
}

}  // namespace parley::cli
