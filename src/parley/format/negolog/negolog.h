#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/format/domain/domain.h"

namespace parley {

/// Profiles of NegoLog (Doğru, Keskin, Jonker, Baarslag, Aydoğan 2024, IJCAI; https://github.com/aniltrue/NegoLog),
/// which has no domain file: each of profileA.json and profileB.json names the issues too:
///   {"reservationValue": 0.3, "issueWeights": {"Price": 0.6, "Time": 0.4},
///    "issues": {"Price": {"low": 1.0, "high": 0.2}, "Time": {"now": 1, "later": 0}}}
/// A package is worth the sum of weight times value, as it stands there: NegoLog checks neither that the weights sum to
/// 1 nor that values lie between 0 and 1, so the readers don't either, but note the former.

/// The issues of a profile, in the order of its weights, as NegoLog takes them. Without a name.
Imported<Domain> read_negolog_domain(std::string_view bytes);

/// A profile of a domain that was read from this or another profile. What the two differ in is reported.
Imported<Utilities> read_negolog_profile(std::string_view bytes, const Domain& domain);

/// profileA.json, profileB.json and so on, in the order of the parties, for a folder of the domain's name.
Exported write_negolog(const std::string& name, const std::vector<Issue>& issues,
                       const std::vector<std::pair<std::string, Utilities>>& profiles);

}  // namespace parley
