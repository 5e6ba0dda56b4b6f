#include "parley/ask/analyze.h"

#include "parley/model/model.h"

namespace parley {

Analysis analyze(const Case& c, Date as_of, const AnalyzeOptions& options) {
  const Model model = compile(c, as_of);
  Analysis answer;
  answer.heading = heading(c, "analyze", as_of);
  answer.checked = checked(c, as_of);
  answer.zone = zone(c, model, options.zone);
  answer.standing = standing(c, as_of, answer.zone.empty);
  for (const Standing::Version& version : answer.standing.versions)
    answer.explanations.push_back(explain(c, model, version.proposal));
  if (!answer.standing.versions.empty())
    answer.amendments.push_back(amend(c, model, answer.standing.versions.back().proposal, options.amend));
  answer.contention = contention(c, model);
  answer.heading.guarantee = answer.zone.heading.guarantee;
  return answer;
}

}  // namespace parley
