#pragma once

#include <cstdint>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/model.h"

namespace parley {

/// One principal's threshold or one of its red lines: something that could stand in the way of consent.
struct Obstacle {
  int party = -1;
  int principal = -1;  ///< -1: the red line is the party's own and binds all its principals
  int red_line = -1;   ///< -1: the threshold; otherwise an index into the principal's or the party's own red lines
  friend auto operator<=>(const Obstacle&, const Obstacle&) = default;
};

/// The red line that an obstacle is; it must be one.
const RedLine& red_line_of(const Case& c, const Obstacle& obstacle);

/// The packages of a case in numbers, in the central reading. The first dimensions are the parties in their order;
/// further ones are principals who value packages differently or have red lines that do not bind their whole party.
struct PackageSpace {
  Tables tables;
  Acceptance acceptance;  ///< the consent trees of all parties: in every mask each party consents
  int parties = 0;
};

struct SpaceOptions {
  std::vector<Obstacle> lifted;                ///< thresholds and red lines to leave out
  std::vector<std::vector<int>> alternatives;  ///< for each issue the levels to keep; empty: all of all issues
};

/// Issues and levels keep their numbers; levels that are not kept, or that a red line excludes without which no consent
/// is possible, are made impossible by a rule of the tables.
PackageSpace package_space(const Case& c, const Model& model, const SpaceOptions& options = {});

/// All packages that obey the rules of the case, whoever accepts them: the parties' dimensions alone.
Tables all_packages(const Case& c, const Model& model, const std::vector<std::vector<int>>& alternatives = {});

}  // namespace parley
