#include "parley/talks/sound.h"

#include <fmt/core.h>

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <string_view>

namespace parley {
namespace {

constexpr std::size_t longest_event = 1U << 20;
constexpr std::size_t longest_name = 1000;
constexpr std::size_t most_names = 1000;

bool is_utf8(std::string_view text) {
  namespace utf = boost::locale::utf;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    if (!utf::is_valid_codepoint(utf::utf_traits<char>::decode(at, end))) return false;
  }
  return true;
}

bool has_control_character(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

std::optional<std::string> fault_of_name(std::string_view what, std::string_view name) {
  if (name.size() > longest_name) {
    return fmt::format("{} is {} bytes long; {} at most are kept, give it a shorter name", what, name.size(),
                       longest_name);
  }
  if (has_control_character(name) || !is_utf8(name)) {
    return fmt::format("{} holds a control character or is not UTF-8; write it as plain text", what);
  }
  return std::nullopt;
}

std::optional<std::string> fault_of_names(std::string_view what, const std::vector<std::string>& names) {
  if (names.size() > most_names) {
    return fmt::format("{} are {}; {} at most are kept, name fewer", what, names.size(), most_names);
  }
  for (const std::string& name : names) {
    if (auto fault = fault_of_name(fmt::format("one of {}", what), name)) return fault;
  }
  return std::nullopt;
}

std::optional<std::string> fault_of_event(std::string_view event) {
  if (event.empty()) return "the event is empty; write what happened";
  if (event.size() > longest_event) {
    return fmt::format("the event is {} bytes long; a megabyte ({} bytes) at most is kept, split it", event.size(),
                       longest_event);
  }
  if (has_control_character(event)) return "the event is not one line of text; write line ends as \\n within it";
  if (!is_utf8(event)) return "the event is not UTF-8; convert it first";
  return std::nullopt;
}

std::optional<std::string> fault_of_words(std::string_view words) {
  if (words.size() > longest_event) {
    return fmt::format("the words to search are {} bytes long; a megabyte ({} bytes) at most is kept", words.size(),
                       longest_event);
  }
  if (words.find('\0') != std::string_view::npos || !is_utf8(words)) {
    return "the words to search hold a NUL or are not UTF-8; convert them first";
  }
  return std::nullopt;
}

std::optional<std::string> fault_of(std::string_view event, const std::vector<std::string>& audience,
                                    std::string_view by, const EntryKeys& keys) {
  if (auto fault = fault_of_event(event)) return fault;
  if (auto fault = fault_of_names("those who may see it", audience)) return fault;
  if (auto fault = fault_of_name("who enters it", by)) return fault;
  if (auto fault = fault_of_name("its kind", keys.kind)) return fault;
  if (auto fault = fault_of_names("those who take part", keys.actors)) return fault;
  if (auto fault = fault_of_names("the proposals that it is about", keys.texts)) return fault;
  if (auto fault = fault_of_name("its source", keys.source)) return fault;
  return fault_of_words(keys.words);
}

}  // namespace

std::optional<std::string> fault_of(const Draft& draft) {
  return fault_of(draft.event, draft.audience, draft.by, draft.keys);
}

std::optional<std::string> fault_of(const Entry& entry, const EntryKeys& keys) {
  return fault_of(entry.event, entry.audience, entry.by, keys);
}

}  // namespace parley
