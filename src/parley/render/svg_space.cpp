#include "parley/render/svg_space.h"

#include <fmt/core.h>

#include <algorithm>

namespace parley::html {

std::string badge_at(const Mark& mark, double x, double y) {
  const auto cx = coordinate(x), cy = coordinate(y);
  std::string shape;
  const char* style = "text";
  switch (mark.kind) {
    case Mark::Kind::text:
      shape = fmt::format(R"(<circle cx="{}" cy="{}" r="11"/>)", cx, cy);
      break;
    case Mark::Kind::amendment:
      style = "amendment";
      shape = fmt::format(R"(<rect x="{}" y="{}" width="20" height="20"/>)", coordinate(x - 10), coordinate(y - 10));
      break;
    case Mark::Kind::viewpoint:
      style = "viewpoint";
      shape = fmt::format(R"(<path d="M{} {}l13 13-13 13-13-13z"/>)", cx, coordinate(y - 13));
      break;
  }
  return fmt::format(R"(<g class="badge {}">{}<text x="{}" y="{}">{}</text></g>)", style, shape, cx,
                     coordinate(y + 4.5), mark.badge);
}

std::string badge(const Mark& mark) {
  return fmt::format(R"(<svg class="badge-box" viewBox="0 0 28 28" aria-hidden="true">{}</svg>)",
                     badge_at(mark, 14, 14));
}

Axis common_axis(const SpacePicture& picture) {
  std::vector<Utility> values = picture.floors;
  for (const auto& point : picture.frontier) {
    values.insert(values.end(), point.value.begin(), point.value.begin() + std::ssize(picture.parties));
  }
  for (const auto& mark : picture.marks) values.insert(values.end(), mark.value.begin(), mark.value.end());
  return axis_over(values);
}

std::string open_picture(const SpacePicture& picture, int width, int height) {
  return fmt::format(
      "<svg class=\"picture\" viewBox=\"0 0 {0} {1}\" role=\"img\" aria-labelledby=\"space-title space-description\">\n"
      "<title id=\"space-title\">{2}</title><desc id=\"space-description\">{3}</desc>\n",
      width, height, picture.title, picture.description);
}

std::string shortened(const std::string& markup, std::size_t characters) {
  std::size_t shown = 0;
  for (std::size_t i = 0; i < markup.size(); ++shown) {
    if (shown == characters) return markup.substr(0, i) + "…";
    if (markup[i] == '&') {
      i = markup.find(';', i) + 1;
    } else {
      ++i;
      while (i < markup.size() && (markup[i] & 0xc0) == 0x80) ++i;
    }
  }
  return markup;
}

std::vector<std::size_t> spread(std::size_t count, std::size_t most) {
  std::vector<std::size_t> out;
  const std::size_t wanted = std::min(count, most);
  out.reserve(wanted);
  for (std::size_t k = 0; k < wanted; ++k) out.push_back(wanted == 1 ? 0 : k * (count - 1) / (wanted - 1));
  return out;
}

}  // namespace parley::html
