#pragma once

#include <string>

#include "parley/case/problem.h"

namespace parley::cli {

/// Prints what is wrong with a file on stderr, `-` being standard input: each problem on a line as
/// `file:line:column: message`, with the mend below.
void complain_of(const std::string& file, const Problems& problems);

/// The same, then throws Failure.
[[noreturn]] void refuse(const std::string& file, const Problems& problems);

}  // namespace parley::cli
