#include "parley/ask/levers.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "parley/ask/amend.h"
#include "parley/ask/consent.h"
#include "parley/ask/spaces.h"
#include "parley/at.h"
#include "parley/case/pull_lever.h"

namespace parley {
namespace {

/// The case with the one text that is asked about, and without what was said: all that the figures hang on.
Case about(const Case& c, int proposal) {
  Case bare = c;
  bare.proposals.clear();
  if (proposal >= 0) {
    bare.proposals.push_back(c.proposals[at(proposal)]);
    bare.proposals.front().parent = -1;
  }
  bare.responses.clear();
  bare.approvals.clear();
  bare.events.clear();
  return bare;
}

SmallestChange smallest_change(const Amendments& found) {
  SmallestChange change;
  change.from = found.from;
  if (found.already) {
    change.kind = SmallestChange::Kind::none_needed;
  } else if (may_miss_smaller(found)) {
    change.kind = SmallestChange::Kind::stopped;
  } else if (found.amendments.empty()) {
    change.kind = SmallestChange::Kind::impossible;
  } else {
    change.kind = SmallestChange::Kind::found;
    change.to = found.amendments.front().to;
    change.changed = found.amendments.front().changed;
  }
  return change;
}

/// Looks at one setting after the other, and notes how far the answer can be relied on.
class LeverSettings {
 public:
  LeverSettings(const Case& c, Date as_of, int proposal, const LeverOptions& options)
      : case_(about(c, proposal)), as_of_(as_of), until_(window_end(c, as_of)), options_(options) {
    if (proposal >= 0) readings_.emplace(c, as_of, ReadingOptions{options.readings, options.seed, true, options.stop});
  }

  void describe(Leverage& answer) const {
    if (!readings_) return;
    answer.no_shares = readings_->none();
    answer.readings = readings_->agreeing();
  }

  Leverage::Setting look(std::vector<int> levers) {
    Leverage::Setting setting;
    std::ranges::sort(levers, {}, [&](int lever) { return lever_key(case_, lever); });
    setting.levers = std::move(levers);
    if (!setting.levers.empty()) setting.hindrance = hindrance(case_, setting.levers);
    if (setting.hindrance) return setting;
    const Case changed = pull_levers(case_, setting.levers);
    const Model model = compile(changed, as_of_);
    if (const auto spaces = Spaces::of(changed, model, options_.stop))
      setting.zone = zone_size(*spaces, options_.seed, options_.stop);
    if (!setting.zone || setting.zone->undecided) stopped_ = true;
    if (setting.zone && !setting.zone->accepted) sampled_ = true;
    setting.open = open_days(changed);
    if (!changed.proposals.empty()) setting.text = of_text(changed, model, setting.levers);
    return setting;
  }

  Guarantee guarantee() const {
    Guarantee made = without_shares();
    if (!readings_ || readings_->none() != NoShares::given || readings_->exact()) return made;
    if (made.kind == Guarantee::Kind::exact) made.kind = Guarantee::Kind::estimate;
    made.words += fmt::format(
        " Shares are of {} readings, the same ones in each setting, which agree with what was said in the talks; they "
        "carry 95 % intervals.",
        readings_->agreeing());
    return made;
  }

  Guarantee without_shares() const {
    if (stopped_)
      return {Guarantee::Kind::stopped, 0,
              "Stopped before the end (interrupted, or rules and combinations tie the issues together beyond what can "
              "be computed): what is shown holds, but some figures are missing or may be of smaller changes yet."};
    if (sampled_)
      return {
          Guarantee::Kind::estimate, 0,
          "Verdicts and smallest changes are exact; sizes of zones are estimated from samples, with 95 % intervals, "
          "so that small differences between them may be chance."};
    return {Guarantee::Kind::exact, 0,
            "Exact: sizes, margins and smallest changes for the central reading of each setting, verdicts over all "
            "readings."};
  }

  static std::tuple<std::string, std::string> lever_key(const Case& c, int lever) {
    return {c.levers[at(lever)].name, c.levers[at(lever)].id};
  }

 private:
  /// Days on which the zone is open, in the frame of the case as it is.
  std::vector<Windows::Stretch> open_days(const Case& changed) const {
    WindowOptions how;
    how.from = as_of_;
    how.until = until_;
    how.alternatives = false;
    how.seed = options_.seed;
    how.stop = options_.stop;
    if (as_of_ == Date{} || !window_refusal(changed, as_of_, how).empty()) return {};
    std::vector<Windows::Stretch> open = windows(changed, as_of_, how).open.central;
    // What opens and closes the zone is told by index, which is another one in another case.
    for (Windows::Stretch& stretch : open) {
      stretch.opened.clear();
      stretch.closed.clear();
    }
    return open;
  }

