#pragma once

#include "parley/format/reader/fields.h"

namespace parley {

/// Parties and third parties of a case together.
inline constexpr std::size_t most_actors = 64;

/// Introduces the ids of parties and their principals, which everything else may refer to.
void name_parties(Reading& r, const Node* node);

/// Reads what the parties are and want, once issues, phases and third parties are known.
void read_parties(Reading& r, const Node* node);

/// Third parties with their stances, once the parties are named.
void read_third_parties(Reading& r, const Node* node);

/// What happens without agreement.
NoDeal read_no_deal(Reading& r, const Node* node);

/// The gate tree of a party; `principals` are its own.
Gate read_gate(Reading& r, const Node& node, const Words& principals);

/// Whose approval a party needs, or what several sources say of that; without a word, of all that bind. `party` has its
/// principals already.
void read_consent(Reading& r, const Node* node, const Words& principals, Party& party);

}  // namespace parley
