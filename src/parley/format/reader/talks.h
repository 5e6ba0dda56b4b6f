#pragma once

#include "parley/format/reader/reading.h"

namespace parley {

/// The talks so far, once everyone and everything that they are about is known. Proposals come first.
void read_proposals(Reading& r, const Node* node);
void read_responses(Reading& r, const Node* node);
void read_approvals(Reading& r, const Node* node);
void read_events(Reading& r, const Node* node);

}  // namespace parley
