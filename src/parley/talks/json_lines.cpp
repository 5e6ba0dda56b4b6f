#include "parley/talks/json_lines.h"

#include <fmt/core.h>

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "parley/talks/chain.h"
#include "parley/talks/json_line_reader.h"
#include "parley/talks/lines.h"
#include "parley/talks/sound.h"
#include "parley/talks/utc.h"

namespace parley {
namespace {

using nlohmann::json;

constexpr std::size_t most_problems = 100;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::optional<Entry> entry_at(Store& store, std::int64_t number) {
  if (number < 1) return std::nullopt;
  const auto page = store.list({}, number - 1, 1);
  if (page.entries.empty() || page.entries.front().number != number) return std::nullopt;
  return page.entries.front();
}

/// Reads a file entry by entry, and finds what is wrong with it.
class Reader {
 public:
  Reader(std::istream& in, const KeysOf& keys_of) : in_(in), lines_(in, JsonLinesLimits::line), keys_of_(keys_of) {}

  /// Calls `take` with each sound entry and its keys; `first` is called before with the first one, to say what it has
  /// to go on from.
  template <class First, class Take>
  void read(First first, Take take) {
    while (lines_.next()) {
      if (++line_ > JsonLinesLimits::lines) {
        report(1, fmt::format("the file has more than {} lines", JsonLinesLimits::lines), "divide it");
        return;
      }
      if (is_blank(lines_.text()) && !lines_.too_long()) continue;
      ++made_.entries;
      EntryLine line = lines_.too_long() ? too_long() : read_json_line(lines_.text(), number());
      for (Problem& problem : line.problems) add(std::move(problem));
      if (!line.entry) {
        // What follows a line that cannot be read is judged by itself.
        check_.reset();
        continue;
      }
      const Entry& entry = *line.entry;
      if (!began_) check_ = first(entry);
      began_ = true;
      const EntryKeys keys = judge(entry, line.event_at);
      made_.head = {entry.number, entry.hash};
      take(entry, keys);
    }
    if (in_.bad()) report(1, "the file cannot be read beyond this line", "see to the disk or the network it lies on");
  }

  void report(int column, std::string message, std::string mend) {
    add({{number(), column}, std::move(message), std::move(mend)});
  }
  const Head& head() const { return made_.head; }
  void add(Problem problem) {
    if (made_.problems.size() < most_problems)
      made_.problems.push_back(std::move(problem));
    else
      ++more_;
  }
  bool sound() const { return made_.problems.empty(); }

  JsonLinesImport finish() {
    if (more_ > 0)
      made_.problems.push_back({{}, fmt::format("there are {} more problems", more_), "mend the ones above first"});
    return std::move(made_);
  }

 private:
  int number() const { return static_cast<int>(line_); }

  EntryLine too_long() {
    EntryLine line;
    line.problems.push_back({{number(), 1},
                             fmt::format("this line is longer than {} bytes", JsonLinesLimits::line),
                             "no entry is as long; take a copy of the file that was not changed"});
    return line;
  }

  EntryKeys judge(const Entry& entry, std::size_t event_at) {
    if (!check_) check_ = entry.number == 1 ? ChainCheck() : ChainCheck(before(entry));
    for (const Break& found : check_->next(entry)) {
      std::string words = found.words;
      if (words.ends_with('.')) words.pop_back();
      report(1, std::move(words), "take a copy of the file that was not changed");
    }
    Problems wrong;
    EntryKeys keys = keys_of_(entry.event, wrong);
    const int column = column_at(lines_.text(), event_at);
    for (Problem& problem : wrong) {
      problem.place = {number(), column + std::max(problem.place.column, 1) - 1};
      add(std::move(problem));
    }
    if (const auto fault = fault_of(entry, keys)) report(column, *fault, "");
    return keys;
  }

  /// What an entry says that it goes on from.
  static Entry before(const Entry& entry) {
    Entry last;
    last.number = entry.number - 1;
    last.hash = entry.previous;
    last.entered = entry.entered;
    return last;
  }

  std::istream& in_;
  Lines lines_;
  const KeysOf& keys_of_;
  std::int64_t line_ = 0;
  bool began_ = false;
  std::optional<ChainCheck> check_;
  JsonLinesImport made_;
  std::size_t more_ = 0;
};

/// Adds entries to a record, a few thousand or a few megabytes at a time.
class Batch {
 public:
  explicit Batch(Store& store) : store_(store) {}

  void add(const Entry& entry, const EntryKeys& keys) {
    entries_.push_back(entry);
    keys_.push_back(keys);
    bytes_ += entry.event.size() + keys.words.size();
    if (entries_.size() >= 4096 || bytes_ >= std::size_t{4} << 20U) flush();
  }

  void flush() {
    if (entries_.empty()) return;
    store_.restore(entries_, keys_);
    added_ += static_cast<std::int64_t>(entries_.size());
    entries_.clear();
    keys_.clear();
    bytes_ = 0;
  }

  std::int64_t added() const { return added_; }

 private:
  Store& store_;
  std::vector<Entry> entries_;
  std::vector<EntryKeys> keys_;
  std::size_t bytes_ = 0;
  std::int64_t added_ = 0;
};

/// Judges a file beside the record that it is to be added to.
class Import {
 public:
  Import(Store& store, const KeysOf& keys_of) : store_(store), keys_of_(keys_of), head_(store.head()) {}

