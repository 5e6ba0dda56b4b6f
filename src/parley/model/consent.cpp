#include "parley/model/consent.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <optional>

#include "parley/at.h"
#include "parley/case/inherit.h"

namespace parley {
namespace {

bool advisory(const Party& party, const Gate& gate) {
  return gate.kind == Gate::Kind::principal && party.principals[at(gate.principal)].advisory;
}

std::vector<const Gate*> binding_children(const Party& party, const Gate& gate) {
  std::vector<const Gate*> children;
  for (const Gate& child : gate.children)
    if (!advisory(party, child)) children.push_back(&child);
  return children;
}

/// How many children of an inner gate must approve.
std::size_t needed(const Gate& gate, std::size_t children) {
  if (gate.kind == Gate::Kind::all) return children;
  return gate.kind == Gate::Kind::any ? 1 : at(gate.least);
}

void add_awaited(const Party& party, const Gate& gate, const std::vector<Ballot>& ballots, std::vector<int>& found) {
  if (gate_ballot(party, gate, ballots) != Ballot::open) return;
  if (gate.kind == Gate::Kind::principal) found.push_back(gate.principal);
  for (const Gate* child : binding_children(party, gate)) add_awaited(party, *child, ballots, found);
}

Coalition joined(const Coalition& a, const Coalition& b) {
  Coalition result;
  std::ranges::set_union(a, b, std::back_inserter(result));
  return result;
}

void keep_smallest(std::vector<Coalition>& coalitions) {
  std::ranges::sort(coalitions, [](const Coalition& a, const Coalition& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  std::vector<Coalition> kept;
  for (const Coalition& candidate : coalitions) {
    const bool contains_smaller =
        std::ranges::any_of(kept, [&](const Coalition& smaller) { return std::ranges::includes(candidate, smaller); });
    if (!contains_smaller) kept.push_back(candidate);
  }
  coalitions = std::move(kept);
}

std::vector<Coalition> coalitions_of(const Party& party, const Gate& gate) {
  if (gate.kind == Gate::Kind::principal) return {{gate.principal}};
  const auto children = binding_children(party, gate);
  const std::size_t least = needed(gate, children.size());
  // of[k]: coalitions that satisfy k of the children seen so far.
  std::vector<std::vector<Coalition>> of(least + 1);
  of[0] = {{}};
  std::size_t left = children.size();
  for (const Gate* child : children) {
    --left;
    const auto options = coalitions_of(party, *child);
    // Sets to which those who are left could not add enough are not worth their number.
    for (std::size_t k = least; k >= 1 && k + left >= least; --k) {
      for (const Coalition& before : of[k - 1])
        for (const Coalition& option : options) of[k].push_back(joined(before, option));
      keep_smallest(of[k]);
    }
  }
  return of[least];
}

std::optional<Utility> floor_of(const Party& party, const std::vector<Floor>& floors, const Gate& gate) {
  if (gate.kind == Gate::Kind::principal) return floors[at(gate.principal)].central;
  std::vector<Utility> values;
  const auto children = binding_children(party, gate);
  for (const Gate* child : children)
    if (const auto value = floor_of(party, floors, *child)) values.push_back(*value);
  const std::size_t least = needed(gate, children.size());
  if (least == 0 || values.size() < least) return std::nullopt;
  std::ranges::sort(values);
  return values[least - 1];
}

}  // namespace

std::vector<Coalition> sufficient_coalitions(const Party& party) { return coalitions_of(party, party.consent); }

bool gate_approves(const Party& party, const Gate& gate, const std::vector<bool>& approvals) {
  if (gate.kind == Gate::Kind::principal) return approvals[at(gate.principal)];
  const auto children = binding_children(party, gate);
  const auto yes =
      std::ranges::count_if(children, [&](const Gate* child) { return gate_approves(party, *child, approvals); });
  return static_cast<std::size_t>(yes) >= needed(gate, children.size());
}

bool tree_approves(const Party& party, const std::vector<bool>& approvals) {
  return gate_approves(party, party.consent, approvals);
}

Utility gate_slack(const Party& party, const Gate& gate, const std::vector<Utility>& slacks) {
  if (gate.kind == Gate::Kind::principal) return slacks[at(gate.principal)];
  std::vector<Utility> values;
  for (const Gate* child : binding_children(party, gate)) values.push_back(gate_slack(party, *child, slacks));
  const std::size_t least = needed(gate, values.size());
  if (least == 0) return std::numeric_limits<Utility>::max();
  if (values.size() < least) return std::numeric_limits<Utility>::min();
  std::ranges::sort(values, std::greater{});
  return values[least - 1];
}

Ballot gate_ballot(const Party& party, const Gate& gate, const std::vector<Ballot>& ballots) {
  if (gate.kind == Gate::Kind::principal) return ballots[at(gate.principal)];
  const auto children = binding_children(party, gate);
  const auto saying = [&](Ballot ballot) {
    return static_cast<std::size_t>(std::ranges::count_if(
        children, [&](const Gate* child) { return gate_ballot(party, *child, ballots) == ballot; }));
  };
  const std::size_t yes = saying(Ballot::yes);
  const std::size_t least = needed(gate, children.size());
  if (yes >= least) return Ballot::yes;
  return yes + saying(Ballot::open) < least ? Ballot::no : Ballot::open;
}

Ballot tree_ballot(const Party& party, const std::vector<Ballot>& ballots) {
  return gate_ballot(party, party.consent, ballots);
}

std::vector<int> awaited(const Party& party, const std::vector<Ballot>& ballots) {
  std::vector<int> found;
  add_awaited(party, party.consent, ballots, found);
  std::ranges::sort(found);
  const auto repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

bool principal_approves(const Case& c, const Model& model, int party, int principal, const Package& package) {
  const Party& side = c.parties[at(party)];
  for (const RedLine& line : red_lines_of(side, side.principals[at(principal)]))
    if (line.option.holds[at(package[at(line.option.issue)])]) return false;
  return central_utility(model.principals[at(party)][at(principal)], package) >=
         model.floors[at(party)][at(principal)].central;
}

bool party_approves(const Case& c, const Model& model, int party, const Package& package) {
  const Party& side = c.parties[at(party)];
  std::vector<bool> approvals;
  for (std::size_t k = 0; k < side.principals.size(); ++k)
    approvals.push_back(principal_approves(c, model, party, static_cast<int>(k), package));
  return tree_approves(side, approvals);
}

bool everyone_approves(const Case& c, const Model& model, const Package& package) {
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    if (!party_approves(c, model, static_cast<int>(p), package)) return false;
  return true;
}

Utility party_floor(const Case& c, const Model& model, int party) {
  const Party& side = c.parties[at(party)];
  return floor_of(side, model.floors[at(party)], side.consent).value_or(0);
}

}  // namespace parley
