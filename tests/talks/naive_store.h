#pragma once

#include "parley/talks/store.h"

namespace parley {

/// Whether an entry meets a filter, one plain comparison after another: what store.h says, word for word.
bool meets(const Entry& entry, const EntryKeys& keys, const EntryFilter& filter);

/// A record in a vector, without indexes: judges the real stores. It takes in what it is given and refuses nothing.
class NaiveStore : public Store {
 public:
  Head head() override;
  std::vector<Entry> append(std::span<const Draft> drafts, std::chrono::sys_seconds now,
                            std::optional<Head> expected = {}) override;
  void restore(std::span<const Entry> entries, std::span<const EntryKeys> keys) override;
  EntryPage list(const EntryFilter& filter, std::int64_t after, std::size_t most) override;
  void each(std::int64_t first, const std::function<bool(const Entry&)>& take) override;
  std::optional<std::string> about(const std::string& key) override;

  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<EntryKeys>& keys() const { return keys_; }

 private:
  std::vector<Entry> entries_;
  std::vector<EntryKeys> keys_;
};

}  // namespace parley
