#pragma once

#include <string>
#include <thread>

namespace parley::cli {

/// While this lives, someone who waits at a terminal for more than a second sees a line on stderr that says what is
/// being done and for how long. The line is gone before the answer comes.
class Progress {
 public:
  explicit Progress(const std::string& doing);

 private:
  std::jthread line_;
};

}  // namespace parley::cli
