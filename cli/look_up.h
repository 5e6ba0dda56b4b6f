#pragma once

#include <string>
#include <vector>

#include "parley/case/case.h"

namespace parley::cli {

/// The proposal with this id; with no id the newest version that was tabled up to the date. Throws Failure with the
/// ids that there are.
int find_proposal(const Case& c, const std::string& id, Date as_of);

/// The issues with these ids. Throws Failure with the ids that there are.
std::vector<int> find_issues(const Case& c, const std::vector<std::string>& ids);

/// The parties with these ids. Throws Failure with the ids that there are.
std::vector<int> find_parties(const Case& c, const std::vector<std::string>& ids);

/// The levers with these ids. Throws Failure with the ids that there are.
std::vector<int> find_levers(const Case& c, const std::vector<std::string>& ids);

}  // namespace parley::cli
