#include "parley/render/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/svg_space.h"
#include "render/golden.h"
#include "render/html_sample.h"
#include "render/sample.h"

namespace parley {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page(const PageSize& size = {}) {
  const PageSample s = page_sample(size);
  return to_html(s.c, s.model, s.analysis);
}

std::vector<std::string> all_matches(const std::string& text, const char* pattern) {
  std::vector<std::string> out;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
    out.push_back((*at)[1].str());
  }
  return out;
}

/// Every element is closed where it should be: what is left open, or the first that closes something else.
std::string first_unbalanced(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const auto end = html.find('>', at);
    const auto tag = html.substr(at + 1, end - at - 1);
    if (tag.front() == '!' || tag.back() == '/') continue;
    const auto name = tag.substr(0, tag.find_first_of(" \n"));
    if (name.front() != '/') {
      open.push_back(name);
    } else if (open.empty() || "/" + open.back() != name) {
      return html.substr(at, 60);
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

TEST(Html, IsWellFormed) {
  EXPECT_EQ(first_unbalanced(page()), "");
  EXPECT_EQ(first_unbalanced(page({.parties = 5, .issues = 14, .frontier = 400})), "");
}

TEST(Html, NamesFromTheCaseStayText) {
  const auto html = page({.prefix = "<script>alert(\"x\")</script>' & <!-- "});
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<!--")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; &amp; "));
  EXPECT_EQ(first_unbalanced(html), "");
}

TEST(Html, FetchesNothing) {
  const auto html = page();
  for (const char* way_out : {"http:", "https:", "src=", "@import", "<link", "<script"}) {
    EXPECT_THAT(html, Not(HasSubstr(way_out)));
  }
  for (const auto& target : all_matches(html, "url\\((.)")) EXPECT_EQ(target, "#");
}

TEST(Html, EveryReferenceHasItsTarget) {
  for (const auto& html : {page(), page({.parties = 4})}) {
    const auto ids = all_matches(html, " id=\"([^\"]*)\"");
    const std::set<std::string> known(ids.begin(), ids.end());
    EXPECT_EQ(known.size(), ids.size()) << "an id stands twice";
    for (const char* reference : {"href=\"#([^\"]*)\"", "url\\(#([^)]*)\\)", "aria-labelledby=\"([^\" ]*)"}) {
      for (const auto& target : all_matches(html, reference)) EXPECT_TRUE(known.contains(target)) << target;
    }
  }
}

TEST(Html, HeadingsSkipNoLevel) {
  int before = 0;
  for (const auto& level : all_matches(page(), "<h([1-6])")) {
    EXPECT_LE(level[0] - '0', before + 1);
    before = level[0] - '0';
  }
}

TEST(Html, EveryHeaderCellSaysWhatItHeads) {
  EXPECT_THAT(all_matches(page(), "<th(| [^>]*)>"), testing::Each(testing::StartsWith(" scope=")));
}

TEST(Html, StaysSmallOnLargeCases) {
  const auto html = page({.parties = 6, .issues = 40, .frontier = 3000});
  EXPECT_LT(html.size(), 1'500'000U);
  const auto two = page({.parties = 2, .issues = 40, .frontier = 3000});
  EXPECT_LE(all_matches(two, "<circle class=\"(dot)").size(), html::dots_on_plane);
}

TEST(Html, SameAnalysisSameBytes) { EXPECT_EQ(page(), page()); }

TEST(Html, EveryPartyIsShownInTheSameWay) {
  const auto html = page();
  const auto one = html.find("<div class=\"side party-0\">"), other = html.find("<div class=\"side party-1\">");
  EXPECT_LT(one, other) << "parties stand in the order of the file";
  EXPECT_EQ(all_matches(html, "(<div class=\"side party-0\">)").size(),
            all_matches(html, "(<div class=\"side party-1\">)").size());
}

TEST(Html, ExploresAndDoesNotRecommend) {
  const auto html = page();
  for (const char* word : {"best deal", "you should", "we recommend", "optimal", "fairest"}) {
    EXPECT_THAT(html, Not(HasSubstr(word)));
  }
  EXPECT_THAT(html, HasSubstr("disagreement point"));
}

TEST(Html, CopesWithTalksThatHaveNotBegun) {
  PageSample s = page_sample();
  s.analysis.standing = {};
  s.analysis.texts.clear();
  s.analysis.explanations.clear();
  s.analysis.amendments.clear();
  s.analysis.zone = {};
  s.analysis.zone.empty = true;
  s.analysis.zone.packages = "12";
  s.analysis.zone.floors.assign(2, unit / 2);
  const auto html = to_html(s.c, s.model, s.analysis);
  EXPECT_EQ(first_unbalanced(html), "");
  EXPECT_THAT(html, HasSubstr("No text has been tabled."));
}

