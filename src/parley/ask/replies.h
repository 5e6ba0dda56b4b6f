#pragma once

#include <vector>

#include "parley/ask/standing.h"
#include "parley/model/consent.h"

namespace parley {

/// What is recorded of each of some versions up to a date: each party's answer, and those of its principals.
std::vector<Standing::Version> versions_on(const Case& c, const std::vector<int>& versions, Date as_of);

/// Reads from the newest of the versions what each party has said to it: fills in the state of the talks, who refused,
/// and what is pending.
void read_replies(const Case& c, Date as_of, Standing& answer);

/// What each principal of each party has said to a version up to a date, as Standing reads it: a party's own no is that
/// of all of its principals.
using Ballots = std::vector<std::vector<Ballot>>;

/// The same for each of some versions.
std::vector<Ballots> ballots_on(const Case& c, const std::vector<int>& versions, Date as_of);

}  // namespace parley
