#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "parley/model/model.h"
#include "parley/solve/count.h"

namespace parley {

/// A part of a whole: exact, or from uniform samples of packages with a 95 % interval.
struct PackageShare {
  bool exact = true;
  double value = 0;
  double low = 0, high = 0;  ///< equal to value when exact
};

/// Some of the packages that obey the rules.
struct SetSize {
  std::optional<Count> packages;  ///< nothing: too many to count
  PackageShare share;             ///< of all that obey the rules
};

/// How sets of packages are counted.
struct CountHow {
  std::uint64_t seed = 1;
  std::stop_token stop;
};

/// The packages of which a gate of one party would approve in the central reading, whatever other parties say. Nothing
/// when it could not be counted: stopped, or the rules tie the issues together beyond that.
std::optional<SetSize> packages_of_gate(const Case& c, const Model& model, int party, const Gate& gate,
                                        const CountHow& how);

/// The same of one gate for each party at once.
std::optional<SetSize> packages_of_gates(const Case& c, const Model& model, const std::vector<Gate>& gates,
                                         const CountHow& how);

/// A set less one that lies within it, as a part of the first; nothing when the first is empty.
std::optional<PackageShare> share_outside(const SetSize& set, const SetSize& within);

/// What one principal of a consent tree counts for among the packages, in the central reading.
struct PrincipalSets {
  int principal = -1;
  std::optional<SetSize> own;  ///< what it would approve itself
  /// Of the packages that the tree would approve if it always approved, those that fail by it: the weight of its veto.
  /// Nothing where that cannot be told.
  std::optional<PackageShare> veto;
  /// Its veto weight is exactly 0: the others never let through what it would refuse. (Tsebelis 2002, Veto Players)
  bool absorbed = false;
  /// It is asked first, and may sign what the rest of its tree would refuse: those packages as a part of its own set.
  /// The risk of involuntary defection. (Putnam 1988, International Organization 42)
  bool signs_first = false;
  std::optional<PackageShare> slack;
};

/// The win-set of a tree: the packages of which it would approve.
struct TreeSets {
  std::optional<SetSize> win_set;
  std::vector<PrincipalSets> principals;  ///< those whom the tree asks and that count, by their ids
};

/// Who signs first: the principals that the tree asks first (see asked_first). Of several, those that took part in a
/// meeting of the record by the date; where none or all did, each.
TreeSets sets_of_tree(const Case& c, const Model& model, int party, const Gate& tree, const CountHow& how);

/// The region already cleared: the packages of the zone that are at least as good, to each principal who has approved
/// a text, as the one of these texts that is worth least to it. Nobody who has spoken would have a reason to refuse one
/// of them. Central reading. Of a text with brackets the completion that is worth most to it counts, so that nothing is
/// taken for cleared that is not; texts with too many completions to look at are left out.
struct Cleared {
  struct Approved {
    Actor who;
    int proposal = -1;
    Utility worth = 0;
  };
  std::vector<Approved> by;  ///< by ids; principals that count, and those of whom their party said it
  std::optional<SetSize> zone;
  std::optional<SetSize> cleared;  ///< nothing also where nobody has approved a text
};

Cleared cleared_region(const Case& c, const Model& model, const CountHow& how);

}  // namespace parley
