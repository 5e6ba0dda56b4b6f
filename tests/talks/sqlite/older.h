#pragma once

#include <string>

namespace parley {

/// Makes a file as a Parley of that layout would have written it, with the entries of a record of today.
void make_older(const std::string& path, int layout, const std::string& newest);

}  // namespace parley
