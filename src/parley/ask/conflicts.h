#pragma once

#include <vector>

#include "parley/case/case.h"

namespace parley {

/// Reports that cannot all be right. Either they are about the same thing, of dates that may be the same, from
/// different sources, and say different things; or they say the same and give it different dates. Sources are different
/// when the case names different ones, or, for assessments, when different people make them. Dates may be the same when
/// neither is surely before the other; what is undated may only be of the same date as something else undated. Two
/// outcomes of an approval that was asked on one stated day are about the same thing whatever day they are of.
/// Something is taken to have happened once, so that dates contradict each other, when reports of it follow each other
/// with nothing else reported between them, no source gives it two dates, and the dates cannot all be the same.
struct Conflict {
  enum class Kind {
    response,       ///< what somebody answered to a version
    approval,       ///< whether somebody gave or refused approval of a version
    assessment,     ///< whether the talks are stuck or make progress
    response_date,  ///< when somebody answered to a version
    asked_date,     ///< when somebody was asked for approval of a version
    approval_date,  ///< when somebody gave or refused approval of a version
  };
  Kind kind = Kind::response;
  int proposal = -1;         ///< all but assessments
  Actor who;                 ///< all but assessments
  std::vector<int> reports;  ///< at least two: indices into Case::responses, approvals or events, each at odds with
                             ///< another one of them, or all with one another on a date
};

/// The conflicts among what is known on a date, in the order of their kinds, within a kind by the first report in the
/// case.
std::vector<Conflict> conflicts_by(const Case& c, Date as_of);

}  // namespace parley
