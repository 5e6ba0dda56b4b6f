#pragma once

#include <type_traits>
#include <vector>

namespace parley {

/// What `make` makes of each item, in their order.
template <typename T, typename Make>
auto mapped(const std::vector<T>& items, Make make) {
  std::vector<std::remove_cvref_t<std::invoke_result_t<Make&, const T&>>> made;
  made.reserve(items.size());
  for (const T& item : items) made.push_back(make(item));
  return made;
}

}  // namespace parley
