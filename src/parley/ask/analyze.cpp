#include "parley/ask/analyze.h"

#include "parley/model/model.h"

namespace parley {

Analysis analyze(const Case& c, Date as_of, const AnalyzeOptions& options) {
  const Model model = compile(c, as_of);
  Analysis answer;
  answer.heading = heading(c, "analyze", as_of);
  answer.checked = checked(c, as_of);
  answer.zone = zone(c, model, options.zone);
  answer.standing = standing(c, as_of, answer.zone.computed ? std::optional(answer.zone.empty) : std::nullopt);
  for (const Standing::Version& version : answer.standing.versions)
    answer.explanations.push_back(explain(c, model, version.proposal));
  if (!answer.standing.versions.empty()) {
    const int newest = answer.standing.versions.back().proposal;
    answer.texts.push_back(texts(c, model, newest, {}, answer.explanations));
    answer.amendments.push_back(amend(c, model, newest, options.amend));
  }
  answer.contention = contention(c, model);
  // The page can be relied on as far as the weakest of its parts.
  answer.heading.guarantee = answer.zone.heading.guarantee;
  const auto weaken = [&](const Guarantee& part) {
    if (part.kind > answer.heading.guarantee.kind) answer.heading.guarantee = part;
  };
  for (const Explanation& explanation : answer.explanations) weaken(explanation.heading.guarantee);
  for (const Amendments& amendments : answer.amendments) weaken(amendments.heading.guarantee);
  weaken(answer.contention.heading.guarantee);
  return answer;
}

}  // namespace parley
