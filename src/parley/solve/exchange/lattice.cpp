#include "parley/solve/exchange/lattice.h"

#include <algorithm>

#include "parley/at.h"

namespace parley {

std::optional<Lattice> Lattice::of(const ExchangeTable& table, std::uint64_t most_states) {
  Lattice lattice(table);
  const auto& classes = table.classes;
  lattice.inner_ =
      static_cast<std::size_t>(std::ranges::max_element(classes, {}, &ExchangeTable::Class::blocks) - classes.begin());
  lattice.steps_.assign(classes.size(), 1);
  const auto grow = [&](std::size_t k) {
    lattice.steps_[k] = lattice.states_;
    const auto size = at(classes[k].blocks) + 1;
    if (lattice.states_ > most_states / size) return false;
    lattice.states_ *= size;
    return true;
  };
  if (!grow(lattice.inner_)) return std::nullopt;
  for (std::size_t k = 0; k < classes.size(); ++k)
    if (k != lattice.inner_ && !grow(k)) return std::nullopt;
  return lattice;
}

Lattice::Run Lattice::first_run() const {
  Run run;
  run.delivered.assign(table_->classes.size(), 0);
  fill(run);
  return run;
}

bool Lattice::next(Run& run) const {
  for (std::size_t k = 0; k < run.delivered.size(); ++k) {
    if (k == inner_) continue;
    if (run.delivered[k] < table_->classes[k].blocks) {
      ++run.delivered[k];
      run.first += steps_[k];
      fill(run);
      return true;
    }
    run.first -= steps_[k] * at(run.delivered[k]);
    run.delivered[k] = 0;
  }
  return false;
}

void Lattice::fill(Run& run) const {
  run.base = table_->base;
  for (std::size_t k = 0; k < run.delivered.size(); ++k)
    for (std::size_t s = 0; s < run.base.size() && k != inner_; ++s)
      run.base[s] += table_->classes[k].balance[s][at(run.delivered[k])];
  run.low = 0;
  run.high = table_->classes[inner_].blocks + 1;
  for (const auto& rule : table_->order) {
    const auto before = at(rule.before);
    const auto after = at(rule.after);
    if (before == inner_) {
      run.low = std::max(run.low, rule.needed[at(run.delivered[after])]);
    } else if (after == inner_) {
      const auto ready = std::ranges::upper_bound(rule.needed, run.delivered[before]) - rule.needed.begin();
      run.high = std::min(run.high, static_cast<int>(ready));
    } else if (run.delivered[before] < rule.needed[at(run.delivered[after])]) {
      run.high = 0;
    }
  }
  run.low = std::min(run.low, run.high);
}

Delivered Lattice::delivered_at(std::size_t place) const {
  Delivered result(steps_.size());
  for (std::size_t k = 0; k < steps_.size(); ++k)
    result[k] = static_cast<int>(place / steps_[k] % (at(table_->classes[k].blocks) + 1));
  return result;
}

}  // namespace parley