  JsonLinesImport check(std::istream& in) {
    Reader reader(in, keys_of_);
    std::int64_t last = 0;
    reader.read([&](const Entry& first) { return go_on(reader, first); },
                [&](const Entry& entry, const EntryKeys&) {
                  last = entry.number;
                  if (entry.number == head_.number && entry.hash != head_.hash) report_other(reader, last);
                });
    if (reader.sound() && last > 0 && last < head_.number) compare_end(reader, last);
    return reader.finish();
  }

  JsonLinesImport add(std::istream& in) {
    Reader reader(in, keys_of_);
    Batch batch(store_);
    reader.read([&](const Entry& first) { return go_on(reader, first); },
                [&](const Entry& entry, const EntryKeys& keys) {
                  if (entry.number > head_.number && reader.sound()) batch.add(entry, keys);
                });
    if (reader.sound()) batch.flush();
    JsonLinesImport made = reader.finish();
    made.added = batch.added();
    return made;
  }

 private:
  /// The record's own entry before the first one of the file.
  std::optional<ChainCheck> go_on(Reader& reader, const Entry& first) {
    if (first.number > head_.number + 1) {
      reader.report(
          1,
          fmt::format("the file begins with entry {}, but the record ends with entry {}", first.number, head_.number),
          "import what lies between first");
      return std::nullopt;
    }
    if (first.number <= 1) return ChainCheck();
    const auto before = entry_at(store_, first.number - 1);
    if (before) return ChainCheck(*before);
    reader.report(1, fmt::format("the record has no entry {} for the file to go on from", first.number - 1),
                  "verify the record; its own copy may be better");
    return std::nullopt;
  }

  /// A file that ends before the record does has nothing to add, if it is the record's.
  void compare_end(Reader& reader, std::int64_t last) {
    const auto ours = entry_at(store_, last);
    if (!ours || ours->hash != reader.head().hash) report_other(reader, last);
  }

  static void report_other(Reader& reader, std::int64_t number) {
    reader.report(1, fmt::format("entry {} of the file is not entry {} of the record", number, number),
                  "these are different records: import the file into one of its own");
  }

  Store& store_;
  const KeysOf& keys_of_;
  Head head_;
};

std::optional<Problem> unreadable(std::istream& in, bool twice) {
  if (!in.good()) return Problem{{}, "the file cannot be read", "see that it is there and that you may read it"};
  if (twice && in.tellg() == std::istream::pos_type(-1))
    return Problem{{}, "this cannot be read twice", "save it as a file first, and import that"};
  return std::nullopt;
}

std::string quoted_json(const Entry& entry, const std::string& text) {
  try {
    return json(text).dump();
  } catch (const json::exception&) {
    throw StoreError(
        fmt::format("entry {} cannot be written as JSON: a name in it is not UTF-8; verify the record", entry.number));
  }
}

bool fits_in_line(const std::string& event) {
  return event.starts_with('{') && event.ends_with('}') && event.find_first_of("\r\n") == std::string::npos &&
         json::accept(event);
}

}  // namespace

std::string json_line(const Entry& entry) {
  const auto entered = to_utc(entry.entered);
  if (!entered)
    throw StoreError(
        fmt::format("entry {} cannot be written as JSON: it was entered before the year 1 or after 9999; "
                    "verify the record",
                    entry.number));
  if (!fits_in_line(entry.event))
    throw StoreError(fmt::format(
        "entry {} cannot be written as JSON: its event is not an object in one line; verify the record", entry.number));
  std::string line = fmt::format(R"({{"number":{},"entered":"{}","by":{},"audience":[)", entry.number, *entered,
                                 quoted_json(entry, entry.by));
  for (std::size_t i = 0; i < entry.audience.size(); ++i) {
    if (i > 0) line += ',';
    line += quoted_json(entry, entry.audience[i]);
  }
  line += R"(],"event":)";
  line += entry.event;
  line += fmt::format(R"(,"previous":"{}","hash":"{}"}})", to_hex(entry.previous), to_hex(entry.hash));
  line += '\n';
  return line;
}

Head export_json_lines(Store& store, std::ostream& out) {
  Head head;
  store.each(1, [&](const Entry& entry) {
    const std::string line = json_line(entry);
    out.write(line.data(), static_cast<std::streamsize>(line.size()));
    head = {entry.number, entry.hash};
    return out.good();
  });
  out.flush();
  return head;
}

JsonLinesImport check_json_lines(std::istream& in, const KeysOf& keys_of) {
  Reader reader(in, keys_of);
  if (auto problem = unreadable(in, false))
    reader.add(std::move(*problem));
  else
    reader.read([](const Entry&) { return std::nullopt; }, [](const Entry&, const EntryKeys&) {});
  return reader.finish();
}

JsonLinesImport import_json_lines(std::istream& in, Store& store, const KeysOf& keys_of) {
  if (auto problem = unreadable(in, true)) return {.entries = 0, .added = 0, .head = {}, .problems = {*problem}};
  const auto start = in.tellg();
  Import import(store, keys_of);
  JsonLinesImport checked = import.check(in);
  if (!checked.problems.empty()) return checked;
  in.clear();
  in.seekg(start);
  return import.add(in);
}

}  // namespace parley
