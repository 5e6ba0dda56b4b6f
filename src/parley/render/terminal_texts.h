#pragma once

#include <string>

#include "parley/ask/texts.h"
#include "parley/render/page.h"

namespace parley {

// What the two halves of the page about a text share.

/// Its heading, or its id where it has none.
std::string clause_name(const Clause& clause);

/// What differs from another text: clauses with their words marked, terms, verdicts.
void write_change(Page& page, const Case& c, const TextChange& change, int proposal);

}  // namespace parley
