#include "parley/format/table/plover.h"

#include <gmock/gmock.h>

namespace parley {
namespace {

std::string classed(std::string_view kind, std::string_view answer = {}, bool carried = false) {
  const auto found = plover_class(kind, answer, carried);
  return found ? std::string(found->name) + ' ' + std::string(found->mode) : "none";
}

TEST(Plover, HasAClassForWhatItCodes) {
  EXPECT_EQ(classed("meeting"), "CONSULT ");
  EXPECT_EQ(classed("consultation", "", true), "CONSULT third-party");
  EXPECT_EQ(classed("demand", "", true), "REQUEST ");
  EXPECT_EQ(classed("threat"), "THREATEN ");
  EXPECT_EQ(classed("response", "accept with reservations"), "AGREE ");
  EXPECT_EQ(classed("response", "reject"), "REJECT meet");
  EXPECT_EQ(classed("approval", "given"), "SUPPORT ");
}

TEST(Plover, HasNoneForTheRest) {
  for (const auto* kind : {"statement", "warning", "recommendation", "uptake", "assessment", "incident", "proposal",
                           "source", "correction", "response", "approval", ""})
    EXPECT_EQ(classed(kind), "none") << kind;
  for (const auto* answer : {"counter", "silence", "pending", "overdue"}) {
    EXPECT_EQ(classed("response", answer), "none");
    EXPECT_EQ(classed("approval", answer), "none");
  }
}

}  // namespace
}  // namespace parley
