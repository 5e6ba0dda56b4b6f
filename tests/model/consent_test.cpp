#include "parley/model/consent.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "support/case_builder.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

constexpr unsigned principals = 5;

using Flags = std::vector<bool>;

Flags flags_of(unsigned set) {
  Flags flags;
  for (unsigned k = 0; k < principals; ++k) flags.push_back((set >> k & 1) == 1);
  return flags;
}

Party party_of(Gate consent, std::vector<int> advisory = {}) {
  Party made;
  made.principals.resize(principals);
  for (const int k : advisory) made.principals[static_cast<std::size_t>(k)].advisory = true;
  made.consent = std::move(consent);
  return made;
}

bool binds(const Party& party, const Gate& gate) {
  return gate.kind != Gate::Kind::principal || !party.principals[static_cast<std::size_t>(gate.principal)].advisory;
}

/// Drawn so that check_consent finds nothing: every gate has somebody who binds, none asks for more than can be.
Gate random_gate(Random& random, const Party& party, int depth) {
  while (true) {
    if (depth == 0 || draw(random, 0, 2) == 0) {
      const Gate leaf = approval_of(static_cast<int>(draw(random, 0, principals - 1)));
      if (depth < 2 || binds(party, leaf)) return leaf;
      continue;
    }
    std::vector<Gate> children;
    const auto size = draw(random, 1, 4);
    for (std::int64_t i = 0; i < size; ++i) children.push_back(random_gate(random, party, depth - 1));
    const auto binding = std::ranges::count_if(children, [&](const Gate& child) { return binds(party, child); });
    if (binding == 0) continue;
    const Gate::Kind kinds[] = {Gate::Kind::all, Gate::Kind::any, Gate::Kind::at_least};
    const Gate::Kind kind = kinds[draw(random, 0, 2)];
    return gate(kind, std::move(children), static_cast<int>(draw(random, 1, binding)));
  }
}

Party random_party(Random& random) {
  while (true) {
    Party made = party_of({});
    for (Principal& principal : made.principals) principal.advisory = draw(random, 0, 4) == 0;
    if (std::ranges::all_of(made.principals, &Principal::advisory)) continue;
    made.consent = random_gate(random, made, 3);
    if (binds(made, made.consent)) return made;
  }
}

/// In words: all do that count, one does that counts, k do that count.
bool by_the_words(const Party& party, const Gate& gate, const Flags& approvals) {
  if (gate.kind == Gate::Kind::principal) return approvals[static_cast<std::size_t>(gate.principal)];
  int yes = 0;
  int no = 0;
  for (const Gate& child : gate.children)
    if (binds(party, child)) ++(by_the_words(party, child, approvals) ? yes : no);
  if (gate.kind == Gate::Kind::all) return no == 0;
  return gate.kind == Gate::Kind::any ? yes > 0 : yes >= gate.least;
}

TEST(Consent, TreesApproveAsTheirWordsSay) {
  Random random(1);
  for (int round = 0; round < 1000; ++round) {
    const Party party = random_party(random);
    for (unsigned set = 0; set < 1u << principals; ++set)
      EXPECT_EQ(tree_approves(party, flags_of(set)), by_the_words(party, party.consent, flags_of(set)));
  }
}

TEST(Consent, SufficientCoalitionsAreTheSmallestApprovingSets) {
  Random random(2);
  for (int round = 0; round < 1000; ++round) {
    const Party party = random_party(random);
    std::vector<Coalition> smallest;
    for (unsigned set = 0; set < 1u << principals; ++set) {
      bool minimal = by_the_words(party, party.consent, flags_of(set));
      Coalition members;
      for (unsigned k = 0; k < principals; ++k) {
        if ((set >> k & 1) == 0) continue;
        members.push_back(static_cast<int>(k));
        minimal = minimal && !by_the_words(party, party.consent, flags_of(set & ~(1u << k)));
      }
      if (minimal) smallest.push_back(members);
    }
    EXPECT_THAT(sufficient_coalitions(party), testing::UnorderedElementsAreArray(smallest));
  }
}

TEST(Consent, AdvisoryPrincipalsAreLeftOut) {
  const Party all = party_of(gate(Gate::Kind::all, {approval_of(0), approval_of(1), approval_of(2)}), {1});
  EXPECT_THAT(sufficient_coalitions(all), testing::ElementsAre(Coalition{0, 2}));
  const Party any = party_of(gate(Gate::Kind::any, {approval_of(0), approval_of(1)}), {1});
  EXPECT_THAT(sufficient_coalitions(any), testing::ElementsAre(Coalition{0}));
  EXPECT_FALSE(tree_approves(any, flags_of(0b00010)));
}

TEST(Consent, ATreeThatCannotApproveHasNoCoalition) {
  const Party party = party_of(gate(Gate::Kind::at_least, {approval_of(0), approval_of(1)}, 3));
  EXPECT_TRUE(sufficient_coalitions(party).empty());
}

