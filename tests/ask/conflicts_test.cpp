#include "parley/ask/conflicts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "support/case_builder.h"
#include "support/random_talks.h"

namespace parley::test {
namespace {

Response said(Answer answer, int source, const char* date) {
  Response made = response(0, 1, answer);
  made.from.source = source;
  if (*date != '\0') made.date = day(date);
  return made;
}

Case told(std::vector<Response> responses) {
  Case c = small_case();
  c.sources.resize(3);
  c.responses = std::move(responses);
  return c;
}

std::vector<Conflict> conflicts(const Case& c) { return conflicts_by(c, day("2030-12-31")); }

TEST(Conflicts, TwoSourcesThatReportOneAnswerDifferently) {
  const Case c = told({said(Answer::accept, 0, "2030-03-05"), said(Answer::reject, 1, "2030-03-05")});
  ASSERT_EQ(conflicts(c).size(), 1u);
  EXPECT_EQ(conflicts(c)[0].kind, Conflict::Kind::response);
  EXPECT_EQ(conflicts(c)[0].reports, (std::vector{0, 1}));
  EXPECT_EQ(conflicts(c)[0].who, (Actor{1, -1, -1}));
  EXPECT_TRUE(conflicts_by(c, day("2030-03-04")).empty());
}

TEST(Conflicts, ALaterAnswerOrTheSameAnswerIsNone) {
  EXPECT_TRUE(conflicts(told({said(Answer::reject, 0, "2030-03-05"), said(Answer::accept, 1, "2030-03-06")})).empty());
  EXPECT_TRUE(conflicts(told({said(Answer::reject, 0, "2030-03-05"), said(Answer::reject, 1, "2030-03-05")})).empty());
  EXPECT_TRUE(conflicts(told({said(Answer::reject, 0, "2030-03-05"), said(Answer::accept, 0, "2030-03-05")})).empty());
}

TEST(Conflicts, DatesThatMayBeTheSame) {
  EXPECT_EQ(conflicts(told({said(Answer::reject, 0, "late 2030-03"), said(Answer::accept, 1, "2030-03-25")})).size(),
            1u);
  EXPECT_TRUE(
      conflicts(told({said(Answer::reject, 0, "late 2030-03"), said(Answer::accept, 1, "2030-03-20")})).empty());
  EXPECT_TRUE(conflicts(told({said(Answer::reject, 0, ""), said(Answer::accept, 1, "2030-03-20")})).empty());
  EXPECT_EQ(conflicts(told({said(Answer::reject, 0, ""), said(Answer::accept, 1, "")})).size(), 1u);
}

TEST(Conflicts, OnlyThoseAtOddsStandTogether) {
  const Case c = told({said(Answer::accept, 0, "2030-03-05"), said(Answer::reject, 1, "2030-03-05"),
                       said(Answer::accept, 2, "2030-03-05"), said(Answer::accept, 2, "2030-03-09")});
  ASSERT_EQ(conflicts(c).size(), 1u);
  EXPECT_EQ(conflicts(c)[0].reports, (std::vector{0, 1, 2}));
}

TEST(Conflicts, AnApprovalGivenAndRefused) {
  Case c = told({});
  for (const auto state : {Approval::State::given, Approval::State::refused, Approval::State::pending}) {
    Approval approval;
    approval.proposal = 0;
    approval.of = {0, 0, -1};
    approval.state = state;
    approval.asked = day("2030-03-01");
    if (approval.answer_came()) approval.answered = day("2030-03-04");
    approval.from.source = static_cast<int>(c.approvals.size());
    c.approvals.push_back(approval);
  }
  ASSERT_EQ(conflicts(c).size(), 1u);
  EXPECT_EQ(conflicts(c)[0].kind, Conflict::Kind::approval);
  EXPECT_EQ(conflicts(c)[0].reports, (std::vector{0, 1}));
}

TEST(Conflicts, AssessmentsDifferByWhoMakesThem) {
  Case c = told({});
  for (const auto finding : {Event::Finding::stuck, Event::Finding::progress}) {
    Event event;
    event.kind = Event::Kind::assessment;
    event.finding = finding;
    event.date = day("2030-03");
    c.events.push_back(event);
  }
  EXPECT_TRUE(conflicts(c).empty());
  c.events[1].who = {{0, -1, -1}};
  ASSERT_EQ(conflicts(c).size(), 1u);
  EXPECT_EQ(conflicts(c)[0].kind, Conflict::Kind::assessment);
}

std::vector<Conflict> of_kind(const Case& c, Conflict::Kind kind) {
  auto found = conflicts(c);
  std::erase_if(found, [&](const Conflict& conflict) { return conflict.kind != kind; });
  return found;
}

std::vector<Conflict> about_dates(std::vector<Response> responses) {
  return of_kind(told(std::move(responses)), Conflict::Kind::response_date);
}

TEST(Conflicts, TwoSourcesThatGiveOneAnswerDifferentDates) {
  const auto found = about_dates({said(Answer::reject, 1, "2030-03-06"), said(Answer::reject, 0, "2030-03-04")});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reports, (std::vector{0, 1}));
  EXPECT_EQ(found[0].who, (Actor{1, -1, -1}));
}

TEST(Conflicts, OneSourceMayTellOfTwoAnswers) {
  EXPECT_TRUE(about_dates({said(Answer::reject, 0, "2030-03-04"), said(Answer::reject, 0, "2030-03-06")}).empty());
  EXPECT_TRUE(about_dates({said(Answer::reject, 0, "2030-03-04"), said(Answer::reject, 1, "2030-03-06"),
                           said(Answer::reject, 0, "2030-03-06")})
                  .empty());
}

TEST(Conflicts, AnotherAnswerBetweenMakesTwoOfThem) {
  EXPECT_TRUE(about_dates({said(Answer::reject, 0, "2030-03-04"), said(Answer::accept, 2, "2030-03-05"),
                           said(Answer::reject, 1, "2030-03-06")})
                  .empty());
}

TEST(Conflicts, OfDatesNeedDatesThatCannotBeTheSame) {
  EXPECT_TRUE(about_dates({said(Answer::reject, 0, "late 2030-03"), said(Answer::reject, 1, "2030-03-25")}).empty());
  EXPECT_TRUE(about_dates({said(Answer::reject, 0, ""), said(Answer::reject, 1, "2030-03-25")}).empty());
  EXPECT_TRUE(about_dates({said(Answer::silence, 0, "2030-03-01"), said(Answer::silence, 1, "2030-03-25")}).empty());
  EXPECT_EQ(about_dates({said(Answer::reject, 0, "mid 2030-03"), said(Answer::reject, 1, "2030-03-25")}).size(), 1u);
  // Each may be of the month, and two of them cannot be of one day.
  const auto three = about_dates({said(Answer::reject, 0, "2030-03"), said(Answer::reject, 1, "2030-03-10"),
                                  said(Answer::reject, 2, "2030-03-12")});
  ASSERT_EQ(three.size(), 1u);
  EXPECT_EQ(three[0].reports, (std::vector{0, 1, 2}));
}

Approval approval(Approval::State state, int source, const char* asked, const char* answered) {
  Approval made;
  made.proposal = 0;
  made.of = {0, 0, -1};
  made.state = state;
  if (*asked != '\0') made.asked = day(asked);
  if (*answered != '\0') made.answered = day(answered);
  made.from.source = source;
  return made;
}

Case asked(std::vector<Approval> approvals) {
  Case c = told({});
  c.approvals = std::move(approvals);
  return c;
}

TEST(Conflicts, TwoDatesOfOneAsking) {
  using State = Approval::State;
  const Case c = asked({approval(State::pending, 0, "2030-03-01", ""), approval(State::overdue, 1, "2030-03-03", "")});
  ASSERT_EQ(conflicts(c).size(), 1u);
  EXPECT_EQ(conflicts(c)[0].kind, Conflict::Kind::asked_date);
  // Asked again after a refusal.
  EXPECT_TRUE(conflicts(asked({approval(State::refused, 0, "2030-03-01", "2030-03-02"),
                               approval(State::pending, 1, "2030-03-03", "")}))
                  .empty());
}

TEST(Conflicts, TwoDatesOfOneApproval) {
  using State = Approval::State;
  const Case c = asked(
      {approval(State::given, 0, "2030-03-01", "2030-03-04"), approval(State::given, 1, "2030-03-01", "2030-03-05")});
  ASSERT_EQ(conflicts(c).size(), 1u);
  EXPECT_EQ(conflicts(c)[0].kind, Conflict::Kind::approval_date);
}

TEST(Conflicts, OneAskingHasOneOutcomeWhateverItsDay) {
  using State = Approval::State;
  const auto outcomes = [](const char* second_asked) {
    return of_kind(asked({approval(State::given, 0, "2030-03-01", "2030-03-04"),
                          approval(State::refused, 1, second_asked, "2030-03-09")}),
                   Conflict::Kind::approval);
  };
  EXPECT_EQ(outcomes("2030-03-01").size(), 1u);
  EXPECT_TRUE(outcomes("2030-03-06").empty());
  EXPECT_TRUE(outcomes("2030-03").empty());
  EXPECT_TRUE(outcomes("").empty());
}

// The second way: every pair of reports, and every day that they may be of.

bool one_day(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!a || !b) return !a && !b;
  for (auto d = a->day; d <= last_day_of(*a).day; d += std::chrono::days(1))
    if (b->day <= d && d <= last_day_of(*b).day) return true;
  return false;
}

