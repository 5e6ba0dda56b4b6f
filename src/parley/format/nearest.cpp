#include "parley/format/nearest.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace parley {
namespace {

constexpr std::size_t longest = 64;  ///< longer words are not compared: nobody mistypes them by a letter

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::size_t distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, longest + 1>;
  Row before{}, last{}, now{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({changed, last[j] + 1, now[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before = last;
    last = now;
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > longest) return std::nullopt;
  const std::string wanted = lower(word);
  std::optional<std::string> best;
  std::size_t best_distance = longest;
  for (const std::string& candidate : known) {
    if (candidate.size() > longest) continue;
    const std::size_t d = distance(wanted, lower(candidate));
    const std::size_t allowed = (std::max(word.size(), candidate.size()) + 1) / 3;
    if (d <= allowed && (d < best_distance || (d == best_distance && best && candidate < *best))) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

}  // namespace parley
