#include <gmock/gmock.h>

#include <sstream>

#include "parley/render/html.h"
#include "parley/render/terminal.h"
#include "parley/render/wording_levers.h"
#include "render/golden.h"
#include "render/sample.h"
#include "render/sample_levers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(LeversPage, ReadsAsItShould) {
  const Case c = sample::river_case_with_levers();
  for (const int width : {60, 100}) {
    const TextStyle style{width, false, false, false};
    expect_golden("levers." + std::to_string(width) + ".txt", to_terminal(c, sample::river_leverage(), style));
  }
}

TEST(LeversPage, IsNeverWiderThanTheTerminal) {
  const Case c = sample::river_case_with_levers();
  for (int width = 40; width <= 200; width += 8) {
    for (const Case& of : {c, sample::river_case()}) {
      std::istringstream lines(
          to_terminal(of, of.levers.empty() ? sample::river_without_levers() : sample::river_leverage(),
                      TextStyle{width, false, true, true}));
      for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(columns(line), width) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
      }
    }
  }
}

TEST(LeversPage, OfACaseWithoutLeversShowsHowToWriteOne) {
  const Case c = sample::river_case();
  const std::string text = to_terminal(c, sample::river_without_levers());
  EXPECT_THAT(text, HasSubstr("names no levers"));
  EXPECT_THAT(text, HasSubstr("levers:\n"));
  EXPECT_THAT(to_html(c, sample::river_without_levers()), HasSubstr("<pre>levers:"));
}

TEST(LeversPage, TellsEffectsAndNoAdvice) {
  const Case c = sample::river_case_with_levers();
  const Leverage answer = sample::river_leverage();
  EXPECT_THAT(effect_sentences(c, answer, answer.alone[0]),
              ElementsAre("The text is read with other terms on dams.",
                          "The zone grows from 18 of 72 packages (25 %) to 18 of 48 packages (38 %)."));
  EXPECT_THAT(effect_sentences(c, answer, answer.alone[1]),
              ElementsAre("Changes nothing of this: the zone, who can accept the text, its smallest change."));
  EXPECT_THAT(
      effect_sentences(c, answer, answer.alone[2]),
      ElementsAre(
          "The zone grows from 18 of 72 packages (25 %) to 27 of 72 packages (38 %).",
          "Upland: from \"possibly\" to \"certainly can\".", "Upland, cabinet: from -0.02 to +0.12 against its floor.",
          "The smallest change that brings everyone in: before 2 issues, then 1 issue, water: 300 megalitres a day.",
          "Upland consents from 70 % to 90 % of the readings (+20.0 points, 95 % interval +18.8 to +21.3).",
          "All consent from 10 % to 12 % of the readings (+1.5 points, 95 % interval +0.2 to +2.8)."));
  EXPECT_THAT(effect_sentences(c, answer, answer.together[0]),
              ElementsAre("The zone closes: no package is left that everyone could accept.",
                          "The smallest change that brings everyone in: before 2 issues, then none of any size."));
  const std::string page = to_html(c, answer) + to_terminal(c, answer);
  for (const char* word : {"best deal", "recommended", "will accept", "better"})
    EXPECT_THAT(page, Not(HasSubstr(word)));
}

TEST(LeversPage, SampledSizesThatMayBeEqualAreCalledSo) {
  const Case c = sample::river_case_with_levers();
  Leverage answer = sample::river_leverage();
  for (Leverage::Setting* setting : {&answer.as_it_is, &answer.alone[1]}) {
    ZoneSize size = setting->zone.value_or(ZoneSize{});
    size.accepted.reset();
    size.share = setting == &answer.as_it_is ? 0.25 : 0.26;
    size.share_low = size.share - 0.02;
    size.share_high = size.share + 0.02;
    setting->zone = size;
  }
  EXPECT_THAT(effect_sentences(c, answer, answer.alone[1]).front(),
              HasSubstr("no more apart than the samples' 95 % intervals"));
}

TEST(LeversPage, NamesFromTheCaseStayTexts) {
  Case c = sample::river_case_with_levers();
  c.levers[1].name = "<script>alert(1)</script>\x1b[2J";
  EXPECT_THAT(to_html(c, sample::river_leverage()), Not(HasSubstr("<script>")));
  EXPECT_THAT(to_terminal(c, sample::river_leverage()), Not(HasSubstr("\x1b[2J")));
}

TEST(LeversPage, AsAPageOfItsOwn) {
  const std::string html = to_html(sample::river_case_with_levers(), sample::river_leverage());
  EXPECT_THAT(html, HasSubstr("<h2 id=\"levers\">"));
  EXPECT_THAT(html, HasSubstr("cannot be pulled"));
  EXPECT_THAT(html, HasSubstr("How sure this is"));
}

}  // namespace
}  // namespace parley
