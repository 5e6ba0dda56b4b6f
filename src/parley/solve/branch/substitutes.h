#pragma once

#include <vector>

#include "parley/solve/branch/node.h"

namespace parley::branch {

/// Takes out levels that another level of the issue can stand in for: as much in every column, no feature lost that
/// adds or won that takes away, no rule touched for the worse; so levels that all treat alike fold into one. What
/// breaks the tie between equals is the key, then the number. (Dead-end elimination: Desmet et al. 1992, Nature 356;
/// soft neighbourhood substitutability: Bistarelli, Faltings, Neagu 2002; Lecoutre, Roussel, Dehani 2012.)
/// A package with the better level may lie elsewhere in the tree, when a dropped feature holds in it: it is found
/// there.
class Substitutes {
 public:
  explicit Substitutes(const Network& network);

  /// True when a level was taken out.
  bool remove(Node& node) const;

 private:
  bool remove(Node& node, std::size_t issue) const;
  bool stands_in(std::size_t issue, std::size_t better, std::size_t worse) const;

  const Network& net_;
  std::vector<std::size_t> row_;            ///< for each issue: words in a row of aspects
  std::vector<std::size_t> first_;          ///< for each issue: where its rows begin
  std::vector<Word> rows_;                  ///< for each slot: the aspects that hold for the level
  mutable std::vector<Word> want_, avoid_;  ///< for the issue at hand: aspects that may only be won, only be lost
};

}  // namespace parley::branch
