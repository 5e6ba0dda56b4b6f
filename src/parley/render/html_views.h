#pragma once

#include <string>

#include "parley/solve/viewpoint.h"

namespace parley::html {

/// How the page speaks of a viewpoint.
struct ViewpointWords {
  std::string badge;
  std::string name;
  std::string picks;   ///< "the largest product of gains"
  std::string source;  ///< the publication
};

ViewpointWords words_of(Viewpoint viewpoint);

}  // namespace parley::html
