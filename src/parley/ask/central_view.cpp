#include "parley/ask/central_view.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace parley {
namespace {

constexpr double least_shift = 0.1;
constexpr double least_errors = 4;

/// The value that a part of the sorted values lies below.
std::int64_t quantile(const std::vector<std::int64_t>& sorted, double part) {
  const double place = part * static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(std::lround(place))];
}

double mean(const std::vector<std::int64_t>& values) {
  __extension__ __int128 sum = 0;  // whole numbers: the same in any order
  for (const std::int64_t value : values) sum += value;
  return static_cast<double>(sum) / static_cast<double>(values.size());
}

double deviation(const std::vector<std::int64_t>& values, double around) {
  double sum = 0;
  for (const std::int64_t value : values)
    sum += (static_cast<double>(value) - around) * (static_cast<double>(value) - around);
  return std::sqrt(sum / static_cast<double>(values.size()));
}

/// What a mean of some of the readings differs by from that of all when they are drawn at random from these, in
/// standard deviations of a single one.
double error_of_part(const Readings& readings, std::size_t part) {
  const auto all = static_cast<double>(readings.count);
  const double independent = readings.walked ? std::clamp(readings.independent, 1.0, all) : all;
  const auto some = static_cast<double>(part);
  return std::sqrt((1 / some - 1 / all) * all / independent);
}

class ViewComparison {
 public:
  ViewComparison(const Readings& readings, const ReadingSet& consent)
      : readings_(readings), consent_(consent), error_(error_of_part(readings, consent.count())) {}

  void add_number(int unknown) {
    std::vector<std::int64_t> all = readings_.drawn[static_cast<std::size_t>(unknown)];
    std::vector<std::int64_t> among;
    for (std::size_t j = 0; j < all.size(); ++j)
      if (consent_[j]) among.push_back(all[j]);
    std::ranges::sort(all);
    std::ranges::sort(among);
    Leaning leaning;
    leaning.unknown = unknown;
    leaning.all = mean(all);
    leaning.among = mean(among);
    const double spread = deviation(all, leaning.all);
    if (spread <= 0) return;
    leaning.shift = (leaning.among - leaning.all) / spread;
    leaning.low = quantile(among, 0.05);
    leaning.high = quantile(among, 0.95);
    leaning.low_of_all = quantile(all, 0.05);
    leaning.high_of_all = quantile(all, 0.95);
    leaning.least = among.front();
    leaning.most = among.back();
    keep(leaning);
  }

  /// Each of the things said by itself: whether it is the true one.
  void add_choice(int unknown) {
    const auto& drawn = readings_.drawn[static_cast<std::size_t>(unknown)];
    std::map<std::int64_t, std::pair<std::size_t, std::size_t>> found;  // in all, and in those with consent
    for (std::size_t j = 0; j < drawn.size(); ++j) {
      auto& counts = found[drawn[j]];
      ++counts.first;
      if (consent_[j]) ++counts.second;
    }
    for (const auto& [choice, counts] : found) {
      Leaning leaning;
      leaning.unknown = unknown;
      leaning.choice = static_cast<int>(choice);
      leaning.all = static_cast<double>(counts.first) / static_cast<double>(drawn.size());
      leaning.among = static_cast<double>(counts.second) / static_cast<double>(consent_.count());
      const double spread = std::sqrt(leaning.all * (1 - leaning.all));
      if (spread <= 0) continue;
      leaning.shift = (leaning.among - leaning.all) / spread;
      keep(leaning);
    }
  }

  std::vector<Leaning> sorted(const Case& c) {
    const auto words = [&](const Leaning& l) {
      return std::pair(unknown_text(c, readings_.unknowns[static_cast<std::size_t>(l.unknown)]), l.choice);
    };
    std::ranges::sort(kept_, [&](const Leaning& a, const Leaning& b) {
      if (std::abs(a.shift) != std::abs(b.shift)) return std::abs(a.shift) > std::abs(b.shift);
      return words(a) < words(b);
    });
    return std::move(kept_);
  }

 private:
  void keep(const Leaning& leaning) {
    const double size = std::abs(leaning.shift);
    if (size >= least_shift && size >= least_errors * error_) kept_.push_back(leaning);
  }

  const Readings& readings_;
  const ReadingSet& consent_;
  double error_;
  std::vector<Leaning> kept_;
};

}  // namespace

bool is_choice(const Unknown& unknown) {
  return unknown.kind == Unknown::Kind::stance || unknown.kind == Unknown::Kind::consent ||
         unknown.kind == Unknown::Kind::opening;
}

CentralView central_view(const Case& c, const Readings& readings, const ReadingSet& consent) {
  CentralView view;
  view.consenting = consent.count();
  view.too_few = view.consenting > 0 && view.consenting < std::min(fewest_for_view, readings.count);
  if (view.too_few || view.consenting == 0 || view.consenting == readings.count) return view;
  ViewComparison comparison(readings, consent);
  for (int u = 0; u < std::ssize(readings.unknowns); ++u) {
    if (is_choice(readings.unknowns[static_cast<std::size_t>(u)]))
      comparison.add_choice(u);
    else
      comparison.add_number(u);
  }
  view.leanings = comparison.sorted(c);
  return view;
}

}  // namespace parley
