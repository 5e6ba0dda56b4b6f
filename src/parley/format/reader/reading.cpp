#include "parley/format/reader/reading.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/format/nearest.h"
#include "parley/format/reader/scalars.h"
#include "parley/format/text.h"

namespace parley {
namespace {

bool is_id(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= 100 && text[0] >= 'a' && text[0] <= 'z' && std::ranges::all_of(text, fits);
}

/// What an author who wrote "United States" meant as an id: united-states.
std::string suggested_id(std::string_view text) {
  std::string id;
  for (const char c : text.substr(0, 100)) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      id += static_cast<char>(capital ? c - 'A' + 'a' : c);
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  if (!id.empty() && id.back() == '-') id.pop_back();
  return is_id(id) ? id : std::string();
}

/// Known words stand on one line, so what equals one need not be put on one.
bool is_plain_word(const Node& node) { return node.kind == Node::Kind::scalar && !node.missing(); }

template <typename T>
std::span<const T> limited(Reading& r, const std::vector<T>& all, Place place, std::string_view what,
                           std::size_t most) {
  if (all.size() <= most) return all;
  r.report(place, fmt::format("{} are {}, at most {} can be handled", what, all.size(), most), "leave some out");
  return std::span(all).first(most);
}

}  // namespace

void Reading::report(Place place, std::string message, std::string mend) {
  whole = false;
  report_aside(place, std::move(message), std::move(mend));
}

void Reading::report_aside(Place place, std::string message, std::string mend) {
  problems.add({place, std::move(message), std::move(mend)});
}

void Reading::report_unknown(Place place, std::string_view what, std::string_view word,
                             const std::vector<std::string>& known) {
  whole = false;
  if (problems.too_late(place)) return problems.count();
  std::string mend;
  if (const auto nearest = nearest_word(word, known))
    mend = fmt::format("did you mean '{}'? known here: {}", *nearest, listed(known));
  else if (known.empty())
    mend = "none is known here";
  else
    mend = fmt::format("known here: {}", listed(known));
  report(place, fmt::format("{} is not {}", in_quotes(word), what), std::move(mend));
}

std::string shown(const Node& node) {
  if (node.missing()) return "nothing";
  if (node.kind == Node::Kind::sequence) return "a list";
  if (node.kind == Node::Kind::mapping) return "a block of keys";
  return in_quotes(node.text);
}

std::span<const Node> read_items(Reading& r, const Node* node, std::string_view what, std::size_t most) {
  if (node == nullptr) return {};
  if (node->kind != Node::Kind::sequence) {
    r.report(node->place, fmt::format("{} are a list, here stands {}", what, shown(*node)),
             "write [one, two], or each on a line of its own after '- '");
    return {};
  }
  return limited(r, node->items, node->place, what, most);
}

std::span<const Node> read_one_or_items(Reading& r, const Node* node, std::string_view what) {
  if (node != nullptr && node->kind == Node::Kind::scalar && !node->missing()) return std::span(node, 1);
  return read_items(r, node, what);
}

std::span<const Node::Entry> read_entries(Reading& r, const Node* node, std::string_view what, std::size_t most) {
  if (node == nullptr) return {};
  if (node->kind != Node::Kind::mapping) {
    r.report(node->place, fmt::format("{} are a block of 'key: value', here stands {}", what, shown(*node)),
             "write {one: value, two: value}");
    return {};
  }
  return limited(r, node->entries, node->place, what, most);
}

std::span<const Node::Entry> read_named(Reading& r, const Node* node, std::string_view what, Words& words,
                                        std::size_t most) {
  const auto entries = read_entries(r, node, what, most);
  for (const Node::Entry& entry : entries) {
    if (!is_id(entry.key)) {
      const std::string better = suggested_id(entry.key);
      r.report(entry.place,
               fmt::format("{} is not an id: small letters, digits and hyphens, at most 100, a letter first",
                           in_quotes(entry.key)),
               better.empty() ? "" : fmt::format("write {} here and the full name under 'name'", better));
    }
    words.add(entry.key);
  }
  return entries;
}

int find_word(Reading& r, std::string_view word, Place place, std::string_view what, const Words& words) {
  const int index = words.find(word);
  if (index >= 0) return index;
  if (words.all().empty() && !r.each_alone && !words.first_complaint())
    r.whole = false;
  else
    r.report_unknown(place, what, word, words.all());
  return index;
}

int read_word(Reading& r, const Node& node, std::string_view what, const Words& words) {
  if (const int index = is_plain_word(node) ? words.find(node.text) : -1; index >= 0) return index;
  const auto word = read_line(r, node, what);
  return word ? find_word(r, *word, node.place, what, words) : -1;
}

int read_word(Reading& r, const Node& node, std::string_view what, const std::vector<std::string>& words) {
  const auto index_of = [&](std::string_view word) {
    const auto found = std::ranges::find_if(words, [&](const std::string& known) { return same_word(known, word); });
    return found != words.end() ? static_cast<int>(found - words.begin()) : -1;
  };
  if (const int index = is_plain_word(node) ? index_of(node.text) : -1; index >= 0) return index;
  const auto word = read_line(r, node, what);
  if (!word) return -1;
  if (const int index = index_of(*word); index >= 0) return index;
  r.report_unknown(node.place, what, *word, words);
  return -1;
}

std::vector<int> read_words(Reading& r, std::span<const Node> nodes, std::string_view what, const Words& words) {
  if (nodes.empty()) return {};
  std::vector<int> indices;
  std::vector<bool> seen(words.all().size());
  for (const Node& node : nodes) {
    const int index = read_word(r, node, what, words);
    if (index < 0) continue;
    if (seen[static_cast<std::size_t>(index)])
      r.report(node.place, fmt::format("{} stands in this list twice", shown(node)), "keep one of the two");
    else
      indices.push_back(index);
    seen[static_cast<std::size_t>(index)] = true;
  }
  return indices;
}

std::string name_from(std::string_view id) {
  std::string name(id);
  std::ranges::replace(name, '-', ' ');
  return name;
}

}  // namespace parley
