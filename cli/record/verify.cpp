#include "parley/talks/verify.h"

#include <fmt/core.h>

#include "../output.h"
#include "parley/talks/chain.h"
#include "parley/talks/lines_store.h"
#include "record.h"
#include "signature.h"

namespace parley::cli {
namespace {

struct Verification {
  std::string talks;
  std::string head;
  std::string key;
};

/// The number of the entry with this hash; 0 when none has it.
std::int64_t number_with(Store& store, const Hash& hash) {
  std::int64_t number = 0;
  store.each(1, [&](const Entry& entry) {
    if (entry.hash == hash) number = entry.number;
    return number == 0;
  });
  return number;
}

void verify(const Verification& asked) {
  const std::optional<Hash> expected = hash_from_hex(asked.head);
  if (!asked.head.empty() && !expected)
    throw Failure(Exit::wrong_call, "--head takes the 64 digits that verify printed before");
  if (!asked.key.empty() && !is_json_lines(asked.talks))
    throw Failure(Exit::wrong_call, "--signed-by is for an export (.jsonl), beside which its signature stands");
  if (!asked.key.empty()) check_signed(asked.talks, asked.key);
  const auto store = open_talks(asked.talks, OpenMode::read);
  std::int64_t breaks = 0;
  Head last;
  with_store([&] {
    last = parley::verify(*store, [&](const Break& one) {
      complain(fmt::format("entry {}: {}\n", one.number, one.words));
      ++breaks;
    });
  });
  if (breaks > 0)
    throw Failure(Exit::wrong_case, fmt::format("{} is not as it was written: {} break{} in its chain", asked.talks,
                                                breaks, breaks == 1 ? "" : "s"));
  const std::int64_t known_at = expected ? with_store([&] { return number_with(*store, *expected); }) : 0;
  if (expected && known_at == 0)
    throw Failure(Exit::wrong_case,
                  fmt::format("{} has a sound chain, but no entry with that hash: it is another record, or was written "
                              "anew",
                              asked.talks));
  print(fmt::format("Whole and unchanged: {} entr{}, last hash {}\n", last.number, last.number == 1 ? "y" : "ies",
                    to_hex(last.hash)));
  if (expected) print(fmt::format("It goes on from the record that ended with entry {}.\n", known_at));
}

}  // namespace

void add_record_verify(CLI::App& record) {
  auto asked = std::make_shared<Verification>();
  CLI::App& command = *record.add_subcommand("verify", "Whether the record is whole and unchanged");
  add_talks(command, asked->talks);
  command.add_option("--head", asked->head, "the last hash of before: is this the same record, gone on?")
      ->option_text("HASH");
  command.add_option("--signed-by", asked->key, "of an export: that FILE.sig was signed with this public key")
      ->option_text("FILE");
  command.footer(
      R"(Each entry carries the hash of the one before it. Whoever knows the last hash can tell any other
record from this one: write it down, or have it signed, and compare.

Examples:
  parley record verify talks.db
  parley record verify talks.db --head 5f0c...
  parley record verify talks.jsonl --signed-by team.key.pub)");
  command.callback([asked] { verify(*asked); });
}

}  // namespace parley::cli
