#include "parley/ask/consent.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <tuple>

#include "ask/packages.h"
#include "parley/ask/zone.h"
#include "parley/at.h"
#include "parley/model/gates.h"
#include "parley/model/reading/readings.h"
#include "support/case_builder.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Date day_of_2031(int number) {
  return {std::chrono::sys_days{std::chrono::year{2031} / 3 / 1} + std::chrono::days(number)};
}

Delay days(int low, int high) {
  Delay made;
  made.days = range(low, high);
  return made;
}

Gate in_turn(std::vector<Gate> children) {
  Gate made = gate(Gate::Kind::all, std::move(children));
  made.in_turn = true;
  return made;
}

ConsentOptions no_readings() {
  ConsentOptions options;
  options.readings = 0;
  return options;
}

Case drawn_case(Random& random) {
  CaseShape shape;
  shape.parties = static_cast<int>(draw(random, 2, 3));
  shape.issues = 3;
  return random_case(random, shape);
}

std::vector<bool> approvals_of(const Case& c, const Model& model, int party, const Package& package) {
  std::vector<bool> approvals;
  for (int k = 0; k < std::ssize(c.parties[at(party)].principals); ++k)
    approvals.push_back(principal_approves(c, model, party, k, package));
  return approvals;
}

Count counted(std::size_t packages) { return {std::to_string(packages)}; }

TEST(Consent, FindsTheSmallestSetThatWouldHaveToMove) {
  Random random(31);
  for (int round = 0; round < 25; ++round) {
    SCOPED_TRACE(round);
    const Case c = drawn_case(random);
    const Model model = compile(c, default_date(c));
    const Approvals answer = consent(c, model, 0, no_readings());
    for (const PartyConsent& party : answer.parties) {
      const Party& side = c.parties[at(party.party)];
      const ConsentTree& tree = party.trees.front();
      const std::vector<bool> now = approvals_of(c, model, party.party, answer.shown);
      EXPECT_EQ(tree.approves, gate_approves(side, side.consent, now));
      std::optional<std::tuple<int, Utility>> least;
      for (unsigned moved = 0; moved < 1U << side.principals.size(); ++moved) {
        std::vector<bool> then = now;
        Utility shortfall = 0;
        for (std::size_t k = 0; k < side.principals.size(); ++k)
          if ((moved >> k & 1U) == 1) {
            then[k] = true;
            shortfall += now[k] ? 0 : std::max<Utility>(0, -party.principals[k].central_margin);
          }
        if (!gate_approves(side, side.consent, then)) continue;
        const std::tuple size(std::popcount(moved), shortfall);
        if (!least || size < *least) least = size;
      }
      EXPECT_EQ(std::tuple(static_cast<int>(tree.to_move.size()), tree.shortfall), least);
    }
  }
}

TEST(Consent, NodesSayWhatTheirGateComesTo) {
  Random random(32);
  for (int round = 0; round < 25; ++round) {
    SCOPED_TRACE(round);
    const Case c = drawn_case(random);
    const Model model = compile(c, default_date(c));
    const Approvals answer = consent(c, model, 0, no_readings());
    for (const PartyConsent& party : answer.parties) {
      const ConsentTree& tree = party.trees.front();
      const ConsentNode& top = tree.nodes.front();
      EXPECT_EQ(top.approves, tree.approves);
      // The margin of a tree says whether it approves, and those who bind have that margin.
      EXPECT_EQ(tree.approves, top.margin && *top.margin >= 0);
      ASSERT_FALSE(tree.binding.empty());
      for (const ConsentNode& node : tree.nodes)
        if (std::ranges::find(tree.binding, node.principal) != tree.binding.end()) {
          EXPECT_EQ(node.margin, top.margin);
        }
    }
  }
}

void expect_share(const std::optional<PackageShare>& found, std::size_t part, std::size_t whole) {
  ASSERT_EQ(found.has_value(), whole > 0);
  if (!found) return;
  EXPECT_TRUE(found->exact);
  EXPECT_DOUBLE_EQ(found->value, static_cast<double>(part) / static_cast<double>(whole));
}

