#include <fmt/format.h>

#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"

namespace parley::html {
namespace {

std::string row(std::string_view question, std::string_view target, const std::string& answer) {
  return fmt::format("<div><dt><a href=\"#{}\">{}</a></dt><dd>{}</dd></div>\n", target, question, answer);
}

/// "accepted by Israel and rejected by Hamas".
std::string answers_in_words(const Page& page, const Standing::Version& version) {
  constexpr std::pair<Answer, const char*> words[] = {
      {Answer::accept, "accepted by"},
      {Answer::accept_with_reservations, "accepted with reservations by"},
      {Answer::reject, "rejected by"},
      {Answer::counter, "countered by"},
      {Answer::silence, "not answered by"}};
  std::vector<std::string> parts;
  for (const auto& [answer, said] : words) {
    std::vector<std::string> who;
    for (const auto& each : version.answers) {
      if (each.response && each.response->answer == answer && each.by.principal < 0)
        who.push_back(actor(page.c, each.by));
    }
    if (!who.empty()) parts.push_back(fmt::format("{} {}", said, listed(who)));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string standing_words(const Page& page) {
  const Standing& standing = page.analysis.standing;
  if (standing.versions.empty()) return "No text has been tabled.";
  const auto& newest = standing.versions.back();
  std::string out = standing.state == TalksState::agreed    ? "<b>Agreed.</b> "
                    : standing.state == TalksState::waiting ? "<b>Waiting for answers.</b> "
                                                            : "<b>Stalled.</b> ";
  const auto& text = page.c.proposals[static_cast<std::size_t>(newest.proposal)];
  out += fmt::format("The newest text is {}{}", proposal(page.c, newest.proposal),
                     text.date ? " of " + to_words(*text.date) : "");
  if (const auto said = answers_in_words(page, newest); !said.empty()) out += ", " + said;
  out += ". ";
  std::vector<std::string> waiting;
  for (const auto& pending : standing.pending) {
    if (pending.asked) waiting.push_back(actor(page.c, pending.who));
  }
  if (!waiting.empty()) out += fmt::format("Approval is still awaited from {}.", listed(waiting));
  return out;
}

std::string explain_words(const Page& page) {
  if (page.analysis.explanations.empty()) return "There is no text to judge.";
  std::vector<std::string> parts;
  for (const Verdict each : {Verdict::certainly, Verdict::possibly, Verdict::certainly_not}) {
    std::vector<std::string> who;
    for (const auto& side : page.analysis.explanations.back().parties) {
      if (side.verdict == each) who.push_back(fmt::format("<b>{}</b>", party(page.c, side.party)));
    }
    if (!who.empty()) parts.push_back(fmt::format("{} {}", listed(who), verdict(each)));
  }
  return fmt::format("{}, over everything that the case leaves open. {}", fmt::join(parts, "; "),
                     together_words(page.analysis.explanations.back()));
}

std::string zone_words(const Page& page) {
  const Zone& zone = page.analysis.zone;
  if (!zone.computed) return escape(zone.heading.guarantee.words);
  if (zone.empty) return "No package meets every side’s conditions in the central reading.";
  if (zone.undecided)
    return "Perhaps none: no package was found that everyone could accept, nor a proof that there is none.";
  if (zone.accepted) {
    return fmt::format(
        "<b>{}</b> of {} packages ({}), in the central reading: the middle of what the case leaves open.",
        grouped(*zone.accepted), grouped(zone.packages), percent(zone.share));
  }
  return fmt::format(
      "About <b>{}</b> of {} packages ({} to {}), in the central reading: the middle of what the case "
      "leaves open.",
      percent(zone.share), grouped(zone.packages), percent(zone.share_low), percent(zone.share_high));
}

std::string amend_words(const Page& page) {
  if (page.analysis.amendments.empty()) return "There is no text to change.";
  const Amendments& found = page.analysis.amendments.back();
  if (found.already) return "None is needed: in the central reading everyone could consent to the newest text.";
  if (found.amendments.empty() && may_miss_smaller(found)) return escape(found.heading.guarantee.words);
  if (found.amendments.empty()) {
    return "No change of any size is enough while every condition stands. The conditions in the way are shown below.";
  }
  std::vector<std::string> sets;
  for (const auto& amendment : found.amendments) {
    std::vector<std::string> names;
    names.reserve(amendment.changed.size());
    for (const int changed : amendment.changed) names.push_back(issue(page.c, changed));
    sets.push_back(listed(names));
  }
  std::string all;
  for (const auto& set : sets) all += (all.empty() ? "" : "; or ") + set;
  return fmt::format("Changes in <b>{}</b>, {}: {}.{}",
                     plural(found.amendments.front().changed.size(), "issue", "issues"),
                     may_miss_smaller(found) ? "perhaps in fewer" : "and in no fewer", all,
                     found.more ? " There are further ways of the same size." : "");
}

std::string contention_words(const Page& page) {
  std::vector<std::string> parts;
  for (const auto& entry : page.analysis.contention.issues) {
    if (parts.size() == 3 || entry.cost == 0) break;
    parts.push_back(fmt::format("<b>{}</b> ({})", issue(page.c, entry.issue), percent(entry.share)));
  }
  if (parts.empty()) return "Nothing: every side can have its way at once.";
  return fmt::format("Most of all {}, as shares of what opposition costs.", listed(parts));
}

}  // namespace

std::string summary_section(const Page& page) {
  return "<section class=\"summary\">\n" + heading(2, "summary", "In short") + "<dl>\n" +
         row("Where do the talks stand?", "standing", standing_words(page)) +
         row("Who could accept the newest text?", "explain", explain_words(page)) +
         row("What could everyone accept?", "zone", zone_words(page)) +
         row("Which smallest changes would bring everyone in?", "amend", amend_words(page)) +
         row("What holds them apart?", "contention", contention_words(page)) + "</dl>\n</section>\n";
}

}  // namespace parley::html
