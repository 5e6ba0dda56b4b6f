#include "parley/format/table/plover.h"

#include <gmock/gmock.h>

#include "parley/format/record/event_line.h"

namespace parley {
namespace {

std::string classed(std::string_view event) {
  const auto found = plover_class(node_of(event).value());
  return found ? std::string(found->name) + ' ' + std::string(found->mode) : "none";
}

TEST(Plover, HasAClassForWhatItCodes) {
  EXPECT_EQ(classed(R"({"kind":"meeting","who":["a","b"]})"), "CONSULT ");
  EXPECT_EQ(classed(R"({"kind":"consultation","through":"m"})"), "CONSULT third-party");
  EXPECT_EQ(classed(R"({"kind":"demand"})"), "REQUEST ");
  EXPECT_EQ(classed(R"({"kind":"threat"})"), "THREATEN ");
  EXPECT_EQ(classed(R"({"kind":"response","answer":"accept with reservations"})"), "AGREE ");
  EXPECT_EQ(classed(R"({"kind":"response","answer":"reject"})"), "REJECT meet");
  EXPECT_EQ(classed(R"({"kind":"approval","answer":"given"})"), "SUPPORT ");
}

TEST(Plover, HasNoneForTheRest) {
  for (const auto* event :
       {R"({"kind":"statement"})", R"({"kind":"warning"})", R"({"kind":"recommendation"})", R"({"kind":"incident"})",
        R"({"kind":"proposal","id":"x"})", R"({"kind":"response","answer":"counter"})", R"({"kind":"response"})",
        R"({"kind":"approval","answer":"pending"})", R"({"kind":["meeting"]})", R"({})"})
    EXPECT_EQ(classed(event), "none") << event;
}

}  // namespace
}  // namespace parley
