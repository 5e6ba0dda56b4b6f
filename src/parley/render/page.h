#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parley/render/text.h"

namespace parley {

/// What a piece of text is, for a terminal with colours. The words say the same without.
enum class Tone { plain, strong, faint, yes, maybe, no };

/// A page of text in the making. Everything that is added goes through printable(), so what a case file holds can't
/// reach the terminal in any other way.
struct Page {
  TextStyle style;
  std::string text;
  bool central_explained = false;  ///< the words "central reading" need an explanation once on each page
  bool scale_explained = false;    ///< so do utilities and floors
};

Page new_page(const TextStyle& style);

/// The columns that prose takes: the page's, but no more than can be read in comfort.
int measure(const Page& page);

struct Cell {
  std::string text;
  Tone tone = Tone::plain;
};

struct Table {
  struct Column {
    std::string head;
    bool right = false;  ///< figures: to the right, never broken under a head that may be
  };
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  int indent = 2;
};

/// A heading, after an empty line, with the gist of what follows beside it.
void add_heading(Page& page, std::string_view heading, std::string_view gist = {}, Tone tone = Tone::plain);

/// Prose; lines after the first are indented by `hanging` more.
void add_text(Page& page, std::string_view text, int indent = 2, int hanging = 0, Tone tone = Tone::plain);

void add_gap(Page& page);

/// Columns as wide as needed; where the page is too narrow, texts are broken within their columns, and where even
/// that is not enough each row becomes a small list.
void add_table(Page& page, const Table& table);

/// A bar for a share between 0 and 1.
std::string bar(const Page& page, double share, int width);

/// "->" or its arrow; "..." or its ellipsis.
std::string_view arrow(const Page& page);
std::string_view ellipsis(const Page& page);

}  // namespace parley
