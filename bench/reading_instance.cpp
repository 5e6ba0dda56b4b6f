#include "reading_instance.h"

#include <cmath>
#include <random>

namespace parley::bench {

ReadingTable invent_readings(const ReadingSize& size, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> even(0, 1);
  const auto issues = static_cast<std::size_t>(size.issues);
  const auto levels = static_cast<std::size_t>(size.levels);
  ReadingTable table;
  table.readings = size.readings;
  table.levels.assign(issues, size.levels);
  table.enough = {{3}};
  for (std::size_t i = 0; i < issues; ++i) {
    auto& keys = table.tie_keys.emplace_back(levels);
    for (auto& key : keys) key = random() % (1u << 24);
  }
  std::vector<double> first(issues * levels);
  std::vector<double> second(first.size());
  for (auto& value : first) value = even(random);
  for (std::size_t k = 0; k < second.size(); ++k)
    second[k] = size.opposed ? 0.9 * (1 - first[k]) + 0.1 * even(random) : even(random);
  for (const auto* values : {&first, &second}) {
    auto& view = table.views.emplace_back();
    view.gain.assign(issues, std::vector<PerReading>(levels, PerReading(size.readings)));
    std::vector<double> weight(issues);
    for (std::size_t j = 0; j < size.readings; ++j) {
      double sum = 0;
      for (auto& w : weight) sum += w = 0.5 - std::log(1 - even(random));
      for (std::size_t i = 0; i < issues; ++i)
        for (std::size_t l = 0; l < levels; ++l)
          view.gain[i][l][j] =
              static_cast<Utility>(static_cast<double>(unit) * weight[i] / sum * (*values)[i * levels + l]);
      view.floor.push_back(static_cast<Utility>(static_cast<double>(unit) * (size.floor + 0.1 * (even(random) - 0.5))));
    }
  }
  return table;
}

std::vector<Package> invent_packages(const ReadingTable& table, std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Package> packages(count);
  for (auto& package : packages)
    for (const auto levels : table.levels)
      package.push_back(static_cast<int>(random() % static_cast<std::uint64_t>(levels)));
  return packages;
}

std::vector<std::vector<std::int32_t>> invent_values(std::size_t alternatives, std::size_t readings,
                                                     std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<std::vector<std::int32_t>> values(alternatives, std::vector<std::int32_t>(readings));
  for (auto& row : values)
    for (auto& value : row) value = static_cast<std::int32_t>(random() % 1'000'000'000);
  return values;
}

}  // namespace parley::bench
