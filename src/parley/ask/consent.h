#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "parley/ask/explain.h"
#include "parley/ask/ratification.h"
#include "parley/ask/tied_hands.h"
#include "parley/ask/win_sets.h"
#include "parley/model/consent.h"

namespace parley {

struct ConsentOptions {
  std::optional<Date> by;  ///< the chance of ratification by the end of this day is told too
  std::uint64_t seed = 1;
  std::size_t readings = 4000;  ///< in how many readings the text comes back to the table; 0: not asked
  std::stop_token stop;
};

/// A gate of a consent tree, or one whom it asks, as a text stands with it.
struct ConsentNode {
  Gate::Kind kind = Gate::Kind::all;
  int depth = 0;          ///< 0: the party's consent itself
  int principal = -1;     ///< Kind::principal
  bool advisory = false;  ///< heard, not counted
  bool in_turn = false;
  int needed = 0;                       ///< how many of those right below it must approve,
  int of = 0;                           ///< of so many that count
  Verdict verdict = Verdict::possibly;  ///< over all readings; of a gate, from the verdicts below it
  bool approves = false;                ///< in the central reading
  Ballot said = Ballot::open;
  /// In the central reading, utility less floor of the principal who decides the gate: the smallest of ALL, the largest
  /// of ANY, the k-th largest of k. Nothing where a red line does.
  std::optional<Utility> margin;
};

/// One of the things that are said of whose approval a party's consent takes, and what it comes to.
struct ConsentTree {
  Gate consent;
  double weight = 1;  ///< among all that is said, adding up to 1
  Provenance from;
  std::vector<ConsentNode> nodes;  ///< the tree from its top, each node before those below it
  Verdict verdict = Verdict::possibly;
  bool approves = false;  ///< in the central reading, the text or the completion that is shown
  /// Who binds: the principals by whose margin the tree decides (see ConsentNode::margin). Several when tied.
  std::vector<int> binding;
  /// The smallest set of principals who would have to move for the tree to approve in the central reading: the fewest;
  /// of equally few those who are short by least together; then the first by id. Empty when it approves.
  std::vector<int> to_move;
  Utility shortfall = 0;  ///< of these together; red lines come on top
  TreeSets sets;
  TreeDays days;  ///< if all who can approve do, see Ratification
};

struct PartyConsent {
  int party = -1;
  Verdict verdict = Verdict::possibly;  ///< of the case's tree; where trees are disputed, what all of them agree on
  std::vector<PrincipalVerdict> principals;  ///< the advisory ones too
  std::vector<ConsentTree> trees;            ///< one; or each that is said, as in Party::consent_claims
};

/// Who binds, how long do approvals take, will it be ratified in time?
struct Approvals {
  Heading heading;
  int proposal = -1;
  bool bracketed = false;
  Package shown;         ///< the text, or the completion that margins speak of, as in Explanation
  std::string packages;  ///< how many packages obey the rules, in decimal; empty where that could not be counted
  std::vector<PartyConsent> parties;
  Cleared cleared;
  TiedHands tied_hands;
  Ratification ratification;
};

Approvals consent(const Case& c, const Model& model, int proposal, const ConsentOptions& options = {});

/// Of that, how long approvals take, alone and without shares of readings: nothing here is counted or searched for.
Ratification ratification_of(const Case& c, const Model& model, int proposal);

}  // namespace parley
