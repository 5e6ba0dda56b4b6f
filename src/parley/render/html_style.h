#pragma once

#include <string_view>

namespace parley::html {

/// The page's style sheet: screen and print, light and dark.
std::string_view style_sheet();

}  // namespace parley::html
