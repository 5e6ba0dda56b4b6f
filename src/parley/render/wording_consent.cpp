#include "parley/render/wording_consent.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/case/mapped.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

std::string within_words(int days) {
  return days == 0 ? "at once" : "within " + number_of(static_cast<std::size_t>(days), "day");
}

std::string parties_words(const Case& c, const std::vector<int>& parties) {
  return listed(mapped(parties, [&](int party) { return party_name(c, party); }));
}

std::string actor_words(const Case& c, const Actor& who) {
  const std::string party = party_name(c, who.party);
  const std::string name = principal_name(c, who.party, who.principal);
  return name == party ? party : fmt::format("{} of {}", name, party);
}

/// How a set compares with another that it lies in.
std::string part_of_zone(const Cleared& cleared) {
  if (!cleared.cleared || !cleared.zone) return "How many packages of the zone that is was not counted.";
  const auto& all = cleared.zone->packages;
  const auto& some = cleared.cleared->packages;
  if (all && some) {
    if (*all == Count{}) return "The zone is empty, so that no package is cleared.";
    return fmt::format("Of the {} packages of the zone these are {} ({}).", count_words(all->digits),
                       count_words(some->digits),
                       percent(1 - share_outside(*cleared.zone, *cleared.cleared).value_or(PackageShare{}).value));
  }
  return fmt::format("Of all packages that obey the rules the zone is {}, and these are {}.",
                     share_words(cleared.zone->share), share_words(cleared.cleared->share));
}

}  // namespace

std::string node_words(const Case& c, int party, const ConsentNode& node) {
  if (node.kind == Gate::Kind::principal)
    return principal_name(c, party, node.principal) + (node.advisory ? " (heard, not counted)" : "");
  std::string words = node.of == 1                   ? "this one"
                      : node.kind == Gate::Kind::all ? fmt::format("all {}", node.of)
                      : node.needed == 1             ? fmt::format("any of {}", node.of)
                                                     : fmt::format("{} of {}", node.needed, node.of);
  if (node.in_turn && node.of > 1) words += ", in turn";
  return words;
}

std::string node_margin_words(const ConsentNode& node) {
  const auto& margin = node.margin;
  if (!margin) return "a red line decides";
  return margin_words({*margin, *margin});
}

std::string_view ballot_words(Ballot said) {
  switch (said) {
    case Ballot::yes:
      return "approved";
    case Ballot::no:
      return "refused";
    case Ballot::open:
      break;
  }
  return "";
}

std::string principals_words(const Case& c, int party, const std::vector<int>& principals) {
  return listed(mapped(principals, [&](int k) { return principal_name(c, party, k); }));
}

std::vector<std::string> binding_sentences(const Case& c, int party, const ConsentTree& tree) {
  std::vector<std::string> sentences;
  const std::string who = principals_words(c, party, tree.binding);
  sentences.push_back(tree.nodes.front().margin ? fmt::format("What decides: the margin of {}, {}.", who,
                                                              node_margin_words(tree.nodes.front()))
                                                : fmt::format("What decides: a red line of {}.", who));
  if (tree.to_move.empty()) {
    sentences.emplace_back("Nobody would have to move.");
  } else {
    std::string short_by = tree.shortfall > 0 ? ", short by " + figure(tree.shortfall) : "";
    if (!short_by.empty() && tree.to_move.size() > 1) short_by += " together";
    sentences.push_back(
        fmt::format("The fewest who would have to move: {}{}.", principals_words(c, party, tree.to_move), short_by));
  }
  return sentences;
}

std::string claim_words(const Case& c, int party, const ConsentTree& tree) {
  const std::string gate = gate_text(at(c.parties, party), tree.consent);
  return fmt::format("{} (weight {}; {})", gate.empty() ? party_name(c, party) : gate, percent(tree.weight),
                     source_words(c, tree.from));
}

std::string set_words(const std::optional<SetSize>& set) {
  if (!set) return "not counted";
  if (!set->packages) return share_words(set->share);
  return fmt::format("{} ({})", count_words(set->packages->digits), percent(set->share.value));
}

std::string share_words(const std::optional<PackageShare>& share) {
  if (!share) return "-";
  if (share->exact) return percent(share->value);
  return fmt::format("about {} ({} to {})", percent(share->value), percent(share->low), percent(share->high));
}

std::string veto_words(const PrincipalSets& self) { return self.absorbed ? "none: absorbed" : share_words(self.veto); }

std::vector<std::string> cleared_sentences(const Case& c, const Cleared& cleared) {
  if (cleared.by.empty()) return {"Nobody is known to have approved a text, so that nothing is cleared yet."};
  const auto texts = mapped(cleared.by, [&](const Cleared::Approved& approved) {
    return fmt::format("{} ({}, worth {} to it)", actor_words(c, approved.who), proposal_name(c, approved.proposal),
                       figure(approved.worth));
  });
  return {"Have approved a text: " + listed(texts) + ".",
          "Cleared are the packages of the zone that are at least as good to each of them as that text: none of them "
          "would have a reason to refuse one.",
          part_of_zone(cleared)};
}

