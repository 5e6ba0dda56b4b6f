#include "parley/talks/sqlite/block.h"

#include <bit>

#include "parley/talks/sqlite/errors.h"

namespace parley::sqlite {
namespace {

constexpr std::size_t bytes_of_bits = block_size / 8;

std::uint8_t byte(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

}  // namespace

Block Block::all() {
  Block block;
  block.bits_.fill(~std::uint64_t{0});
  return block;
}

void Block::keep(std::size_t first, std::size_t last) {
  for (std::size_t word = 0; word < bits_.size(); ++word) {
    const std::size_t begin = 64 * word;
    if (begin + 63 < first || begin > last) {
      bits_[word] = 0;
      continue;
    }
    if (begin < first) bits_[word] &= ~std::uint64_t{0} << (first - begin);
    if (begin + 63 > last) bits_[word] &= ~std::uint64_t{0} >> (begin + 63 - last);
  }
}

Block& Block::operator&=(const Block& other) {
  for (std::size_t word = 0; word < bits_.size(); ++word) bits_[word] &= other.bits_[word];
  return *this;
}

Block& Block::operator|=(const Block& other) {
  for (std::size_t word = 0; word < bits_.size(); ++word) bits_[word] |= other.bits_[word];
  return *this;
}

bool Block::empty() const { return !next(0); }

std::optional<std::size_t> Block::next(std::size_t place) const {
  for (std::size_t word = place / 64; word < bits_.size(); ++word) {
    std::uint64_t bits = bits_[word];
    if (64 * word < place) bits &= ~std::uint64_t{0} << (place - 64 * word);
    if (bits != 0) return 64 * word + static_cast<std::size_t>(std::countr_zero(bits));
  }
  return std::nullopt;
}

std::string Block::pack() const {
  std::string places;
  for (auto place = next(0); place && places.size() < bytes_of_bits; place = next(*place + 1)) {
    places += static_cast<char>(*place & 0xff);
    places += static_cast<char>(*place >> 8);
  }
  if (places.size() < bytes_of_bits) return places;
  std::string bytes;
  for (const std::uint64_t bits : bits_) {
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(bits >> shift & 0xff);
  }
  return bytes;
}

Block Block::unpack(std::string_view bytes) {
  Block block;
  if (bytes.size() == bytes_of_bits) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      block.bits_[i / 8] |= std::uint64_t{byte(bytes, i)} << (8 * (i % 8));
    }
    return block;
  }
  if (bytes.size() > bytes_of_bits || bytes.size() % 2 != 0) throw Damaged("a block of its index has an odd size");
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto place = static_cast<std::size_t>(byte(bytes, i) | byte(bytes, i + 1) << 8);
    if (place >= block_size) throw Damaged("its index names entries that cannot be");
    block.add(place);
  }
  return block;
}

}  // namespace parley::sqlite
