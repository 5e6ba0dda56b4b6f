#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/case_builder.h"
#include "support/messages.h"

namespace parley {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Case with_phases(std::vector<int> after) {
  Case c = small_case();
  c.phases.resize(after.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    c.phases[i].name = std::string(1, static_cast<char>('a' + i));
    c.phases[i].after = after[i];
  }
  for (Party& party : c.parties) {
    party.preference.credences.resize(after.size());
    party.principals[0].preference.credences.resize(after.size());
  }
  return c;
}

TEST(CheckPhases, ARowIsFine) { EXPECT_THAT(check(with_phases({-1, 0, 1, 0})), IsEmpty()); }

TEST(CheckPhases, APhaseThatWaitsForItself) {
  EXPECT_THAT(messages(check(with_phases({-1, 1, 1}))), ElementsAre("phase b waits for itself, so it can never begin"));
}

TEST(CheckPhases, EachCircleIsToldOnce) {
  EXPECT_THAT(
      messages(check(with_phases({2, 0, 1, 0, 5, 4}))),
      ElementsAre("phases wait for each other in a circle, so none of them can begin: a after c after b after a",
                  "phases wait for each other in a circle, so none of them can begin: e after f after e"));
}

/// North with three principals and this consent.
Case with_consent(Gate consent) {
  Case c = small_case();
  c.parties[0].principals = {principal(c, "delegation"), principal(c, "cabinet"), principal(c, "advisors")};
  c.parties[0].principals[2].advisory = true;
  c.parties[0].consent = std::move(consent);
  return c;
}

TEST(CheckConsent, NestedGatesAndRepeatedPrincipalsAreFine) {
  const Gate inner = gate(Gate::Kind::any, {approval_of(0), approval_of(2)});
  EXPECT_THAT(check(with_consent(gate(Gate::Kind::at_least, {approval_of(0), approval_of(1), inner}, 2))), IsEmpty());
}

TEST(CheckConsent, ThresholdsOutOfReach) {
  EXPECT_THAT(messages(check(with_consent(gate(Gate::Kind::at_least, {approval_of(0), approval_of(1)}, 3)))),
              ElementsAre("the consent of North asks for at least 3 approvals of 2 that count, which can never be"));
  EXPECT_THAT(messages(check(with_consent(gate(Gate::Kind::at_least, {approval_of(0), approval_of(1)}, 0)))),
              ElementsAre("the consent of North asks for at least 0 approvals of 2 that count, which binds nobody"));
}

TEST(CheckConsent, AdvisorsDoNotCountTowardsAThreshold) {
  EXPECT_THAT(messages(check(with_consent(gate(Gate::Kind::at_least, {approval_of(0), approval_of(2)}, 2)))),
              ElementsAre("the consent of North asks for at least 2 approvals of 1 that count, which can never be"));
  EXPECT_THAT(messages(check(with_consent(approval_of(2)))),
              ElementsAre("the consent of North names only an advisory principal, who binds nobody"));
}

TEST(CheckConsent, NoMoreWaysThanCanBeLookedAt) {
  Case c = small_case();
  for (int k = 0; k < 14; ++k) c.parties[0].principals.push_back(principal(c, "p" + std::to_string(k)));
  std::vector<Gate> all;
  for (int k = 0; k < 15; ++k) all.push_back(approval_of(k));
  c.parties[0].consent = gate(Gate::Kind::at_least, all, 2);
  EXPECT_THAT(check(c), IsEmpty());
  c.parties[0].consent = gate(Gate::Kind::at_least, all, 7);
  EXPECT_THAT(messages(check(c)),
              ElementsAre("with North the parties can come to consent in more than 1000 ways, too many to look at"));
  for (int k = 0; k < 50; ++k) c.parties[0].principals.push_back(principal(c, "q" + std::to_string(k)));
  c.parties[0].consent = gate(Gate::Kind::all, all);
  EXPECT_THAT(messages(check(c)),
              ElementsAre("with North there are 65 principals whose approval counts; up to 64 can be looked at"));
}

TEST(CheckConsent, EmptyGates) {
  EXPECT_THAT(messages(check(with_consent(gate(Gate::Kind::all, {})))),
              ElementsAre("a part of the consent of North names nobody"));
  EXPECT_THAT(messages(check(with_consent(gate(Gate::Kind::all, {approval_of(0), gate(Gate::Kind::any, {})})))),
              ElementsAre("a part of the consent of North names nobody"));
}

TEST(CheckConsent, AdvisorsBindNobody) {
  Case c = with_consent(gate(Gate::Kind::all, {approval_of(2)}));
  EXPECT_THAT(messages(check(c)),
              ElementsAre("a part of the consent of North names only advisory principals, who bind nobody"));
  for (Principal& principal : c.parties[0].principals) principal.advisory = true;
  EXPECT_THAT(messages(check(c)), ElementsAre("every principal of North is advisory, so nobody can consent for it"));
}

TEST(CheckRedLines, OnEveryOption) {
  Case c = with_consent(gate(Gate::Kind::all, {approval_of(0), approval_of(1)}));
  c.parties[0].red_lines = {{is(c, 0, {0, 1}), {}}};
  EXPECT_THAT(check(c), IsEmpty());
  c.parties[0].principals[1].red_lines = {{is(c, 0, {1, 2}), {}}};
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the red lines of North, cabinet exclude every option of aid, so it could "
                          "never agree to anything"));
  c.parties[0].red_lines.push_back({is(c, 0, {2}), {}});
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the red lines of North exclude every option of aid, so it could never agree to anything"));
}