TEST(Html, PointsToNoChangeWhereNoneIsNeeded) {
  PageSample s = page_sample();
  s.analysis.amendments.front().already = true;
  EXPECT_THAT(to_html(s.c, s.model, s.analysis), Not(HasSubstr("change-a")));
}

TEST(Html, DoesNotCallAChangeSmallestThatIsNotProvenToBe) {
  PageSample s = page_sample();
  EXPECT_THAT(to_html(s.c, s.model, s.analysis), HasSubstr("and in no fewer"));
  auto& found = s.analysis.amendments.front();
  found.heading.guarantee = {Guarantee::Kind::stopped, 0, "Stopped before the end."};
  const auto html = to_html(s.c, s.model, s.analysis);
  EXPECT_THAT(html, Not(HasSubstr("and in no fewer")));
  EXPECT_THAT(html, HasSubstr("whether a smaller change is was not found out"));
  found.amendments.clear();
  EXPECT_THAT(to_html(s.c, s.model, s.analysis), Not(HasSubstr("No change of any size")));
}

TEST(Html, NamesWhatStandsInTheWay) {
  PageSample s = page_sample();
  s.c.parties[1].red_lines.push_back({{0, {true, false, false, false}, {}}, {}});
  auto& found = s.analysis.amendments.front();
  found.amendments.clear();
  found.obstacles = {{{1, 1, -1}}, {{0, 0, -1}, {1, -1, 0}}};
  const auto html = to_html(s.c, s.model, s.analysis);
  EXPECT_THAT(html, HasSubstr("the floor of South Coast, cabinet (0.42 to 0.50)"));
  EXPECT_THAT(html, HasSubstr("the red line of South Coast: detainees released is none"));
}

TEST(Html, TextSectionsReadAsTheyShould) {
  const Case c = sample::river_case();
  expect_golden("texts.html", html::text_section(c, sample::river_texts()));
  expect_golden("texts_first.html", html::text_section(c, sample::river_first_text()));
}

TEST(Html, TheWindowReadsAsItShould) {
  expect_golden("window.html", html::window_section(sample::river_case(), sample::river_windows()));
}

TEST(Html, TheWindowHasAPageOfItsOwn) {
  Case c = sample::river_case();
  const auto html = to_html(c, sample::river_windows());
  EXPECT_THAT(html, HasSubstr("<title>When the zone is open: River talks between Upland and Lowland</title>"));
  EXPECT_EQ(first_unbalanced(html), "");
  EXPECT_THAT(all_matches(html, "<th(| [^>]*)>"), testing::Each(testing::StartsWith(" scope=")));
  for (const char* way_out : {"http:", "https:", "src=", "@import", "<link", "<script"})
    EXPECT_THAT(html, Not(HasSubstr(way_out)));
  const std::string hostile = "<script>alert(\"x\")</script>' & <!-- \u202E";
  c.title = c.parties[0].name = c.third_parties[0].name = c.third_parties[0].stances[0].name = hostile;
  c.third_parties[0].stances[0].positions[0] = c.parties[1].no_deal.exits[0].name = hostile;
  Windows answer = sample::river_windows();
  answer.changes[0].text = hostile;
  const auto shown = to_html(c, answer);
  for (const char* part : {"<script", "<!--", "\u202E"}) EXPECT_THAT(shown, Not(HasSubstr(part)));
  EXPECT_EQ(first_unbalanced(shown), "");
}

std::string text_page(const PageSize& size = {}) {
  const PageSample s = page_sample(size);
  return to_html(s.c, s.analysis.texts.front());
}

TEST(Html, ATextHasAPageOfItsOwn) {
  const auto html = text_page();
  EXPECT_THAT(html, HasSubstr("<title>“Harbour”: Lull and exchange talks, March 2024</title>"));
  EXPECT_EQ(first_unbalanced(html), "");
  EXPECT_THAT(all_matches(html, "<th(| [^>]*)>"), testing::Each(testing::StartsWith(" scope=")));
  for (const char* way_out : {"http:", "https:", "src=", "@import", "<link", "<script"})
    EXPECT_THAT(html, Not(HasSubstr(way_out)));
  int before = 0;
  for (const auto& level : all_matches(html, "<h([1-6])")) {
    EXPECT_LE(level[0] - '0', before + 1);
    before = level[0] - '0';
  }
  EXPECT_EQ(html, text_page());
}

std::string consent_page() { return to_html(sample::river_case(), sample::river_approvals()); }

