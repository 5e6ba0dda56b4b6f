#pragma once

#include <vector>

#include "parley/ask/amend.h"
#include "parley/ask/check.h"
#include "parley/ask/contention.h"
#include "parley/ask/explain.h"
#include "parley/ask/standing.h"
#include "parley/ask/texts.h"
#include "parley/ask/zone.h"

namespace parley {

/// All of it, on one page.
struct Analysis {
  Heading heading;
  Checked checked;
  Standing standing;
  std::vector<Texts> texts;  ///< the newest version against the one that it changes, if there is one
  Zone zone;
  std::vector<Explanation> explanations;  ///< for each tabled version up to the date, oldest first
  std::vector<Amendments> amendments;     ///< of the newest version, if there is one
  Contention contention;
};

struct AnalyzeOptions {
  ZoneOptions zone;
  AmendOptions amend;
};

Analysis analyze(const Case& c, Date as_of, const AnalyzeOptions& options = {});

}  // namespace parley
