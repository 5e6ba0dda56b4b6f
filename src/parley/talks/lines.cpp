#include "parley/talks/lines.h"

#include <algorithm>
#include <string_view>

namespace parley {

bool Lines::fill() {
  in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  at_ = 0;
  end_ = static_cast<std::size_t>(in_.gcount());
  return end_ > 0;
}

bool Lines::next() {
  text_.clear();
  too_long_ = false;
  if (at_ == end_ && !fill()) return false;
  do {
    const std::string_view rest(buffer_.data() + at_, end_ - at_);
    const std::size_t length = std::min(rest.find('\n'), rest.size());
    const std::size_t room = longest_ - text_.size();
    too_long_ = too_long_ || length > room;
    text_.append(rest.substr(0, std::min(length, room)));
    at_ += length;
    if (at_ < end_) {
      ++at_;
      return true;
    }
  } while (fill());
  return true;
}

}  // namespace parley
