#pragma once

#include "parley/solve/dense/steps.h"
#include "parley/solve/sweep.h"

namespace parley {

/// Coarse scales of two or three columns: the rest of a sweep in dense tables, when that is cheaper than lists. The
/// packages found are the same, ties included.
class DenseRest {
 public:
  DenseRest(const Sweep& problem, bool plain);

  /// Finishes a sweep that stands before a layer; false when lists are to go on.
  bool finish(Swept& swept, std::size_t layer) const;

 private:
  bool pays(const Swept& swept, std::size_t layer) const;

  const Sweep& problem_;
  std::optional<Steps> steps_;
};

}  // namespace parley
