#include "parley/format/points_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <numeric>
#include <optional>
#include <ranges>

#include "parley/format/billionths.h"
#include "parley/format/nearest.h"
#include "parley/format/reader/problem_list.h"
#include "parley/format/text.h"

namespace parley {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

char separator_in(std::string_view line) {
  for (const char c : {',', ';', '\t'})
    if (line.find(c) != std::string_view::npos) return c;
  return ' ';
}

struct Taken {
  std::string_view field;
  std::optional<std::string_view> rest;  ///< no value once the last field has been taken
};

Taken take_field(std::string_view line, char separator) {
  while (!line.empty() && is_blank(line.front()) && line.front() != separator) line.remove_prefix(1);
  std::size_t end = 0;
  if (line.starts_with('"')) {
    // A quote inside is written twice: the field ends where quotes have closed and a separator follows.
    bool inside = true;
    for (end = 1; end < line.size() && (inside || line[end] != separator); ++end)
      if (line[end] == '"') inside = !inside;
  } else {
    end = std::min(line.find(separator), line.size());
  }
  const auto field = without_blanks(line.substr(0, end));
  if (end == line.size()) return {field, std::nullopt};
  line.remove_prefix(end + 1);
  if (separator != ' ') return {field, line};
  line = without_blanks(line);
  if (line.empty()) return {field, std::nullopt};
  return {field, line};
}

std::string_view unquoted(std::string_view field) {
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
    return without_blanks(field.substr(1, field.size() - 2));
  return field;
}

class Reader {
 public:
  Reader(std::string_view text, const PointsColumns& columns) : text_(text), columns_(columns) {}

  PointsFile read() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    std::string_view line;
    if (const auto bad = find_bad_byte(text_))
      report(bad->offset, bad->message, bad->mend);
    else if (next_line(line) && begin(line))
      while (next_line(line)) read_point(line);
    if (problems_.empty() && table_.points() == 0)
      report(0, "there are no points here", "write one a line, its numbers between commas");
    if (problems_.empty()) return {std::move(table_), {}};
    return {std::nullopt, problems_.take()};
  }

 private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  void report(std::size_t offset, std::string message, std::string mend) {
    if (!places_) places_.emplace(text_);
    problems_.add({places_->at(offset), std::move(message), std::move(mend)});
  }

  std::size_t offset_of(std::string_view part) const { return static_cast<std::size_t>(part.data() - text_.data()); }

  /// The next line that is not left out.
  bool next_line(std::string_view& line) {
    while (at_ < text_.size()) {
      line = line_at(text_, at_);
      at_ += line.size() + 1;
      const auto content = without_blanks(line);
      if (content.empty() || content.starts_with('#')) continue;
      if (separator_ == 0) separator_ = separator_in(content);
      if (separator_ == ' ') line = content;
      return true;
    }
    return false;
  }

