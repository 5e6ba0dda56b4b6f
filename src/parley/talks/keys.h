#pragma once

#include <string_view>

#include "parley/talks/entry.h"

namespace parley {

/// What an event can be looked up by, read from its line. Of a correction also what the corrected event can be looked
/// up by. Keys that are missing or not of their kind are passed over: whether an event is sound is for EventReader.
EntryKeys keys_of(std::string_view event);

}  // namespace parley
