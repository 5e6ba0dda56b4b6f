#include "parley/talks/json_line_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "parley/talks/chain.h"
#include "parley/talks/utc.h"

namespace parley {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 7> known_keys{"number", "entered",  "by",  "audience",
                                                     "event",  "previous", "hash"};

/// Takes any JSON and remembers where it ceases to be one.
struct Verdict : json::json_sax_t {
  std::optional<std::size_t> wrong_at;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool key(string_t&) override { return true; }
  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    wrong_at = position == 0 ? 0 : position - 1;
    return false;
  }
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Goes through an object that is known to be sound JSON.
class Members {
 public:
  explicit Members(std::string_view object) : text_(object) { skip('{'); }

  bool next() {
    skip(',');
    if (at_ >= text_.size() || text_[at_] == '}') return false;
    key_ = take();
    skip(':');
    value_ = take();
    return true;
  }
  std::string_view key() const { return key_; }      ///< as it is written, quotes and all
  std::string_view value() const { return value_; }  ///< as it is written

 private:
  /// Passes white space, and one sign with white space behind it if it is there.
  void skip(char sign) {
    spaces();
    if (at_ < text_.size() && text_[at_] == sign) ++at_;
    spaces();
  }
  void spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  std::string_view take() {
    const std::size_t start = at_;
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        for (++at_; text_[at_] != '"'; ++at_)
          if (text_[at_] == '\\') ++at_;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        if (depth == 0) break;
        --depth;
      } else if (depth == 0 && (c == ',' || c == ':' || is_space(c))) {
        break;
      }
    }
    return text_.substr(start, at_ - start);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view key_;
  std::string_view value_;
};

class LineReader {
 public:
  LineReader(std::string_view line, int number) : line_(line), number_(number) {}

  EntryLine read() {
    if (read_members() && made_.problems.size() < most_problems)
      for (std::size_t i = 0; i < known_keys.size(); ++i)
        if (!seen_[i]) report(0, fmt::format("the key \"{}\" is missing", known_keys[i]), mend_export);
    if (made_.problems.empty()) made_.entry = std::move(entry_);
    return std::move(made_);
  }

 private:
  static constexpr std::size_t most_problems = 10;  ///< of one line
  static constexpr const char* mend_export = "export the record again, or take a copy of the file that was not changed";

  void report(std::size_t offset, std::string message, std::string mend) {
    made_.problems.push_back({{number_, column_at(line_, offset)}, std::move(message), std::move(mend)});
  }
  void report(std::string_view part, std::string message, std::string mend) {
    report(static_cast<std::size_t>(part.data() - line_.data()), std::move(message), std::move(mend));
  }

  bool read_members() {
    Verdict verdict;
    if (!json::sax_parse(line_.begin(), line_.end(), &verdict)) {
      report(std::min(verdict.wrong_at.value_or(0), line_.size()), "from here on this line is not JSON", mend_export);
      return false;
    }
    const auto* const start = std::ranges::find_if_not(line_, is_space);
    if (start == line_.end() || *start != '{') {
      report(0, "an entry is expected here, as {\"number\":1,...}", mend_export);
      return false;
    }
    for (Members members(line_); members.next() && made_.problems.size() < most_problems;)
      read_member(members.key(), members.value());
    return true;
  }

  void read_member(std::string_view key, std::string_view value) {
    const std::string name = json::parse(key).get<std::string>();
    const auto* const known = std::ranges::find(known_keys, name);
    if (known == known_keys.end())
      return report(key, "an entry has no such key; there are number, entered, by, audience, event, previous and hash",
                    "remove it");
    const auto index = static_cast<std::size_t>(known - known_keys.begin());
    if (seen_[index]) return report(key, fmt::format("the key \"{}\" stands here a second time", name), "remove one");
    seen_[index] = true;
    switch (index) {
      case 0:
        return read_number(value);
      case 1:
        return read_entered(value);
      case 2:
        return read_by(value);
      case 3:
        return read_audience(value);
      case 4:
        return read_event(value);
      case 5:
        return read_hash(value, entry_.previous);
      default:
        return read_hash(value, entry_.hash);
    }
  }

  void read_number(std::string_view value) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), entry_.number);
    if (error != std::errc() || end != value.data() + value.size() || entry_.number < 1)
      report(value, "the number of an entry is a whole number from 1 on", mend_export);
  }

  std::optional<std::string> text_of(std::string_view value) {
    if (!value.starts_with('"')) return std::nullopt;
    return json::parse(value).get<std::string>();
  }

  void read_entered(std::string_view value) {
    const auto text = text_of(value);
    const auto time = text ? parse_utc(*text) : std::nullopt;
    if (time)
      entry_.entered = *time;
    else
      report(value, "the time of entry is written \"2024-03-24T12:00:00Z\"", mend_export);
  }

  void read_by(std::string_view value) {
    if (auto text = text_of(value))
      entry_.by = std::move(*text);
    else
      report(value, "who entered it is a text in quotes", mend_export);
  }

  void read_audience(std::string_view value) {
    const char* wrong = "the audience is a list of texts, as [\"team\"]";
    if (!value.starts_with('[')) return report(value, wrong, mend_export);
    // Looked at first because a hostile list in lists would take a hundred times its size as a tree.
    if (!is_flat(value)) return report(value, wrong, mend_export);
    for (const json& name : json::parse(value)) {
      if (!name.is_string()) return report(value, wrong, mend_export);
      entry_.audience.push_back(name.get<std::string>());
    }
  }

  /// Whether a sound list of JSON has no list or object in it; their signs may stand within texts.
  static bool is_flat(std::string_view list) {
    bool quoted = false;
    for (std::size_t i = 1; i < list.size(); ++i) {
      if (quoted && list[i] == '\\')
        ++i;
      else if (list[i] == '"')
        quoted = !quoted;
      else if (!quoted && (list[i] == '[' || list[i] == '{'))
        return false;
    }
    return true;
  }

  void read_event(std::string_view value) {
    if (!value.starts_with('{'))
      return report(value, "the event is an object, as {\"kind\":\"meeting\",...}", mend_export);
    entry_.event = value;
    made_.event_at = static_cast<std::size_t>(value.data() - line_.data());
  }

  void read_hash(std::string_view value, Hash& hash) {
    const auto text = text_of(value);
    const auto found = text ? hash_from_hex(*text) : std::nullopt;
    if (found)
      hash = *found;
    else
      report(value, "a hash is written with 64 digits of 0 to 9 and a to f, in quotes", mend_export);
  }

  std::string_view line_;
  int number_;
  std::array<bool, known_keys.size()> seen_{};
  Entry entry_;
  EntryLine made_;
};

}  // namespace

EntryLine read_json_line(std::string_view line, int number) { return LineReader(line, number).read(); }

int column_at(std::string_view line, std::size_t offset) {
  const auto starts_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<int>(std::ranges::count_if(line.substr(0, offset), starts_character)) + 1;
}

}  // namespace parley
