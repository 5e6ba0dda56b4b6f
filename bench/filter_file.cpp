// Filters the points of a file of doubles (one point after another, as the machine keeps them), and prints how many
// stay, a hash of their numbers, and the least seconds of several runs.   parley_filter_file FILE DIMENSIONS RUNS
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <vector>

#include "parley/solve/filter_points.h"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const int dimensions = std::atoi(argv[2]);
  std::vector<double> numbers(std::filesystem::file_size(argv[1]) / sizeof(double));
  std::ifstream(argv[1], std::ios::binary)
      .read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(numbers.size() * sizeof(double)));
  const auto table = parley::PointTable<double>::rows(numbers, dimensions);
  double least = std::numeric_limits<double>::infinity();
  std::vector<std::size_t> kept;
  for (int run = 0; run < std::atoi(argv[3]); ++run) {
    const auto start = std::chrono::steady_clock::now();
    kept = parley::filter_points(table).kept;
    least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::uint64_t hash = 0;
  for (const auto point : kept) hash = hash * 1'000'003 + point;
  std::printf("%zu %016llx %.6f\n", kept.size(), static_cast<unsigned long long>(hash), least);
}
