#pragma once

#include "support/case_builder.h"

namespace parley::test {

// The issues of small_case().
inline constexpr int aid = 0;
inline constexpr int prisoners = 1;
inline constexpr int route = 2;

}  // namespace parley::test
