#include "parley/solve/joint/approvals.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <functional>
#include <span>

#include "parley/at.h"
#include "parley/solve/cores.h"
#include "parley/solve/joint/margins.h"
#include "parley/solve/joint/sum_signs.h"

namespace parley {
namespace {

/// Some neighbouring issues whose combinations that occur are one table of sums.
struct IssueGroup {
  std::size_t first = 0;
  std::size_t last = 0;               ///< before this issue
  std::vector<Package> combinations;  ///< the levels of these issues
};

std::vector<IssueGroup> issue_groups(const ReadingTable& table) {
  constexpr std::size_t most_rows = 128;
  std::vector<IssueGroup> groups(1);
  std::size_t rows = 1;
  for (std::size_t i = 0; i < table.levels.size(); ++i) {
    rows *= at(table.levels[i]);
    if (i > 0 && rows > most_rows) {
      groups.push_back({i, i, {}});
      rows = at(table.levels[i]);
    }
    groups.back().last = i + 1;
  }
  return groups;
}

/// The place of each package in each group's table: one after another for each package. Fills in the combinations.
std::vector<std::uint32_t> places_in(std::vector<IssueGroup>& groups, const ReadingTable& table,
                                     const std::vector<Package>& packages) {
  constexpr auto unseen = ~std::uint32_t{0};
  std::vector<std::uint32_t> places(packages.size() * groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    auto& group = groups[g];
    std::size_t rows = 1;
    for (auto i = group.first; i < group.last; ++i) rows *= at(table.levels[i]);
    std::vector<std::uint32_t> place(rows, unseen);
    for (std::size_t p = 0; p < packages.size(); ++p) {
      std::size_t row = 0;
      for (auto i = group.first; i < group.last; ++i) row = row * at(table.levels[i]) + at(packages[p][i]);
      if (place[row] == unseen) {
        place[row] = static_cast<std::uint32_t>(group.combinations.size());
        const auto start = packages[p].begin();
        group.combinations.emplace_back(start + static_cast<std::ptrdiff_t>(group.first),
                                        start + static_cast<std::ptrdiff_t>(group.last));
      }
      places[p * groups.size() + g] = place[row];
    }
  }
  return places;
}

/// What a view makes of each package besides adding up its groups' rows.
struct Exceptions {
  std::vector<std::vector<std::uint32_t>> features;  ///< those that count; empty where the view has none
  std::vector<bool> refused;                         ///< likewise where it has no red lines
};

Exceptions exceptions_of(const ReadingTable::View& view, const std::vector<Package>& packages) {
  Exceptions result;
  for (const auto& package : packages) {
    if (!view.refuses.empty()) result.refused.push_back(refuses(view, package));
    if (view.features.empty()) continue;
    auto& counting = result.features.emplace_back();
    for (std::size_t f = 0; f < view.features.size(); ++f)
      if (all_hold(view.features[f].when, package) == view.features[f].counts_when_holding)
        counting.push_back(static_cast<std::uint32_t>(f));
  }
  return result;
}

/// One block of readings, for one view.
template <class Number>
class ReadingBlock {
 public:
  ReadingBlock(const std::vector<IssueGroup>& groups, const ReadingTable::View& view, std::size_t size)
      : issue_groups_(&groups), view_(&view), size_(size) {
    for (const auto& group : groups) groups_.emplace_back(group.combinations.size() * size);
    features_.assign(view.features.size(), std::vector<Number>(size));
  }

  /// The block's first `readings` places are those of the table from `first` on; the others are left as they were.
  void load(std::size_t first, std::size_t readings) {
    using Bits = std::make_unsigned_t<Number>;  // sums on the way may wrap
    const auto add = [&](const PerReading& values, Number* row) {
      const auto* const from = values.size() == 1 ? nullptr : values.data() + first;
      const auto always = static_cast<Bits>(values.front());
      for (std::size_t j = 0; j < readings; ++j)
        row[j] = static_cast<Number>(static_cast<Bits>(row[j]) + (from ? static_cast<Bits>(from[j]) : always));
    };
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const auto& group = (*issue_groups_)[g];
      for (std::size_t c = 0; c < group.combinations.size(); ++c) {
        auto* const row = groups_[g].data() + c * size_;
        for (std::size_t j = 0; j < readings; ++j)
          row[j] = g > 0 ? 0 : static_cast<Number>(Bits{0} - static_cast<Bits>(in_reading(view_->floor, first + j)));
        for (auto i = group.first; i < group.last; ++i)
          add(view_->gain[i][at(group.combinations[c][i - group.first])], row);
      }
    }
    for (std::size_t f = 0; f < features_.size(); ++f) {
      std::ranges::fill(features_[f], Number{0});
      add(view_->features[f].gain, features_[f].data());
    }
  }

  /// In which readings of the block each package from `begin` to before `end` reaches the floor: size / 64 words each.
  void approvals(const std::vector<std::uint32_t>& places, const Exceptions& exceptions, std::size_t begin,
                 std::size_t end, std::uint64_t* words) {
    const auto packages = end - begin;
    ends_.resize(packages);
    if (exceptions.features.empty()) {
      rows_.resize(packages * groups_.size());
      for (std::size_t g = 0; g < groups_.size(); ++g)
        for (std::size_t k = 0; k < packages; ++k)
          rows_[k * groups_.size() + g] = groups_[g].data() + places[(begin + k) * groups_.size() + g] * size_;
      for (std::size_t k = 0; k < packages; ++k) ends_[k] = (k + 1) * groups_.size();
    } else {
      rows_.clear();
      for (std::size_t k = 0; k < packages; ++k) {
        for (std::size_t g = 0; g < groups_.size(); ++g)
          rows_.push_back(groups_[g].data() + places[(begin + k) * groups_.size() + g] * size_);
        for (const auto f : exceptions.features[begin + k]) rows_.push_back(features_[f].data());
        ends_[k] = rows_.size();
      }
    }
    sum_signs(rows_, ends_, size_, words);
    if (exceptions.refused.empty()) return;
    for (auto k = begin; k < end; ++k)
      if (exceptions.refused[k]) std::fill_n(words + (k - begin) * (size_ / 64), size_ / 64, 0);
  }