TEST(Consent, CountsSetsAndVetoesAsEnumerationDoes) {
  Random random(33);
  for (int round = 0; round < 20; ++round) {
    SCOPED_TRACE(round);
    const Case c = drawn_case(random);
    const Model model = compile(c, default_date(c));
    const Approvals answer = consent(c, model, 0, no_readings());
    const std::vector<Package> packages = packages_of(c);
    EXPECT_EQ(answer.packages, std::to_string(packages.size()));
    for (const PartyConsent& party : answer.parties) {
      const Party& side = c.parties[at(party.party)];
      const auto number = [&](const auto& holds) {
        return static_cast<std::size_t>(std::ranges::count_if(
            packages, [&](const Package& package) { return holds(approvals_of(c, model, party.party, package)); }));
      };
      const auto tree = [&](std::vector<bool> approvals) { return gate_approves(side, side.consent, approvals); };
      const TreeSets& sets = party.trees.front().sets;
      const std::size_t win_set = number(tree);
      ASSERT_TRUE(sets.win_set);
      EXPECT_EQ(sets.win_set->packages, counted(win_set));
      for (const PrincipalSets& self : sets.principals) {
        const auto k = at(self.principal);
        const auto own = number([&](const std::vector<bool>& approvals) { return approvals[k]; });
        ASSERT_TRUE(self.own);
        EXPECT_EQ(self.own->packages, counted(own));
        const auto others = number([&](std::vector<bool> approvals) {
          approvals[k] = true;
          return tree(approvals);
        });
        expect_share(self.veto, others - win_set, others);
        EXPECT_EQ(self.absorbed, others == win_set);
        if (self.signs_first) {
          const auto refused = number([&](const auto& approvals) { return approvals[k] && !tree(approvals); });
          expect_share(self.slack, refused, own);
        }
      }
    }
  }
}

TEST(Consent, ClearsWhatIsNoWorseThanWhatWasApproved) {
  Random random(34);
  int told = 0;
  for (int round = 0; round < 20; ++round) {
    SCOPED_TRACE(round);
    Case c = drawn_case(random);
    c.responses.clear();
    for (auto& levels : c.proposals[0].alternatives) levels.resize(1);
    if (std::ranges::none_of(packages_of(c), [&](const Package& package) {
          for (std::size_t i = 0; i < package.size(); ++i)
            if (package[i] != c.proposals[0].alternatives[i][0]) return false;
          return true;
        }))
      continue;
    const int first = principals_in(c.parties[0], c.parties[0].consent).front();
    Response said = response(0, 0, Answer::accept);
    said.by.principal = first;
    c.responses.push_back(said);
    c.proposals[0].author.reset();
    const Model model = compile(c, default_date(c));
    const Approvals answer = consent(c, model, 0, no_readings());
    ASSERT_EQ(answer.cleared.by.size(), 1U);
    const Utility worth = central_utility(model.principals[0][at(first)], answer.shown);
    EXPECT_EQ(answer.cleared.by[0].worth, worth);
    std::size_t zone = 0;
    std::size_t cleared = 0;
    for (const Package& package : packages_of(c)) {
      if (!everyone_approves(c, model, package)) continue;
      ++zone;
      if (principal_approves(c, model, 0, first, package) &&
          central_utility(model.principals[0][at(first)], package) >= worth)
        ++cleared;
    }
    ASSERT_TRUE(answer.cleared.zone && answer.cleared.cleared);
    EXPECT_EQ(answer.cleared.zone->packages, counted(zone));
    EXPECT_EQ(answer.cleared.cleared->packages, counted(cleared));
    told += cleared > 0 && cleared < zone ? 1 : 0;
  }
  EXPECT_GT(told, 0);
}

