#pragma once

#include <cstdint>
#include <vector>

#include "parley/solve/branch/network.h"

namespace parley::branch {

/// Whether a feature holds in the packages of a node: still open, in all of them, in none.
enum class Held : std::uint8_t { open, yes, no };

/// A part of the package space: what is still possible in each issue, and features that are not to hold.
struct Node {
  std::vector<Word> domain;
  std::vector<Held> held;      ///< for each feature
  std::vector<bool> dropped;   ///< for each feature: packages in which it holds are elsewhere in the tree
  std::vector<double> shifts;  ///< for each direction and condition: see shifts.h
  std::vector<double> bounds;  ///< for each direction

  std::span<const Word> levels(const Network::Issue& issue) const { return {&domain[issue.word], issue.words}; }
};

/// All packages.
Node whole(const Network& network);

/// Works out what follows: which features are certain or impossible, which levels the rules, dropped features and
/// demands exclude. False when nothing is left.
bool propagate(const Network& network, Node& node);

/// Keeps only those levels of the conditions, or takes one level, or takes it away. Propagation is left to the caller.
void require(const Network& network, Node& node, std::size_t feature);
void drop(Node& node, std::size_t feature);
void take(const Network& network, Node& node, std::size_t issue, std::size_t level);
void exclude(const Network& network, Node& node, std::size_t issue, std::size_t level);

/// Whether a condition can hold, and whether it can fail, in the node.
bool can_hold(const Network& network, const Node& node, const Network::Condition& condition);
bool can_fail(const Network& network, const Node& node, const Network::Condition& condition);

}  // namespace parley::branch
