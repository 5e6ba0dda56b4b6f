#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parley/format/points_file.h"

/// Any bytes are read without a crash or a hang into points or into problems, and every point has all its numbers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& columns : {parley::PointsColumns{}, parley::PointsColumns{{"2", "a"}, {"a"}}}) {
    const parley::PointsFile file = parley::read_points(text, columns);
    if (file.value.has_value() != file.problems.empty()) std::abort();
    if (!file.value) continue;
    if (file.value->points() == 0 || file.value->names.empty()) std::abort();
    if (file.value->numbers.size() != file.value->points() * file.value->names.size()) std::abort();
    for (const auto at : file.value->points_at)
      if (parley::line_at(text, at).empty()) std::abort();
  }
  return 0;
}
