#include "boxes.h"

#include <algorithm>
#include <numeric>

#include "parley/solve/mix.h"

namespace parley::bench {
namespace {

/// A number from low to high, ends included.
int draw(std::uint64_t& state, int low, int high) {
  state = mix(state);
  return low + static_cast<int>(state % static_cast<std::uint64_t>(high - low + 1));
}

}  // namespace

Tables invent_boxes(int issues, int boxes, std::uint64_t seed) {
  constexpr int options = 10;
  constexpr int most_issues = 4;
  constexpr std::size_t parties = 2;
  Tables tables;
  tables.dimensions = parties;
  tables.levels.assign(static_cast<std::size_t>(issues), options);
  tables.gain.assign(static_cast<std::size_t>(issues), std::vector<Utility>(options * parties, 0));
  std::uint64_t state = seed;
  for (int i = 0; i < issues; ++i) {
    auto& keys = tables.tie_keys.emplace_back();
    for (int l = 0; l < options; ++l) keys.push_back(static_cast<std::uint64_t>(draw(state, 0, 1 << 24)));
  }
  for (std::size_t party = 0; party < parties; ++party)
    for (int b = 0; b < boxes; ++b) {
      std::vector<int> all(static_cast<std::size_t>(issues));
      std::iota(all.begin(), all.end(), 0);
      Feature feature;
      const int over = draw(state, 1, most_issues);
      for (int k = 0; k < over; ++k) {
        const auto at = all.begin() + draw(state, k, issues - 1);
        std::swap(all[static_cast<std::size_t>(k)], *at);
        const int low = draw(state, 0, 6);
        const int high = draw(state, low + 1, std::min(options - 1, low + 6));
        LevelSet range{all[static_cast<std::size_t>(k)], std::vector<bool>(options, false)};
        for (int level = low; level <= high; ++level) range.holds[static_cast<std::size_t>(level)] = true;
        feature.when.push_back(std::move(range));
      }
      feature.gain.assign(parties, 0);
      feature.gain[party] = unit * draw(state, 1, 100) / 1000 * 20 / boxes;
      tables.features.push_back(std::move(feature));
    }
  return tables;
}

}  // namespace parley::bench
