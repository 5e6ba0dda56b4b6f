#include "parley/ask/win_sets.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "parley/ask/completions.h"
#include "parley/ask/replies.h"
#include "parley/ask/spaces.h"
#include "parley/ask/versions.h"
#include "parley/at.h"
#include "parley/case/mapped.h"
#include "parley/model/gates.h"

namespace parley {
namespace {

Gate leaf(int principal) { return {Gate::Kind::principal, principal, 0, {}}; }
Gate both(const Gate& a, const Gate& b) { return {Gate::Kind::all, -1, 0, {a, b}}; }

std::vector<int> by_id(const Party& party, std::vector<int> principals) {
  std::ranges::sort(principals, {}, [&](int k) { return party.principals[at(k)].id; });
  return principals;
}

bool met(const Case& c, const Actor& who, Date as_of) {
  return std::ranges::any_of(c.events, [&](const Event& event) {
    return event.kind == Event::Kind::meeting && known_by(event.date, as_of) &&
           (std::ranges::find(event.who, who) != event.who.end() || std::ranges::find(event.to, who) != event.to.end());
  });
}

std::vector<int> first_signers(const Case& c, int party, const Gate& tree, Date as_of) {
  std::vector<int> first = asked_first(c.parties[at(party)], tree);
  if (first.size() < 2) return first;
  std::vector<int> at_the_table = first;
  std::erase_if(at_the_table, [&](int k) { return !met(c, {party, k, -1}, as_of); });
  return at_the_table.empty() ? first : at_the_table;
}

/// What the completion of a text that is worth most to a principal is worth to it; nothing when they are too many.
std::optional<Utility> most_worth(const CompletionSet& set, const Valuer& valuer) {
  if (!set.all) return std::nullopt;
  Utility most = central_utility(valuer, set.packages.front());
  for (const Package& package : set.packages) most = std::max(most, central_utility(valuer, package));
  return most;
}

std::vector<Cleared::Approved> approved_texts(const Case& c, const Model& model) {
  const std::vector<int> versions = versions_by(c, model.as_of);
  const std::vector<Ballots> said = ballots_on(c, versions, model.as_of);
  std::vector<Cleared::Approved> found;
  for (std::size_t v = 0; v < versions.size(); ++v) {
    const CompletionSet set = completions_of(c, model, versions[v]);
    for (int p = 0; p < std::ssize(c.parties); ++p)
      for (const int k : principals_in(c.parties[at(p)], c.parties[at(p)].consent)) {
        if (said[v][at(p)][at(k)] != Ballot::yes) continue;
        const auto worth = most_worth(set, model.principals[at(p)][at(k)]);
        if (!worth) continue;
        const Actor who{p, k, -1};
        const auto known = std::ranges::find(found, who, &Cleared::Approved::who);
        if (known == found.end())
          found.push_back({who, versions[v], *worth});
        else if (*worth < known->worth)
          *known = {who, versions[v], *worth};
      }
  }
  std::ranges::sort(found, {}, [&](const Cleared::Approved& a) {
    const Party& side = c.parties[at(a.who.party)];
    return std::tuple(side.id, side.principals[at(a.who.principal)].id);
  });
  return found;
}

}  // namespace

std::optional<SetSize> packages_of_gates(const Case& c, const Model& model, const std::vector<Gate>& gates,
                                         const CountHow& how) {
  Case asked = for_packages(c);
  for (std::size_t p = 0; p < gates.size(); ++p) asked.parties[p].consent = gates[p];
  const auto spaces = Spaces::of(asked, model, how.stop);
  if (!spaces) return std::nullopt;
  CountOptions options;
  options.seed = how.seed;
  const AcceptedCount found = spaces->accepted(options, how.stop);
  if (how.stop.stop_requested()) return std::nullopt;
  SetSize size;
  size.packages = found.exact;
  const Count all = spaces->packages();
  if (found.exact) {
    size.share.value = size.share.low = size.share.high = part_of(*found.exact, all);
    return size;
  }
  // Counted among the packages that needed red lines leave over; shares are of all packages.
  const double part = part_of(spaces->consenting_packages(), all);
  size.share = {false, found.share * part, found.low * part, found.high * part};
  return size;
}

std::optional<SetSize> packages_of_gate(const Case& c, const Model& model, int party, const Gate& gate,
                                        const CountHow& how) {
  std::vector<Gate> gates(c.parties.size(), open_gate());
  gates[at(party)] = gate;
  return packages_of_gates(c, model, gates, how);
}

std::optional<PackageShare> share_outside(const SetSize& set, const SetSize& within) {
  PackageShare share;
  if (set.packages && within.packages) {
    if (*set.packages == Count{}) return std::nullopt;
    share.value = share.low = share.high = part_of(rest_of(*within.packages, *set.packages), *set.packages);
    return share;
  }
  if (set.share.low <= 0) return std::nullopt;
  const auto outside = [](double inside) { return std::clamp(1 - inside, 0.0, 1.0); };
  share.exact = false;
  share.value = outside(within.share.value / set.share.value);
  share.low = outside(within.share.high / set.share.low);
  share.high = outside(within.share.low / set.share.high);
  return share;
}

TreeSets sets_of_tree(const Case& c, const Model& model, int party, const Gate& tree, const CountHow& how) {
  const Party& side = c.parties[at(party)];
  const auto size_of = [&](const Gate& gate) { return packages_of_gate(c, model, party, gate, how); };
  const std::vector<int> signers = first_signers(c, party, tree, model.as_of);
  TreeSets sets;
  sets.win_set = size_of(tree);
  for (const int k : by_id(side, principals_in(side, tree))) {
    PrincipalSets self;
    self.principal = k;
    self.own = size_of(leaf(k));
    self.signs_first = std::ranges::find(signers, k) != signers.end();
    const auto others = size_of(without(side, tree, k).value_or(open_gate()));
    if (others && sets.win_set) {
      self.veto = share_outside(*others, *sets.win_set);
      self.absorbed = others->packages && sets.win_set->packages && *others->packages == *sets.win_set->packages;
    }
    const auto signed_and_held = self.signs_first ? size_of(both(leaf(k), tree)) : std::nullopt;
    if (self.own && signed_and_held) self.slack = share_outside(*self.own, *signed_and_held);
    sets.principals.push_back(std::move(self));
  }
  return sets;
}

Cleared cleared_region(const Case& c, const Model& model, const CountHow& how) {
  Cleared region;
  region.by = approved_texts(c, model);
  std::vector<Gate> gates = mapped(c.parties, [](const Party& party) { return party.consent; });
  region.zone = packages_of_gates(c, model, gates, how);
  if (region.by.empty()) return region;
  // A principal who has approved must find its floor and what it approved, so that one demand says both.
  Model held = model;
  for (const Cleared::Approved& approved : region.by) {
    const auto p = at(approved.who.party);
    Utility& least = held.floors[p][at(approved.who.principal)].central;
    least = std::max(least, approved.worth);
    gates[p] = both(gates[p], leaf(approved.who.principal));
  }
  region.cleared = packages_of_gates(c, held, gates, how);
  return region;
}

}  // namespace parley
