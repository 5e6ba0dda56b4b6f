#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parley/case/date.h"

namespace parley {

/// BLAKE2b-256 (RFC 7693).
using Hash = std::array<std::uint8_t, 32>;

/// What an event can be looked up by. Derived from its text by whoever can read that; the chain does not cover it.
struct EntryKeys {
  std::string kind;                 ///< "meeting", "response", ...
  std::optional<Date> date;         ///< when it happened, as far as known
  std::vector<std::string> actors;  ///< ids of all who are named in it: "hamas", "hamas/senior-leadership", "qatar"
  std::vector<std::string> texts;   ///< ids of the proposals that it is about
  std::string source;               ///< id; empty: none
  std::string words;                ///< all that people would search: what was said, the note, the source
  friend bool operator==(const EntryKeys&, const EntryKeys&) = default;
};

/// An event that is to be added to a record.
struct Draft {
  std::string event;                  ///< the event's text, one line of JSON as format/ writes it; at most a megabyte
  std::vector<std::string> audience;  ///< who may see it; empty: everyone who may see the record
  std::string by;                     ///< who enters it
  EntryKeys keys;
};

/// An event as it stands in the record. It is never changed: a correction is an entry of its own.
struct Entry {
  std::int64_t number = 0;           ///< 1 for the first, then without gaps
  std::chrono::sys_seconds entered;  ///< when it was entered ("what we knew"); never before that of the entry before it
  std::string event;
  std::vector<std::string> audience;
  std::string by;
  Hash previous{};  ///< hash of the entry before it; zeros for the first
  Hash hash{};      ///< of all of the above, see hash_of() in chain.h
  friend bool operator==(const Entry&, const Entry&) = default;
};

/// Where a record ends.
struct Head {
  std::int64_t number = 0;  ///< of its last entry; 0: it has none
  Hash hash{};
  friend bool operator==(const Head&, const Head&) = default;
};

}  // namespace parley
