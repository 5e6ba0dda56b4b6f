#include "parley/model/waiting_value.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "parley/model/opening.h"
#include "parley/model/weights.h"

namespace parley {
namespace {

/// A chance or patience, in millionths.
struct Part {
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t central() const { return (low + high) / 2; }
  std::array<std::int64_t, 2> ends() const { return {low, high}; }
};

/// What holds during a period.
struct PeriodTerms {
  Appraisal exit;
  Appraisal flow;
  Appraisal breakdown;
  Part breaks;
};

enum class Rounding { down, nearest, up };

Utility quotient(Wide a, Wide b, Rounding rounding) {
  if (rounding == Rounding::nearest) return static_cast<Utility>((2 * a + b) / (2 * b));
  return static_cast<Utility>(rounding == Rounding::down ? a / b : (a + b - 1) / b);
}

/// Talking on for one period, for what comes after it.
Utility talking(Utility flow, Utility breakdown, Utility after, std::int64_t patience, std::int64_t breaks,
                Rounding rounding) {
  const Wide worth = Wide{Decimal::whole - patience} * Decimal::whole * flow +
                     Wide{patience} * (Wide{Decimal::whole - breaks} * after + Wide{breaks} * breakdown);
  return quotient(worth, Wide{Decimal::whole} * Decimal::whole, rounding);
}

/// Talking on for ever, with the same terms in each period.
Utility talking_on(Utility flow, Utility breakdown, std::int64_t patience, std::int64_t breaks, Rounding rounding) {
  const Wide share = Wide{Decimal::whole} * Decimal::whole - Wide{patience} * (Decimal::whole - breaks);
  if (share == 0) return flow;
  return quotient(Wide{Decimal::whole - patience} * Decimal::whole * flow + Wide{patience} * breaks * breakdown, share,
                  rounding);
}

Appraisal or_exit(const Appraisal& exit, const Appraisal& talks) {
  return {{std::max(exit.span.low, talks.span.low), std::max(exit.span.high, talks.span.high)},
          std::max(exit.central, talks.central)};
}

/// One of the three figures of an appraisal, and which way it is rounded.
struct Figure {
  Utility (*of)(const Appraisal&);
  Rounding rounding;
};
constexpr Figure lowest_figure{[](const Appraisal& a) { return a.span.low; }, Rounding::down};
constexpr Figure highest_figure{[](const Appraisal& a) { return a.span.high; }, Rounding::up};
constexpr Figure central_figure{[](const Appraisal& a) { return a.central; }, Rounding::nearest};

/// The better of exit and talks, which are worth `talks(figure, patience, breaks)`: that grows or falls throughout in
/// patience and in breaks, so that its least and its most lie at the ends of their ranges.
template <class Talks>
Appraisal better_of(const PeriodTerms& terms, const Part& patience, const Talks& talks) {
  Appraisal worth{{unit, 0}, talks(central_figure, patience.central(), terms.breaks.central())};
  for (const std::int64_t p : patience.ends())
    for (const std::int64_t b : terms.breaks.ends())
      worth.span = {std::min(worth.span.low, talks(lowest_figure, p, b)),
                    std::max(worth.span.high, talks(highest_figure, p, b))};
  return or_exit(terms.exit, worth);
}

Appraisal for_ever(const PeriodTerms& terms, const Part& patience) {
  return better_of(terms, patience, [&](const Figure& figure, std::int64_t p, std::int64_t b) {
    return talking_on(figure.of(terms.flow), figure.of(terms.breakdown), p, b, figure.rounding);
  });
}

Appraisal one_period(const PeriodTerms& terms, const Part& patience, const Appraisal& after) {
  return better_of(terms, patience, [&](const Figure& figure, std::int64_t p, std::int64_t b) {
    return talking(figure.of(terms.flow), figure.of(terms.breakdown), figure.of(after), p, b, figure.rounding);
  });
}

Appraisal hull(const Appraisal& a, const Appraisal& b) {
  if (a == b) return a;
  const Span span{std::min(a.span.low, b.span.low), std::max(a.span.high, b.span.high)};
  return {span, (span.low + span.high) / 2};
}

Appraisal best_exit(const Case& c, const World& world, const NoDeal& no_deal, const std::vector<Opening>& openings,
                    Date date) {
  Appraisal sure;
  Appraisal perhaps;
  for (std::size_t e = 0; e < openings.size(); ++e) {
    const Open open = open_on(openings[e], date);
    const auto stated = values_on(c, world, no_deal.exits[e].values, date);
    if (open == Open::no || stated.empty()) continue;
    perhaps = or_exit(perhaps, appraisal_of(stated));
    if (open == Open::yes) sure = or_exit(sure, appraisal_of(stated));
  }
  return hull(sure, perhaps);
}

/// The waiting value while the stances that nobody knows stand in one way.
class Waiting {
 public:
  Waiting(const Case& c, const World& world, const NoDeal& no_deal)
      : case_(c), world_(world), no_deal_(no_deal), openings_(openings_of(no_deal)), changes_(changes_of(no_deal)) {
    patience_ = {Decimal::whole, Decimal::whole};
    if (no_deal.patience) patience_ = {no_deal.patience->low.millionths, no_deal.patience->high.millionths};
    known_.resize(changes_.size() + 1);
  }

