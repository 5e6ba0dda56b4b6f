#pragma once

#include <vector>

#include "parley/model/model.h"

namespace parley {

/// The fewest principals of a party that would have to move for its consent tree to approve of a package in the central
/// reading; among equally few, those with the smallest shortfall in all; among these, the first by id. Empty when it
/// approves.
std::vector<int> fewest_to_move(const Case& c, const Model& model, int party, const Package& package);

}  // namespace parley
