#include "parley/talks/postgres/postgres_store.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/talks/chain.h"
#include "parley/talks/postgres/filtered.h"
#include "parley/talks/postgres/layout.h"
#include "parley/talks/postgres/rows.h"
#include "parley/talks/sound.h"

namespace parley {
namespace {

using postgres::Session;

/// The last entry as far as the next one rests on it.
Entry last_of(const pqxx::row& row) {
  Entry last;
  last.number = row[0].as<std::int64_t>();
  last.entered = std::chrono::sys_seconds(std::chrono::seconds(row[1].as<std::int64_t>()));
  last.hash = postgres::hash_of_text(row[2].as<std::string>());
  return last;
}

Head head_of(const Entry& last) { return {last.number, last.hash}; }

class PostgresStore final : public Store {
 public:
  explicit PostgresStore(Session session, OpenMode mode) : session_(std::move(session)), mode_(mode) {}

  Head head() override {
    return session_.read([](auto& transaction) {
      return head_of(last_of(transaction.exec1("SELECT number, entered, hash FROM parley.head")));
    });
  }

  std::vector<Entry> append(std::span<const Draft> drafts, std::chrono::sys_seconds now,
                            std::optional<Head> expected) override {
    need_writing();
    for (std::size_t i = 0; i < drafts.size(); ++i)
      if (const auto fault = fault_of(drafts[i])) refuse(i, drafts.size(), *fault);
    std::vector<Entry> entries;
    write(
        [&](pqxx::work& transaction) {
          Entry last = lock_head(transaction);
          if (expected && *expected != head_of(last)) throw head_moved(*expected, head_of(last));
          if (drafts.empty()) return;
          postgres::Rows rows(transaction);
          entries.reserve(drafts.size());
          for (const Draft& draft : drafts) {
            Entry entry{.number = last.number + 1,
                        .entered = last.number == 0 ? now : std::max(now, last.entered),
                        .event = draft.event,
                        .audience = draft.audience,
                        .by = draft.by,
                        .previous = last.hash};
            entry.hash = hash_of(entry);
            rows.add(entry, draft.keys);
            last = entry;
            entries.push_back(std::move(entry));
          }
          rows.finish();
          set_head(transaction, last);
        },
        [&] { return entries.empty() ? Head() : head_of(entries.back()); });
    return entries;
  }

  void restore(std::span<const Entry> entries, std::span<const EntryKeys> keys) override {
    need_writing();
    if (entries.size() != keys.size())
      throw StoreError("each entry needs its keys, and there are more of the one; this is a fault of the program");
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (const auto fault = fault_of(entries[i], keys[i])) refuse(i, entries.size(), *fault);
    if (entries.empty()) return;
    write(
        [&](pqxx::work& transaction) {
          ChainCheck check(lock_head(transaction));
          postgres::Rows rows(transaction);
          for (std::size_t i = 0; i < entries.size(); ++i) {
            if (const auto breaks = check.next(entries[i]); !breaks.empty())
              throw StoreError(fmt::format("the entries do not go on from the record in {}: {} Nothing was added",
                                           session_.address().name, breaks.front().words));
            rows.add(entries[i], keys[i]);
          }
          rows.finish();
          set_head(transaction, entries.back());
        },
        [&] { return head_of(entries.back()); });
  }

