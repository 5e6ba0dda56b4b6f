#include "parley/ask/share.h"

#include <algorithm>
#include <cmath>

namespace parley {

ReadingShare share_of_draws(std::size_t in, std::size_t of, double independent) {
  ReadingShare result{static_cast<std::uint32_t>(in), static_cast<std::uint32_t>(of), 0, 0, 1};
  if (of == 0) return result;
  constexpr double z = 1.959963984540054;
  const double n = std::clamp(independent, 1.0, static_cast<double>(of));
  const double p = static_cast<double>(in) / static_cast<double>(of);
  const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double reach = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  result.share = p;
  // What holds in none or in all is at the end of its interval, whatever the rounding.
  result.low = in == 0 ? 0 : std::clamp(centre - reach, 0.0, p);
  result.high = in == of ? 1 : std::clamp(centre + reach, p, 1.0);
  return result;
}

ReadingShare share_of_readings(const Readings& readings, std::size_t in) {
  const double independent = readings.walked ? readings.independent : static_cast<double>(readings.count);
  ReadingShare result = share_of_draws(in, readings.count, independent);
  if (readings.unknowns.empty() && readings.count > 0) result.low = result.high = result.share;
  return result;
}

}  // namespace parley
