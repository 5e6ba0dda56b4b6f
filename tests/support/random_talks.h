#pragma once

#include "parley/case/case.h"
#include "support/random_tables.h"

namespace parley::test {

/// A small sound case with talks in it: up to eight texts of sides, of those inside them, of a mediator and of nobody
/// known, each perhaps with a parent and brackets; answers, approvals and assessments from two sources, with dates of
/// every precision and without. Values are exact, ranges, orders, shapes, or not stated.
Case random_talks(Random& random);

}  // namespace parley::test
