#include "parley/ask/zone_size.h"

namespace parley {

ZoneSize zone_size(const Spaces& spaces, std::uint64_t seed, const std::stop_token& stop) {
  ZoneSize answer;
  const Count packages = spaces.packages();
  answer.packages = packages.str();
  CountOptions options;
  options.seed = seed;
  const AcceptedCount accepted = spaces.accepted(options, stop);
  // Counted among the packages that needed red lines leave over; shares are of all packages.
  const double part = part_of(spaces.consenting_packages(), packages);
  if (accepted.exact) {
    answer.accepted = accepted.exact->str();
    answer.share = part_of(*accepted.exact, packages);
    answer.share_low = answer.share_high = answer.share;
  } else {
    answer.share = accepted.share * part;
    answer.share_low = accepted.low * part;
    answer.share_high = accepted.high * part;
  }
  const Spaces::Any any = spaces.any_accepted(stop);
  answer.empty = !any.found && any.proven;
  if (answer.empty) {
    // Proven without counting.
    answer.accepted = "0";
    answer.share = answer.share_low = answer.share_high = 0;
  }
  answer.undecided = !any.found && !any.proven;
  return answer;
}

}  // namespace parley
