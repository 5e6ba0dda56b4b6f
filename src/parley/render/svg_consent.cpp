#include "parley/render/svg_consent.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/render/html_text.h"
#include "parley/render/svg.h"
#include "parley/render/svg_space.h"
#include "parley/render/wording_consent.h"

namespace parley::html {
namespace {

constexpr int row_height = 40, box_height = 30, indent = 30, sign_size = 18, width = 620;
constexpr int names_to = 400;  // where the column of margins begins
constexpr double letter = 7.6;

int left_of(const ConsentNode& node) { return 8 + node.depth * indent; }
int middle_of(std::size_t row) { return static_cast<int>(row) * row_height + row_height / 2; }

const char* sign_of(Verdict verdict) {
  return verdict == Verdict::certainly ? "sign-yes" : verdict == Verdict::possibly ? "sign-part" : "sign-no";
}

/// The row of the gate that asks for a node.
std::size_t row_above(const ConsentTree& tree, std::size_t row) {
  std::size_t above = row - 1;
  while (tree.nodes[above].depth >= tree.nodes[row].depth) --above;
  return above;
}

std::string branch(const ConsentTree& tree, std::size_t row) {
  if (row == 0) return "";
  const std::size_t above = row_above(tree, row);
  const int x = left_of(tree.nodes[above]) + 12;
  return fmt::format("<path class=\"branch{}\" d=\"M{} {}V{}H{}\"/>", tree.nodes[row].advisory ? " heard" : "", x,
                     middle_of(above) + box_height / 2, middle_of(row), left_of(tree.nodes[row]));
}

std::string box(const Case& c, int party, const ConsentTree& tree, std::size_t row) {
  const ConsentNode& node = tree.nodes[row];
  const int left = left_of(node);
  const int middle = middle_of(row);
  const bool decides = std::ranges::find(tree.binding, node.principal) != tree.binding.end();
  const auto room = static_cast<std::size_t>((names_to - left - 2 * sign_size) / letter);
  return fmt::format(
      "<rect class=\"node-box{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>"
      "<use href=\"#{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>"
      "<text class=\"node\" x=\"{}\" y=\"{}\">{}</text><text class=\"note\" x=\"{}\" y=\"{}\">{}</text>\n",
      decides ? " decides" : "", left, middle - box_height / 2, names_to - left, box_height,
      node.kind == Gate::Kind::principal ? 4 : box_height / 2, sign_of(node.verdict), left + 8, middle - sign_size / 2,
      sign_size, sign_size, left + 14 + sign_size, middle + 5, shortened(escape(node_words(c, party, node)), room),
      names_to + 12, middle + 5, escape(node_margin_words(node)));
}

}  // namespace

std::string consent_tree(const Case& c, int party, const ConsentTree& tree, const std::string& id) {
  const int height = static_cast<int>(tree.nodes.size()) * row_height;
  std::string out = fmt::format(
      "<svg class=\"picture {0}\" viewBox=\"0 0 {1} {2}\" role=\"img\" aria-labelledby=\"{3}-title\">\n"
      "<title id=\"{3}-title\">Whose approval the consent of {4} takes, with each verdict and margin</title>\n",
      party_class(party), width, height, id, html::party(c, party));
  for (std::size_t row = 0; row < tree.nodes.size(); ++row) out += branch(tree, row);
  for (std::size_t row = 0; row < tree.nodes.size(); ++row) out += box(c, party, tree, row);
  return out + "</svg>\n";
}

}  // namespace parley::html
