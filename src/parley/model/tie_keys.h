#pragma once

#include <cstdint>
#include <vector>

#include "parley/model/model.h"

namespace parley {

/// For each issue and option a key that ties between packages of equal value are broken by (see Tables::tie_keys): from
/// what the option is worth to the parties together, then from the alphabetical place of its names. Neither hangs on
/// the order of the file, nor on names as long as they sort alike.
std::vector<std::vector<std::uint64_t>> tie_keys(const Case& c, const Model& model);

}  // namespace parley
