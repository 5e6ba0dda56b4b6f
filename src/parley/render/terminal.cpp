#include "parley/render/terminal.h"

#include "parley/render/terminal_parts.h"

namespace parley {
namespace {

template <class Answer, class Write>
std::string page_about(const Case& c, const Answer& answer, const TextStyle& style, Write write) {
  Page page = new_page(style);
  write_opening(page, answer.heading);
  write(page);
  write_closing(page, c, answer.heading);
  return page.text;
}

}  // namespace

std::string to_terminal(const Case& c, const Checked& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_checked(page, c, answer); });
}

std::string to_terminal(const Case& c, const Standing& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_standing(page, c, answer, Detail::full); });
}

std::string to_terminal(const Case& c, const Explanation& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_explanation(page, c, answer, Detail::full); });
}

std::string to_terminal(const Case& c, const Zone& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_zone(page, c, answer); });
}

std::string to_terminal(const Case& c, const Amendments& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_amendments(page, c, answer); });
}

std::string to_terminal(const Case& c, const Contention& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_contention(page, c, answer); });
}

std::string to_terminal(const Case& c, const Acceptability& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_acceptance(page, c, answer, Detail::full); });
}

std::string to_terminal(const Case& c, const Leverage& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_leverage(page, c, answer, Detail::full); });
}

std::string to_terminal(const Case& c, const ExchangeAnswer& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_exchange(page, c, answer, Detail::full); });
}

std::string to_terminal(const Case& c, const Plan& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_plan(page, c, answer); });
}

std::string to_terminal(const Case& c, const Texts& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_texts(page, c, answer); });
}

std::string to_terminal(const Case& c, const Windows& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_windows(page, c, answer, Detail::full); });
}

std::string to_terminal(const Case& c, const Approvals& answer, const TextStyle& style) {
  return page_about(c, answer, style, [&](Page& page) { write_consent(page, c, answer); });
}

}  // namespace parley
