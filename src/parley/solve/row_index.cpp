#include "parley/solve/row_index.h"

#include <algorithm>

#include "parley/solve/mix.h"

namespace parley {

std::uint32_t RowIndex::number(std::span<const std::int64_t> row) {
  if (slots_.size() < 2 * (size_ + 1)) grow();
  std::uint64_t hash = 0;
  for (const auto entry : row) hash = mix(hash ^ static_cast<std::uint64_t>(entry));
  const auto mask = slots_.size() - 1;
  for (auto slot = hash & mask;; slot = (slot + 1) & mask) {
    const auto seen = slots_[slot];
    if (seen == 0) {
      slots_[slot] = static_cast<std::uint32_t>(++size_);
      rows_.insert(rows_.end(), row.begin(), row.end());
      hashes_.push_back(hash);
      return slots_[slot] - 1;
    }
    if (hashes_[seen - 1] == hash && std::ranges::equal(this->row(seen - 1), row)) return seen - 1;
  }
}

void RowIndex::grow() {
  slots_.assign(std::max<std::size_t>(16, slots_.size() * 2), 0);
  const auto mask = slots_.size() - 1;
  for (std::size_t i = 0; i < size_; ++i) {
    auto slot = hashes_[i] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace parley
