#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "parley/solve/diagram.h"

namespace parley {

/// How many, exactly, however many: in decimal digits, "0" and up.
struct Count {
  std::string digits = "0";
  friend bool operator==(const Count&, const Count&) = default;
};

/// part / whole as a number, however large both are; 0 of nothing.
double part_of(const Count& part, const Count& whole);

/// What `part`, a part of `whole`, leaves of it.
Count rest_of(const Count& part, const Count& whole);

/// How many packages obey the rules, exactly.
Count count_packages(const Diagram& diagram);

struct CountOptions {
  std::size_t states = 2'000'000;          ///< distinct partial values kept at once before sampling takes over
  std::size_t steps = 100'000'000;         ///< extensions of partial values looked at before sampling takes over
  std::uint64_t packages = 1'000'000'000;  ///< looked at one by one, where issues are free, before sampling takes over
  std::size_t samples = 200'000;
  std::uint64_t seed = 1;
};

/// How many packages are accepted.
struct AcceptedCount {
  std::optional<Count> exact;
  /// Where `exact` is missing: the share of all packages, with a 95 % Wilson interval from uniform samples.
  double share = 0;
  double low = 0;
  double high = 0;
  std::size_t samples = 0;
};

/// Exact by merging partial packages of equal value and settling demands as soon as they are certain either way; when
/// that outgrows the limits, exact by looking at each package where no rule or combination binds issues together and
/// one mask of demands is all there is (count_explicit.h); else by uniform sampling of packages with a counter-based
/// generator (same seed, same answer).
/// On a stop, sampling ends with as many samples as there are.
AcceptedCount count_accepted(const Diagram& diagram, const Acceptance& acceptance, const CountOptions& options = {},
                             const std::stop_token& stop = {});

/// The same where no diagram holds the tables: from uniform samples of the packages of `rules`, a diagram of the
/// tables' rules alone, each valued by the tables. Never exact, but for an empty diagram.
AcceptedCount sample_by_rules(const Diagram& rules, const Tables& tables, const Acceptance& acceptance,
                              const CountOptions& options = {}, const std::stop_token& stop = {});

}  // namespace parley
