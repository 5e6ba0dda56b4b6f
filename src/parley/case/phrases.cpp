#include "parley/case/phrases.h"

#include <fmt/format.h>

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

}  // namespace parley
