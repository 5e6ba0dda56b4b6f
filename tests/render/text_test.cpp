#include "parley/render/text.h"

#include <gmock/gmock.h>

namespace parley {
namespace {

using testing::ElementsAre;

TEST(Columns, CountsWhatATerminalShows) {
  EXPECT_EQ(columns("Doha"), 4);
  EXPECT_EQ(columns("Zürich"), 6);
  EXPECT_EQ(columns("Zu\u0308rich"), 6);
  EXPECT_EQ(columns("北京"), 4);
  EXPECT_EQ(columns("שָׁלוֹם"), 4);
  EXPECT_EQ(columns("🕊"), 2);
}

TEST(Printable, ShowsWhatCouldPlayWithTheTerminal) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(printable("a\x07\x7f\r"), "a\\x07\\x7f\\x0d");
  EXPECT_EQ(printable("\u009b31m"), "\\x9b31m");
  EXPECT_EQ(printable("pay \u202e001"), "pay \\u202e001");
  EXPECT_EQ(printable("zero\u200bwidth"), "zero\\u200bwidth");
  EXPECT_EQ(printable("two\nlines\tand"), "two lines and");
  EXPECT_EQ(printable("Café 北京 שלום"), "Café 北京 שלום");
}

TEST(Printable, ShowsBytesThatAreNotUtf8) {
  EXPECT_EQ(printable("a\xff"), "a\\xff");
  EXPECT_EQ(printable("\xc0\x80"), "\\xc0\\x80");
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xed\\xa0\\x80");
  EXPECT_EQ(printable("cut \xe5\x8c"), "cut \\xe5\\x8c");
}

TEST(Padding, FillsByColumns) {
  EXPECT_EQ(right("ü", 3), "  ü");
  EXPECT_EQ(right("long", 2), "long");
}

TEST(Wrapped, BreaksAtSpaces) {
  EXPECT_THAT(wrapped("the talks stand still", 10), ElementsAre("the talks", "stand", "still"));
  EXPECT_THAT(wrapped("", 10), ElementsAre(""));
  EXPECT_THAT(wrapped("  a   b ", 10), ElementsAre("a b"));
}

TEST(Wrapped, BreaksLongWordsInside) {
  EXPECT_THAT(wrapped("abcdefgh ij", 3), ElementsAre("abc", "def", "gh", "ij"));
  EXPECT_THAT(wrapped("北京上海", 5), ElementsAre("北京", "上海"));
}

TEST(Wrapped, LaterLinesMayBeShorter) { EXPECT_THAT(wrapped("aa bb cc dd", 8, 3), ElementsAre("aa bb cc", "dd")); }

TEST(Wrapped, KeepsPercentSignsWithTheirNumbers) {
  EXPECT_THAT(wrapped("about 7.5 %", 10), ElementsAre("about", "7.5 %"));
}

}  // namespace
}  // namespace parley
