#include "parley/ask/exchange.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/ask/exchange_plan.h"
#include "parley/ask/exchange_readings.h"
#include "parley/at.h"
#include "parley/case/exchange_of.h"
#include "parley/case/phrases.h"
#include "parley/solve/exchange/guarantee_pairs.h"
#include "parley/solve/exchange/lattice.h"

namespace parley {
namespace {

constexpr std::int64_t sure = 1'000'000;

class ExchangeQuestion {
 public:
  ExchangeQuestion(const Case& c, Date as_of, int proposal, const ExchangeOptions& options)
      : c_(c), exchange_(exchange_of(c)), options_(options) {
    answer_.heading = heading(c, "exchange", as_of);
    answer_.proposal = proposal;
    answer_.count = options.count;
    if (proposal >= 0) {
      auto& package = package_.emplace();
      for (const auto& levels : c.proposals[at(proposal)].alternatives) package.push_back(levels.back());
    }
    numbers_ = central_numbers(c, package_, options.count);
    answer_.guarantees = numbers_.guarantee;
    answer_.detection_days = numbers_.detection_days;
    answer_.assumed = std::ranges::all_of(exchange_.categories, [&](const ExchangeCategory& category) {
      return std::ranges::all_of(category.priorities,
                                 [&](const Priority& priority) { return is_assumption(c, priority.points.from); });
    });
  }

  ExchangeAnswer run() {
    const ExchangeReadings readings(c_, package_, options_);
    answer_.readings = readings.count();
    auto phases = phase_exchanges(c_, numbers_);
    for (std::size_t p = 0; p < phases.size() && !options_.stop.stop_requested(); ++p) {
      auto& phase = answer_.phases.emplace_back();
      phase.terms = std::move(phases[p]);
      if (const auto& days = c_.phases[at(phase.terms.phase)].days)
        phase.days = days->high.millionths / Decimal::of(1).millionths;
      // Who does not begin gets nothing that a breach would bring.
      auto at_once = numbers_;
      at_once.detection_days = 0;
      phase.before = balance_of(phase_exchanges(c_, at_once)[p]);
      phase.followed = p + 1 < phases.size();
      add_plans(phase);
      add_pairs(phase);
      if (phase.followed) add_likelihood(phase, p);
      add_what_ifs(phase, p);
      add_shares(phase, p, readings);
    }
    answer_.heading.guarantee = guarantee();
    return std::move(answer_);
  }

 private:
  std::optional<int> meetings(const ExchangePhase& phase) const {
    return meetings_in(phase.terms, phase.days, exchange_.every);
  }

  LeastExcess least(const ExchangePhase& phase) const { return least(phase, phase.terms, numbers_.guarantee); }
  LeastExcess least(const ExchangePhase& phase, const PhaseExchange& terms,
                    const std::vector<Utility>& guarantees) const {
    return least_excess(terms, guarantees, exchange_.together, meetings(phase));
  }

  ExchangePlan plan(const ExchangePhase& phase, const std::vector<Handover>& handovers) const {
    return plan_of(phase.terms, numbers_.guarantee, handovers, exchange_.every);
  }

  void add_plans(ExchangePhase& phase) {
    const auto best = least(phase);
    phase.bound = best.bound;
    phase.proven = best.proven;
    if (best.handovers) phase.safest = plan(phase, *best.handovers);
    const auto rule = meeting_rule(phase.terms, exchange_.together);
    const auto held = by_side(phase.terms, numbers_.guarantee);
    const MeetingsOptions options{.most_states = most_states_again};
    if (exchange_.together) {
      const auto fewest = fewest_meetings(phase.terms.table, held, rule, 400, options);
      if (fewest.plan) phase.fewest = plan(phase, as_handovers(phase.terms, *fewest.plan));
    } else {
      const auto fewest = fewest_handovers(phase.terms.table, held);
      if (fewest.handovers) phase.fewest = plan(phase, *fewest.handovers);
      if (const auto fitting = meetings(phase)) {
        const auto within = safest_meetings(phase.terms.table, held, rule, *fitting, options);
        phase.within_unknown = within.too_large;
        if (within.plan) phase.within = plan(phase, as_handovers(phase.terms, *within.plan));
      }
    }
    if (options_.most_handovers) add_limited(phase, *options_.most_handovers);
    phase.tabled = tabled_plan(c_, phase.terms, numbers_.guarantee);
    if (!phase.tabled) return;
    for (std::size_t i = 0; i < phase.terms.number.size(); ++i) {
      std::int64_t sum = 0;
      for (const ExchangeStep& step : phase.tabled->steps) sum += step.number[i];
      phase.tabled_in_full = phase.tabled_in_full && sum == phase.terms.number[i];
    }
  }