bool at_odds(const Response& a, const Response& b) {
  return a.proposal == b.proposal && a.by == b.by && a.answer != b.answer && a.from.source != b.from.source &&
         one_day(a.date, b.date);
}

TEST(Conflicts, AreThoseOfEveryPairOfReports) {
  Random random(21);
  int found = 0;
  for (int round = 0; round < 1000; ++round) {
    const Case c = random_talks(random);
    std::vector<std::set<int>> expected;
    for (int a = 0; a < std::ssize(c.responses); ++a)
      for (int b = a + 1; b < std::ssize(c.responses); ++b) {
        const auto at = [&](int i) { return c.responses[static_cast<std::size_t>(i)]; };
        if (!at_odds(at(a), at(b))) continue;
        std::set<int> merged{a, b};
        std::erase_if(expected, [&](const std::set<int>& group) {
          if (!group.contains(a) && !group.contains(b)) return false;
          merged.insert(group.begin(), group.end());
          return true;
        });
        expected.push_back(merged);
      }
    std::vector<std::set<int>> actual;
    for (const Conflict& conflict : conflicts_by(c, day("2025-01-01")))
      if (conflict.kind == Conflict::Kind::response)
        actual.emplace_back(conflict.reports.begin(), conflict.reports.end());
    std::ranges::sort(expected);
    EXPECT_EQ(actual, expected) << round;
    found += static_cast<int>(actual.size());
  }
  EXPECT_GT(found, 20);
}

