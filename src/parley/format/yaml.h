#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/case/problem.h"

namespace parley {

/// A value of a YAML file with its place: a scalar, a sequence, or a mapping whose keys keep their order.
struct Node {
  enum class Kind { scalar, sequence, mapping };
  struct Entry;

  Kind kind = Kind::scalar;
  bool quoted = false;  ///< a scalar written in quotes or as a block: text, whatever it looks like
  std::string text;
  std::vector<Node> items;
  std::vector<Entry> entries;
  Place place;

  /// Nothing was written where a value is expected.
  bool missing() const { return kind == Kind::scalar && !quoted && (text.empty() || text == "~" || text == "null"); }
  /// The value of a key of a mapping, or null.
  const Node* find(std::string_view key) const;
};

struct Node::Entry {
  std::string key;
  Place place;
  Node value;
};

struct YamlLimits {
  std::size_t bytes = std::size_t{4} << 20U;
  std::size_t depth = 32;
  std::size_t values = 500'000;
};

/// A YAML text as a tree, or what is wrong with it. The tree is missing when the text cannot be understood as a whole;
/// with duplicate keys, anchors, tags and the like there are both a tree (without them) and problems.
struct Yaml {
  std::optional<Node> root;
  Problems problems;
};

/// Reads the plain part of YAML 1.2: no anchors, aliases, tags, merge keys, keys that are not text, directives other
/// than %YAML, or second documents. A key may stand once. Time and memory are bounded for any bytes.
Yaml read_yaml(std::string_view text, const YamlLimits& limits = {});

}  // namespace parley
