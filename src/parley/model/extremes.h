#pragma once

#include "parley/model/model.h"

namespace parley {

/// The same case with central utilities that no reading exceeds and central floors that none undercuts: a package that
/// nobody accepts there is accepted in no reading. Bounds, taken issue by issue: not every package that is accepted
/// there is in some reading. Utilities are bounded by relaxing that weights sum to 100 (each is set apart from half the
/// scale, so that what weights shift between issues of middling value costs nothing).
Model at_best(const Model& model);

/// The other way round: a package that is accepted there is accepted in every reading.
Model at_worst(const Model& model);

}  // namespace parley
