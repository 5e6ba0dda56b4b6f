#include "naive_store.h"

#include <algorithm>
#include <set>

#include "parley/talks/chain.h"

namespace parley {
namespace {

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
    } else if (c >= 'A' && c <= 'Z') {
      word += static_cast<char>(c - 'A' + 'a');
    } else if (!word.empty()) {
      words.insert(word);
      word.clear();
    }
  }
  return words;
}

bool takes_part(const std::vector<std::string>& actors, const std::string& wanted) {
  return std::ranges::any_of(
      actors, [&](const std::string& actor) { return actor == wanted || actor.starts_with(wanted + "/"); });
}

bool may_see(const std::vector<std::string>& audience, const std::vector<std::string>& viewer) {
  if (audience.empty()) return true;
  return std::ranges::find_first_of(audience, viewer) != audience.end();
}

}  // namespace

bool meets(const Entry& entry, const EntryKeys& keys, const EntryFilter& filter) {
  if (!filter.kinds.empty() && std::ranges::find(filter.kinds, keys.kind) == filter.kinds.end()) return false;
  for (const std::string& actor : filter.actors) {
    if (!takes_part(keys.actors, actor)) return false;
  }
  if (filter.text && std::ranges::find(keys.texts, *filter.text) == keys.texts.end()) return false;
  if (filter.source && *filter.source != keys.source) return false;
  if ((filter.since || filter.until) && !keys.date) return false;
  if (filter.since && keys.date->day < filter.since->day) return false;
  if (filter.until && last_day_of(*keys.date).day > last_day_of(*filter.until).day) return false;
  if (filter.known_by && entry.entered > *filter.known_by) return false;
  if (!std::ranges::includes(words_of(keys.words), words_of(filter.words))) return false;
  return !filter.viewer || may_see(entry.audience, *filter.viewer);
}

Head NaiveStore::head() { return entries_.empty() ? Head{} : Head{entries_.back().number, entries_.back().hash}; }

std::vector<Entry> NaiveStore::append(std::span<const Draft> drafts, std::chrono::sys_seconds now,
                                      std::optional<Head> expected) {
  if (expected && *expected != head()) throw HeadMoved("somebody else has added entries");
  const auto before = static_cast<std::ptrdiff_t>(entries_.size());
  for (const Draft& draft : drafts) {
    Entry entry{.number = head().number + 1,
                .entered = entries_.empty() ? now : std::max(now, entries_.back().entered),
                .event = draft.event,
                .audience = draft.audience,
                .by = draft.by,
                .previous = head().hash};
    entry.hash = hash_of(entry);
    entries_.push_back(entry);
    keys_.push_back(draft.keys);
  }
  return {entries_.begin() + before, entries_.end()};
}

void NaiveStore::restore(std::span<const Entry> entries, std::span<const EntryKeys> keys) {
  entries_.insert(entries_.end(), entries.begin(), entries.end());
  keys_.insert(keys_.end(), keys.begin(), keys.end());
}

EntryPage NaiveStore::list(const EntryFilter& filter, std::int64_t after, std::size_t most) {
  EntryPage page;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].number <= after || !meets(entries_[i], keys_[i], filter)) continue;
    if (page.entries.size() == most) {
      page.more = true;
      break;
    }
    page.entries.push_back(entries_[i]);
  }
  return page;
}

void NaiveStore::each(std::int64_t first, const std::function<bool(const Entry&)>& take) {
  for (const Entry& entry : entries_) {
    if (entry.number >= first && !take(entry)) return;
  }
}

std::optional<std::string> NaiveStore::about(const std::string& key) {
  if (key == "format") return "naive";
  return std::nullopt;
}

}  // namespace parley
