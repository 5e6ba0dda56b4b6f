#pragma once

#include <string>

#include "parley/ask/analyze.h"
#include "parley/model/model.h"

namespace parley {

/// An analysis made by hand, with figures that nobody computed: enough of everything to fill each part of the page.
struct PageSample {
  Case c;
  Model model;
  Analysis analysis;
};

struct PageSize {
  int parties = 2;
  int issues = 6;
  int frontier = 40;
  std::string prefix = {};  ///< put before every name and text
};

PageSample page_sample(const PageSize& size = {});

}  // namespace parley
