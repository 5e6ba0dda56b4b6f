#pragma once

#include <cstdint>

#include "parley/model/tables.h"

namespace parley::bench {

enum class Interests {
  independent,  ///< each party values options on its own
  opposed       ///< the others value options the opposite way to the first, with a tenth of noise
};

/// Talks over `issues` issues of `options` options: issue weights from an exponential distribution, option values
/// uniform, each party's best package worth `unit`. The same on every machine but for the logarithm's last digit.
Tables invent_talks(int parties, int issues, int options, Interests interests, std::uint64_t seed);

/// Adds to what each pair of issues up to `width` apart is worth to each party, by a table over their options: up to
/// three quarters of what an issue is worth on average, for better or worse.
void entangle(Tables& tables, int width, std::uint64_t seed);

}  // namespace parley::bench
