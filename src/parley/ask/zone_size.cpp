#include "parley/ask/zone_size.h"

namespace parley {

ZoneSize zone_size(const Spaces& spaces, std::uint64_t seed, const std::stop_token& stop) {
  ZoneSize size;
  const Count packages = spaces.packages();
  size.packages = packages.digits;
  CountOptions options;
  options.seed = seed;
  const AcceptedCount accepted = spaces.accepted(options, stop);
  // Counted among the packages that needed red lines leave over; shares are of all packages.
  const double part = part_of(spaces.consenting_packages(), packages);
  if (accepted.exact) {
    size.accepted = accepted.exact->digits;
    size.share = part_of(*accepted.exact, packages);
    size.share_low = size.share_high = size.share;
  } else {
    size.share = accepted.share * part;
    size.share_low = accepted.low * part;
    size.share_high = accepted.high * part;
  }
  const Spaces::Any any = spaces.any_accepted(stop);
  size.empty = !any.found && any.proven;
  if (size.empty) {
    // Proven without counting.
    size.accepted = "0";
    size.share = size.share_low = size.share_high = 0;
  }
  size.undecided = !any.found && !any.proven;
  return size;
}

}  // namespace parley