  /// The safest of those with few handovers: the least excess over the guarantees with which few are enough.
  void add_limited(ExchangePhase& phase, int most) {
    if (!Lattice::of(phase.terms.table, most_states_again)) return;
    const auto with = [&](Utility excess) -> std::optional<std::vector<Handover>> {
      auto guarantees = by_side(phase.terms, numbers_.guarantee);
      for (Utility& guarantee : guarantees) guarantee += excess;
      if (exchange_.together) {
        const auto rule = meeting_rule(phase.terms, true);
        const auto found = fewest_meetings(phase.terms.table, guarantees, rule, most);
        if (!found.plan) return std::nullopt;
        return as_handovers(phase.terms, *found.plan);
      }
      auto found = fewest_handovers(phase.terms.table, guarantees);
      if (!found.handovers || static_cast<int>(found.handovers->size()) > most) return std::nullopt;
      return std::move(found.handovers);
    };
    Utility low = -2 * unit;
    Utility high = 2 * unit;
    auto best = with(high);
    while (best && high - low > 1 && !options_.stop.stop_requested()) {
      const auto middle = low + (high - low) / 2;
      if (auto found = with(middle)) {
        best = std::move(found);
        high = middle;
      } else {
        low = middle;
      }
    }
    if (best) phase.limited = plan(phase, *best);
  }

  /// What two parties would have to be held by, where no third one has a part in the phase.
  void add_pairs(ExchangePhase& phase) {
    std::vector<int> parties;
    for (const int k : phase.terms.categories)
      for (const int party : {exchange_.categories[at(k)].giver, exchange_.categories[at(k)].receiver})
        if (std::ranges::find(parties, party) == parties.end()) parties.push_back(party);
    if (parties.size() != 2 || exchange_.together) return;
    std::ranges::sort(parties, {}, [&](int party) -> const std::string& { return c_.parties[at(party)].id; });
    std::vector<std::size_t> sides;
    for (const int party : parties)
      sides.push_back(
          static_cast<std::size_t>(std::ranges::find(phase.terms.parties, party) - phase.terms.parties.begin()));
    ExchangeTable table = phase.terms.table;
    table.sides = 2;
    table.base = {phase.terms.table.base[sides[0]], phase.terms.table.base[sides[1]]};
    for (auto& of_class : table.classes) {
      of_class.balance = {of_class.balance[sides[0]], of_class.balance[sides[1]]};
      of_class.giver = at(of_class.giver) == sides[0] ? 0 : 1;
    }
    const auto pairs = guarantee_pairs(table, {.most_states = most_states_again, .most_pairs = 1000});
    if (!pairs) return;
    phase.pairs = pairs->pairs;
    phase.pair_of = {parties[0], parties[1]};
    phase.pairs_complete = pairs->complete;
    for (const int payer : {0, 1}) add_paid(phase, table, payer);
  }

  /// `payer` hands over one class, whose pieces are worth as much to both, against single goods.
  static void add_paid(ExchangePhase& phase, const ExchangeTable& table, int payer) {
    std::vector<Good> goods;
    std::vector<int> class_of;
    int payments = 0;
    const auto payer_at = at(payer);
    for (std::size_t i = 0; i < table.classes.size(); ++i) {
      const auto& of_class = table.classes[i];
      const auto& paid = of_class.balance[payer_at];
      const auto& received = of_class.balance[1 - payer_at];
      if (of_class.giver != payer) {
        if (of_class.blocks != 1) return;
        goods.push_back({received[0] - received[1], paid[1] - paid[0]});
        class_of.push_back(static_cast<int>(i));
        continue;
      }
      for (std::size_t x = 0; x < paid.size(); ++x)
        if (paid[x] != -received[x]) return;
      ++payments;
    }
    if (payments != 1 || goods.empty() || !table.order.empty()) return;
    phase.paid = safest_order(goods);
    for (int& good : phase.paid->order) good = class_of[at(good)];
  }

  /// By halving, where every side gains by the next phase: the more it is believed in, the less anybody is tempted.
  void add_likelihood(ExchangePhase& phase, std::size_t p) {
    const auto is_safe = [&](std::int64_t likelihood) {
      const auto terms = phase_exchanges(c_, numbers_, likelihood)[p];
      const auto found = least(phase, terms, numbers_.guarantee);
      return found.handovers && found.excess <= 0;
    };
    auto at_once = numbers_;
    at_once.detection_days = 0;
    const auto next = balance_of(phase_exchanges(c_, at_once, sure)[p + 1]);
    if (std::ranges::any_of(next, [](Utility balance) { return balance > 0; }) || !is_safe(sure)) return;
    std::int64_t low = -1;
    std::int64_t high = sure;
    while (high - low > 1) {
      if (options_.stop.stop_requested()) return;
      const auto middle = low + (high - low) / 2;
      (is_safe(middle) ? high : low) = middle;
    }
    phase.least_likelihood = high;
  }