Case with_dates(const char* parent, const char* child) {
  Case c = small_case();
  c.proposals.push_back(proposal("second plan", {1, 6, 0}));
  c.proposals[0].date = parse_date(parent);
  c.proposals[1].date = parse_date(child);
  c.proposals[1].parent = 0;
  return c;
}

TEST(CheckDates, ParentsComeFirst) {
  EXPECT_THAT(check(with_dates("2024-03-20", "2024-03-24")), IsEmpty());
  EXPECT_THAT(check(with_dates("2024-03-20", "2024-03")), IsEmpty());
  EXPECT_THAT(messages(check(with_dates("2024-03-20", "2024-03-19"))),
              ElementsAre("proposal second plan of 19 March 2024 changes plan, which is dated later (20 March 2024)"));
}

TEST(CheckDates, ResponsesFollowTheirProposal) {
  Case c = with_dates("2024-03-20", "2024-03-24");
  c.responses = {response(1, 0, Answer::accept), response(1, 1, Answer::reject)};
  c.responses[0].date = parse_date("2024-03");
  c.responses[1].date = parse_date("2024-03-23");
  EXPECT_THAT(messages(check(c)), ElementsAre("the answer of South to second plan is dated 23 March 2024, before the "
                                              "proposal itself (24 March 2024)"));
}

TEST(CheckDates, ApprovalsFollowTheirProposalAndTheirQuestion) {
  Case c = with_dates("2024-03-20", "2024-03-24");
  Approval approval;
  approval.proposal = 1;
  approval.of = {.party = 1, .principal = 0};
  approval.asked = parse_date("2024-03-26");
  approval.answered = parse_date("2024-03-25");
  c.approvals = {approval};
  EXPECT_THAT(messages(check(c)),
              ElementsAre("South is said to have answered on 25 March 2024 before it was asked on 26 March 2024"));
  c.approvals[0].asked = parse_date("2024-03-01");
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the question to South for approval of second plan is dated 1 March 2024, "
                          "before the proposal itself (24 March 2024)"));
}

TEST(Check, ProblemsComeInTheOrderOfTheFile) {
  Case c = small_case();
  c.parties[0].preference.weights[0] = exactly(101);
  c.parties[0].preference.weights[0]->from.place = {20, 3};
  c.parties[1].preference.weights[0] = exactly(60);
  c.parties[1].preference.from.place = {10, 5};
  EXPECT_THAT(messages(check(c)), ElementsAre("the weights of South add up to 110; 100 is needed",
                                              "the weight of aid for North must lie between 0 and 100, not at 101"));
}

}  // namespace
}  // namespace parley