Utility floor_with(const Party& party, const std::vector<Utility>& floors) {
  Case c;
  c.parties = {party};
  Model model;
  model.floors.resize(1);
  for (const Utility floor : floors) {
    model.floors[0].emplace_back();
    model.floors[0].back().central = floor;
  }
  return party_floor(c, model, 0);
}

TEST(Consent, IsOpenAsLongAsThoseWhoHaveNotSpokenCanTurnIt) {
  Random random(4);
  for (int round = 0; round < 1000; ++round) {
    const Party party = random_party(random);
    std::vector<Ballot> ballots;
    for (unsigned k = 0; k < principals; ++k) ballots.push_back(static_cast<Ballot>(draw(random, 0, 2)));
    std::vector<bool> results;
    std::vector<bool> turns(principals, false);
    for (unsigned set = 0; set < 1u << principals; ++set) {
      const Flags flags = flags_of(set);
      bool fits = true;
      for (std::size_t k = 0; k < principals; ++k)
        fits = fits && (ballots[k] == Ballot::open || flags[k] == (ballots[k] == Ballot::yes));
      if (!fits) continue;
      const bool result = by_the_words(party, party.consent, flags);
      results.push_back(result);
      for (std::size_t k = 0; k < principals; ++k) {
        if (ballots[k] != Ballot::open) continue;
        Flags other = flags;
        other[k] = !other[k];
        if (by_the_words(party, party.consent, other) != result) turns[k] = true;
      }
    }
    const bool yes = std::ranges::find(results, false) == results.end();
    const bool no = std::ranges::find(results, true) == results.end();
    EXPECT_EQ(tree_ballot(party, ballots), yes ? Ballot::yes : no ? Ballot::no : Ballot::open);
    const auto waited_for = awaited(party, ballots);
    for (int k = 0; k < static_cast<int>(principals); ++k) {
      if (turns[static_cast<std::size_t>(k)]) {
        EXPECT_TRUE(std::ranges::binary_search(waited_for, k));
      }
    }
  }
}

TEST(Consent, ManyPrincipalsOfWhomAlmostAllMustApproveAreNoTrouble) {
  Party party;
  std::vector<Gate> children;
  for (int k = 0; k < 40; ++k) children.push_back(approval_of(k));
  party.principals.resize(40);
  party.consent = gate(Gate::Kind::at_least, std::move(children), 39);
  EXPECT_EQ(sufficient_coalitions(party).size(), 40u);
}

TEST(Consent, PartyFloorIsLargestSmallestOrKthSmallest) {
  const std::vector<Gate> children{approval_of(0), approval_of(1), approval_of(2)};
  const std::vector<Utility> floors{30, 10, 20, 0, 0};
  EXPECT_EQ(floor_with(party_of(gate(Gate::Kind::all, children)), floors), 30);
  EXPECT_EQ(floor_with(party_of(gate(Gate::Kind::any, children)), floors), 10);
  EXPECT_EQ(floor_with(party_of(gate(Gate::Kind::at_least, children, 2)), floors), 20);
  EXPECT_EQ(floor_with(party_of(gate(Gate::Kind::all, children), {0}), floors), 20);
}

TEST(Consent, PartyFloorIsTheLeastAtWhichSomeApprovingSetIsContent) {
  Random random(3);
  for (int round = 0; round < 1000; ++round) {
    const Party party = random_party(random);
    std::vector<Utility> floors;
    for (unsigned k = 0; k < principals; ++k) floors.push_back(draw(random, 0, 10));
    Utility least = unit;
    for (const Utility level : floors) {
      Flags content;
      for (const Utility floor : floors) content.push_back(floor <= level);
      if (by_the_words(party, party.consent, content)) least = std::min(least, level);
    }
    EXPECT_EQ(floor_with(party, floors), least);
  }
}

TEST(Consent, APrincipalApprovesFromItsFloorOnUnlessARedLineIsHit) {
  Case c = small_case();
  const Date date = *parse_date("2024-03-26");
  const Package package{1, 5, 0};  // worth 25 + 15 + 20 to the North
  for (const int floor : {60, 61}) {
    c.parties[0].reservation = exactly(floor);
    const Model model = compile(c, date);
    EXPECT_EQ(central_utility(model.principals[0][0], package), 600'000'000);
    EXPECT_EQ(principal_approves(c, model, 0, 0, package), floor == 60);
    EXPECT_EQ(party_approves(c, model, 0, package), floor == 60);
  }
  c.parties[0].reservation = exactly(0);
  EXPECT_TRUE(everyone_approves(c, compile(c, date), package));
  c.parties[0].red_lines.push_back({is(c, 0, {1}), {}});
  EXPECT_FALSE(everyone_approves(c, compile(c, date), package));
}

}  // namespace
}  // namespace parley::test
