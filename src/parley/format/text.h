#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/case/problem.h"

namespace parley {

/// Turns byte offsets of a UTF-8 text into places, lines and characters counted from 1. A line ends with "\n", "\r\n"
/// or a single "\r". Every question takes constant time, whatever the length of the lines.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text);
  Place at(std::size_t offset) const;

 private:
  std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> characters_;  ///< before every 64th byte
};

/// The first byte that a case file may not hold, and why.
struct BadByte {
  std::size_t offset = 0;
  std::string message;
  std::string mend;
};

/// Looks for what is not UTF-8 (overlong forms and surrogates included) and for control characters other than tab and
/// line end: they hide from the eye, and what hides from the eye has no place in a case.
std::optional<BadByte> find_bad_byte(std::string_view text);

/// No overlong forms, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

/// A text as messages quote it: in quotes, on one line, cut after 40 characters. (`quoted` would mean something else to
/// a std::string where <iomanip> is.)
std::string in_quotes(std::string_view text);

/// The text with every run of white space turned into one space, none at its ends.
std::string one_line(std::string_view text);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// White space of YAML, XML and JSON alike.
inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Text without white space at its ends.
std::string_view trimmed(std::string_view text);

/// What some editors put before a text in UTF-8; it says nothing.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Whether two words are the same; quick where most are not, as in a search through a list: they differ in their length
/// or first letter.
inline bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || a.front() == b.front()) && a == b;
}

/// "one, two, three", or with `last` "or": "one, two or three". Long lists end in "and 20 more".
std::string listed(const std::vector<std::string>& words, std::string_view last = {});

}  // namespace parley
