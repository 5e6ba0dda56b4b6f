#include "parley/ask/texts.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "parley/at.h"
#include "parley/format/case_file.h"
#include "support/case_builder.h"
#include "support/other_order.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using State = Presence::State;

Clause clause(std::string id, std::string words, std::vector<Provision> provides = {}) {
  Clause made;
  made.id = std::move(id);
  made.words = std::move(words);
  made.provides = std::move(provides);
  return made;
}

Proposal text_of(std::vector<Clause> clauses) {
  Proposal text = proposal("text", {0, 0, 0});
  text.clauses = std::move(clauses);
  return text;
}

const Clause truce = clause("truce", "Guns fall silent.", {Provision::halt});
const Clause watch = clause("watch", "Observers look on.", {Provision::monitoring});
const Clause arms = clause("arms", "Fighters go home.", {Provision::demobilisation});
const Clause peace = clause("peace", "The border lies here.", {Provision::dispute});

TEST(TextKind, FollowsFromWhatClausesProvide) {
  EXPECT_EQ(kind_of(text_of({watch, arms, peace})).label(), Label::none) << "nothing stops the fighting";
  EXPECT_EQ(kind_of(text_of({truce})).label(), Label::cessation);
  EXPECT_EQ(kind_of(text_of({truce, arms})).label(), Label::cessation);
  EXPECT_EQ(kind_of(text_of({truce, watch})).label(), Label::preliminary);
  EXPECT_EQ(kind_of(text_of({truce, watch, peace})).label(), Label::preliminary);
  EXPECT_EQ(kind_of(text_of({truce, arms, peace})).label(), Label::definitive);
}

TEST(TextKind, HasNoLabelWhenTooLittleIsKnown) {
  EXPECT_FALSE(kind_of(text_of({})).label());
  Proposal text = text_of({truce});
  text.excerpt = true;
  const TextKind kind = kind_of(text);
  EXPECT_FALSE(kind.label());
  EXPECT_EQ(kind.least, Label::cessation);
  EXPECT_EQ(kind.most, Label::definitive);
  EXPECT_EQ(kind.provisions[at(Provision::monitoring)].state, State::unknown);
  text.clauses = {truce, arms, peace};
  EXPECT_EQ(kind_of(text).label(), Label::definitive) << "nothing that is not known can take that away";
}

TEST(TextKind, AClauseInOneBracketIsNotThereYet) {
  Clause open = watch;
  open.words = "[Observers look on.]";
  const TextKind kind = kind_of(text_of({truce, open}));
  EXPECT_FALSE(kind.label());
  EXPECT_EQ(kind.least, Label::cessation);
  EXPECT_EQ(kind.most, Label::preliminary);
  open.words = "[Ten | Twenty] observers look on.";
  EXPECT_EQ(kind_of(text_of({truce, open})).label(), Label::preliminary) << "how many is open, that they come is not";
}

TEST(TextKind, TellsWhichClausesHaveWhichElement) {
  Clause first = truce;
  first.covers = {Element::area, Element::acts};
  Clause second = clause("second", "[In the valley.]");
  second.covers = {Element::area, Element::start};
  const TextKind kind = kind_of(text_of({first, second}));
  ASSERT_EQ(kind.elements.size(), 6u);
  EXPECT_EQ(kind.elements[at(Element::area)].state, State::there);
  EXPECT_THAT(kind.elements[at(Element::area)].clauses, ElementsAre(0, 1));
  EXPECT_EQ(kind.elements[at(Element::start)].state, State::in_brackets);
  EXPECT_EQ(kind.elements[at(Element::purpose)].state, State::missing);
  EXPECT_THAT(kind.reasons, ElementsAre("It provides a halt of the fighting (clause truce).",
                                        "Missing: monitoring, verification, separation of forces, reporting, "
                                        "demobilisation and provisions on the issue in dispute."));
}

