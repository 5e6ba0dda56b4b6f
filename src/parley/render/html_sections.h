#pragma once

#include <string>

#include "parley/ask/acceptance.h"
#include "parley/ask/analyze.h"
#include "parley/ask/consent.h"
#include "parley/ask/exchange.h"
#include "parley/ask/levers.h"
#include "parley/ask/texts.h"
#include "parley/ask/window.h"
#include "parley/model/model.h"

/// The sections of the page, in its order. Each is markup from its heading on.
namespace parley::html {

/// What a section is written from.
struct Page {
  const Case& c;
  const Model& model;
  const Analysis& analysis;
};

std::string summary_section(const Page& page);
std::string standing_section(const Page& page);
/// What standing tells over time: who moved, what was given, whether the sides come closer, contradicting reports.
std::string moves_over_time(const Page& page);
/// What a text says and what it is; the same on the page of an analysis and on a page of its own.
std::string text_section(const Case& c, const Texts& answer);
/// What differs from another text: clauses, terms, and who can accept it.
std::string text_change(const Case& c, const TextChange& change, int text);
/// Who consents to which text in which share of the readings, what would have to be true, what to ask next; the same on
/// the page of an analysis and on a page of its own.
std::string acceptance_section(const Case& c, const Acceptability& answer);
/// Who must approve a text; the same wherever it stands.
std::string consent_section(const Case& c, const Approvals& answer);
std::string explain_section(const Page& page);
/// Whether everyone at once could consent to a text in the central reading, as a sentence.
std::string together_words(const Explanation& explanation);
std::string zone_section(const Page& page);
std::string amend_section(const Page& page);
std::string contention_section(const Page& page);
/// The same on a page of its own as on one about more.
std::string window_section(const Case& c, const Windows& answer);
/// What each lever changes; the same on the page of an analysis and on a page of its own.
std::string levers_section(const Case& c, const Leverage& answer);
/// In which order and sizes an exchange could be carried out; the same wherever it stands.
std::string exchange_section(const Case& c, const ExchangeAnswer& answer);
std::string certainty_section(const Page& page);
std::string words_section(const Page& page);

}  // namespace parley::html
