#include "parley/ask/ledger.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "parley/ask/worth.h"
#include "parley/at.h"

namespace parley {
namespace {

/// What the shifts of one issue are made of.
struct Pile {
  int shifts = 0;
  Spread unordered_steps;
  std::map<Position, int> factors;

  void add(const Pile& other, int times = 1) {
    shifts += times * other.shifts;
    unordered_steps.low += times * other.unordered_steps.low;
    unordered_steps.central += times * other.unordered_steps.central;
    unordered_steps.high += times * other.unordered_steps.high;
    for (const auto& [position, factor] : other.factors) factors[position] += times * factor;
  }
};

/// A choice has no order: one step when its options differ, perhaps none while brackets share an option.
Spread unordered_steps(const Position& before, const Position& after) {
  const bool shared = std::ranges::find_first_of(before, after) != before.end();
  return {shared ? 0 : 1, 1, 1};
}

Pile pile_of(const Position& before, const Position& after) {
  Pile pile{1, unordered_steps(before, after), {}};
  --pile.factors[before];
  ++pile.factors[after];
  return pile;
}

class Bookkeeper {
 public:
  explicit Bookkeeper(const Case& c)
      : case_(c),
        worth_(c.parties.size(), std::vector<std::optional<Worth>>(c.issues.size())),
        issues_(c.issues.size()) {}

  void enter(int proposal, int against, bool from_parent, bool from_own) {
    const Proposal& text = case_.proposals[at(proposal)];
    for (std::size_t i = 0; i < case_.issues.size(); ++i) {
      const Position& before = case_.proposals[at(against)].alternatives[i];
      const Position& after = text.alternatives[i];
      if (before == after) continue;
      if (!issues_[i].touched) touch(i);
      const Pile pile = pile_of(before, after);
      if (from_parent) issues_[i].texts.add(pile);
      if (from_own) issues_[i].own[at(side_of(text))].add(pile);
      ledger_.shifts.push_back({proposal, against, from_parent, from_own, static_cast<int>(i), steps(i, pile), {}});
      for (std::size_t p = 0; p < case_.parties.size(); ++p) ledger_.shifts.back().points.push_back(points(p, i, pile));
    }
  }

  Ledger close() {
    for (std::size_t p = 0; p < case_.parties.size(); ++p)
      for (std::size_t i = 0; i < case_.issues.size(); ++i)
        if (issues_[i].touched) add_sum(p, i);
    return std::move(ledger_);
  }

 private:
  struct Entries {
    bool touched = false;
    Pile texts;
    std::vector<Pile> own;  ///< for each party
    Pile all_own;
  };

  void touch(std::size_t issue) {
    issues_[issue].touched = true;
    issues_[issue].own.resize(case_.parties.size());
    for (std::size_t p = 0; p < case_.parties.size(); ++p)
      worth_[p][issue] = worth_to(case_, static_cast<int>(p), static_cast<int>(issue));
  }

  Spread steps(std::size_t issue, const Pile& pile) const {
    const Issue& what = case_.issues[issue];
    return what.ordered() ? combined(worth_in_steps(what), pile.factors) : pile.unordered_steps;
  }

  std::optional<Spread> points(std::size_t party, std::size_t issue, const Pile& pile) const {
    const auto& worth = worth_[party][issue];
    if (!worth) return std::nullopt;
    return combined(*worth, pile.factors);
  }

  ShiftSum sum(std::size_t party, std::size_t issue, const Pile& pile) const {
    return {pile.shifts, steps(issue, pile), points(party, issue, pile)};
  }

  void add_sum(std::size_t p, std::size_t i) {
    Entries& entries = issues_[i];
    if (p == 0)
      for (const Pile& own : entries.own) entries.all_own.add(own);
    Pile others = entries.all_own;
    others.add(entries.own[p], -1);
    ledger_.sums.push_back({static_cast<int>(p), static_cast<int>(i), sum(p, i, entries.texts),
                            sum(p, i, entries.own[p]), sum(p, i, others)});
  }

  const Case& case_;
  std::vector<std::vector<std::optional<Worth>>> worth_;
  std::vector<Entries> issues_;
  Ledger ledger_;
};

}  // namespace

int side_of(const Proposal& proposal) { return proposal.author ? proposal.author->party : -1; }

Ledger ledger_of(const Case& c, const std::vector<int>& versions) {
  Bookkeeper books(c);
  std::vector<int> own_before(c.parties.size(), -1);
  std::vector<bool> known(c.proposals.size(), false);
  for (const int version : versions) {
    const Proposal& text = c.proposals[at(version)];
    const int side = side_of(text);
    const int parent = text.parent >= 0 && known[at(text.parent)] ? text.parent : -1;
    const int own = side >= 0 ? std::exchange(own_before[at(side)], version) : -1;
    known[at(version)] = true;
    if (parent >= 0) books.enter(version, parent, true, parent == own);
    if (own >= 0 && own != parent) books.enter(version, own, false, true);
  }
  return books.close();
}

}  // namespace parley
