#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "talks/postgres/server.h"

namespace parley {

/// What came of disturbing those who write to a record on a server, again and again.
struct LossCounts {
  std::int64_t disturbed = 0;     ///< connections cut, writers killed, or servers killed
  std::int64_t within_write = 0;  ///< of the connections: cut while a transaction was open
  std::int64_t acknowledged = 0;  ///< batches of three entries whose append() returned, or that were found to be kept
  std::int64_t unsure = 0;        ///< times that a writer was told that it is unknown whether its batch is kept
  std::int64_t entries = 0;       ///< in the end
  std::vector<std::string> failures;  ///< one sentence for each promise that was not kept
};

/// Two processes append batches, again and again until each is acknowledged, while the server ends their connections at
/// random moments. Afterwards each acknowledged batch has to be there once and whole, and the chain has to be sound.
LossCounts cut_connections(Server& server, std::int64_t cuts, std::uint64_t seed);

/// The same while the server and all its processes are killed (SIGKILL) and started again.
LossCounts kill_servers(Server& server, std::int64_t kills, std::uint64_t seed);

/// The same while the writing processes are killed; what they had not acknowledged may be there or not, but whole.
LossCounts kill_team(Server& server, std::int64_t kills, std::uint64_t seed);

}  // namespace parley
