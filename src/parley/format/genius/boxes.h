#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace parley {

/// Packages whose level lies in a set for each issue named; issues that are not named are free.
struct Box {
  std::map<int, std::vector<bool>> sets;
};

/// Both at once; nothing when they share no package. `a` and `b` have sets of the same size for the same issue.
std::optional<Box> overlap(const Box& a, const Box& b);

/// A union of boxes as boxes that share no package, within bounded time and memory.
class DisjointBoxes {
 public:
  /// False when it would take more than 10^4 boxes or some 10^8 steps; what has been added before stays.
  bool add(const Box& box);
  const std::vector<Box>& boxes() const { return boxes_; }

 private:
  bool spend(std::size_t steps);
  bool subtract(const Box& from, const Box& box, std::vector<Box>& rest);

  std::vector<Box> boxes_;
  std::size_t steps_ = 0;
};

}  // namespace parley
