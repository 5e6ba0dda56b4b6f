#include "parley/ask/acceptance.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "parley/ask/completions.h"
#include "parley/ask/explain.h"
#include "parley/ask/reading_space.h"
#include "parley/ask/robust.h"
#include "parley/ask/versions.h"
#include "parley/at.h"
#include "parley/solve/joint/most_accepted.h"

namespace parley {
namespace {

/// Completions times readings that are looked at one by one: a fraction of a second.
constexpr std::size_t most_looked_at = 4'000'000;

/// Consent to one package, to all packages and to at least one package of several.
struct ConsentRange {
  ConsentIn shown;
  ConsentIn every;
  ConsentIn some;

  /// Applies `change` to each set of one and the same set of the other.
  template <class Change>
  static void merge(ConsentIn& into, const ConsentIn& other, const Change& change) {
    change(into.everyone, other.everyone);
    for (std::size_t p = 0; p < into.parties.size(); ++p) {
      change(into.parties[p], other.parties[p]);
      for (std::size_t k = 0; k < into.principals[p].size(); ++k) change(into.principals[p][k], other.principals[p][k]);
    }
  }
};

class AcceptanceMaker {
 public:
  AcceptanceMaker(const Case& c, const Model& model, const AcceptanceOptions& options, const Readings& readings)
      : case_(c), model_(model), options_(options), readings_(readings), consent_(c, readings) {}

  Acceptability make() {
    describe_readings();
    if (readings_.count == 0) {
      answer_.computed = false;
      answer_.heading.guarantee = not_computed();
      return std::move(answer_);
    }
    const auto texts = options_.proposal ? std::vector{*options_.proposal} : versions_by(case_, model_.as_of);
    for (const int text : texts) answer_.texts.push_back(judge_text(text));
    if (!answer_.refused) look_over_all_packages();
    set_guarantee();
    return std::move(answer_);
  }

 private:
  void describe_readings() {
    answer_.heading = heading(case_, "acceptance", model_.as_of);
    answer_.seed = readings_.seed;
    answer_.readings = readings_.count;
    answer_.unknowns = readings_.unknowns;
    answer_.walked = readings_.walked;
    answer_.independent = readings_.independent;
    answer_.heeds_talks = options_.heed_talks;
    answer_.conditions = readings_.conditions;
    answer_.contradictions = readings_.contradictions;
    answer_.grounds = grounds_of(case_, model_.as_of, readings_.conditions);
    answer_.refused = std::ranges::any_of(answer_.grounds, [&](const PartyGrounds& g) { return refuses(g.party); });
  }

  /// Whether no percentage is given for a party.
  bool refuses(int party) const {
    return !readings_.unknowns.empty() && answer_.grounds[at(party)].grounds == Grounds::none;
  }

  ReadingShare share(const ReadingSet& in) const { return share_of_readings(readings_, in.count()); }

  JudgedPackage judge_text(int text) {
    const CompletionSet set = completions_of(case_, model_, text);
    JudgedPackage judged;
    judged.proposal = text;
    judged.shown = set.shown;
    for (int i = 0; i < std::ssize(case_.issues); ++i)
      judged.bracketed = judged.bracketed || case_.proposals[at(text)].bracketed(i);
    judged.each_completion = set.all && set.packages.size() * readings_.count <= most_looked_at;
    ConsentRange range{consent_.to(set.shown), {}, {}};
    if (judged.each_completion) look_at_completions(range, set.packages);
    tell(judged, range, explain(case_, model_, text).parties);
    candidates_.push_back(std::move(range.shown));
    return judged;
  }

  void look_at_completions(ConsentRange& range, const std::vector<Package>& packages) const {
    range.every = range.some = range.shown;
    for (const Package& package : packages) {
      const ConsentIn consent = consent_.to(package);
      ConsentRange::merge(range.every, consent, [](ReadingSet& into, const ReadingSet& other) { into &= other; });
      ConsentRange::merge(range.some, consent, [](ReadingSet& into, const ReadingSet& other) { into |= other; });
    }
  }

  JudgedPackage judge_package(const Package& package) {
    JudgedPackage judged;
    judged.shown = package;
    ConsentRange range{consent_.to(package), {}, {}};
    range.every = range.some = range.shown;
    tell(judged, range, verdicts(case_, model_, package));
    candidates_.push_back(std::move(range.shown));
    return judged;
  }