  Appraisal on(Date date) {
    constexpr std::int64_t most = 20'000;
    const std::int64_t period = std::max(1, no_deal_.period_days);
    const std::int64_t left = changes_.empty() ? 0 : std::max<std::int64_t>(0, days_between(date, changes_.back()));
    const std::int64_t periods = std::min((left + period - 1) / period, most);
    const auto day = [&](std::int64_t k) { return Date{date.day + std::chrono::days{static_cast<int>(k * period)}}; };
    Appraisal value = for_ever(terms_on(day(periods)), patience_);
    if (periods * period < left) value.span = {0, unit};
    for (std::int64_t k = periods - 1; k >= 0; --k) value = one_period(terms_on(day(k)), patience_, value);
    return value;
  }

 private:
  /// The same between two changes, and looked up once.
  const PeriodTerms& terms_on(Date date) {
    const auto stretch = static_cast<std::size_t>(std::ranges::upper_bound(changes_, date) - changes_.begin());
    auto& known = known_[stretch];
    if (known) return *known;
    const auto worth = [&](const std::vector<DatedValue>& values) {
      const auto stated = values_on(case_, world_, values, date);
      return stated.empty() ? Appraisal{} : appraisal_of(stated);
    };
    PeriodTerms terms{
        best_exit(case_, world_, no_deal_, openings_, date), worth(no_deal_.flow), worth(no_deal_.breakdown), {}};
    const auto chances = values_on(case_, world_, no_deal_.breakdown_chance, date);
    if (!chances.empty()) terms.breaks = {Decimal::whole, 0};
    for (const DatedValue* chance : chances)
      terms.breaks = {std::min(terms.breaks.low, chance->value.low.millionths),
                      std::max(terms.breaks.high, chance->value.high.millionths)};
    return known.emplace(terms);
  }

  const Case& case_;
  const World& world_;
  const NoDeal& no_deal_;
  std::vector<Opening> openings_;
  std::vector<Date> changes_;
  Part patience_;
  std::vector<std::optional<PeriodTerms>> known_;  ///< before the first change, and from each of them on
};

}  // namespace

std::vector<Date> changes_of(const NoDeal& no_deal) {
  std::vector<Date> days;
  const auto add = [&](Date date) {
    if (date > beginning && date < never) days.push_back(Date{date.day});
  };
  const auto add_values = [&](const std::vector<DatedValue>& values) {
    for (const DatedValue& value : values)
      if (value.since) add(*value.since);
  };
  add_values(no_deal.flow);
  add_values(no_deal.breakdown);
  add_values(no_deal.breakdown_chance);
  for (const Exit& exit : no_deal.exits) add_values(exit.values);
  for (const Opening& opening : openings_of(no_deal)) {
    if (opening.earliest == never) continue;
    add(opening.earliest);
    add(opening.latest);
    for (const Date last : {opening.sure_until, opening.until})
      if (last != never) add(Date{last.day + std::chrono::days{1}});
  }
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  return days;
}

std::optional<Appraisal> waiting_value(const Case& c, const NoDeal& no_deal, Date date) {
  constexpr std::size_t most_worlds = 64;
  if (no_deal.flow.empty() || (!no_deal.patience && no_deal.breakdown_chance.empty())) return std::nullopt;
  if (!no_deal.breakdown_chance.empty() && no_deal.breakdown.empty()) return std::nullopt;
  std::vector<const std::vector<DatedValue>*> lists{&no_deal.flow, &no_deal.breakdown, &no_deal.breakdown_chance};
  for (const Exit& exit : no_deal.exits) lists.push_back(&exit.values);
  const auto worlds = worlds_of(c, lists);
  if (worlds.empty() || worlds.size() > most_worlds) return std::nullopt;
  std::optional<Appraisal> all;
  bool alike = true;
  for (const World& world : worlds) {
    const Appraisal value = Waiting(c, world, no_deal).on(date);
    alike = alike && (!all || *all == value);
    all = all ? hull(*all, value) : value;
  }
  if (!alike && all) all->central = (all->span.low + all->span.high) / 2;
  return all;
}

}  // namespace parley
