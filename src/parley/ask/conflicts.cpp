#include "parley/ask/conflicts.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "parley/ask/versions.h"
#include "parley/case/mapped.h"

namespace parley {
namespace {

using std::chrono::sys_days;

/// What is reported, by whom it is told, and what it says.
struct Report {
  int index = -1;
  std::optional<Date> date;
  int source = -1;
  std::vector<Actor> told_by;  ///< assessments only
  int says = 0;
  std::optional<Date> asked;  ///< approvals only
};

using Subject = std::tuple<int, int, int, int>;
using Subjects = std::map<Subject, std::vector<Report>>;

Subject subject(int proposal, const Actor& who) { return {proposal, who.party, who.principal, who.third_party}; }

sys_days first_day(const Report& report) { return report.date ? report.date->day : sys_days::min(); }
sys_days last_day(const Report& report) { return report.date ? last_day_of(*report.date).day : sys_days::min(); }

bool told_alike(const Report& a, const Report& b) { return a.source == b.source && a.told_by == b.told_by; }

/// Reports that say one thing and belong to one group: of them all, only how far they reach matters to later reports.
class Bundle {
 public:
  void add(const Report& report) {
    if (farthest_ == nullptr || last_day(report) > last_day(*farthest_)) {
      if (farthest_ != nullptr && !told_alike(*farthest_, report)) other_ = farthest_;
      farthest_ = &report;
    } else if (!told_alike(*farthest_, report) && (other_ == nullptr || last_day(report) > last_day(*other_))) {
      other_ = &report;
    }
  }

  /// One that a later report may contradict, since it is told otherwise; null: there is none.
  const Report* told_unlike(const Report& later) const {
    const Report* found = farthest_ != nullptr && told_alike(*farthest_, later) ? other_ : farthest_;
    return found != nullptr && last_day(*found) >= first_day(later) ? found : nullptr;
  }

  /// What is left of it where it holds nothing that is told otherwise than a later report.
  const Report* farthest() const { return farthest_; }

 private:
  const Report* farthest_ = nullptr;
  const Report* other_ = nullptr;  ///< the farthest of those that are told otherwise than that
};

/// The reports so far that say one thing.
class Voices {
 public:
  /// Hands out one of each group that a later report, which says something else, contradicts. What it contradicts
  /// becomes one group with it, and one bundle: each report is handed out once, and then stands in the bundle.
  template <typename Join>
  void contradicted_by(const Report& later, const Join& join) {
    const Teller own = teller(later);
    Bundle joined;
    if (const Report* found = bundle_.told_unlike(later)) {
      join(*found);
      joined = bundle_;
    } else if (const Report* left = bundle_.farthest(); left != nullptr && told_alike(*left, later)) {
      alone_[own].push_back(left);
    }
    for (auto at = alone_.begin(); at != alone_.end();) {
      if (at->first == own) {
        ++at;
        continue;
      }
      for (const Report* report : at->second) {
        if (last_day(*report) < first_day(later)) continue;
        join(*report);
        joined.add(*report);
      }
      at = alone_.erase(at);
    }
    bundle_ = joined;
  }

  void add(const Report& report) { alone_[teller(report)].push_back(&report); }

 private:
  using Teller = std::pair<int, std::vector<std::tuple<int, int, int>>>;
  static Teller teller(const Report& report) {
    Teller teller{report.source, {}};
    for (const Actor& who : report.told_by) teller.second.emplace_back(who.party, who.principal, who.third_party);
    return teller;
  }

