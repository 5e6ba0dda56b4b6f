#include "parley/case/phrases.h"

#include <fmt/core.h>

namespace parley {

std::string listed(const std::vector<std::string>& items, const std::string& join) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 < items.size() ? ", " : " " + join + " ";
    text += items[i];
  }
  return text;
}

std::string range_text(Decimal low, Decimal high) {
  return low == high ? to_text(low) : fmt::format("{} to {}", to_text(low), to_text(high));
}

std::string counted(std::int64_t number, const std::string& plural) {
  const bool one = number == 1 && plural.ends_with('s');
  return fmt::format("{} {}", number, one ? plural.substr(0, plural.size() - 1) : plural);
}

std::string duration_text(Decimal low, Decimal high) {
  struct DayUnit {
    const char* name;
    std::int64_t days;
  };
  for (const DayUnit unit : {DayUnit{"years", 365}, DayUnit{"months", 30}, DayUnit{"weeks", 7}, DayUnit{"days", 1}}) {
    const std::int64_t whole = Decimal::of(unit.days).millionths;
    if (low.millionths % whole != 0 || high.millionths % whole != 0 || high.millionths == 0) continue;
    const std::int64_t least = low.millionths / whole;
    const std::int64_t most = high.millionths / whole;
    return least == most ? counted(least, unit.name) : fmt::format("{} to {} {}", least, most, unit.name);
  }
  return range_text(low, high) + " days";
}

}  // namespace parley
