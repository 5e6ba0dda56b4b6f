#include "parley/render/wording_acceptance.h"

#include <fmt/format.h>

#include <cmath>

#include "parley/case/phrases.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

std::string whole(std::size_t n) { return count_words(std::to_string(n)); }

std::string sources_words(const Case& c, const std::vector<Provenance>& sources) {
  std::vector<std::string> names;
  for (const Provenance& from : sources) names.push_back(source_words(c, from));
  return listed(names);
}

const Unknown& unknown_of(const Acceptability& answer, int unknown) { return at(answer.unknowns, unknown); }

std::string value_words(const Case& c, const Unknown& unknown, double millionths) {
  return unknown_value_text(c, unknown, std::llround(millionths));
}

/// What a choice must be, from how often it is so where there is consent.
std::string choice_must_be(const Leaning& leaning) {
  if (leaning.among >= 1) return "only if so";
  if (leaning.among <= 0) return "only if not so";
  return leaning.shift > 0 ? "rather so" : "rather not so";
}

/// A number must lie below or above something where at least one reading in twenty lies beyond it.
std::string number_must_be(const Case& c, const Unknown& unknown, const Leaning& leaning) {
  const bool at_most = leaning.most < leaning.high_of_all;
  const bool at_least = leaning.least > leaning.low_of_all;
  const auto words = [&](std::int64_t value) { return unknown_value_text(c, unknown, value); };
  if (at_most && at_least) return fmt::format("only if between {} and {}", words(leaning.least), words(leaning.most));
  if (at_most) return "only if at most " + words(leaning.most);
  if (at_least) return "only if at least " + words(leaning.least);
  return leaning.shift > 0 ? "rather higher" : "rather lower";
}

}  // namespace

std::string share_words(const ReadingShare& share) {
  if (share.exact()) return share.all() ? "yes" : "no";
  if (share.none()) return fmt::format("none seen (at most {})", percent(share.high));
  if (share.all()) return fmt::format("all seen (at least {})", percent(share.low));
  return fmt::format("{} ({} to {})", percent(share.share), percent(share.low), percent(share.high));
}

std::string readings_words(const Acceptability& answer) {
  if (answer.unknowns.empty()) return "The case leaves no number open: there is one reading.";
  std::string words = fmt::format(
      "{} readings, each one choice of the {} that the case leaves open. Shares are of the readings you entered, not "
      "chances that somebody accepts.",
      whole(answer.readings), number_of(answer.unknowns.size(), "number"));
  if (answer.walked)
    words += fmt::format(
        " What was said in the talks leaves so few that they were found by walking from one to the next; they tell as "
        "much as {} independent ones.",
        whole(static_cast<std::size_t>(answer.independent)));
  return words;
}

std::string grounds_words(const Case& c, const PartyGrounds& grounds) {
  const auto assumed = static_cast<std::size_t>(grounds.assumed);
  std::string words;
  switch (grounds.grounds) {
    case Grounds::sourced:
      words =
          fmt::format("{} of its thresholds from {}", number_of(static_cast<std::size_t>(grounds.sourced), "statement"),
                      sources_words(c, grounds.sources));
      if (assumed > 0) words += fmt::format(", beside {}", number_of(assumed, "assumption"));
      break;
    case Grounds::assumptions_only:
      words = grounds.assumed == 0 ? "nothing states its thresholds" : "its thresholds are assumptions alone";
      break;
    case Grounds::none:
      return grounds.assumed == 0
                 ? "nothing states its thresholds, and no answer to a text narrows them: no percentage"
                 : "its thresholds are assumptions alone, and no answer to a text narrows them: no percentage";
  }
  if (!grounds.answers.empty())
    words += fmt::format(", and what it answered to texts, from {}", sources_words(c, grounds.answers));
  return words;
}

std::string allowing_words(const Case& c, int party) {
  return fmt::format(
      "A percentage about {0} takes a reservation value of it or of its principals, or what an exit or breakdown is "
      "worth "
      "to it, from a source; or an answer of {0} to a text, among the responses or approvals.",
      party_name(c, party));
}

std::string condition_words(const Case& c, const TalksCondition& condition) {
  return fmt::format("{} {} {} ({})", name_of(c, condition.who), condition.accepted ? "accepted" : "refused",
                     proposal_name(c, condition.proposal), source_words(c, condition.from));
}

