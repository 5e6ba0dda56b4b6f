#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parley/render/html.h"
#include "parley/render/json.h"
#include "parley/render/terminal.h"
#include "parley/render/wording_exchange.h"
#include "render/golden.h"
#include "render/sample_exchange.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(ExchangePage, IsAsExpected) {
  for (const char* name : {"hulda-salvage", "karvel-exchange"}) {
    const Case c = sample::exchange_case(name);
    const ExchangeAnswer answer = sample::exchange_answer(c);
    for (const int width : {60, 100}) {
      TextStyle style;
      style.width = width;
      expect_golden(std::string(name) + "." + std::to_string(width) + ".txt", to_terminal(c, answer, style));
    }
  }
}

TEST(ExchangePage, HasAPictureForEachPhase) {
  const Case c = sample::exchange_case("gaza-2024-03");
  const std::string html = to_html(c, sample::exchange_answer(c));
  EXPECT_THAT(html, HasSubstr("id=\"exchange-0-title\""));
  EXPECT_THAT(html, HasSubstr("id=\"exchange-1-title\""));
  EXPECT_THAT(html, HasSubstr("190 prisoners"));
}

TEST(ExchangePage, ShowsNoNamesAsMarkup) {
  Case c = sample::exchange_case("hulda-salvage");
  c.exchange->categories[0].name = "<script>alert(1)</script>\x1b[2J";
  const ExchangeAnswer answer = sample::exchange_answer(c);
  EXPECT_THAT(to_html(c, answer), Not(HasSubstr("<script>alert")));
  EXPECT_THAT(to_terminal(c, answer), Not(HasSubstr("\x1b")));
}

/// People are counted, never priced: no figure stands for one of them.
TEST(ExchangePage, TellsPrioritiesOfCategoriesOnly) {
  const Case c = sample::exchange_case("gaza-2024-03");
  const std::string text = to_terminal(c, sample::exchange_answer(c));
  for (const char* word : {"per person", "per hostage", "per prisoner", "each hostage", "each prisoner", "worth"})
    EXPECT_THAT(text, Not(HasSubstr(word)));
}

TEST(ExchangeWords, KeepTheEndsOfAListOfGuarantees) {
  EXPECT_THAT(pairs_shown(0, 8), IsEmpty());
  EXPECT_THAT(pairs_shown(3, 8), ElementsAre(0, 1, 2));
  EXPECT_THAT(pairs_shown(10, 4), ElementsAre(0, 3, 6, 9));
}

TEST(ExchangeWords, DoNotRoundWhatIsSmallToNothing) {
  EXPECT_EQ(exchange_points(unit / 10), "10.0");
  EXPECT_EQ(exchange_points(-unit / 1000), "-0.1");
  EXPECT_EQ(exchange_points(unit / 100'000), "0.001");
  EXPECT_EQ(exchange_points(0), "0.0");
}

}  // namespace
}  // namespace parley
