#include "parley/model/exchange.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "parley/at.h"
#include "parley/case/exchange_of.h"
#include "parley/model/reading/planner.h"
#include "parley/model/reading/stream.h"

namespace parley {
namespace {

__extension__ using Wide = __int128;

constexpr Utility of_millionth_point = unit / (100 * Decimal::whole);
constexpr std::int64_t most_blocks = 2000;  // of one category: larger numbers go in larger blocks

/// Chooses a number, in millionths, out of what is known of it.
class NumberChoice {
 public:
  NumberChoice() = default;
  NumberChoice(std::uint64_t seed, std::uint64_t reading) : drawn_(true), seed_(seed), reading_(reading) {}

  std::int64_t operator()(const Quantity& quantity, const std::string& name) const {
    if (quantity.exact()) return quantity.low.millionths;
    if (!drawn_) return (quantity.low.millionths + quantity.high.millionths) / 2;
    ReadingStream stream(stream_key(seed_, "exchange " + name), reading_);
    if (quantity.claims.empty()) return stream.between(quantity.low.millionths, quantity.high.millionths);
    std::vector<std::int64_t> weights;
    for (const Claim& claim : quantity.claims) weights.push_back(claim.weight.millionths);
    const Claim& claim = quantity.claims[stream.weighted(weights)];
    return stream.between(claim.low.millionths, claim.high.millionths);
  }

  /// The same of whole things, each of which is as likely.
  std::int64_t whole(const Quantity& quantity, const std::string& name) const {
    if (!drawn_ || !quantity.claims.empty()) return (*this)(quantity, name) / Decimal::whole;
    ReadingStream stream(stream_key(seed_, "exchange " + name), reading_);
    return stream.between(quantity.low.millionths / Decimal::whole, quantity.high.millionths / Decimal::whole);
  }

