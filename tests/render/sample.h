#pragma once

#include "parley/ask/acceptance.h"
#include "parley/ask/analyze.h"
#include "parley/ask/consent.h"
#include "parley/ask/texts.h"
#include "parley/ask/window.h"

namespace parley::sample {

/// A small case and answers about it that are put together by hand: every kind of line that a page can have occurs,
/// and the figures are round so that a reader of the golden files can check them.
Case river_case();
Checked river_check();
Standing river_standing();
Explanation river_explanation();
Explanation river_bracketed_explanation();
Texts river_texts();       ///< the second version against the first
Texts river_first_text();  ///< of which only some clauses are known
Zone river_zone();
Zone river_huge_zone();
Amendments river_amendments();
Amendments river_obstacles();
Contention river_contention();
Windows river_windows();
Acceptability river_acceptance();  ///< of both texts, with the talks heeded and the frontier
Acceptability river_refused_acceptance();
Approvals river_approvals();
Analysis river_analysis();

}  // namespace parley::sample
