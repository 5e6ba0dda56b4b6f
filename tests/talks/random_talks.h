#pragma once

#include <random>

#include "parley/talks/store.h"

namespace parley {

/// Invented talks, from few names and words, so that filters find something: the same for the same seed.
class RandomTalks {
 public:
  explicit RandomTalks(std::uint64_t seed) : random_(seed) {}

  Draft draft();
  std::vector<Draft> drafts(std::size_t most);  ///< one to `most`
  EntryFilter filter();
  std::chrono::sys_seconds time();  ///< in any order, within March 2024
  std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }

 private:
  bool one_in(std::size_t n) { return below(n) == 0; }
  std::string pick(std::span<const char* const> names) { return names[below(names.size())]; }
  std::vector<std::string> some(std::span<const char* const> names, std::size_t most);
  Date date();

  std::mt19937_64 random_;
};

/// 24 March 2024, noon UTC.
std::chrono::sys_seconds noon();

/// An event that is a statement of these words, with keys that say so.
Draft statement(const std::string& words);

}  // namespace parley
