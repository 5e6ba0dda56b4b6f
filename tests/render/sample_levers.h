#pragma once

#include "parley/ask/levers.h"

namespace parley::sample {

/// The river talks with three levers and a stance, and an answer about them that is put together by hand.
Case river_case_with_levers();
Leverage river_leverage();
/// What the same case says without levers.
Leverage river_without_levers();

}  // namespace parley::sample
