#pragma once

#include <string>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/utility.h"

namespace parley {

/// How far an answer can be relied on as a computation (not: how good its inputs are).
struct Guarantee {
  enum class Kind {
    exact,     ///< nothing was left out or rounded
    within,    ///< off by at most `bound` in every utility
    estimate,  ///< from samples, with an interval beside the figure
    stopped,   ///< interrupted or at a limit: what is shown holds, but may not be everything
  };
  Kind kind = Kind::exact;
  Utility bound = 0;
  std::string words;  ///< one sentence for people
};

/// The guarantee of an answer that could not be computed: interrupted, or tied together beyond the limits.
Guarantee not_computed();

/// What an answer rests on: how many statements of the case come from sources and how many are assumptions.
struct Basis {
  struct Use {
    int source = -1;  ///< index into Case::sources
    int statements = 0;
  };
  std::vector<Use> sources;  ///< those that are not assumptions, by number of statements
  int sourced = 0;
  int assumed = 0;
};

/// What every answer carries.
struct Heading {
  std::string question;
  std::string title;
  Date as_of;
  Guarantee guarantee;
  Basis basis;
};

/// What holds over all readings.
enum class Verdict { certainly_not, possibly, certainly };

/// The case's own date, or the latest date in its talks, or the date of its newest source; of a month its last day, so
/// that all of the month counts. Date{} when the case has no date at all.
Date default_date(const Case& c);

Heading heading(const Case& c, const std::string& question, Date as_of);

}  // namespace parley