  Bundle bundle_;
  std::map<Teller, std::vector<const Report*>> alone_;  ///< in no bundle yet, by who tells them
};

/// Outcomes of one asking contradict each other on whatever days they came. Reports that say the same and have the same
/// source contradict the same others.
template <typename Join>
void join_outcomes_of_one_asking(std::span<const Report> reports, const Join& join) {
  using SaidBy = std::pair<int, int>;
  std::map<sys_days, std::map<SaidBy, std::vector<std::size_t>>> askings;
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (const auto& asked = reports[i].asked; asked && asked->exact())
      askings[asked->day][{reports[i].says, reports[i].source}].push_back(i);
  for (const auto& [day, voices] : askings)
    for (const auto& [a, by_a] : voices)
      for (const auto& [b, by_b] : voices)
        if (a.first != b.first && a.second != b.second)
          for (const std::size_t one : by_b) join(by_a.front(), one);
}

/// The groups of reports that contradict each other, one of them through others.
std::vector<std::vector<int>> groups(std::vector<Report> reports) {
  std::ranges::stable_sort(reports, {}, first_day);
  std::vector<std::size_t> group(reports.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
  };
  std::map<int, Voices> voices;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto join = [&](const Report& earlier) {
      group[root(i)] = root(static_cast<std::size_t>(&earlier - reports.data()));
    };
    for (auto& [says, others] : voices)
      if (says != reports[i].says) others.contradicted_by(reports[i], join);
    voices[reports[i].says].add(reports[i]);
  }
  join_outcomes_of_one_asking(reports, [&](std::size_t a, std::size_t b) { group[root(b)] = root(a); });
  std::map<std::size_t, std::vector<int>> by_root;
  for (std::size_t i = 0; i < reports.size(); ++i) by_root[root(i)].push_back(reports[i].index);
  std::vector<std::vector<int>> result;
  for (auto& [_, members] : by_root) {
    if (members.size() < 2) continue;
    std::ranges::sort(members);
    result.push_back(std::move(members));
  }
  return result;
}

/// Whether reports of one thing, which happened once, give it dates that cannot all be the same.
bool dates_differ(std::span<const Report> run) {
  sys_days latest_first = sys_days::min();
  sys_days earliest_last = sys_days::max();
  std::map<int, std::pair<sys_days, sys_days>> by_source;  // the same two for each of them
  for (const Report& report : run) {
    latest_first = std::max(latest_first, first_day(report));
    earliest_last = std::min(earliest_last, last_day(report));
    auto& [first, last] = by_source.try_emplace(report.source, first_day(report), last_day(report)).first->second;
    first = std::max(first, first_day(report));
    last = std::min(last, last_day(report));
    if (first > last) return false;
  }
  return by_source.size() > 1 && latest_first > earliest_last;
}

/// Each stretch of reports that say the same, in the order of their dates, whose dates contradict each other.
std::vector<std::vector<Report>> runs_at_odds(std::vector<Report> reports) {
  std::erase_if(reports, [](const Report& report) { return !report.date; });
  std::ranges::stable_sort(reports, {}, [](const Report& report) { return std::pair(first_day(report), report.says); });
  std::vector<std::vector<Report>> result;
  for (auto from = reports.begin(); from != reports.end();) {
    const auto to = std::find_if(from, reports.end(), [&](const Report& report) { return report.says != from->says; });
    if (dates_differ({from, to})) result.emplace_back(from, to);
    from = to;
  }
  return result;
}

Conflict conflict(Conflict::Kind kind, const Subject& about, std::vector<int> reports) {
  const auto [proposal, party, principal, third_party] = about;
  std::ranges::sort(reports);
  return {kind, proposal, {party, principal, third_party}, std::move(reports)};
}

void add_conflicts(Conflict::Kind kind, const Subjects& subjects, std::vector<Conflict>& conflicts) {
  for (const auto& [about, reports] : subjects)
    for (auto& members : groups(reports)) conflicts.push_back(conflict(kind, about, std::move(members)));
}

/// `kind_of` makes a kind of what the reports of a stretch say; nothing for what is no single happening.
template <typename KindOf>
void add_dates(const Subjects& subjects, KindOf kind_of, std::vector<Conflict>& conflicts) {
  for (const auto& [about, reports] : subjects)
    for (const auto& run : runs_at_odds(reports))
      if (const std::optional<Conflict::Kind> kind = kind_of(run.front().says))
        conflicts.push_back(conflict(*kind, about, mapped(run, [](const Report& report) { return report.index; })));
}

Subjects responses_by(const Case& c, Date as_of) {
  Subjects responses;
  for (std::size_t i = 0; i < c.responses.size(); ++i) {
    const Response& r = c.responses[i];
    if (known_by(r.date, as_of))
      responses[subject(r.proposal, r.by)].push_back(
          {static_cast<int>(i), r.date, r.from.source, {}, static_cast<int>(r.answer), {}});
  }
  return responses;
}

Subjects outcomes_by(const Case& c, Date as_of) {
  Subjects outcomes;
  for (std::size_t i = 0; i < c.approvals.size(); ++i) {
    const Approval& a = c.approvals[i];
    if (a.answer_came() && known_by(a.asked, as_of) && known_by(a.answered, as_of))
      outcomes[subject(a.proposal, a.of)].push_back(
          {static_cast<int>(i), a.answered, a.from.source, {}, static_cast<int>(a.state), a.asked});
  }
  return outcomes;
}

Subjects assessments_by(const Case& c, Date as_of) {
  Subjects assessments;
  for (std::size_t i = 0; i < c.events.size(); ++i) {
    const Event& e = c.events[i];
    if (e.finding != Event::Finding::none && known_by(e.date, as_of))
      assessments[subject(-1, {})].push_back(
          {static_cast<int>(i), e.date, e.from.source, e.who, static_cast<int>(e.finding), {}});
  }
  return assessments;
}

constexpr int asking = -1;  // what a report says that tells of an asking, among those that tell of outcomes

/// Outcomes, and the askings that came before them.
Subjects askings_and(Subjects outcomes, const Case& c, Date as_of) {
  for (std::size_t i = 0; i < c.approvals.size(); ++i) {
    const Approval& a = c.approvals[i];
    if (a.asked && known_by(a.asked, as_of))
      outcomes[subject(a.proposal, a.of)].push_back({static_cast<int>(i), a.asked, a.from.source, {}, asking, {}});
  }
  return outcomes;
}

}  // namespace

std::vector<Conflict> conflicts_by(const Case& c, Date as_of) {
  using Kind = Conflict::Kind;
  const Subjects responses = responses_by(c, as_of);
  const Subjects outcomes = outcomes_by(c, as_of);
  std::vector<Conflict> conflicts;
  add_conflicts(Kind::response, responses, conflicts);
  add_conflicts(Kind::approval, outcomes, conflicts);
  add_conflicts(Kind::assessment, assessments_by(c, as_of), conflicts);
  add_dates(
      responses,
      [](int says) {
        return says == static_cast<int>(Answer::silence) ? std::nullopt : std::optional(Kind::response_date);
      },
      conflicts);
  add_dates(
      askings_and(outcomes, c, as_of),
      [](int says) { return std::optional(says == asking ? Kind::asked_date : Kind::approval_date); }, conflicts);
  std::ranges::sort(conflicts, {}, [](const Conflict& one) { return std::pair(one.kind, one.reports.front()); });
  return conflicts;
}

}  // namespace parley
