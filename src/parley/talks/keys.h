#pragma once

#include <string_view>

#include "parley/case/problem.h"
#include "parley/talks/entry.h"

namespace parley {

/// What an event can be looked up by, read from its line. Of a correction also what the corrected event can be looked
/// up by. The words are all texts in it and the id of its source; the source's title stands in the event that enters
/// the source, and is found there. Keys that are missing or not of their kind, and what lies deeper than any event
/// goes, are passed over: whether an event is sound is for EventReader.
EntryKeys keys_of(std::string_view event);

/// The same for events that come from outside: one of a kind that no record has is a problem, at its line 1, column 1.
EntryKeys keys_of_stranger(const std::string& event, Problems& problems);

}  // namespace parley
