#pragma once

#include "parley/ask/texts.h"
#include "parley/render/page.h"

namespace parley {

/// What differs from another text: clauses with their words marked, terms, verdicts.
void write_change(Page& page, const Case& c, const TextChange& change, int proposal);

}  // namespace parley
