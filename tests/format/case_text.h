#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "parley/case/problem.h"

namespace parley {

inline std::string read_text_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Problems as golden files keep them, one a line.
inline std::string told(const Problems& problems) {
  std::ostringstream text;
  for (const Problem& p : problems) {
    text << p.place.line << ':' << p.place.column << ": " << p.message;
    if (!p.mend.empty()) text << "; " << p.mend;
    text << '\n';
  }
  return text.str();
}

/// A small whole case; tests replace parts of it.
inline std::string small_case(
    const std::string& issues = "  bread: {options: [white, brown]}\n",
    const std::string& wants = "weights: {bread: 100}, values: {bread: {white: 100, brown: 0}}",
    const std::string& rest = {}) {
  return "parley: 1\ntitle: Bread\nissues:\n" + issues + "parties:\n  a: {preferences: {" + wants +
         "}, reservation: 40}\n  b: {preferences: {" + wants + "}, reservation: 40}\n" + rest;
}

}  // namespace parley