  TextShare text_share(const JudgedPackage& judged, const ReadingSet& shown, const ReadingSet& every,
                       const ReadingSet& some) const {
    TextShare result{share(shown), {}, {}};
    if (judged.each_completion) {
      result.every = share(every);
      result.some = share(some);
    }
    return result;
  }

  void tell(JudgedPackage& judged, ConsentRange& range, const std::vector<PartyVerdict>& parties) const {
    if (!judged.each_completion) range.every = range.some = range.shown;  // shapes only: not told
    for (const PartyVerdict& verdict : parties) judged.parties.push_back(party(judged, range, verdict));
    if (answer_.refused) return;
    judged.everyone = text_share(judged, range.shown.everyone, range.every.everyone, range.some.everyone);
    judged.view = central_view(case_, readings_, range.shown.everyone);
  }

  PartyAcceptance party(const JudgedPackage& judged, const ConsentRange& range, const PartyVerdict& verdict) const {
    const auto p = at(verdict.party);
    const bool told = !refuses(verdict.party);
    PartyAcceptance result;
    result.party = verdict.party;
    result.verdict = verdict.verdict;
    if (told) {
      result.share = text_share(judged, range.shown.parties[p], range.every.parties[p], range.some.parties[p]);
      result.view = central_view(case_, readings_, range.shown.parties[p]);
    }
    for (std::size_t k = 0; k < verdict.principals.size(); ++k) {
      const PrincipalVerdict& one = verdict.principals[k];
      PrincipalAcceptance principal{one.who, one.advisory, {}, one.verdict, one.margin};
      if (told)
        principal.share =
            text_share(judged, range.shown.principals[p][k], range.every.principals[p][k], range.some.principals[p][k]);
      result.principals.push_back(principal);
    }
    return result;
  }

  void look_over_all_packages() {
    const auto space = ReadingSpace::of(case_, model_, readings_);
    if (space) find_most(*space);
    answer_.agenda = agenda_of(case_, readings_, candidates_);
    if (space && options_.frontier)
      answer_.frontier = robust_packages(case_, model_, readings_, *space, answer_, options_.stop);
  }

  void find_most(const ReadingSpace& space) {
    MostAcceptedOptions options;
    options.stop = options_.stop;
    if (options_.search != 0) options.work = options_.search;
    const MostAccepted found = most_accepted(space.table(), options);
    answer_.most.searched = true;
    answer_.most.proven = found.proven;
    answer_.most.bound = share_of_readings(readings_, found.bound);
    if (found.package) answer_.most.found = judge_package(space.from_table(*found.package));
  }

  void set_guarantee() {
    Guarantee& guarantee = answer_.heading.guarantee;
    if (readings_.unknowns.empty()) {
      guarantee.words = "Exact: the case leaves no number open, so that there is one reading.";
    } else if (answer_.refused) {
      guarantee.words = "Verdicts and margins are over all readings of the numbers in the case.";
    } else {
      guarantee.kind = Guarantee::Kind::estimate;
      guarantee.words = fmt::format(
          "Shares are of {} readings drawn at random (seed {}), with 95 % intervals{}; within these readings every "
          "count "
          "is exact.",
          readings_.count, readings_.seed,
          readings_.walked
              ? fmt::format(" that heed that they tell only as much as {:.0f} independent ones", readings_.independent)
              : "");
    }
    if (options_.stop.stop_requested()) {
      guarantee.kind = Guarantee::Kind::stopped;
      guarantee.words += " Stopped before the end: fewer readings, or a search that ended early.";
    }
  }

  const Case& case_;
  const Model& model_;
  const AcceptanceOptions& options_;
  const Readings& readings_;
  ConsentByReading consent_;
  std::vector<ConsentIn> candidates_;
  Acceptability answer_;
};

}  // namespace

Acceptability acceptance(const Case& c, const Model& model, const AcceptanceOptions& options) {
  ReadingOptions how;
  how.count = options.readings;
  how.seed = options.seed;
  how.heed_talks = options.heed_talks;
  how.stop = options.stop;
  const Readings readings = draw_readings(c, model.as_of, how);
  return AcceptanceMaker(c, model, options, readings).make();
}

}  // namespace parley
