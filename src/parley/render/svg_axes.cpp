#include <fmt/core.h>

#include <algorithm>
#include <numeric>

#include "parley/render/html_text.h"
#include "parley/render/svg_space.h"

namespace parley::html {
namespace {

constexpr double axis_left = 20, axis_right = 500;
constexpr double row_spacing = 118, to_badges = 44, to_name = 66;

double across(const Axis& axis, Utility value) { return axis_left + (axis_right - axis_left) * axis.part(value); }

/// Places as near as possible to the wanted ones (in the sum of squares), in their order and `apart` from each other:
/// neighbours that crowd each other form a block about their common mean (pool adjacent violators).
std::vector<double> spaced(const std::vector<double>& wanted, double apart) {
  struct Block {
    double sum = 0;
    int count = 0;
    double mean() const { return sum / count; }
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    blocks.push_back({wanted[i] - apart * static_cast<double>(i), 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().count += last.count;
    }
  }
  const double last_start = axis_right - apart * (static_cast<double>(wanted.size()) - 1);
  std::vector<double> out;
  for (const Block& block : blocks) {
    for (int k = 0; k < block.count; ++k) {
      out.push_back(std::clamp(block.mean(), axis_left, last_start) + apart * static_cast<double>(out.size()));
    }
  }
  return out;
}

/// One party's axis, and where above it each badge stands.
struct Row {
  double y = 0;
  std::vector<double> badge_x;  ///< parallel to the marks
};

Row row_of(const SpacePicture& picture, const Axis& axis, std::size_t party) {
  const auto& marks = picture.marks;
  std::vector<std::size_t> order(marks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t m) { return std::pair{marks[m].value[party], m}; });
  std::vector<double> wanted;
  wanted.reserve(order.size());
  for (const std::size_t m : order) wanted.push_back(across(axis, marks[m].value[party]));
  const double room = (axis_right - axis_left) / std::max(1.0, static_cast<double>(marks.size()) - 1);
  const auto places = spaced(wanted, std::min(28.0, room));
  Row row{row_spacing * static_cast<double>(party + 1) - 20, std::vector<double>(marks.size())};
  for (std::size_t k = 0; k < order.size(); ++k) row.badge_x[order[k]] = places[k];
  return row;
}

std::string line_through(const std::vector<Row>& rows, const Axis& axis, const std::vector<Utility>& value,
                         const char* style) {
  std::string points;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    points += fmt::format("{}{},{}", p == 0 ? "" : " ", coordinate(across(axis, value[p])), coordinate(rows[p].y));
  }
  return fmt::format("<polyline class=\"{}\" points=\"{}\"/>\n", style, points);
}

const char* style_of(Mark::Kind kind) {
  switch (kind) {
    case Mark::Kind::text:
      return "line text";
    case Mark::Kind::amendment:
      return "line amendment";
    case Mark::Kind::viewpoint:
      break;
  }
  return "line viewpoint";
}

std::string axis_of(const SpacePicture& picture, const Axis& axis, const Row& row, std::size_t party) {
  const auto style = party_class(static_cast<int>(party));
  const auto y = coordinate(row.y), floor = coordinate(across(axis, picture.floors[party]));
  std::string out =
      fmt::format("<line class=\"axis\" x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\"/>\n", axis_left, axis_right, y);
  out += fmt::format("<line class=\"{0} reach\" x1=\"{1}\" x2=\"{2}\" y1=\"{3}\" y2=\"{3}\"/>\n", style, floor,
                     axis_right, y);
  out += fmt::format("<path class=\"{} floor-mark\" d=\"M{} {}v18\"/>\n", style, floor, coordinate(row.y - 9));
  out += fmt::format(R"(<text class="name {}" x="0" y="{}">{}</text>)", style, coordinate(row.y - to_name),
                     shortened(picture.parties[party], 36));
  return out + fmt::format("<text class=\"note\" x=\"520\" y=\"{}\" text-anchor=\"end\">its floor {}</text>\n",
                           coordinate(row.y - to_name), number(picture.floors[party]));
}

std::string badges(const SpacePicture& picture, const Axis& axis, const Row& row, std::size_t party) {
  std::string leaders, out;
  for (std::size_t m = 0; m < picture.marks.size(); ++m) {
    leaders += fmt::format("<line class=\"leader\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n",
                           coordinate(across(axis, picture.marks[m].value[party])), coordinate(row.y),
                           coordinate(row.badge_x[m]), coordinate(row.y - to_badges));
    out += badge_at(picture.marks[m], row.badge_x[m], row.y - to_badges) + "\n";
  }
  return leaders + out;
}

}  // namespace

std::string parallel_axes(const SpacePicture& picture) {
  const Axis axis = common_axis(picture);
  std::vector<Row> rows;
  rows.reserve(picture.parties.size());
  for (std::size_t p = 0; p < picture.parties.size(); ++p) rows.push_back(row_of(picture, axis, p));
  const double bottom = rows.back().y;
  std::string out = open_picture(picture, 520, static_cast<int>(bottom) + 32);
  for (const std::size_t i : spread(picture.frontier.size(), lines_over_axes)) {
    out += line_through(rows, axis, picture.frontier[i].value, "line other");
  }
  for (const auto& mark : picture.marks) out += line_through(rows, axis, mark.value, style_of(mark.kind));
  for (std::size_t p = 0; p < rows.size(); ++p) {
    out += axis_of(picture, axis, rows[p], p);
    out += badges(picture, axis, rows[p], p);
  }
  for (const Utility tick : axis.ticks()) {
    out += fmt::format("<text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
                       coordinate(across(axis, tick)), coordinate(bottom + 24), number(tick));
  }
  return out + "</svg>\n";
}

}  // namespace parley::html
