#pragma once

#include <algorithm>
#include <vector>

#include "parley/case/case.h"

namespace parley::test {

/// Every package of a case that obeys its rules, by enumeration.
inline std::vector<Package> packages_of(const Case& c) {
  std::vector<Package> packages;
  Package package(c.issues.size(), 0);
  while (true) {
    if (std::ranges::all_of(c.rules, [&](const Rule& rule) { return obeys(c, rule, package); }))
      packages.push_back(package);
    std::size_t i = 0;
    while (i < package.size() && ++package[i] == c.issues[i].levels()) package[i++] = 0;
    if (i == package.size()) return packages;
  }
}

}  // namespace parley::test
