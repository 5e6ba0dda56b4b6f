#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parley {

/// What came of killing writers again and again.
struct KillCounts {
  std::int64_t rounds = 0;
  std::int64_t acknowledged = 0;      ///< batches whose append() had returned before the kill
  std::int64_t entries = 0;           ///< in them
  std::int64_t unacknowledged = 0;    ///< batches that were there although the kill came before their acknowledgement
  std::int64_t journals_left = 0;     ///< rounds that left a journal for the next one to take up
  std::int64_t while_opening = 0;     ///< rounds in which the kill came before the first acknowledgement
  std::vector<std::string> failures;  ///< one sentence for each promise that was not kept
};

/// In each round a process of its own appends batches to a record in `folder`, says so through a pipe after each,
/// closes and opens the record now and then, and is killed (SIGKILL) at a random moment. Then every acknowledged entry
/// has to be there, with its hash, the chain has to be sound, no batch may be there in part, and the index and the
/// search have to know the last entries. A new record is begun every 40 rounds.
KillCounts kill_writers(const std::string& folder, std::int64_t rounds, std::uint64_t seed);

}  // namespace parley
