#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// The talks that a case file tells, as the first events of a record: an opening, then its proposals, responses,
/// approvals and events as lines, notes and all, by date. A version comes after the one that it changes, and what is
/// undated comes last. Replaying them over the same case gives the same talks.
/// The text must be that of a sound case; of anything else only the opening is left.
std::vector<std::string> events_of_case(std::string_view text);

}  // namespace parley
