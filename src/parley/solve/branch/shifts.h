#pragma once

#include <vector>

#include "parley/solve/branch/node.h"

namespace parley::branch {

/// A weighted sum of the columns, none of the weights negative, whose largest value in a node is bounded from above.
struct Direction {
  std::vector<double> weight;
  std::vector<double> slot;     ///< for each slot: its weighted gain
  std::vector<double> feature;  ///< for each feature: its weighted gain
  double constant = 0;
  double room = 0;  ///< what rounding can amount to
};
Direction direction_of(const Network& network, std::vector<double> weight);

/// How the weighted gains of features are shared out among the levels of their issues. A feature that adds g is worth
/// no more than shares t_j of the levels that satisfy its conditions, for any t_j >= 0 that sum to g; one that takes
/// away s is worth no more than (k - 1) t less t for each of its k conditions that holds, 0 <= t <= s. The sum of the
/// issues' best levels is then a bound, for any shares: moving them about keeps every package's value and is what soft
/// arc consistency does (Cooper, de Givry, Sanchez, Schiex, Zytnicki, Werner 2010, Artificial Intelligence 174). The
/// best shares are the dual of a linear programme; here they are found by descending block by block, one feature at a
/// time, as in max-product linear programming (Globerson, Jaakkola 2007).
class Shifts {
 public:
  explicit Shifts(const Network& network);

  /// Even shares.
  void spread(const Direction& direction, double* shares) const;
  /// Shares of one direction made into shares of another one.
  void convert(const Direction& from, const Direction& to, double* shares) const;

  /// Improves the shares of a node in so many passes; the bound. Levels' scores stay at hand until the next call.
  double bound(const Direction& direction, const Node& node, double* shares, int passes);

  double score(std::size_t slot) const { return score_[slot]; }
  /// The best level of an issue, and its score.
  std::size_t best_level(std::size_t issue) const { return best_level_[issue]; }
  double best_score(std::size_t issue) const { return best_score_[issue]; }

  /// How much the bound falls when an open feature has to hold; and when it must not.
  double cost_of_holding(const Node& node, std::size_t feature) const;
  double cost_of_failing(const Node& node, std::size_t feature, const Direction& direction, const double* shares) const;

 private:
  /// The best scores of the levels that satisfy a condition, and of those that do not.
  struct Sides {
    double in = 0, out = 0;
  };
  Sides sides(const Node& node, const Network::Condition& condition) const;
  void move(const Node& node, std::size_t condition, double change);
  void share_gain(const Node& node, Network::Range range, double gain, double* shares);
  double share_loss(const Node& node, Network::Range range, double loss, double* shares);

  const Network& net_;
  std::vector<double> score_, best_score_, residual_;
  std::vector<std::size_t> best_level_;
  std::vector<Sides> sides_;
  std::vector<double> spare_;
};

}  // namespace parley::branch
