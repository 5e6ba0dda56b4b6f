#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "parley/case/case.h"
#include "parley/talks/entry.h"

// Records of invented talks, for benchmarks.

namespace parley::bench {

/// What the talks are about: two parties with three principals each, two third parties, eight issues.
Case case_of_talks();

/// The path of a record of so many entries about that case: of a hundred events 70 are meetings, statements, demands
/// and the like, 20 responses and approvals, and one corrects another; there is a new text in a thousand, 300 at most.
/// They happened over three years and were entered up to two months later. Made when it is first asked for, gone when
/// the program ends.
const std::string& record_of(std::size_t entries);

/// All entries of a record, read from its file.
std::vector<Entry> read_record(const std::string& path);

/// A time by which half of the entries of any such record had been entered.
std::chrono::sys_seconds half_way();

}  // namespace parley::bench
