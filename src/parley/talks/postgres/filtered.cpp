#include "parley/talks/postgres/filtered.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/talks/postgres/rows.h"

namespace parley::postgres {
namespace {

class Conditions {
 public:
  /// Adds one that has its parameter at {}.
  void add(std::string_view sql, std::string parameter) {
    // No entry has a NUL in it, and libpq would take it for the end of the text.
    if (parameter.find('\0') != std::string::npos) sql = "{}::text IS NULL";
    std::ranges::replace(parameter, '\0', ' ');
    made_.parameters.push_back(std::move(parameter));
    if (!made_.sql.empty()) made_.sql += " AND ";
    made_.sql += fmt::format(fmt::runtime(sql), fmt::format("${}", made_.parameters.size()));
  }
  Condition take() { return std::move(made_); }

 private:
  Condition made_;
};

}  // namespace

Condition condition_of(const EntryFilter& filter, std::int64_t after) {
  Conditions conditions;
  conditions.add("number > {}::bigint", std::to_string(after));
  if (!filter.kinds.empty()) conditions.add("kind = ANY ({}::text[])", array_text(filter.kinds));
  if (!filter.actors.empty()) conditions.add("actors @> {}::text[]", array_text(filter.actors));
  if (filter.text) conditions.add("texts @> {}::text[]", array_text({*filter.text}));
  if (filter.source) conditions.add("source = {}::text", *filter.source);
  if (filter.since) conditions.add("first_day >= {}::date", to_text(Date{filter.since->day}));
  if (filter.until) conditions.add("last_day <= {}::date", to_text(last_day_of(*filter.until)));
  if (filter.known_by)
    conditions.add("entered <= {}::bigint", std::to_string(filter.known_by->time_since_epoch().count()));
  // What has no word in it narrows nothing; the server works that out before it looks for entries.
  if (!filter.words.empty()) {
    std::string words = filter.words;
    std::ranges::replace(words, '\0', ' ');
    conditions.add("(found @@ parley.query_of({0}::text) OR numnode(parley.query_of({0}::text)) = 0)", words);
  }
  if (filter.viewer)
    conditions.add("(audience = ARRAY[]::text[] OR audience && {}::text[])", array_text(*filter.viewer));
  return conditions.take();
}

}  // namespace parley::postgres
