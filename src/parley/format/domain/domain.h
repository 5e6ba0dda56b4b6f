#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/case/issue.h"
#include "parley/case/problem.h"
#include "parley/case/utilities.h"

namespace parley {

/// What another tool's domain file says: the issues that its profiles speak of.
struct Domain {
  std::string name;
  std::vector<Issue> issues;          ///< ids made by issue_id, names and options as the file has them
  std::vector<std::int64_t> numbers;  ///< for each issue: the number that Genius's profiles know it by; else empty
};

/// What came of reading a file of another tool: a value, or everything that is wrong with the file.
template <class T>
struct Imported {
  std::optional<T> value;  ///< set exactly when there are no problems
  Problems problems;       ///< in the order of the file
  /// What the file says and Parley leaves out or reads otherwise than it stands there, a sentence each without a full
  /// stop: "the real issue Share is cut into 21 steps".
  std::vector<std::string> notes;
};

/// Limits that keep any bytes within bounded time and memory; the same as those of a case file.
struct DomainLimits {
  static constexpr std::size_t bytes = std::size_t{4} << 20U;
  static constexpr std::size_t issues = 200;
  static constexpr std::size_t levels = 2000;  ///< of one issue
  static constexpr std::size_t levels_in_all = 20'000;
  static constexpr std::size_t combinations = 10'000;
};

/// An id of a case file ("crossings-per-day") made of a name ("Crossings per day"), different from all in `taken`.
std::string id_from(std::string_view name, const std::vector<std::string>& taken);

/// Whole numbers of issues stay below this, so that they fit and can be added up.
inline constexpr std::int64_t largest_whole = 1'000'000'000'000;

/// A number as files write it ("0.25", "-1e-3", ".5"), in whole 10^-9, rounded to the nearest, halves away from zero;
/// nothing when it is no number, infinite, or larger than largest_utility.
std::optional<std::int64_t> parse_billionths(std::string_view text);

/// The same from arithmetic that a format asks for (a weight times an evaluation): nothing when out of range.
std::optional<std::int64_t> to_billionths(long double value);

/// A file to write: its name within the folder of the domain, and its bytes.
struct DomainFile {
  std::string name;
  std::string text;
};

/// A case as the files of another tool, and what those cannot hold, a sentence each without a full stop.
struct Exported {
  std::vector<DomainFile> files;
  std::vector<std::string> lost;
};

}  // namespace parley
