#pragma once

#include <cstdint>
#include <vector>

#include "parley/solve/joint/reading_table.h"

namespace parley {

/// In which readings a package is approved: bit j % 64 of word j / 64 stands for reading j, bits beyond the last
/// reading are 0. The rules of the table are not asked.
struct Approved {
  std::vector<std::vector<std::uint64_t>> views;  ///< for each view
  std::vector<std::uint64_t> jointly;             ///< enough views for everyone's consent
  std::vector<std::uint32_t> by_view;             ///< how many readings, for each view
  std::uint32_t together = 0;                     ///< and jointly: counted reading by reading, no product of shares
};
Approved approved_in(const ReadingTable& table, const Package& package);

/// For each package, in how many readings it is approved jointly. Exact; does not depend on the number of threads (0:
/// as many as there are cores). Packages are taken in order of their options, so that neighbours share the sums of
/// their first issues; sums of a few issues each are tables that stay next to the processor, block of readings by
/// block, in 32 bits where all sums fit.
std::vector<std::uint32_t> joint_approvals(const ReadingTable& table, const std::vector<Package>& packages,
                                           int threads = 0);

}  // namespace parley
