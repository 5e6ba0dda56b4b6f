#pragma once

#include <sodium.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "parley/case/problem.h"

namespace parley {

/// A secret key in memory that is wiped when it goes.
class SecretKey {
 public:
  SecretKey() = default;
  ~SecretKey() { sodium_memzero(bytes.data(), bytes.size()); }
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;

  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> bytes{};
};

/// Reads a secret key into `key`. What is wrong with the file or with who may read it is told without a word of what
/// stands in it.
Problems read_secret_key(const std::filesystem::path& path, SecretKey& key);

/// Makes a file that must not be there, with this mode and these bytes, and waits until the disk has it. On a problem
/// there is no file.
std::optional<Problem> write_new_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode);

/// Starts libsodium, which chooses the fastest code for this processor: done once, harmless when it was done already.
/// Throws std::runtime_error if it cannot be.
void start_sodium();

/// So many bytes from lower-case hexadecimal; false on anything else.
bool bytes_from_hex(std::string_view text, std::uint8_t* bytes, std::size_t count);
std::string hex_of(const std::uint8_t* bytes, std::size_t count);

inline constexpr std::string_view secret_key_begins = "parley secret key ";
inline constexpr std::string_view public_key_begins = "parley public key ";

}  // namespace parley
