#include "parley/render/page.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace parley {
namespace {

constexpr int column_gap = 2;
constexpr int narrowest_column = 12;
constexpr int longest_kept_word = 18;

std::string toned(const Page& page, std::string_view text, Tone tone) {
  if (!page.style.colour || tone == Tone::plain || text.empty()) return std::string(text);
  const int code = tone == Tone::strong  ? 1
                   : tone == Tone::faint ? 2
                   : tone == Tone::yes   ? 32
                   : tone == Tone::maybe ? 33
                                         : 31;
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string spaces(int n) { return std::string(static_cast<std::size_t>(std::max(0, n)), ' '); }

int longest_word(std::string_view text) {
  int longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, columns(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

struct Width {
  int now = 0;
  int least = 0;
};

// A column of figures is as wide as its figures and the words of its head; columns of text start with all that they
// would like to have.
std::vector<Width> natural_widths(const Page& page, const Table& table) {
  std::vector<Width> widths;
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    const std::string& head = table.columns[k].head;
    const bool right = table.columns[k].right;
    int width = right ? std::min(longest_word(head), longest_kept_word) : columns(head);
    int word = longest_word(head);
    for (const auto& row : table.rows) {
      width = std::max(width, columns(row[k].text));
      word = std::max(word, longest_word(row[k].text));
    }
    width = std::min(width, page.style.width);
    widths.push_back({width, right ? width : std::clamp(word, narrowest_column, longest_kept_word)});
  }
  return widths;
}

int total(const std::vector<Width>& widths) {
  int sum = column_gap * (static_cast<int>(widths.size()) - 1);
  for (const Width& width : widths) sum += width.now;
  return sum;
}

// Takes from the widest column of texts, one column of the terminal at a time, until the table fits. False when it
// can't be made to.
bool shrink(std::vector<Width>& widths, int room) {
  while (total(widths) > room) {
    Width* widest = nullptr;
    for (Width& width : widths) {
      if (width.now > width.least && (widest == nullptr || width.now > widest->now)) widest = &width;
    }
    if (widest == nullptr) return false;
    --widest->now;
  }
  return true;
}

void add_row(Page& page, const Table& table, const std::vector<Cell>& row, const std::vector<Width>& widths) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t k = 0; k < row.size(); ++k) {
    lines.push_back(wrapped(row[k].text, widths[k].now));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string out = spaces(table.indent);
    std::size_t ink = 0;
    for (std::size_t k = 0; k < row.size(); ++k) {
      const std::string cell = line < lines[k].size() ? lines[k][line] : "";
      const std::string space = spaces(widths[k].now - columns(cell));
      if (table.columns[k].right) out += space;
      out += toned(page, cell, row[k].tone);
      if (!cell.empty()) ink = out.size();
      if (!table.columns[k].right) out += space;
      out += spaces(column_gap);
    }
    page.text += out.substr(0, ink) + "\n";
  }
}

void add_as_lists(Page& page, const Table& table) {
  for (const auto& row : table.rows) {
    if (!row[0].text.empty()) add_text(page, row[0].text, table.indent, 2, row[0].tone);
    for (std::size_t k = 1; k < row.size(); ++k) {
      if (row[k].text.empty()) continue;
      const std::string& head = table.columns[k].head;
      add_text(page, head.empty() ? row[k].text : head + ": " + row[k].text, table.indent + 2, 2, row[k].tone);
    }
  }
}

Table made_printable(Table table) {
  for (auto& column : table.columns) column.head = printable(column.head);
  for (auto& row : table.rows) {
    for (auto& cell : row) cell.text = printable(cell.text);
  }
  return table;
}

}  // namespace

Page new_page(const TextStyle& style) {
  Page page;
  page.style = style;
  page.style.width = std::clamp(style.width, 40, 200);
  return page;
}

int measure(const Page& page) { return std::min(page.style.width, 100); }

void add_heading(Page& page, std::string_view heading, std::string_view gist, Tone tone) {
  if (!page.text.empty()) add_gap(page);
  const std::string words = printable(heading);
  const std::string beside = printable(gist);
  if (!beside.empty() && columns(words) + 3 + columns(beside) <= measure(page)) {
    page.text += toned(page, words, Tone::strong) + "   " + toned(page, beside, tone) + "\n";
    return;
  }
  add_text(page, words, 0, 2, Tone::strong);
  if (!beside.empty()) add_text(page, beside, 2, 0, tone);
}

void add_text(Page& page, std::string_view text, int indent, int hanging, Tone tone) {
  int start = indent;
  for (const auto& line : wrapped(printable(text), measure(page) - indent, hanging)) {
    page.text += spaces(start) + toned(page, line, tone) + "\n";
    start = indent + hanging;
  }
}

void add_gap(Page& page) { page.text += "\n"; }

void add_table(Page& page, const Table& table) {
  const Table shown = made_printable(table);
  std::vector<Width> widths = natural_widths(page, shown);
  if (!shrink(widths, page.style.width - shown.indent)) return add_as_lists(page, shown);
  std::vector<Cell> heads;
  for (const auto& column : shown.columns) heads.push_back({column.head, Tone::faint});
  if (std::ranges::any_of(heads, [](const Cell& head) { return !head.text.empty(); })) {
    add_row(page, shown, heads, widths);
  }
  for (const auto& row : shown.rows) add_row(page, shown, row, widths);
}

std::string bar(const Page& page, double share, int width) {
  const auto blocks = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * width));
  std::string out;
  for (int i = 0; i < blocks; ++i) out += page.style.ascii ? "#" : "█";
  return out;
}

std::string_view arrow(const Page& page) { return page.style.ascii ? "->" : "→"; }
std::string_view ellipsis(const Page& page) { return page.style.ascii ? "..." : "…"; }

}  // namespace parley
