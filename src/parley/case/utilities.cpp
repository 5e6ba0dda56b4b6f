#include "parley/case/utilities.h"

#include <fmt/core.h>

namespace parley {

std::string billionths_text(std::int64_t number) {
  const std::int64_t magnitude = number < 0 ? -number : number;
  const std::string whole = fmt::format("{}{}", number < 0 ? "-" : "", magnitude / one_utility);
  std::string fraction = std::to_string(one_utility + magnitude % one_utility).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? whole : whole + "." + fraction;
}

}  // namespace parley
