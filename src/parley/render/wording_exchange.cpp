#include "parley/render/wording_exchange.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "parley/case/exchange_of.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

/// Rounded to a tenth of a point; what is a little above 0 does not read as nothing.
std::string tenths(Utility value, bool with_sign) {
  const double points = 100.0 * static_cast<double>(value) / static_cast<double>(unit);
  const int digits = value != 0 && std::abs(points) < 0.05 ? 3 : 1;
  return with_sign ? fmt::format("{:+.{}f}", points, digits) : fmt::format("{:.{}f}", points, digits);
}

/// "3 hostages", "1 hostage"; of the only one there is, its name: "the bell".
std::string number_words(const Case& c, const ExchangePhase& phase, std::size_t i, std::int64_t number) {
  const std::string& name = category_name(c, phase, i);
  if (phase.terms.number[i] == 1) return name;
  return number == 1 ? counted(1, name) : fmt::format("{} {}", count_words(std::to_string(number)), name);
}

std::string safe_in_words(const ReadingShare& share) {
  if (share.exact()) return share.all() ? "always" : "never";
  return fmt::format("in {} of the readings ({} to {})", percent(share.share), percent(share.low), percent(share.high));
}

std::string excess_words(Utility excess) {
  if (excess > 0) return fmt::format("tempts somebody by {} points more than holds it", exchange_points(excess));
  return fmt::format("tempts nobody, with {} points to spare", exchange_points(-excess));
}

std::string days_words(std::int64_t days) { return counted(days, "days"); }

void add_fit(const ExchangePhase& phase, std::vector<std::string>& sentences) {
  if (!phase.days || !phase.safest || phase.safest->days <= *phase.days) return;
  sentences.push_back(
      fmt::format("It takes {}, and the phase lasts {}.", days_words(phase.safest->days), days_words(*phase.days)));
  if (phase.within)
    sentences.push_back(fmt::format("The safest schedule that fits, {}, {}.", plan_size(*phase.within),
                                    excess_words(phase.within->excess)));
  else if (phase.within_unknown)
    sentences.emplace_back("There are too many states to say what fits.");
  else
    sentences.emplace_back("No schedule hands everything over within the phase at these capacities.");
}

void add_likelihood(const Case& c, const ExchangeAnswer& answer, const ExchangePhase& phase,
                    std::vector<std::string>& sentences) {
  std::vector<std::string> unwilling;
  for (std::size_t p = 0; p < phase.before.size(); ++p)
    if (phase.before[p] > answer.guarantees[p])
      unwilling.push_back(
          fmt::format("{} by {} points", party_name(c, static_cast<int>(p)), exchange_points(phase.before[p])));
  if (!unwilling.empty())
    sentences.push_back(fmt::format("Before it begins, not beginning would be better for {}.", listed(unwilling)));
  if (!phase.followed) return;
  if (!phase.least_likelihood)
    sentences.emplace_back("No likelihood of the next phase was found from which on nobody is tempted in this one.");
  else if (*phase.least_likelihood == 0)
    sentences.emplace_back("Nobody is tempted to stop in this phase even if the next one never comes.");
  else
    sentences.push_back(
        fmt::format("Nobody is tempted to stop in this phase if all believe that the next one comes with a likelihood "
                    "of at least {}.",
                    percent(static_cast<double>(*phase.least_likelihood) / 1e6)));
}

void add_shares(const ExchangeAnswer& answer, const ExchangePhase& phase, std::vector<std::string>& sentences) {
  if (!phase.safe) return;
  if (answer.readings > 1 && answer.assumed)
    sentences.emplace_back("Every priority is an assumption: shares of readings are shares of these assumptions.");
  if (answer.readings == 1) return;  // nothing is uncertain: the figures say it
  sentences.push_back(fmt::format("This schedule is safe {}.", safe_in_words(*phase.safe)));
  if (phase.some_safe && phase.some_safe->in != phase.safe->in)
    sentences.push_back(fmt::format("Some schedule is safe {}: no single one can be safe more often.",
                                    safe_in_words(*phase.some_safe)));
  if (phase.most_often && phase.most_often_safe)
    sentences.push_back(fmt::format("Another one, {}, is safe {}.", plan_size(*phase.most_often),
                                    safe_in_words(*phase.most_often_safe)));
}

}  // namespace

std::string exchange_points(Utility value) { return tenths(value, false); }
std::string signed_exchange_points(Utility value) { return tenths(value, true); }

std::string exchange_scale_words() {
  return "Temptation is what a side would gain by stopping now instead of completing, in points out of its own 100 for "
         "all that is exchanged, from the priorities that it states for categories. Below 0 it loses by stopping; "
         "above "
         "what it is held by, its guarantee, it is tempted.";
}

std::string phase_name(const Case& c, const ExchangePhase& phase) { return at(c.phases, phase.terms.phase).name; }

