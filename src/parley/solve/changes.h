#pragma once

#include <optional>
#include <vector>

#include "parley/solve/columns.h"
#include "parley/solve/nearest.h"

namespace parley {

/// What may become of an issue.
enum class Turn { free, must_change, must_stay };

/// The packages with exactly so many changed issues, each issue taking its turn: a diagram in which nodes also remember
/// how many changes there were, and in which a last dimension is added: movement, negative. Nothing when there are
/// none.
std::optional<Projection> with_changes(const Diagram& diagram, const NearestOptions& options,
                                       const std::vector<Turn>& turns, std::size_t changes);

}  // namespace parley
