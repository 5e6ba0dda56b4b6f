#include "render/sample.h"
#include "render/sample_parts.h"

namespace parley::sample {

Windows river_windows() {
  using Kind = Windows::Change::Kind;
  const Date first = date(2031, 5, 20), opening = date(2031, 6, 10), closing = date(2031, 7, 1);
  Windows answer;
  answer.heading = river_heading("window");
  answer.from = first;
  answer.until = date(2031, 8, 1);
  answer.changes = {
      {opening, Kind::exit_opens, {1, -1, -1}, 0, "Lowland: its exit \"a canal of its own\" is there to be chosen"},
      {opening, Kind::exit_value, {1, -1, -1}, 0, "Lowland: its exit \"a canal of its own\" is worth 55 to 75"},
      {closing, Kind::reservation, {0, 1, -1}, -1, "Upland, cabinet: its reservation value is 80"}};
  const Windows::ZoneOn wide{Verdict::certainly, true, "12", 0.25, 0.25, 0.25};
  const Windows::ZoneOn narrow{Verdict::possibly, true, std::nullopt, 0.02, 0.01, 0.03};
  const Windows::ZoneOn shut{Verdict::certainly_not, false, "0", 0, 0, 0};
  const Windows::ZoneOn unknown{Verdict::possibly, std::nullopt, std::nullopt, 0, 0, 0};
  const auto floor = [](int low, int high) {
    return Floor{{u(low), u(high)}, u(low + high) / 2, Floor::From::reservation, -1, {}};
  };
  const auto moment = [&](Date on, std::vector<int> changes, const Floor& cabinet, const Floor& lowland, int waiting,
                          const Windows::ZoneOn& zone) {
    return Windows::Moment{on,
                           std::move(changes),
                           {{floor(40, 50), cabinet, floor(30, 30)}, {lowland}},
                           {std::nullopt, Appraisal{{u(waiting - 5), u(waiting + 5)}, u(waiting)}},
                           zone};
  };
  answer.moments = {moment(first, {}, floor(45, 55), floor(30, 40), 50, wide),
                    moment(date(2031, 6, 1), {}, floor(45, 55), floor(30, 40), 55, wide),
                    moment(opening, {0, 1}, floor(45, 55), floor(55, 75), 65, narrow),
                    moment(closing, {2}, floor(80, 80), floor(55, 75), 65, shut)};
  answer.turns = {first, opening, closing};
  answer.open = {{{first, date(2031, 6, 30), false, true, {}, {2}}},
                 {{first, date(2031, 6, 30), false, true, {}, {2}}},
                 {{first, date(2031, 6, 9), false, true, {}, {0, 1}}}};
  const Windows::Since yes{first, Verdict::certainly, Completions::every};
  const Windows::Since perhaps{opening, Verdict::possibly, Completions::every};
  const Windows::Since no{closing, Verdict::certainly_not, Completions::none};
  const Windows::Since some{first, Verdict::possibly, Completions::some};
  const Appraisal worth{{u(60), u(70)}, u(65)};
  answer.tabled = {
      {0, {{worth, worth, worth}, {worth}}, {{some, no}, {some}}, {{{some}, {some, no}, {some}}, {{some}}}},
      {1,
       {{worth, worth, worth}, {worth}},
       {{yes, no}, {yes, perhaps}},
       {{{yes}, {yes, no}, {yes}}, {{yes, perhaps}}}}};
  answer.alternatives = {{0, 0, 0, false, {wide, narrow, shut}, answer.open},
                         {0, 0, 1, false, {unknown, unknown, shut}, {}}};
  answer.newest = 1;
  answer.ratified = {0, 0.25, 0.75, 1};
  answer.ratified_assumed = true;
  const BreakEven half{BreakEven::Kind::at, {u(40), u(60)}, u(50), true};
  const BreakEven seldom{BreakEven::Kind::at, {u(90), u(100)}, u(95), false};
  answer.evens = {{{1, 0, -1}, 0, 0, {{u(35), u(45)}, u(40)}, worth, half, {BreakEven::Kind::never, {}, 0, true}},
                  {{1, 0, -1}, 0, 1, {{u(55), u(75)}, u(65)}, worth, seldom, half}};
  return answer;
}

}  // namespace parley::sample