TEST(ClauseChanges, AreThoseAddedDroppedAndChanged) {
  Proposal before = text_of({truce, watch, arms});
  Proposal after = before;
  after.clauses = {truce, watch, peace};
  after.clauses[0].heading = "Truce";
  after.clauses[1].words = "[Two | Three] observers look on.";
  const auto changes = clause_changes(before, after);
  ASSERT_EQ(changes.size(), 4u);
  EXPECT_EQ(changes[0].id, "truce");
  EXPECT_TRUE(changes[0].heading);
  EXPECT_THAT(changes[0].words, IsEmpty());
  EXPECT_EQ(changes[1].id, "watch");
  EXPECT_EQ(changes[1].brackets_before, 0);
  EXPECT_EQ(changes[1].brackets_after, 1);
  EXPECT_EQ(changes[2].kind, ClauseChange::Kind::dropped);
  EXPECT_EQ(changes[2].before, 2);
  EXPECT_EQ(changes[2].after, -1);
  EXPECT_EQ(changes[3].kind, ClauseChange::Kind::added);
  EXPECT_EQ(changes[3].after, 2);
}

TEST(IssueChanges, TellStepsAndBrackets) {
  const Case c = small_case();
  using Kind = IssueChange::Kind;
  const auto change = [&](int issue, std::vector<int> before, std::vector<int> after) {
    Proposal a = proposal("a", {0, 0, 0});
    Proposal b = a;
    a.alternatives[static_cast<std::size_t>(issue)] = std::move(before);
    b.alternatives[static_cast<std::size_t>(issue)] = std::move(after);
    const auto changes = issue_changes(c, a, b);
    return changes.empty() ? std::pair(Kind::moved, -1) : std::pair(changes.at(0).kind, changes.at(0).steps);
  };
  EXPECT_EQ(change(1, {3}, {3}), std::pair(Kind::moved, -1));
  EXPECT_EQ(change(1, {3}, {7}), std::pair(Kind::moved, 4));
  EXPECT_EQ(change(2, {0}, {1}), std::pair(Kind::moved, 1));
  EXPECT_EQ(change(1, {3}, {5, 9}), std::pair(Kind::opened, 2));
  EXPECT_EQ(change(1, {3, 5}, {5}), std::pair(Kind::closed, 0));
  EXPECT_EQ(change(1, {3, 5, 7}, {3, 7}), std::pair(Kind::narrowed, 0));
  EXPECT_EQ(change(1, {3, 5}, {3, 5, 6}), std::pair(Kind::widened, 0));
  EXPECT_EQ(change(1, {0, 1}, {4, 8}), std::pair(Kind::shifted, 3));
}

/// A child that changes at random what its parent says.
void add_version(Case& c, Random& random) {
  const int parent = static_cast<int>(c.proposals.size()) - 1;
  Proposal child = c.proposals.back();
  child.id = child.name = "version " + std::to_string(parent + 2);
  child.parent = parent;
  for (std::size_t i = 0; i < child.alternatives.size(); ++i) {
    if (draw(random, 1, 2) == 1) continue;
    const int levels = c.issues[i].levels();
    child.alternatives[i].clear();
    for (int level = 0; level < levels; ++level)
      if (draw(random, 1, 3) == 1) child.alternatives[i].push_back(level);
    if (child.alternatives[i].empty()) child.alternatives[i] = {static_cast<int>(draw(random, 0, levels - 1))};
  }
  const auto number = std::to_string(draw(random, 1, 9));
  if (!child.clauses.empty() && draw(random, 1, 2) == 1) child.clauses.front().words += " [Or " + number + ".]";
  if (!child.clauses.empty() && draw(random, 1, 3) == 1) child.clauses.pop_back();
  child.clauses.push_back(clause("clause-" + std::to_string(c.proposals.size()) + number, "Words of " + number));
  c.proposals.push_back(std::move(child));
}

bool has_a_completion(const Case& c, const Proposal& text) {
  Package package(c.issues.size());
  const auto any = [&](auto& self, std::size_t i) -> bool {
    if (i == package.size())
      return std::ranges::all_of(c.rules, [&](const Rule& rule) { return obeys(c, rule, package); });
    return std::ranges::any_of(text.alternatives[i], [&](int level) {
      package[i] = level;
      return self(self, i + 1);
    });
  };
  return any(any, 0);
}

