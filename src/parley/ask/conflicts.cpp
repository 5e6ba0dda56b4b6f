#include "parley/ask/conflicts.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "parley/ask/versions.h"

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

void add_conflicts(Conflict::Kind kind, const Subjects& subjects, std::vector<Conflict>& conflicts) {
  const auto from = std::ssize(conflicts);
  for (const auto& [about, reports] : subjects) {
    const auto [proposal, party, principal, third_party] = about;
    for (auto& members : groups(reports))
      conflicts.push_back({kind, proposal, {party, principal, third_party}, std::move(members)});
  }
  std::sort(conflicts.begin() + from, conflicts.end(),
            [](const Conflict& a, const Conflict& b) { return a.reports.front() < b.reports.front(); });
}

}  // namespace

std::vector<Conflict> conflicts_by(const Case& c, Date as_of) {
  Subjects responses;
  for (std::size_t i = 0; i < c.responses.size(); ++i) {
    const Response& r = c.responses[i];
    if (known_by(r.date, as_of))
      responses[subject(r.proposal, r.by)].push_back(
          {static_cast<int>(i), r.date, r.from.source, {}, static_cast<int>(r.answer)});
  }
  Subjects approvals;
  for (std::size_t i = 0; i < c.approvals.size(); ++i) {
    const Approval& a = c.approvals[i];
    if (a.answer_came() && known_by(a.asked, as_of) && known_by(a.answered, as_of))
      approvals[subject(a.proposal, a.of)].push_back(
          {static_cast<int>(i), a.answered, a.from.source, {}, static_cast<int>(a.state)});
  }
  Subjects assessments;
  for (std::size_t i = 0; i < c.events.size(); ++i) {
    const Event& e = c.events[i];
    if (e.finding != Event::Finding::none && known_by(e.date, as_of))
      assessments[subject(-1, {})].push_back(
          {static_cast<int>(i), e.date, e.from.source, e.who, static_cast<int>(e.finding)});
  }
  std::vector<Conflict> conflicts;
  add_conflicts(Conflict::Kind::response, responses, conflicts);
  add_conflicts(Conflict::Kind::approval, approvals, conflicts);
  add_conflicts(Conflict::Kind::assessment, assessments, conflicts);
  return conflicts;
}

}  // namespace parley
