#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parley/model/utility.h"

/// Pictures as inline SVG. Colours come from the page's style sheet by class (party-0, party-1, …), so that one picture
/// serves light, dark and print; what colour says, a shape or hatching says too.
namespace parley::html {

/// Signs, hatchings and arrows that the pictures refer to: once on a page, before the first picture.
std::string picture_definitions(std::size_t parties);

/// The style class of a party. Colours repeat after eight: names always stand beside them.
std::string party_class(int party);

/// A coordinate with one digit after the point.
std::string coordinate(double value);

/// A stretch of the utility scale.
struct Axis {
  Utility low = 0;
  Utility high = unit;

  /// 0 at the low end, 1 at the high end; outside values are drawn at the ends.
  double part(Utility value) const;
  /// Round values to label, at most seven.
  std::vector<Utility> ticks() const;
};

/// The stretch from the smallest to the largest of some values, rounded outward to tenths.
Axis axis_over(const std::vector<Utility>& values);

/// Bars as wide as the place they stand in. They repeat figures that stand beside them in words, so that they are
/// hidden from screen readers.

/// Where a margin may lie: solid above zero, hatched below, a tick at the central reading.
std::string margin_bar(const Axis& axis, Span span, Utility central, int party);
/// A gain to the right of zero (solid) or a loss to the left of it (hatched).
std::string gain_bar(const Axis& axis, Utility gain, int party);
/// From zero to the central value, and a thin line over the range.
std::string loss_bar(const Axis& axis, Span span, Utility central, int party);
/// A share of a whole.
std::string share_bar(double share);
/// The same of a party, or of everyone (-1): solid up to the share, hatched on to `at_most`, and a line over the
/// stretch that it may lie in by sampling.
std::string sampled_bar(double share, double low, double high, double at_most, int party);
/// Labels below margin bars: signed, with a word at zero.
std::string scale_line(const Axis& axis, const char* at_zero);

}  // namespace parley::html
