#pragma once

#include <vector>

#include "parley/ask/acceptance.h"
#include "parley/ask/amend.h"
#include "parley/ask/check.h"
#include "parley/ask/consent.h"
#include "parley/ask/contention.h"
#include "parley/ask/exchange.h"
#include "parley/ask/explain.h"
#include "parley/ask/levers.h"
#include "parley/ask/standing.h"
#include "parley/ask/texts.h"
#include "parley/ask/window.h"
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
  Acceptability acceptance;              ///< of every tabled version
  std::vector<Approvals> consent;        ///< to the newest version, if there is one
  std::vector<Windows> window;           ///< one; none where the case changes on more days than can be looked at
  Leverage levers;                       ///< each alone, on the newest version
  std::vector<ExchangeAnswer> exchange;  ///< one, where the case has an exchange
};

struct AnalyzeOptions {
  ZoneOptions zone;
  AmendOptions amend;
  std::size_t readings = 4000;  ///< drawn for shares of readings, with the seed and the stop of `zone`
  /// As in AcceptanceOptions; an analysis looks for less long than the question does by itself.
  std::uint64_t search = 500'000'000;
};

Analysis analyze(const Case& c, Date as_of, const AnalyzeOptions& options = {});

}  // namespace parley
