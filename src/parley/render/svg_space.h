#pragma once

#include <string>
#include <vector>

#include "parley/render/svg.h"
#include "parley/solve/point.h"

/// Pictures of packages by what they are worth to each party.
namespace parley::html {

/// A package that a picture points out.
struct Mark {
  enum class Kind { text, amendment, viewpoint } kind = Kind::text;
  std::string badge;  ///< one or two characters
  std::string name;   ///< markup for the legend
  std::vector<Utility> value;
};

struct SpacePicture {
  std::vector<std::string> parties;  ///< names as markup
  std::vector<Utility> floors;
  std::vector<Point> frontier;
  std::vector<bool> accepted;  ///< parallel to frontier: in everyone's win-set
  std::vector<Mark> marks;     ///< drawn in this order
  std::string title;           ///< read out instead of the picture
  std::string description;
};

/// The badge of a mark for use in text and legends.
std::string badge(const Mark& mark);

/// Pictures draw no more points of a frontier than this, spread evenly.
inline constexpr std::size_t dots_on_plane = 600, lines_over_axes = 150;

/// Two parties: the plane of their utilities, with the area above both floors hatched.
std::string plane(const SpacePicture& picture);

/// Any number of parties: one axis below another, a package as a line through all of them.
std::string parallel_axes(const SpacePicture& picture);

/// `most` numbers spread evenly over 0 … count-1, both ends among them; all numbers when there are no more than that.
std::vector<std::size_t> spread(std::size_t count, std::size_t most);

/// The badge's shape around a point of a picture: disc for a text, square for an amendment, diamond for a viewpoint.
std::string badge_at(const Mark& mark, double x, double y);
/// One stretch for the axes of all parties, so that distances compare.
Axis common_axis(const SpacePicture& picture);
/// The opening of a picture of its own size, with its title and description for those who cannot see it.
std::string open_picture(const SpacePicture& picture, int width, int height);
/// A name cut to what fits on an axis.
std::string shortened(const std::string& markup, std::size_t characters);

}  // namespace parley::html
