#pragma once

#include <string>
#include <vector>

#include "parley/case/case.h"
#include "parley/format/domain/domain.h"

namespace parley {

/// What one profile of a domain says, and the file that says it.
struct PartyProfile {
  std::string name;  ///< of the party: the file's name without its ending
  std::string file;
  Utilities utilities;
};

/// A domain and its profiles as a case: every profile is a party that decides for itself, in the given order; each file
/// is a source. Options that stand in an issue twice get numbers, so that each can be named.
Case case_of(const Domain& domain, const std::vector<PartyProfile>& profiles);

}  // namespace parley