TEST(Consent, TiedHandsAreTheViewpointsOfTheZoneWithAGateAndWithout) {
  Random random(35);
  for (int round = 0; round < 12; ++round) {
    SCOPED_TRACE(round);
    const Case c = drawn_case(random);
    const Model model = compile(c, default_date(c));
    const TiedHands hands = tied_hands(c, model);
    const auto expect_views = [&](const Case& as_if, const std::vector<HandsView>& views) {
      const Zone expected = zone(as_if, model);
      for (const HandsView& view : views) {
        const auto same = std::ranges::find(expected.viewpoints, view.viewpoint, &Zone::View::viewpoint);
        ASSERT_EQ(view.value.has_value(), same->point.has_value());
        if (view.value) {
          EXPECT_EQ(*view.value, same->point->value);
        }
      }
    };
    expect_views(c, hands.views);
    for (const HandsWithout& without_it : hands.without) {
      Case other = c;
      Party& side = other.parties[at(without_it.who.party)];
      side.consent = without(side, side.consent, without_it.who.principal).value();
      expect_views(other, without_it.views);
    }
  }
}

/// North: a delegation, then a council and a court; its assembly advises. South speaks for itself.
Case chain_case() {
  Case c = small_case();
  c.as_of = day_of_2031(0);
  c.sources.push_back({});
  c.sources[0].id = "press";
  Party& north = c.parties[0];
  north.principals.clear();
  for (const char* name : {"delegation", "council", "court", "assembly"})
    north.principals.push_back(principal(c, name));
  north.principals[0].reservation = exactly(20);
  north.principals[3].advisory = true;
  north.consent = in_turn({approval_of(0), approval_of(1), approval_of(2), approval_of(3)});
  north.principals[1].delay = days(3, 4);
  north.principals[2].delay = days(10, 10);
  for (Principal& self : north.principals)
    if (self.delay) self.delay->days.from.source = 0;
  c.proposals[0].date = day_of_2031(-3);
  return c;
}

ConsentOptions until(Date date) {
  ConsentOptions options = no_readings();
  options.by = date;
  return options;
}

Approvals ask(const Case& c, const ConsentOptions& options = no_readings()) {
  return consent(c, compile(c, day_of_2031(0)), 0, options);
}

TEST(Consent, ThoseWhoAreAskedInTurnAddTheirDays) {
  const Approvals answer = ask(chain_case());
  const Ratification& found = answer.ratification;
  EXPECT_EQ(chance_within(found.days, 12), 0);
  EXPECT_NEAR(chance_within(found.days, 13), 0.5, 1e-9);
  EXPECT_NEAR(chance_within(found.days, 14), 1, 1e-9);
  EXPECT_TRUE(found.unstated) << "nobody says how long the delegation and South take";
  EXPECT_FALSE(found.assumptions_only);
  EXPECT_THAT(found.blocked, IsEmpty());
  ASSERT_EQ(found.steps.size(), 4U) << "who advises is not waited for";
  const auto& nodes = answer.parties[0].trees[0].nodes;
  EXPECT_TRUE(nodes.front().in_turn);
  EXPECT_EQ(nodes.front().of, 3);
  EXPECT_TRUE(nodes.back().advisory);
  const auto& sets = answer.parties[0].trees[0].sets.principals;
  EXPECT_EQ(std::ranges::count(sets, true, &PrincipalSets::signs_first), 1) << "the delegation signs first";
}

TEST(Consent, WhoHasApprovedTakesNoMoreTimeAndWhoWasAskedTakesWhatIsLeft) {
  Case c = chain_case();
  Approval given;
  given.proposal = 0;
  given.of = {0, 1, -1};
  given.state = Approval::State::given;
  given.asked = day_of_2031(-3);
  given.answered = day_of_2031(-1);
  Approval asked;
  asked.proposal = 0;
  asked.of = {0, 2, -1};
  asked.asked = day_of_2031(-3);
  c.approvals = {given, asked};
  const Approvals answer = ask(c);
  EXPECT_EQ(day_of(answer.ratification.days, 0.5), 7);
  c.approvals[1].asked = day_of_2031(-20);
  const Approvals late = ask(c);
  EXPECT_TRUE(std::ranges::any_of(late.ratification.steps, &ApprovalStep::run_out));
  EXPECT_EQ(day_of(late.ratification.days, 0.5), 0);
}

