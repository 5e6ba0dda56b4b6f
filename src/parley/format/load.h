#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "parley/case/case.h"
#include "parley/format/domain/domain.h"

namespace parley {

/// What came of loading a case from wherever it lies.
struct Loaded {
  struct File {
    std::filesystem::path path;
    Problems problems;
  };
  std::optional<Case> value;
  std::string format;              ///< "Parley", "Genius", "GeniusWeb", "NegMAS" or "NegoLog"
  std::vector<File> wrong;         ///< files with problems; of a domain, profiles that were left out
  std::vector<std::string> notes;  ///< "sideB.xml: the real issue Share is cut into 21 steps"
};

/// Loads a case file, or a domain of Genius, GeniusWeb, NegMAS or NegoLog: its folder, or its domain file. Which format
/// it is the bytes tell, not the names. Every profile in the folder is a party, in the order of the files' names, or
/// those of `profiles`, in their order (paths as they are, or within the folder). A profile with problems is left out
/// and named, as long as two are left. There is no value exactly when something wrong keeps the case from being a case;
/// a problem without a place says that a path could not be read.
Loaded load(const std::filesystem::path& path, const std::vector<std::filesystem::path>& profiles = {});

/// Formats that `write_domain` knows, by the names that `Loaded::format` uses.
std::vector<std::string> written_formats();

/// The files of a case, whose parties all have utilities, in one of these formats.
Exported write_domain(const std::string& format, const Case& c);

}  // namespace parley