  void add_what_if(ExchangePhase& phase, std::size_t p, std::string words, const ExchangeNumbers& numbers) {
    const auto terms = phase_exchanges(c_, numbers)[p];
    const auto found = least(phase, terms, numbers.guarantee);
    phase.what_ifs.push_back({std::move(words), found.handovers ? std::optional(found.excess) : std::nullopt});
  }

  void add_what_ifs(ExchangePhase& phase, std::size_t p) {
    if (!Lattice::of(phase.terms.table, most_states_again)) return;
    if (exchange_.detection) {
      const auto days = numbers_.detection_days;
      std::vector<int> others{0, days / 2, days * 2};
      const auto twice = std::ranges::unique(others);
      others.erase(twice.begin(), twice.end());
      for (const int other : others) {
        if (other == days) continue;
        auto numbers = numbers_;
        numbers.detection_days = other;
        add_what_if(phase, p,
                    other == 0 ? std::string("with a monitor that sees a breach at once")
                               : fmt::format("with a monitor that sees a breach within {}",
                                             duration_text(Decimal::of(other), Decimal::of(other))),
                    numbers);
      }
    }
    if (std::ranges::any_of(exchange_.guarantees, [](const ExchangeGuarantee& g) { return g.holder >= 0; })) {
      Case without = c_;
      std::erase_if(without.exchange.emplace(exchange_).guarantees,
                    [](const ExchangeGuarantee& g) { return g.holder >= 0; });
      add_what_if(phase, p, "without deposits", central_numbers(without, package_, options_.count));
    }
    if (phase.terms.categories.size() > 2)
      for (const int k : phase.terms.categories) {
        auto numbers = numbers_;
        numbers.count[at(k)] = 0;
        add_what_if(phase, p, fmt::format("without {}", exchange_.categories[at(k)].name), numbers);
      }
    static constexpr std::array<std::pair<CountOf, const char*>, 4> counts{
        {{CountOf::agreed, "with as many as agreed"},
         {CountOf::listed, "with only those on lists"},
         {CountOf::verified, "with only those verified"},
         {CountOf::consenting, "with only those who want to go"}}};
    for (const auto& [count, words] : counts) {
      const auto numbers = central_numbers(c_, package_, count);
      if (count == options_.count || numbers.count == numbers_.count) continue;
      add_what_if(phase, p, words, numbers);
    }
  }

  void add_shares(ExchangePhase& phase, std::size_t p, const ExchangeReadings& readings) {
    if (!phase.safest || readings.count() == 0) return;
    phase.safe = readings.safe(p, *phase.safest);
    phase.some_safe = readings.some_safe(p, exchange_.together, meetings(phase));
    if (!phase.some_safe || phase.safe->in == phase.some_safe->in) return;
    auto best =
        readings.most_often(p, phase.terms, *phase.safest, exchange_.together, meetings(phase), exchange_.every);
    auto share = readings.safe(p, best);
    if (share.in <= phase.safe->in) return;
    // What it is worth is told in the middle of all ranges, like everything else.
    std::vector<Handover> handovers;
    for (const ExchangeStep& step : best.steps) {
      const auto side = std::ranges::find(phase.terms.parties, step.giver) - phase.terms.parties.begin();
      Handover handover{step.giver < 0 ? -1 : static_cast<int>(side), {}};
      for (std::size_t i = 0; i < step.number.size(); ++i)
        handover.blocks.push_back(static_cast<int>((step.number[i] + phase.terms.block[i] - 1) / phase.terms.block[i]));
      handovers.push_back(std::move(handover));
    }
    phase.most_often = plan(phase, handovers);
    phase.most_often_safe = share;
  }

  Guarantee guarantee() const {
    if (options_.stop.stop_requested())
      return {Guarantee::Kind::stopped, 0, "Stopped before all was looked at; what is shown holds."};
    const bool proven =
        std::ranges::all_of(answer_.phases, [](const ExchangePhase& phase) { return phase.proven || !phase.safest; });
    if (!proven)
      return {Guarantee::Kind::stopped, 0,
              "There are too many states to look at each: a safest schedule stands with a bound beside it."};
    if (answer_.readings > 1)
      return {
          Guarantee::Kind::estimate, 0,
          fmt::format("Schedules are exact in the middle of all ranges; shares are of {} readings.", answer_.readings)};
    return {Guarantee::Kind::exact, 0, "Exact: every order was considered."};
  }

  const Case& c_;
  const Exchange& exchange_;
  const ExchangeOptions& options_;
  std::optional<Package> package_;
  ExchangeNumbers numbers_;
  ExchangeAnswer answer_;
};

}  // namespace

std::string exchange_refusal(const Case& c) {
  return c.exchange ? "" : "this case says nothing of who hands over what to whom";
}

ExchangeAnswer exchange(const Case& c, Date as_of, int proposal, const ExchangeOptions& options) {
  return ExchangeQuestion(c, as_of, proposal, options).run();
}

}  // namespace parley
