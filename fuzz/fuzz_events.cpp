#include <cstdint>
#include <cstdlib>
#include <string>

#include "parley/format/case_file.h"
#include "parley/format/record/case_events.h"
#include "parley/format/record/event_reader.h"
#include "parley/format/starter.h"

/// libfyaml 0.7.12 loses a few bytes on some malformed texts; leaks of our own still count.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfyaml";
}  // NOLINT(bugprone-reserved-identifier)

namespace {

const parley::Case& base() {
  static const parley::Case value = parley::read_case(parley::starter_case()).value.value();
  return value;
}

}  // namespace

/// Any bytes are read without a crash or a hang; what is entered can be replayed, line by line, and says the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const std::string& line : parley::events_of_case(text))
    if (line.find('\n') != std::string::npos) std::abort();

  parley::EventReader written(base());
  const auto events = written.read_written(text);
  if (events.problems.empty() == events.lines.empty()) std::abort();
  parley::EventReader replayed(base());
  for (const std::string& line : events.lines)
    if (line.find('\n') != std::string::npos || !replayed.read(line).empty()) std::abort();
  if (!events.problems.empty()) return 0;
  const parley::Case& a = written.value();
  const parley::Case& b = replayed.value();
  if (a.proposals.size() != b.proposals.size() || a.responses.size() != b.responses.size() ||
      a.approvals.size() != b.approvals.size() || a.events.size() != b.events.size())
    std::abort();
  return 0;
}
