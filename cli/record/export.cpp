#include <fmt/core.h>

#include <fstream>
#include <sstream>

#include "../output.h"
#include "../refuse.h"
#include "parley/talks/json_lines.h"
#include "parley/talks/signed_export.h"
#include "record.h"

namespace parley::cli {
namespace {

struct Export {
  std::string talks;
  std::string file;
  std::string key;
};

std::string signature_of(std::istream& in, const std::string& key) {
  SignatureMade made = sign_export(in, key);
  if (!made.text) refuse(key, made.problems);
  return std::move(*made.text);
}

void export_record(const Export& asked) {
  if (!asked.key.empty()) {
    if (is_standard(asked.file)) throw Failure(Exit::wrong_call, "--sign needs a FILE: the signature stands beside it");
    // A key that cannot sign is told before anything is written.
    std::istringstream nothing;
    signature_of(nothing, asked.key);
  }
  const auto store = open_talks(asked.talks, OpenMode::read);
  Head head;
  with_store([&] { write_file(asked.file, [&](std::ostream& out) { head = export_json_lines(*store, out); }); });
  std::string signature;
  if (!asked.key.empty()) {
    std::ifstream written(asked.file, std::ios::binary);
    signature = signature_of(written, asked.key);
    write_file(asked.file + ".sig", signature);
  }
  complain(fmt::format("Exported {} entr{}{}.\n", head.number, head.number == 1 ? "y" : "ies",
                       signature.empty() ? "" : fmt::format(", signed in {}.sig", asked.file)));
}

}  // namespace

void add_record_export(CLI::App& record) {
  auto asked = std::make_shared<Export>();
  CLI::App& command = *record.add_subcommand("export", "The whole record as JSON Lines, chain and all");
  add_talks(command, asked->talks);
  command.add_option("FILE", asked->file, "where to; without it, or -: standard output")->option_text(" ");
  command.add_option("--sign", asked->key, "sign it with this secret key; FILE.sig has the signature")
      ->option_text("FILE");
  command.footer(R"(Imported elsewhere it is the same record, bit for bit. Every question and `list` read it as it is,
too. Everything is in it, whoever may see it.

Examples:
  parley record export talks.db talks.jsonl
  parley record export talks.db talks.jsonl --sign team.key
  parley record export talks.db | grep '"response"')");
  command.callback([asked] { export_record(*asked); });
}

}  // namespace parley::cli
