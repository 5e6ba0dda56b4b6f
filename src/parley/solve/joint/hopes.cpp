#include "parley/solve/joint/hopes.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <set>

#include "parley/at.h"
#include "parley/solve/joint/sum_signs.h"

namespace parley {
namespace {

constexpr std::int64_t whole_mix = 32;  ///< the weights of a mix add up to this
constexpr std::size_t most_mixes = 12;

enum class FeatureState { counts, does_not, open };

FeatureState state_of(const ReadingTable::Feature& feature, const Package& package) {
  bool open = false;
  for (const auto& set : feature.when) {
    const auto level = package[at(set.issue)];
    if (level < 0) {
      open = true;
    } else if (!set.holds[at(level)]) {
      return feature.counts_when_holding ? FeatureState::does_not : FeatureState::counts;
    }
  }
  if (open) return FeatureState::open;
  return feature.counts_when_holding ? FeatureState::counts : FeatureState::does_not;
}

/// Pairs of views that some combination needs together.
std::set<std::pair<std::size_t, std::size_t>> pairs_needed(const ReadingTable& table) {
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& masks : table.enough)
    for (const auto mask : masks)
      for (std::size_t a = 0; a < table.views.size(); ++a)
        for (std::size_t b = a + 1; b < table.views.size(); ++b)
          if ((mask >> a & 1) != 0 && (mask >> b & 1) != 0) pairs.emplace(a, b);
  return pairs;
}

/// Whether mixes of all margins fit 64 bits.
bool mixes_fit(const ReadingTable& table) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max() / (8 * whole_mix);
  for (std::size_t v = 0; v < table.views.size(); ++v) {
    const auto range = margin_range(table, v);
    if (range.low < -most || range.high > most) return false;
  }
  return true;
}

}  // namespace

Hopes::Hopes(const ReadingTable& table, const std::vector<std::size_t>& order)
    : table_(table), order_(order), consent_(table), width_((table.readings + 63) / 64 * 64) {
  for (std::size_t v = 0; v < table.views.size(); ++v) add_row(v, v);
  const auto pairs = pairs_needed(table);
  if (pairs.size() > most_mixes || !mixes_fit(table)) return;
  for (const auto& [a, b] : pairs) add_row(a, b);
}

std::int64_t Hopes::mixed(const Row& row, std::size_t k, const PerReading& values, std::size_t reading) const {
  return row.weight[k].empty() ? in_reading(values, reading) : row.weight[k][reading] * in_reading(values, reading);
}

void Hopes::weigh_mix(Row& row) const {
  for (auto& weight : row.weight) weight.assign(table_.readings, whole_mix / 2);
  const auto& a = table_.views[row.view[0]];
  const auto& b = table_.views[row.view[1]];
  for (std::size_t j = 0; j < table_.readings; ++j) {
    auto least = std::numeric_limits<std::int64_t>::max();
    std::int64_t from = 0;
    std::int64_t to = 0;
    for (std::int64_t w = 1; w < whole_mix; ++w) {
      auto hope = -w * in_reading(a.floor, j) - (whole_mix - w) * in_reading(b.floor, j);
      for (std::size_t i = 0; i < a.gain.size(); ++i) {
        auto best = std::numeric_limits<std::int64_t>::min();
        for (std::size_t l = 0; l < a.gain[i].size(); ++l)
          best = std::max(best, w * in_reading(a.gain[i][l], j) + (whole_mix - w) * in_reading(b.gain[i][l], j));
        hope += best;
      }
      if (hope < least) {
        least = hope;
        from = w;
      }
      if (hope == least) to = w;
    }
    // Of a stretch of weights that are as good the middle one, whichever view comes first.
    const auto middle = (from + to) / 2;
    row.weight[0][j] = middle;
    row.weight[1][j] = whole_mix - middle;
  }
}

void Hopes::add_row(std::size_t a, std::size_t b) {
  auto& row = rows_.emplace_back();
  row.view = {a, b};
  const std::size_t parts = a == b ? 1 : 2;
  if (parts == 2) weigh_mix(row);
  row.hope.assign(order_.size() + 1, std::vector<std::int64_t>(width_));
  auto& root = row.hope.front();
  for (std::size_t k = 0; k < parts; ++k)
    for (std::size_t j = 0; j < table_.readings; ++j) root[j] -= mixed(row, k, table_.views[row.view[k]].floor, j);
  for (std::size_t i = 0; i < table_.levels.size(); ++i) {
    auto& loss = row.loss.emplace_back(at(table_.levels[i]), std::vector<std::int64_t>(width_));
    for (std::size_t j = 0; j < table_.readings; ++j) {
      auto best = std::numeric_limits<std::int64_t>::min();
      for (std::size_t l = 0; l < loss.size(); ++l) {
        for (std::size_t k = 0; k < parts; ++k) loss[l][j] += mixed(row, k, table_.views[row.view[k]].gain[i][l], j);
        best = std::max(best, loss[l][j]);
      }
      for (auto& of_level : loss) of_level[j] -= best;
      root[j] += best;
    }
  }
  for (std::size_t k = 0; k < parts; ++k) {
    const auto& features = table_.views[row.view[k]].features;
    for (std::size_t f = 0; f < features.size(); ++f) {
      if (features[f].when.empty()) {  // decided from the start
        for (std::size_t j = 0; features[f].counts_when_holding && j < table_.readings; ++j)
          root[j] += mixed(row, k, features[f].gain, j);
        continue;
      }
      Row::Loss loss{row.view[k], f, std::vector<std::int64_t>(width_), std::vector<std::int64_t>(width_)};
      for (std::size_t j = 0; j < table_.readings; ++j) {
        const auto gain = mixed(row, k, features[f].gain, j);
        root[j] += std::max<std::int64_t>(0, gain);
        loss.when_counting[j] = std::min<std::int64_t>(0, gain);
        loss.when_not[j] = -std::max<std::int64_t>(0, gain);
      }
      row.features.push_back(std::move(loss));
    }
  }
}

