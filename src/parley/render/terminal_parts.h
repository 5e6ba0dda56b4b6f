#pragma once

#include <string>
#include <vector>

#include "parley/ask/acceptance.h"
#include "parley/ask/analyze.h"
#include "parley/ask/consent.h"
#include "parley/ask/exchange.h"
#include "parley/ask/levers.h"
#include "parley/ask/plan.h"
#include "parley/ask/texts.h"
#include "parley/ask/window.h"
#include "parley/render/page.h"

namespace parley {

// The sections that the pages of terminal.h are put together from.

/// On the page about one question a section says everything; in an analysis it keeps to what the whole picture needs.
enum class Detail { brief, full };

void write_opening(Page& page, const Heading& heading);
/// The guarantee in words, and what the answer rests on.
void write_closing(Page& page, const Case& c, const Heading& heading);
void write_basis(Page& page, const Case& c, const Basis& basis);
std::string guarantee_words(const Guarantee& guarantee);

void write_checked(Page& page, const Case& c, const Checked& answer);
void write_standing(Page& page, const Case& c, const Standing& answer, Detail detail);
void write_sides(Page& page, const Case& c, const Standing& answer);
void write_ledger(Page& page, const Case& c, const Ledger& ledger);
void write_positions(Page& page, const Case& c, const Positions& positions, Detail detail);
void write_conflicts(Page& page, const Case& c, const Standing& answer);
void write_explanation(Page& page, const Case& c, const Explanation& answer, Detail detail);
void write_zone(Page& page, const Case& c, const Zone& answer);
void write_viewpoints(Page& page, const Case& c, const Zone& answer);
void write_tabled(Page& page, const Case& c, const Zone& answer);
void write_amendments(Page& page, const Case& c, const Amendments& answer);
void write_leverage(Page& page, const Case& c, const Leverage& answer, Detail detail);
void write_exchange(Page& page, const Case& c, const ExchangeAnswer& answer, Detail detail);
void write_plan(Page& page, const Case& c, const Plan& answer);
void write_texts(Page& page, const Case& c, const Texts& answer);
/// The same in a few lines; nothing of a first version whose clauses are not known.
void write_newest_text(Page& page, const Case& c, const Texts& answer);
void write_contention(Page& page, const Case& c, const Contention& answer);
void write_windows(Page& page, const Case& c, const Windows& answer, Detail detail);
/// Briefly: of the newest text alone.
void write_acceptance(Page& page, const Case& c, const Acceptability& answer, Detail detail);
void write_consent(Page& page, const Case& c, const Approvals& answer);

/// "the central reading", explained where the page speaks of it first.
std::string central_reading(Page& page);
/// What utilities and floors are, once on each page.
void explain_scale(Page& page, const Case& c);
/// How many of so many rows are shown: all, or `most`; one row more takes no more room than telling of it.
std::size_t rows_shown(const Page& page, std::size_t rows, std::size_t most);
/// "… n more, --all lists them", when something was left out.
void add_more(Page& page, std::size_t left_out, int indent = 2);

Tone tone_of(Verdict verdict);
Tone tone_of(bool good);

/// Columns for the parties' utilities, in the order of the case.
void add_party_columns(Table& table, const Case& c);
void add_values(std::vector<Cell>& row, const Case& c, const std::vector<Utility>& value);

}  // namespace parley
