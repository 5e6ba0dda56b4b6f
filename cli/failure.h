#pragma once

#include <stdexcept>
#include <string>

namespace parley::cli {

/// How the program ends. docs/commands.md promises these.
enum class Exit {
  answered = 0,
  wrong_case = 1,  ///< the case file is wrong; its problems are on stderr
  wrong_call = 2,  ///< unknown command or option, no such file, nowhere to write the answer
  stopped = 3,     ///< interrupted: what is printed holds, but may not be everything
  broken = 4,      ///< Parley itself failed
};

/// Ends the program with a message on stderr; the message may be empty when everything has been said.
struct Failure : std::runtime_error {
  Failure(Exit how, const std::string& message) : std::runtime_error(message), exit(how) {}
  Exit exit;
};

}  // namespace parley::cli
