#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// How a page of text may look. Width is in terminal columns and is taken as at least 40 and at most 200.
struct TextStyle {
  int width = 80;
  bool colour = false;
  bool ascii = false;  ///< bars, arrows and dashes in ASCII, for terminals that show nothing else
  bool all = false;    ///< every row of every table, and everything that is otherwise only counted
};

/// The columns that a text takes on a terminal: two for wide East Asian characters and emoji, none for marks that
/// combine with the character before.
int columns(std::string_view text);

/// The text with everything that could play with a terminal or hide what it says shown as an escape: control
/// characters, invisible ones, marks that change the direction of writing, bytes that are not UTF-8: "\x1b" for ESC.
/// Line breaks and tabs become spaces.
std::string printable(std::string_view text);

/// Filled up with spaces on the left to `width` columns. Never shortens.
std::string right(std::string_view text, int width);

/// Lines of at most `width` columns, broken at spaces; a word that is too long alone is broken inside. At least one
/// line. Lines after the first are `hanging` columns shorter.
std::vector<std::string> wrapped(std::string_view text, int width, int hanging = 0);

}  // namespace parley
