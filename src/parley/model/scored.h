#pragma once

#include "parley/case/case.h"
#include "parley/model/model.h"

namespace parley {

/// The valuer of a party that states its utilities as numbers: its gains are those numbers, the base being in those of
/// the first issue. Weights and option values are filled in for reading only: what an issue can move at most, and how
/// far up each of its options lies, rounded to millionths.
Valuer scored_valuer(const Case& c, Actor who, const Utilities& utilities);

}  // namespace parley
