#pragma once

#include <string>
#include <vector>

#include "parley/case/quantity.h"

namespace parley {

/// "a", "a and b", "a, b and c", with any joining word.
std::string listed(const std::vector<std::string>& items, const std::string& join = "and");

/// "30" or "20 to 40".
std::string range_text(Decimal low, Decimal high);

/// The name of a thing of which there is one: "weeks" becomes "week" when the number is 1.
std::string counted(std::int64_t number, const std::string& plural);

/// Days in the largest unit that leaves whole numbers: "6 weeks", "12 months", "3 to 10 days".
std::string duration_text(Decimal low, Decimal high);

}  // namespace parley
