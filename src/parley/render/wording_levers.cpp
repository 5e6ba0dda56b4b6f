#include "parley/render/wording_levers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

#include "parley/render/wording.h"
#include "parley/render/wording_window.h"

namespace parley {
namespace {

std::string size_words(const ZoneSize& zone) {
  const std::string packages = count_words(zone.packages) + (zone.packages == "1" ? " package" : " packages");
  if (!zone.accepted) return fmt::format("about {} of {}", percent(zone.share), packages);
  return fmt::format("{} of {} ({})", count_words(*zone.accepted), packages, percent(zone.share));
}

std::string zone_sentence(const ZoneSize& before, const ZoneSize& after) {
  if (after.undecided) return "No package was found that everyone could accept, nor a proof that there is none.";
  if (after.empty && before.empty) return fmt::format("There still is no zone, among {} packages.", after.packages);
  if (after.empty) return "The zone closes: no package is left that everyone could accept.";
  if (before.empty) return fmt::format("A zone opens: everyone could accept {}.", size_words(after));
  const bool sampled = !before.accepted || !after.accepted;
  if (sampled && before.share_low <= after.share_high && after.share_low <= before.share_high)
    return fmt::format("The zone is {}, before {}: no more apart than the samples' 95 % intervals.", size_words(after),
                       size_words(before));
  const char* verb = after.share > before.share ? "grows" : after.share < before.share ? "shrinks" : "goes";
  return fmt::format("The zone {} from {} to {}.", verb, size_words(before), size_words(after));
}

std::string change_sentence(const Case& c, const SmallestChange& before, const SmallestChange& after) {
  std::string now = smallest_change_words(after);
  if (after.kind == SmallestChange::Kind::found) {
    // Many changes are for parley amend to tell.
    constexpr std::size_t most = 4;
    if (after.changed.size() <= most) now += ", " + terms_words(c, after.to, after.changed);
  }
  if (smallest_change_words(before) == smallest_change_words(after))
    return fmt::format("The smallest change that brings everyone in is another one: {}.", now);
  return fmt::format("The smallest change that brings everyone in: before {}, then {}.", smallest_change_words(before),
                     now);
}

void add_margins(const Case& c, const Leverage::OfText& before, const Leverage::OfText& after,
                 const LeverEffects& effects, std::vector<std::string>& sentences) {
  for (std::size_t p = 0; p < before.parties.size(); ++p)
    for (std::size_t k = 0; k < before.parties[p].principals.size(); ++k) {
      const PrincipalVerdict& then = before.parties[p].principals[k];
      if (then.advisory || effects.margin[p][k] == 0) continue;
      sentences.push_back(fmt::format("{}: from {} to {} against its floor.", name_of(c, then.who),
                                      signed_figure(then.central_margin),
                                      signed_figure(after.parties[p].principals[k].central_margin)));
    }
}

/// "from 12 % to 31 % of the readings (19 points more, 95 % interval 17 to 21)".
std::string shift_words(const LeverShare& share) {
  const double before = share.share.share - share.shift;
  std::string words = fmt::format("from {} to {} of the readings", percent(before), percent(share.share.share));
  if (share.shift_low == share.shift_high) return words;
  return words + fmt::format(" ({:+.1f} points, 95 % interval {:+.1f} to {:+.1f})", 100 * share.shift,
                             100 * share.shift_low, 100 * share.shift_high);
}

void add_shares(const Case& c, const LeverShares& shares, std::vector<std::string>& sentences) {
  for (std::size_t p = 0; p < shares.parties.size(); ++p)
    if (shares.parties[p].gained + shares.parties[p].lost > 0)
      sentences.push_back(fmt::format("{} consents {}.", c.parties[p].name, shift_words(shares.parties[p])));
  if (shares.everyone.gained + shares.everyone.lost > 0)
    sentences.push_back(fmt::format("All consent {}.", shift_words(shares.everyone)));
}

std::string open_sentence(const std::vector<Windows::Stretch>& open) {
  if (open.empty()) return "The zone is open on none of the days that parley window looks at.";
  std::vector<std::string> stretches;
  for (const Windows::Stretch& stretch : open) stretches.push_back(stretch_words(stretch.first, stretch.last));
  return fmt::format("The zone is open {}.", listed(stretches));
}

std::string told_days_words(const std::optional<int>& days) {
  return days ? number_of(static_cast<std::size_t>(*days), "day") : "no time that is told";
}

bool acts_on_time_alone(const Case& c, const Leverage::Setting& setting) {
  const auto on_time = [](const LeverChange& change) {
    const auto* breakdown = std::get_if<BreakdownChanged>(&change);
    return std::holds_alternative<DelayChanged>(change) || (breakdown != nullptr && !breakdown->value);
  };
  return std::ranges::all_of(setting.levers,
                             [&](int lever) { return std::ranges::all_of(at(c.levers, lever).changes, on_time); });
}

void add_text_effects(const Case& c, const Leverage::OfText& before, const Leverage::OfText& after,
                      const LeverEffects& effects, std::vector<std::string>& sentences) {
  for (std::size_t p = 0; p < before.parties.size(); ++p)
    if (effects.verdict[p])
      sentences.push_back(fmt::format("{}: from \"{}\" to \"{}\".", c.parties[p].name,
                                      verdict_words(before.parties[p].verdict),
                                      verdict_words(after.parties[p].verdict)));
  add_margins(c, before, after, effects, sentences);
  if (effects.change) sentences.push_back(change_sentence(c, before.change, after.change));
  if (effects.days)
    sentences.push_back(fmt::format("Approvals, if all are given: half within {}, before {}.",
                                    told_days_words(after.days), told_days_words(before.days)));
  if (after.shares) add_shares(c, *after.shares, sentences);
}

}  // namespace

std::string lever_name(const Case& c, int lever) {
  const Lever& it = at(c.levers, lever);
  return it.name.empty() ? it.id : it.name;
}

std::string setting_name(const Case& c, const Leverage::Setting& setting) {
  if (setting.levers.empty()) return "as it is";
  std::vector<std::string> names;
  for (const int lever : setting.levers) names.push_back(lever_name(c, lever));
  return fmt::format("{}", fmt::join(names, " with "));
}

std::vector<std::string> lever_changes(const Case& c, const Leverage::Setting& setting) {
  std::vector<std::string> clauses;
  for (const int lever : setting.levers)
    for (const LeverChange& change : at(c.levers, lever).changes) clauses.push_back(change_text(c, change));
  return clauses;
}

std::string zone_share_words(const Leverage::Setting& setting) {
  if (!setting.zone) return "not known";
  if (setting.zone->empty) return "none";
  if (setting.zone->undecided) return "perhaps none";
  return (setting.zone->accepted ? "" : "about ") + percent(setting.zone->share);
}

std::string smallest_change_words(const SmallestChange& change) {
  switch (change.kind) {
    case SmallestChange::Kind::none_needed:
      return "none needed";
    case SmallestChange::Kind::found:
      return number_of(change.changed.size(), "issue");
    case SmallestChange::Kind::impossible:
      return "none of any size";
    case SmallestChange::Kind::stopped:
      return "not found out";
  }
  std::abort();
}

std::vector<std::string> effect_sentences(const Case& c, const Leverage& answer, const Leverage::Setting& setting) {
  const Leverage::Setting& before = answer.as_it_is;
  const LeverEffects effects = effects_of(before, setting);
  std::vector<std::string> sentences;
  if (setting.text && !setting.text->replaced.empty()) {
    std::vector<std::string> issues;
    for (const int issue : setting.text->replaced) issues.push_back(issue_name(c, issue));
    sentences.push_back(fmt::format("The text is read with other terms on {}.", listed(issues)));
  }
  if (effects.zone && before.zone && setting.zone)
    sentences.push_back(zone_sentence(*before.zone, *setting.zone));
  else if (effects.zone)
    sentences.emplace_back("The size of the zone could be found only on one side of this comparison.");
  if (effects.open) sentences.push_back(open_sentence(setting.open));
  if (before.text && setting.text) add_text_effects(c, *before.text, *setting.text, effects, sentences);
  if (!effects.any()) {
    sentences.emplace_back(before.text
                               ? "Changes nothing of this: the zone, who can accept the text, its smallest change."
                               : "Changes nothing about the zone.");
    if (acts_on_time_alone(c, setting))
      sentences.emplace_back(
          "It acts on how long approvals take or on how soon talks break down, on which none of this "
          "hangs.");
  }
  return sentences;
}

std::string shares_words(const Leverage& answer) {
  switch (answer.no_shares) {
    case NoShares::given:
      return fmt::format(
          "Shares are of {} that agree with the case as it is and with what was said; none of them foretells an "
          "answer.",
          number_of(answer.readings, "reading"));
    case NoShares::no_grounds:
      return "No shares of readings are given: for some party no source bounds what it would consent to, and it said "
             "nothing that does; parley acceptance tells which statement would help.";
    case NoShares::too_few:
      return "No shares of readings are given: hardly any of those drawn agree with what was said in the talks.";
    case NoShares::stopped:
      return "No shares of readings are given: the drawing was stopped.";
  }
  std::abort();
}

std::string no_levers_words() {
  return "The case names no levers. A lever is a change that somebody could bring about, written down under a name: a "
         "third party takes a stance, an exit is closed, a phase is extended. For instance:";
}

std::vector<std::string> lever_example() {
  return {"levers:",
          "  ally-objects:",
          "    name: the ally objects",
          "    changes:",
          "      - stance:",
          "          ally.operation: opposed",
          "      - exit: operation",
          "        of: north",
          "        closed: yes"};
}

}  // namespace parley
