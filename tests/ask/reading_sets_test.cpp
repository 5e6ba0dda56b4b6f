#include "parley/ask/reading_sets.h"

#include <gtest/gtest.h>

#include "ask/packages.h"
#include "parley/ask/reading_space.h"
#include "parley/case/check.h"
#include "parley/solve/joint/approvals.h"
#include "parley/solve/joint/most_accepted.h"
#include "support/case_builder.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

Readings some_readings(const Case& c, std::size_t count = 40) {
  ReadingOptions options;
  options.count = count;
  return draw_readings(c, Date{}, options);
}

/// A few packages of a case, and the readings that its numbers leave.
template <class Look>
void for_random_cases(int cases, const Look& look) {
  Random random(11);
  for (int i = 0; i < cases; ++i) {
    CaseShape shape;
    shape.parties = 2 + i % 2;
    shape.issues = 3;
    const Case c = random_case(random, shape);
    SCOPED_TRACE(i);
    look(c, some_readings(c), packages_of(c));
  }
}

/// Its second party says in two ways who must approve.
Case disputed_case() {
  Case c = small_case();
  Party& south = c.parties[1];
  south.principals = {principal(c, "delegation"), principal(c, "leadership")};
  south.principals[0].reservation = range(10, 50);
  south.principals[1].reservation = range(30, 70);
  ConsentClaim both;
  both.consent = gate(Gate::Kind::all, {approval_of(0), approval_of(1)});
  ConsentClaim either;
  either.consent = gate(Gate::Kind::any, {approval_of(0), approval_of(1)});
  south.consent_claims = {both, either};
  south.consent = both.consent;
  return c;
}

void expect_as_approves_in(const Case& c, const Readings& readings, const Package& package) {
  const ConsentIn consent = ConsentByReading(c, readings).to(package);
  for (std::size_t j = 0; j < readings.count; ++j) {
    bool everyone = true;
    for (std::size_t p = 0; p < c.parties.size(); ++p) {
      const auto party = static_cast<int>(p);
      for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k)
        ASSERT_EQ(consent.principals[p][k][j], approves_in(c, readings, party, static_cast<int>(k), j, package));
      const bool approves = approves_in(c, readings, party, j, package);
      ASSERT_EQ(consent.parties[p][j], approves);
      everyone = everyone && approves;
    }
    ASSERT_EQ(consent.everyone[j], everyone);
  }
}

TEST(ConsentByReading, IsThatOfEachReading) {
  for_random_cases(12, [](const Case& c, const Readings& readings, const std::vector<Package>& packages) {
    for (std::size_t i = 0; i < packages.size(); i += 5) expect_as_approves_in(c, readings, packages[i]);
  });
}

TEST(ConsentByReading, FollowsWhatIsSaidOfATreeInEachReading) {
  const Case c = disputed_case();
  const Readings readings = some_readings(c, 200);
  ASSERT_EQ(readings.consent[1].size(), readings.count);
  for (const Package& package : packages_of(c)) expect_as_approves_in(c, readings, package);
}

void expect_same_in_table(const Case& c, const Readings& readings, const std::vector<Package>& packages) {
  const auto space = ReadingSpace::of(c, compile(c, Date{}), readings);
  ASSERT_TRUE(space);
  if (space) {
    const ConsentByReading consent(c, readings);
    std::size_t best = 0;
    for (const Package& package : packages) {
      const Package as_numbered = space->to_table(package);
      EXPECT_EQ(space->from_table(as_numbered), package);
      const std::size_t together = consent.to(package).everyone.count();
      EXPECT_EQ(approved_in(space->table(), as_numbered).together, together);
      best = std::max(best, together);
    }
    const MostAccepted found = most_accepted(space->table());
    EXPECT_TRUE(found.proven);
    EXPECT_EQ(found.readings, best);
    if (const auto& package = found.package) {
      EXPECT_EQ(consent.to(space->from_table(*package)).everyone.count(), best);
    }
  }
}

TEST(ReadingSpace, HoldsWhatTheCaseAndTheReadingsSay) { for_random_cases(12, expect_same_in_table); }

TEST(ReadingSpace, HoldsDisputedTrees) {
  const Case c = disputed_case();
  expect_same_in_table(c, some_readings(c, 100), packages_of(c));
}

}  // namespace
}  // namespace parley::test
