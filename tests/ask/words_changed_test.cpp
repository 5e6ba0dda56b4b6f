#include "parley/ask/words_changed.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "support/random_tables.h"

namespace parley::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = WordRun::Kind;

TEST(WordsChanged, TellsWhatWentAndWhatCame) {
  EXPECT_THAT(
      words_changed("Residents return gradually within six weeks.", "Residents return freely within six weeks."),
      ElementsAre(WordRun{Kind::kept, "Residents return"}, WordRun{Kind::removed, "gradually"},
                  WordRun{Kind::added, "freely"}, WordRun{Kind::kept, "within six weeks."}));
}

TEST(WordsChanged, BracketsAreWordsOfTheirOwn) {
  EXPECT_THAT(words_changed("They return [gradually | freely], all of them.", "They return gradually, all of them."),
              ElementsAre(WordRun{Kind::kept, "They return"}, WordRun{Kind::removed, "[gradually | freely],"},
                          WordRun{Kind::added, "gradually,"}, WordRun{Kind::kept, "all of them."}));
  EXPECT_THAT(words_changed("They return [gradually | freely].", "They return [gradually]."),
              ElementsAre(WordRun{Kind::kept, "They return [gradually"}, WordRun{Kind::removed, "| freely"},
                          WordRun{Kind::kept, "]."}));
}

TEST(WordsChanged, IgnoresWhiteSpace) {
  EXPECT_THAT(words_changed("a  b\n[ c|d ]", "a b [c | d]"), ElementsAre(WordRun{Kind::kept, "a b [c | d]"}));
  EXPECT_TRUE(same_words("a  b\n[ c|d ]", "a b [c | d]"));
  EXPECT_FALSE(same_words("a b", "a c"));
}

TEST(WordsChanged, KnowsNothingness) {
  EXPECT_THAT(words_changed("", ""), IsEmpty());
  EXPECT_THAT(words_changed(" ", "a b"), ElementsAre(WordRun{Kind::added, "a b"}));
  EXPECT_THAT(words_changed("a b", ""), ElementsAre(WordRun{Kind::removed, "a b"}));
}

std::string drawn(Random& random, int most) {
  std::string text;
  for (auto words = draw(random, 0, most); words > 0; --words)
    text += std::string(1, static_cast<char>('a' + draw(random, 0, 2))) + " ";
  return text.empty() ? text : text.substr(0, text.size() - 1);
}

/// One of the two texts: the words that are kept, and those of one kind.
std::string side(const std::vector<WordRun>& runs, Kind kind) {
  std::string text;
  for (const WordRun& run : runs)
    if (run.kind == Kind::kept || run.kind == kind) text += (text.empty() ? "" : " ") + run.words;
  return text;
}

/// The most words that two texts have in common, found by trying: words are single letters here.
std::size_t most_common(const std::string& a, const std::string& b) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
  const auto best = [&](auto& self, std::size_t i, std::size_t j) -> std::size_t {
    if (i >= a.size() || j >= b.size()) return 0;
    if (const auto found = known.find({i, j}); found != known.end()) return found->second;
    std::size_t most = std::max(self(self, i + 2, j), self(self, i, j + 2));
    if (a[i] == b[j]) most = std::max(most, 1 + self(self, i + 2, j + 2));
    return known[{i, j}] = most;
  };
  return best(best, 0, 0);
}

std::size_t kept(const std::vector<WordRun>& runs) {
  std::size_t words = 0;
  for (const WordRun& run : runs)
    if (run.kind == Kind::kept) words += (run.words.size() + 1) / 2;
  return words;
}

std::vector<WordRun> exchanged(std::vector<WordRun> runs) {
  for (WordRun& run : runs)
    if (run.kind != Kind::kept) run.kind = run.kind == Kind::added ? Kind::removed : Kind::added;
  for (std::size_t i = 0; i + 1 < runs.size(); ++i)
    if (runs[i].kind == Kind::added && runs[i + 1].kind == Kind::removed) std::swap(runs[i], runs[i + 1]);
  return runs;
}

TEST(WordsChanged, KeepsAsManyWordsAsPossibleAndTurnsRound) {
  Random random(5);
  for (int round = 0; round < 2'000; ++round) {
    const std::string a = drawn(random, 9);
    const std::string b = drawn(random, 9);
    SCOPED_TRACE("'" + a + "' and '" + b + "'");
    const auto runs = words_changed(a, b);
    EXPECT_EQ(side(runs, Kind::removed), a);
    EXPECT_EQ(side(runs, Kind::added), b);
    EXPECT_EQ(kept(runs), most_common(a, b));
    EXPECT_EQ(words_changed(b, a), exchanged(runs));
  }
}

TEST(WordsChanged, ReplacesWhatIsTooLongToCompare) {
  std::string before = "start ";
  std::string after = "start ";
  for (int i = 0; i < 5'000; ++i) {
    before += "x" + std::to_string(i) + " ";
    after += "y" + std::to_string(i) + " ";
  }
  const auto runs = words_changed(before + "end", after + "end");
  ASSERT_EQ(runs.size(), 4u);
  EXPECT_EQ(runs[0], (WordRun{Kind::kept, "start"}));
  EXPECT_EQ(runs[3], (WordRun{Kind::kept, "end"}));
}

}  // namespace
}  // namespace parley::test