  EntryPage list(const EntryFilter& filter, std::int64_t after, std::size_t most) override {
    const auto condition = postgres::condition_of(filter, after);
    most = std::min(most, std::size_t{1'000'000'000});
    const auto sql = fmt::format("SELECT {} FROM parley.entry WHERE {} ORDER BY number LIMIT {}",
                                 postgres::entry_columns, condition.sql, most + 1);
    return session_.read([&](auto& transaction) {
      EntryPage page;
      for (const auto& row : transaction.exec_params(sql, pqxx::prepare::make_dynamic_params(condition.parameters)))
        page.entries.push_back(postgres::entry_of(row));
      page.more = page.entries.size() > most;
      if (page.more) page.entries.pop_back();
      return page;
    });
  }

  void each(std::int64_t first, const std::function<bool(const Entry&)>& take) override {
    // The head says where the record should end; what was added past it is to be seen as well.
    const auto last = session_.read([](auto& transaction) {
      return transaction.exec1("SELECT coalesce(max(number), 0) FROM parley.entry")[0].template as<std::int64_t>();
    });
    for (std::int64_t next = first; next <= last;) {
      const auto entries = stretch(next, last);
      if (entries.empty()) return;
      for (const Entry& entry : entries)
        if (!take(entry)) return;
      next = entries.back().number + 1;
    }
  }

  std::optional<std::string> about(const std::string& key) override {
    return session_.read([&](auto& transaction) -> std::optional<std::string> {
      const auto found = transaction.exec_params("SELECT value FROM parley.about WHERE key = $1", key);
      if (found.empty()) return std::nullopt;
      return found[0][0].template as<std::string>();
    });
  }

 private:
  void need_writing() const {
    if (mode_ == OpenMode::read)
      throw StoreError(
          fmt::format("the record in {} was opened for reading only; open it for writing", session_.address().name));
  }

  [[noreturn]] static void refuse(std::size_t at, std::size_t count, const std::string& fault) {
    throw StoreError(count == 1 ? fmt::format("nothing was added: {}", fault)
                                : fmt::format("nothing was added: in event {} of {}, {}", at + 1, count, fault));
  }

  HeadMoved head_moved(const Head& expected, const Head& found) const {
    return HeadMoved(
        fmt::format("somebody else has added to the record in {}: it ends with entry {} now, not {}; read what is new "
                    "and try again",
                    session_.address().name, found.number, expected.number));
  }

  /// Waits for the turn to append, and holds it to the end of the transaction.
  Entry lock_head(pqxx::transaction_base& transaction) const {
    const auto row = transaction.exec1(
        "SELECT number, entered, hash, (SELECT version FROM parley.layout) FROM parley.head FOR UPDATE");
    if (row[3].as<int>() != postgres::migrations().back().to)
      throw StoreError(fmt::format("the record in {} was brought up to date by a newer Parley meanwhile; update Parley",
                                   session_.address().name));
    return last_of(row);
  }

  static void set_head(pqxx::transaction_base& transaction, const Entry& last) {
    transaction.exec_params0("UPDATE parley.head SET number = $1, entered = $2, hash = $3::bytea", last.number,
                             static_cast<std::int64_t>(last.entered.time_since_epoch().count()),
                             postgres::hash_text(last.hash));
  }

  /// Runs `work` and commits. When the answer to that is lost, a new connection is asked whether the record has the
  /// entry that `wanted` says: it waits for the lock that the lost one may still hold, so its answer is final.
  template <class Work, class Wanted>
  void write(Work work, Wanted wanted) {
    try {
      session_.write("add to", [&](pqxx::work& transaction) {
        work(transaction);
        return true;
      });
    } catch (const Unanswered& lost) {
      if (!is_kept(wanted(), lost))
        throw StoreError(
            fmt::format("the connection to {} was lost and nothing was added; try again", session_.address().name));
    }
  }

  bool is_kept(const Head& last, const Unanswered& lost) {
    try {
      return session_.write("read", [&](pqxx::work& transaction) {
        lock_head(transaction);
        const auto found = transaction.exec_params("SELECT FROM parley.entry WHERE number = $1 AND hash = $2::bytea",
                                                   last.number, postgres::hash_text(last.hash));
        return !found.empty();
      });
    } catch (const StoreError&) {
      throw lost;
    }
  }

  /// Entries from one number on, a few megabytes of them at most, at least one.
  std::vector<Entry> stretch(std::int64_t first, std::int64_t last) {
    static const std::string sql = fmt::format(
        "SELECT {0} FROM (SELECT *, sum(octet_length(event)) OVER (ORDER BY number) - octet_length(event) AS before "
        "FROM (SELECT {0} FROM parley.entry WHERE number BETWEEN $1 AND $2 ORDER BY number LIMIT 4096) AS chosen) "
        "AS summed WHERE before < 4194304 ORDER BY number",
        postgres::entry_columns);
    return session_.read([&](auto& transaction) {
      std::vector<Entry> entries;
      for (const auto& row : transaction.exec_params(sql, first, last)) entries.push_back(postgres::entry_of(row));
      return entries;
    });
  }

  Session session_;
  OpenMode mode_;
};

}  // namespace

std::unique_ptr<Store> open_postgres(const std::string& url, OpenMode mode) {
  Session session(postgres::address_of(url));
  switch (mode) {
    case OpenMode::read:
      need_newest_layout(session);
      break;
    case OpenMode::write:
      update_layout(session);
      break;
    case OpenMode::create:
      create_layout(session);
      break;
  }
  return std::make_unique<PostgresStore>(std::move(session), mode);
}

}  // namespace parley
