#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/model/model.h"

namespace parley {

/// The packages that a text with brackets leaves possible.
struct CompletionSet {
  std::vector<Package> packages;      ///< those that obey the rules; when `all` is false only the shown one
  bool all = true;                    ///< false: too many to look at one by one
  std::optional<std::string> number;  ///< how many obey the rules, in decimal; nothing when they cannot be counted
  Package shown;                      ///< the one that figures and causes speak of: where the binding principal that is
                                      ///< furthest below (least above) its floor stands best, in the central reading
};

/// Completions of a proposal of a sound case (at least one obeys the rules).
CompletionSet completions_of(const Case& c, const Model& model, int proposal);

}  // namespace parley
