#include "parley/talks/signed_export.h"

#include <fmt/core.h>
#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <istream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "parley/talks/key_file.h"

namespace parley {
namespace {

using nlohmann::json;
using Signature = std::array<std::uint8_t, crypto_sign_BYTES>;

constexpr std::size_t longest_signature = 1000;

/// All bytes of a file, as Ed25519ph takes them in.
struct Digest {
  crypto_sign_state state{};
  std::int64_t bytes = 0;
};

std::optional<Problem> take_in(std::istream& file, Digest& digest) {
  start_sodium();
  if (!file.good()) return Problem{{}, "the file cannot be read", "see that it is there and that you may read it"};
  crypto_sign_init(&digest.state);
  std::array<char, 65536> part{};
  while (file.read(part.data(), part.size()), file.gcount() > 0) {
    crypto_sign_update(&digest.state, reinterpret_cast<const unsigned char*>(part.data()),
                       static_cast<unsigned long long>(file.gcount()));
    digest.bytes += file.gcount();
  }
  if (file.bad()) return Problem{{}, "the file cannot be read to its end", "see to the disk or the network it lies on"};
  return std::nullopt;
}

struct SignatureText {
  PublicKey key{};
  std::int64_t bytes = 0;
  Signature signature{};
};

template <std::size_t Count>
bool read_hex(const json& value, std::array<std::uint8_t, Count>& bytes) {
  return value.is_string() && bytes_from_hex(value.get_ref<const std::string&>(), bytes.data(), Count);
}

std::optional<SignatureText> read_text(std::string_view text, Problems& problems) {
  const auto report = [&](std::string message) {
    problems.push_back({{1, 1}, std::move(message), "take the signature's file as it was sent, or ask for it again"});
  };
  const json read = text.size() > longest_signature ? json() : json::parse(text, nullptr, false);
  if (!read.is_object() || !read.contains("parley-signature")) {
    report("this is no signature of a record");
    return std::nullopt;
  }
  if (read["parley-signature"] != 1 || !read.contains("algorithm") || read["algorithm"] != "Ed25519ph") {
    report("this signature is of a kind that this Parley does not know, a newer one may");
    return std::nullopt;
  }
  SignatureText made;
  const auto need = [&](const char* key, bool good, const char* expected) {
    if (!good) report(fmt::format("\"{}\" is {}", key, expected));
  };
  need("key", read.contains("key") && read_hex(read["key"], made.key), "a key of 64 digits, 0 to 9 and a to f");
  need("signature", read.contains("signature") && read_hex(read["signature"], made.signature),
       "a signature of 128 digits, 0 to 9 and a to f");
  const bool counted = read.contains("bytes") && read["bytes"].is_number_unsigned() &&
                       read["bytes"].get<std::uint64_t>() <= std::uint64_t{INT64_MAX};
  need("bytes", counted, "how many bytes were signed, a whole number");
  if (!problems.empty()) return std::nullopt;
  made.bytes = read["bytes"].get<std::int64_t>();
  return made;
}

}  // namespace

std::string fingerprint(const PublicKey& key) {
  start_sodium();
  std::array<std::uint8_t, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), key.data(), key.size(), nullptr, 0);
  std::string text;
  for (std::size_t i = 0; i < 16; i += 2) text += fmt::format("{}{}", i == 0 ? "" : " ", hex_of(&hash[i], 2));
  return text;
}

KeysMade make_keys(const std::filesystem::path& path) {
  start_sodium();
  std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
  randombytes_buf(seed.data(), seed.size());
  SecretKey secret;
  PublicKey key{};
  crypto_sign_seed_keypair(key.data(), secret.bytes.data(), seed.data());
  std::string hidden = fmt::format("{}{}\n", secret_key_begins, hex_of(seed.data(), seed.size()));
  sodium_memzero(seed.data(), seed.size());

  KeysMade made;
  const auto keep = [&](std::optional<Problem> problem) {
    if (problem) made.problems.push_back(std::move(*problem));
    return made.problems.empty();
  };
  auto beside = path;
  beside += ".pub";
  const bool kept = keep(write_new_file(path, hidden, 0600));
  sodium_memzero(hidden.data(), hidden.size());
  if (!kept) return made;
  const auto shown = fmt::format("{}{}\n", public_key_begins, hex_of(key.data(), key.size()));
  if (keep(write_new_file(beside, shown, 0644))) {
    made.key = key;
  } else {
    std::error_code none;
    std::filesystem::remove(path, none);
  }
  return made;
}

PublicKeyRead read_public_key(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {{}, {{{}, fmt::format("cannot read {}", path.string()), "name the signer's .pub file"}}};
  std::array<char, 256> bytes{};
  file.read(bytes.data(), bytes.size());
  std::string_view text(bytes.data(), static_cast<std::size_t>(file.gcount()));
  PublicKey key{};
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  const bool good = text.starts_with(public_key_begins) &&
                    bytes_from_hex(text.substr(public_key_begins.size()), key.data(), key.size());
  if (good) return {key, {}};
  return {{},
          {{{1, 1},
            fmt::format("{} holds no public key of Parley's: one line, '{}' and 64 digits", path.string(),
                        public_key_begins),
            "name the signer's .pub file"}}};
}

SignatureMade sign_export(std::istream& file, const std::filesystem::path& path) {
  SignatureMade made;
  SecretKey secret;
  made.problems = read_secret_key(path, secret);
  if (!made.problems.empty()) return made;
  Digest digest;
  if (auto problem = take_in(file, digest)) {
    made.problems.push_back(std::move(*problem));
    return made;
  }
  Signature signature{};
  crypto_sign_final_create(&digest.state, signature.data(), nullptr, secret.bytes.data());
  PublicKey key{};
  crypto_sign_ed25519_sk_to_pk(key.data(), secret.bytes.data());
  made.text = fmt::format(R"({{"parley-signature":1,"algorithm":"Ed25519ph","key":"{}","bytes":{},"signature":"{}"}})"
                          "\n",
                          hex_of(key.data(), key.size()), digest.bytes, hex_of(signature.data(), signature.size()));
  return made;
}

SignatureCheck check_signature(std::istream& file, std::string_view signature, const std::optional<PublicKey>& signer) {
  using Verdict = SignatureCheck::Verdict;
  SignatureCheck check;
  const auto text = read_text(signature, check.problems);
  if (!text) return check;
  Digest digest;
  if (auto problem = take_in(file, digest)) {
    check.problems.push_back(std::move(*problem));
    return check;
  }
  check.key = text->key;
  const std::string who = fingerprint(text->key);
  if (digest.bytes < text->bytes) {
    check.verdict = Verdict::cut_off;
    check.words =
        fmt::format("The file is not whole: it has {} bytes, {} were signed (key {}).", digest.bytes, text->bytes, who);
  } else if (digest.bytes > text->bytes) {
    check.verdict = Verdict::goes_on;
    check.words = fmt::format("The file is not what was signed: it has {} bytes, {} were signed (key {}).",
                              digest.bytes, text->bytes, who);
  } else if (crypto_sign_final_verify(&digest.state, text->signature.data(), text->key.data()) != 0) {
    check.verdict = Verdict::changed;
    check.words = fmt::format("The file or its signature was changed: they do not belong together (key {}).", who);
  } else if (signer && *signer != text->key) {
    check.verdict = Verdict::other_key;
    check.words = fmt::format("The file is whole, but signed with the key {}, not with {} as expected.", who,
                              fingerprint(*signer));
  } else {
    check.verdict = Verdict::whole;
    check.words = fmt::format("The file is whole, as the holder of the key {} signed it.", who);
  }
  return check;
}

}  // namespace parley