 private:
  bool drawn_ = false;
  std::uint64_t seed_ = 0;
  std::uint64_t reading_ = 0;
};

std::int64_t agreed_of(const Case& c, const ExchangeCategory& category, const std::optional<Package>& package,
                       const NumberChoice& choose) {
  if (category.agreed)
    return choose.whole(*category.agreed, "agreed " + place_of(exchange_of(c).categories, category.id));
  const Issue& issue = c.issues[at(category.issue)];
  const auto level = package ? (*package)[at(category.issue)] : issue.levels() - 1;
  return issue.number(level);
}

/// As many as other categories' numbers ask for. Ratios may hang on each other, in whatever order the file has them:
/// again until nothing shrinks, for which as many rounds as there are ratios are enough unless they go in a circle.
void apply_ratios(const Exchange& exchange, std::vector<std::int64_t>& count) {
  for (std::size_t round = 0; round < exchange.ratios.size(); ++round)
    for (const ExchangeRatio& ratio : exchange.ratios) {
      const auto asked = Wide{ratio.number.millionths} * count[at(ratio.each)] / Decimal::whole;
      count[at(ratio.of)] = static_cast<std::int64_t>(std::min<Wide>(asked, count[at(ratio.of)]));
    }
}

const std::optional<Quantity>& count_in(const ExchangeCategory& category, CountOf count) {
  switch (count) {
    case CountOf::listed:
      return category.listed;
    case CountOf::verified:
      return category.verified;
    case CountOf::consenting:
      return category.consenting;
    case CountOf::agreed:
      break;
  }
  return category.agreed;
}

/// Streams are named by alphabetical places, so that neither names nor the order of a file have a say in them.
ExchangeNumbers numbers_of(const Case& c, const std::optional<Package>& package, CountOf count,
                           const NumberChoice& choose) {
  const Exchange& exchange = exchange_of(c);
  ExchangeNumbers numbers;
  for (const ExchangeCategory& category : exchange.categories) {
    const auto place = place_of(exchange.categories, category.id);
    numbers.whole.push_back(agreed_of(c, category, package, choose));
    auto number = numbers.whole.back();
    // What is not said of a later number is what is said of an earlier one.
    for (auto step = CountOf::listed; count != CountOf::agreed;
         step = static_cast<CountOf>(static_cast<int>(step) + 1)) {
      if (const auto& stated = count_in(category, step))
        number = std::min(number, choose.whole(*stated, fmt::format("count {} {}", place, static_cast<int>(step))));
      if (step == count) break;
    }
    numbers.count.push_back(number);
    auto& points = numbers.points.emplace_back(c.parties.size());
    for (const Priority& priority : category.priorities)
      points[at(priority.party)] =
          choose(priority.points,
                 fmt::format("points {} {}", place, place_of(c.parties, c.parties[at(priority.party)].id))) *
          of_millionth_point;
  }
  apply_ratios(exchange, numbers.count);
  for (std::size_t k = 0; k < numbers.count.size(); ++k)
    if (const auto& delivered = exchange.categories[k].delivered)
      numbers.count[k] = std::max<std::int64_t>(
          0, numbers.count[k] -
                 choose.whole(*delivered, "delivered " + place_of(exchange.categories, exchange.categories[k].id)));
  numbers.guarantee.assign(c.parties.size(), 0);
  for (const ExchangeGuarantee& guarantee : exchange.guarantees) {
    const std::string holder =
        guarantee.holder < 0 ? "" : place_of(c.third_parties, c.third_parties[at(guarantee.holder)].id);
    const auto name = fmt::format("guarantee {} {}", place_of(c.parties, c.parties[at(guarantee.party)].id), holder);
    numbers.guarantee[at(guarantee.party)] += choose(guarantee.points, name) * of_millionth_point;
  }
  for (const Party& party : c.parties) {
    auto& belief = numbers.belief.emplace_back();
    for (std::size_t p = 0; p < c.phases.size(); ++p) {
      const auto& credences = party.preference.credences;
      const std::optional<Quantity> credence = p < credences.size() ? credences[p] : std::nullopt;
      const auto name = fmt::format("belief {} {}", place_of(c.parties, party.id), place_of(c.phases, c.phases[p].id));
      belief.push_back(credence ? choose(*credence, name) : Decimal::whole);
    }
  }
  if (exchange.detection)
    numbers.detection_days =
        static_cast<int>((choose(*exchange.detection, "detection") + Decimal::whole - 1) / Decimal::whole);
  return numbers;
}

/// How much of `points` counts while `remaining` of `whole` remain.
Utility counted(Utility points, RemainderShape shape, std::int64_t remaining, std::int64_t whole) {
  if (whole <= 0) return 0;
  const Wide all = whole;
  const Wide left = remaining;
  switch (shape) {
    case RemainderShape::diminishing:
      return static_cast<Utility>(points * left * (2 * all - left) / (all * all));
    case RemainderShape::growing:
      return static_cast<Utility>(points * left * left / (all * all));
    case RemainderShape::even:
      break;
  }
  return static_cast<Utility>(points * left / all);
}

/// What `remaining` of a category add to a side's temptation.
Utility balance_of_rest(const Case& c, const ExchangeNumbers& numbers, std::size_t category, std::size_t side,
                        std::int64_t remaining) {
  const ExchangeCategory& known = exchange_of(c).categories[category];
  Utility sum = 0;
  for (const Priority& priority : known.priorities) {
    if (at(priority.party) != side) continue;
    const auto counts = counted(numbers.points[category][side], priority.shape, remaining,
                                std::max(numbers.whole[category], numbers.count[category]));
    sum += priority.party == known.giver ? counts : -counts;
  }
  return sum;
}

/// The phases in which something is handed over, each after those that it waits for.
std::vector<int> phases_in_turn(const Case& c) {
  const auto depth = [&](int phase) {
    int steps = 0;
    for (; c.phases[at(phase)].after >= 0; phase = c.phases[at(phase)].after) ++steps;
    return steps;
  };
  std::vector<int> phases;
  for (const ExchangeCategory& category : exchange_of(c).categories)
    if (std::ranges::find(phases, category.phase) == phases.end()) phases.push_back(category.phase);
  std::ranges::sort(phases, {}, [&](int phase) { return std::pair(depth(phase), c.phases[at(phase)].id); });
  return phases;
}

/// Blocks that a capacity lets through at a meeting.
std::int64_t blocks_at_once(const Exchange& exchange, const Capacity& capacity, std::int64_t block) {
  const auto people = capacity.most * std::max(1, exchange.every) / capacity.days;
  return std::max<std::int64_t>(1, people / block);
}

class PhaseMaker {
 public:
  PhaseMaker(const Case& c, const ExchangeNumbers& numbers, int phase) : c_(c), numbers_(numbers) {
    result_.phase = phase;
    result_.parties.resize(c.parties.size());
    std::iota(result_.parties.begin(), result_.parties.end(), 0);
    std::ranges::sort(result_.parties, {}, [&](int party) -> const std::string& { return c.parties[at(party)].id; });
    result_.table.sides = static_cast<int>(c.parties.size());
    result_.table.base.assign(c.parties.size(), 0);
    std::vector<int> categories(exchange_of(c).categories.size());
    std::iota(categories.begin(), categories.end(), 0);
    std::ranges::sort(categories, {}, [&](int k) -> const std::string& { return exchange_of(c).categories[at(k)].id; });
    for (const int k : categories)
      if (exchange_of(c).categories[at(k)].phase == phase) result_.categories.push_back(k);
  }

