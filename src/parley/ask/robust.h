#pragma once

#include <stop_token>
#include <vector>

#include "parley/ask/acceptance.h"
#include "parley/ask/reading_space.h"

namespace parley {

/// The packages of the zone's frontier (at most 200 of them, spread evenly), the viewpoints' picks, the texts as shown
/// in the answer so far and its most acceptable package: in how many readings everyone consents, and how much consent
/// lacks at worst. Surest first, then nearest at worst, then by names.
std::vector<RobustPackage> robust_packages(const Case& c, const Model& model, const Readings& readings,
                                           const ReadingSpace& space, const Acceptability& answer,
                                           const std::stop_token& stop);

}  // namespace parley
