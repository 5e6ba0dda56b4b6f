#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parley {

/// What came of killing, again and again, something that is done once and as a whole.
struct KillOnceCounts {
  std::int64_t rounds = 0;
  std::int64_t midway = 0;            ///< killed while it was being done
  std::int64_t nothing_done = 0;      ///< of those: afterwards it was as before
  std::int64_t all_done = 0;          ///< of those: afterwards all of it was there
  std::vector<std::string> failures;  ///< one sentence for each promise that was not kept
};

/// A record is created; afterwards there is none, and it can be created, or a whole and empty one.
KillOnceCounts kill_creators(const std::string& folder, std::int64_t rounds, std::uint64_t seed);

/// A record of the first layout is brought up to date; afterwards all of its entries are there, and it is of the one
/// layout or the other.
KillOnceCounts kill_updaters(const std::string& folder, std::int64_t rounds, std::uint64_t seed);

/// A file of JSON Lines is imported, in several batches; afterwards a sound beginning of it is there, and the same
/// import done again brings the rest.
KillOnceCounts kill_importers(const std::string& folder, std::int64_t rounds, std::uint64_t seed);

}  // namespace parley
