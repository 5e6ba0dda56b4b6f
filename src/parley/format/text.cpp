#include "parley/format/text.h"

#include <fmt/core.h>

#include <algorithm>

namespace parley {
namespace {

constexpr std::size_t stride = 64;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 0;  ///< 0: not UTF-8
};

Character decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < bytes) return {};
  std::uint32_t code = first & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if (starts_character(text[i])) return {};
    code = code << 6U | (byte(i) & 0x3FU);
  }
  const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return overlong || surrogate || code > 0x10FFFF ? Character{} : Character{code, bytes};
}

bool is_control(std::uint32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code >= 0x7F && code < 0xA0) ||
         code == 0xFFFE || code == 0xFFFF;
}

}  // namespace

PlaceFinder::PlaceFinder(std::string_view text) : text_(text), line_starts_{0} {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % stride == 0) characters_.push_back(characters);
    if (starts_character(text[i])) ++characters;
    const bool line_end = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (line_end) line_starts_.push_back(i + 1);
  }
}

std::size_t PlaceFinder::characters_before(std::size_t offset) const {
  if (characters_.empty()) return 0;
  const std::size_t block = std::min(offset / stride, characters_.size() - 1);
  const std::string_view rest = text_.substr(block * stride, offset - block * stride);
  return characters_[block] + static_cast<std::size_t>(std::ranges::count_if(rest, starts_character));
}

Place PlaceFinder::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto line = std::prev(std::ranges::upper_bound(line_starts_, offset));
  return {static_cast<int>(line - line_starts_.begin()) + 1,
          static_cast<int>(characters_before(offset) - characters_before(*line)) + 1};
}

std::optional<BadByte> find_bad_byte(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return BadByte{0, "the file is UTF-16", "save it as UTF-8"};
  for (std::size_t i = 0; i < text.size();) {
    const Character c = decode(text.substr(i));
    if (c.bytes == 0)
      return BadByte{i, fmt::format("byte {:02X} is not UTF-8 here", static_cast<unsigned char>(text[i])),
                     "save the file as UTF-8"};
    if (is_control(c.code))
      return BadByte{i, fmt::format("a control character stands here (U+{:04X})", c.code), "remove it"};
    i += c.bytes;
  }
  return std::nullopt;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const Character c = decode(text);
    if (c.bytes == 0) return false;
    text.remove_prefix(c.bytes);
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string in_quotes(std::string_view text) {
  std::string line = one_line(text.substr(0, 400));
  std::size_t end = 0;
  for (std::size_t characters = 0; end < line.size(); ++end)
    if (starts_character(line[end]) && ++characters > 40) break;
  const bool cut = end < line.size() || text.size() > 400;
  return fmt::format("'{}{}'", std::string_view(line).substr(0, end), cut ? "…" : "");
}

std::string one_line(std::string_view text) {
  // Most texts are one already.
  const auto changes = [&](std::size_t i) {
    return is_space(text[i]) && (text[i] != ' ' || i == 0 || i + 1 == text.size() || text[i - 1] == ' ');
  };
  std::size_t kept = 0;
  while (kept < text.size() && !changes(kept)) ++kept;
  if (kept == text.size()) return std::string(text);
  std::string line;
  for (const char c : text) {
    if (!is_space(c))
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
  constexpr std::size_t most = 20;
  std::string text;
  for (std::size_t i = 0; i < std::min(words.size(), most); ++i) {
    const bool end = i + 1 == words.size();
    if (i > 0) text += end && !last.empty() ? fmt::format(" {} ", last) : ", ";
    text += words[i];
  }
  if (words.size() > most) text += fmt::format(" and {} more", words.size() - most);
  return text;
}

}  // namespace parley
