#include "render/sample.h"
#include "render/sample_parts.h"

namespace parley::sample {
namespace {

ReadingShare share(std::uint32_t in) { return share_of_draws(in, 4000, 4000); }

TextShare text_share(std::uint32_t in) { return {share(in), share(in), share(in)}; }

PrincipalAcceptance accepting(Actor who, const TextShare& share, Verdict v, Span margin) {
  return {who, false, share, v, margin};
}

JudgedPackage river_judged(int proposal, Package shown) {
  JudgedPackage judged;
  judged.proposal = proposal;
  judged.shown = std::move(shown);
  judged.parties.resize(2);
  judged.parties[0] = {0, text_share(4000), Verdict::certainly, {}, {4000, false, {}}};
  judged.parties[0].principals = {accepting({0, 0, -1}, text_share(4000), Verdict::certainly, {u(5), u(21)}),
                                  accepting({0, 1, -1}, text_share(4000), Verdict::possibly, {u(-1), u(12)}),
                                  accepting({0, 2, -1}, text_share(3120), Verdict::possibly, {u(-8), u(12)})};
  judged.parties[0].principals[2].advisory = true;
  judged.parties[1] = {1, text_share(1200), Verdict::possibly, {}, {}};
  judged.parties[1].principals = {accepting({1, 0, -1}, text_share(1200), Verdict::possibly, {u(-30), u(9)})};
  judged.everyone = text_share(1200);
  judged.view = {
      1200,
      false,
      {{0, -1, 40'000'000, 33'000'000, -1.2, 26'000'000, 38'000'000, 31'000'000, 49'000'000, 25'000'000, 39'000'000},
       {1, -1, 25'000'000, 26'500'000, 0.4, 21'000'000, 29'500'000, 20'500'000, 29'500'000, 20'000'000, 30'000'000},
       {2, 1, 0.5, 0.75, 0.5, 0, 0, 0, 0, 0, 0}}};
  judged.parties[1].view = judged.view;
  return judged;
}

}  // namespace

Acceptability river_acceptance() {
  Acceptability answer;
  answer.heading = river_heading("acceptance");
  answer.heading.guarantee = {Guarantee::Kind::estimate, 0, "Shares are of 4000 readings, with 95 % intervals."};
  answer.readings = 4000;
  answer.independent = 1500;
  answer.walked = true;
  const Provenance gazette{0, "", {12, 3}};
  const Provenance assumed{2, "", {13, 3}};
  answer.unknowns = {{Unknown::Kind::reservation, {1, -1, -1}, -1, -1, gazette},
                     {Unknown::Kind::weight, {0, -1, -1}, 1, -1, assumed},
                     {Unknown::Kind::stance, {-1, -1, 0}, 0, -1, assumed}};
  answer.conditions = {{{0, -1, -1}, 0, true, gazette, 0.92, true}, {{1, -1, -1}, 1, false, assumed, 0.7, false}};
  answer.contradictions = {{{1}, true}};
  answer.grounds = {{0, Grounds::assumptions_only, 0, 3, {}, {gazette}}, {1, Grounds::sourced, 1, 2, {gazette}, {}}};
  JudgedPackage draft = river_judged(0, {1, 1, 0, 0});
  draft.bracketed = true;
  draft.everyone = draft.parties[1].share = TextShare{share(12), share(0), share(900)};
  draft.view = {12, true, {}};
  draft.parties[1].view = draft.view;
  answer.texts = {draft, river_judged(1, {1, 1, 2, 0})};
  JudgedPackage best = river_judged(-1, {1, 2, 1, 0});
  best.everyone = text_share(3100);
  answer.most = {true, best, share(3250), false};
  answer.agenda = {0.874,
                   {{Inquiry::Kind::consent, -1, 1, {1, 0, -1}, {}, 0.61},
                    {Inquiry::Kind::figure, 0, -1, {1, -1, -1}, {0}, 0.412},
                    {Inquiry::Kind::figure, 2, -1, {-1, -1, 0}, {}, 0.021}}};
  answer.frontier = {{{1, 2, 1, 0}, {}, {Viewpoint::nash}, true, share(3100), u(9), true},
                     {{1, 3, 2, 1}, {}, {}, false, share(2500), u(4), true},
                     {{1, 1, 2, 0}, {1}, {}, false, share(1200), {}, false}};
  return answer;
}

Acceptability river_refused_acceptance() {
  Acceptability answer = river_acceptance();
  answer.walked = false;
  answer.heeds_talks = false;
  answer.conditions.clear();
  answer.contradictions.clear();
  answer.refused = true;
  answer.grounds[1] = {1, Grounds::none, 0, 2, {}, {}};
  for (JudgedPackage& text : answer.texts) {
    text.everyone.reset();
    text.parties[1].share.reset();
    text.parties[1].principals[0].share.reset();
  }
  answer.most = {};
  answer.agenda = {};
  answer.frontier.clear();
  return answer;
}

}  // namespace parley::sample
