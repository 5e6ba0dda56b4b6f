#include "parley/ask/exchange_statements.h"

#include <fmt/core.h>

#include "parley/at.h"
#include "parley/case/exchange_of.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

class ExchangeCollector {
 public:
  explicit ExchangeCollector(const Case& c) : c_(c), exchange_(exchange_of(c)) {}

  std::vector<ExchangeStatement> collect() {
    for (const Crossing& crossing : exchange_.crossings)
      add(crossing.name, "capacity " + text_of(crossing.capacity), crossing.capacity.from);
    for (const ExchangeCategory& category : exchange_.categories) add_category(category);
    for (const ExchangeOrder& order : exchange_.order)
      add("order of the exchange", fmt::format("{} before {}", names(order.first), names(order.then)), order.from);
    for (const ExchangeRatio& ratio : exchange_.ratios)
      add("ratio", fmt::format("{} {} for each of {}", to_text(ratio.number), name(ratio.of), name(ratio.each)),
          ratio.from);
    for (const ExchangeGuarantee& guarantee : exchange_.guarantees) {
      const std::string held =
          guarantee.holder < 0 ? "" : fmt::format(", held by {}", c_.third_parties[at(guarantee.holder)].name);
      add_number(fmt::format("guarantee of {}{}", c_.parties[at(guarantee.party)].name, held), guarantee.points);
    }
    if (exchange_.detection)
      add("until a breach is seen", duration_text(exchange_.detection->low, exchange_.detection->high),
          exchange_.detection->from);
    if (!exchange_.schedule.empty())
      add("schedule on the table", fmt::format("{} handovers", exchange_.schedule.size()), exchange_.from);
    return std::move(statements_);
  }

 private:
  const std::string& name(int category) const { return exchange_.categories[at(category)].name; }

  std::string names(const std::vector<int>& categories) const {
    std::vector<std::string> all;
    for (const int k : categories) all.push_back(name(k));
    return listed(all);
  }

  static std::string text_of(const Capacity& capacity) {
    return fmt::format("{} in {}", capacity.most,
                       duration_text(Decimal::of(capacity.days), Decimal::of(capacity.days)));
  }

  void add_category(const ExchangeCategory& category) {
    const auto count = [&](const char* what, const std::optional<Quantity>& number) {
      if (number) add_number(fmt::format("{} {}", category.name, what), *number);
    };
    count("agreed", category.agreed);
    count("listed", category.listed);
    count("verified", category.verified);
    count("who want to go", category.consenting);
    count("handed over", category.delivered);
    if (category.capacity) add(category.name, "capacity " + text_of(*category.capacity), category.capacity->from);
    if (category.humanitarian) add(category.name, "go first", category.from);
    for (const Priority& priority : category.priorities)
      add_number(fmt::format("{}, priority for {}", c_.parties[at(priority.party)].name, category.name),
                 priority.points);
  }

  void add_number(const std::string& about, const Quantity& number) {
    if (number.claims.empty()) add(about, range_text(number.low, number.high), number.from);
    for (const Claim& claim : number.claims) add(about, range_text(claim.low, claim.high), claim.from);
  }

  void add(std::string about, std::string says, const Provenance& from) {
    statements_.push_back({std::move(about), std::move(says), from});
  }

  const Case& c_;
  const Exchange& exchange_;
  std::vector<ExchangeStatement> statements_;
};

}  // namespace

std::vector<ExchangeStatement> exchange_statements(const Case& c) {
  return c.exchange ? ExchangeCollector(c).collect() : std::vector<ExchangeStatement>();
}

}  // namespace parley
