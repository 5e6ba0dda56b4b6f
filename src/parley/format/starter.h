#pragma once

#include <string>

namespace parley {

/// A small case that explains itself, to begin one's own with: two invented towns and the ferry between them. It reads
/// without problems and uses what most cases need.
std::string starter_case();

}  // namespace parley
