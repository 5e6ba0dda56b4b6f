#pragma once

#include <optional>

#include "parley/format/reader/fields.h"
#include "parley/format/reader/scalars.h"

namespace parley {

inline constexpr NumberKind weight_kind{"a weight", Decimal::of(0), Decimal::of(100)};
inline constexpr NumberKind points_kind{"a number of points", Decimal::of(0), Decimal::of(100)};
inline constexpr NumberKind option_value_kind{"the value of an option", Decimal::of(0), Decimal::of(100)};
inline constexpr NumberKind value_kind{"a value", Decimal::of(0), Decimal::of(100)};
inline constexpr NumberKind reservation_kind{"a reservation value", Decimal::of(0), Decimal::of(100)};
inline constexpr NumberKind cost_kind{"a cost", Decimal::of(0), Decimal::of(100)};
inline constexpr NumberKind chance_kind{"a chance", Decimal::of(0), Decimal::of(1)};
inline constexpr NumberKind patience_kind{"patience", Decimal::of(0), Decimal::of(1)};
inline constexpr NumberKind credence_kind{"a credence", Decimal::of(0), Decimal::of(1)};

/// A number as it is known: "30", "20..40", or a block with value (or either, where statements differ), from and note.
/// A block without a source of its own has the one that holds around it; a number on which statements differ, the worst
/// of theirs.
std::optional<Quantity> read_quantity(Reading& r, const Node& node, const NumberKind& kind, const Provenance& around);

/// The same for a block of a larger form that has the keys value, range and either; `from` is the block's own.
std::optional<Quantity> read_stated(Reading& r, const Fields& fields, const NumberKind& kind, const Provenance& from);

/// How much one of several statements counts, if the block says so.
std::optional<Decimal> read_claim_weight(Reading& r, const Fields& fields);

/// A length of time such as "6 weeks" or "1..3 days", or a block of it, in days. A month counts 30 days, a year 365.
std::optional<Quantity> read_time(Reading& r, const Node& node, const Provenance& around);
std::optional<Quantity> read_stated_time(Reading& r, const Fields& fields, const Provenance& from);

/// A length of time that is no range, in days.
std::optional<Decimal> read_one_time(Reading& r, const Node& node);

/// A whole number of days such as "14 days" or "2 weeks".
std::optional<int> read_days(Reading& r, const Node& node);

/// The units of time, as they are written: "hours", "days", "weeks", "months", "years". One of something may be
/// written without the s.
std::optional<std::string> time_unit(std::string_view word);

}  // namespace parley
