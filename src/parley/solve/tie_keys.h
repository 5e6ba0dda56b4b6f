#pragma once

#include <cstdint>
#include <vector>

#include "parley/model/tables.h"

namespace parley {

/// The tables' tie keys, for each issue and level, such that no sum over a package outgrows its 32-bit lane: sums that
/// wrapped would make ties hang on the order of work, so lanes that could overflow lose their low bits. Sums of these
/// are sums of plain numbers. Empty when the tables have no keys.
std::vector<std::vector<std::uint64_t>> fitting_tie_keys(const Tables& tables);

}  // namespace parley