  Leverage::OfText of_text(const Case& changed, const Model& model, const std::vector<int>& levers) {
    Leverage::OfText text;
    text.replaced = terms_replaced(case_, levers, case_.proposals.front());
    Explanation explanation = explain(changed, model, 0);
    text.parties = std::move(explanation.parties);
    text.everyone = explanation.everyone;
    AmendOptions how;
    how.wanted = 1;
    how.obstacles = false;
    how.stop = options_.stop;
    text.change = smallest_change(amend(changed, model, 0, how));
    if (readings_) text.shares = readings_->shares(changed, text.change.from);
    const Ratification ratification = ratification_of(changed, model, 0);
    if (!ratification.untold) text.days = day_of(ratification.days, 0.5);
    if (explanation.completions_bounded || text.change.kind == SmallestChange::Kind::stopped) stopped_ = true;
    return text;
  }

  Case case_;
  Date as_of_;
  Date until_;
  const LeverOptions& options_;
  std::optional<LeverReadings> readings_;
  bool stopped_ = false;
  bool sampled_ = false;
};

std::vector<int> all_levers(const Case& c) {
  std::vector<int> all;
  for (int lever = 0; lever < std::ssize(c.levers); ++lever) all.push_back(lever);
  return all;
}

/// Each once, in the order of their names.
std::vector<int> by_name(const Case& c, std::vector<int> levers) {
  std::ranges::sort(levers, {}, [&](int lever) { return std::pair(LeverSettings::lever_key(c, lever), lever); });
  const auto repeated = std::ranges::unique(levers);
  levers.erase(repeated.begin(), repeated.end());
  return levers;
}

/// The combinations of two levers and more, each once, the smaller ones first and then in the order of their names.
std::vector<std::vector<int>> combinations(const Case& c, const std::vector<std::vector<int>>& asked) {
  std::vector<std::vector<int>> result;
  for (const auto& levers : asked) result.push_back(by_name(c, levers));
  std::erase_if(result, [](const auto& levers) { return levers.size() < 2; });
  const auto key = [&](const std::vector<int>& levers) {
    std::vector<std::tuple<std::string, std::string>> names;
    for (const int lever : levers) names.push_back(LeverSettings::lever_key(c, lever));
    return std::pair(levers.size(), std::move(names));
  };
  std::ranges::sort(result, {}, key);
  const auto repeated = std::ranges::unique(result);
  result.erase(repeated.begin(), repeated.end());
  return result;
}

bool same_change(const SmallestChange& a, const SmallestChange& b) {
  return a.kind == b.kind && a.changed == b.changed && a.to == b.to;
}

}  // namespace

Leverage leverage(const Case& c, Date as_of, int proposal, const LeverOptions& options) {
  Leverage answer;
  answer.heading = heading(c, "levers", as_of);
  answer.proposal = proposal;
  LeverSettings settings(c, as_of, proposal, options);
  answer.as_it_is = settings.look({});
  for (const int lever : by_name(c, options.only.empty() ? all_levers(c) : options.only))
    answer.alone.push_back(settings.look({lever}));
  for (const auto& levers : combinations(c, options.together)) answer.together.push_back(settings.look(levers));
  answer.heading.guarantee = settings.guarantee();
  settings.describe(answer);
  return answer;
}

bool LeverEffects::any() const {
  if (zone || change || share || open || days || std::ranges::count(verdict, true) > 0) return true;
  return std::ranges::any_of(margin, [](const std::vector<Utility>& principals) {
    return std::ranges::any_of(principals, [](Utility grown) { return grown != 0; });
  });
}

LeverEffects effects_of(const Leverage::Setting& before, const Leverage::Setting& after) {
  LeverEffects effects;
  effects.zone = before.zone != after.zone;
  effects.open = before.open != after.open;
  if (!before.text || !after.text) return effects;
  if (after.text->shares) effects.share = after.text->shares->moved();
  effects.days = before.text->days != after.text->days;
  effects.change = !same_change(before.text->change, after.text->change);
  for (std::size_t p = 0; p < before.text->parties.size(); ++p) {
    const PartyVerdict& then = before.text->parties[p];
    const PartyVerdict& now = after.text->parties[p];
    effects.verdict.push_back(then.verdict != now.verdict);
    std::vector<Utility> margins;
    for (std::size_t k = 0; k < then.principals.size(); ++k)
      margins.push_back(now.principals[k].central_margin - then.principals[k].central_margin);
    effects.margin.push_back(std::move(margins));
  }
  return effects;
}

}  // namespace parley
