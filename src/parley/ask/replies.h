#pragma once

#include "parley/ask/standing.h"

namespace parley {

/// What is recorded of one version up to a date: each party's answer, and those of its principals.
Standing::Version version_on(const Case& c, int proposal, Date as_of);

/// Reads from the newest of the versions what each party has said to it: fills in the state of the talks, who refused,
/// and what is pending.
void read_replies(const Case& c, Date as_of, Standing& answer);

}  // namespace parley
