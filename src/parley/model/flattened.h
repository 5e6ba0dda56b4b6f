#pragma once

#include <string>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/model.h"

namespace parley {

/// A case as tools without approvals, ranges and phases know it: every party decides for itself, values packages by its
/// central utilities, and consents from its floor on (party_floor). What that leaves out, and what stays in the case
/// but no file of such a tool can hold (rules, phases, texts, events), is added to `lost`, a sentence each without a
/// full stop. Parties that state utilities keep them.
Case flattened(const Case& c, const Model& model, std::vector<std::string>& lost);

}  // namespace parley
