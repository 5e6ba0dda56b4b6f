#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "parley/solve/count.h"

namespace parley {

/// Whole numbers of any size, for computing with counts. Boost's header takes as long to read as ten others, so that it
/// stays within the few files that compute: what is passed on is a Count.
using Whole = boost::multiprecision::cpp_int;

inline Count count_of(const Whole& number) { return {number.str()}; }
inline Whole whole_of(const Count& count) { return Whole(count.digits); }

}  // namespace parley
