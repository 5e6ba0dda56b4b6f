#pragma once

#include <string>

#include "parley/ask/consent.h"

namespace parley::html {

/// A consent tree as a picture: from the party's consent at the top, each gate and principal in a row of its own below
/// the one that asks for it, with the sign of its verdict and its margin. `id` makes the picture's own ids unique.
std::string consent_tree(const Case& c, int party, const ConsentTree& tree, const std::string& id);

}  // namespace parley::html
