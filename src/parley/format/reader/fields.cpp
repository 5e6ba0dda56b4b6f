#include "parley/format/reader/fields.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>

#include "parley/format/reader/scalars.h"
#include "parley/format/text.h"

namespace parley {
namespace {

std::string with_article(std::string_view noun) {
  const bool vowel = std::string_view("aeiou").find(noun[0]) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

}  // namespace

Fields::Fields(Reading& r, const Node& node, std::string_view form_name, Place place)
    : form_(form(form_name)), node_(node), place_(place) {
  const auto what = [&] { return form_name == "preferences" ? "preferences" : with_article(form_name); };
  if (node.kind != Node::Kind::mapping && !node.missing()) {
    r.report(node.place, fmt::format("{} is a block of keys, here stands {}", what(), shown(node)),
             fmt::format("keys: {}", listed(form_.names())));
    return;
  }
  for (const Node::Entry& entry : node.entries) {
    const auto known = std::ranges::find_if(form_.keys, [&](const Key& key) { return same_word(key.name, entry.key); });
    if (known == form_.keys.end())
      r.report_unknown(entry.place, fmt::format("a key of {}", what()), entry.key, form_.names());
    else if (entry.value.missing())
      r.report(entry.value.place, fmt::format("'{}' has no value", entry.key), "give it one, or remove the key");
  }
  for (const Key& key : form_.keys)
    if (key.required && node.find(key.name) == nullptr)
      r.report(place, fmt::format("{} needs '{}'", what(), key.name), fmt::format("add it: {}", key.help));
}

const Node* Fields::find(std::string_view key) const {
  assert(std::ranges::any_of(form_.keys, [&](const Key& k) { return k.name == key; }));
  const Node* found = node_.find(key);
  return found != nullptr && !found->missing() ? found : nullptr;
}

std::string Fields::line(Reading& r, std::string_view key, std::string otherwise) const {
  const Node* node = find(key);
  if (node == nullptr) return otherwise;
  return read_line(r, *node, "text").value_or(std::move(otherwise));
}

std::string Fields::text(Reading& r, std::string_view key) const {
  const Node* node = find(key);
  return node != nullptr ? read_text(r, *node, "text") : std::string();
}

std::optional<Date> Fields::date(Reading& r, std::string_view key) const {
  const Node* node = find(key);
  return node != nullptr ? read_date(r, *node) : std::nullopt;
}

int Fields::word(Reading& r, std::string_view key, std::string_view what, const Words& words) const {
  const Node* node = find(key);
  return node != nullptr ? read_word(r, *node, what, words) : -1;
}

Provenance Fields::from(Reading& r, const Provenance& around) const {
  return read_provenance(r, node_, place_, around);
}

Provenance read_provenance(Reading& r, const Node& node, Place place, const Provenance& around) {
  Provenance from{around.source, {}, place, r.entry};
  if (const Node* source = node.find("from"); source != nullptr && !source->missing())
    from.source = read_word(r, *source, "a source", r.sources);
  if (const Node* note = node.find("note"); note != nullptr && !note->missing())
    from.note = read_text(r, *note, "a note");
  return from;
}

}  // namespace parley
