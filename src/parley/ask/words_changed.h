#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// Words that two versions of a clause share, or that only the first (removed) or the second (added) has.
struct WordRun {
  enum class Kind { kept, removed, added };
  Kind kind = Kind::kept;
  std::string words;
  friend bool operator==(const WordRun&, const WordRun&) = default;
};

/// What changed from one wording to another, word by word, with as many words kept as possible; brackets and the bars
/// between alternatives count as words of their own. What was removed stands before what was added in its place, and
/// the change back is the same with the two exchanged. White space is no change. Empty for two empty texts.
/// Time and memory are bounded: between their common beginning and end, texts of more than 4,000,000 pairs of words are
/// taken as replaced as a whole.
std::vector<WordRun> words_changed(std::string_view before, std::string_view after);

/// Whether two wordings are the same, white space aside.
bool same_words(std::string_view before, std::string_view after);

}  // namespace parley