TEST(Consent, ARefusalClosesTheTreeAndTheDaysAreThoseIfItWereTakenBack) {
  Case c = chain_case();
  Response no = response(0, 0, Answer::reject);
  no.by.principal = 1;
  no.date = day_of_2031(-1);
  c.responses = {no};
  const Approvals answer = ask(c);
  EXPECT_THAT(answer.ratification.refused, ElementsAre(0));
  EXPECT_THAT(answer.ratification.blocked, IsEmpty());
  EXPECT_NEAR(chance_within(answer.ratification.days, 13), 0.5, 1e-9);
}

TEST(Consent, ThoseWhoCannotAreWaitedForOnlyWhereNothingGoesWithoutThem) {
  Case c = chain_case();
  c.parties[0].consent = gate(Gate::Kind::any, {approval_of(1), approval_of(2)});
  c.parties[0].principals[1].reservation = exactly(100);
  EXPECT_EQ(day_of(ask(c).ratification.days, 0.5), 10) << "the council cannot, the court takes ten days";
  c.parties[0].consent = gate(Gate::Kind::all, {approval_of(1), approval_of(2)});
  const Approvals blocked = ask(c);
  EXPECT_THAT(blocked.ratification.blocked, ElementsAre(0));
  EXPECT_EQ(day_of(blocked.ratification.days, 0.5), 10);
}

TEST(Consent, TellsTheDaysOnWhichTheOutsideChanges) {
  Case c = chain_case();
  Exit exit;
  exit.id = "leave";
  exit.name = "leaving";
  exit.opens = day_of_2031(14);
  exit.values.push_back({});
  exit.values.back().value = exactly(10);
  exit.values.push_back({});
  exit.values.back().since = day_of_2031(40);
  exit.values.back().value = exactly(20);
  c.parties[1].no_deal.exits.push_back(exit);
  const Approvals answer = ask(c, until(day_of_2031(20)));
  ASSERT_EQ(answer.ratification.outside.size(), 2U);
  EXPECT_EQ(answer.ratification.outside[0].kind, OutsideChange::Kind::opens);
  const auto row = std::ranges::find(answer.ratification.table, RatifiedBy::Kind::outside, &RatifiedBy::kind);
  ASSERT_NE(row, answer.ratification.table.end());
  EXPECT_EQ(row->days, 13) << "by the end of the day before";
  EXPECT_NEAR(row->chance, 0.5, 1e-9);
  const auto by = std::ranges::find(answer.ratification.table, RatifiedBy::Kind::asked, &RatifiedBy::kind);
  ASSERT_NE(by, answer.ratification.table.end());
  EXPECT_EQ(by->days, 20);
  EXPECT_TRUE(std::ranges::is_sorted(answer.ratification.table, {}, &RatifiedBy::days));
}

TEST(Consent, SetsSeveralTreesSideBySide) {
  Case c = chain_case();
  Party& north = c.parties[0];
  north.principals[2].reservation = exactly(100);
  const Gate short_tree = gate(Gate::Kind::all, {approval_of(0), approval_of(1)});
  const Gate long_tree = gate(Gate::Kind::all, {approval_of(0), approval_of(1), approval_of(2)});
  north.consent_claims = {{short_tree, Decimal::of(3), {}}, {long_tree, Decimal::of(1), {}}};
  north.consent = short_tree;
  const Approvals answer = ask(c);
  const auto& trees = answer.parties[0].trees;
  ASSERT_EQ(trees.size(), 2U);
  EXPECT_DOUBLE_EQ(trees[0].weight, 0.75);
  EXPECT_EQ(trees[0].verdict, Verdict::certainly);
  EXPECT_EQ(trees[1].verdict, Verdict::certainly_not);
  EXPECT_EQ(answer.parties[0].verdict, Verdict::possibly) << "the two do not agree";
  EXPECT_THAT(trees[1].to_move, ElementsAre(2));
  EXPECT_THAT(trees[1].binding, ElementsAre(2));
  EXPECT_NEAR(chance_within(answer.ratification.days, 4), 0.75, 1e-9) << "the longer tree takes ten days";
}