  PhaseExchange make() {
    for (const int k : result_.categories) add_class(k);
    add_crossings();
    for (const int k : result_.categories) add_balance(k);
    add_order();
    return std::move(result_);
  }

 private:
  const ExchangeCategory& category(int k) const { return exchange_of(c_).categories[at(k)]; }

  void add_class(int k) {
    const auto number = numbers_.count[at(k)];
    const auto block = std::max(category(k).block, (number + most_blocks - 1) / most_blocks);
    result_.block.push_back(block);
    result_.number.push_back(number);
    const auto& capacity = category(k).capacity;
    result_.blocks_per_meeting.push_back(capacity ? std::optional(blocks_at_once(exchange_of(c_), *capacity, block))
                                                  : std::nullopt);
    const auto giver = std::ranges::find(result_.parties, category(k).giver) - result_.parties.begin();
    result_.table.classes.push_back(
        {.giver = static_cast<int>(giver), .blocks = static_cast<int>((number + block - 1) / block), .balance = {}});
  }

  void add_crossings() {
    for (std::size_t x = 0; x < exchange_of(c_).crossings.size(); ++x) {
      std::vector<int> classes;
      std::int64_t block = 1;
      for (std::size_t i = 0; i < result_.categories.size(); ++i) {
        if (category(result_.categories[i]).crossing != static_cast<int>(x)) continue;
        classes.push_back(static_cast<int>(i));
        block = std::max(block, result_.block[i]);
      }
      if (classes.empty()) continue;
      const auto blocks = blocks_at_once(exchange_of(c_), exchange_of(c_).crossings[x].capacity, block);
      for (const int i : classes) result_.blocks_per_meeting[at(i)] = blocks;
      result_.crossings.push_back(std::move(classes));
      result_.crossing_blocks.push_back(blocks);
    }
  }

  /// Blocks of the others that may still arrive before it is seen that a side has stopped.
  int unseen(std::size_t i) const {
    const auto& at_once = result_.blocks_per_meeting[i];
    if (numbers_.detection_days == 0 || !at_once) return 0;
    const auto every = std::max(1, exchange_of(c_).every);
    const auto meetings = (numbers_.detection_days + every - 1) / every;
    return static_cast<int>(std::min<std::int64_t>(result_.table.classes[i].blocks, meetings * *at_once));
  }

  void add_balance(int k) {
    const auto i = static_cast<std::size_t>(std::ranges::find(result_.categories, k) - result_.categories.begin());
    auto& of_class = result_.table.classes[i];
    for (std::size_t s = 0; s < c_.parties.size(); ++s) {
      auto& balance = of_class.balance.emplace_back();
      const auto ahead = static_cast<int>(s) == of_class.giver ? 0 : unseen(i);
      for (int x = 0; x <= of_class.blocks; ++x) {
        const auto delivered = std::min(result_.number[i], std::min(x + ahead, of_class.blocks) * result_.block[i]);
        balance.push_back(balance_of_rest(c_, numbers_, at(k), at(result_.parties[s]), result_.number[i] - delivered));
      }
    }
  }

