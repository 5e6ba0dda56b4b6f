#pragma once

#include <cstddef>
#include <stop_token>
#include <vector>

#include "parley/solve/diagram.h"
#include "parley/solve/point.h"

namespace parley {

/// When a frontier of two or three coarse dimensions is searched in dense tables, one place for each possible value.
enum class Dense {
  when_cheaper,
  never,
  always,  ///< wherever the tables fit
};

struct FrontierOptions {
  /// The frontier is taken over the first `objectives` dimensions (0: all). The others only serve demands.
  int objectives = 0;
  /// Only accepted packages count; null: all.
  const Acceptance* acceptance = nullptr;
  /// When a layer holds more partial packages than this, near neighbours are merged and the error is certified.
  /// Dense tables need no cap.
  std::size_t cap = 1'000'000;
  /// Rather than stop at the cap, leave packages unmatched that meet a demand only narrowly: see Frontier::narrow.
  bool narrowly = false;
  /// Tables instead of lists where the scale is coarse; the answer is the same.
  Dense dense = Dense::when_cheaper;
  /// At most so many threads, and never more than two; the answer is the same.
  int threads = 2;
  std::stop_token stop;
};

/// The packages that no other (accepted) package beats or equals in every objective: one package for each distinct
/// value, sorted by value, first objective descending, then the second, and so on.
struct Frontier {
  std::vector<Point> points;
  /// 0: exact. Otherwise every package is matched by a listed one up to this much in every objective, and every
  /// listed point is a real package with its exact value, unbeaten among the listed ones.
  Utility within = 0;
  /// 0 in most cases. Otherwise only those packages are sure to be matched that would be accepted even if each demand
  /// were higher by this much.
  Utility narrow = 0;
  /// The stop token was used, or even the coarsest grid leaves more partial packages than the cap: no points.
  bool stopped = false;
};

/// Issue by issue with dominance, never by enumeration (Nemhauser and Ullmann 1969, Management Science 15(9)).
Frontier frontier(const Diagram& diagram, const FrontierOptions& options = {});

/// The points that no other point beats or equals everywhere: sorted and made unique like Frontier::points. Among
/// points of equal value the one that stands first in the input stays.
std::vector<Point> non_dominated(std::vector<Point> points, int objectives);

}  // namespace parley
