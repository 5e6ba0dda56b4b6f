#include "parley/format/table/actor_names.h"

#include <gmock/gmock.h>

namespace parley {
namespace {

Case two_parties() {
  Case c;
  c.parties.resize(2);
  c.parties[0].id = "north";
  c.parties[0].name = "North";
  c.parties[0].principals.resize(2);
  c.parties[0].principals[0].id = "north";
  c.parties[0].principals[0].name = "North";
  c.parties[0].principals[1].id = "council";
  c.parties[0].principals[1].name = "the council";
  c.parties[1].id = "south";
  c.parties[1].name = "South";
  c.parties[1].principals.resize(2);
  c.parties[1].principals[0].id = "council";
  c.parties[1].principals[0].name = "the council";
  c.parties[1].principals[1].id = "chief";
  c.parties[1].principals[1].name = "the chief";
  c.third_parties.resize(1);
  c.third_parties[0].id = "east";
  c.third_parties[0].name = "Eastern Union";
  return c;
}

std::string who(std::string_view name, const ColumnMap& map = {}) {
  const ActorNames names(two_parties(), map);
  const std::string* id = names.find(name);
  return id != nullptr ? *id : "nobody";
}

TEST(ActorNames, AreIdsAndNamesOfTheCase) {
  EXPECT_EQ(who("south/council"), "south/council");
  EXPECT_EQ(who("Eastern Union"), "east");
  EXPECT_EQ(who("the chief"), "south/chief");
  EXPECT_EQ(who("West"), "nobody");
}

TEST(ActorNames, MeanThePartyWhereItsPrincipalIsCalledTheSame) { EXPECT_EQ(who("North"), "north"); }

TEST(ActorNames, MeanThePartyThatNamesNoPrincipals) {
  Case c = two_parties();
  c.parties[1].principals = {Principal{}};
  c.parties[1].principals[0].name = "South";
  const ActorNames names(c, {});
  EXPECT_EQ(*names.find("South"), "south");
  EXPECT_FALSE(names.is_id("south/"));
}

TEST(ActorNames, MeanNobodyWhereSeveralAreCalledSo) { EXPECT_EQ(who("the council"), "nobody"); }

TEST(ActorNames, AreWhatTheMapSaysFirst) {
  ColumnMap map;
  map.actors = {{"the council", {"north/council", {}}}, {"North", {"south", {}}}};
  EXPECT_EQ(who("the council", map), "north/council");
  EXPECT_EQ(who("North", map), "south");
}

}  // namespace
}  // namespace parley
