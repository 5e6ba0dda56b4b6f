#include "parley/case/clause.h"

#include <gmock/gmock.h>

#include "parley/case/check.h"
#include "support/case_builder.h"
#include "support/messages.h"

namespace parley::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Brackets, HoldAlternatives) {
  const Brackets found = brackets_of("Residents return [ gradually | freely ] within [six] weeks.");
  EXPECT_EQ(found.fault, "");
  EXPECT_FALSE(found.whole);
  EXPECT_THAT(found.open, ElementsAre(ElementsAre("gradually", "freely"), ElementsAre("six")));
}

TEST(Brackets, MayHoldAllTheWords) {
  EXPECT_TRUE(brackets_of(" [Guns fall silent.] ").whole);
  EXPECT_FALSE(brackets_of("[Guns] [fall silent.]").whole);
  EXPECT_FALSE(brackets_of("Guns fall silent.").whole);
}

TEST(Brackets, AreClosedUnnestedAndFilled) {
  for (const char* wrong : {"a [b", "a ] b", "a [b [c] d]", "[]", "a [ | b]", "[b|", "]["})
    EXPECT_NE(brackets_of(wrong).fault, "") << wrong;
  for (const char* right : {"", "a", "[...]", "a | b", "[a][b]"}) EXPECT_EQ(brackets_of(right).fault, "") << right;
}

Clause clause(std::string id, std::string words, std::vector<int> issues) {
  Clause made;
  made.id = std::move(id);
  made.words = std::move(words);
  made.issues = std::move(issues);
  return made;
}

/// A text that leaves aid open.
Case open_aid(std::vector<Clause> clauses) {
  Case c = small_case();
  c.proposals[0].alternatives[0] = {1, 2};
  c.proposals[0].clauses = std::move(clauses);
  return c;
}

TEST(CheckClauses, BracketsAgreeWithTheTerms) {
  EXPECT_THAT(messages(check(open_aid({clause("aid", "Aid is [limited | full].", {0})}))), IsEmpty());
  EXPECT_THAT(messages(check(open_aid({clause("aid", "Aid comes.", {0})}))),
              ElementsAre("clause aid of proposal plan has no brackets, and the terms leave aid open"));
  EXPECT_THAT(messages(check(open_aid({clause("road", "By the [coast | hills].", {2})}))),
              ElementsAre("clause road of proposal plan stands in brackets, and the terms settle route"));
}

TEST(CheckClauses, OneOfSeveralClausesCarriesTheBrackets) {
  EXPECT_THAT(messages(check(open_aid({clause("aid", "Aid is [limited | full].", {0}),
                                       clause("convoys", "Aid comes by the coast.", {0, 2}),
                                       clause("preamble", "[Mindful of the past,]", {})}))),
              IsEmpty());
}

TEST(CheckClauses, AFaultIsToldWhereItArises) {
  Case c = open_aid({clause("aid", "Aid is [limited | full", {0})});
  c.proposals.push_back(c.proposals[0]);
  c.proposals[1].id = c.proposals[1].name = "second";
  c.proposals[1].parent = 0;
  EXPECT_THAT(messages(check(c)), ElementsAre("clause aid of proposal plan opens a bracket and never closes it"));
}

TEST(CheckClauses, AVersionThatSettlesAnIssueSettlesItsClause) {
  Case c = open_aid({clause("aid", "Aid is [limited | full].", {0})});
  c.proposals.push_back(c.proposals[0]);
  c.proposals[1].id = c.proposals[1].name = "second";
  c.proposals[1].parent = 0;
  c.proposals[1].alternatives[0] = {2};
  EXPECT_THAT(messages(check(c)),
              ElementsAre("clause aid of proposal second stands in brackets, and the terms settle aid"));
  c.proposals[1].clauses[0].words = "Aid is full.";
  EXPECT_THAT(messages(check(c)), IsEmpty());
}

TEST(CheckClauses, AnIdStandsOnce) {
  Case c = small_case();
  c.proposals[0].clauses = {clause("aid", "Aid comes.", {0}), clause("aid", "More aid comes.", {})};
  EXPECT_THAT(messages(check(c)), ElementsAre("clause aid of proposal plan stands twice"));
}

}  // namespace
}  // namespace parley::test
