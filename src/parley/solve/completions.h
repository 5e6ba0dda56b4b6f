#pragma once

#include <vector>

#include "parley/solve/diagram.h"
#include "parley/solve/whole.h"

namespace parley {

/// For each node (numbered as by node_offsets): in how many ways it can be completed to a package.
std::vector<Whole> completions_of(const Diagram& diagram);

}  // namespace parley
