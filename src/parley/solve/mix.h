#pragma once

#include <cstdint>

namespace parley {

/// A number that looks random, the same on every machine: the output step of SplitMix64 (Steele, Lea, Flood 2014,
/// OOPSLA). Of a counter it makes a generator in which draw j needs no draws before it.
constexpr std::uint64_t mix(std::uint64_t x) {
  x += 0x9e37'79b9'7f4a'7c15u;
  x = (x ^ (x >> 30)) * 0xbf58'476d'1ce4'e5b9u;
  x = (x ^ (x >> 27)) * 0x94d0'49bb'1331'11ebu;
  return x ^ (x >> 31);
}

}  // namespace parley
