#include "parley/format/domain/kind.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace parley {
namespace {

constexpr std::size_t most_keys = 100;
using Keys = std::vector<std::string_view>;

std::string_view bare(std::string_view text) {
  constexpr std::string_view around = " \t\r\n\"'";
  const std::size_t first = text.find_first_not_of(around);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(around) - first + 1);
}

/// The position behind the quotes that open at `at`.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != quote; ++at)
    if (quote == '"' && text[at] == '\\') ++at;
  return at + 1;
}

/// The keys right within the outermost braces.
Keys keys_in_braces(std::string_view text) {
  Keys keys;
  int depth = 0;
  std::size_t begin = 0;  // of the key, while one is awaited
  bool awaited = false;
  for (std::size_t i = 0; i < text.size() && keys.size() < most_keys;) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = behind_quotes(text, i);
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth == 0) break;
    if (depth == 1 && awaited && c == ':') keys.push_back(bare(text.substr(begin, i - begin)));
    const bool begins = depth == 1 && (c == ',' || c == '{');
    if (begins) begin = i + 1;
    if (depth != 1 || begins || c == ':') awaited = begins;
    ++i;
  }
  return keys;
}

/// The keys of the lines that are not indented.
Keys keys_of_lines(std::string_view text) {
  Keys keys;
  while (!text.empty() && keys.size() < most_keys) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t colon = line.find(':');
    const bool is_key =
        colon != std::string_view::npos && std::string_view(" \t#-").find(line[0]) == std::string_view::npos;
    if (is_key) keys.push_back(bare(line.substr(0, colon)));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return keys;
}

}  // namespace

DomainFileKind what_domain_file(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return DomainFileKind::none;
  const Keys keys = bytes[first] == '{' ? keys_in_braces(bytes.substr(first)) : keys_of_lines(bytes);
  const auto has = [&](std::string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  const auto has_any = [&](std::initializer_list<std::string_view> words) { return std::ranges::any_of(words, has); };
  if (has_any({"parley", "parties"})) return DomainFileKind::none;  // a case file has issues as well
  if (has("issuesValues")) return DomainFileKind::geniusweb_domain;
  const auto is_class = [](std::string_view key) { return key.ends_with("UtilitySpace") || key.ends_with("Ordering"); };
  if (std::ranges::any_of(keys, is_class) || has_any({"LinearAdditive", "DefaultPartial", "DefaultProfile"}))
    return DomainFileKind::geniusweb_profile;
  if (has("issueWeights")) return DomainFileKind::negolog_profile;
  if (has("issues")) return has("reservationValue") ? DomainFileKind::negolog_profile : DomainFileKind::negmas_domain;
  const bool is_function =
      has_any({"ufun", "values", "weights", "bias", "mapping", "outcome_ranges", "reserved_value", "utilities"});
  return has("type") && is_function ? DomainFileKind::negmas_profile : DomainFileKind::none;
}

}  // namespace parley
