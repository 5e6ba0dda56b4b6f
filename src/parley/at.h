#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace parley {

/// The place in a list that a number, or what an enumeration names, stands for: `options[at(option)]`. Options, issues,
/// days and the like are counted in int; what is passed is never negative, as vectors of them say.
template <class Index>
  requires std::integral<Index> || std::is_enum_v<Index>
constexpr std::size_t at(Index index) {
  return static_cast<std::size_t>(index);
}

}  // namespace parley
