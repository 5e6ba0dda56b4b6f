#pragma once

#include "parley/ask/exchange.h"

namespace parley {

/// How often a plan is safe: the readings of an exchange as tables, phase by phase.
class ExchangeReadings {
 public:
  ExchangeReadings(const Case& c, const std::optional<Package>& package, const ExchangeOptions& options);

  std::size_t count() const { return readings_.size(); }

  /// In how many readings nobody is ever tempted beyond its guarantee while the plan is carried out; where fewer people
  /// or things than planned are there, all of them are handed over and no more.
  ReadingShare safe(std::size_t phase, const ExchangePlan& plan) const;

  /// In how many readings some schedule is safe; nothing where there are too many states to ask each reading.
  std::optional<ReadingShare> some_safe(std::size_t phase, bool together, std::optional<int> meetings) const;

  /// The plan that is safe in most readings, among the given one and those that are safest in single readings.
  ExchangePlan most_often(std::size_t phase, const PhaseExchange& central, const ExchangePlan& plan, bool together,
                          std::optional<int> meetings, int every) const;

 private:
  struct Reading {
    std::vector<PhaseExchange> phases;
    std::vector<Utility> guarantees;
  };
  bool is_safe(const Reading& reading, std::size_t phase, const ExchangePlan& plan) const;
  ReadingShare share(std::size_t in) const;

  std::vector<Reading> readings_;
};

}  // namespace parley
