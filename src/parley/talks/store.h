#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "parley/talks/entry.h"

namespace parley {

/// What a list of entries is to have; each part that is given narrows it.
struct EntryFilter {
  std::vector<std::string> kinds;   ///< any of these
  std::vector<std::string> actors;  ///< all of these take part; "hamas" finds its principals' entries too
  std::optional<std::string> text;  ///< about this proposal
  std::optional<std::string> source;
  std::optional<Date> since, until;  ///< happened within, ends included, however a month is read; undated: never
  std::optional<std::chrono::sys_seconds> known_by;  ///< entered up to then
  /// All of these words, in any order: whole words, whatever their case; what is neither letter nor digit parts them.
  /// Nothing but that narrows nothing. SQLite also takes letters with and without marks for the same.
  std::string words;
  /// What a viewer may see: entries for everyone, and those whose audience has one of these. Nothing: all entries.
  std::optional<std::vector<std::string>> viewer;
};

/// A stretch of a list.
struct EntryPage {
  std::vector<Entry> entries;
  bool more = false;  ///< there are further ones behind the last
};

/// A store that cannot do what it was asked: no such file, not a record, a newer Parley's, no room, no connection. The
/// message says which and how to mend it, in one sentence. Nothing was written.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Somebody else has added entries since the head that a writer knew of. Nothing was written; read on and try again.
class HeadMoved : public StoreError {
 public:
  using StoreError::StoreError;
};

/// Where a record is kept. Every call either is done as a whole or throws StoreError and has changed nothing; once
/// append() returns, its entries survive the end of the process and of the machine's power. A Store belongs to one
/// thread at a time; any number of Stores, in any number of processes, may be open on the same record.
class Store {
 public:
  virtual ~Store() = default;

  virtual Head head() = 0;

  /// Adds events in their order, all or none. With `expected`, only if the record still ends there (else HeadMoved);
  /// without, behind whatever it ends with. Entries are given the time `now`, or that of the entry before if it is
  /// later.
  virtual std::vector<Entry> append(std::span<const Draft> drafts, std::chrono::sys_seconds now,
                                    std::optional<Head> expected = {}) = 0;

  /// Adds entries as they are, chain and all, with the keys of each: what an import does. They must go on from the head
  /// and be sound; else StoreError, with the first break.
  virtual void restore(std::span<const Entry> entries, std::span<const EntryKeys> keys) = 0;

  /// Entries that meet the filter, by number, those behind `after`.
  virtual EntryPage list(const EntryFilter& filter, std::int64_t after, std::size_t most) = 0;

  /// All entries with numbers from `first` on, one after another, until `take` returns false. Memory does not grow with
  /// their number. What is appended meanwhile is not among them.
  virtual void each(std::int64_t first, const std::function<bool(const Entry&)>& take) = 0;

  /// What is said about the record as a whole: "case" (its title), "format".
  virtual std::optional<std::string> about(const std::string& key) = 0;
};

enum class OpenMode {
  read,    ///< it must be there; nothing is ever written, not even a journal
  write,   ///< it must be there; an older layout is brought up to date first, in one step
  create,  ///< it must not be there
};

/// Opens `talks.db` or `sqlite:talks.db` (SQLite), or `postgresql://user@host/database?...` (PostgreSQL). To read also
/// `talks.jsonl`, a record carried away as JSON Lines; open_json_lines() tells all that is wrong with one.
std::unique_ptr<Store> open_store(const std::string& where, OpenMode mode);

}  // namespace parley
