#pragma once

#include <functional>

#include "format/case_text.h"
#include "parley/format/domain/domain.h"

namespace parley {

inline std::string fixture(const std::string& path) {
  return read_text_file(PARLEY_SOURCE_DIR "/tests/format/" + path);
}

/// What a package is worth, in whole 10^-9, from the definition.
inline std::int64_t worth(const Utilities& utilities, const std::vector<int>& package) {
  std::int64_t sum = utilities.base;
  for (std::size_t i = 0; i < package.size(); ++i) sum += utilities.options[i][static_cast<std::size_t>(package[i])];
  for (const auto& combination : utilities.combinations) {
    bool holds = true;
    for (const Condition& c : combination.when)
      holds = holds && c.holds[static_cast<std::size_t>(package[static_cast<std::size_t>(c.issue)])];
    if (holds) sum += combination.adds;
  }
  return sum;
}

/// Calls with every package of a domain, the last issue changing fastest.
inline void for_each_package(const std::vector<Issue>& issues,
                             const std::function<void(const std::vector<int>&)>& take) {
  std::vector<int> package(issues.size());
  for (;;) {
    take(package);
    std::size_t i = package.size();
    while (i > 0 && ++package[i - 1] == issues[i - 1].levels()) package[--i] = 0;
    if (i == 0) return;
  }
}

/// How the options of an issue are called, as a plain text.
inline std::string option_names(const Issue& issue) {
  std::string text = issue.name + ":";
  for (const std::string& option : issue.options) text += " " + option;
  return text;
}

/// One line for each text.
inline std::string listed_lines(const std::vector<std::string>& texts) {
  std::string lines;
  for (const auto& text : texts) lines += text + "\n";
  return lines;
}

}  // namespace parley
