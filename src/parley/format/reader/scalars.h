#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "parley/case/date.h"
#include "parley/case/decimal.h"
#include "parley/format/reader/reading.h"

namespace parley {

/// Each reads one plain value and returns nothing, with a problem, when something else stands there. `what` names the
/// value with its article in messages: "a weight".

/// Text on one line: white space is one space, and there is some.
std::optional<std::string> read_line(Reading& r, const Node& node, std::string_view what);

/// Text that may have several lines.
std::string read_text(Reading& r, const Node& node, std::string_view what);

std::optional<Date> read_date(Reading& r, const Node& node);
bool read_yes_or_no(Reading& r, const Node& node);

/// A whole number between bounds, ends included.
std::optional<std::int64_t> read_whole(Reading& r, const Node& node, std::string_view what, std::int64_t least,
                                       std::int64_t most);

/// A number between bounds, and how messages call it.
struct NumberKind {
  std::string_view what;
  Decimal least;
  Decimal most;
};

/// One number, or a range "20..40".
struct NumberRange {
  Decimal low;
  Decimal high;
};
std::optional<NumberRange> read_range(Reading& r, const Node& node, const NumberKind& kind);

/// One number, not a range.
std::optional<Decimal> read_number(Reading& r, const Node& node, const NumberKind& kind);

/// The same for a part of a node's text.
std::optional<NumberRange> parse_range(Reading& r, std::string_view text, Place place, const NumberKind& kind);

/// Whole numbers of a text, for issues: "700". Nothing, without a problem, on anything else.
std::optional<std::int64_t> parse_whole(std::string_view text);

}  // namespace parley
