#include "amend_talks.h"

#include <cstdlib>

namespace parley::bench {

AmendmentTalks invent_amendment(int parties, Interests interests, int floor_in_hundredths, std::uint64_t seed) {
  constexpr int issues = 40;
  constexpr int levels = 10;
  AmendmentTalks talks;
  talks.tables = invent_talks(parties, issues, levels, interests, seed);
  for (int p = 0; p < parties; ++p) talks.acceptance.demands.push_back({p, unit / 100 * floor_in_hundredths});
  talks.acceptance.enough = {(std::uint64_t{1} << parties) - 1};
  for (int i = 0; i < issues; ++i) {
    const auto text = (i * 7 + static_cast<int>(seed)) % levels;
    auto& movement = talks.options.movement.emplace_back();
    for (int level = 0; level < levels; ++level) {
      const std::int64_t steps = std::abs(level - text);
      movement.push_back(i % 2 == 0 ? steps : std::min<std::int64_t>(steps, 1));
    }
  }
  return talks;
}

}  // namespace parley::bench
