#include "parley/talks/postgres/rows.h"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "parley/talks/chain.h"
#include "parley/talks/store.h"

namespace parley::postgres {
namespace {

constexpr const char* nothing = nullptr;

std::vector<std::string> columns() {
  return {"number", "entered",   "event",    "audience", "by",    "previous", "hash",
          "kind",   "first_day", "last_day", "actors",   "texts", "source",   "words"};
}

std::vector<std::string> texts_of(const pqxx::field& field) {
  std::vector<std::string> texts;
  auto parser = field.as_array();
  for (auto [kind, text] = parser.get_next(); kind != pqxx::array_parser::juncture::done;
       std::tie(kind, text) = parser.get_next())
    if (kind == pqxx::array_parser::juncture::string_value) texts.push_back(std::move(text));
  return texts;
}

}  // namespace

std::string array_text(const std::vector<std::string>& items) {
  std::string text = "{";
  for (const std::string& item : items) {
    if (text.size() > 1) text += ',';
    text += '"';
    for (const char c : item) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    text += '"';
  }
  return text + "}";
}

std::vector<std::string> with_parties(const std::vector<std::string>& actors) {
  std::vector<std::string> all = actors;
  for (const std::string& actor : actors)
    for (auto slash = actor.find('/'); slash != std::string::npos; slash = actor.find('/', slash + 1))
      all.push_back(actor.substr(0, slash));
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  return all;
}

Rows::Rows(pqxx::transaction_base& transaction) : stream_(transaction, "parley.entry", columns()) {}

void Rows::add(const Entry& entry, const EntryKeys& keys) {
  std::string first;
  std::string last;
  if (keys.date) {
    first = to_text(Date{keys.date->day});
    last = to_text(last_day_of(*keys.date));
  }
  stream_ << std::make_tuple(entry.number, static_cast<std::int64_t>(entry.entered.time_since_epoch().count()),
                             entry.event, array_text(entry.audience), entry.by, hash_text(entry.previous),
                             hash_text(entry.hash), keys.kind, keys.date ? first.c_str() : nothing,
                             keys.date ? last.c_str() : nothing, array_text(with_parties(keys.actors)),
                             array_text(keys.texts), keys.source, keys.words);
}

void Rows::finish() { stream_.complete(); }

Entry entry_of(const pqxx::row& row) {
  Entry entry;
  entry.number = row[0].as<std::int64_t>();
  entry.entered = std::chrono::sys_seconds(std::chrono::seconds(row[1].as<std::int64_t>()));
  entry.event = row[2].as<std::string>();
  entry.audience = texts_of(row[3]);
  entry.by = row[4].as<std::string>();
  entry.previous = hash_of_text(row[5].as<std::string>());
  entry.hash = hash_of_text(row[6].as<std::string>());
  return entry;
}

std::string hash_text(const Hash& hash) { return "\\x" + to_hex(hash); }

Hash hash_of_text(const std::string& text) {
  const auto hash = text.starts_with("\\x") ? hash_from_hex(std::string_view(text).substr(2)) : std::nullopt;
  if (!hash) throw StoreError("the record holds a hash that is none; it was changed from outside, go back to a backup");
  return *hash;
}

}  // namespace parley::postgres
