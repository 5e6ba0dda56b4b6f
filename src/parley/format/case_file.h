#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "parley/case/case.h"

namespace parley {

/// What came of reading a case file: the case, or everything that is wrong with it.
struct CaseFile {
  std::optional<Case> value;  ///< set exactly when there are no problems
  Problems problems;          ///< in the order of the file; of more than 100 the last line says how many are left out
};

/// Reads a case from the text of a case file (docs/case-format.md). After an error it reads on, so that the author
/// learns of every error at once; where the text holds together well enough, the checks of check.h are made too.
/// Nothing in the text is ever executed or looked up, and any bytes end in bounded time and memory.
///
/// Levels: options as listed; counts, durations and shares from the lowest number up, a share from 0 to 100 percent of
/// the first claimant. Points become one value for each level, on straight lines, rounded to millionths.
CaseFile read_case(std::string_view text);

/// The same from a file. What cannot be read is one problem without a place.
CaseFile read_case_file(const std::filesystem::path& path);

}  // namespace parley
