#pragma once

#include <functional>

#include "parley/talks/chain.h"
#include "parley/talks/store.h"

namespace parley {

/// Checks the chain of a whole record, from its first entry to where it says that it ends and beyond, also while others
/// add to it. `tell` gets each break as soon as it is found. Gives the last entry that was seen: to be compared with a
/// head that was kept elsewhere. Throws what the store throws.
Head verify(Store& store, const std::function<void(const Break&)>& tell);

}  // namespace parley