  void add_order() {
    const auto index = [&](int k) {
      const auto found = std::ranges::find(result_.categories, k);
      return found == result_.categories.end() ? -1 : static_cast<int>(found - result_.categories.begin());
    };
    const auto add = [&](int before, int after) {
      if (before < 0 || after < 0 || before == after) return;
      const auto& classes = result_.table.classes;
      ExchangeTable::Precedence rule{before, after,
                                     std::vector<int>(at(classes[at(after)].blocks) + 1, classes[at(before)].blocks)};
      rule.needed.front() = 0;
      result_.table.order.push_back(std::move(rule));
    };
    for (const ExchangeOrder& order : exchange_of(c_).order)
      for (const int first : order.first)
        for (const int then : order.then) add(index(first), index(then));
    for (const int first : result_.categories)
      for (const int then : result_.categories)
        if (category(first).humanitarian && !category(then).humanitarian &&
            category(first).giver == category(then).giver)
          add(index(first), index(then));
  }

  const Case& c_;
  const ExchangeNumbers& numbers_;
  PhaseExchange result_;
};

}  // namespace

ExchangeNumbers central_numbers(const Case& c, const std::optional<Package>& package, CountOf count) {
  return numbers_of(c, package, count, NumberChoice());
}

ExchangeNumbers numbers_in_reading(const Case& c, const std::optional<Package>& package, CountOf count,
                                   std::uint64_t seed, std::uint64_t reading) {
  return numbers_of(c, package, count, NumberChoice(seed, reading));
}

bool is_one_reading(const Case& c) {
  const Exchange& exchange = exchange_of(c);
  const auto exact = [](const std::optional<Quantity>& quantity) { return !quantity || quantity->exact(); };
  for (const ExchangeCategory& k : exchange.categories) {
    if (!exact(k.agreed) || !exact(k.listed) || !exact(k.verified) || !exact(k.consenting) || !exact(k.delivered))
      return false;
    if (!std::ranges::all_of(k.priorities, [](const Priority& p) { return p.points.exact(); })) return false;
  }
  if (!std::ranges::all_of(exchange.guarantees, [](const ExchangeGuarantee& g) { return g.points.exact(); }))
    return false;
  for (const Party& party : c.parties)
    if (!std::ranges::all_of(party.preference.credences, exact)) return false;
  return exact(exchange.detection);
}

std::vector<Utility> by_side(const PhaseExchange& phase, const std::vector<Utility>& by_party) {
  std::vector<Utility> result;
  for (const int party : phase.parties) result.push_back(by_party[at(party)]);
  return result;
}

std::vector<Utility> balance_of(const PhaseExchange& phase) {
  std::vector<Utility> result(phase.parties.size());
  const Delivered nothing(phase.table.classes.size());
  for (std::size_t s = 0; s < result.size(); ++s)
    result[at(phase.parties[s])] = temptation_of(phase.table, static_cast<int>(s), nothing);
  return result;
}

std::vector<PhaseExchange> phase_exchanges(const Case& c, const ExchangeNumbers& numbers,
                                           std::optional<std::int64_t> likelihood) {
  std::vector<PhaseExchange> result;
  for (const int phase : phases_in_turn(c)) result.push_back(PhaseMaker(c, numbers, phase).make());
  // From the last phase back: what the phases after one are worth there, times the belief that they come.
  for (std::size_t p = result.size(); p-- > 1;) {
    for (std::size_t s = 0; s < c.parties.size(); ++s) {
      const auto party = at(result[p].parties[s]);
      const auto& belief = numbers.belief[party];
      const auto here = belief[at(result[p - 1].phase)];
      const auto next = belief[at(result[p].phase)];
      const auto given = likelihood  ? *likelihood
                         : here <= 0 ? 0
                                     : std::min(Decimal::whole, next * Decimal::whole / here);
      Wide rest = 0;
      for (std::size_t i = 0; i < result[p].categories.size(); ++i)
        rest += balance_of_rest(c, numbers, at(result[p].categories[i]), party, result[p].number[i]);
      rest += result[p].table.base[s];
      result[p - 1].table.base[s] = static_cast<Utility>(rest * given / Decimal::whole);
    }
  }
  return result;
}

}  // namespace parley
