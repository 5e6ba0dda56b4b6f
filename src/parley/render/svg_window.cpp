#include "parley/render/svg_window.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/render/html_text.h"
#include "parley/render/svg.h"
#include "parley/render/svg_space.h"

namespace parley::html {
namespace {

class WindowDrawing {
 public:
  explicit WindowDrawing(const WindowPicture& picture)
      : picture_(picture), days_(std::max(1, days_between(picture.dates.front(), picture.dates.back()))) {}

  std::string drawn() const {
    const double bottom = first_panel + static_cast<double>(picture_.panels.size()) * (panel_height + panel_gap);
    std::string out = fmt::format(
        "<svg class=\"picture\" viewBox=\"0 0 520 {}\" role=\"img\" aria-labelledby=\"window-title "
        "window-description\">\n<title id=\"window-title\">{}</title><desc id=\"window-description\">{}</desc>\n",
        coordinate(bottom), picture_.title, picture_.description);
    out += strip() + change_lines(bottom - panel_gap);
    for (std::size_t i = 0; i < picture_.panels.size(); ++i)
      out += panel(picture_.panels[i], first_panel + static_cast<double>(i) * (panel_height + panel_gap));
    return out + ends(bottom - panel_gap + 20) + "</svg>\n";
  }

 private:
  static constexpr double left = 44, right = 508;
  static constexpr double strip_top = 24, strip_height = 18;
  static constexpr double first_panel = 84, panel_height = 120, panel_gap = 44;

  double across(Date date) const { return left + (right - left) * days_between(picture_.dates.front(), date) / days_; }

  /// Where what holds on a date ends: at the next one, of the last at the end.
  double until(std::size_t i) const { return i + 1 < picture_.dates.size() ? across(picture_.dates[i + 1]) : right; }

  std::string strip() const {
    std::string out = fmt::format("<text class=\"note\" x=\"{}\" y=\"{}\">the zone: hatched where it is open</text>\n",
                                  left, coordinate(strip_top - 8));
    for (std::size_t i = 0; i < picture_.zones.size(); ++i) {
      if (picture_.zones[i].central != true) continue;
      out += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#hatch-zone)\"/>\n",
                         coordinate(across(picture_.dates[i])), strip_top,
                         coordinate(until(i) - across(picture_.dates[i])), strip_height);
    }
    return out + fmt::format("<rect class=\"axis\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", left, strip_top,
                             right - left, strip_height);
  }

  std::string change_lines(double bottom) const {
    std::string out;
    for (const Date date : picture_.changes)
      out += fmt::format("<line class=\"leader\" x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\"/>\n",
                         coordinate(across(date)), strip_top, coordinate(bottom));
    return out;
  }

  std::string panel(const WindowPanel& panel, double top) const {
    const auto up = [&](Utility value) { return coordinate(top + panel_height * (1 - axis_.part(value))); };
    const auto style = party_class(panel.party);
    std::string out = fmt::format("<text class=\"name {}\" x=\"{}\" y=\"{}\">{}</text>\n", style, left,
                                  coordinate(top - 8), shortened(panel.name, 48));
    for (const Utility tick : {Utility{0}, unit / 2, unit})
      out += fmt::format(
          "<line class=\"grid\" x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\"/><text class=\"tick\" x=\"{3}\" y=\"{4}\" "
          "text-anchor=\"end\">{5}</text>\n",
          left, right, up(tick), left - 6, coordinate(top + panel_height * (1 - axis_.part(tick)) + 5), number(tick));
    for (const auto& principal : panel.principals) {
      std::string line;
      for (std::size_t i = 0; i < principal.floor.size(); ++i) {
        const Appraisal& floor = principal.floor[i];
        const auto from = coordinate(across(picture_.dates[i])), to = coordinate(until(i));
        if (floor.span.low != floor.span.high)
          out += fmt::format("<path class=\"zone {0}\" fill=\"url(#hatch-{0})\" d=\"M{1} {2}H{3}V{4}H{1}z\"/>\n", style,
                             from, up(floor.span.high), to, up(floor.span.low));
        line += fmt::format("{}{} {}L{} {}", i == 0 ? "M" : "L", from, up(floor.central), to, up(floor.central));
      }
      out += fmt::format("<path class=\"line {} stroke\" d=\"{}\"/>\n", style, line);
      if (principal.text)
        out += fmt::format("<line class=\"line text\" x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\"/>\n", left, right,
                           up(principal.text->central));
    }
    return out + waiting(panel, top);
  }

  std::string waiting(const WindowPanel& panel, double top) const {
    std::string points;
    for (std::size_t i = 0; i < panel.waiting.size(); ++i)
      if (const auto& value = panel.waiting[i])
        points += fmt::format("{}{},{}", points.empty() ? "" : " ", coordinate(across(picture_.dates[i])),
                              coordinate(top + panel_height * (1 - axis_.part(value->central))));
    if (points.empty()) return "";
    return fmt::format("<polyline class=\"line viewpoint\" points=\"{}\"/>\n", points);
  }

  std::string ends(double y) const {
    return fmt::format(
        "<text class=\"tick\" x=\"{}\" y=\"{}\">{}</text><text class=\"tick\" x=\"{}\" y=\"{}\" "
        "text-anchor=\"end\">{}</text>\n",
        left, coordinate(y), to_words(picture_.dates.front()), right, coordinate(y), to_words(picture_.dates.back()));
  }

  const WindowPicture& picture_;
  int days_;
  Axis axis_;
};

}  // namespace

std::string window_picture(const WindowPicture& picture) { return WindowDrawing(picture).drawn(); }

}  // namespace parley::html