 private:
  const std::vector<IssueGroup>* issue_groups_;
  const ReadingTable::View* view_;
  std::size_t size_;
  std::vector<std::vector<Number>> groups_;  ///< for each group and combination a row; the first have the floor in them
  std::vector<std::vector<Number>> features_;
  std::vector<const Number*> rows_;  ///< that make up the packages at hand, and where each ends
  std::vector<std::size_t> ends_;
};

/// So many readings that all tables of a block stay in the second-level cache, with room for what else is there.
std::size_t block_size(const ReadingTable& table, const std::vector<IssueGroup>& groups, std::size_t bytes) {
  constexpr std::size_t room = 768UL * 1024;
  std::size_t rows = 1;
  for (const auto& group : groups) rows += group.combinations.size();
  const auto fitting = room / (rows * std::max<std::size_t>(1, table.views.size()) * bytes) / 64 * 64;
  return std::clamp<std::size_t>(fitting, 64, 1024);
}

template <class Number>
std::vector<std::uint32_t> count_in_blocks(const ReadingTable& table, const std::vector<Package>& packages,
                                           int threads) {
  constexpr std::size_t batch = 128;
  auto groups = issue_groups(table);
  const auto places = places_in(groups, table, packages);
  std::vector<Exceptions> exceptions;
  for (const auto& view : table.views) exceptions.push_back(exceptions_of(view, packages));
  const ConsentWords consent(table);
  const auto size = block_size(table, groups, sizeof(Number));
  const auto width = size / 64;
  const auto blocks = (table.readings + size - 1) / size;
  const auto parts = std::clamp<std::size_t>(cores(threads), 1, std::max<std::size_t>(1, blocks));
  std::vector<std::vector<std::uint32_t>> counts(parts, std::vector<std::uint32_t>(packages.size()));
  std::atomic<std::size_t> next_block = 0;
  on_cores(parts, [&](std::size_t part) {
    std::vector<std::vector<std::uint64_t>> words(table.views.size(), std::vector<std::uint64_t>(batch * width));
    std::vector<std::uint64_t> jointly;
    std::vector<ReadingBlock<Number>> views;
    for (const auto& view : table.views) views.emplace_back(groups, view, size);
    for (auto block = next_block++; block < blocks; block = next_block++) {
      const auto first = block * size;
      const auto readings = std::min(size, table.readings - first);
      jointly.assign(batch * width, 0);
      for (auto& view : views) view.load(first, readings);
      for (std::size_t begin = 0; begin < packages.size(); begin += batch) {
        const auto end = std::min(begin + batch, packages.size());
        for (std::size_t v = 0; v < views.size(); ++v)
          views[v].approvals(places, exceptions[v], begin, end, words[v].data());
        if (const auto all = consent.only_mask()) {
          std::ranges::fill(jointly, ~std::uint64_t{0});
          for (auto left = *all; left != 0; left &= left - 1) {
            const auto& of_view = words[at(std::countr_zero(left))];
            for (std::size_t k = 0; k < jointly.size(); ++k) jointly[k] &= of_view[k];
          }
          for (std::size_t k = 0; k < jointly.size(); k += width)
            for (std::size_t w = readings / 64; w < width; ++w) jointly[k + w] &= consent.readings_in(first / 64 + w);
        } else {
          for (std::size_t k = 0; k < (end - begin) * width; k += width)
            for (std::size_t w = 0; w * 64 < readings; ++w)
              jointly[k + w] = consent.jointly_of(first / 64 + w, [&](std::size_t v) { return words[v][k + w]; });
        }
        add_counts(jointly, width, std::span(counts[part]).subspan(begin, end - begin));
      }
    }
  });
  auto result = std::move(counts.front());
  for (std::size_t part = 1; part < parts; ++part)
    std::ranges::transform(result, counts[part], result.begin(), std::plus{});
  return result;
}

}  // namespace

Approved approved_in(const ReadingTable& table, const Package& package) {
  const ConsentWords consent(table);
  Approved approved;
  for (std::size_t v = 0; v < table.views.size(); ++v) {
    auto& bits = approved.views.emplace_back(consent.words());
    auto& count = approved.by_view.emplace_back();
    if (refuses(table.views[v], package)) continue;
    const auto margins = margins_of(table, v, package);
    for (std::size_t j = 0; j < margins.size(); ++j)
      if (margins[j] >= 0) {
        bits[j / 64] |= std::uint64_t{1} << j % 64;
        ++count;
      }
  }
  for (std::size_t w = 0; w < consent.words(); ++w) {
    approved.jointly.push_back(consent.jointly_of(w, [&](std::size_t v) { return approved.views[v][w]; }));
    approved.together += static_cast<std::uint32_t>(std::popcount(approved.jointly.back()));
  }
  return approved;
}

std::vector<std::uint32_t> joint_approvals(const ReadingTable& table, const std::vector<Package>& packages,
                                           int threads) {
  return is_narrow(table) ? count_in_blocks<std::int32_t>(table, packages, threads)
                          : count_in_blocks<std::int64_t>(table, packages, threads);
}

}  // namespace parley
