#include "parley/talks/postgres/layout.h"

#include <fmt/core.h>

#include <array>

#include "parley/talks/store.h"

namespace parley::postgres {
namespace {

// `found` is looked up by a search. Signs become spaces because the parser of PostgreSQL would keep what looks like an
// address, a path or a number with its signs as one word. A tsvector has room for 200 000 characters of any kind.
//
// The head says where the record ends, so that an end that was cut off is noticed; whoever appends locks it first.
constexpr const char* first_layout = R"sql(
CREATE FUNCTION parley.without_signs(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT pg_catalog.translate(pg_catalog."left"(said, 200000),
                              '!"#$%&()*+,-./:;<=>?@[\]^_`{|}~' || $q$'$q$, pg_catalog.repeat(' ', 32))
$$;
CREATE FUNCTION parley.words_of(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT pg_catalog.to_tsvector('pg_catalog.simple', parley.without_signs(said))
$$;
CREATE FUNCTION parley.query_of(wanted text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT pg_catalog.plainto_tsquery('pg_catalog.simple', parley.without_signs(wanted))
$$;

CREATE TABLE parley.layout (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  version integer NOT NULL
);

CREATE TABLE parley.about (
  key text PRIMARY KEY,
  value text NOT NULL
);

CREATE TABLE parley.entry (
  number bigint PRIMARY KEY CHECK (number > 0),
  entered bigint NOT NULL,
  event text NOT NULL CHECK (octet_length(event) <= 1048576),
  audience text[] NOT NULL,
  by text NOT NULL,
  previous bytea NOT NULL CHECK (octet_length(previous) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  kind text NOT NULL,
  first_day date,
  last_day date,
  actors text[] NOT NULL,
  texts text[] NOT NULL,
  source text NOT NULL,
  words text NOT NULL,
  found tsvector NOT NULL GENERATED ALWAYS AS (parley.words_of(words)) STORED
);
COMMENT ON COLUMN parley.entry.entered IS 'seconds since 1970-01-01 UTC';
COMMENT ON COLUMN parley.entry.actors IS 'all who are named in the event, and the parties of the principals among them';
CREATE INDEX entry_kind ON parley.entry (kind, number);
CREATE INDEX entry_source ON parley.entry (source, number);
CREATE INDEX entry_first_day ON parley.entry (first_day);
CREATE INDEX entry_last_day ON parley.entry (last_day);
CREATE INDEX entry_actors ON parley.entry USING gin (actors);
CREATE INDEX entry_texts ON parley.entry USING gin (texts);
CREATE INDEX entry_found ON parley.entry USING gin (found);

CREATE TABLE parley.head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  number bigint NOT NULL,
  entered bigint NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);

CREATE FUNCTION parley.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a record is only added to: correct an entry by another one' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON parley.entry EXECUTE FUNCTION parley.refuse();

CREATE FUNCTION parley.only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <= OLD.number OR NOT EXISTS (
      SELECT FROM parley.entry e WHERE e.number = NEW.number AND e.entered = NEW.entered AND e.hash = NEW.hash) THEN
    RAISE EXCEPTION 'the head of a record is its last entry' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
INSERT INTO parley.head (number, entered, hash) VALUES (0, 0, decode(repeat('00', 32), 'hex'));
CREATE TRIGGER only_forward BEFORE UPDATE ON parley.head FOR EACH ROW EXECUTE FUNCTION parley.only_forward();
CREATE TRIGGER always_one BEFORE INSERT OR DELETE OR TRUNCATE ON parley.head EXECUTE FUNCTION parley.refuse();

INSERT INTO parley.about (key, value) VALUES ('format', '1');
INSERT INTO parley.layout (version) VALUES (0);
)sql";

// Who may add entries can also add them by hand. They do no harm unless the head goes past them as if they were not
// there.
constexpr const char* nothing_behind_the_end = R"sql(
CREATE OR REPLACE FUNCTION parley.only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <= OLD.number OR NOT EXISTS (
      SELECT FROM parley.entry e WHERE e.number = NEW.number AND e.entered = NEW.entered AND e.hash = NEW.hash) THEN
    RAISE EXCEPTION 'the head of a record is its last entry' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM parley.entry e WHERE e.number > NEW.number) THEN
    RAISE EXCEPTION 'entries stand behind the head of the record' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
)sql";

constexpr std::array steps{Migration{1, first_layout}, Migration{2, nothing_behind_the_end}};

/// One at a time makes or updates a layout; "parley" in ASCII.
void lock_layout(pqxx::transaction_base& transaction) {
  transaction.exec("SELECT pg_advisory_xact_lock(x'7061726c6579'::bigint)");
}

void run(pqxx::transaction_base& transaction, const Migration& step) {
  transaction.exec(step.sql);
  transaction.exec_params0("UPDATE parley.layout SET version = $1", step.to);
}

void refuse_newer(const Session& session, int layout, int newest) {
  if (layout > newest)
    throw StoreError(fmt::format("the record in {} has layout {} of a newer Parley, this one knows {}; update Parley",
                                 session.address().name, layout, newest));
}

void refuse_none(const Session& session, const Found& found) {
  if (found.layout == 0)
    throw StoreError(
        found.schema
            ? fmt::format("the schema 'parley' in {} holds no record; use another database", session.address().name)
            : fmt::format("there is no record in {}; create one first, or see that the URL is right",
                          session.address().name));
}

}  // namespace

std::span<const Migration> migrations() { return steps; }

Found look(pqxx::transaction_base& transaction) {
  const auto there =
      transaction.exec1("SELECT to_regnamespace('parley') IS NOT NULL, to_regclass('parley.layout') IS NOT NULL");
  Found found{.schema = there[0].as<bool>()};
  if (there[1].as<bool>()) found.layout = transaction.exec1("SELECT max(version) FROM parley.layout")[0].as<int>(0);
  return found;
}

void create_layout(Session& session) {
  session.write("create a record in", [&](pqxx::work& transaction) {
    lock_layout(transaction);
    const Found found = look(transaction);
    if (found.layout > 0)
      throw StoreError(fmt::format("there is a record in {} already; add to that one, or use another database for this",
                                   session.address().name));
    if (found.schema)
      throw StoreError(fmt::format("there is a schema 'parley' in {} that is not ours; use another database",
                                   session.address().name));
    const auto encoding = transaction.exec1("SELECT current_setting('server_encoding')")[0].as<std::string>();
    if (encoding != "UTF8")
      throw StoreError(fmt::format("{} is encoded in {}, a record needs UTF8; make a database with ENCODING 'UTF8'",
                                   session.address().name, encoding));
    transaction.exec("CREATE SCHEMA parley");
    for (const Migration& step : migrations()) run(transaction, step);
    return found;
  });
}

void update_layout(Session& session, std::span<const Migration> all) {
  for (int layout = 0; layout < all.back().to;) {
    layout = session.read([&](auto& transaction) {
      const Found found = look(transaction);
      refuse_none(session, found);
      return found.layout;
    });
    refuse_newer(session, layout, all.back().to);
    if (layout == all.back().to) return;
    layout = session.write("bring up to date", [&](pqxx::work& transaction) {
      lock_layout(transaction);
      const int now = look(transaction).layout;
      for (const Migration& step : all) {
        if (step.to != now + 1) continue;
        run(transaction, step);
        return step.to;
      }
      return now;
    });
  }
}

void need_newest_layout(Session& session) {
  const Found found = session.read([](auto& transaction) { return look(transaction); });
  refuse_none(session, found);
  const int newest = migrations().back().to;
  refuse_newer(session, found.layout, newest);
  if (found.layout < newest)
    throw StoreError(
        fmt::format("the record in {} has layout {} of an older Parley; open it once for writing, which "
                    "brings it up to date",
                    session.address().name, found.layout));
}

}  // namespace parley::postgres
