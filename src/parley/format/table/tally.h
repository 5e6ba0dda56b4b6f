#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "parley/format/table/table_events.h"

namespace parley {

/// Counts rows by a reason.
class Tally {
 public:
  void count(const std::string& why) {
    const auto [entry, fresh] = index_.emplace(why, all_.size());
    if (fresh) all_.push_back({why, 0});
    ++all_[entry->second].rows;
  }
  std::vector<TableEvents::LeftOut> take() && { return std::move(all_); }

 private:
  std::vector<TableEvents::LeftOut> all_;
  std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace parley
