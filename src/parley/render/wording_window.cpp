#include "parley/render/wording_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "parley/render/wording.h"

namespace parley {
namespace {

std::string changes_words(const Windows& answer, const std::vector<int>& changes) {
  std::vector<std::string> texts;
  for (const int change : changes) texts.push_back(at(answer.changes, change).text);
  return fmt::format("{}", fmt::join(texts, "; "));
}

/// The words of each entry, those that say the same as the one before left out.
std::string chain(const std::vector<Windows::Since>& history,
                  const std::function<std::string(const Windows::Since&)>& words) {
  std::string out;
  std::string last;
  for (const Windows::Since& since : history) {
    const std::string now = words(since);
    if (now == last) continue;
    out += last.empty() ? now : fmt::format("; from {} {}", to_words(since.date), now);
    last = now;
  }
  return out;
}

/// "40 to 50 %" of 10^-9, with as many digits as tell the ends apart from 0 and 1.
std::string chance_words(const Span& span) {
  const auto part = [](Utility u) { return static_cast<double>(u) / static_cast<double>(unit); };
  if (percent(part(span.low)) == percent(part(span.high))) return percent(part(span.low));
  return percent(part(span.low)) + " to " + percent(part(span.high));
}

std::string even_words(const BreakEven& even, const std::string& central, const std::string& range) {
  std::string words = central == range ? central : fmt::format("{} ({})", central, range);
  if (!even.in_every_reading) words += ", in some readings at none";
  return words;
}

}  // namespace

std::string stretch_words(Date first, Date last) {
  if (first == last) return "on " + to_words(first);
  return fmt::format("from {} to {}", to_words(first), to_words(last));
}

std::vector<std::string> open_sentences(const Windows& answer, const std::vector<Windows::Stretch>& open,
                                        std::string_view reading) {
  if (open.empty()) return {fmt::format("{} the zone is open on none of these days.", reading)};
  std::vector<std::string> sentences;
  for (const Windows::Stretch& stretch : open) {
    std::string words = fmt::format("{} the zone is open {}.", reading, stretch_words(stretch.first, stretch.last));
    if (stretch.opens) words += fmt::format(" What opens it: {}.", changes_words(answer, stretch.opened));
    if (stretch.closes) words += fmt::format(" What closes it: {}.", changes_words(answer, stretch.closed));
    sentences.push_back(std::move(words));
  }
  return sentences;
}

std::string unchanged_words(const Windows& answer) {
  if (!answer.changes.empty()) return "";
  return fmt::format("Nothing in the case changes after {}, up to {}: the zone stays as it is.", to_words(answer.from),
                     to_words(answer.until));
}

std::string ratified_words(const Windows& answer) {
  if (answer.ratified.empty()) return "";
  return fmt::format(
      "If everyone whose approval the newest text needs gives it, all have done so by {} with a chance of {}, by {} of "
      "{}{}; a refusal returns it to the table.",
      to_words(answer.moments.front().date), percent(answer.ratified.front()), to_words(answer.moments.back().date),
      percent(answer.ratified.back()), answer.ratified_assumed ? " (which rests on assumptions alone)" : "");
}

std::string zone_words(const Windows::ZoneOn& zone) {
  if (!zone.central) return "not known";
  std::string central = *zone.central ? "open" : "closed";
  switch (zone.open) {
    case Verdict::certainly:
      return "certainly open";
    case Verdict::certainly_not:
      return "certainly closed";
    case Verdict::possibly:
      break;
  }
  return central;
}

std::string zone_share_words(const Windows::ZoneOn& zone) {
  if (!zone.central) return "";
  if (!*zone.central) return "none";
  return zone.accepted ? percent(std::clamp(zone.share, 1e-9, 1.0)) : "about " + percent(zone.share);
}

std::string history_words(const std::vector<Windows::Since>& history) {
  return chain(history, [](const Windows::Since& since) { return std::string(verdict_words(since.verdict)); });
}

std::string central_history_words(const std::vector<Windows::Since>& history, bool bracketed) {
  return chain(history, [&](const Windows::Since& since) -> std::string {
    if (bracketed) return std::string(completions_words(since.completions));
    return since.completions == Completions::every ? "can" : "cannot";
  });
}

std::string appraisal_words(const Appraisal& appraisal) {
  const std::string central = figure(appraisal.central);
  const std::string range = figures(appraisal.span);
  return central == range ? central : fmt::format("{} ({})", central, range);
}

std::string even_chance_words(const BreakEven& even) {
  switch (even.kind) {
    case BreakEven::Kind::never:
      return "at no chance: even success is worth less";
    case BreakEven::Kind::always:
      return "at no chance: even failure is worth more";
    case BreakEven::Kind::unclear:
      return "not to be told: success may be worth no more than failure";
    case BreakEven::Kind::at:
      break;
  }
  return even_words(even, chance_words({even.central, even.central}), chance_words(even.span));
}

std::string even_cost_words(const BreakEven& even) {
  switch (even.kind) {
    case BreakEven::Kind::never:
      return "at no cost: it is worth less even for nothing";
    case BreakEven::Kind::always:
      return "at no cost: it is worth more at any";
    case BreakEven::Kind::unclear:
      return "not to be told";
    case BreakEven::Kind::at:
      break;
  }
  return even_words(even, figure(even.central), figures(even.span));
}

std::string gamble_words(const Case& c, const Windows::Even& even) {
  const Exit& exit = at(at(c.parties, even.who.party).no_deal.exits, even.exit);
  const DatedValue& value = at(exit.values, even.value);
  std::string words = exit.name.empty() ? exit.id : exit.name;
  if (value.since) words += " since " + to_words(*value.since);
  if (value.third_party < 0) return words;
  const ThirdParty& third = at(c.third_parties, value.third_party);
  const Stance& stance = at(third.stances, value.stance);
  return words + fmt::format(", {} on {}: {}", third.name.empty() ? third.id : third.name,
                             stance.name.empty() ? stance.id : stance.name, at(stance.positions, value.position));
}

}  // namespace parley