TEST(Consent, DelaysThatAreAssumptionsAreSaidToBe) {
  Case c = chain_case();
  for (Principal& self : c.parties[0].principals)
    if (self.delay) self.delay->days.from.source = -1;
  EXPECT_TRUE(ask(c).ratification.assumptions_only);
}

TEST(Consent, ReadingsTellHowOftenTheTextReturnsToTheTable) {
  Case c = chain_case();
  Party& north = c.parties[0];
  north.consent = gate(Gate::Kind::any, {approval_of(1), approval_of(2)});
  for (const int k : {1, 2}) {
    north.principals[at(k)].reservation = range(0, 100);
    north.principals[at(k)].reservation->from.source = 0;
  }
  for (Party& party : c.parties)
    if (party.reservation) party.reservation->from.source = 0;
  ConsentOptions options;
  options.readings = 600;
  const Approvals answer = ask(c, options);
  const Readings readings = draw_readings(c, day_of_2031(0), {600, 1, true, {}});
  std::size_t council = 0;
  std::size_t either = 0;
  for (std::size_t j = 0; j < readings.count; ++j) {
    if (!approves_in(c, readings, 1, j, answer.shown)) continue;
    const bool first = approves_in(c, readings, 0, 1, j, answer.shown);
    council += first ? 1U : 0U;
    either += first || approves_in(c, readings, 0, 2, j, answer.shown) ? 1U : 0U;
  }
  ASSERT_GT(council, 0U);
  ASSERT_GT(either, council);
  const auto& share = answer.ratification.approved_share;
  ASSERT_TRUE(share);
  EXPECT_EQ(share->in, either);
  EXPECT_EQ(share->of, 600U);
  for (const RatifiedBy& row : answer.ratification.table) {
    ASSERT_TRUE(row.of_readings);
    // The council takes four days at most; where only the court approves, it takes ten.
    if (row.days == 7) {
      EXPECT_NEAR(*row.of_readings, static_cast<double>(council) / 600, 1e-9);
    }
    if (row.days == 14) {
      EXPECT_NEAR(*row.of_readings, static_cast<double>(either) / 600, 1e-9);
    }
  }
}

TEST(Consent, GivesNoShareOfReadingsThatRestOnNothing) {
  Case c = chain_case();
  for (Party& party : c.parties) party.reservation = range(20, 40);
  for (Principal& self : c.parties[0].principals) self.reservation.reset();
  ConsentOptions options;
  options.readings = 100;
  const Approvals answer = ask(c, options);
  EXPECT_TRUE(answer.ratification.guesses);
  EXPECT_FALSE(answer.ratification.approved_share);
}

TEST(Consent, GivesNoChancesWhereNobodyTellsADelay) {
  Case c = chain_case();
  for (Principal& self : c.parties[0].principals) self.delay.reset();
  const Approvals answer = ask(c);
  EXPECT_TRUE(answer.ratification.untold);
  EXPECT_THAT(answer.ratification.table, IsEmpty());
}

TEST(Consent, WithoutADateHasNoDays) {
  Case c = chain_case();
  c.as_of.reset();
  c.proposals[0].date.reset();
  const Approvals answer = consent(c, compile(c, Date{}), 0, until(day_of_2031(3)));
  for (const RatifiedBy& row : answer.ratification.table) {
    EXPECT_FALSE(row.date);
    EXPECT_NE(row.kind, RatifiedBy::Kind::asked);
  }
  EXPECT_EQ(day_of(answer.ratification.days, 0.9), 14);
}

}  // namespace
}  // namespace parley::test