/// What is said about dates, the second way: answers of one side to one version in order, cut where what is said
/// changes.
std::set<std::set<int>> dates_at_odds(const Case& c) {
  std::set<std::set<int>> found;
  const auto at = [&](int i) -> const Response& { return c.responses[static_cast<std::size_t>(i)]; };
  const auto one_thing = [&](int a, int b) { return at(a).proposal == at(b).proposal && at(a).by == at(b).by; };
  const auto before = [&](int a, int b) {
    return std::tuple(at(a).date->day, static_cast<int>(at(a).answer), a) <
           std::tuple(at(b).date->day, static_cast<int>(at(b).answer), b);
  };
  for (int a = 0; a < std::ssize(c.responses); ++a) {
    if (!at(a).date || at(a).answer == Answer::silence) continue;
    std::set<int> run;
    for (int b = 0; b < std::ssize(c.responses); ++b) {
      if (!at(b).date || !one_thing(a, b) || at(a).answer != at(b).answer) continue;
      bool cut = false;
      for (int m = 0; m < std::ssize(c.responses); ++m)
        cut = cut || (at(m).date && one_thing(a, m) && at(m).answer != at(a).answer &&
                      ((before(a, m) && before(m, b)) || (before(b, m) && before(m, a))));
      if (!cut) run.insert(b);
    }
    bool differ = false;
    bool twice = false;
    for (const int x : run)
      for (const int y : run) {
        if (one_day(at(x).date, at(y).date)) continue;
        differ = true;
        twice = twice || at(x).from.source == at(y).from.source;
      }
    if (differ && !twice) found.insert(run);
  }
  return found;
}

TEST(Conflicts, OfDatesAreThoseOfEveryStretchOfReports) {
  Random random(22);
  int found = 0;
  for (int round = 0; round < 1000; ++round) {
    const Case c = random_talks(random);
    std::set<std::set<int>> actual;
    for (const Conflict& conflict : conflicts_by(c, day("2025-01-01")))
      if (conflict.kind == Conflict::Kind::response_date)
        actual.insert(std::set(conflict.reports.begin(), conflict.reports.end()));
    EXPECT_EQ(actual, dates_at_odds(c)) << round;
    found += static_cast<int>(actual.size());
  }
  EXPECT_GT(found, 5);
}

}  // namespace
}  // namespace parley::test
