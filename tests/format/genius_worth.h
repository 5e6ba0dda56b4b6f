#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "format/case_text.h"
#include "parley/format/genius/genius.h"

namespace parley {

/// u(x) by its definition in utilities.h.
inline std::int64_t worth(const Utilities& u, const std::vector<int>& package) {
  std::int64_t sum = u.base;
  for (std::size_t i = 0; i < package.size(); ++i) sum += u.options[i][static_cast<std::size_t>(package[i])];
  for (const auto& combination : u.combinations)
    if (std::all_of(combination.when.begin(), combination.when.end(), [&](const Condition& condition) {
          return condition.holds[static_cast<std::size_t>(package[static_cast<std::size_t>(condition.issue)])];
        }))
      sum += combination.adds;
  return sum;
}

/// Calls with every package of a domain, the last issue changing fastest.
template <class Use>
void for_each_package(const std::vector<Issue>& issues, Use use) {
  std::vector<int> package(issues.size(), 0);
  while (true) {
    use(package);
    std::size_t i = issues.size();
    while (i > 0 && ++package[i - 1] == issues[i - 1].levels()) package[--i] = 0;
    if (i == 0) return;
  }
}

inline std::string listed_lines(const std::vector<std::string>& texts) {
  std::string lines;
  for (const auto& text : texts) lines += text + "\n";
  return lines;
}

}  // namespace parley