/// A random case with several versions of its text, each with a way to fill it in that obeys the rules.
Case versions(Random& random) {
  while (true) {
    Case c = random_case(random, {});
    c.proposals[0].clauses = {truce, watch};
    for (int i = 0; i < 3; ++i) add_version(c, random);
    if (std::ranges::all_of(c.proposals, [&](const Proposal& text) { return has_a_completion(c, text); })) return c;
  }
}

Texts texts_asked(const Case& c, int proposal, std::optional<int> against = {}) {
  return texts(c, compile(c, default_date(c)), proposal, against);
}

TEST(Texts, ATextDoesNotDifferFromItself) {
  Random random(7);
  for (int round = 0; round < 40; ++round) {
    const Case c = versions(random);
    const Texts answer = texts_asked(c, 2, 2);
    ASSERT_TRUE(answer.change);
    EXPECT_THAT(answer.change->clauses, IsEmpty());
    EXPECT_THAT(answer.change->issues, IsEmpty());
    EXPECT_EQ(answer.change->steps, 0);
    EXPECT_EQ(answer.change->everyone_before, answer.change->everyone_after);
    for (const PartyChange& party : answer.change->parties) {
      EXPECT_EQ(party.before, party.after);
      for (const PrincipalChange& principal : party.principals) EXPECT_EQ(principal.shift, (Span{0, 0}));
    }
  }
}

TEST(Texts, AVersionThatChangesNothingChangesNoVerdict) {
  Random random(8);
  for (int round = 0; round < 40; ++round) {
    Case c = versions(random);
    c.proposals.push_back(c.proposals[1]);
    c.proposals.back().id = "again";
    c.proposals.back().parent = 1;
    const Texts answer = texts_asked(c, static_cast<int>(c.proposals.size()) - 1);
    EXPECT_EQ(answer.change->against, 1);
    EXPECT_THAT(answer.change->clauses, IsEmpty());
    for (const PartyChange& party : answer.change->parties)
      for (const PrincipalChange& principal : party.principals) {
        EXPECT_EQ(principal.before, principal.after);
        EXPECT_EQ(principal.value_before, principal.value_after);
      }
  }
}

void expect_mirrored(const TextChange& there, const TextChange& back) {
  ASSERT_EQ(there.clauses.size(), back.clauses.size());
  for (const ClauseChange& change : there.clauses) {
    const auto other = std::ranges::find(back.clauses, change.id, &ClauseChange::id);
    ASSERT_NE(other, back.clauses.end());
    EXPECT_EQ(change.before, other->after);
    EXPECT_EQ(change.after, other->before);
    EXPECT_EQ(change.brackets_before, other->brackets_after);
    EXPECT_EQ(change.words.size(), other->words.size());
  }
  ASSERT_EQ(there.issues.size(), back.issues.size());
  for (std::size_t i = 0; i < there.issues.size(); ++i) {
    EXPECT_EQ(there.issues[i].before, back.issues[i].after);
    EXPECT_EQ(there.issues[i].steps, back.issues[i].steps);
    EXPECT_EQ(there.issues[i].kind == IssueChange::Kind::opened, back.issues[i].kind == IssueChange::Kind::closed);
    EXPECT_EQ(there.issues[i].kind == IssueChange::Kind::narrowed, back.issues[i].kind == IssueChange::Kind::widened);
  }
  EXPECT_EQ(there.steps, back.steps);
  EXPECT_EQ(there.everyone_before, back.everyone_after);
  for (std::size_t p = 0; p < there.parties.size(); ++p) {
    EXPECT_EQ(there.parties[p].before, back.parties[p].after);
    for (std::size_t k = 0; k < there.parties[p].principals.size(); ++k) {
      const PrincipalChange& one = there.parties[p].principals[k];
      const PrincipalChange& other = back.parties[p].principals[k];
      EXPECT_EQ(one.before, other.after);
      EXPECT_EQ(one.value_before, other.value_after);
      EXPECT_EQ(one.shift.low, -other.shift.low);
      EXPECT_EQ(one.shift.high, -other.shift.high);
    }
  }
}

TEST(Texts, TheWayBackMirrorsTheWayThere) {
  Random random(9);
  for (int round = 0; round < 40; ++round) {
    const Case c = versions(random);
    expect_mirrored(*texts_asked(c, 3, 1).change, *texts_asked(c, 1, 3).change);
    if (HasFailure()) return;
  }
}

