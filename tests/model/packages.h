#pragma once

#include <vector>

#include "parley/case/case.h"

namespace parley::test {

/// Every package of a case, whatever the rules say.
inline std::vector<Package> packages(const Case& c) {
  std::vector<Package> all{{}};
  for (const Issue& issue : c.issues) {
    std::vector<Package> longer;
    for (const Package& package : all)
      for (int level = 0; level < issue.levels(); ++level) {
        longer.push_back(package);
        longer.back().push_back(level);
      }
    all = std::move(longer);
  }
  return all;
}

inline bool obeys_all(const Case& c, const Package& package) {
  for (const Rule& rule : c.rules)
    if (!obeys(c, rule, package)) return false;
  return true;
}

}  // namespace parley::test
