#pragma once

#include <string_view>

#include "parley/talks/entry.h"

namespace parley {

/// What an event can be looked up by, read from its line. Of a correction also what the corrected event can be looked
/// up by. The words are all texts in it and the id of its source; the source's title stands in the event that enters
/// the source, and is found there. Keys that are missing or not of their kind, and what lies deeper than any event
/// goes, are passed over: whether an event is sound is for EventReader.
EntryKeys keys_of(std::string_view event);

}  // namespace parley
