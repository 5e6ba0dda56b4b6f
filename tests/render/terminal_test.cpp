#include "parley/render/terminal.h"

#include <gmock/gmock.h>

#include "render/golden.h"
#include "render/sample.h"

namespace parley {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Calls f with a name and a function that renders, for every sample answer.
template <class F>
void for_each_answer(const Case& c, F f) {
  const auto call = [&](const char* name, const auto& answer) {
    f(name, [&](const TextStyle& style) { return to_terminal(c, answer, style); });
  };
  call("check", sample::river_check());
  call("standing", sample::river_standing());
  call("explain", sample::river_explanation());
  call("explain_bracketed", sample::river_bracketed_explanation());
  call("texts", sample::river_texts());
  call("texts_first", sample::river_first_text());
  call("zone", sample::river_zone());
  call("zone_huge", sample::river_huge_zone());
  call("amend", sample::river_amendments());
  call("amend_obstacles", sample::river_obstacles());
  call("contention", sample::river_contention());
  call("window", sample::river_windows());
  call("acceptance", sample::river_acceptance());
  call("acceptance_refused", sample::river_refused_acceptance());
  call("consent", sample::river_approvals());
  call("analyze", sample::river_analysis());
}

void expect_fits(const std::string& text, int width) {
  for (const auto& line : lines_of(text)) {
    EXPECT_LE(columns(line), width) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

TEST(Terminal, PagesReadAsTheyShould) {
  for_each_answer(sample::river_case(), [](const std::string& name, const auto& render) {
    for (const int width : {60, 100}) {
      expect_golden(name + "." + std::to_string(width) + ".txt", render(TextStyle{width, false, false, false}));
    }
  });
}

TEST(Terminal, NothingIsWiderThanThePage) {
  for_each_answer(sample::river_case(), [](const std::string& name, const auto& render) {
    SCOPED_TRACE(name);
    for (int width = 40; width <= 200; ++width) {
      expect_fits(render(TextStyle{width, false, false, false}), width);
      expect_fits(render(TextStyle{width, false, true, true}), width);
    }
  });
}

std::string without_colour(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text.find('m', i);
    } else {
      out += text[i];
    }
  }
  return out;
}

TEST(Terminal, ColourAddsNothingButColour) {
  for_each_answer(sample::river_case(), [](const std::string& name, const auto& render) {
    SCOPED_TRACE(name);
    const std::string coloured = render(TextStyle{80, true, false, false});
    EXPECT_THAT(coloured, HasSubstr("\x1b["));
    EXPECT_EQ(without_colour(coloured), render(TextStyle{80, false, false, false}));
  });
}

TEST(Terminal, AsciiMeansAscii) {
  for_each_answer(sample::river_case(), [](const std::string& name, const auto& render) {
    SCOPED_TRACE(name);
    for (const char byte : render(TextStyle{80, false, true, false})) EXPECT_GE(byte, 0);
  });
}

TEST(Terminal, ExplainsTheCentralReadingOnce) {
  const std::string page = to_terminal(sample::river_case(), sample::river_analysis(), {});
  const auto first = page.find("the middle of what the case leaves open");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(page.find("the middle of what the case leaves open", first + 1), std::string::npos);
}

TEST(Terminal, AllListsWhatIsOtherwiseCounted) {
  const Case c = sample::river_case();
  EXPECT_THAT(to_terminal(c, sample::river_huge_zone(), {}), HasSubstr("47 more, --all lists them"));
  EXPECT_THAT(to_terminal(c, sample::river_huge_zone(), {.all = true}), Not(HasSubstr("more, --all")));
  EXPECT_THAT(to_terminal(c, sample::river_check(), {.all = true}), HasSubstr("order of the issues"));
}

TEST(Terminal, ShowsTheSameRowsOfAFrontierFromBothSides) {
  const auto rows = [](const std::string& page) {
    std::vector<std::string> found;
    for (const auto& line : lines_of(page)) {
      if (line.starts_with("    0.")) found.push_back(line.substr(0, 17));
    }
    return found;
  };
  const Case c = sample::river_case();
  Zone zone = sample::river_huge_zone();
  const auto forward = rows(to_terminal(c, zone, {.width = 120}));
  std::ranges::reverse(zone.frontier);
  auto backward = rows(to_terminal(c, zone, {.width = 120}));
  std::ranges::reverse(backward);
  EXPECT_EQ(forward.size(), 10u);
  EXPECT_EQ(forward, backward);
}

TEST(Terminal, NamesCanNotPlayWithTheTerminal) {
  Case c = sample::river_case();
  const std::string hostile = "\x1b]0;owned\x07\x1b[2J\u202eevil\r\n\u009b31m";
  c.title = hostile;
  c.parties[0].name = hostile;
  c.parties[0].principals[0].name = hostile;
  c.parties[1].name = std::string(3'000, 'x');
  c.issues[0].name = "北京上海北京上海北京上海北京上海北京上海北京上海北京上海";
  c.issues[1].name = hostile;
  c.issues[1].unit = hostile;
  c.issues[2].options = {hostile, std::string(500, 'y'), "🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊"};
  c.proposals[1].name = hostile;
  c.sources[0].title = hostile;
  c.sources[0].grade = hostile;
  c.events[0].what = hostile;
  for (Proposal& text : c.proposals)
    for (Clause& clause : text.clauses) clause.heading = clause.words = hostile;
  c.events[0].where = hostile;
  for_each_answer(c, [](const std::string& name, const auto& render) {
    SCOPED_TRACE(name);
    for (const int width : {40, 60, 100, 200}) {
      const std::string page = render(TextStyle{width, false, false, true});
      expect_fits(page, width);
      for (const char byte : page) EXPECT_TRUE(byte == '\n' || byte < 0 || (byte >= 0x20 && byte != 0x7f));
      EXPECT_EQ(printable(page).size(), page.size());
    }
  });
}

TEST(Terminal, DoesNotCallAChangeSmallestThatIsNotProvenToBe) {
  const Case c = sample::river_case();
  auto answer = sample::river_amendments();
  EXPECT_THAT(to_terminal(c, answer, {200}), HasSubstr("changing fewer does not"));
  answer.heading.guarantee.kind = Guarantee::Kind::stopped;
  EXPECT_THAT(to_terminal(c, answer, {200}), Not(HasSubstr("changing fewer does not")));
  EXPECT_THAT(to_terminal(c, answer, {200}), HasSubstr("whether changing fewer would do as well was not found out"));
}

}  // namespace
}  // namespace parley
