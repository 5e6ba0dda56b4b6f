#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/model/space.h"
#include "parley/solve/adjusted_winner.h"
#include "parley/solve/frontier.h"
#include "parley/solve/viewpoint.h"

namespace parley {

struct ZoneOptions {
  std::size_t frontier_cap = 0;  ///< 0: chosen by the number of parties
  std::uint64_t seed = 1;        ///< for the size of a zone that is too large to count
  std::stop_token stop;
};

/// What could everyone accept, in the central reading? How much of it is there, and what does its frontier look like?
struct Zone {
  Heading heading;
  bool computed = true;                  ///< false: nothing below could be (the guarantee says why)
  std::string packages;                  ///< how many packages obey the rules, exactly, in decimal
  std::optional<std::string> accepted;   ///< how many of them everyone could accept, exactly
  double share = 0;                      ///< accepted / packages
  double share_low = 0, share_high = 0;  ///< equal to share when exact, else a 95 % interval
  bool empty = false;                    ///< nobody needs a count to know: no package is accepted
  bool undecided = false;                ///< none was found that is, and it is not proven that there is none

  /// Over all packages for two parties, over the accepted ones for more; values are the parties' central utilities.
  std::vector<Point> frontier;
  std::vector<bool> frontier_accepted;  ///< parallel to frontier
  bool frontier_in_zone_only = false;
  Utility frontier_within = 0;  ///< 0: exact; from `unit` on: no bound can be stated

  std::vector<Utility> floors;  ///< the disagreement point: each party's floor
  std::vector<Utility> ideals;  ///< each party's best among the accepted packages; empty when there are none
  struct View {
    Viewpoint viewpoint = Viewpoint::nash;
    std::optional<Point> point;
    /// 0: proven to be the pick. Otherwise the best found: even a package that is worth so much less to every party
    /// than it is would not be preferred to it; nothing: no bound can be stated.
    std::optional<Utility> within = 0;
  };
  std::vector<View> viewpoints;

  /// Adjusted Winner: for two parties when every issue is a share between them and there are no rules or interactions.
  struct Division {
    std::vector<Fraction> to_first;
    std::array<Fraction, 2> points;  ///< in utility
    int divided = -1;
  };
  std::optional<Division> adjusted_winner;

  struct Tabled {
    int proposal = -1;
    Package package;  ///< for a bracketed text the completion that explain shows
    std::vector<Utility> value;
    bool accepted = false;
    Utility left_for_everyone = 0;  ///< how much every party could gain at once: 0 on the frontier
    std::optional<Point> better;    ///< the package that gives everyone at least that much more
  };
  std::vector<Tabled> tabled;  ///< the texts tabled up to the date, oldest first
};

Zone zone(const Case& c, const Model& model, const ZoneOptions& options = {});

/// Whether there is no package that everyone could accept in the central reading; nothing when the rules and
/// combinations tie the issues together beyond what can be computed.
std::optional<bool> zone_is_empty(const Case& c, const Model& model);

}  // namespace parley
