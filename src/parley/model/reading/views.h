#pragma once

#include "parley/model/reading/plan.h"
#include "parley/model/reading/readings.h"

namespace parley {

/// What follows from the numbers of readings, as many as there are slots: the views of one party's principals.
std::vector<ReadView> views_in(const ReadingPlan& plan, int party, const std::vector<Slots>& readings);

/// A principal's floor in one reading.
Utility floor_in(const ReadingPlan& plan, const FloorPlan& floor, const Slots& slots);

/// What weight, credence and value make of a level: rounded to the nearest 10^-9, as in the central reading.
Utility gain_in(const ViewPlan& view, std::size_t issue, std::size_t level, const Slots& slots);
Utility interaction_gain_in(const ViewPlan& view, std::size_t interaction, const Slots& slots);

}  // namespace parley
