// What bench/beside-numpy runs NumPy beside: writes invented readings as arrays of 64-bit numbers, and prints the least
// seconds and a sum of the answers of approvals (10,000 packages), ranks (30 alternatives) and Nash points, on one
// thread.   parley_readings_file FOLDER
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>

#include "parley/solve/joint/approvals.h"
#include "parley/solve/joint/nash_resampled.h"
#include "parley/solve/joint/ranks.h"
#include "reading_instance.h"

namespace parley::bench {
namespace {

template <class Numbers>
void write(std::ofstream& out, const Numbers& numbers) {
  for (const std::int64_t number : numbers) out.write(reinterpret_cast<const char*>(&number), sizeof number);
}

/// Gains by view, issue, option and reading, then the floors.
void write(const std::filesystem::path& file, const ReadingTable& table) {
  std::ofstream out(file, std::ios::binary);
  for (const auto& view : table.views)
    for (const auto& issue : view.gain)
      for (const auto& gain : issue) write(out, gain);
  for (const auto& view : table.views) write(out, view.floor);
}

/// `answer` gives a number that sums up what was found.
template <class Answer>
void measure(const char* name, int runs, const Answer& answer) {
  double least = std::numeric_limits<double>::infinity();
  unsigned long long sum = 0;
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    sum = answer();
    least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::printf("%s %.6f %llu\n", name, least, sum);
}

void run(const std::filesystem::path& folder) {
  const auto table = invent_readings({}, 1);
  const auto packages = invent_packages(table, 10'000, 2);
  write(folder / "approvals.bin", table);
  std::ofstream packages_out(folder / "packages.bin", std::ios::binary);
  for (const auto& package : packages) write(packages_out, package);
  measure("approvals", 7, [&] {
    unsigned long long sum = 0;
    for (std::size_t k = 0; const auto count : joint_approvals(table, packages, 1)) sum += ++k * count;
    return sum;
  });

  const auto values = invent_values(30, 100'000, 1);
  std::ofstream values_out(folder / "values.bin", std::ios::binary);
  for (const auto& row : values) write(values_out, row);
  measure("ranks", 7, [&] {
    unsigned long long sum = 0;
    std::size_t k = 0;
    for (const auto& row : rank_counts(values))
      for (const auto count : row) sum += ++k * count;
    return sum;
  });

  const auto readings = invent_readings({.issues = 30, .levels = 10, .readings = 200, .floor = 0.3}, 1);
  write(folder / "nash.bin", readings);
  measure("nash", 7, [&] {
    unsigned long long sum = 0;
    if (const auto answer = nash_in_readings(readings, 1)) {
      for (const auto& reading : *answer) sum += static_cast<unsigned long long>(reading.gain[0] + reading.gain[1]);
    }
    return sum;
  });
}

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  parley::bench::run(argv[1]);
}
