#include "render/sample_levers.h"

#include "render/sample.h"

namespace parley::sample {
namespace {

Lever lever(const std::string& id, const std::string& name, LeverChange change) {
  Lever made;
  made.id = id;
  made.name = name;
  made.changes = {std::move(change)};
  return made;
}

ZoneSize zone_of(int accepted, int packages) {
  ZoneSize zone;
  zone.packages = std::to_string(packages);
  zone.accepted = std::to_string(accepted);
  zone.share = zone.share_low = zone.share_high = static_cast<double>(accepted) / packages;
  zone.empty = accepted == 0;
  return zone;
}

LeverShare share_of(std::uint32_t in, std::uint32_t gained, std::uint32_t lost) {
  LeverShare share;
  share.share = share_of_draws(in, 1000, 1000);
  share.gained = gained;
  share.lost = lost;
  share.shift = (static_cast<double>(gained) - static_cast<double>(lost)) / 1000;
  share.shift_low = share.shift - 0.0125;
  share.shift_high = share.shift + 0.0125;
  return share;
}

Leverage::Setting setting(std::vector<int> levers, int accepted, int packages) {
  Leverage::Setting made;
  made.levers = std::move(levers);
  made.zone = zone_of(accepted, packages);
  Leverage::OfText text;
  text.parties = river_explanation().parties;
  text.change = {SmallestChange::Kind::found, {1, 1, 2, 0}, {1, 2, 1, 0}, {1, 2}};
  text.shares = LeverShares{{share_of(700, 0, 0), share_of(120, 0, 0)}, share_of(100, 0, 0)};
  made.text = text;
  return made;
}

}  // namespace

Case river_case_with_levers() {
  Case c = river_case();
  Stance locks;
  locks.id = locks.name = "locks";
  locks.positions = {"open", "closed"};
  c.third_parties[0].stances = {locks};
  Quantity floor;
  floor.low = Decimal::of(40);
  floor.high = Decimal::of(50);
  c.levers = {lever("locks", "locks stay open", StanceTaken{0, 0, 0}),
              lever("low-dams", "dams kept low", TermsHeld{{{0, {true, true, false}, {}}}}),
              lever("cabinet", "the cabinet lowers its floor", ReservationChanged{{0, 1, -1}, floor})};
  return c;
}

Leverage river_leverage() {
  Leverage answer;
  answer.heading = river_explanation().heading;
  answer.heading.question = "levers";
  answer.proposal = 1;
  answer.readings = 1000;
  answer.as_it_is = setting({}, 18, 72);
  answer.alone = {setting({1}, 18, 48), setting({0}, 18, 72), setting({2}, 27, 72)};
  answer.alone[0].text->replaced = {0};
  Leverage::OfText& cabinet = *answer.alone[2].text;
  cabinet.parties[0].verdict = Verdict::certainly;
  cabinet.parties[0].principals[1].verdict = Verdict::certainly;
  cabinet.parties[0].principals[1].central_margin += 14 * (unit / 100);
  cabinet.shares = LeverShares{{share_of(900, 210, 10), share_of(120, 0, 0)}, share_of(115, 20, 5)};
  cabinet.change = {SmallestChange::Kind::found, {1, 1, 2, 0}, {1, 3, 2, 0}, {1}};
  answer.together = {setting({1, 0}, 0, 48), setting({0, 2}, 0, 0)};
  answer.together[0].text->change = {SmallestChange::Kind::impossible, {1, 1, 2, 0}, {}, {}};
  answer.together[1].zone.reset();
  answer.together[1].text.reset();
  answer.together[1].hindrance =
      Problem{{}, "no package obeys all of these rules at once: a and b", "change or leave out one of them"};
  return answer;
}

Leverage river_without_levers() {
  Leverage answer = river_leverage();
  answer.alone.clear();
  answer.together.clear();
  return answer;
}

}  // namespace parley::sample
