#pragma once

#include <vector>

#include "parley/ask/answer.h"
#include "parley/model/model.h"

namespace parley {

/// How much each issue holds the parties apart, in the central reading.
///
/// Definition: let v(S) be what opposition over the issues in S costs the parties together: the sum of what each party
/// could get if everything went its way, less the largest sum they can have when the issues in S are settled once for
/// all of them and every party still has its own way in the other issues (all within the rules). v(all issues) is what
/// opposition costs; an issue's contention is its Shapley value in this game (Shapley 1953): its mean contribution over
/// all orders in which issues are added. Without rules and interactions this is, issue by issue, the sum of the
/// parties' best values less the best sum.
struct IssueContention {
  int issue = -1;
  Utility cost = 0;      ///< Shapley value, rounded down to 10^-9
  double share = 0;      ///< of the total cost; 0 when nothing is opposed
  bool grouped = false;  ///< too entangled with others to be told apart: the group's cost was divided evenly
};

/// How well two issues can be traded against each other (logrolling): what every party that cares about either gains
/// at least when the two are settled together, against settling each of them by itself. By itself, an issue is settled
/// where the party that gets the smallest share of what the issue could give it gets most (then the next smallest, and
/// so on); where several options do that, the trade counts with the smallest of its gains over them. Rules and
/// combinations that concern no other issues count. Exact over all pairs of options; pairs of issues with more than
/// 250,000 pairs of options, or fewer where there are very many issues, are left out, and the guarantee says so.
struct Trade {
  int first = -1;
  int second = -1;
  Utility gain = 0;                             ///< above 0
  int first_apart = 0, second_apart = 0;        ///< levels when each is settled by itself
  int first_together = 0, second_together = 0;  ///< levels when the two are settled together
  std::vector<Utility> apart, together;         ///< each party's utility from the two issues
};

struct Contention {
  Heading heading;
  Utility total = 0;                    ///< what opposition costs, summed over the parties
  std::vector<IssueContention> issues;  ///< most contentious first
  std::vector<Trade> trades;            ///< pairs that gain from being settled together, largest gain first
};

Contention contention(const Case& c, const Model& model);

}  // namespace parley
