#include <cstdlib>

#include "parley/case/exchange_of.h"
#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

const char* text(CountOf count) {
  switch (count) {
    case CountOf::agreed:
      return "agreed";
    case CountOf::listed:
      return "listed";
    case CountOf::verified:
      return "verified";
    case CountOf::consenting:
      return "consenting";
  }
  std::abort();
}

Json by_party(const Case& c, const std::vector<Utility>& values) {
  Json out = Json::object();
  for (std::size_t p = 0; p < values.size(); ++p) out[c.parties[p].id] = exact(values[p]);
  return out;
}

Json party_or_null(const Case& c, int party) { return party < 0 ? Json(nullptr) : Json(at(c.parties, party).id); }

const std::string& category_id(const Case& c, const ExchangePhase& phase, std::size_t i) {
  return at(exchange_of(c).categories, phase.terms.categories[i]).id;
}

Json step_json(const Case& c, const ExchangePhase& phase, const ExchangeStep& step) {
  Json numbers = Json::object();
  for (std::size_t i = 0; i < step.number.size(); ++i)
    if (step.number[i] > 0) numbers[category_id(c, phase, i)] = step.number[i];
  return {{"day", step.day},
          {"by", party_or_null(c, step.giver)},
          {"hand_over", numbers},
          {"temptation", by_party(c, step.temptation)}};
}

Json plan_json(const Case& c, const ExchangePhase& phase, const std::optional<ExchangePlan>& plan) {
  if (!plan) return nullptr;
  Json steps = Json::array();
  for (const ExchangeStep& step : plan->steps) steps.push_back(step_json(c, phase, step));
  return {{"days", plan->days},
          {"excess", exact(plan->excess)},
          {"safe", plan->excess <= 0},
          {"critical_step", plan->critical_step},
          {"critical_party", party_or_null(c, plan->critical_party)},
          {"at_start", by_party(c, plan->at_start)},
          {"most", by_party(c, plan->most)},
          {"steps", steps}};
}

Json share_or_null(const std::optional<ReadingShare>& share) {
  if (!share) return nullptr;
  return {{"in", share->in}, {"of", share->of}, {"share", share->share}, {"low", share->low}, {"high", share->high}};
}

Json paid_json(const Case& c, const ExchangePhase& phase) {
  if (!phase.paid) return nullptr;
  Json order = Json::array();
  for (const int i : phase.paid->order) order.push_back(category_id(c, phase, static_cast<std::size_t>(i)));
  return {{"order", order}, {"guarantee", exact(phase.paid->guarantee)}};
}

Json phase_json(const Case& c, const ExchangePhase& phase) {
  Json terms = Json::array();
  for (std::size_t i = 0; i < phase.terms.categories.size(); ++i) {
    const auto& category = at(exchange_of(c).categories, phase.terms.categories[i]);
    terms.push_back({{"category", category.id},
                     {"by", at(c.parties, category.giver).id},
                     {"to", at(c.parties, category.receiver).id},
                     {"people", category.people},
                     {"number", phase.terms.number[i]},
                     {"block", phase.terms.block[i]}});
  }
  Json pairs = Json::array();
  for (const auto& pair : phase.pairs)
    pairs.push_back(
        {{at(c.parties, phase.pair_of[0]).id, exact(pair[0])}, {at(c.parties, phase.pair_of[1]).id, exact(pair[1])}});
  Json what_ifs = Json::array();
  for (const auto& what_if : phase.what_ifs)
    what_ifs.push_back({{"if", what_if.words}, {"excess", what_if.excess ? exact(*what_if.excess) : Json(nullptr)}});
  return {{"phase", at(c.phases, phase.terms.phase).id},
          {"lasts_days", phase.days ? Json(*phase.days) : Json(nullptr)},
          {"terms", terms},
          {"safest", plan_json(c, phase, phase.safest)},
          {"bound", exact(phase.bound)},
          {"proven", phase.proven},
          {"fewest", plan_json(c, phase, phase.fewest)},
          {"within", plan_json(c, phase, phase.within)},
          {"within_unknown", phase.within_unknown},
          {"limited", plan_json(c, phase, phase.limited)},
          {"tabled", plan_json(c, phase, phase.tabled)},
          {"tabled_in_full", phase.tabled_in_full},
          {"guarantees_needed", pairs},
          {"guarantees_complete", phase.pairs_complete},
          {"paid_order", paid_json(c, phase)},
          {"before", by_party(c, phase.before)},
          {"followed", phase.followed},
          {"least_likelihood",
           phase.least_likelihood ? Json(static_cast<double>(*phase.least_likelihood) / 1e6) : Json(nullptr)},
          {"what_ifs", what_ifs},
          {"safe_in", share_or_null(phase.safe)},
          {"some_safe_in", share_or_null(phase.some_safe)},
          {"most_often", plan_json(c, phase, phase.most_often)},
          {"most_often_in", share_or_null(phase.most_often_safe)}};
}

}  // namespace

Json answer_json(const Case& c, const ExchangeAnswer& answer) {
  Json out = heading_json(c, answer.heading);
  out["proposal"] = answer.proposal < 0 ? Json(nullptr) : Json(at(c.proposals, answer.proposal).id);
  out["count"] = text(answer.count);
  out["guarantees"] = by_party(c, answer.guarantees);
  out["detection_days"] = answer.detection_days;
  out["readings"] = answer.readings;
  out["priorities_assumed"] = answer.assumed;
  out["phases"] = Json::array();
  for (const ExchangePhase& phase : answer.phases) out["phases"].push_back(phase_json(c, phase));
  return out;
}

}  // namespace parley
