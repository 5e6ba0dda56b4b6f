#pragma once

#include <optional>
#include <vector>

#include "parley/case/lever.h"
#include "parley/format/reader/fields.h"
#include "parley/format/reader/scalars.h"

namespace parley {

/// The position of a third party that {united-states.operation: opposed} names. Nothing, with a problem, when there is
/// no such position.
std::optional<StanceTaken> read_stance_position(Reading& r, const Node& node);

/// One value, or a list of values each of which may hold from a date on or while a third party holds a position. `form`
/// names the form of a block: "dated value", "exit value" (which may be a gamble) or "dated chance".
std::vector<DatedValue> read_dated_values(Reading& r, const Node* node, const NumberKind& kind,
                                          const Provenance& around, std::string_view form = "dated value");

/// The value of one block that is read against its form already, and since when it holds; `from` is its source.
std::optional<DatedValue> read_dated_value(Reading& r, const Fields& fields, const NumberKind& kind,
                                           const Provenance& from, bool may_be_gamble);

/// The least that somebody consents to: a number, or a list of dated values, of which the one without a date and a
/// condition is the reservation value and the others say what becomes of it.
void read_reservations(Reading& r, const Node* node, std::optional<Quantity>& reservation,
                       std::vector<DatedValue>& reservations);

}  // namespace parley
