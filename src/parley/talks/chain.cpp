#include "parley/talks/chain.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "parley/talks/key_file.h"

namespace parley {
namespace {

void put(std::string& bytes, std::int64_t number) {
  std::array<char, 8> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
  }
  bytes.append(parts.data(), parts.size());
}

void put(std::string& bytes, std::string_view text) {
  put(bytes, static_cast<std::int64_t>(text.size()));
  bytes += text;
}

std::optional<std::uint8_t> digit_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  return std::nullopt;
}

std::string missing_words(std::int64_t first, std::int64_t last, std::int64_t before) {
  if (first == last) return fmt::format("Entry {} is missing before entry {}.", first, before);
  return fmt::format("Entries {} to {} are missing before entry {}.", first, last, before);
}

}  // namespace

Hash hash_of(const Entry& entry) {
  start_sodium();
  std::string bytes;
  bytes.reserve(entry.event.size() + 256);
  put(bytes, entry.number);
  put(bytes, static_cast<std::int64_t>(entry.entered.time_since_epoch().count()));
  put(bytes, static_cast<std::int64_t>(entry.audience.size()));
  for (const std::string& name : entry.audience) put(bytes, std::string_view(name));
  put(bytes, std::string_view(entry.by));
  put(bytes, std::string_view(entry.event));
  bytes.append(reinterpret_cast<const char*>(entry.previous.data()), entry.previous.size());
  Hash hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  return hash;
}

std::string to_hex(const Hash& hash) {
  std::string text;
  text.reserve(2 * hash.size());
  for (const std::uint8_t byte : hash) fmt::format_to(std::back_inserter(text), "{:02x}", byte);
  return text;
}

std::optional<Hash> hash_from_hex(std::string_view text) {
  Hash hash;
  if (text.size() != 2 * hash.size()) return std::nullopt;
  for (std::size_t i = 0; i < hash.size(); ++i) {
    const auto high = digit_of(text[2 * i]);
    const auto low = digit_of(text[2 * i + 1]);
    if (!high || !low) return std::nullopt;
    hash[i] = static_cast<std::uint8_t>(*high << 4 | *low);
  }
  return hash;
}

std::vector<Break> ChainCheck::next(const Entry& entry) {
  std::vector<Break> breaks;
  const auto found = [&](Break::Kind kind, std::string words) {
    breaks.push_back({kind, entry.number, std::move(words)});
  };
  if (hash_of(entry) != entry.hash) {
    found(Break::Kind::changed,
          fmt::format("Entry {} was changed: its hash is not that of its content.", entry.number));
  }
  if (entry.number <= last_.number) {
    found(Break::Kind::reordered,
          fmt::format("Entry {} stands behind entry {}: the order was changed.", entry.number, last_.number));
    return breaks;
  }
  if (entry.number - 1 > last_.number) {
    found(Break::Kind::missing, missing_words(last_.number + 1, entry.number - 1, entry.number));
  } else if (entry.previous != last_.hash) {
    found(Break::Kind::unlinked,
          last_.number == 0
              ? fmt::format("Entry {} says that another one came before it, but it is the first.", entry.number)
              : fmt::format("Entry {} does not carry the hash of entry {}: one of the two was exchanged.", entry.number,
                            last_.number));
  }
  if (last_.number > 0 && entry.entered < entered_) {
    found(Break::Kind::earlier,
          fmt::format("Entry {} says that it was entered before entry {}.", entry.number, last_.number));
  }
  last_ = {entry.number, entry.hash};
  entered_ = entry.entered;
  return breaks;
}

std::vector<Break> ChainCheck::end(const Head& head) const {
  if (head == last_) return {};
  if (head.number > last_.number) {
    return {{Break::Kind::cut_off, last_.number,
             fmt::format("The record ends with entry {}, but it had entries up to {}: the end was cut off.",
                         last_.number, head.number)}};
  }
  if (head.number < last_.number) {
    return {{Break::Kind::unlinked, last_.number,
             fmt::format("The record says that it ends with entry {}, but it goes on to {}: what follows was added "
                         "behind its back.",
                         head.number, last_.number)}};
  }
  return {{Break::Kind::unlinked, last_.number,
           fmt::format("Entry {} is not the one that the record says it ends with: it was exchanged.", last_.number)}};
}

}  // namespace parley
