#pragma once

#include <string>
#include <vector>

#include "parley/case/check.h"

namespace parley::test {

inline std::vector<std::string> messages(const Problems& problems) {
  std::vector<std::string> texts;
  for (const Problem& problem : problems) texts.push_back(problem.message);
  return texts;
}

}  // namespace parley::test
