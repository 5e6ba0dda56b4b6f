#pragma once

#include "parley/format/reader/reading.h"

namespace parley {

/// The talks so far, once everyone and everything that they are about is known. Proposals come first.
void read_proposals(Reading& r, const Node* node);
void read_responses(Reading& r, const Node* node);
void read_approvals(Reading& r, const Node* node);
void read_events(Reading& r, const Node* node);

/// One of each, as a list or a record has it; where there are problems, what could be read.
Proposal read_proposal(Reading& r, const Node::Entry& entry);
Response read_response(Reading& r, const Node& item);
Approval read_approval(Reading& r, const Node& item);
Event read_event(Reading& r, const Node& item);

}  // namespace parley
