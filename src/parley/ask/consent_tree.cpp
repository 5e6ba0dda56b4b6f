#include <algorithm>
#include <cstddef>
#include <functional>

#include "parley/ask/consent_parts.h"
#include "parley/at.h"
#include "parley/case/inherit.h"
#include "parley/model/gates.h"

namespace parley {
namespace {

/// Reads one tree from its top.
class TreeReader {
 public:
  TreeReader(const Case& c, const Model& model, const PartyVerdict& verdict, const Package& shown,
             const std::vector<Ballot>& said)
      : case_(c), model_(model), side_(c.parties[at(verdict.party)]), verdict_(verdict), shown_(shown), said_(said) {}

  /// The node of a gate; those below it follow it.
  ConsentNode add(const Gate& gate, int depth, std::vector<ConsentNode>& nodes) const {
    const std::size_t place = nodes.size();
    nodes.push_back({});
    ConsentNode node = gate.kind == Gate::Kind::principal ? leaf(gate) : inner(gate, depth, nodes);
    node.depth = depth;
    node.said = gate_ballot(side_, gate, said_);
    nodes[place] = node;
    return node;
  }

  /// The principals by whose margin a gate decides.
  void add_binding(const Gate& gate, std::vector<int>& found) const {
    if (gate.kind == Gate::Kind::principal) {
      if (std::ranges::find(found, gate.principal) == found.end()) found.push_back(gate.principal);
      return;
    }
    const auto decides = margin(gate);
    for (const Gate* child : counted_children(side_, gate))
      if (margin(*child) == decides) add_binding(*child, found);
  }

 private:
  ConsentNode leaf(const Gate& gate) const {
    const PrincipalVerdict& self = verdict_.principals[at(gate.principal)];
    ConsentNode node;
    node.kind = gate.kind;
    node.principal = gate.principal;
    node.advisory = self.advisory;
    node.verdict = self.verdict;
    node.approves = principal_approves(case_, model_, verdict_.party, gate.principal, shown_);
    node.margin = margin(gate);
    return node;
  }

  ConsentNode inner(const Gate& gate, int depth, std::vector<ConsentNode>& nodes) const {
    int approving = 0;
    int possible = 0;
    int certain = 0;
    ConsentNode node;
    for (const Gate& child : gate.children) {
      const ConsentNode below = add(child, depth + 1, nodes);
      if (below.advisory) continue;
      ++node.of;
      approving += below.approves ? 1 : 0;
      possible += below.verdict != Verdict::certainly_not ? 1 : 0;
      certain += below.verdict == Verdict::certainly ? 1 : 0;
    }
    node.kind = gate.kind;
    node.in_turn = gate.in_turn;
    node.needed = needed_of(gate, node.of);
    node.approves = approving >= node.needed;
    node.verdict = certain >= node.needed    ? Verdict::certainly
                   : possible >= node.needed ? Verdict::possibly
                                             : Verdict::certainly_not;
    node.margin = margin(gate);
    return node;
  }

  bool crosses_a_red_line(int principal) const {
    return std::ranges::any_of(red_lines_of(side_, side_.principals[at(principal)]), [&](const RedLine& line) {
      return line.option.holds[at(shown_[at(line.option.issue)])];
    });
  }

  /// Nothing, which compares as less than every number, where a red line decides.
  std::optional<Utility> margin(const Gate& gate) const {
    if (gate.kind == Gate::Kind::principal) {
      if (crosses_a_red_line(gate.principal)) return std::nullopt;
      return verdict_.principals[at(gate.principal)].central_margin;
    }
    std::vector<std::optional<Utility>> below;
    for (const Gate* child : counted_children(side_, gate)) below.push_back(margin(*child));
    std::ranges::sort(below, std::greater{});
    const int needed = needed_of(gate, static_cast<int>(below.size()));
    return below[at(needed - 1)];
  }

  const Case& case_;
  const Model& model_;
  const Party& side_;
  const PartyVerdict& verdict_;
  const Package& shown_;
  const std::vector<Ballot>& said_;
};

}  // namespace

ConsentTree read_tree(const Case& c, const Model& model, const PartyVerdict& verdict, const ConsentClaim& claim,
                      const Package& shown, const std::vector<Ballot>& said) {
  const Party& side = c.parties[at(verdict.party)];
  ConsentTree tree;
  tree.consent = claim.consent;
  tree.from = claim.from;
  tree.verdict = verdict.verdict;
  const TreeReader reader(c, model, verdict, shown, said);
  tree.approves = reader.add(claim.consent, 0, tree.nodes).approves;
  reader.add_binding(claim.consent, tree.binding);
  std::ranges::sort(tree.binding, {}, [&](int k) { return side.principals[at(k)].id; });
  tree.to_move = verdict.binding;
  std::ranges::sort(tree.to_move, {}, [&](int k) { return side.principals[at(k)].id; });
  for (const int k : tree.to_move) tree.shortfall += std::max<Utility>(0, -verdict.principals[at(k)].central_margin);
  return tree;
}

}  // namespace parley
