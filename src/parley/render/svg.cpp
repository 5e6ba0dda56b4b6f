#include "parley/render/svg.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/render/html_text.h"

namespace parley::html {
namespace {

constexpr Utility tenth = unit / 10;

Utility floor_to(Utility value, Utility step) {
  const Utility rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

std::string at_percent(const Axis& axis, Utility value) { return coordinate(axis.part(value) * 100) + "%"; }

std::string stretch(const Axis& axis, Utility from, Utility to, int top, int height, const std::string& fill) {
  const double left = axis.part(from) * 100, width = axis.part(to) * 100 - left;
  return fmt::format(R"(<rect x="{}%" y="{}" width="{}%" height="{}" {}/>)", coordinate(left), top, coordinate(width),
                     height, fill);
}

std::string solid(int party) { return fmt::format(R"(class="{} solid")", party_class(party)); }

std::string hatched(int party) {
  return fmt::format("class=\"{0} hatched\" fill=\"url(#hatch-{0})\"", party_class(party));
}

/// Solid where it lies above zero, hatched below.
std::string about_zero(const Axis& axis, Span span, int party) {
  std::string out;
  if (span.low < 0) out += stretch(axis, span.low, std::min<Utility>(span.high, 0), 4, 12, hatched(party));
  if (span.high > 0) out += stretch(axis, std::max<Utility>(span.low, 0), span.high, 4, 12, solid(party));
  return out;
}

std::string zero_line(const Axis& axis) {
  return fmt::format(R"(<line class="zero" x1="{0}" x2="{0}" y1="0" y2="20"/>)", at_percent(axis, 0));
}

std::string bar(const std::string& inside) {
  return fmt::format(
      "<svg class=\"bar\" width=\"100%\" height=\"20\" aria-hidden=\"true\">"
      "<line class=\"track\" x1=\"0\" x2=\"100%\" y1=\"10\" y2=\"10\"/>{}</svg>",
      inside);
}

std::string share_rect(double share) {
  return fmt::format(R"(<rect class="share" x="0" y="4" width="{}%" height="12"/>)", coordinate(share * 100));
}

}  // namespace

std::string picture_definitions(std::size_t parties) {
  std::string out =
      "<svg class=\"definitions\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n"
      "<symbol id=\"sign-yes\" viewBox=\"0 0 16 16\"><circle class=\"full\" cx=\"8\" cy=\"8\" r=\"7\"/>"
      "<path class=\"cut\" d=\"M4.5 8.3l2.4 2.5 4.6-5.2\"/></symbol>\n"
      "<symbol id=\"sign-part\" viewBox=\"0 0 16 16\"><circle class=\"rim\" cx=\"8\" cy=\"8\" r=\"6.3\"/>"
      "<path class=\"full\" d=\"M8 1.7a6.3 6.3 0 0 0 0 12.6z\"/></symbol>\n"
      "<symbol id=\"sign-no\" viewBox=\"0 0 16 16\"><circle class=\"rim\" cx=\"8\" cy=\"8\" r=\"6.3\"/>"
      "<path class=\"rim\" d=\"M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2\"/></symbol>\n"
      "<symbol id=\"sign-counter\" viewBox=\"0 0 16 16\"><circle class=\"rim\" cx=\"8\" cy=\"8\" r=\"6.3\"/>"
      "<path class=\"rim\" d=\"M4.6 6.6h6l-1.8-1.8M11.4 9.6h-6l1.8 1.8\"/></symbol>\n"
      "<symbol id=\"sign-none\" viewBox=\"0 0 16 16\"><circle class=\"rim dotted\" cx=\"8\" cy=\"8\" r=\"6.3\"/>"
      "</symbol>\n"
      "<pattern id=\"hatch-zone\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><line class=\"zone-line\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"7\"/></pattern>\n";
  for (std::size_t p = 0; p < std::min<std::size_t>(parties, 8); ++p) {
    out += fmt::format(
        "<pattern id=\"hatch-{0}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><line class=\"{0} stroke\" x1=\"1\" x2=\"1\" y1=\"0\" "
        "y2=\"5\"/></pattern>\n",
        party_class(static_cast<int>(p)));
  }
  return out + "</defs></svg>\n";
}

std::string party_class(int party) { return fmt::format("party-{}", party % 8); }

std::string coordinate(double value) { return fmt::format("{:.1f}", value); }

double Axis::part(Utility value) const {
  return static_cast<double>(std::clamp(value, low, high) - low) / static_cast<double>(high - low);
}

std::vector<Utility> Axis::ticks() const {
  Utility step = tenth;
  while ((high - low) / step > 6) step *= 2;
  std::vector<Utility> out;
  for (Utility tick = floor_to(low + step - 1, step); tick <= high; tick += step) out.push_back(tick);
  return out;
}

Axis axis_over(const std::vector<Utility>& values) {
  if (values.empty()) return {};
  const auto [low, high] = std::ranges::minmax_element(values);
  Axis axis{floor_to(*low, tenth), floor_to(*high + tenth - 1, tenth)};
  if (axis.low == axis.high) axis.high += tenth;
  return axis;
}

std::string margin_bar(const Axis& axis, Span span, Utility central, int party) {
  const auto x = at_percent(axis, central);
  return bar(zero_line(axis) + about_zero(axis, span, party) +
             fmt::format(R"(<line class="central-rim" x1="{0}" x2="{0}" y1="1" y2="19"/>)"
                         R"(<line class="central" x1="{0}" x2="{0}" y1="1" y2="19"/>)",
                         x));
}

std::string gain_bar(const Axis& axis, Utility gain, int party) {
  return bar(zero_line(axis) + about_zero(axis, {std::min<Utility>(gain, 0), std::max<Utility>(gain, 0)}, party));
}

std::string loss_bar(const Axis& axis, Span span, Utility central, int party) {
  return bar(stretch(axis, 0, central, 5, 10, solid(party)) +
             fmt::format(R"(<line class="spread" x1="{}" x2="{}" y1="10" y2="10"/>)", at_percent(axis, span.low),
                         at_percent(axis, span.high)));
}

std::string share_bar(double share) { return bar(share_rect(share)); }

std::string sampled_bar(double share, double low, double high, double at_most, int party) {
  const Axis whole;
  const auto place = [](double part) { return static_cast<Utility>(part * static_cast<double>(unit)); };
  std::string out = party < 0 ? share_rect(share) : stretch(whole, 0, place(share), 4, 12, solid(party));
  if (at_most > share)
    out += stretch(whole, place(share), place(at_most), 4, 12,
                   party < 0 ? "class=\"zone-line\" fill=\"url(#hatch-zone)\"" : hatched(party));
  return bar(out + fmt::format(R"(<line class="central-rim" x1="{0}%" x2="{1}%" y1="10" y2="10"/>)"
                               R"(<line class="spread" x1="{0}%" x2="{1}%" y1="10" y2="10"/>)",
                               coordinate(low * 100), coordinate(high * 100)));
}

std::string scale_line(const Axis& axis, const char* at_zero) {
  std::string out = R"(<svg class="bar" width="100%" height="18" aria-hidden="true">)";
  for (const Utility tick : axis.ticks()) {
    const double part = axis.part(tick);
    const auto* anchor = part < 0.05 ? "start" : part > 0.95 ? "end" : "middle";
    out += fmt::format(R"(<text class="tick" x="{}%" y="13" text-anchor="{}">{}</text>)", coordinate(part * 100),
                       anchor, tick == 0 ? at_zero : signed_number(tick));
  }
  return out + "</svg>";
}

}  // namespace parley::html
