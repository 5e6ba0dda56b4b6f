#pragma once

#include <optional>
#include <string>

#include "parley/talks/entry.h"

namespace parley {

/// What every store refuses to take in, as one sentence for people that says how to mend it; nothing when it is fit to
/// be kept. The event: one line of UTF-8 without control characters, a megabyte (2^20 bytes) at most, not empty. Names
/// and ids: UTF-8 without control characters, 1000 bytes at most, 1000 of each sort at most. The words to search: UTF-8
/// without NUL, a megabyte at most.
std::optional<std::string> fault_of(const Draft& draft);
std::optional<std::string> fault_of(const Entry& entry, const EntryKeys& keys);

}  // namespace parley
