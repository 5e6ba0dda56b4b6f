#include "parley/model/gates.h"

#include <algorithm>
#include <cstddef>

namespace parley {
namespace {

bool counts(const Party& party, const Gate& gate) {
  return gate.kind != Gate::Kind::principal || !party.principals[static_cast<std::size_t>(gate.principal)].advisory;
}

void add_principals(const Party& party, const Gate& gate, std::vector<int>& found) {
  if (gate.kind == Gate::Kind::principal) return found.push_back(gate.principal);
  for (const Gate* child : counted_children(party, gate)) add_principals(party, *child, found);
}

void add_first(const Party& party, const Gate& gate, std::vector<int>& found) {
  if (gate.kind == Gate::Kind::principal) return found.push_back(gate.principal);
  for (const Gate* child : counted_children(party, gate)) {
    add_first(party, *child, found);
    if (gate.in_turn) return;
  }
}

std::vector<int> each_once(std::vector<int> principals) {
  std::ranges::sort(principals);
  const auto repeated = std::ranges::unique(principals);
  principals.erase(repeated.begin(), repeated.end());
  return principals;
}

}  // namespace

std::vector<const Gate*> counted_children(const Party& party, const Gate& gate) {
  std::vector<const Gate*> children;
  for (const Gate& child : gate.children)
    if (counts(party, child)) children.push_back(&child);
  return children;
}

int needed_of(const Gate& gate, int counted) {
  if (gate.kind == Gate::Kind::all) return counted;
  return gate.kind == Gate::Kind::any ? 1 : gate.least;
}

std::vector<int> principals_in(const Party& party, const Gate& gate) {
  std::vector<int> found;
  add_principals(party, gate, found);
  return each_once(std::move(found));
}

std::vector<int> asked_first(const Party& party, const Gate& gate) {
  std::vector<int> found;
  add_first(party, gate, found);
  return each_once(std::move(found));
}

Gate open_gate() { return {Gate::Kind::all, -1, 0, {}}; }

std::optional<Gate> without(const Party& party, const Gate& gate, int principal) {
  if (gate.kind == Gate::Kind::principal) return gate.principal == principal ? std::nullopt : std::optional(gate);
  const auto children = counted_children(party, gate);
  int needed = needed_of(gate, static_cast<int>(children.size()));
  Gate left = gate;
  left.children.clear();
  for (const Gate* child : children) {
    if (auto kept = without(party, *child, principal))
      left.children.push_back(std::move(*kept));
    else
      --needed;
  }
  if (needed <= 0) return std::nullopt;
  if (gate.kind == Gate::Kind::at_least) left.least = needed;
  return left;
}

}  // namespace parley
