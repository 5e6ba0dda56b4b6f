#pragma once

#include <string>
#include <vector>

#include "parley/model/utility.h"

namespace parley::html {

/// How much each side is tempted over the handovers of a schedule.
struct ExchangePicture {
  struct Side {
    std::string name;  ///< markup
    int party = 0;
    Utility guarantee = 0;
    std::vector<Utility> temptation;  ///< before the first handover and after each
  };
  std::string id;  ///< of the picture on its page
  std::string title;
  std::string description;
  std::vector<int> days;  ///< of each handover
  std::vector<Side> sides;
};

/// A line in steps for each side, with its guarantee dashed across: what lies above it is hatched.
std::string exchange_picture(const ExchangePicture& picture);

}  // namespace parley::html
