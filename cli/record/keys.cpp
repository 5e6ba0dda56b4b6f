#include <fmt/core.h>

#include "../output.h"
#include "../refuse.h"
#include "parley/talks/signed_export.h"
#include "record.h"

namespace parley::cli {

void add_record_keys(CLI::App& record) {
  auto file = std::make_shared<std::string>();
  CLI::App& command = *record.add_subcommand("keys", "A pair of keys to sign exports with (Ed25519)");
  command.add_option("FILE", *file, "the secret key; the public one is put beside it as FILE.pub")
      ->required()
      ->option_text(" ");
  command.footer(R"(Whoever has the secret key can sign in your name: keep it to yourself. Give the public key to
those who check your exports, and compare its fingerprint with them by voice.

Example:
  parley record keys team.key)");
  command.callback([file] {
    const KeysMade made = make_keys(*file);
    if (!made.key) refuse(*file, made.problems);
    print(fmt::format("Secret key: {0}\nPublic key: {0}.pub\nFingerprint: {1}\n", *file, fingerprint(*made.key)));
  });
}

}  // namespace parley::cli
