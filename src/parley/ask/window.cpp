#include "parley/ask/window.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <set>

#include "parley/ask/consent.h"
#include "parley/ask/versions.h"
#include "parley/ask/window_changes.h"
#include "parley/ask/window_outlook.h"
#include "parley/at.h"
#include "parley/model/opening.h"
#include "parley/model/waiting_value.h"

namespace parley {
namespace {

Date later(Date date, int days) { return Date{date.day + std::chrono::days{days}}; }

/// The days that a question is about.
struct Frame {
  Date from;
  Date until;
  int step = 1;
};

Frame frame_of(const std::vector<Windows::Change>& changes, Date as_of, const WindowOptions& options) {
  constexpr int week = 7;
  constexpr int least_after = 4 * week;
  constexpr int rows = 60;
  Frame frame;
  frame.from = Date{options.from.value_or(as_of).day};
  if (!options.from && as_of == Date{} && !changes.empty()) frame.from = later(changes.front().date, -1);
  const int to_last = changes.empty() ? 0 : std::max(0, days_between(frame.from, changes.back().date));
  frame.until =
      options.until ? last_day_of(*options.until) : later(frame.from, to_last + std::max(least_after, to_last / 4));
  const int days = std::max(0, days_between(frame.from, frame.until));
  frame.step = options.step_days.value_or(std::max(week, (days + rows - 1) / rows));
  return frame;
}

/// The case as if a third party had taken a position.
Case with_position(Case c, const Windows::Alternative& alternative) {
  c.third_parties[at(alternative.third_party)].stances[at(alternative.stance)].now = alternative.position;
  return c;
}

class Watch {
 public:
  Watch(const Case& c, Date as_of, const WindowOptions& options)
      : case_(c), as_of_(as_of), options_(options), outlook_(c, options) {}

  Windows watched() {
    answer_.heading = heading(case_, "window", as_of_);
    set_frame();
    for (const Date turn : answer_.turns) models_.push_back(compile(case_, turn));
    add_moments();
    std::vector<Windows::ZoneOn> zones;
    for (const Model& model : models_) zones.push_back(outlook_.zone(model));
    answer_.open = open_in(zones);
    for (const int proposal : versions_by(case_, as_of_)) add_text(proposal);
    if (options_.alternatives)
      for (const NamedStance& stance : stances_named(case_)) add_alternatives(stance);
    add_evens();
    add_ratified();
    set_guarantee();
    return std::move(answer_);
  }

 private:
  void set_frame() {
    answer_.changes = window_changes(case_);
    const Frame frame = frame_of(answer_.changes, as_of_, options_);
    answer_.from = frame.from;
    answer_.until = frame.until;
    std::erase_if(answer_.changes, [&](const Windows::Change& change) {
      return change.date <= frame.from || change.date > frame.until;
    });
    std::set<Date> turns{frame.from};
    for (const Windows::Change& change : answer_.changes) turns.insert(change.date);
    answer_.turns.assign(turns.begin(), turns.end());
    dates_ = std::move(turns);
    for (Date date = frame.from; date <= frame.until; date = later(date, frame.step)) dates_.insert(date);
    dates_.insert(frame.until);
  }

  std::vector<int> changes_on(Date date) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < answer_.changes.size(); ++i)
      if (answer_.changes[i].date == date) found.push_back(static_cast<int>(i));
    return found;
  }

  /// Floors stay as they are between two turns.
  void add_moments() {
    std::size_t turn = 0;
    for (const Date date : dates_) {
      while (turn + 1 < answer_.turns.size() && answer_.turns[turn + 1] <= date) ++turn;
      Windows::Moment moment;
      moment.date = date;
      moment.changes = changes_on(date);
      moment.floors = models_[turn].floors;
      for (const Party& party : case_.parties) moment.waiting.push_back(waiting_value(case_, party.no_deal, date));
      moment.zone = outlook_.zone(models_[turn]);
      answer_.moments.push_back(std::move(moment));
    }
  }

  template <class Holds>
  std::vector<Windows::Stretch> stretches(const std::vector<Windows::ZoneOn>& zones, const Holds& holds) const {
    std::vector<Windows::Stretch> found;
    bool open = false;
    for (std::size_t i = 0; i < zones.size(); ++i) {
      const Date date = answer_.turns[i];
      if (holds(zones[i]) == open) continue;
      open = !open;
      if (open) {
        found.push_back({date, answer_.until, i > 0, false, changes_on(date), {}});
      } else {
        found.back().last = later(date, -1);
        found.back().closes = true;
        found.back().closed = changes_on(date);
      }
    }
    return found;
  }

  Windows::Open open_in(const std::vector<Windows::ZoneOn>& zones) const {
    using On = Windows::ZoneOn;
    return {stretches(zones, [](const On& on) { return on.central == true; }),
            stretches(zones, [](const On& on) { return on.open != Verdict::certainly_not; }),
            stretches(zones, [](const On& on) { return on.open == Verdict::certainly; })};
  }

  static void note(std::vector<Windows::Since>& history, Date date, Verdict verdict, Completions completions) {
    if (!history.empty() && history.back().verdict == verdict && history.back().completions == completions) return;
    history.push_back({date, verdict, completions});
  }

