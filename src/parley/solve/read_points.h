#pragma once

#include "parley/solve/columns.h"
#include "parley/solve/sweep.h"

namespace parley {

/// The complete packages of a sweep over a projection of the diagram, with their values in all its dimensions; the
/// first `objectives` columns are the first dimensions.
std::vector<Point> read_points(const Diagram& diagram, const Projection& projection, const Swept& swept,
                               std::size_t objectives, int threads);

}  // namespace parley
