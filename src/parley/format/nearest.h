#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// The known word that someone who wrote `word` most likely meant, or nothing when none is close. Closeness is the
/// number of letters changed, added, removed or swapped with their neighbour, small and capital letters being alike
/// (Damerau 1964, Communications of the ACM 7(3)); at most a third of the longer word may differ.
/// Among equally close words the first in the alphabet, so that the order of a file does not matter.
std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known);

}  // namespace parley
