#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace parley {

inline std::string golden_path(const std::string& name) { return PARLEY_SOURCE_DIR "/tests/render/golden/" + name; }

inline std::string read_golden(const std::string& name) {
  std::ifstream in(golden_path(name), std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Golden files are read by people before they are committed; PARLEY_UPDATE_GOLDEN=1 writes them anew.
inline void expect_golden(const std::string& name, const std::string& text) {
  if (std::getenv("PARLEY_UPDATE_GOLDEN") != nullptr) std::ofstream(golden_path(name), std::ios::binary) << text;
  EXPECT_EQ(text, read_golden(name)) << name;
}

}  // namespace parley
