#include "parley/ask/explain.h"

#include <gtest/gtest.h>

#include <numeric>

#include "ask/packages.h"
#include "parley/model/consent.h"
#include "support/case_builder.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

bool is_completion(const Proposal& text, const Package& package) {
  for (std::size_t i = 0; i < package.size(); ++i)
    if (std::ranges::find(text.alternatives[i], package[i]) == text.alternatives[i].end()) return false;
  return true;
}

Completions counted(std::size_t holding, std::size_t all) {
  if (holding == 0) return Completions::none;
  return holding == all ? Completions::every : Completions::some;
}

TEST(Explain, CountsCompletionsAsEnumerationDoes) {
  Random random(51);
  for (int round = 0; round < 300; ++round) {
    const Case c = random_case(random, {});
    const Model model = compile(c, default_date(c));
    const Explanation answer = explain(c, model, 0);
    SCOPED_TRACE(round);
    std::vector<Package> completions;
    for (const Package& package : packages_of(c))
      if (is_completion(c.proposals[0], package)) completions.push_back(package);
    EXPECT_EQ(answer.completions, std::to_string(completions.size()));
    EXPECT_TRUE(is_completion(c.proposals[0], answer.shown));
    const auto count = [&](const auto& holds) {
      return counted(static_cast<std::size_t>(std::ranges::count_if(completions, holds)), completions.size());
    };
    EXPECT_EQ(answer.everyone, count([&](const Package& x) { return everyone_approves(c, model, x); }));
    for (const PartyVerdict& party : answer.parties) {
      EXPECT_EQ(party.completions, count([&](const Package& x) { return party_approves(c, model, party.party, x); }));
      EXPECT_EQ(party.binding.empty(), party_approves(c, model, party.party, answer.shown));
      for (const PrincipalVerdict& principal : party.principals) {
        EXPECT_EQ(principal.completions, count([&](const Package& x) {
                    return principal_approves(c, model, party.party, principal.who.principal, x);
                  }));
        // Certainty over all readings holds in the central one too.
        if (principal.verdict == Verdict::certainly) {
          EXPECT_EQ(principal.completions, Completions::every);
        }
        if (principal.verdict == Verdict::certainly_not) {
          EXPECT_EQ(principal.completions, Completions::none);
        }
        EXPECT_LE(principal.margin.low, principal.central_margin);
        EXPECT_GE(principal.margin.high, principal.central_margin);
      }
    }
  }
}

TEST(Explain, CausesAddUpToWhatIsMissing) {
  Random random(52);
  for (int round = 0; round < 200; ++round) {
    const Case c = random_case(random, {});
    const Explanation answer = explain(c, compile(c, default_date(c)), 0);
    for (const PartyVerdict& party : answer.parties)
      for (const PrincipalVerdict& principal : party.principals) {
        Utility lost = 0;
        for (const Cause& cause : principal.causes) {
          EXPECT_LE(cause.loss.low, cause.central);
          EXPECT_GE(cause.loss.high, cause.central);
          lost += cause.central;
        }
        EXPECT_NEAR(static_cast<double>(lost), static_cast<double>(unit - principal.central_utility), 50);
        EXPECT_TRUE(std::ranges::is_sorted(principal.causes, std::greater{}, &Cause::central));
      }
  }
}

TEST(Explain, JudgesThePartyCompletionByCompletion) {
  for (const Gate::Kind kind : {Gate::Kind::any, Gate::Kind::all}) {
    Case c = small_case();
    Party& north = c.parties[0];
    north.principals = {principal(c, "mayor"), principal(c, "council")};
    north.consent = gate(kind, {approval_of(0), approval_of(1)});
    north.reservation = exactly(0);
    north.principals[0].red_lines = {{is(c, 2, {0}), {}}};
    north.principals[1].red_lines = {{is(c, 2, {1}), {}}};
    north.aspirations = {{is(c, 2, {1}), {}}};
    c.proposals[0].alternatives[2] = {0, 1};
    const Explanation answer = explain(c, compile(c, Date{}), 0);
    EXPECT_EQ(answer.parties[0].verdict, kind == Gate::Kind::any ? Verdict::certainly : Verdict::certainly_not);
    EXPECT_EQ(answer.parties[0].principals[0].verdict, Verdict::possibly);
    EXPECT_EQ(answer.parties[0].principals[0].red_lines_in_some.size(), 1u);
    ASSERT_EQ(answer.parties[0].aspirations.size(), 1u);
    EXPECT_EQ(answer.parties[0].aspirations[0].met, Completions::some);
  }
}

}  // namespace
}  // namespace parley::test
