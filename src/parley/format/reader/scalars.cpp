#include "parley/format/reader/scalars.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "parley/format/domain/domain.h"
#include "parley/format/text.h"

namespace parley {
namespace {

bool is_scalar(Reading& r, const Node& node, std::string_view what) {
  if (node.kind == Node::Kind::scalar && !node.missing()) return true;
  r.report(node.place, fmt::format("{} is expected here, and {} stands here", what, shown(node)));
  return false;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool all_digits_but(std::string_view text, std::string_view others) {
  return std::ranges::all_of(
      text, [&](char c) { return (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos; });
}

/// Why a text is not a number, for those mistakes that people make.
std::string mend_for_number(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (contains(lower, "nan") || contains(lower, "inf"))
    return "only finite numbers have a meaning here, write a number such as 30 or a range such as 20..40";
  if (contains(text, "%")) return "write the number without %";
  if (all_digits_but(text, ",") && contains(text, ",")) return "write the decimals after a point, and no separators";
  if (all_digits_but(lower, "e.+-") && contains(lower, "e")) return "write the number out, without an exponent";
  if (all_digits_but(text, "-") && !text.starts_with('-') && contains(text, "-"))
    return fmt::format("write a range with two points, {}..{}", text.substr(0, text.find('-')),
                       text.substr(text.find('-') + 1));
  if (all_digits_but(text, "-+") && text.size() > 12) return "numbers stay below 1000000000000";
  if (all_digits_but(text, ".-+") && text.size() - std::min(text.find('.'), text.size()) > 7)
    return "at most six digits can stand after the point";
  return "write a number such as 30, or a range such as 20..40";
}

std::optional<Decimal> parse_end(Reading& r, std::string_view text, Place place, const NumberKind& kind,
                                 std::string_view role) {
  const auto number = parse_decimal(text);
  if (!number)
    r.report(place,
             text.empty() ? fmt::format("{} of {} is missing", role, kind.what)
                          : fmt::format("{} of {} is not a number: {}", role, kind.what, in_quotes(text)),
             text.empty() ? "write a range such as 20..40" : mend_for_number(text));
  return number;
}

}  // namespace

std::optional<std::string> read_line(Reading& r, const Node& node, std::string_view what) {
  if (!is_scalar(r, node, what)) return std::nullopt;
  std::string line = one_line(node.text);
  if (!line.empty()) return line;
  r.report(node.place, fmt::format("{} is expected here, and this text is empty", what));
  return std::nullopt;
}

std::string read_text(Reading& r, const Node& node, std::string_view what) {
  return is_scalar(r, node, what) ? std::string(trimmed(node.text)) : std::string();
}

std::optional<Date> read_date(Reading& r, const Node& node) {
  if (!is_scalar(r, node, "a date")) return std::nullopt;
  const auto date = parse_date(node.text);
  if (!date)
    r.report_aside(node.place, fmt::format("{} is not a date", in_quotes(node.text)),
                   "write a day as 2024-03-24, a month as 2024-03, or a part of one as early, mid or late 2024-03");
  return date;
}

bool read_yes_or_no(Reading& r, const Node& node) {
  if (node.text == "true" || node.text == "yes") return true;
  if (node.text != "false" && node.text != "no")
    r.report_aside(node.place, fmt::format("true or false is expected here, and {} stands here", shown(node)));
  return false;
}

std::optional<std::int64_t> parse_whole(std::string_view text) {
  std::int64_t number = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (number > largest_whole || number < -largest_whole) return std::nullopt;
  return number;
}

std::optional<std::int64_t> read_whole(Reading& r, const Node& node, std::string_view what, std::int64_t least,
                                       std::int64_t most) {
  if (!is_scalar(r, node, what)) return std::nullopt;
  const auto number = parse_whole(trimmed(node.text));
  if (number && *number >= least && *number <= most) return number;
  r.report(node.place,
           fmt::format("{} is a whole number from {} to {}, here stands {}", what, least, most, in_quotes(node.text)));
  return std::nullopt;
}

std::optional<NumberRange> parse_range(Reading& r, std::string_view text, Place place, const NumberKind& kind) {
  text = trimmed(text);
  const auto dots = text.find("..");
  NumberRange range;
  if (dots == std::string_view::npos) {
    const auto number = parse_decimal(text);
    if (!number) {
      r.report(place, fmt::format("{} is a number, here stands {}", kind.what, in_quotes(text)), mend_for_number(text));
      return std::nullopt;
    }
    range = {*number, *number};
  } else {
    const auto low = parse_end(r, trimmed(text.substr(0, dots)), place, kind, "the lower end");
    const auto high = parse_end(r, trimmed(text.substr(dots + 2)), place, kind, "the upper end");
    if (!low || !high) return std::nullopt;
    range = {*low, *high};
  }
  if (range.low > range.high) {
    r.report(place, fmt::format("this range is upside down: {}", in_quotes(text)),
             fmt::format("write {}..{}", to_text(range.high), to_text(range.low)));
    return std::nullopt;
  }
  if (range.low < kind.least || range.high > kind.most) {
    r.report(place, fmt::format("{} lies between {} and {}, here stands {}", kind.what, to_text(kind.least),
                                to_text(kind.most), in_quotes(text)));
    return std::nullopt;
  }
  return range;
}

std::optional<NumberRange> read_range(Reading& r, const Node& node, const NumberKind& kind) {
  if (!is_scalar(r, node, kind.what)) return std::nullopt;
  return parse_range(r, node.text, node.place, kind);
}

std::optional<Decimal> read_number(Reading& r, const Node& node, const NumberKind& kind) {
  const auto range = read_range(r, node, kind);
  if (!range) return std::nullopt;
  if (range->low == range->high) return range->low;
  r.report(node.place, fmt::format("{} is one number, here stands a range", kind.what));
  return std::nullopt;
}

}  // namespace parley
