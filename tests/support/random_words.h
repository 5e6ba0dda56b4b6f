#pragma once

#include "parley/case/case.h"
#include "support/random_case.h"

namespace parley::test {

/// Adds to a random case what its shape asks for beyond plain numbers: statements that differ, gambles, consent in turn
/// and in dispute, stances, delays, values that change. Draws nothing where the shape asks for nothing.
void add_random_words(Random& random, const CaseShape& shape, Case& c);

}  // namespace parley::test
