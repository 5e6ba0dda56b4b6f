#pragma once

#include <filesystem>
#include <memory>

#include "parley/case/problem.h"
#include "parley/talks/store.h"

namespace parley {

/// Whether a name is that of a record carried away as JSON Lines: it ends in ".jsonl".
bool is_json_lines(const std::string& where);

/// A record that was carried away as JSON Lines (json_lines.h), to be asked without a store of its own. It is read into
/// memory as a whole; what is added to it is lost.
struct LinesOpened {
  std::unique_ptr<Store> store;  ///< set exactly when there are no problems
  Problems problems;             ///< of the file, with their places
};
LinesOpened open_json_lines(const std::filesystem::path& path);

}  // namespace parley