  void add_text(int proposal) {
    Windows::Tabled tabled;
    tabled.proposal = proposal;
    tabled.worth.resize(case_.parties.size());
    for (const Party& party : case_.parties) {
      tabled.parties.emplace_back();
      tabled.principals.emplace_back(party.principals.size());
    }
    for (std::size_t turn = 0; turn < models_.size(); ++turn) {
      if (options_.stop.stop_requested()) break;
      const Date date = answer_.turns[turn];
      const auto& verdicts = outlook_.text(models_[turn], proposal);
      for (std::size_t p = 0; p < verdicts.size(); ++p) {
        if (turn == 0)
          for (const PrincipalVerdict& verdict : verdicts[p].principals)
            tabled.worth[p].push_back({verdict.utility, verdict.central_utility});
        note(tabled.parties[p], date, verdicts[p].verdict, verdicts[p].completions);
        for (std::size_t k = 0; k < verdicts[p].principals.size(); ++k)
          note(tabled.principals[p][k], date, verdicts[p].principals[k].verdict, verdicts[p].principals[k].completions);
      }
    }
    answer_.tabled.push_back(std::move(tabled));
  }

  void add_alternatives(const NamedStance& named) {
    const Stance& stance = case_.third_parties[at(named.third_party)].stances[at(named.stance)];
    for (std::size_t position = 0; position < stance.positions.size(); ++position) {
      Windows::Alternative alternative;
      alternative.third_party = named.third_party;
      alternative.stance = named.stance;
      alternative.position = static_cast<int>(position);
      alternative.now = stance.now == alternative.position;
      const Case other = with_position(case_, alternative);
      for (const Date turn : answer_.turns) alternative.zones.push_back(outlook_.zone(compile(other, turn)));
      alternative.open = open_in(alternative.zones);
      answer_.alternatives.push_back(std::move(alternative));
    }
  }

  /// The gambles that an exit may come to be on the days asked about.
  std::set<int> gambles_of(const NoDeal& no_deal, std::size_t exit) const {
    std::set<int> found;
    const auto& values = no_deal.exits[exit].values;
    const Opening opening = openings_of(no_deal)[exit];
    if (opening.earliest > answer_.until || opening.until < answer_.from) return found;
    for (const World& world : worlds_of(case_, {&values}))
      for (const Date turn : answer_.turns)
        for (const DatedValue* value : values_on(case_, world, values, turn))
          if (value->gamble) found.insert(static_cast<int>(value - values.data()));
    return found;
  }

  void add_evens() {
    if (answer_.tabled.empty() || options_.stop.stop_requested()) return;
    answer_.newest = answer_.tabled.back().proposal;
    const auto& verdicts = outlook_.text(models_.front(), answer_.newest);
    for (std::size_t p = 0; p < case_.parties.size(); ++p) {
      const NoDeal& no_deal = case_.parties[p].no_deal;
      for (std::size_t e = 0; e < no_deal.exits.size(); ++e)
        for (const int value : gambles_of(no_deal, e))
          if (const auto& gamble = no_deal.exits[e].values[at(value)].gamble)
            for (const PrincipalVerdict& verdict : verdicts[p].principals) {
              const Appraisal text{verdict.utility, verdict.central_utility};
              answer_.evens.push_back({verdict.who, static_cast<int>(e), value, worth_of(*gamble), text,
                                       break_even_chance(*gamble, text), break_even_cost(*gamble, text)});
            }
    }
  }

  void add_ratified() {
    if (answer_.newest < 0 || as_of_ == Date{}) return;
    const Ratification ratification = ratification_of(case_, compile(case_, as_of_), answer_.newest);
    if (ratification.untold) return;
    answer_.ratified_assumed = ratification.assumptions_only;
    for (const Windows::Moment& moment : answer_.moments)
      answer_.ratified.push_back(chance_within(ratification.days, days_between(as_of_, moment.date)));
  }

  void set_guarantee() {
    Guarantee& guarantee = answer_.heading.guarantee;
    if (outlook_.undecided() || options_.stop.stop_requested()) {
      guarantee.kind = Guarantee::Kind::stopped;
      guarantee.words =
          "Stopped before the end, or tied together beyond what can be computed: what is shown holds, but on some days "
          "it is not known whether the zone is open.";
      return;
    }
    guarantee.words =
        "To the day for the central reading. \"Certainly\" holds in every reading; \"possibly\" may be certain either "
        "way, since utilities are bounded issue by issue there. Waiting values are bounds.";
    if (!outlook_.estimated()) return;
    guarantee.kind = Guarantee::Kind::estimate;
    guarantee.words += " The zone's size is estimated from samples, with a 95 % interval.";
  }

  const Case& case_;
  Date as_of_;
  const WindowOptions& options_;
  Outlook outlook_;
  Windows answer_;
  std::set<Date> dates_;
  std::vector<Model> models_;  ///< for each turn
};

}  // namespace

std::string window_refusal(const Case& c, Date as_of, const WindowOptions& options) {
  constexpr std::int64_t most = 1000;
  if (options.step_days && *options.step_days <= 0)
    return fmt::format("a step of {} days leads nowhere; take 1 or more", *options.step_days);
  const auto changes = window_changes(c);
  const Frame frame = frame_of(changes, as_of, options);
  if (frame.until < frame.from)
    return fmt::format("the last day, {}, lies before the first, {}", to_words(frame.until), to_words(frame.from));
  std::set<Date> turns;
  for (const Windows::Change& change : changes)
    if (change.date > frame.from && change.date <= frame.until) turns.insert(change.date);
  const std::int64_t dates =
      days_between(frame.from, frame.until) / frame.step + 2 + static_cast<std::int64_t>(turns.size());
  if (dates > most)
    return fmt::format("that would be {} dates, and {} are the most; take a longer step or fewer days", dates, most);
  return "";
}

Date window_end(const Case& c, Date as_of) { return frame_of(window_changes(c), as_of, {}).until; }

Windows windows(const Case& c, Date as_of, const WindowOptions& options) { return Watch(c, as_of, options).watched(); }

}  // namespace parley