TEST(Html, ConsentHasAPageOfItsOwn) {
  const auto html = consent_page();
  expect_golden("consent.html", html::consent_section(sample::river_case(), sample::river_approvals()));
  EXPECT_EQ(first_unbalanced(html), "");
  EXPECT_THAT(all_matches(html, "<th(| [^>]*)>"), testing::Each(testing::StartsWith(" scope=")));
  for (const char* way_out : {"http:", "https:", "src=", "@import", "<link", "<script"})
    EXPECT_THAT(html, Not(HasSubstr(way_out)));
  const auto ids = all_matches(html, " id=\"([^\"]*)\"");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size()) << "an id stands twice";
  for (const char* reference : {"href=\"#([^\"]*)\"", "url\\(#([^)]*)\\)", "aria-labelledby=\"([^\" ]*)"})
    for (const auto& target : all_matches(html, reference)) EXPECT_TRUE(known.contains(target)) << target;
  for (const char* word : {"best deal", "you should", "we recommend", "will accept"})
    EXPECT_THAT(html, Not(HasSubstr(word)));
  EXPECT_EQ(html, consent_page());
}

TEST(Html, NamesInTheConsentTreeStayText) {
  Case c = sample::river_case();
  c.parties[0].principals[1].name = "<script>alert(\"x\")</script>' & <!--";
  const auto html = to_html(c, sample::river_approvals());
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_EQ(first_unbalanced(html), "");
}

TEST(Html, WordsOfClausesStayText) {
  const auto html = text_page({.prefix = "<script>alert(\"x\")</script>' & <!-- \u202E"});
  for (const char* hostile : {"<script", "<!--", "\u202E"}) EXPECT_THAT(html, Not(HasSubstr(hostile)));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  EXPECT_EQ(first_unbalanced(html), "");
}

TEST(Html, BracketsThatAreNotClosedStayText) {
  PageSample s = page_sample();
  s.c.proposals[1].clauses[0].words = "] one [two] three [<b>four";
  const auto html = to_html(s.c, s.analysis.texts.front());
  EXPECT_THAT(html, HasSubstr("] one <span class=\"bracket\">[two]</span> three [&lt;b&gt;four"));
  EXPECT_EQ(first_unbalanced(html), "");
}

TEST(Html, ATextWithoutClausesHasNeitherChecklistNorKind) {
  PageSample s = page_sample();
  for (Proposal& text : s.c.proposals) text.clauses.clear();
  Texts& answer = s.analysis.texts.front();
  answer.brackets.clear();
  answer.without_clause.clear();
  answer.kind = kind_of(s.c.proposals[1]);
  answer.growth = growth_of(s.c, 1);
  answer.change->clauses.clear();
  const auto html = to_html(s.c, answer);
  EXPECT_THAT(html, HasSubstr("none of its clauses"));
  EXPECT_THAT(html, Not(HasSubstr("Is it complete?")));
  EXPECT_THAT(html, Not(HasSubstr("What kind of text")));
  EXPECT_EQ(first_unbalanced(html), "");
}

TEST(HtmlText, ShowsSmallNumbersWithTheDigitsTheyNeed) {
  EXPECT_EQ(html::number(720'000'000), "0.72");
  EXPECT_EQ(html::number(-1'005'000'000), "−1.01");
  EXPECT_EQ(html::number(400'000), "0.0004");
  EXPECT_EQ(html::signed_number(0), "0");
  EXPECT_EQ(html::signed_number(-50'000'000), "−0.05");
  EXPECT_EQ(html::range({1, 1}), "0.000000001");
}

TEST(HtmlText, GroupsDigits) {
  EXPECT_EQ(html::grouped("41472"), "41,472");
  EXPECT_EQ(html::grouped("999"), "999");
  EXPECT_EQ(html::grouped("6200000000000000000"), "6.2 × 10<sup>18</sup>");
}

TEST(HtmlText, ShowsCharactersThatWouldSteerThePage) {
  EXPECT_EQ(html::escape("a\x1b[31m\nb\u202Ec"), "a\uFFFD[31m b\uFFFDc");
  EXPECT_EQ(html::escape("مصر é 漢"), "مصر é 漢");
}

TEST(SvgSpace, SpreadKeepsBothEnds) {
  EXPECT_THAT(html::spread(3, 600), testing::ElementsAre(0, 1, 2));
  EXPECT_THAT(html::spread(11, 3), testing::ElementsAre(0, 5, 10));
  EXPECT_THAT(html::spread(0, 3), testing::IsEmpty());
}

TEST(SvgSpace, ShortensWithoutCuttingACharacter) {
  EXPECT_EQ(html::shortened("a&amp;b", 2), "a&amp;…");
  EXPECT_EQ(html::shortened("éé", 1), "é…");
  EXPECT_EQ(html::shortened("éé", 2), "éé");
}

}  // namespace
}  // namespace parley
