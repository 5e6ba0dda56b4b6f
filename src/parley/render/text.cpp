#include "parley/render/text.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <span>

namespace parley {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool valid = false;
};

Character next_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) return {lead, 1, false};
  char32_t code = lead & (0xffu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {lead, 1, false};
    code = (code << 6) | (byte(i) & 0x3fu);
  }
  const char32_t smallest = bytes == 2 ? 0x80 : bytes == 3 ? 0x800 : 0x10000;
  if (code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return {lead, 1, false};
  return {code, bytes, true};
}

struct Range {
  char32_t first, last;
};

bool within(std::span<const Range> ranges, char32_t code) {
  const auto range = std::ranges::lower_bound(ranges, code, {}, &Range::last);
  return range != ranges.end() && range->first <= code;
}

// Marks that terminals draw onto the character before. A mark that is missing here only makes a line shorter than it
// could be.
constexpr std::array<Range, 26> combining{
    {{0x300, 0x36f},   {0x483, 0x489},  {0x591, 0x5bd},   {0x5bf, 0x5bf},   {0x5c1, 0x5c2},   {0x5c4, 0x5c5},
     {0x5c7, 0x5c7},   {0x610, 0x61a},  {0x64b, 0x65f},   {0x670, 0x670},   {0x6d6, 0x6dc},   {0x6df, 0x6e4},
     {0x6e7, 0x6e8},   {0x6ea, 0x6ed},  {0x93c, 0x93c},   {0x941, 0x948},   {0x94d, 0x94d},   {0xe31, 0xe31},
     {0xe34, 0xe3a},   {0xe47, 0xe4e},  {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200c, 0x200d}, {0x20d0, 0x20ff},
     {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}}};

// East Asian Wide and Fullwidth (Unicode Standard Annex 11), with gaps inside scripts closed.
constexpr std::array<Range, 28> wide{
    {{0x1100, 0x115f}, {0x231a, 0x231b}, {0x2329, 0x232a}, {0x23e9, 0x23f3}, {0x25fd, 0x25fe}, {0x2614, 0x2615},
     {0x2648, 0x2653}, {0x267f, 0x267f}, {0x2693, 0x2693}, {0x26a1, 0x26a1}, {0x26aa, 0x26ab}, {0x26bd, 0x26be},
     {0x26c4, 0x26ce}, {0x26d4, 0x26ea}, {0x26f2, 0x26fd}, {0x2705, 0x2705}, {0x270a, 0x270b}, {0x2728, 0x2728},
     {0x274c, 0x2757}, {0x2795, 0x27bf}, {0x2b1b, 0x2b55}, {0x2e80, 0x303e}, {0x3041, 0xa4cf}, {0xa960, 0xa97c},
     {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe10, 0xff60}, {0xffe0, 0xffe6}}};
constexpr std::array<Range, 7> wide_beyond{{{0x16fe0, 0x18cff},
                                            {0x1b000, 0x1b2ff},
                                            {0x1f004, 0x1f004},
                                            {0x1f0cf, 0x1f265},
                                            {0x1f300, 0x1f6ff},
                                            {0x1f7e0, 0x1faff},
                                            {0x20000, 0x3fffd}}};

// Controls, invisible characters and everything that changes the direction of writing (the "Trojan source" marks).
constexpr std::array<Range, 13> unsafe{{{0x0, 0x1f},
                                        {0x7f, 0x9f},
                                        {0xad, 0xad},
                                        {0x61c, 0x61c},
                                        {0x115f, 0x1160},
                                        {0x180e, 0x180e},
                                        {0x200b, 0x200b},
                                        {0x200e, 0x200f},
                                        {0x2028, 0x202e},
                                        {0x2060, 0x206f},
                                        {0xfeff, 0xfeff},
                                        {0xfff9, 0xfffb},
                                        {0xe0000, 0xe0fff}}};

int columns_of(Character c) {
  if (!c.valid) return 1;
  if (within(combining, c.code)) return 0;
  return within(wide, c.code) || within(wide_beyond, c.code) ? 2 : 1;
}

// The bytes of the longest beginning that fits. Marks stay with the character that they belong to.
std::size_t fitting(std::string_view text, int width) {
  std::size_t end = 0;
  while (end < text.size()) {
    const Character c = next_character(text.substr(end));
    width -= columns_of(c);
    if (width < 0) break;
    end += c.bytes;
  }
  return end;
}

// Where the next word ends. A percent sign belongs to its number.
std::size_t word_end(std::string_view text) {
  std::size_t end = text.find(' ');
  while (end != std::string_view::npos && end + 1 < text.size() && text[end + 1] == '%') end = text.find(' ', end + 1);
  return std::min(end, text.size());
}

}  // namespace

int columns(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Character c = next_character(text);
    width += columns_of(c);
    text.remove_prefix(c.bytes);
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Character c = next_character(text);
    if (c.valid && (c.code == '\n' || c.code == '\t')) {
      out += ' ';
    } else if (!c.valid || (c.code < 0x100 && within(unsafe, c.code))) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c.code));
    } else if (within(unsafe, c.code)) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c.code));
    } else {
      out += text.substr(0, c.bytes);
    }
    text.remove_prefix(c.bytes);
  }
  return out;
}

std::string right(std::string_view text, int width) {
  return std::string(static_cast<std::size_t>(std::max(0, width - columns(text))), ' ').append(text);
}

std::vector<std::string> wrapped(std::string_view text, int width, int hanging) {
  std::vector<std::string> lines(1);
  int used = 0;
  int room = width;
  const auto new_line = [&] {
    lines.emplace_back();
    used = 0;
    room = width - hanging;
  };
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) return lines;
    std::string_view word = text.substr(0, word_end(text));
    text.remove_prefix(word.size());
    int needed = columns(word);
    if (used > 0 && used + 1 + needed > room) {
      new_line();
    } else if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    while (used + needed > room) {
      const std::size_t cut = std::max(fitting(word, room), next_character(word).bytes);
      lines.back() += word.substr(0, cut);
      needed -= columns(word.substr(0, cut));
      word.remove_prefix(cut);
      if (word.empty()) break;
      new_line();
    }
    lines.back() += word;
    used += needed;
  }
}

}  // namespace parley
