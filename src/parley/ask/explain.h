#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/model/model.h"

namespace parley {

/// For a text with brackets: in how many of its completions something holds, in the central reading.
/// Unknown: they are too many to look at one by one, and in the one that was looked at it does not hold.
enum class Completions { none, some, every, unknown };

/// How much one thing takes from a principal, measured from a package that would be best for it in everything and sure
/// to be carried out. The central losses add up to 1 less its central utility, but for the
/// rounding of each to 10^-9.
struct Cause {
  enum class Kind { issue, interaction, doubt } kind = Kind::issue;
  int index = -1;       ///< issue, interaction of the valuer, or phase whose coming the principal doubts
  Utility central = 0;  ///< loss in the central reading
  Span loss;            ///< over all readings
  std::string text;     ///< "withdrawal: none instead of complete"
};

struct PrincipalVerdict {
  Actor who;
  bool advisory = false;
  Verdict verdict = Verdict::possibly;  ///< over all readings, and all completions of a bracketed text
  Completions completions = Completions::every;
  Span utility;
  Utility central_utility = 0;
  Floor floor;
  Span margin;  ///< utility less floor over all readings; negative: a shortfall
  Utility central_margin = 0;
  std::vector<Cause> causes;                   ///< what keeps it from its best package, largest first
  std::vector<std::string> red_lines;          ///< the red lines that the text crosses in every completion
  std::vector<std::string> red_lines_in_some;  ///< those that only some completions cross
};

/// What a party asks for in public, and in how many completions of the text it is there.
struct AspirationMet {
  std::string text;
  Completions met = Completions::none;
};

/// A party's verdict follows from its consent tree, completion by completion. Within a completion each principal is
/// judged over its own readings: where numbers that several principals share rule one or another of them out, never
/// all, "possibly" may be certain.
struct PartyVerdict {
  int party = -1;
  Verdict verdict = Verdict::possibly;
  Completions completions = Completions::every;
  std::vector<PrincipalVerdict> principals;
  std::vector<AspirationMet> aspirations;
  std::vector<int> binding;  ///< principals without whom the tree fails in the central reading; empty when it approves
};

/// Who can accept this proposal, who cannot, and why?
struct Explanation {
  Heading heading;
  int proposal = -1;
  bool bracketed = false;
  std::optional<std::string> completions;  ///< how many obey the rules, in decimal; nothing: too many to count
  bool completions_bounded = false;        ///< too many to look at one by one: ranges are bounds, not exact
  std::vector<PartyVerdict> parties;
  Completions everyone = Completions::none;  ///< in how many completions all parties consent at once, central reading
  Package shown;  ///< the completion that the causes speak of: the text itself, or the completion with the largest
                  ///< smallest margin
};

Explanation explain(const Case& c, const Model& model, int proposal);

/// The verdict of each party on a package, over all readings. For amendments.
std::vector<PartyVerdict> verdicts(const Case& c, const Model& model, const Package& package);

}  // namespace parley
