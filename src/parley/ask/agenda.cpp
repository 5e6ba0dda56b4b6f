#include "parley/ask/agenda.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <tuple>
#include <vector>

#include "parley/ask/central_view.h"
#include "parley/at.h"

namespace parley {
namespace {

constexpr std::size_t quarters = 4;

/// The entropy of something that is so in a part of the cases, in bits.
double entropy(double part) {
  if (part <= 0 || part >= 1) return 0;
  return -part * std::log2(part) - (1 - part) * std::log2(1 - part);
}

double entropy_of(const ReadingSet& set) {
  return entropy(static_cast<double>(set.count()) / static_cast<double>(set.size()));
}

/// The readings sorted by what the answer would be: one set for each answer that occurs.
using AnswerBins = std::vector<ReadingSet>;

AnswerBins by_choice(const std::vector<std::int64_t>& drawn) {
  AnswerBins bins;
  for (std::size_t j = 0; j < drawn.size(); ++j) {
    while (std::ssize(bins) <= drawn[j]) bins.emplace_back(drawn.size());
    bins[static_cast<std::size_t>(drawn[j])].set(j);
  }
  return bins;
}

AnswerBins by_quarter(const std::vector<std::int64_t>& drawn) {
  std::vector<std::int64_t> sorted = drawn;
  std::ranges::sort(sorted);
  std::array<std::int64_t, quarters - 1> ends{};
  for (std::size_t q = 1; q < quarters; ++q) ends[q - 1] = sorted[q * sorted.size() / quarters];
  AnswerBins bins(quarters, ReadingSet(drawn.size()));
  for (std::size_t j = 0; j < drawn.size(); ++j)
    bins[static_cast<std::size_t>(std::ranges::upper_bound(ends, drawn[j]) - ends.begin())].set(j);
  return bins;
}

class AgendaMaker {
 public:
  AgendaMaker(const Case& c, const Readings& readings, const std::vector<ConsentIn>& to)
      : case_(c), readings_(readings), to_(to) {
    const auto all = static_cast<double>(readings.count);
    independent_ = readings.walked ? std::clamp(readings.independent, 1.0, all) : all;
    for (const ConsentIn& consent : to) doubts_.push_back(entropy_of(consent.everyone));
    for (const double doubt : doubts_) agenda_.doubt += doubt / static_cast<double>(to.size());
  }

  Agenda make() {
    if (agenda_.doubt <= 0) return agenda_;
    for (int u = 0; u < std::ssize(readings_.unknowns); ++u) add_figure(u);
    for (int candidate = 0; candidate < std::ssize(to_); ++candidate) add_consents(candidate);
    sort();
    return std::move(agenda_);
  }

 private:
  void add_figure(int u) {
    const auto& drawn = readings_.drawn[at(u)];
    const Unknown& unknown = readings_.unknowns[at(u)];
    Inquiry inquiry;
    inquiry.unknown = u;
    inquiry.who = unknown.who;
    add(std::move(inquiry), is_choice(unknown) ? by_choice(drawn) : by_quarter(drawn));
  }

  void add_consents(int candidate) {
    for (int p = 0; p < std::ssize(case_.parties); ++p)
      for (int k = 0; k < std::ssize(case_.parties[at(p)].principals); ++k) {
        if (case_.parties[at(p)].principals[at(k)].advisory) continue;
        const ReadingSet& yes = to_[at(candidate)].principals[at(p)][at(k)];
        Inquiry inquiry;
        inquiry.kind = Inquiry::Kind::consent;
        inquiry.candidate = candidate;
        inquiry.who = {p, k, -1};
        add(std::move(inquiry), {yes, ~yes});
      }
  }

  void add(Inquiry&& inquiry, AnswerBins bins) {
    std::erase_if(bins, [](const ReadingSet& bin) { return bin.none(); });
    if (bins.size() < 2) return;
    double bits = 0;
    for (std::size_t i = 0; i < to_.size(); ++i) bits += told_about(i, bins) / static_cast<double>(to_.size());
    // Where nothing is to be learnt, 2 N ln 2 times the estimate is distributed as chi squared.
    const double chance = 3 * std::sqrt(2 * static_cast<double>(bins.size() - 1)) / (2 * independent_ * std::log(2.0));
    if (bits <= chance) return;
    inquiry.bits = bits;
    inquiry.through = channels_to(inquiry.who);
    agenda_.inquiries.push_back(std::move(inquiry));
  }

  double told_about(std::size_t candidate, const AnswerBins& bins) const {
    if (doubts_[candidate] <= 0) return 0;
    double left = 0;
    for (const ReadingSet& bin : bins) {
      const auto size = static_cast<double>(bin.count());
      const auto yes = static_cast<double>((bin & to_[candidate].everyone).count());
      left += size / static_cast<double>(readings_.count) * entropy(yes / size);
    }
    const double bias = static_cast<double>(bins.size() - 1) / (2 * independent_ * std::log(2.0));
    return doubts_[candidate] - left - bias;
  }

  std::vector<int> channels_to(const Actor& who) const {
    std::vector<int> through;
    for (int t = 0; t < std::ssize(case_.third_parties) && who.party >= 0; ++t)
      if (std::ranges::find(case_.third_parties[at(t)].channels, who.party) !=
          case_.third_parties[at(t)].channels.end())
        through.push_back(t);
    std::ranges::sort(through, {}, [&](int t) { return case_.third_parties[at(t)].id; });
    return through;
  }

  void sort() {
    const auto names = [&](const Inquiry& i) {
      const bool figure = i.kind == Inquiry::Kind::figure;
      return std::tuple(figure ? unknown_text(case_, readings_.unknowns[at(i.unknown)]) : name_of(case_, i.who),
                        i.candidate);
    };
    std::ranges::sort(agenda_.inquiries, [&](const Inquiry& a, const Inquiry& b) {
      return a.bits != b.bits ? a.bits > b.bits : names(a) < names(b);
    });
  }

  const Case& case_;
  const Readings& readings_;
  const std::vector<ConsentIn>& to_;
  double independent_ = 1;
  std::vector<double> doubts_;
  Agenda agenda_;
};

}  // namespace

Agenda agenda_of(const Case& c, const Readings& readings, const std::vector<ConsentIn>& to) {
  if (to.empty() || readings.count == 0) return {};
  return AgendaMaker(c, readings, to).make();
}

}  // namespace parley
