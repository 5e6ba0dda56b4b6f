#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "parley/talks/store.h"

namespace parley::cli {

/// Which entries of a record are wanted, as the command line says it.
struct Wanted {
  EntryFilter filter;
  std::vector<std::string> viewers;  ///< only what is for everyone or for one of these; none: everything

  EntryFilter entries() const;
};

/// Adds the options that say so.
void add_wanted(CLI::App& command, Wanted& wanted);

}  // namespace parley::cli
