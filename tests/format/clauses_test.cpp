#include <gmock/gmock.h>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string first_text =
    "  first:\n    terms: {bread: white}\n    from: baker\n    clauses:\n"
    "      truce: {words: Nobody throws bread., covers: [acts, area], provides: halt of fighting}\n"
    "      bread: {heading: Bread, words: \"The bread\\n  is  white.\", about: bread, from: miller}\n";

std::string with_proposals(const std::string& proposals) {
  return small_case() + "sources:\n  baker: {title: The baker}\n  miller: {title: The miller}\nproposals:\n" +
         proposals;
}

Case read_text(const std::string& text) {
  CaseFile file = read_case(text);
  EXPECT_EQ(told(file.problems), "");
  return file.value.value_or(Case{});
}

std::vector<std::string> ids(const Proposal& proposal) {
  std::vector<std::string> found;
  for (const Clause& clause : proposal.clauses) found.push_back(clause.id);
  return found;
}

TEST(Clauses, AreRead) {
  const Case c = read_text(with_proposals(first_text));
  const Proposal& first = c.proposals.at(0);
  ASSERT_THAT(ids(first), ElementsAre("truce", "bread"));
  EXPECT_FALSE(first.excerpt);
  EXPECT_THAT(first.clauses[0].covers, ElementsAre(Element::area, Element::acts));
  EXPECT_THAT(first.clauses[0].provides, ElementsAre(Provision::halt));
  EXPECT_EQ(first.clauses[0].from.source, 0) << "the proposal's source holds for its clauses";
  EXPECT_EQ(first.clauses[1].from.source, 1);
  EXPECT_EQ(first.clauses[1].heading, "Bread");
  EXPECT_EQ(first.clauses[1].words, "The bread is white.");
  EXPECT_THAT(first.clauses[1].issues, ElementsAre(0));
}

TEST(Clauses, AVersionKeepsWhatItDoesNotState) {
  const Case c = read_text(
      with_proposals(first_text + "  second: {parent: first, excerpt: true, clauses: {bread: {words: The bread is "
                                  "white and fresh.}, butter: {words: There is butter.}}}\n"
                                  "  third: {parent: second, clauses: {truce: dropped}}\n"
                                  "  fourth: {parent: third, excerpt: false}\n"));
  const Proposal& second = c.proposals.at(1);
  EXPECT_THAT(ids(second), ElementsAre("truce", "bread", "butter"));
  EXPECT_EQ(second.clauses[1].heading, "Bread");
  EXPECT_EQ(second.clauses[1].words, "The bread is white and fresh.");
  EXPECT_THAT(second.clauses[1].issues, ElementsAre(0));
  EXPECT_EQ(second.clauses[1].from.source, -1) << "who said so before did not say this";
  EXPECT_EQ(second.clauses[0].from.source, 0);
  EXPECT_THAT(ids(c.proposals.at(2)), ElementsAre("bread", "butter"));
  EXPECT_TRUE(c.proposals[2].excerpt);
  EXPECT_FALSE(c.proposals.at(3).excerpt);
  EXPECT_THAT(ids(c.proposals[3]), ElementsAre("bread", "butter"));
}

TEST(Clauses, AListMayBeEmptied) {
  const Case c = read_text(with_proposals(first_text + "  second: {parent: first, clauses: {truce: {covers: []}}}\n"));
  EXPECT_THAT(c.proposals.at(1).clauses.at(0).covers, IsEmpty());
  EXPECT_THAT(c.proposals[1].clauses[0].provides, ElementsAre(Provision::halt));
}

}  // namespace
}  // namespace parley
