#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/model/model.h"
#include "parley/solve/plan.h"

namespace parley {

/// How would the zone and the smallest amendments of this case be searched, and why? Nothing is searched for it, but
/// the diagram is built to be sure of its size.
struct Plan {
  Heading heading;
  std::string packages;  ///< how many there are before any rule, in decimal
  SearchPlan space;      ///< over the parties' own utilities and the rules of the case

  struct Choice {
    std::string part;    ///< "the frontier"
    std::string method;  ///< "lists of partial packages, merged issue by issue"
    std::string why;     ///< a sentence without a full stop
  };
  std::vector<Choice> choices;
};

Plan plan(const Case& c, const Model& model, const std::stop_token& stop = {});

}  // namespace parley
