#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <string>

#include "parley/model/tables.h"
#include "parley/solve/viewpoint.h"

namespace parley::test {

/// What is wrong with a certificate, or nothing: multiplied out issue by issue from additive tables without rules, in
/// exact arithmetic, with no line of the solver. In O(issues * options * objectives).
std::string fault_in(const Certificate& certificate, const Tables& tables, const ViewpointProblem& problem,
                     const Point& pick);

/// The same where `most` is known from elsewhere: for tables with features and rules.
std::string fault_in(const Certificate& certificate, const boost::multiprecision::cpp_int& most,
                     const ViewpointProblem& problem, const Point& pick);

}  // namespace parley::test
