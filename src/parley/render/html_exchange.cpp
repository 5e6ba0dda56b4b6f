#include "parley/case/exchange_of.h"
#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/svg_exchange.h"
#include "parley/render/wording.h"
#include "parley/render/wording_exchange.h"

namespace parley::html {
namespace {

constexpr std::size_t steps_shown = 200;
constexpr std::size_t pairs_in_table = 40;

std::string terms(const Case& c, const ExchangePhase& phase) {
  std::string rows;
  for (std::size_t i = 0; i < phase.terms.categories.size(); ++i) {
    const auto& category = at(exchange_of(c).categories, phase.terms.categories[i]);
    rows += fmt::format(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"figure\">{}</td><td "
        "class=\"figure\">{}</td></tr>\n",
        escape(category.name), party(c, category.giver), party(c, category.receiver),
        grouped(std::to_string(phase.terms.number[i])), grouped(std::to_string(phase.terms.block[i])));
  }
  return table("Who hands over what to whom", {"Handed over", "By", "To", "Number", "At a time"}, rows);
}

std::string temptation_cells(const ExchangeAnswer& answer, const std::vector<Utility>& temptation) {
  std::string cells;
  for (std::size_t p = 0; p < temptation.size(); ++p) {
    const bool above = temptation[p] > answer.guarantees[p];
    cells += fmt::format("<td class=\"figure\">{}{}{}</td>", above ? "<strong>" : "", exchange_points(temptation[p]),
                         above ? "</strong>" : "");
  }
  return cells;
}

std::string plan_table(const Case& c, const ExchangeAnswer& answer, const ExchangePhase& phase,
                       const ExchangePlan& plan, const std::string& caption) {
  std::string rows = fmt::format("<tr><td></td><th scope=\"row\">before the first</th>{}</tr>\n",
                                 temptation_cells(answer, plan.at_start));
  for (std::size_t s = 0; s < plan.steps.size() && s < steps_shown; ++s)
    rows +=
        fmt::format("<tr><td class=\"figure\">{}</td><th scope=\"row\">{}</th>{}</tr>\n", plan.steps[s].day,
                    escape(step_words(c, phase, plan.steps[s])), temptation_cells(answer, plan.steps[s].temptation));
  auto out = table(caption, with_parties({"Day", "Who hands over what"}, c), rows);
  if (plan.steps.size() > steps_shown)
    out += fmt::format("<p>{} more: <code>parley exchange --json</code> has them all.</p>\n",
                       plan.steps.size() - steps_shown);
  return out;
}

std::string picture(const Case& c, const ExchangeAnswer& answer, const ExchangePhase& phase, const ExchangePlan& plan,
                    std::size_t index) {
  ExchangePicture drawn;
  drawn.id = fmt::format("exchange-{}", index);
  drawn.title = fmt::format("Temptation to stop, handover by handover: {}", escape(phase_name(c, phase)));
  drawn.description = "The table below the picture has its figures.";
  for (const ExchangeStep& step : plan.steps) drawn.days.push_back(step.day);
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    ExchangePicture::Side side{party(c, static_cast<int>(p)), static_cast<int>(p), answer.guarantees[p], {}};
    side.temptation.push_back(plan.at_start[p]);
    for (const ExchangeStep& step : plan.steps) side.temptation.push_back(step.temptation[p]);
    drawn.sides.push_back(std::move(side));
  }
  return fmt::format(
      "<figure>\n{}<figcaption>How much each side would gain by stopping, in its own points: before the first handover "
      "and after each. Dotted across, what holds it beside the rest of the exchange; hatched, what lies above "
      "that.</figcaption>\n</figure>\n",
      exchange_picture(drawn));
}

std::string pairs(const Case& c, const ExchangePhase& phase) {
  if (phase.pairs.empty()) return "";
  std::string rows;
  for (const std::size_t i : pairs_shown(phase.pairs.size(), pairs_in_table))
    rows += fmt::format("<tr><td class=\"figure\">{}</td><td class=\"figure\">{}</td></tr>\n",
                        exchange_points(phase.pairs[i][0]), exchange_points(phase.pairs[i][1]));
  const auto caption = phase.pairs.size() > pairs_in_table
                           ? fmt::format("The least guarantees with which some schedule carries itself: {} of {} pairs",
                                         pairs_in_table, phase.pairs.size())
                           : std::string("The least guarantees with which some schedule carries itself");
  return table(caption, {party(c, phase.pair_of[0]), party(c, phase.pair_of[1])}, rows);
}

std::string what_ifs(const ExchangePhase& phase, const ExchangePlan& as_it_is) {
  if (phase.what_ifs.empty()) return "";
  auto rows = fmt::format("<tr><th scope=\"row\">as it is</th><td class=\"figure\">{}</td></tr>\n",
                          exchange_points(as_it_is.excess));
  for (const auto& what_if : phase.what_ifs)
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"figure\">{}</td></tr>\n", escape(what_if.words),
                        what_if.excess ? exchange_points(*what_if.excess) : "no schedule");
  return table("The most that somebody is tempted above its guarantee, in the safest schedule", {"", "Points"}, rows);
}

std::string phase_part(const Case& c, const ExchangeAnswer& answer, const ExchangePhase& phase, std::size_t index) {
  std::string out = heading(3, "", escape(phase_name(c, phase))) + terms(c, phase);
  if (!phase.safest)
    return out + "<p>No order of handovers obeys what must go before what, or there are too many to look at.</p>\n";
  out += fmt::format("<p class=\"lead\">The safest schedule: {}. {}</p>\n", plan_size(*phase.safest),
                     escape(critical_words(c, answer, *phase.safest)));
  out += picture(c, answer, phase, *phase.safest, index);
  out += plan_table(c, answer, phase, *phase.safest,
                    "The safest schedule, and how much each side is tempted after each handover");
  out += "<ul>\n";
  for (const std::string& sentence : phase_sentences(c, answer, phase))
    out += fmt::format("<li>{}</li>\n", escape(sentence));
  out += "</ul>\n" + pairs(c, phase) + what_ifs(phase, *phase.safest);
  if (phase.tabled) {
    out += fmt::format("<p>{}</p>\n", escape(critical_words(c, answer, *phase.tabled)));
    out += plan_table(c, answer, phase, *phase.tabled, "The schedule on the table");
  }
  return out;
}

}  // namespace

std::string exchange_section(const Case& c, const ExchangeAnswer& answer) {
  std::string out = "<section>\n" + heading(2, "exchange", "How the exchange could be carried out");
  out += fmt::format("<p class=\"lead\">{}</p>\n<p>{}</p>\n", escape(exchange_scale_words()),
                     escape(count_source_words(c, answer)));
  for (std::size_t i = 0; i < answer.phases.size(); ++i) out += phase_part(c, answer, answer.phases[i], i);
  return out + "</section>\n";
}

}  // namespace parley::html
