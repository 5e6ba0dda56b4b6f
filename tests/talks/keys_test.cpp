#include "parley/talks/keys.h"

#include <gmock/gmock.h>

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Keys, OfAMeeting) {
  const auto keys = keys_of(
      R"({"kind":"meeting","date":"2024-03","who":["us","a/cabinet"],"to":"b","through":["us"],"where":"Doha","what":"Talks","from":"paper","note":"off record"})");
  EXPECT_EQ(keys.kind, "meeting");
  ASSERT_TRUE(keys.date);
  EXPECT_EQ(to_text(*keys.date), "2024-03");
  EXPECT_THAT(keys.actors, ElementsAre("us", "a/cabinet", "b"));
  EXPECT_THAT(keys.texts, IsEmpty());
  EXPECT_EQ(keys.source, "paper");
  EXPECT_EQ(keys.words, "Doha\nTalks\noff record");
}

TEST(Keys, OfAnswersAndTexts) {
  EXPECT_THAT(keys_of(R"({"kind":"response","to":"doha","by":"b","answer":"reject"})").texts, ElementsAre("doha"));
  EXPECT_THAT(keys_of(R"({"kind":"response","to":"doha","by":"b","answer":"reject"})").actors, ElementsAre("b"));
  const auto text = keys_of(R"({"id":"cairo","parent":"doha","kind":"proposal","name":"Cairo text","by":"us"})");
  EXPECT_THAT(text.texts, ElementsAre("cairo", "doha"));
  EXPECT_THAT(text.actors, ElementsAre("us"));
  EXPECT_EQ(text.words, "Cairo text");
}

TEST(Keys, OfACorrectionAreThoseOfTheEventToo) {
  const auto keys = keys_of(
      R"({"kind":"correction","of":3,"why":"wrong day","event":{"kind":"meeting","date":"2024-03-02","who":"a"}})");
  EXPECT_EQ(keys.kind, "correction");
  EXPECT_THAT(keys.actors, ElementsAre("a"));
  EXPECT_TRUE(keys.date);
}

TEST(Keys, OfWhatIsNoEventAreNone) {
  for (const char* text : {"", "[]", "{", "7", R"({"kind":7,"who":{"x":1},"date":"soon","from":[1]})"}) {
    const auto keys = keys_of(text);
    EXPECT_EQ(keys.kind, "") << text;
    EXPECT_FALSE(keys.date) << text;
    EXPECT_THAT(keys.actors, IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace parley
