#pragma once

#include <string>

#include "parley/render/text.h"

namespace parley::cli {

/// How an answer looks where it goes: the width of COLUMNS, of the terminal, or 80; colour with "always", never with
/// "never", and with "auto" on a terminal that can, unless NO_COLOR is set (no-color.org); ASCII on terminals whose
/// character set is not UTF-8.
TextStyle style_for(const std::string& file, const std::string& colour);

}  // namespace parley::cli
