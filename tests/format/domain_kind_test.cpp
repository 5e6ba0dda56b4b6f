#include <gtest/gtest.h>

#include "format/domain_text.h"
#include "parley/format/domain/kind.h"

namespace parley {
namespace {

TEST(DomainFileKind, OfEveryFixture) {
  using enum DomainFileKind;
  EXPECT_EQ(what_domain_file(fixture("geniusweb/domain.json")), geniusweb_domain);
  EXPECT_EQ(what_domain_file(fixture("geniusweb/profile.json")), geniusweb_profile);
  EXPECT_EQ(what_domain_file(fixture("geniusweb/old-spelling.json")), geniusweb_profile);
  EXPECT_EQ(what_domain_file(fixture("geniusweb/wrong/partial-ordering.json")), geniusweb_profile);
  EXPECT_EQ(what_domain_file(fixture("geniusweb/wrong/bracket-missing.json")), geniusweb_profile);
  EXPECT_EQ(what_domain_file(fixture("negmas/talks.yml")), negmas_domain);
  for (const char* name : {"additive.yml", "additive.json", "affine.yml", "discounted.yml", "regions.yml"})
    EXPECT_EQ(what_domain_file(fixture(std::string("negmas/") + name)), negmas_profile) << name;
  EXPECT_EQ(what_domain_file(fixture("negolog/profileA.json")), negolog_profile);
  EXPECT_EQ(what_domain_file("\xEF\xBB\xBF" + fixture("negolog/profileB.json")), negolog_profile);
}

TEST(DomainFileKind, OfOtherFilesIsNone) {
  using enum DomainFileKind;
  for (const char* text :
       {"", " \n", "{", "[]", "{}", "a sentence", "name: talks\ntype: x\n", "<utility_space/>",
        "{\"size\": 27, \"nash\": {}}", "{\"NumberOfBids\": 27, \"NumberOfIssues\": 3, \"IssueValues\": [3]}",
        "{\"nash\": {\"issueWeights\": 1}}", "opposition: 0.4\npareto_utils:\n- - 1.0\n  - 0.2\nissues_are: [type]\n",
        "{\"a\": \"\\\"issuesValues\\\": \"}", "parley: 1\ntitle: Bread\nissues_: {}\n", "- issues: 1\n",
        "  issues: 1\n", "{\"issues", "{'", "{\"\\"})
    EXPECT_EQ(what_domain_file(text), none) << text;
}

TEST(DomainFileKind, IsTakenFromTheOutermostKeys) {
  using enum DomainFileKind;
  EXPECT_EQ(what_domain_file("{\"x\": {\"type\": 1, \"issuesValues\": 2}, \"issues\": []}"), negmas_domain);
  EXPECT_EQ(what_domain_file("{name: x, 'issues' : [a, b]}"), negmas_domain);
  EXPECT_EQ(what_domain_file("# of talks\r\n'issues':\r\n- name: x\r\n"), negmas_domain);
  EXPECT_EQ(what_domain_file("type: a.B\nreserved_value: 1\n"), negmas_profile);
}

}  // namespace
}  // namespace parley
