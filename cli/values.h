#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "parley/case/date.h"

namespace parley::cli {

/// What CLI11 is to check of an option: a whole number between two others, ends included, in digits alone.
std::function<std::string(const std::string&)> whole_number(std::uint64_t least, std::uint64_t most);

/// As many random starts as there are numbers of 18 digits.
inline constexpr std::uint64_t most_seed = 999'999'999'999'999'999;
/// More readings than these would only take longer.
inline constexpr std::uint64_t most_readings = 1'000'000;

/// Adds an option whose value is a date: a day, a month, or early, mid or late in one.
void add_date(CLI::App& command, const std::string& name, std::optional<Date>& date, const std::string& description);

}  // namespace parley::cli
