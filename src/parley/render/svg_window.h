#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/ask/window.h"

namespace parley::html {

/// A party's part of the picture of a window.
struct WindowPanel {
  std::string name;  ///< markup
  int party = 0;
  struct Principal {
    std::vector<Appraisal> floor;   ///< on each date
    std::optional<Appraisal> text;  ///< what the newest text is worth to it
  };
  std::vector<Principal> principals;
  std::vector<std::optional<Appraisal>> waiting;  ///< on each date
};

struct WindowPicture {
  std::vector<Date> dates;             ///< ascending, two or more
  std::vector<Windows::ZoneOn> zones;  ///< on each date
  std::vector<Date> changes;           ///< days on which something changes
  std::vector<WindowPanel> panels;
  std::string title;  ///< read out instead of the picture
  std::string description;
};

/// Days from left to right. Above, when the zone is open; below, for each party, its principals' floors in steps (the
/// line is the central reading, the hatched band all readings), what waiting may be worth (dotted) and what the newest
/// text is worth (across).
std::string window_picture(const WindowPicture& picture);

}  // namespace parley::html
