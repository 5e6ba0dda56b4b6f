#include "parley/talks/lines_store.h"

#include <fstream>

#include "parley/talks/json_lines.h"
#include "parley/talks/keys.h"
#include "parley/talks/sqlite/sqlite_store.h"

namespace parley {

bool is_json_lines(const std::string& where) { return where.ends_with(".jsonl"); }

LinesOpened open_json_lines(const std::filesystem::path& path) {
  LinesOpened opened;
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path)) {
    opened.problems.push_back({{}, "the file cannot be read", "look for its name, and whether you may read it"});
    return opened;
  }
  auto store = record_in_memory();
  opened.problems = import_json_lines(in, *store, keys_of_stranger).problems;
  if (opened.problems.empty()) opened.store = std::move(store);
  return opened;
}

}  // namespace parley
