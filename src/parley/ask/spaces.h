#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "parley/model/space.h"
#include "parley/solve/count.h"
#include "parley/solve/diagram.h"
#include "parley/solve/frontier.h"
#include "parley/solve/viewpoint.h"

namespace parley {

/// How sure something found is: proven, or with the most that is left to find, or without any bound.
struct Proof {
  bool proven = true;
  std::optional<Utility> within;  ///< not proven: nothing is better by more than this for every party
  friend bool operator==(const Proof&, const Proof&) = default;
};

/// The case as far as packages are concerned: without its texts and its record, which may be long.
Case for_packages(const Case& c);

/// The package spaces of a case and the one place that chooses how they are searched: by layered diagrams where these
/// can be built and swept, else by branch and bound, which needs none but may end without a proof. Questions about all
/// packages and about those that everyone accepts.
class Spaces {
 public:
  /// Nothing when even the rules alone tie the issues together beyond what can be counted, or on a stop. `limits` are
  /// for the diagrams of the whole spaces.
  static std::optional<Spaces> of(const Case& c, const Model& model, const std::stop_token& stop,
                                  const DiagramLimits& limits = {});

  /// How many packages obey the rules, and how many of those could be accepted if red lines were all that mattered.
  Count packages() const;
  Count consenting_packages() const;
  /// How many of the latter are accepted.
  AcceptedCount accepted(const CountOptions& options, const std::stop_token& stop) const;

  struct Any {
    bool found = false;
    bool proven = true;
  };
  Any any_accepted(const std::stop_token& stop) const;

  struct Pareto {
    std::vector<Point> points;  ///< with the parties' values only
    Proof proof;
    bool stopped = false;  ///< nothing can be said
    bool possible = true;  ///< false: there is no way to find it for so many parties
    bool of_all = false;   ///< over all packages, whoever accepts them
  };
  /// Over all packages for two parties, over the accepted ones for more.
  Pareto frontier(std::size_t cap, const std::stop_token& stop) const;

  // Where the frontier is whole, and small enough, what follows is read off it.

  struct Ideals {
    std::vector<Utility> value;  ///< each party's best; empty when nothing is accepted, or nothing was found
    Proof proof;
  };
  Ideals ideals(const Pareto& frontier, const std::stop_token& stop) const;

  struct Pick {
    std::optional<Point> point;  ///< with the parties' values only
    Proof proof;
    bool stopped = false;  ///< nothing can be said
  };
  /// Of the packages that everyone accepts, or of all.
  Pick viewpoint(const ViewpointProblem& problem, bool all, const Pareto& frontier) const;

 private:
  struct Pair {
    Diagram all;
    std::optional<Diagram> other;  ///< of the packages whose red lines do not rule out consent, where not all are
    const Diagram& consenting() const { return other ? *other : all; }
  };
  bool settles(const Pareto& frontier, bool all) const;
  std::vector<Utility> best_of_accepted(const Pareto& frontier) const;

  int parties_ = 0;
  Tables all_;
  PackageSpace consenting_;
  bool alike_ = false;  ///< the tables of both are the same
  std::optional<Pair> diagrams_;
  Pair rules_;  ///< without diagrams: of the rules alone, for counting
};

}  // namespace parley
