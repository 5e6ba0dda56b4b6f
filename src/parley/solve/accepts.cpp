#include "parley/solve/accepts.h"

#include <algorithm>

namespace parley {

bool accepts(const Acceptance& acceptance, const std::vector<Utility>& value) {
  std::uint64_t met = 0;
  for (std::size_t j = 0; j < acceptance.demands.size(); ++j)
    if (value[static_cast<std::size_t>(acceptance.demands[j].dimension)] >= acceptance.demands[j].least)
      met |= std::uint64_t{1} << j;
  return std::ranges::any_of(acceptance.enough, [&](auto mask) { return (mask & ~met) == 0; });
}

}  // namespace parley
