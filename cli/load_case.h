#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "parley/case/case.h"

namespace parley::cli {

/// Where a case is to come from.
struct CaseSource {
  std::string path;                   ///< a case file, `-` for standard input, or a domain's folder or file
  std::vector<std::string> profiles;  ///< of a domain: these, in this order
  std::string record;                 ///< where the record of the talks is kept; empty: none
  std::string known_by;               ///< a moment: only what had been entered by then
  std::vector<std::string> viewers;   ///< only what is for everyone or for one of these; none: everything
};

/// Adds the arguments that say so.
void add_case(CLI::App& command, CaseSource& from);
void add_record_options(CLI::App& command, CaseSource& from);

/// Reads the case. Prints the problems of a wrong one on stderr, one a line as `file:line:column: message` with the
/// mend below, and throws Failure. Of a domain, profiles that are wrong are named and left out, and what is read
/// otherwise than it stands in the files is noted on stderr. With a record, what it says is added to the case; entries
/// that contradict the case are named and end the program.
Case load_case(const CaseSource& from);

}  // namespace parley::cli