const std::string& category_name(const Case& c, const ExchangePhase& phase, std::size_t i) {
  return at(exchange_of(c).categories, phase.terms.categories[i]).name;
}

std::string step_words(const Case& c, const ExchangePhase& phase, const ExchangeStep& step) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < step.number.size(); ++i)
    if (step.number[i] > 0) parts.push_back(number_words(c, phase, i, step.number[i]));
  return fmt::format("{}: {}", step.giver < 0 ? "at once" : party_name(c, step.giver), listed(parts));
}

std::string plan_size(const ExchangePlan& plan) {
  return fmt::format("{} in {}", number_of(plan.steps.size(), "handover"), days_words(plan.days));
}

std::string critical_words(const Case& c, const ExchangeAnswer& answer, const ExchangePlan& plan) {
  if (plan.critical_party < 0) return "";
  const auto& step = plan.critical_step;
  const auto when = step == 0 ? std::string("before the first handover")
                              : fmt::format("after handover {}, on day {}", step, at(plan.steps, step - 1).day);
  const auto held = at(answer.guarantees, plan.critical_party);
  const auto most = plan.excess + held;
  if (plan.excess <= 0)
    return fmt::format("Nobody is ever tempted. Closest to it comes {} {}: {}, held by {}.",
                       party_name(c, plan.critical_party), when, exchange_points(most), exchange_points(held));
  return fmt::format(
      "Most tempted is {} {}: by {} points, and {} holds it. Guarantees or deposits with a third party of {} more "
      "for each side would mend that.",
      party_name(c, plan.critical_party), when, exchange_points(most), held > 0 ? exchange_points(held) : "nothing",
      exchange_points(plan.excess));
}

std::vector<std::string> phase_sentences(const Case& c, const ExchangeAnswer& answer, const ExchangePhase& phase) {
  std::vector<std::string> sentences;
  if (phase.safest && !phase.proven)
    sentences.push_back(fmt::format("No schedule is better than {} points above the guarantees; this one has {}.",
                                    exchange_points(phase.bound), exchange_points(phase.safest->excess)));
  add_fit(phase, sentences);
  if (phase.fewest && phase.safest && phase.fewest->steps.size() < phase.safest->steps.size())
    sentences.push_back(fmt::format("With the guarantees that there are, nobody is tempted in as few as {}.",
                                    plan_size(*phase.fewest)));
  if (phase.limited)
    sentences.push_back(fmt::format("The safest with as few handovers as asked, {}, {}.", plan_size(*phase.limited),
                                    excess_words(phase.limited->excess)));
  if (phase.tabled)
    sentences.push_back(fmt::format("The schedule on the table, {}{}, {}; the safest {}.", plan_size(*phase.tabled),
                                    phase.tabled_in_full ? "" : ", which does not hand everything over",
                                    excess_words(phase.tabled->excess),
                                    phase.safest ? excess_words(phase.safest->excess) : "is not known"));
  if (phase.paid) {
    std::vector<std::string> order;
    for (const int i : phase.paid->order) order.push_back(category_name(c, phase, static_cast<std::size_t>(i)));
    sentences.push_back(fmt::format(
        "Goods against payment that can be split at will: both sides' guarantees have to add up to {} points "
        "at least, with the goods in the order {}.",
        exchange_points(phase.paid->guarantee), listed(order, "and then")));
  }
  add_likelihood(c, answer, phase, sentences);
  add_shares(answer, phase, sentences);
  return sentences;
}

std::string count_source_words(const Case& c, const ExchangeAnswer& answer) {
  const char* which = "agreed";
  switch (answer.count) {
    case CountOf::listed:
      which = "listed by name";
      break;
    case CountOf::verified:
      which = "verified";
      break;
    case CountOf::consenting:
      which = "willing to go";
      break;
    case CountOf::agreed:
      break;
  }
  return answer.proposal < 0
             ? fmt::format("Numbers are as many as are {}; where an issue says it, the most it can be.", which)
             : fmt::format("Numbers are as many as are {}; where an issue says it, in {}.", which,
                           dated_proposal(c, answer.proposal));
}

std::vector<std::size_t> pairs_shown(std::size_t pairs, std::size_t most) {
  std::vector<std::size_t> shown;
  if (pairs <= most || most < 2) {
    for (std::size_t i = 0; i < pairs; ++i) shown.push_back(i);
    return shown;
  }
  for (std::size_t i = 0; i < most; ++i) shown.push_back(i * (pairs - 1) / (most - 1));
  return shown;
}

std::string no_exchange_words() {
  return "This case says nothing of who hands over what to whom. An exchange has categories, each with who hands it "
         "over, "
         "how many are agreed, and the priority that each side states for it; docs/case-format.md tells how it is "
         "written.";
}

}  // namespace parley
