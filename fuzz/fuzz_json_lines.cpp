#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "parley/talks/chain.h"
#include "parley/talks/json_line_reader.h"
#include "parley/talks/json_lines.h"
#include "parley/talks/sound.h"
#include "talks/naive_store.h"

namespace {

parley::EntryKeys no_keys(const std::string& event, parley::Problems& problems) {
  if (event.find("wrong") != std::string::npos) problems.push_back({{1, 3}, "this event is wrong", ""});
  return {};
}

/// A line that was read, written again, is the same entry.
void read_and_write(std::string_view line) {
  const auto read = parley::read_json_line(line, 1);
  if (read.entry.has_value() != read.problems.empty()) std::abort();
  if (!read.entry || parley::fault_of(*read.entry, {})) return;
  std::string again = parley::json_line(*read.entry);
  again.pop_back();
  if (parley::read_json_line(again, 1).entry != read.entry) std::abort();
}

}  // namespace

/// Any bytes are read without a crash or a hang; a record takes in all of a sound file, in one chain, or nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) read_and_write(line);

  std::istringstream file(text);
  parley::NaiveStore store;
  const auto made = parley::import_json_lines(file, store, no_keys);
  if (made.problems.size() > 101) std::abort();
  const auto added = static_cast<std::int64_t>(store.entries().size());
  if (made.added != added || added != (made.problems.empty() ? made.entries : 0)) std::abort();
  parley::ChainCheck check;
  for (const auto& entry : store.entries())
    if (!check.next(entry).empty()) std::abort();

  std::ostringstream copy;
  if (parley::export_json_lines(store, copy) != store.head()) std::abort();
  std::istringstream again(copy.str());
  parley::NaiveStore second;
  parley::import_json_lines(again, second, no_keys);
  if (second.entries() != store.entries()) std::abort();
  return 0;
}
