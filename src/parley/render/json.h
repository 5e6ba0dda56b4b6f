#pragma once

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

/// Answers for programs: JSON with two spaces of indentation and a line break at the end. docs/json.md describes every
/// key, docs/answers.schema.json is the schema. Keys stay as they are and come in a fixed order; parties, issues,
/// options and sources go by their ids and labels, never by position; utilities are decimals with nine digits, exact.
std::string to_json(const Case& c, const Checked& answer);
std::string to_json(const Case& c, const Standing& answer);
std::string to_json(const Case& c, const Explanation& answer);
std::string to_json(const Case& c, const Zone& answer);
std::string to_json(const Case& c, const Amendments& answer);
std::string to_json(const Case& c, const Contention& answer);
std::string to_json(const Case& c, const Acceptability& answer);
std::string to_json(const Case& c, const Leverage& answer);
std::string to_json(const Case& c, const ExchangeAnswer& answer);
std::string to_json(const Case& c, const Plan& answer);
std::string to_json(const Case& c, const Texts& answer);
std::string to_json(const Case& c, const Windows& answer);
std::string to_json(const Case& c, const Approvals& answer);
std::string to_json(const Case& c, const Analysis& answer);

}  // namespace parley
