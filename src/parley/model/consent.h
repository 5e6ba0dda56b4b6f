#pragma once

#include <vector>

#include "parley/case/case.h"
#include "parley/model/model.h"

namespace parley {

/// A set of principals of one party, ascending.
using Coalition = std::vector<int>;

/// The smallest sets of principals whose approval makes the party consent. Advisory principals are heard, not counted:
/// they are left out of the tree. Empty when the tree can never approve.
std::vector<Coalition> sufficient_coalitions(const Party& party);

/// Whether the consent tree approves when exactly these principals do (one flag for each principal).
bool tree_approves(const Party& party, const std::vector<bool>& approvals);

/// The same for one gate of a party, such as a claim about its consent tree.
bool gate_approves(const Party& party, const Gate& gate, const std::vector<bool>& approvals);

/// By how much a gate approves when each principal does by so much (below 0: disapproves): at least 0 when and only
/// when the gate approves. The largest number for one that needs nobody.
Utility gate_slack(const Party& party, const Gate& gate, const std::vector<Utility>& slacks);

/// What one has said to a text so far; open: nothing yet.
enum class Ballot { yes, no, open };

/// What the consent tree comes to from what its principals have said: open as long as those who have not spoken could
/// still turn it either way.
Ballot tree_ballot(const Party& party, const std::vector<Ballot>& ballots);

/// The same for one gate of the tree.
Ballot gate_ballot(const Party& party, const Gate& gate, const std::vector<Ballot>& ballots);

/// The principals who have not spoken and whose word can still turn the tree, ascending.
std::vector<int> awaited(const Party& party, const std::vector<Ballot>& ballots);

/// Whether a principal consents to a package in the central reading: its utility reaches its floor, no red line is hit.
bool principal_approves(const Case& c, const Model& model, int party, int principal, const Package& package);

/// Whether a party, or every party, consents to a package in the central reading.
bool party_approves(const Case& c, const Model& model, int party, const Package& package);
bool everyone_approves(const Case& c, const Model& model, const Package& package);

/// A party's floor as one number in the central reading: its consent tree read as the largest (ALL), the smallest (ANY)
/// or the k-th smallest of its principals' floors. It is the party's disagreement value in viewpoints and pictures.
Utility party_floor(const Case& c, const Model& model, int party);

}  // namespace parley
