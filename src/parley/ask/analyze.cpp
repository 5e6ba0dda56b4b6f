#include "parley/ask/analyze.h"

#include <algorithm>

#include "parley/model/model.h"

namespace parley {
namespace {

/// What the questions about readings, approvals, time and levers say, each of the newest version.
void ask_of_readings_and_time(Analysis& answer, const Case& c, const Model& model, const AnalyzeOptions& options) {
  const std::uint64_t seed = options.zone.seed;
  const std::stop_token& stop = options.zone.stop;
  const int newest = answer.standing.versions.empty() ? -1 : answer.standing.versions.back().proposal;

  AcceptanceOptions acceptance_options;
  acceptance_options.readings = options.readings;
  acceptance_options.seed = seed;
  acceptance_options.search = options.search;
  acceptance_options.stop = stop;
  answer.acceptance = acceptance(c, model, acceptance_options);

  if (newest >= 0) {
    ConsentOptions consent_options;
    consent_options.readings = options.readings;
    consent_options.seed = seed;
    consent_options.stop = stop;
    answer.consent.push_back(consent(c, model, newest, consent_options));
  }

  WindowOptions window_options;
  window_options.seed = seed;
  window_options.stop = stop;
  if (window_refusal(c, model.as_of, window_options).empty())
    answer.window.push_back(windows(c, model.as_of, window_options));

  LeverOptions lever_options;
  lever_options.readings = options.readings;
  lever_options.seed = seed;
  lever_options.stop = stop;
  answer.levers = leverage(c, model.as_of, newest, lever_options);

  if (exchange_refusal(c).empty()) {
    ExchangeOptions exchange_options;
    exchange_options.readings = std::min(exchange_options.readings, options.readings);
    exchange_options.seed = seed;
    exchange_options.stop = stop;
    answer.exchange.push_back(exchange(c, model.as_of, newest, exchange_options));
  }
}

}  // namespace

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
  ask_of_readings_and_time(answer, c, model, options);
  // The page can be relied on as far as the weakest of its parts.
  answer.heading.guarantee = answer.zone.heading.guarantee;
  const auto weaken = [&](const Guarantee& part) {
    if (part.kind > answer.heading.guarantee.kind) answer.heading.guarantee = part;
  };
  for (const Explanation& explanation : answer.explanations) weaken(explanation.heading.guarantee);
  for (const Amendments& amendments : answer.amendments) weaken(amendments.heading.guarantee);
  weaken(answer.contention.heading.guarantee);
  // Shares of readings are estimates by nature and say so where they stand; what was left out counts for the page.
  const auto weaken_if_stopped = [&](const Guarantee& part) {
    if (part.kind == Guarantee::Kind::stopped) weaken(part);
  };
  weaken_if_stopped(answer.acceptance.heading.guarantee);
  for (const Approvals& approvals : answer.consent) weaken_if_stopped(approvals.heading.guarantee);
  for (const Windows& window : answer.window) weaken_if_stopped(window.heading.guarantee);
  weaken_if_stopped(answer.levers.heading.guarantee);
  for (const ExchangeAnswer& exchange : answer.exchange) weaken_if_stopped(exchange.heading.guarantee);
  return answer;
}

}  // namespace parley