TEST(Texts, SwappingTwoSidesSwapsTheirVerdicts) {
  Random random(10);
  for (int round = 0; round < 40; ++round) {
    const Case c = versions(random);
    const TextChange before = *texts_asked(c, 3).change;
    const TextChange after = *texts_asked(swapped(c, 0, 1), 3).change;
    EXPECT_EQ(before.clauses.size(), after.clauses.size());
    EXPECT_EQ(before.steps, after.steps);
    for (std::size_t p = 0; p < 2; ++p) {
      const PartyChange& one = before.parties[p];
      const PartyChange& other = after.parties[1 - p];
      EXPECT_EQ(one.before, other.before);
      EXPECT_EQ(one.after, other.after);
      for (std::size_t k = 0; k < one.principals.size(); ++k) {
        EXPECT_EQ(one.principals[k].value_before, other.principals[k].value_before);
        EXPECT_EQ(one.principals[k].shift, other.principals[k].shift);
      }
    }
  }
}

TEST(Texts, GrowthCountsWhatTheDifferencesList) {
  Random random(11);
  for (int round = 0; round < 40; ++round) {
    const Case c = versions(random);
    const auto growth = texts_asked(c, 3).growth;
    ASSERT_EQ(growth.size(), 4u);
    EXPECT_EQ(growth[0].added + growth[0].dropped + growth[0].changed + growth[0].steps, 0);
    for (int i = 1; i < 4; ++i) {
      const Growth& version = growth[static_cast<std::size_t>(i)];
      const TextChange change = *texts_asked(c, i).change;
      EXPECT_EQ(version.proposal, i);
      EXPECT_EQ(version.added + version.dropped + version.changed, static_cast<int>(change.clauses.size()));
      EXPECT_EQ(version.issues, static_cast<int>(change.issues.size()));
      EXPECT_EQ(version.steps, change.steps);
      const Growth& before = growth[static_cast<std::size_t>(i) - 1];
      EXPECT_EQ(version.clauses, before.clauses + version.added - version.dropped);
      EXPECT_EQ(version.open_issues, before.open_issues + std::ssize(version.opened) - std::ssize(version.closed));
      std::vector<std::string> more;
      std::vector<std::string> fewer;
      int brackets = before.brackets;
      for (const ClauseChange& clause : change.clauses) {
        if (clause.brackets_after > clause.brackets_before) more.push_back(clause.id);
        if (clause.brackets_after < clause.brackets_before) fewer.push_back(clause.id);
        brackets += clause.brackets_after - clause.brackets_before;
      }
      EXPECT_EQ(version.clauses_opened, more);
      EXPECT_EQ(version.clauses_closed, fewer);
      EXPECT_EQ(version.brackets, brackets);
      const TextKind kind = texts_asked(c, i).kind;
      EXPECT_EQ(version.least, kind.least);
      EXPECT_EQ(version.most, kind.most);
    }
  }
}

TEST(Texts, VerdictsAreThoseOfExplain) {
  const Case c = read_case_file(PARLEY_SOURCE_DIR "/cases/orvane-basin.yaml").value.value();
  const Model model = compile(c, default_date(c));
  const Texts answer = texts(c, model, 1);
  const Explanation before = explain(c, model, 0);
  const Explanation after = explain(c, model, 1);
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    EXPECT_EQ(answer.change->parties[p].before, before.parties[p].verdict);
    for (std::size_t k = 0; k < after.parties[p].principals.size(); ++k)
      EXPECT_EQ(answer.change->parties[p].principals[k].value_after, after.parties[p].principals[k].utility);
  }
}

TEST(Texts, TheFoundingTextHasNoLabel) {
  const Case c = read_case_file(PARLEY_SOURCE_DIR "/cases/gaza-2024-03.yaml").value.value();
  const Texts answer = texts_asked(c, 0);
  EXPECT_FALSE(answer.change);
  EXPECT_FALSE(answer.kind.label());
  EXPECT_EQ(answer.kind.least, Label::cessation);
  for (const Presence& element : answer.kind.elements) EXPECT_NE(element.state, State::missing);
}

}  // namespace
}  // namespace parley::test
