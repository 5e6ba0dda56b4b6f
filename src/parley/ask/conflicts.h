#pragma once

#include <vector>

#include "parley/case/case.h"

namespace parley {

/// Reports that cannot all be right: about the same thing, of dates that may be the same, from different sources, and
/// saying different things. Sources are different when the case names different ones, or, for assessments, when
/// different people make them. Dates may be the same when neither is surely before the other; what is undated may only
/// be of the same date as something else undated.
struct Conflict {
  enum class Kind {
    response,    ///< what somebody answered to a version
    approval,    ///< whether somebody gave or refused approval of a version
    assessment,  ///< whether the talks are stuck or make progress
  };
  Kind kind = Kind::response;
  int proposal = -1;         ///< response, approval
  Actor who;                 ///< response, approval
  std::vector<int> reports;  ///< at least two: indices into Case::responses, approvals or events, each at odds with
                             ///< another one of them
};

/// The conflicts among what is known on a date: responses, then approvals, then assessments, each by the first report
/// in the case.
std::vector<Conflict> conflicts_by(const Case& c, Date as_of);

}  // namespace parley
