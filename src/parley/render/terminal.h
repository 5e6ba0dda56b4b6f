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
#include "parley/render/text.h"

namespace parley {

/// Answers as text for people: plain words first, figures after, headings in capitals, a line break at the end.
/// Every page starts with the case and the date and ends with its guarantee and what it rests on. No line is wider
/// than the style's width, colour never carries meaning by itself, and texts that come from the case can't play with
/// the terminal.
std::string to_terminal(const Case& c, const Checked& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Standing& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Explanation& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Zone& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Amendments& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Contention& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Acceptability& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Leverage& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const ExchangeAnswer& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Plan& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Texts& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Windows& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Approvals& answer, const TextStyle& style = {});
std::string to_terminal(const Case& c, const Analysis& answer, const TextStyle& style = {});

}  // namespace parley
