#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "parley/case/case.h"

namespace parley::cli {

/// What a question about a text is about: a proposal of the case, or a package that the call describes.
struct TextSource {
  std::string proposal;              ///< its id; empty: the newest
  std::vector<std::string> package;  ///< "issue=option" or "issue=one|two"; issues that are not named are open
};

/// Adds the arguments that say so.
void add_text(CLI::App& command, TextSource& text);
/// Only --package, beside a PROPOSAL with a meaning of its own.
void add_package(CLI::App& command, TextSource& text, CLI::Option& proposal);

/// The proposal that is meant; a package that the call describes is added to the case. Throws Failure, with what there
/// is to choose from.
int find_text(Case& c, const TextSource& text, Date as_of);

}  // namespace parley::cli
