#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parley/case/date.h"
#include "parley/talks/sqlite/block.h"

namespace parley::sqlite {

/// The days that the entries of one block may have happened on, as bytes: for each place the first and the last day,
/// four bytes each, lowest first, counted from 1970-01-01. Without a date: all days there are, so that it lies within
/// no stretch.
void set_span(std::string& spans, std::size_t place, std::optional<Date> date);

/// The places whose days lie between two dates, both included, months taken whole. Throws Damaged on bytes that are not
/// spans.
Block within(std::string_view spans, std::optional<Date> since, std::optional<Date> until);

}  // namespace parley::sqlite
