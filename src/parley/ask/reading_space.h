#pragma once

#include <optional>
#include <vector>

#include "parley/model/model.h"
#include "parley/model/reading/readings.h"
#include "parley/solve/joint/reading_table.h"

namespace parley {

/// A case and its readings as search sees them, listed by ids instead of in the order of the file, so that what is
/// found does not hang on that order even where a search ends early.
class ReadingSpace {
 public:
  /// Views are the principals who count in some reading; two that see and need the same are one. Nothing when they, or
  /// the ways in which they could be enough, are more than can be searched.
  static std::optional<ReadingSpace> of(const Case& c, const Model& model, const Readings& readings);

  const ReadingTable& table() const { return table_; }
  /// A package of the case as the table numbers it, and back.
  Package to_table(const Package& package) const;
  Package from_table(const Package& package) const;

 private:
  ReadingTable table_;
  std::vector<std::size_t> issues_;  ///< for each issue of the table, that of the case
  std::vector<std::vector<std::size_t>>
      levels_;  ///< for each issue of the case and level of the table, that of the case
};

}  // namespace parley