std::string step_words(const ApprovalStep& step) {
  switch (step.state) {
    case ApprovalStep::State::approved:
      return "approved";
    case ApprovalStep::State::refused:
      return "refused";
    case ApprovalStep::State::asked:
      return step.since ? "asked " + when(*step.since) : "asked";
    case ApprovalStep::State::open:
      break;
  }
  return "not asked yet";
}

std::string step_days_words(const ApprovalStep& step) {
  if (step.state == ApprovalStep::State::approved) return "no more";
  if (step.unstated) return "no delay is told: counted as none";
  if (step.run_out) return "its longest delay is over: counted as none";
  const auto half = day_of(step.days, 0.5);
  const auto nine = day_of(step.days, 0.9);
  std::string words =
      half && nine ? *half == *nine ? within_words(*half)
                                    : fmt::format("half {}, nine in ten {}", within_words(*half), within_words(*nine))
      : half ? fmt::format("half {}, nine in ten only after ten years", within_words(*half))
                   : "more than ten years";
  if (step.state == ApprovalStep::State::refused) words += ", if it is asked again";
  if (step.assumed) words += " (an assumption)";
  return words;
}

std::string change_words(const Case& c, const OutsideChange& change) {
  const std::string party = party_name(c, change.party);
  if (change.exit < 0) return party + ": what no deal, or its reservation value, comes to changes";
  const Exit& exit = at(at(c.parties, change.party).no_deal.exits, change.exit);
  const std::string name = exit.name.empty() ? exit.id : exit.name;
  switch (change.kind) {
    case OutsideChange::Kind::opens:
      return fmt::format("{}: the exit \"{}\" opens", party, name);
    case OutsideChange::Kind::closes:
      return fmt::format("{}: the last day of the exit \"{}\"", party, name);
    case OutsideChange::Kind::value:
      break;
  }
  return fmt::format("{}: what the exit \"{}\" is worth changes", party, name);
}

std::string row_words(const RatifiedBy& row) {
  const std::string days = number_of(static_cast<std::size_t>(std::max(0, row.days)), "day");
  const auto on = row.date ? " (" + to_words(*row.date) + ")" : std::string();
  switch (row.kind) {
    case RatifiedBy::Kind::asked:
      return "by " + (row.date ? to_words(*row.date) : days);
    case RatifiedBy::Kind::outside:
      return "before " + to_words(Date{row.date.value_or(Date{}).day + std::chrono::days(1)});
    case RatifiedBy::Kind::median:
      return "as likely as not: " + days + on;
    case RatifiedBy::Kind::most:
      return "nine in ten: " + days + on;
    case RatifiedBy::Kind::days:
      break;
  }
  return days + on;
}

std::vector<std::string> ratification_sentences(const Case& c, const Ratification& answer) {
  std::vector<std::string> sentences;
  if (!answer.refused.empty())
    sentences.push_back(
        fmt::format("As things stand it is refused by {} and is back at the table: the days below are "
                    "those if it were asked again.",
                    parties_words(c, answer.refused)));
  if (!answer.blocked.empty())
    sentences.push_back(
        fmt::format("It cannot be ratified: in no reading does {} consent. The days below are those if "
                    "that changed.",
                    parties_words(c, answer.blocked)));
  if (const auto& share = answer.approved_share)
    sentences.push_back(fmt::format(
        "In {} of the readings{} every side's tree approves; in the others the text "
        "returns to the table.",
        percent(share->share),
        share->exact() ? std::string()
                       : fmt::format(" ({} to {} with 95 % confidence)", percent(share->low), percent(share->high))));
  if (answer.guesses)
    sentences.emplace_back(
        "In what share of the readings every side's tree approves is not told: of some side no source and no answer "
        "says anything about what it would consent to at least.");
  if (answer.untold) {
    sentences.emplace_back("Nothing tells how long any approval takes, so that no chances are given.");
    return sentences;
  }
  sentences.emplace_back("Chances are if everyone whose approval is needed gives it.");
  if (answer.assumptions_only) sentences.emplace_back("They rest on assumptions alone: no source tells a delay.");
  if (answer.unstated) sentences.emplace_back("Of some nothing tells how long they take: chances are at most these.");
  if (answer.apart)
    sentences.emplace_back(
        "Somebody who is asked in several places is taken as if there were several of it, so that chances are rough.");
  return sentences;
}

std::string hands_words(const std::vector<HandsView>& now, const HandsView& without, int party) {
  const auto& value = without.value;
  if (!value) return "-";
  std::string figures = figure(at(*value, party));
  const auto same = std::ranges::find(now, without.viewpoint, &HandsView::viewpoint);
  if (same == now.end()) return figures;
  const auto& before = same->value;
  if (!before) return figures;
  const Utility change = at(*value, party) - at(*before, party);
  return change == 0 ? figures : fmt::format("{} ({})", figures, signed_figure(change));
}

}  // namespace parley
