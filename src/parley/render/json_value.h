#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "parley/ask/acceptance.h"
#include "parley/ask/analyze.h"
#include "parley/ask/consent.h"
#include "parley/ask/exchange.h"
#include "parley/ask/levers.h"
#include "parley/ask/plan.h"
#include "parley/ask/texts.h"
#include "parley/ask/window.h"

namespace parley {

// The parts that the answers in JSON are put together from.

using Json = nlohmann::ordered_json;

/// Pretty text with two spaces. Exact numbers are written digit by digit, without floating point.
std::string to_text(const Json& value);

/// A utility as a number with exactly nine digits after the point, a null when there is none.
Json exact(Utility u);
Json exact(const Span& span);  ///< {"low":, "high":}
/// A count of any size: a number up to 2^53, above it a string of its digits.
Json count(const std::string& digits);

Json id_or_null(const std::string& id);
Json date_or_null(const std::optional<Date>& date);
Json source_or_null(const Case& c, const Provenance& from);  ///< the source's id
Json actor(const Case& c, const Actor& actor);               ///< {"party":, "principal":} or {"third_party":}
Json package(const Case& c, const Package& package);         ///< {issue id: option label}
Json values(const Case& c, const std::vector<Utility>& by_party);
Json point(const Case& c, const Point& point);  ///< {"package":, "values":}
Json text(Verdict verdict);
Json text(Completions completions);
Json text(Viewpoint viewpoint);

/// `question`, `case`, `as_of`, `guarantee`, `assumptions`: what every answer starts with.
Json heading_json(const Case& c, const Heading& heading);

// The parts of standing that are told over time.
Json side_json(const Case& c, const SideMoves& side);
Json ledger_json(const Case& c, const Ledger& ledger);
Json positions_json(const Case& c, const Positions& positions);
Json conflict_json(const Case& c, const Conflict& conflict);

Json answer_json(const Case& c, const Checked& answer);
Json answer_json(const Case& c, const Standing& answer);
Json answer_json(const Case& c, const Explanation& answer);
Json answer_json(const Case& c, const Zone& answer);
Json answer_json(const Case& c, const Amendments& answer);
Json answer_json(const Case& c, const Contention& answer);
Json answer_json(const Case& c, const Acceptability& answer);
Json answer_json(const Case& c, const Leverage& answer);
Json answer_json(const Case& c, const ExchangeAnswer& answer);
Json answer_json(const Case& c, const Plan& answer);
Json answer_json(const Case& c, const Texts& answer);
Json answer_json(const Case& c, const Windows& answer);
Json answer_json(const Case& c, const Approvals& answer);
Json answer_json(const Case& c, const Analysis& answer);

}  // namespace parley
