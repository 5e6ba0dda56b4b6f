#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/talks/entry.h"

namespace parley {

/// The hash of an entry: BLAKE2b-256 over number, time of entry, audience, author, event and the previous hash, each
/// with its length before it, so that no two entries have the same bytes. To compute it elsewhere: whole numbers are 64
/// bits, lowest byte first; number; seconds since 1970-01-01 UTC; how many are in the audience, and for each its length
/// in bytes and its bytes; length and bytes of the author; length and bytes of the event; the 32 bytes of the previous
/// hash. Key, salt and personalisation are not used.
Hash hash_of(const Entry& entry);

/// Lower-case hexadecimal, 64 digits, and back; nothing on anything else.
std::string to_hex(const Hash& hash);
std::optional<Hash> hash_from_hex(std::string_view text);

/// What is wrong with a chain at one entry.
struct Break {
  enum class Kind {
    changed,    ///< its hash is not that of its content
    unlinked,   ///< it does not carry the hash of the entry before it: one of the two was exchanged
    missing,    ///< numbers are missing before it
    reordered,  ///< its number does not come after that of the entry before it
    earlier,    ///< it was entered before the entry before it
    cut_off,    ///< the record ends before the head that it claims
  };
  Kind kind = Kind::changed;
  std::int64_t number = 0;  ///< of the entry, as it claims; cut_off: the last one there is
  std::string words;        ///< one sentence for people
};

/// Checks a record entry by entry, first to last. An entry that is out of order is judged by itself; those behind it
/// are judged as if it were not there.
///
/// Whoever can write to a record can also make a new chain from its first entry on: only a head kept elsewhere, as in a
/// signed export, tells that one from the old.
class ChainCheck {
 public:
  ChainCheck() = default;
  /// Goes on behind an entry that is known to be sound.
  explicit ChainCheck(const Entry& last) : last_{last.number, last.hash}, entered_(last.entered) {}

  /// All that is wrong with this entry after those before it.
  std::vector<Break> next(const Entry& entry);
  /// What is wrong with the end, given the head that the record claims. An end that is not that head, with nothing cut
  /// off, is unlinked.
  std::vector<Break> end(const Head& head) const;
  /// The last entry seen.
  const Head& last() const { return last_; }

 private:
  Head last_;
  std::chrono::sys_seconds entered_{};
};

}  // namespace parley
