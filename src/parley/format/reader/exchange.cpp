#include "parley/format/reader/exchange.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "parley/at.h"
#include "parley/format/reader/quantity.h"

namespace parley {
namespace {

constexpr std::int64_t most_handed_over = 1'000'000'000;
constexpr std::int64_t most_exchange_days = 100'000;
constexpr std::size_t most_categories = 64;

constexpr NumberKind handed_over_kind{"a number of people or things", Decimal::of(0), Decimal::of(most_handed_over)};
constexpr NumberKind ratio_kind{"a ratio", Decimal::of(0), Decimal::of(most_handed_over)};

bool is_whole(Decimal number) { return number.millionths % Decimal::of(1).millionths == 0; }

/// Reads the exchange block by block: crossings and categories first, whose words the others use.
class ExchangeReader {
 public:
  ExchangeReader(Reading& r, const Node& node) : r_(r), fields_(r, node, "exchange") {
    exchange_.from = fields_.from(r);
  }

  void read() {
    if (!fields_.is_block()) return;
    for (const auto& entry : read_named(r_, fields_.find("crossings"), "crossings", crossings_))
      exchange_.crossings.push_back(read_crossing(entry));
    const Node* categories = fields_.find("categories");
    for (const auto& entry : read_named(r_, categories, "categories", categories_, most_categories))
      exchange_.categories.push_back(read_category(entry));
    if (categories != nullptr && categories->kind == Node::Kind::mapping && categories->entries.empty())
      r_.report(categories->place, "nothing is exchanged here", "name what is handed over, or remove the exchange");
    for (const Node& item : read_items(r_, fields_.find("order"), "the order")) read_order(item);
    for (const Node& item : read_items(r_, fields_.find("ratios"), "the ratios")) read_ratio(item);
    for (const Node& item : read_items(r_, fields_.find("guarantees"), "the guarantees")) read_guarantee(item);
    read_handover();
    if (const Node* every = fields_.find("every")) exchange_.every = read_days(r_, *every).value_or(1);
    if (const Node* detection = fields_.find("detection"))
      exchange_.detection = read_time(r_, *detection, exchange_.from);
    for (const Node& item : read_items(r_, fields_.find("schedule"), "the schedule")) read_planned(item);
    r_.value.exchange = std::move(exchange_);
  }

 private:
  Capacity read_capacity(const Node& node, const Provenance& around) {
    const Fields fields(r_, node, "capacity");
    Capacity capacity;
    capacity.from = fields.from(r_, around);
    if (const Node* most = fields.find("most"))
      capacity.most = read_whole(r_, *most, "a capacity", 1, most_handed_over).value_or(1);
    if (const Node* per = fields.find("per")) capacity.days = read_days(r_, *per).value_or(1);
    return capacity;
  }

  Crossing read_crossing(const Node::Entry& entry) {
    const Fields fields(r_, entry.value, "crossing", entry.place);
    Crossing crossing;
    crossing.id = entry.key;
    crossing.name = fields.line(r_, "name", name_from(entry.key));
    crossing.from = fields.from(r_);
    if (const Node* capacity = fields.find("capacity")) crossing.capacity = read_capacity(*capacity, crossing.from);
    return crossing;
  }

  std::optional<Quantity> read_count(const Fields& fields, std::string_view key, const Provenance& around) {
    const Node* node = fields.find(key);
    if (node == nullptr) return std::nullopt;
    auto count = read_quantity(r_, *node, handed_over_kind, around);
    if (!count) return std::nullopt;
    bool whole = is_whole(count->low) && is_whole(count->high);
    for (const Claim& claim : count->claims) whole = whole && is_whole(claim.low) && is_whole(claim.high);
    if (whole) return count;
    r_.report(node->place, fmt::format("'{}' counts people or things: whole numbers only", key),
              "write a whole number or a range of them, such as 33..40");
    return std::nullopt;
  }

  void read_giver_and_receiver(const Fields& fields, ExchangeCategory& category) {
    category.giver = fields.word(r_, "by", "a party", r_.parties);
    category.receiver = fields.word(r_, "to", "a party", r_.parties);
    const auto parties = static_cast<int>(r_.parties.all().size());
    if (fields.has("to") || category.giver < 0) {
      if (category.giver >= 0 && category.giver == category.receiver)
        r_.report(fields.find("to")->place, "who hands over is not who receives", "name another party");
    } else if (parties == 2) {
      category.receiver = 1 - category.giver;
    } else {
      r_.report(fields.place(), "it is not said who receives this", "add to: PARTY");
    }
  }

  void read_agreed(const Fields& fields, ExchangeCategory& category) {
    category.issue = fields.word(r_, "issue", "an issue", r_.issues);
    category.agreed = read_count(fields, "agreed", category.from);
    if (fields.has("issue") == fields.has("agreed"))
      r_.report(fields.place(), "it is not clear how many are agreed",
                "name the issue that says it, or write agreed: NUMBER; one of the two");
    if (category.issue < 0) return;
    const Issue& issue = r_.value.issues[at(category.issue)];
    if (issue.kind != IssueKind::count || issue.first < 0)
      r_.report(fields.find("issue")->place, fmt::format("{} does not count people or things", issue.name),
                "name an issue of the kind count, from 0 on, or write agreed: NUMBER");
    category.phase = issue.phase;
    category.unit = issue.unit;
  }

