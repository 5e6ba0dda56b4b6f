#pragma once

#include "parley/solve/dense/heights.h"

namespace parley {

/// A place on the frontier, and how high it is.
struct Peak {
  Spot place;
  Height height = 0;
};

/// The places of the last grid that no other place reaches in row, cell and height: last row first, in it last cell
/// first.
std::vector<Peak> peaks(const Heights& heights);

/// How the peaks are reached, for each layer the steps that are needed, as in a sweep; keys gets the peaks' tie keys.
/// Of all ways that lead to a place with the smallest tie key the first is taken. Nothing when stopped.
std::vector<std::vector<Step>> ways_to(const Heights& heights, const Diagram& diagram, const Steps& steps,
                                       const Labels& labels, const std::vector<Peak>& peaks,
                                       std::vector<std::uint64_t>& keys, const std::stop_token& stop);

}  // namespace parley
