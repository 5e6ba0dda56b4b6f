#include "parley/format/yaml.h"

#include <gmock/gmock.h>

#include "format/case_text.h"

namespace parley {
namespace {

TEST(Yaml, KeepsOrderAndPlaces) {
  const Yaml yaml = read_yaml("b: é x\r\na:\r\n  - {k: \"30\"}\r\n  - ~\r\n");
  ASSERT_TRUE(yaml.root) << told(yaml.problems);
  const auto& entries = yaml.root->entries;
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].key, "b");
  EXPECT_EQ(entries[0].value.text, "é x");
  EXPECT_EQ(entries[1].place, (Place{2, 1}));
  const Node& quoted = *entries[1].value.items[0].find("k");
  EXPECT_TRUE(quoted.quoted);
  EXPECT_EQ(quoted.place, (Place{3, 9}));
  EXPECT_TRUE(entries[1].value.items[1].missing());
}

TEST(Yaml, CountsColumnsInCharacters) {
  const Yaml yaml = read_yaml("{\"ééé\": 1, b: 2, b: 3}\n");
  EXPECT_EQ(told(yaml.problems),
            "1:18: the key 'b' stands here a second time, first in line 1, column 12; keep one of the two\n");
}

TEST(Yaml, AllowsAByteOrderMark) {
  const Yaml yaml = read_yaml(
      "\xEF\xBB\xBF"
      "a: 1");
  ASSERT_TRUE(yaml.root);
  EXPECT_EQ(yaml.root->entries[0].place, (Place{1, 1}));
}

TEST(Yaml, AllowsAVersionDirective) { EXPECT_TRUE(read_yaml("%YAML 1.2\n---\na: 1\n").root); }

TEST(Yaml, RefusesWhatHidesFromTheEye) {
  for (const char* text :
       {"%\xFC", "a: \xC0\x80", "a: \xED\xA0\x80", "a: \xF4\x90\x80\x80", "a: \xE2\x82", "\x1B[31m", "a: \xC2\x85",
        "\xFF\xFE"
        "a"}) {
    const Yaml yaml = read_yaml(text);
    EXPECT_FALSE(yaml.root);
    EXPECT_EQ(yaml.problems.size(), 1U);
  }
  EXPECT_FALSE(read_yaml("a: \"\\e[31m\"").problems.empty());
}

TEST(Yaml, HasLimits) {
  EXPECT_FALSE(read_yaml("[1, 2, 3]", {.values = 3}).problems.empty());
  EXPECT_TRUE(read_yaml("[1, 2]", {.values = 3}).problems.empty());
  EXPECT_FALSE(read_yaml("[[1]]", {.depth = 1}).problems.empty());
  EXPECT_FALSE(read_yaml("abc", {.bytes = 2}).problems.empty());
}

}  // namespace
}  // namespace parley
