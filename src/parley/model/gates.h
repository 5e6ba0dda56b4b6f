#pragma once

#include <optional>
#include <vector>

#include "parley/case/party.h"

namespace parley {

/// The children of an inner gate that count; advisory principals are heard only.
std::vector<const Gate*> counted_children(const Party& party, const Gate& gate);

/// How many of its counted children an inner gate needs.
int needed_of(const Gate& gate, int counted);

/// The principals that a gate asks and that count, each once, ascending.
std::vector<int> principals_in(const Party& party, const Gate& gate);

/// Those whom a gate asks first: the first of each gate that asks in turn, all of one that asks all at once. Ascending.
std::vector<int> asked_first(const Party& party, const Gate& gate);

/// A gate that approves of everything. No case file can say so; it is for questions that leave a gate out.
Gate open_gate();

/// The gate as if a principal always approved; nothing where it then always approves itself. What it leaves to others
/// keeps its place, so that floors and turns are read from it as from any other gate.
std::optional<Gate> without(const Party& party, const Gate& gate, int principal);

}  // namespace parley
