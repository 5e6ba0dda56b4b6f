#pragma once

#include <type_traits>
#include <utility>

#include "parley/talks/store.h"

namespace parley {

/// A filter by one part alone: only(&EntryFilter::words, "prisoners").
template <class Part>
EntryFilter only(Part EntryFilter::* part, std::type_identity_t<Part> value) {
  EntryFilter filter;
  filter.*part = std::move(value);
  return filter;
}

}  // namespace parley
