#include "parley/format/reader/clauses.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/format/reader/scalars.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr std::size_t most_clauses = 200;
/// Versions keep what their parents have: a small file can hold a small clause very often.
constexpr std::size_t most_bytes_in_all = std::size_t{16} << 20U;
constexpr std::size_t bytes_beside_words = 300;

Words known_words(const std::vector<std::string>& words) {
  Words known;
  for (const std::string& word : words) known.add(word);
  return known;
}

/// A key of a clause that lists words of the format, and how messages call one of them and all.
struct Listed {
  std::string_view key;
  std::string_view one;
  std::string_view all;
  const std::vector<std::string>& words;
};

/// What the key lists, in the order of the enumeration; what the clause had before when it is not stated.
template <typename E>
void read_listed(Reading& r, const Fields& fields, const Listed& listed, std::vector<E>& into) {
  if (!fields.has(listed.key)) return;
  into.clear();
  const auto items = read_one_or_items(r, fields.find(listed.key), listed.all);
  for (const int index : read_words(r, items, listed.one, known_words(listed.words)))
    into.push_back(static_cast<E>(index));
  std::ranges::sort(into);
}

enum class Before { none, stands, unknown };

void read_clause(Reading& r, const Node::Entry& entry, const Provenance& around, Clause& clause, Before before) {
  const Fields fields(r, entry.value, "clause", entry.place);
  clause.id = entry.key;
  clause.from = fields.from(r, around);
  clause.heading = fields.line(r, "heading", clause.heading);
  clause.words = fields.line(r, "words", clause.words);
  if (fields.has("about"))
    clause.issues =
        read_words(r, read_one_or_items(r, fields.find("about"), "the issues it is about"), "an issue", r.issues);
  read_listed(r, fields, {"covers", "an element of a ceasefire text", "the elements it covers", element_words()},
              clause.covers);
  read_listed(r, fields, {"provides", "something that a clause provides", "its provisions", provision_words()},
              clause.provides);
  if (!fields.is_block()) return;
  if (before == Before::stands && entry.value.missing())
    r.report(entry.place, fmt::format("clause {} says nothing that the parent does not say", entry.key),
             "write what changes, or 'dropped', or remove it");
  else if (before == Before::none && !fields.has("words"))
    r.report(entry.place, fmt::format("clause {} has no words", entry.key),
             "add 'words': what it says, in brackets what is not agreed");
}

void drop_clause(Reading& r, const Node::Entry& entry, const Proposal* parent, std::vector<Clause>& clauses) {
  const int index = find_clause(clauses, entry.key);
  if (index >= 0) {
    clauses.erase(clauses.begin() + index);
    return;
  }
  if (parent == nullptr)
    return r.report(entry.value.place, "only a version that has a parent can drop a clause",
                    "name the earlier version under 'parent', or remove this");
  std::vector<std::string> known;
  for (const Clause& clause : parent->clauses) known.push_back(clause.id);
  r.report_unknown(entry.place, fmt::format("a clause of {}", parent->id), entry.key, known);
}

bool within_limits(Reading& r, const Fields& proposal, const Proposal& of) {
  if (of.clauses.size() > most_clauses) {
    r.report(proposal.place(),
             fmt::format("{} has {} clauses, at most {} can be handled", of.id, of.clauses.size(), most_clauses),
             "put some of them together");
    return false;
  }
  std::size_t bytes = 0;
  for (const Clause& clause : of.clauses) bytes += clause.words.size() + clause.heading.size() + bytes_beside_words;
  if (r.clause_bytes + bytes <= most_bytes_in_all) {
    r.clause_bytes += bytes;
    return true;
  }
  // Said once: the versions that follow hold the same clauses again.
  if (r.clause_bytes <= most_bytes_in_all)
    r.report(proposal.place(), "the clauses of all versions together are too long to be handled",
             "shorten them, or leave versions out");
  r.clause_bytes = most_bytes_in_all + 1;
  return false;
}

}  // namespace

void read_clauses(Reading& r, const Fields& proposal, Proposal& into) {
  const Proposal* parent = into.parent < 0 ? nullptr : &r.value.proposals[static_cast<std::size_t>(into.parent)];
  if (parent != nullptr) {
    into.clauses = parent->clauses;
    into.excerpt = parent->excerpt;
  }
  if (const Node* excerpt = proposal.find("excerpt")) into.excerpt = read_yes_or_no(r, *excerpt);
  const bool parent_unknown = parent == nullptr && proposal.has("parent");  // reported where it stands
  Words ids;
  for (const Node::Entry& entry : read_named(r, proposal.find("clauses"), "clauses", ids, most_clauses)) {
    const Node& value = entry.value;
    if (value.kind == Node::Kind::scalar && one_line(value.text) == "dropped") {
      if (!parent_unknown) drop_clause(r, entry, parent, into.clauses);
      continue;
    }
    const int index = find_clause(into.clauses, entry.key);
    if (index < 0) into.clauses.emplace_back();
    Clause& clause = index < 0 ? into.clauses.back() : into.clauses[static_cast<std::size_t>(index)];
    const Before before = index >= 0 ? Before::stands : parent_unknown ? Before::unknown : Before::none;
    read_clause(r, entry, into.from, clause, before);
  }
  if (!within_limits(r, proposal, into)) into.clauses.clear();
}

}  // namespace parley
