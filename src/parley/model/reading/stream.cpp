#include "parley/model/reading/stream.h"

#include <Random123/philox.h>

#include <boost/crc.hpp>

namespace parley {
namespace {

using Philox = r123::Philox4x32;

// Only a typedef can be marked as an extension, which is what keeps -Wpedantic quiet.
__extension__ typedef unsigned __int128 WideCount;  // NOLINT(modernize-use-using)

std::uint32_t low_half(std::uint64_t number) { return static_cast<std::uint32_t>(number); }
std::uint32_t high_half(std::uint64_t number) { return static_cast<std::uint32_t>(number >> 32); }
std::uint64_t joined(std::uint32_t low, std::uint32_t high) { return std::uint64_t{high} << 32 | low; }

Philox::key_type halves(std::uint64_t key) { return {{low_half(key), high_half(key)}}; }

}  // namespace

std::uint64_t stream_key(std::uint64_t seed, std::string_view name) {
  // Any fixed mixing will do, as long as every build does the same; Philox makes neighbouring sums unlike.
  boost::crc_optimal<64, 0x42F0E1EBA9EA3693, ~std::uint64_t{0}, ~std::uint64_t{0}, true, true> crc;
  crc.process_bytes(name.data(), name.size());
  const std::uint64_t sum = crc.checksum();
  const auto mixed = Philox{}({{low_half(sum), high_half(sum), 0, 0}}, halves(seed));
  return joined(mixed[0], mixed[1]);
}

void ReadingStream::refill() {
  for (std::size_t i = 0; i < ready_.size(); i += 2) {
    const auto numbers = Philox{}({{block_++, attempt_, low_half(reading_), high_half(reading_)}}, halves(key_));
    ready_[i] = joined(numbers[0], numbers[1]);
    ready_[i + 1] = joined(numbers[2], numbers[3]);
  }
  used_ = 0;
}

std::int64_t ReadingStream::between(std::int64_t low, std::int64_t high) {
  // The upper half of a product is even over the range once the few products that would make it uneven are drawn again
  // (Lemire 2019, ACM Transactions on Modeling and Computer Simulation 29).
  const std::uint64_t size = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
  WideCount product = WideCount{next()} * size;
  if (static_cast<std::uint64_t>(product) < size) {
    const std::uint64_t uneven = (0 - size) % size;
    while (static_cast<std::uint64_t>(product) < uneven) product = WideCount{next()} * size;
  }
  return low + static_cast<std::int64_t>(product >> 64);
}

}  // namespace parley
