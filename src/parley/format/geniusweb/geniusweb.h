#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/format/domain/domain.h"

namespace parley {

/// Domains and profiles of GeniusWeb (https://tracinsy.ewi.tudelft.nl/pubtrac/GeniusWeb), the successor of Genius, as
/// its JSON has them:
///   {"name": "party", "issuesValues": {"Food": {"values": ["Chips", "Fruit"]}, "Guests": {"range": ...}}}
///   {"LinearAdditiveUtilitySpace": {"name": "a", "domain": ..., "issueWeights": {"Food": 0.6, "Guests": 0.4},
///     "issueUtilities": {"Food": {"DiscreteValueSetUtilities": {"valueUtilities": {"Chips": 1, "Fruit": 0.2}}},
///       "Guests": {"NumberValueSetUtilities": {"lowValue": 10, "lowUtility": 1, "highValue": 40, "highUtility": 0}}},
///     "reservationBid": {"issuevalues": {"Food": "Fruit", "Guests": 10}}}}
/// The older spellings discreteutils and numberutils mean the same. A range is {"low", "high", "step"} or the list of
/// the three. Numbers in between get a utility on the straight line, which GeniusWeb rounds to eight places.
///
/// As GeniusWeb does, the readers refuse utilities outside 0 to 1, and issues or options that are not the domain's, be
/// it more or fewer. They refuse weights that do not sum to 1 too, but let pass, with a note, what is off by no more
/// than 10^-6: other programs write such files.

/// Bounded time and memory for any bytes. Numbers of the result are off by no more than half of 10^-9.
Imported<Domain> read_geniusweb_domain(std::string_view bytes);

/// The reservation of the result is what the bid is worth that the file has for one, to the last 10^-9; issues that the
/// bid leaves open count 0, as in GeniusWeb. Without a bid there is none: every package is better than no deal.
Imported<Utilities> read_geniusweb_profile(std::string_view bytes, const Domain& domain);

/// One domain file, and one file for each party: reading them gives each package the same worth, to 10^-9 for each
/// issue. Utilities beyond 0 to 1 are shifted and scaled into it first, which `lost` says, as it does all other
/// changes.
Exported write_geniusweb(const std::string& name, const std::vector<Issue>& issues,
                         const std::vector<std::pair<std::string, Utilities>>& profiles);

}  // namespace parley
