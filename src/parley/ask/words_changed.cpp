#include "parley/ask/words_changed.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace parley {
namespace {

using Words = std::vector<std::string_view>;
using Stretch = std::span<const std::string_view>;

constexpr std::size_t most_pairs = 4'000'000;
constexpr std::string_view spaces = " \t\r\n";
constexpr std::string_view marks = "[]|";

Words words_of(std::string_view text) {
  Words words;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    if (text.empty()) return words;
    std::size_t end = 1;
    if (marks.find(text.front()) == std::string_view::npos)
      while (end < text.size() && (spaces.find(text[end]) & marks.find(text[end])) == std::string_view::npos) ++end;
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

/// Words with the spaces that people write between them, brackets and what follows a bracket being the exception.
std::string joined(const Words& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool close = i == 0 || words[i - 1] == "[" || words[i] == "]" ||
                       (words[i - 1] == "]" && std::string_view(",.;:)").find(words[i][0]) != std::string_view::npos);
    if (!close) text += ' ';
    text += words[i];
  }
  return text;
}

/// Collects words into runs: what was removed and what was added stays apart until the next word that both share.
class Runs {
 public:
  void keep(std::string_view word) {
    if (!removed_.empty() || !added_.empty()) close();
    kept_.push_back(word);
  }
  void remove(std::string_view word) { removed_.push_back(word); }
  void add(std::string_view word) { added_.push_back(word); }

  std::vector<WordRun> take() {
    close();
    return std::move(runs_);
  }

 private:
  void close() {
    flush(WordRun::Kind::kept, kept_);
    flush(WordRun::Kind::removed, removed_);
    flush(WordRun::Kind::added, added_);
  }
  void flush(WordRun::Kind kind, Words& words) {
    if (!words.empty()) runs_.push_back({kind, joined(words)});
    words.clear();
  }

  std::vector<WordRun> runs_;
  Words kept_, removed_, added_;
};

/// A longest common subsequence, told word by word.
void tell_middle(Stretch before, Stretch after, Runs& runs) {
  const std::size_t width = after.size() + 1;
  const bool compare = before.size() * after.size() <= most_pairs;
  // longest[i * width + j]: the most words that the rests from i and from j on have in common.
  std::vector<std::uint32_t> longest(compare ? (before.size() + 1) * width : 0);
  if (compare)
    for (std::size_t i = before.size(); i-- > 0;)
      for (std::size_t j = after.size(); j-- > 0;)
        longest[i * width + j] = before[i] == after[j]
                                     ? longest[(i + 1) * width + j + 1] + 1
                                     : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  std::size_t i = 0;
  std::size_t j = 0;
  while (compare && i < before.size() && j < after.size()) {
    if (before[i] == after[j]) {
      runs.keep(before[i++]);
      ++j;
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
      runs.remove(before[i++]);
    } else {
      runs.add(after[j++]);
    }
  }
  for (; i < before.size(); ++i) runs.remove(before[i]);
  for (; j < after.size(); ++j) runs.add(after[j]);
}

std::vector<WordRun> compared(Stretch before, Stretch after) {
  Runs runs;
  const auto [first, second] = std::ranges::mismatch(before, after);
  const auto start = static_cast<std::size_t>(first - before.begin());
  for (const std::string_view word : before.first(start)) runs.keep(word);
  before = before.subspan(start);
  after = after.subspan(start);
  std::size_t end = 0;
  while (end < std::min(before.size(), after.size()) &&
         before[before.size() - end - 1] == after[after.size() - end - 1])
    ++end;
  tell_middle(before.first(before.size() - end), after.first(after.size() - end), runs);
  for (const std::string_view word : before.last(end)) runs.keep(word);
  return runs.take();
}

/// The change back: what was added is removed.
std::vector<WordRun> mirrored(std::vector<WordRun> runs) {
  using Kind = WordRun::Kind;
  for (WordRun& run : runs)
    if (run.kind != Kind::kept) run.kind = run.kind == Kind::added ? Kind::removed : Kind::added;
  for (std::size_t i = 0; i + 1 < runs.size(); ++i)
    if (runs[i].kind == Kind::added && runs[i + 1].kind == Kind::removed) std::swap(runs[i], runs[i + 1]);
  return runs;
}

}  // namespace

std::vector<WordRun> words_changed(std::string_view before, std::string_view after) {
  const Words first = words_of(before);
  const Words second = words_of(after);
  // Which of several longest subsequences is found must not hang on which of the two came first.
  return second < first ? mirrored(compared(second, first)) : compared(first, second);
}

bool same_words(std::string_view before, std::string_view after) { return words_of(before) == words_of(after); }

}  // namespace parley
