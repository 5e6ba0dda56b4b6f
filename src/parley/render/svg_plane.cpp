#include <fmt/core.h>

#include <array>
#include <cmath>
#include <numbers>

#include "parley/render/html_text.h"
#include "parley/render/svg_space.h"

namespace parley::html {
namespace {

struct Spot {
  double x = 0;
  double y = 0;
};

constexpr double left = 46, right = 506, top = 36, bottom = 496;

double distance(Spot a, Spot b) { return std::hypot(a.x - b.x, a.y - b.y); }

Spot place(const Axis& axis, const std::vector<Utility>& value) {
  return {left + (right - left) * axis.part(value[0]), bottom - (bottom - top) * axis.part(value[1])};
}

std::string grid(const Axis& axis) {
  std::string out;
  for (const Utility tick : axis.ticks()) {
    const auto x = coordinate(left + (right - left) * axis.part(tick));
    const double y = bottom - (bottom - top) * axis.part(tick);
    out += fmt::format(R"(<line class="grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>)", x, top, bottom);
    out += fmt::format(R"(<line class="grid" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>)", left, right, coordinate(y));
    out +=
        fmt::format(R"(<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>)", x, bottom + 19, number(tick));
    out += fmt::format("<text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n", left - 7,
                       coordinate(y + 5), number(tick));
  }
  return out;
}

std::string floors(const SpacePicture& picture, const Axis& axis) {
  const Spot corner = place(axis, picture.floors);
  std::string out = fmt::format(
      "<rect class=\"zone\" fill=\"url(#hatch-zone)\" x=\"{}\" y=\"{}\" width=\"{}\" "
      "height=\"{}\"/>\n",
      coordinate(corner.x), top, coordinate(right - corner.x), coordinate(corner.y - top));
  out += fmt::format(R"(<line class="floor party-0" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>)", coordinate(corner.x), top,
                     bottom);
  out += fmt::format(R"(<line class="floor party-1" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>)", left, right,
                     coordinate(corner.y));
  return out;
}

std::string frontier(const SpacePicture& picture, const Axis& axis) {
  std::string steps, accepted, others;
  for (const std::size_t i : spread(picture.frontier.size(), dots_on_plane)) {
    const Spot at = place(axis, picture.frontier[i].value);
    const auto x = coordinate(at.x), y = coordinate(at.y);
    steps += steps.empty() ? fmt::format("M{} {}", x, y) : fmt::format("V{}H{}", coordinate(at.y), x);
    auto& dots = picture.accepted[i] ? accepted : others;
    dots += fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n",
                        picture.accepted[i] ? "dot" : "dot outside", x, y, picture.accepted[i] ? 3 : 2.4);
  }
  return fmt::format("<path class=\"steps\" d=\"{}\"/>\n{}{}", steps, others, accepted);
}

/// Where a badge can stand so that it hides no other badge, no marked point and no dot of the frontier: the nearest
/// free spot, looked for first up and to the right, where the frontier leaves room.
Spot free_spot(Spot point, const std::vector<Spot>& taken, const std::vector<Spot>& points,
               const std::vector<Spot>& dots) {
  constexpr std::array angles{45, 15, 75, -15, 105, -45, 135, -75, 165, 225, 195, 255};
  for (int radius = 24; radius < 200; radius += 14) {
    for (const int degrees : angles) {
      const double turn = degrees * std::numbers::pi / 180;
      const Spot spot{point.x + radius * std::cos(turn), point.y - radius * std::sin(turn)};
      if (spot.x < left + 14 || spot.x > right - 2 || spot.y < top + 2 || spot.y > bottom - 14) continue;
      bool is_free = true;
      for (const Spot& other : taken) is_free = is_free && distance(spot, other) > 28;
      for (const Spot& other : points) is_free = is_free && distance(spot, other) > 18;
      for (const Spot& dot : dots) is_free = is_free && distance(spot, dot) > 16;
      if (is_free) return spot;
    }
  }
  return point;
}

std::string marks(const SpacePicture& picture, const Axis& axis) {
  std::vector<Spot> points, taken, dots;
  for (const std::size_t i : spread(picture.frontier.size(), dots_on_plane)) {
    dots.push_back(place(axis, picture.frontier[i].value));
  }
  for (const auto& mark : picture.marks) points.push_back(place(axis, mark.value));
  std::string leaders, exact, badges;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Spot spot = free_spot(points[i], taken, points, dots);
    taken.push_back(spot);
    leaders += fmt::format("<line class=\"leader\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n",
                           coordinate(points[i].x), coordinate(points[i].y), coordinate(spot.x), coordinate(spot.y));
    exact += fmt::format("<circle class=\"marked\" cx=\"{}\" cy=\"{}\" r=\"4.5\"/>\n", coordinate(points[i].x),
                         coordinate(points[i].y));
    badges += badge_at(picture.marks[i], spot.x, spot.y) + "\n";
  }
  return leaders + exact + badges;
}

std::string axis_name(const std::string& where, const char* before, const SpacePicture& picture, int party,
                      const char* after) {
  const auto p = static_cast<std::size_t>(party);
  return fmt::format("<text {} class=\"name {}\">{}{}{}<tspan class=\"note\"> &#160;- - floor {}</tspan></text>\n",
                     where, party_class(party), before, shortened(picture.parties[p], 34), after,
                     number(picture.floors[p]));
}

}  // namespace

std::string plane(const SpacePicture& picture) {
  const Axis axis = common_axis(picture);
  std::string out = open_picture(picture, 526, 550) + grid(axis) + floors(picture, axis);
  out += fmt::format("<path class=\"axis\" d=\"M{} {}V{}H{}\"/>\n", left, top, bottom, right);
  out += axis_name(R"(x="4" y="20")", "↑ ", picture, 1, "");
  out += axis_name(fmt::format(R"(x="{}" y="{}" text-anchor="end")", right, bottom + 46), "", picture, 0, " →");
  return out + frontier(picture, axis) + marks(picture, axis) + "</svg>\n";
}

}  // namespace parley::html
