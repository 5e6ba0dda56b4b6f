#include "parley/render/terminal.h"
#include "parley/render/terminal_parts.h"

namespace parley {
namespace {

// What is not exact says so where it stands, unless the page says the same of all of it.
void write_guarantee(Page& page, const Heading& heading, const Heading& whole) {
  if (heading.guarantee.kind == Guarantee::Kind::exact || heading.guarantee.words == whole.guarantee.words) return;
  add_text(page, guarantee_words(heading.guarantee), 2, 2, Tone::faint);
}

}  // namespace

std::string to_terminal(const Case& c, const Analysis& answer, const TextStyle& style) {
  Page page = new_page(style);
  write_opening(page, answer.heading);
  write_basis(page, c, answer.heading.basis);
  write_standing(page, c, answer.standing, Detail::brief);
  for (const Texts& text : answer.texts) write_newest_text(page, c, text);
  for (auto it = answer.explanations.rbegin(); it != answer.explanations.rend(); ++it) {
    const bool newest = it == answer.explanations.rbegin();
    write_explanation(page, c, *it, newest || style.all ? Detail::full : Detail::brief);
    write_guarantee(page, it->heading, answer.heading);
  }
  write_contention(page, c, answer.contention);
  write_guarantee(page, answer.contention.heading, answer.heading);
  for (const auto& amendments : answer.amendments) {
    write_amendments(page, c, amendments);
    write_guarantee(page, amendments.heading, answer.heading);
  }
  write_zone(page, c, answer.zone);
  write_guarantee(page, answer.zone.heading, answer.heading);
  const Detail detail = style.all ? Detail::full : Detail::brief;
  write_acceptance(page, c, answer.acceptance, detail);
  write_guarantee(page, answer.acceptance.heading, answer.heading);
  if (style.all)
    for (const Approvals& approvals : answer.consent) write_consent(page, c, approvals);
  for (const Windows& window : answer.window) {
    write_windows(page, c, window, detail);
    write_guarantee(page, window.heading, answer.heading);
  }
  if (!c.levers.empty()) {
    write_leverage(page, c, answer.levers, detail);
    write_guarantee(page, answer.levers.heading, answer.heading);
  }
  for (const ExchangeAnswer& exchange : answer.exchange) {
    write_exchange(page, c, exchange, detail);
    write_guarantee(page, exchange.heading, answer.heading);
  }
  if (!style.all) {
    add_gap(page);
    const char* const more = answer.exchange.empty()
                                 ? "More of this: parley acceptance, consent, window, levers; or --all."
                                 : "More of this: parley acceptance, consent, window, levers, exchange; or --all.";
    add_text(page, more, 2, 2, Tone::faint);
  }
  add_gap(page);
  add_text(page, guarantee_words(answer.heading.guarantee), 0, 2, Tone::faint);
  return page.text;
}

}  // namespace parley
