#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parley/case/check.h"
#include "parley/format/case_file.h"

/// libfyaml 0.7.12 loses a few bytes on some malformed texts; leaks of our own still count.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfyaml";
}  // NOLINT(bugprone-reserved-identifier)

/// Any bytes are read without a crash or a hang into a case or into problems, and a case that was read is sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const parley::CaseFile file = parley::read_case({reinterpret_cast<const char*>(data), size});
  if (file.value.has_value() != file.problems.empty()) std::abort();
  if (file.value && !parley::check(*file.value).empty()) std::abort();
  return 0;
}
