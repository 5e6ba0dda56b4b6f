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
  EXPECT_EQ(keys.words, "Doha\nTalks\npaper\noff record");
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

TEST(Keys, OfASourceAreItsIdAndItsTitleToSearch) {
  const auto keys = keys_of(R"({"kind":"source","id":"briefing","title":"Briefing of 7 April","grade":"B3"})");
  EXPECT_EQ(keys.words, "briefing\nBriefing of 7 April");
}

TEST(Keys, OfAHostileDepthEndWhereNoEventGoes) {
  constexpr int depth = 400'000;
  std::string lists = R"({"kind":"meeting","note":"seen","what":)" + std::string(depth, '[') + std::string(depth, ']');
  EXPECT_EQ(keys_of(lists + "}").words, "seen");
  std::string events;
  for (int i = 0; i < depth / 4; ++i) events += R"({"event":)";
  EXPECT_EQ(keys_of(events + "{}" + std::string(depth / 4, '}')).words, "");
}

TEST(Keys, OfMoreThanAnyEventHasAreThoseOfItsBeginning) {
  std::string event = R"({"kind":"meeting","note":"seen")";
  for (int i = 0; event.size() < 1'000'000; ++i) event += ",\"" + std::to_string(i) + "\":\"\"";
  EXPECT_EQ(keys_of(event + R"(,"what":"not seen"})").words.substr(0, 5), "seen\n");
}

}  // namespace
}  // namespace parley