std::string contradiction_words(const Case& c, const Acceptability& answer, const Contradiction& contradiction) {
  std::vector<std::string> said;
  for (const int condition : contradiction.conditions)
    said.push_back(condition_words(c, at(answer.conditions, condition)));
  if (said.size() == 1)
    return fmt::format("No reading of the numbers in the case agrees with this: {}. It was left out.", said.front());
  return fmt::format("No reading agrees with all of these: {}. Without them there are readings{}.", listed(said),
                     contradiction.smallest ? ", and there is no smaller such set" : "");
}

std::string judged_name(const Case& c, const JudgedPackage& judged) {
  return judged.proposal < 0 ? "the package with the highest share" : proposal_name(c, judged.proposal);
}

std::string consenting_words(const Case& c, const JudgedPackage& judged, int party) {
  return fmt::format("{} to {}", party < 0 ? "Everyone" : party_name(c, party), judged_name(c, judged));
}

LeaningWords leaning_words(const Case& c, const Acceptability& answer, const Leaning& leaning) {
  const Unknown& unknown = unknown_of(answer, leaning.unknown);
  LeaningWords words;
  words.what = unknown_text(c, unknown);
  if (leaning.choice >= 0) {
    words.what += ": " + unknown_value_text(c, unknown, leaning.choice);
    words.must_be = choice_must_be(leaning);
    words.among = percent(leaning.among);
    words.all = percent(leaning.all);
    return words;
  }
  words.must_be = number_must_be(c, unknown, leaning);
  words.among = value_words(c, unknown, leaning.among);
  words.all = value_words(c, unknown, leaning.all);
  words.range = fmt::format("{} to {}", unknown_value_text(c, unknown, leaning.low),
                            unknown_value_text(c, unknown, leaning.high));
  return words;
}

std::string no_view_words(const Acceptability& answer, const CentralView& view) {
  if (view.consenting == 0) return "No reading has this consent: nothing that the case leaves open would bring it.";
  if (view.consenting == answer.readings) return "Every reading has this consent, whatever is true.";
  if (view.too_few)
    return fmt::format("Only {} of the readings have this consent: too few to tell what they have in common.",
                       whole(view.consenting));
  if (view.leanings.empty()) return "The readings with this consent are in nothing clearly unlike the others.";
  return "";
}

std::string inquiry_words(const Case& c, const Acceptability& answer, const Inquiry& inquiry) {
  if (inquiry.kind == Inquiry::Kind::figure) return unknown_text(c, unknown_of(answer, inquiry.unknown));
  const bool text = inquiry.candidate < std::ssize(answer.texts);
  return fmt::format("whether {} could consent to {}", name_of(c, inquiry.who),
                     text ? judged_name(c, at(answer.texts, inquiry.candidate)) : "the package with the highest share");
}

std::string whom_words(const Case& c, const Inquiry& inquiry) {
  std::vector<std::string> through;
  for (const int third : inquiry.through) through.push_back(name_of(c, {-1, -1, third}));
  const std::string who = name_of(c, inquiry.who);
  return through.empty() ? who : fmt::format("{}, through {}", who, listed(through, "or"));
}

std::string bits_words(double bits) { return fmt::format("{:.3f}", bits); }

std::string most_words(const Acceptability& answer) {
  const MostAcceptable& most = answer.most;
  if (!most.searched)
    return "Not searched: the consent trees have more principals, or more ways to consent, than the search can hold.";
  const std::string all = answer.readings == 1 ? "the one reading" : whole(answer.readings) + " readings";
  if (!most.found)
    return fmt::format(
        "None was found before the search ended. No package has everyone's consent in more than {} of {}.",
        whole(most.bound.in), all);
  if (most.proven)
    return fmt::format("No package has everyone's consent in more than {} of {}: proven over all packages.",
                       whole(most.bound.in), all);
  const auto found = most.found->everyone ? most.found->everyone->shown.in : 0U;
  return fmt::format(
      "The search ended before its proof: this one has everyone's consent in {} readings, and no package has it in "
      "more "
      "than {} of {}.",
      whole(found), whole(most.bound.in), all);
}

std::string robust_names(const Case& c, const RobustPackage& package) {
  std::vector<std::string> names;
  for (const int proposal : package.proposals) names.push_back(proposal_name(c, proposal));
  if (package.most_acceptable) names.emplace_back("highest share");
  for (const Viewpoint viewpoint : package.viewpoints) names.emplace_back(viewpoint_name(viewpoint));
  return fmt::format("{}", fmt::join(names, "; "));
}

}  // namespace parley
