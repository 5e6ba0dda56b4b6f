#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::sqlite {

/// How many entries a block of the index is about: the numbers block * 4096 to block * 4096 + 4095.
constexpr std::int64_t block_size = 4096;
constexpr std::int64_t block_of(std::int64_t number) { return number / block_size; }
constexpr std::size_t place_of(std::int64_t number) { return static_cast<std::size_t>(number % block_size); }

/// Some of the entries of one block, by their place in it.
class Block {
 public:
  static Block all();

  void add(std::size_t place) { bits_[place / 64] |= std::uint64_t{1} << (place % 64); }
  /// Leaves out all places but those from `first` to `last`.
  void keep(std::size_t first, std::size_t last);
  Block& operator&=(const Block& other);
  Block& operator|=(const Block& other);
  bool empty() const;
  /// The first place from `place` on.
  std::optional<std::size_t> next(std::size_t place) const;

  /// As bytes: fewer than 256 as their places, two bytes each, lowest byte first, ascending; more as 512 bytes of bits.
  std::string pack() const;
  /// Throws Damaged on bytes that pack() cannot have written.
  static Block unpack(std::string_view bytes);

 private:
  std::array<std::uint64_t, block_size / 64> bits_{};
};

}  // namespace parley::sqlite
