#pragma once

#include <vector>

#include "parley/ask/standing.h"

namespace parley {

/// What is recorded of each of some versions up to a date: each party's answer, and those of its principals.
std::vector<Standing::Version> versions_on(const Case& c, const std::vector<int>& versions, Date as_of);

/// Reads from the newest of the versions what each party has said to it: fills in the state of the talks, who refused,
/// and what is pending.
void read_replies(const Case& c, Date as_of, Standing& answer);

}  // namespace parley