  /// The first line: what the columns are. False when there is no sense in reading on.
  bool begin(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::optional left = line; left;) {
      const auto [field, rest] = take_field(*left, separator_);
      fields.push_back(field);
      left = rest;
    }
    const bool named = std::ranges::none_of(fields, [](std::string_view field) {
      return read_exactly(unquoted(field)).kind != Billionths::Kind::no_number;
    });
    for (std::size_t c = 0; c < fields.size(); ++c)
      all_names_.push_back(named ? std::string(unquoted(fields[c])) : std::to_string(c + 1));
    slots_.assign(fields.size(), nowhere);
    choose(offset_of(line));
    if (!problems_.empty()) return false;
    if (named)
      table_.names_at = offset_of(line);
    else
      read_point(line);
    return true;
  }

  void choose(std::size_t offset) {
    if (columns_.wanted.empty()) {
      std::iota(slots_.begin(), slots_.end(), std::size_t{0});
      table_.names = all_names_;
    }
    for (const auto& name : columns_.wanted) {
      const auto column = find(name, offset);
      if (column == nowhere) continue;
      if (slots_[column] != nowhere) {
        report(offset, fmt::format("column {} is chosen twice", in_quotes(name)), "choose it once");
        continue;
      }
      slots_[column] = table_.names.size();
      table_.names.push_back(all_names_[column]);
    }
    negated_.assign(table_.names.size(), false);
    for (const auto& name : columns_.minimised) {
      const auto column = find(name, offset);
      if (column == nowhere) continue;
      if (slots_[column] == nowhere)
        report(offset, fmt::format("column {} is to be minimised but is none of those compared", in_quotes(name)),
               "choose it as well");
      else
        negated_[slots_[column]] = true;
    }
  }

  std::size_t find(const std::string& name, std::size_t offset) {
    const auto found = std::ranges::find(all_names_, name);
    if (found != all_names_.end()) return static_cast<std::size_t>(found - all_names_.begin());
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size() && number >= 1 && number <= all_names_.size())
      return number - 1;
    // Names that nobody could mean by a slip of the hand need no measuring.
    constexpr std::size_t readable = 60;
    std::vector<std::string> names;
    std::ranges::copy_if(all_names_ | std::views::take(1000), std::back_inserter(names),
                         [](const std::string& known) { return known.size() <= readable; });
    const auto meant = name.size() <= readable ? nearest_word(name, names) : std::nullopt;
    report(
        offset, fmt::format("there is no column {} here", in_quotes(name)),
        meant ? fmt::format("did you mean {}?", in_quotes(*meant)) : fmt::format("the columns are {}", listed(names)));
    return nowhere;
  }

  void read_point(std::string_view line) {
    table_.points_at.push_back(offset_of(line));
    const auto first = table_.numbers.size();
    table_.numbers.resize(first + table_.names.size());
    std::size_t column = 0;
    for (std::optional left = line; left; ++column) {
      const auto [field, rest] = take_field(*left, separator_);
      left = rest;
      if (column >= slots_.size() || slots_[column] == nowhere) continue;
      const auto slot = slots_[column];
      const auto number = read_exactly(unquoted(field));
      if (number.kind != Billionths::Kind::exact) refuse(field, column, number.kind);
      table_.numbers[first + slot] = negated_[slot] ? -number.value : number.value;
    }
    if (column != slots_.size()) refuse_width(line, column);
  }

  bool too_many_already(std::size_t offset) {
    if (!places_) places_.emplace(text_);
    if (!problems_.too_late(places_->at(offset))) return false;
    problems_.count();
    return true;
  }

  void refuse(std::string_view field, std::size_t column, Billionths::Kind kind) {
    const auto offset = offset_of(field);
    if (too_many_already(offset)) return;
    const auto what = table_.names_at ? fmt::format("column {}", in_quotes(all_names_[column]))
                                      : fmt::format("column {}", column + 1);
    switch (kind) {
      case Billionths::Kind::too_fine:
        return report(offset, fmt::format("{} has more than nine digits after the point: {}", what, in_quotes(field)),
                      "round it to nine digits after the point, or measure in a smaller unit");
      case Billionths::Kind::too_large:
        return report(offset, fmt::format("{} is too large: {}; numbers stay below 9200000000", what, in_quotes(field)),
                      "measure in a larger unit");
      default:
        return report(
            offset,
            fmt::format("{} needs a number, here stands {}", what, field.empty() ? "nothing" : in_quotes(field)),
            "write a number as 12, -0.5 or 1.25e-3, or compare other columns");
    }
  }

  void refuse_width(std::string_view line, std::size_t columns) {
    const auto offset = offset_of(line);
    if (too_many_already(offset)) return;
    report(offset,
           fmt::format("this line has {} column{}, the first has {}", columns, columns == 1 ? "" : "s", slots_.size()),
           "give every line as many");
  }

  std::string_view text_;
  const PointsColumns& columns_;
  std::size_t at_ = 0;
  char separator_ = 0;
  std::vector<std::string> all_names_;
  std::vector<std::size_t> slots_;  ///< for each column of the file: which objective it is
  std::vector<bool> negated_;       ///< for each objective
  PointsTable table_;
  ProblemList problems_;
  std::optional<PlaceFinder> places_;
};

}  // namespace

PointsFile read_points(std::string_view text, const PointsColumns& columns) { return Reader(text, columns).read(); }

std::string_view line_at(std::string_view text, std::size_t offset) {
  const auto rest = text.substr(offset);
  return rest.substr(0, rest.find_first_of("\r\n"));
}

}  // namespace parley
