#pragma once

#include "parley/format/reader/fields.h"

namespace parley {

/// Sources, phases and issues: what the rest of a file refers to. In this order.
void read_sources(Reading& r, const Node* node);
Source read_source(Reading& r, const Node::Entry& entry);
void read_phases(Reading& r, const Node* node);
void read_issues(Reading& r, const Node* node);

}  // namespace parley