  ExchangeCategory read_category(const Node::Entry& entry) {
    const Fields fields(r_, entry.value, "category", entry.place);
    ExchangeCategory category;
    category.id = entry.key;
    category.name = fields.line(r_, "name", name_from(entry.key));
    category.from = fields.from(r_);
    read_giver_and_receiver(fields, category);
    read_agreed(fields, category);
    category.unit = fields.line(r_, "unit", category.unit);
    if (const Node* things = fields.find("things")) category.people = !read_yes_or_no(r_, *things);
    if (const Node* first = fields.find("humanitarian")) category.humanitarian = read_yes_or_no(r_, *first);
    if (fields.has("phase")) category.phase = std::max(0, fields.word(r_, "phase", "a phase", r_.phases));
    category.listed = read_count(fields, "listed", category.from);
    category.verified = read_count(fields, "verified", category.from);
    category.consenting = read_count(fields, "consenting", category.from);
    category.delivered = read_count(fields, "delivered", category.from);
    if (const Node* block = fields.find("block"))
      category.block = read_whole(r_, *block, "a block", 1, most_handed_over).value_or(1);
    if (const Node* capacity = fields.find("capacity")) category.capacity = read_capacity(*capacity, category.from);
    category.crossing = fields.word(r_, "crossing", "a crossing", crossings_);
    for (const auto& priority : read_entries(r_, fields.find("priority"), "priorities"))
      read_priority(priority, category);
    return category;
  }

  void read_priority(const Node::Entry& entry, ExchangeCategory& category) {
    Priority priority;
    priority.party = find_word(r_, entry.key, entry.place, "a party", r_.parties);
    const bool block = entry.value.kind == Node::Kind::mapping;
    static const std::vector<std::string> shapes{"even", "diminishing", "growing"};
    std::optional<Quantity> points;
    if (block) {
      const Fields fields(r_, entry.value, "priority", entry.place);
      points = read_stated(r_, fields, points_kind, fields.from(r_, category.from));
      if (const Node* shape = fields.find("remaining"))
        priority.shape = static_cast<RemainderShape>(std::max(0, read_word(r_, *shape, "a shape", shapes)));
    } else {
      points = read_quantity(r_, entry.value, points_kind, category.from);
    }
    if (!points || priority.party < 0) return;
    priority.points = *points;
    category.priorities.push_back(std::move(priority));
  }

  std::vector<int> read_some_categories(const Fields& fields, std::string_view key) {
    return read_words(r_, read_one_or_items(r_, fields.find(key), "categories"), "a category", categories_);
  }

  void read_order(const Node& item) {
    const Fields fields(r_, item, "exchange order");
    ExchangeOrder order;
    order.first = read_some_categories(fields, "first");
    order.then = read_some_categories(fields, "then");
    order.from = fields.from(r_, exchange_.from);
    exchange_.order.push_back(std::move(order));
  }

  void read_ratio(const Node& item) {
    const Fields fields(r_, item, "exchange ratio");
    ExchangeRatio ratio;
    ratio.of = fields.word(r_, "of", "a category", categories_);
    ratio.each = fields.word(r_, "each", "a category", categories_);
    ratio.from = fields.from(r_, exchange_.from);
    const Node* number = fields.find("number");
    if (number == nullptr) return;
    const auto read = read_number(r_, *number, ratio_kind);
    if (!read || ratio.of < 0 || ratio.each < 0) return;
    ratio.number = *read;
    exchange_.ratios.push_back(std::move(ratio));
  }

  void read_guarantee(const Node& item) {
    const Fields fields(r_, item, "exchange guarantee");
    ExchangeGuarantee guarantee;
    guarantee.party = fields.word(r_, "of", "a party", r_.parties);
    guarantee.holder = fields.word(r_, "held-by", "a third party", r_.third_parties);
    guarantee.from = fields.from(r_, exchange_.from);
    const auto points = read_stated(r_, fields, points_kind, guarantee.from);
    if (!points || guarantee.party < 0) return;
    guarantee.points = *points;
    exchange_.guarantees.push_back(std::move(guarantee));
  }

  void read_handover() {
    static const std::vector<std::string> ways{"in turn", "together"};
    if (const Node* handover = fields_.find("handover"))
      exchange_.together = read_word(r_, *handover, "a way of handing over", ways) == 1;
    exchange_.neutral = fields_.word(r_, "through", "a third party", r_.third_parties);
  }

  void read_planned(const Node& item) {
    const Fields fields(r_, item, "planned handover");
    PlannedHandover planned;
    planned.number.resize(exchange_.categories.size());
    planned.place = item.place;
    if (const Node* day = fields.find("day"))
      planned.day = static_cast<int>(read_whole(r_, *day, "a day", 1, most_exchange_days).value_or(1));
    for (const auto& entry : read_entries(r_, fields.find("hand-over"), "what is handed over")) {
      const int category = find_word(r_, entry.key, entry.place, "a category", categories_);
      const auto number = read_whole(r_, entry.value, "a number of people or things", 0, most_handed_over);
      if (category >= 0 && number && at(category) < planned.number.size()) planned.number[at(category)] = *number;
    }
    exchange_.schedule.push_back(std::move(planned));
  }

  Reading& r_;
  Fields fields_;
  Exchange exchange_;
  Words crossings_, categories_;
};

}  // namespace

void read_exchange(Reading& r, const Node* node) {
  if (node != nullptr) ExchangeReader(r, *node).read();
}

}  // namespace parley
