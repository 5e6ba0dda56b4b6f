#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley {

/// Numbers distinct rows of whole numbers in the order in which they first appear.
class RowIndex {
 public:
  explicit RowIndex(std::size_t width) : width_(width) {}

  /// The number of a row; a new one when it has not been seen.
  std::uint32_t number(std::span<const std::int64_t> row);

  std::size_t size() const { return size_; }
  std::span<const std::int64_t> row(std::size_t i) const { return {rows_.data() + i * width_, width_}; }

 private:
  void grow();

  std::size_t width_;
  std::size_t size_ = 0;
  std::vector<std::int64_t> rows_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> slots_;  // open addressing; one more than the row's number, 0 when free
};

}  // namespace parley
