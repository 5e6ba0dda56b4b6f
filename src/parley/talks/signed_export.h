#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "parley/case/problem.h"

namespace parley {

/// Ed25519 (RFC 8032): half of a pair of keys, the one that may be shown to everybody.
using PublicKey = std::array<std::uint8_t, 32>;

/// What people compare over the telephone: the first 128 bits of BLAKE2b-256 of the key, "3f2a 91c0 77de ...".
std::string fingerprint(const PublicKey& key);

/// Makes a pair of keys: the secret one in the file `path`, for its owner's eyes only (mode 0600), the public one
/// beside it in the same name with ".pub". Neither file may be there. Problems have no place; with any, no file was
/// made. The secret key is not encrypted: who has the file can sign.
struct KeysMade {
  std::optional<PublicKey> key;  ///< set exactly when there are no problems
  Problems problems;
};
KeysMade make_keys(const std::filesystem::path& path);

/// Reads the file of a public key: one line, "parley public key " and 64 hexadecimal digits.
struct PublicKeyRead {
  std::optional<PublicKey> key;  ///< set exactly when there are no problems
  Problems problems;
};
PublicKeyRead read_public_key(const std::filesystem::path& path);

/// Signs all bytes of a file, with the secret key in the file `path`, which nobody but its owner may be able to read.
/// The text of the signature is to be kept beside the file; it is one line of JSON:
///
///   {"parley-signature":1,"algorithm":"Ed25519ph","key":"<64 digits>","bytes":1234,"signature":"<128 digits>"}
///
/// Memory does not grow with the file.
struct SignatureMade {
  std::optional<std::string> text;  ///< set exactly when there are no problems
  Problems problems;
};
SignatureMade sign_export(std::istream& file, const std::filesystem::path& path);

/// What a signature says of a file.
struct SignatureCheck {
  enum class Verdict {
    whole,      ///< the file is, byte for byte, what the holder of the key signed
    changed,    ///< it is not: a byte of the file or of the signature was changed
    cut_off,    ///< the same, and the file is shorter than what was signed
    goes_on,    ///< the same, and the file is longer than what was signed
    other_key,  ///< whole, but signed with another key than the one that was asked for
  };
  std::optional<Verdict> verdict;  ///< set exactly when there are no problems
  PublicKey key{};    ///< the signer's, as the signature has it: compare its fingerprint with the signer's own
  std::string words;  ///< the verdict in a sentence for people, with the fingerprint
  Problems problems;  ///< with the text of the signature, or with reading the file
};

/// Checks a file against the text of a signature, any bytes. Without `signer` the answer is good for the key that the
/// signature itself names, and anyone can make a pair of keys: compare the fingerprint.
SignatureCheck check_signature(std::istream& file, std::string_view signature,
                               const std::optional<PublicKey>& signer = {});

}  // namespace parley
