#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/ask/explain.h"
#include "parley/model/space.h"
#include "parley/solve/point.h"

namespace parley {

struct AmendOptions {
  /// What makes a change small; the other decides between equals.
  enum class Least {
    changes,  ///< the fewest issues changed
    movement  ///< the fewest steps moved: an option to the next one of an ordered issue, or to any one of a choice
  };
  Least least = Least::changes;
  std::size_t wanted = 3;
  std::vector<int> frozen;    ///< issues that must not change
  std::vector<int> unharmed;  ///< parties that a change must not leave with less than the text gives them
  bool obstacles = true;      ///< when there is no change, look for what stands in the way
  std::stop_token stop;
};

/// One way to change the text so that everyone can consent in the central reading.
struct Amendment {
  Package to;
  std::vector<int> changed;       ///< issues, by number
  std::int64_t movement = 0;      ///< steps moved
  std::vector<Utility> value;     ///< each party's central utility
  std::vector<Utility> gain;      ///< against the text before (the completion shown there)
  std::vector<Verdict> verdicts;  ///< each party over all readings
};

/// What is the smallest change that brings everyone in?
struct Amendments {
  Heading heading;
  int proposal = -1;
  Package from;  ///< the text, or the completion that explain shows
  AmendOptions::Least least = AmendOptions::Least::changes;
  std::vector<int> kept;              ///< issues that had to stay as they are
  std::vector<int> unharmed;          ///< parties that could not be left with less than `from` gives them
  std::vector<bool> settled;          ///< issues that were in brackets: filling them in is no change
  bool already = false;               ///< everyone can consent to the text as it stands (or to a completion of it)
  std::vector<Amendment> amendments;  ///< all with the fewest changes (or least movement) possible, each changing
                                      ///< another set of issues
  bool more = false;                  ///< other sets of issues would do with as few changes (or as little movement)
  /// When no change of any size brings everyone in: the smallest sets of thresholds and red lines that, lifted
  /// together, would let a package through. Each set is as small as possible.
  std::vector<std::vector<Obstacle>> obstacles;
  bool obstacles_complete = true;  ///< false: only sets up to a limit were looked through
};

Amendments amend(const Case& c, const Model& model, int proposal, const AmendOptions& options = {});

/// Whether the search ended before a proof: changes hold, but smaller ones may do as well, and none found is no proof
/// that there is none.
bool may_miss_smaller(const Amendments& answer);

}  // namespace parley
