#pragma once

#include <cstdint>
#include <vector>

#include "parley/model/reading/readings.h"
#include "parley/model/tables.h"

namespace parley {

/// The readings as search sees them. A view is somebody who must be content; a view approves of package x in reading j
/// when none of its `refuses` holds in x and  sum_i gain[i][x_i][j] + features that count in x  >=  floor[j].
struct ReadingTable {
  struct Feature {
    std::vector<LevelSet> when;  ///< distinct issues
    bool counts_when_holding = true;
    PerReading gain;
  };
  struct View {
    std::vector<std::vector<PerReading>> gain;  ///< for each issue and level
    std::vector<Feature> features;
    PerReading floor;
    std::vector<LevelSet> refuses;  ///< red lines
  };
  std::size_t readings = 0;
  std::vector<int> levels;  ///< for each issue
  std::vector<View> views;  ///< at most 64
  /// Which views are enough for everyone's consent, for each combination of hypotheses about the consent trees: minimal
  /// masks over the views, as in Acceptance. One combination where nothing is disputed.
  std::vector<std::vector<std::uint64_t>> enough;
  std::vector<std::uint16_t> hypothesis;  ///< for each reading: index into `enough`; empty: 0 throughout
  std::vector<Implication> implications;
  std::vector<LinearRule> linear_rules;
  std::vector<std::vector<std::uint64_t>> tie_keys;  ///< as in Tables
};

}  // namespace parley
