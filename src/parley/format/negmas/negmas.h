#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/format/domain/domain.h"

namespace parley {

/// Scenarios of NegMAS (Mohammad, Nakadai, Greenwald 2021, PRIMA; https://github.com/yasserfarouk/negmas), a folder
/// with one file for the issues and one for each utility function, in YAML or JSON:
///   issues:                                                       type: LinearAdditiveUtilityFunction
///   - {name: Ceasefire, type: CategoricalIssue, values: [7 d, 14 d]}   reserved_value: 0.3
///   - {name: Crossings, type: ContiguousIssue, values: [1, 10]}        weights: [0.6, 0.4]
///                                                                 values:
///                                                                 - {type: TableFun, mapping: {7 d: 0.3, 14 d: 1}}
///                                                                 - {type: AffineFun, slope: 0.1, bias: 0}
///
/// A `type` names a Python class, which NegMAS imports and calls, whatever it is. Parley knows these, by their last
/// word, and calls nothing:
///   issues      CategoricalIssue, DiscreteOrdinalIssue, DiscreteCardinalIssue, ContiguousIssue (a count n for 0 to
///   n-1, or
///               [least, most], or [least, most, step]), ContinuousIssue (cut into twenty steps)
///   functions   LinearAdditiveUtilityFunction (in older files LinearUtilityAggregationFunction),
///   AffineUtilityFunction,
///               LinearUtilityFunction, ConstUtilityFunction, HyperRectangleUtilityFunction, and one of these within
///               ExpDiscountedUFun or LinDiscountedUFun
///   values      TableFun or a plain table, AffineFun, LinearFun, IdentityFun, ConstFun, QuadraticFun, PolynomialFun
///
/// Utilities are what NegMAS 0.16 reckons: the weighted sum and the bias as they are, not held to 0 to 1. Where it
/// would go on with a hole (an option without a value, a weight too few) the readers report it. A reserved value of
/// -.inf, or none, is none here: every package is better than no deal.

/// Bounded time and memory for any bytes. Numbers of the result are off by no more than half of 10^-9.
Imported<Domain> read_negmas_domain(std::string_view bytes);

/// A discount over relative time becomes that of the result; one over steps has no meaning without their number and is
/// noted. The reserved value of a discounted function is its own or, with a note, that of the function within, which
/// NegMAS forgets.
///
/// Of a region (HyperRectangleUtilityFunction) two numbers [a, b] stand for what lies strictly between them, any other
/// list for the values in it.
Imported<Utilities> read_negmas_profile(std::string_view bytes, const Domain& domain);

/// NAME.yml and a file for each party, without loss to what packages are worth: utilities with combinations become a
/// HyperRectangleUtilityFunction, of which every option is a region. Reading them gives the same utilities (then as
/// combinations of one issue each), and packages worth exactly the same.
Exported write_negmas(const std::string& name, const std::vector<Issue>& issues,
                      const std::vector<std::pair<std::string, Utilities>>& profiles);

}  // namespace parley
