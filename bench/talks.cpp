#include "talks.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace parley::bench {
namespace {

double uniform(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

std::vector<double> weights(std::mt19937_64& random, std::size_t issues) {
  std::vector<double> result(issues);
  double sum = 0;
  for (auto& weight : result) sum += weight = -std::log(1 - uniform(random));
  for (auto& weight : result) weight /= sum;
  return result;
}

}  // namespace

Tables invent_talks(int parties, int issues, int options, Interests interests, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto width = static_cast<std::size_t>(parties);
  const auto levels = static_cast<std::size_t>(options);
  Tables tables;
  tables.dimensions = parties;
  tables.levels.assign(static_cast<std::size_t>(issues), options);
  tables.gain.assign(tables.levels.size(), std::vector<Utility>(levels * width));
  for (std::size_t party = 0; party < width; ++party) {
    const auto weight = weights(random, tables.levels.size());
    for (std::size_t i = 0; i < tables.gain.size(); ++i) {
      auto& gain = tables.gain[i];
      std::vector<double> value(levels);
      for (auto& v : value) v = uniform(random);
      if (interests == Interests::opposed && party > 0) {
        double best = 0;
        for (std::size_t l = 0; l < levels; ++l) best = std::max(best, static_cast<double>(gain[l * width]));
        for (std::size_t l = 0; l < levels; ++l)
          value[l] = 0.9 * (1 - static_cast<double>(gain[l * width]) / best) + 0.1 * value[l];
      }
      const auto [low, high] = std::ranges::minmax(value);
      for (std::size_t l = 0; l < levels; ++l)
        gain[l * width + party] = std::llround(static_cast<double>(unit) * weight[i] * (value[l] - low) / (high - low));
    }
  }
  return tables;
}

void entangle(Tables& tables, int width, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto most = 0.75 * static_cast<double>(unit) / tables.issues();
  for (int later = 1; later < tables.issues(); ++later)
    for (int earlier = std::max(0, later - width); earlier < later; ++earlier) {
      const auto first = static_cast<std::size_t>(tables.levels[static_cast<std::size_t>(earlier)]);
      const auto second = static_cast<std::size_t>(tables.levels[static_cast<std::size_t>(later)]);
      for (std::size_t a = 0; a < first; ++a)
        for (std::size_t b = 0; b < second; ++b) {
          Feature feature;
          feature.when = {{earlier, std::vector<bool>(first)}, {later, std::vector<bool>(second)}};
          feature.when[0].holds[a] = true;
          feature.when[1].holds[b] = true;
          for (int d = 0; d < tables.dimensions; ++d)
            feature.gain.push_back(std::llround(most * (2 * uniform(random) - 1)));
          tables.features.push_back(std::move(feature));
        }
    }
}

}  // namespace parley::bench
