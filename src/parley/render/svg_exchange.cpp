#include "parley/render/svg_exchange.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/render/html_text.h"
#include "parley/render/svg.h"
#include "parley/render/wording_exchange.h"

namespace parley::html {
namespace {

class ExchangeDrawing {
 public:
  explicit ExchangeDrawing(const ExchangePicture& picture) : picture_(picture) {
    // One scale for all sides: as much room for a point of one as for a point of another.
    std::vector<Utility> values{0};
    for (const auto& side : picture.sides) {
      values.push_back(side.guarantee);
      values.insert(values.end(), side.temptation.begin(), side.temptation.end());
    }
    const auto [low, high] = std::ranges::minmax(values);
    const auto room = std::max<Utility>(1, (high - low) / 20);
    low_ = low - room;
    high_ = high + room;
  }

  std::string drawn() const {
    const double bottom = first_panel + static_cast<double>(picture_.sides.size()) * (panel_height + panel_gap);
    std::string out = fmt::format(
        "<svg class=\"picture\" viewBox=\"0 0 520 {0}\" role=\"img\" aria-labelledby=\"{1}-title "
        "{1}-description\">\n<title id=\"{1}-title\">{2}</title><desc id=\"{1}-description\">{3}</desc>\n",
        coordinate(bottom), picture_.id, picture_.title, picture_.description);
    for (std::size_t i = 0; i < picture_.sides.size(); ++i)
      out += panel(picture_.sides[i], first_panel + static_cast<double>(i) * (panel_height + panel_gap));
    return out + days(bottom - panel_gap + 18) + "</svg>\n";
  }

 private:
  static constexpr double left = 52, right = 508;
  static constexpr double first_panel = 40, panel_height = 110, panel_gap = 46;

  double across(std::size_t step) const {
    return left + (right - left) * static_cast<double>(step) / static_cast<double>(picture_.days.size() + 1);
  }
  static double up(double top, double part) { return top + panel_height * (1 - part); }
  double part(Utility value) const { return static_cast<double>(value - low_) / static_cast<double>(high_ - low_); }

  std::string panel(const ExchangePicture::Side& side, double top) const {
    const auto y = [&](Utility value) { return coordinate(up(top, part(value))); };
    const auto style = party_class(side.party);
    std::string out = fmt::format("<text class=\"name {}\" x=\"{}\" y=\"{}\">{}</text>\n", style, left,
                                  coordinate(top - 8), side.name);
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\"/><text class=\"tick\" x=\"{3}\" y=\"{4}\" "
        "text-anchor=\"end\">0</text>\n",
        left, right, y(0), left - 6, coordinate(up(top, part(0)) + 5));
    for (std::size_t s = 0; s < side.temptation.size(); ++s)
      if (side.temptation[s] > side.guarantee)
        out += fmt::format("<path class=\"zone {0}\" fill=\"url(#hatch-{0})\" d=\"M{1} {2}H{3}V{4}H{1}z\"/>\n", style,
                           coordinate(across(s)), y(side.temptation[s]), coordinate(across(s + 1)), y(side.guarantee));
    std::string line;
    for (std::size_t s = 0; s < side.temptation.size(); ++s)
      line += fmt::format("{}{} {}H{}", s == 0 ? "M" : "L", coordinate(across(s)), y(side.temptation[s]),
                          coordinate(across(s + 1)));
    out += fmt::format("<path class=\"line {} stroke\" d=\"{}\"/>\n", style, line);
    out += fmt::format("<line class=\"line viewpoint\" x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\"/>\n", left, right,
                       y(side.guarantee));
    const auto most = *std::ranges::max_element(side.temptation);
    return out + fmt::format("<text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n", left - 6,
                             coordinate(up(top, part(most)) + (most >= 0 && most * 20 < high_ - low_ ? -6 : 5)),
                             exchange_points(most));
  }

  std::string days(double y) const {
    if (picture_.days.empty()) return "";
    return fmt::format(
        "<text class=\"tick\" x=\"{}\" y=\"{}\">day {}</text><text class=\"tick\" x=\"{}\" y=\"{}\" "
        "text-anchor=\"end\">day {}</text>\n",
        coordinate(across(1)), coordinate(y), picture_.days.front(), right, coordinate(y), picture_.days.back());
  }

  const ExchangePicture& picture_;
  Utility low_ = 0;
  Utility high_ = 1;
};

}  // namespace

std::string exchange_picture(const ExchangePicture& picture) { return ExchangeDrawing(picture).drawn(); }

}  // namespace parley::html
