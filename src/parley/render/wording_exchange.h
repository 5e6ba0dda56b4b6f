#pragma once

#include <string>
#include <vector>

#include "parley/ask/exchange.h"

namespace parley {

// How the pages speak of exchanges. Names come as they are in the case: whoever shows them makes them harmless.

/// A temptation or guarantee in points out of a side's own 100: "3.4", "-12.0".
std::string exchange_points(Utility value);
std::string signed_exchange_points(Utility value);

/// What the figures of an exchange are, in two sentences.
std::string exchange_scale_words();

std::string phase_name(const Case& c, const ExchangePhase& phase);
const std::string& category_name(const Case& c, const ExchangePhase& phase, std::size_t i);

/// "Hamas: 3 hostages and 2 wounded", "at once: ...".
std::string step_words(const Case& c, const ExchangePhase& phase, const ExchangeStep& step);

/// "9 handovers in 33 days".
std::string plan_size(const ExchangePlan& plan);

/// Where somebody is tempted most, and by how much more than it is held by; that nobody is, where nobody is.
std::string critical_words(const Case& c, const ExchangeAnswer& answer, const ExchangePlan& plan);

/// What is known of the phase beside its safest schedule, a sentence each: how sure that is, whether it fits, what
/// fewer handovers cost, the schedule on the table, the test at its end, shares of readings.
std::vector<std::string> phase_sentences(const Case& c, const ExchangeAnswer& answer, const ExchangePhase& phase);

/// What the numbers of people and things are: agreed, listed, ..., and from which text.
std::string count_source_words(const Case& c, const ExchangeAnswer& answer);

/// Rows of guarantees to show of many: the ends and some between.
std::vector<std::size_t> pairs_shown(std::size_t pairs, std::size_t most);

/// For a case without an exchange: what it is, and how one is written.
std::string no_exchange_words();

}  // namespace parley
