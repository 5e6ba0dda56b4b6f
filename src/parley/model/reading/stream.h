#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parley {

/// The key of everything that is drawn for one thing, which is known by a name (see Planner): no place in a file and no
/// other thing that is drawn has a say in it.
std::uint64_t stream_key(std::uint64_t seed, std::string_view name);

/// Random numbers by counting: the numbers for one thing in one reading at one attempt follow from these alone, on
/// any thread and in any order (Philox4x32-10: Salmon and others 2011, Parallel random numbers: as easy as 1, 2, 3).
class ReadingStream {
 public:
  ReadingStream(std::uint64_t key, std::uint64_t reading, std::uint32_t attempt = 0)
      : key_(key), reading_(reading), attempt_(attempt) {}

  std::uint64_t next() {
    if (used_ == ready_.size()) refill();
    return ready_[used_++];
  }

  /// A whole number from low to high, ends included, each as likely.
  std::int64_t between(std::int64_t low, std::int64_t high);

  /// An index, each as likely as its weight says: whole numbers of which at least one is above 0.
  template <class Weights>
  std::size_t weighted(const Weights& weights) {
    std::int64_t sum = 0;
    for (const auto& weight : weights) sum += static_cast<std::int64_t>(weight);
    std::int64_t left = between(0, sum - 1);
    std::size_t index = 0;
    while (left >= static_cast<std::int64_t>(weights[index])) left -= static_cast<std::int64_t>(weights[index++]);
    return index;
  }

 private:
  void refill();

  std::uint64_t key_;
  std::uint64_t reading_;
  std::uint32_t attempt_;
  std::uint32_t block_ = 0;
  std::array<std::uint64_t, 4> ready_{};
  std::size_t used_ = 4;
};

}  // namespace parley
