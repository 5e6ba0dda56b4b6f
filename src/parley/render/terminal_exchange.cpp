#include <fmt/core.h>

#include "parley/case/exchange_of.h"
#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"
#include "parley/render/wording_exchange.h"

namespace parley {
namespace {

constexpr std::size_t steps_in_brief = 12;
constexpr std::size_t steps_in_full = 60;

void write_terms(Page& page, const Case& c, const ExchangePhase& phase) {
  Table table;
  table.columns = {{"handed over"}, {"by"}, {"to"}, {"number", true}, {"at a time", true}};
  for (std::size_t i = 0; i < phase.terms.categories.size(); ++i) {
    const auto& category = at(exchange_of(c).categories, phase.terms.categories[i]);
    table.rows.push_back({{category.name},
                          {party_name(c, category.giver)},
                          {party_name(c, category.receiver)},
                          {count_words(std::to_string(phase.terms.number[i]))},
                          {count_words(std::to_string(phase.terms.block[i]))}});
  }
  add_table(page, table);
}

std::vector<Cell> temptations(const ExchangeAnswer& answer, const std::vector<Utility>& temptation) {
  std::vector<Cell> cells;
  for (std::size_t p = 0; p < temptation.size(); ++p)
    cells.push_back({exchange_points(temptation[p]), temptation[p] > answer.guarantees[p] ? Tone::no : Tone::plain});
  return cells;
}

void write_plan_table(Page& page, const Case& c, const ExchangeAnswer& answer, const ExchangePhase& phase,
                      const ExchangePlan& plan, std::size_t most) {
  Table table;
  table.columns = {{"day", true}, {"who hands over what"}};
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    table.columns.push_back({party_name(c, static_cast<int>(p)), true});
  const auto add = [&](std::string day, std::string what, const std::vector<Utility>& temptation) {
    std::vector<Cell> row{{std::move(day)}, {std::move(what)}};
    for (auto& cell : temptations(answer, temptation)) row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  };
  add("", "before the first", plan.at_start);
  const auto shown = rows_shown(page, plan.steps.size(), most);
  for (std::size_t s = 0; s < shown; ++s)
    add(std::to_string(plan.steps[s].day), step_words(c, phase, plan.steps[s]), plan.steps[s].temptation);
  add_text(page, "How much each side is tempted to stop, in its own points, after each handover:");
  add_table(page, table);
  add_more(page, plan.steps.size() - shown);
}

void write_pairs(Page& page, const Case& c, const ExchangePhase& phase) {
  if (phase.pairs.empty()) return;
  add_gap(page);
  add_text(page, "The least guarantees with which some schedule carries itself, together:");
  Table table;
  table.columns = {{party_name(c, phase.pair_of[0]), true}, {party_name(c, phase.pair_of[1]), true}};
  const auto shown =
      page.style.all ? pairs_shown(phase.pairs.size(), phase.pairs.size()) : pairs_shown(phase.pairs.size(), 8);
  for (const std::size_t i : shown)
    table.rows.push_back({{exchange_points(phase.pairs[i][0])}, {exchange_points(phase.pairs[i][1])}});
  add_table(page, table);
  add_more(page, phase.pairs.size() - shown.size());
}

void write_what_ifs(Page& page, const ExchangePhase& phase) {
  if (phase.what_ifs.empty() || !phase.safest) return;
  add_gap(page);
  add_text(page, "The most that somebody is tempted above its guarantee, in the safest schedule:");
  Table table;
  table.columns = {{""}, {"points", true}};
  table.rows.push_back({{"as it is"}, {exchange_points(phase.safest->excess)}});
  for (const auto& what_if : phase.what_ifs)
    table.rows.push_back({{what_if.words}, {what_if.excess ? exchange_points(*what_if.excess) : "no schedule"}});
  add_table(page, table);
}

void write_phase(Page& page, const Case& c, const ExchangeAnswer& answer, const ExchangePhase& phase, Detail detail) {
  add_gap(page);
  add_text(page, phase_name(c, phase), 2, 2, Tone::strong);
  write_terms(page, c, phase);
  if (!phase.safest) {
    add_text(page, "No order of handovers obeys what must go before what, or there are too many to look at.", 2, 0,
             Tone::no);
    return;
  }
  add_gap(page);
  add_text(page, fmt::format("The safest schedule: {}.", plan_size(*phase.safest)));
  add_text(page, critical_words(c, answer, *phase.safest), 2, 0, phase.safest->excess > 0 ? Tone::no : Tone::yes);
  const bool full = detail == Detail::full;
  write_plan_table(page, c, answer, phase, *phase.safest, full ? steps_in_full : steps_in_brief);
  for (const std::string& sentence : phase_sentences(c, answer, phase)) add_text(page, "- " + sentence, 2, 2);
  if (!full) return;
  write_pairs(page, c, phase);
  write_what_ifs(page, phase);
  if (phase.tabled) {
    add_gap(page);
    add_text(page, fmt::format("The schedule on the table: {}.", plan_size(*phase.tabled)));
    add_text(page, critical_words(c, answer, *phase.tabled));
    write_plan_table(page, c, answer, phase, *phase.tabled, steps_in_full);
  }
}

}  // namespace

void write_exchange(Page& page, const Case& c, const ExchangeAnswer& answer, Detail detail) {
  add_heading(page, "HOW THE EXCHANGE COULD BE CARRIED OUT",
              answer.proposal >= 0 ? dated_proposal(c, answer.proposal) : "");
  add_text(page, exchange_scale_words());
  add_text(page, count_source_words(c, answer));
  std::vector<std::string> held;
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    if (answer.guarantees[p] > 0)
      held.push_back(
          fmt::format("{} by {}", party_name(c, static_cast<int>(p)), exchange_points(answer.guarantees[p])));
  add_text(page, held.empty() ? "Nothing holds anybody but what is still to come."
                              : fmt::format("Beside what is still to come, {}.", listed({"held are " + listed(held)})));
  for (const ExchangePhase& phase : answer.phases) write_phase(page, c, answer, phase, detail);
}

}  // namespace parley
