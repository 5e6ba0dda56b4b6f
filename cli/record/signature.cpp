#include "signature.h"

#include <fmt/core.h>

#include <fstream>

#include "../failure.h"
#include "../output.h"
#include "../refuse.h"
#include "parley/talks/signed_export.h"

namespace parley::cli {

void check_signed(const std::string& file, const std::string& public_key) {
  std::optional<PublicKey> signer;
  if (!public_key.empty()) {
    const PublicKeyRead read = read_public_key(public_key);
    if (!read.key) refuse(public_key, read.problems);
    signer = read.key;
  }
  // Far more than a signature has.
  const std::string signature = read_file(file + ".sig", std::size_t{1} << 16U);
  std::ifstream in(file, std::ios::binary);
  const SignatureCheck found = check_signature(in, signature, signer);
  if (!found.verdict) refuse(file + ".sig", found.problems);
  if (found.verdict != SignatureCheck::Verdict::whole)
    throw Failure(Exit::wrong_case, fmt::format("{}: {}", file, found.words));
  complain(fmt::format("{}\n", found.words));
}

}  // namespace parley::cli
