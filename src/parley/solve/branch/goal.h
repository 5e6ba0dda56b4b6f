#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "parley/model/utility.h"

namespace parley::branch {

/// What a tree is searched for. What is still worth finding lies, in the leading columns, in one of some convex sets
/// that are closed upward: "corners", since nearly all of them are orthants. A node is done with when bounds keep it
/// out of every corner.
class Goal {
 public:
  Goal() = default;
  Goal(const Goal&) = delete;
  Goal& operator=(const Goal&) = delete;
  virtual ~Goal() = default;

  virtual std::size_t corners() const = 0;
  /// The point of a corner that has the least weighted sum; `weight` and `at` have an entry for each leading column.
  /// Demands on leading columns are the goal's to see to.
  virtual void nearest(std::size_t corner, const double* weight, double* at) const = 0;
  /// In this corner only packages with a smaller tie key are worth finding.
  virtual std::uint64_t key(std::size_t /*corner*/) const { return std::numeric_limits<std::uint64_t>::max(); }
  /// A package that obeys the rules and meets the demands.
  virtual void offer(const std::vector<Utility>& columns, std::uint64_t key, const std::vector<int>& package) = 0;
  /// Nothing more needs to be found: any package would do.
  virtual bool done() const { return false; }
};

}  // namespace parley::branch
