#include "parley/format/geniusweb/least_package.h"

#include <algorithm>
#include <array>

namespace parley {
namespace {

constexpr std::size_t most_sums = std::size_t{1} << 18U;

/// What some of the issues come to: for each of their packages the sum and the levels, counted through.
struct Half {
  struct Sum {
    std::int64_t worth = 0;
    std::size_t package = 0;
    auto operator<=>(const Sum&) const = default;
  };
  std::vector<std::size_t> issues;
  std::vector<Sum> sums{Sum{}};

  void add(std::size_t issue, const std::vector<std::int64_t>& options) {
    std::vector<Sum> longer;
    longer.reserve(sums.size() * options.size());
    for (std::size_t level = 0; level < options.size(); ++level)
      for (const Sum& sum : sums) longer.push_back({sum.worth + options[level], level * sums.size() + sum.package});
    sums = std::move(longer);
    issues.push_back(issue);
  }

  void write(const Sum& sum, const std::vector<std::vector<std::int64_t>>& options, std::vector<int>& levels) const {
    std::size_t package = sum.package;
    for (const std::size_t issue : issues) {
      levels[issue] = static_cast<int>(package % options[issue].size());
      package /= options[issue].size();
    }
  }
};

int best_level(const std::vector<std::int64_t>& options) {
  return static_cast<int>(std::ranges::max_element(options) - options.begin());
}

}  // namespace

std::optional<WorthyPackage> least_package(const std::vector<std::vector<std::int64_t>>& options,
                                           std::int64_t at_least) {
  WorthyPackage package;
  std::array<Half, 2> halves;
  std::int64_t fixed = 0;
  for (std::size_t i = 0; i < options.size(); ++i) {
    package.levels.push_back(best_level(options[i]));
    Half& smaller = halves[1].sums.size() < halves[0].sums.size() ? halves[1] : halves[0];
    if (smaller.sums.size() * options[i].size() <= most_sums) {
      smaller.add(i, options[i]);
    } else {
      fixed += std::ranges::max(options[i]);
      package.least = false;
    }
  }
  for (Half& half : halves) std::ranges::sort(half.sums);
  const Half::Sum* best_rising = nullptr;
  const Half::Sum* best_falling = nullptr;
  auto falling = halves[1].sums.rbegin();
  for (const Half::Sum& rising : halves[0].sums) {
    while (falling != halves[1].sums.rend() && fixed + rising.worth + falling->worth >= at_least) {
      const std::int64_t worth = fixed + rising.worth + falling->worth;
      if (best_rising == nullptr || worth < package.worth) {
        package.worth = worth;
        best_rising = &rising;
        best_falling = &*falling;
      }
      ++falling;
    }
  }
  if (best_rising == nullptr) return std::nullopt;
  halves[0].write(*best_rising, options, package.levels);
  halves[1].write(*best_falling, options, package.levels);
  return package;
}

}  // namespace parley
