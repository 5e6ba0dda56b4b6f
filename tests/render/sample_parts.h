#pragma once

#include <string>

#include "parley/ask/answer.h"

/// What the answers about the river have in common.
namespace parley::sample {

inline Date date(int y, unsigned m, unsigned d) {
  return {std::chrono::sys_days{std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d}}};
}

constexpr Utility u(int hundredths) { return hundredths * (unit / 100); }

inline Heading river_heading(const std::string& question) {
  Heading h;
  h.question = question;
  h.title = "River talks between Upland and Lowland";
  h.as_of = date(2031, 5, 20);
  h.guarantee.words = "Exact: nothing was left out or rounded.";
  h.basis = {{{0, 9}, {1, 3}}, 12, 41};
  return h;
}

}  // namespace parley::sample