std::vector<const std::int64_t*> Hopes::losses(const Row& row, std::size_t issue, const Package& package) const {
  std::vector<const std::int64_t*> result{row.loss[issue][at(package[issue])].data()};
  for (const auto& loss : row.features) {
    const auto& feature = table_.views[loss.view].features[loss.feature];
    if (std::ranges::none_of(feature.when, [&](const LevelSet& set) { return at(set.issue) == issue; })) continue;
    auto before = package;
    before[issue] = -1;
    const auto now = state_of(feature, package);
    if (now == FeatureState::open || state_of(feature, before) != FeatureState::open) continue;
    result.push_back(now == FeatureState::counts ? loss.when_counting.data() : loss.when_not.data());
  }
  return result;
}

std::uint64_t Hopes::refused_by(const Package& package) const {
  std::uint64_t refused = 0;
  for (std::size_t v = 0; v < table_.views.size(); ++v)
    for (const auto& line : table_.views[v].refuses) {
      const auto level = package[at(line.issue)];
      if (level >= 0 && line.holds[at(level)]) refused |= std::uint64_t{1} << v;
    }
  return refused;
}

std::vector<std::uint32_t> Hopes::count(const std::vector<std::vector<std::uint64_t>>& words,
                                        const std::vector<std::uint64_t>& refused) const {
  const auto per_sum = width_ / 64;
  std::vector<std::uint32_t> counts(refused.size());
  std::vector<std::uint64_t> views(table_.views.size());
  for (std::size_t s = 0; s < refused.size(); ++s)
    for (std::size_t w = 0; w < per_sum; ++w) {
      const auto word = s * per_sum + w;
      for (std::size_t v = 0; v < views.size(); ++v) views[v] = (refused[s] >> v & 1) != 0 ? 0 : words[v][word];
      counts[s] += static_cast<std::uint32_t>(std::popcount(consent_.jointly(w, [&](std::uint64_t mask) {
        auto all = ~std::uint64_t{0};
        for (auto left = mask; left != 0; left &= left - 1) all &= views[at(std::countr_zero(left))];
        for (auto r = views.size(); r < rows_.size(); ++r)
          if ((mask >> rows_[r].view[0] & 1) != 0 && (mask >> rows_[r].view[1] & 1) != 0) all &= words[r][word];
        return all;
      })));
    }
  return counts;
}

std::uint32_t Hopes::count_at_root() {
  const std::size_t one[] = {1};
  std::vector<std::vector<std::uint64_t>> words;
  for (const auto& row : rows_) {
    const std::int64_t* const root[] = {row.hope.front().data()};
    sum_signs(std::span<const std::int64_t* const>(root), one, width_, words.emplace_back(width_ / 64).data());
  }
  return count(words, {0}).front();
}

std::vector<std::uint32_t> Hopes::look(std::size_t depth, const Package& package) {
  const auto issue = order_[depth];
  const auto levels = at(table_.levels[issue]);
  auto tried = package;
  std::vector<std::uint64_t> refused;
  for (tried[issue] = 0; tried[issue] < table_.levels[issue]; ++tried[issue]) refused.push_back(refused_by(tried));
  std::vector<std::vector<std::uint64_t>> words;
  std::vector<const std::int64_t*> sums;
  std::vector<std::size_t> ends;
  for (const auto& row : rows_) {
    sums.clear();
    ends.clear();
    for (tried[issue] = 0; tried[issue] < table_.levels[issue]; ++tried[issue]) {
      sums.push_back(row.hope[depth].data());
      const auto lost = losses(row, issue, tried);
      sums.insert(sums.end(), lost.begin(), lost.end());
      ends.push_back(sums.size());
    }
    sum_signs(sums, ends, width_, words.emplace_back(levels * (width_ / 64)).data());
  }
  return count(words, refused);
}

void Hopes::enter(std::size_t depth, const Package& package) {
  for (auto& row : rows_) {
    auto& hope = row.hope[depth + 1];
    hope = row.hope[depth];
    for (const auto* const lost : losses(row, order_[depth], package))
      for (std::size_t j = 0; j < width_; ++j) hope[j] += lost[j];
  }
}

}  // namespace parley
