#pragma once

#include <stop_token>

namespace parley::cli {

/// From now on the first Ctrl-C asks for a stop, so that what has been found can still be printed, and the second ends
/// the program at once. Call it before other threads start: they must not take the signal. Where a caller has the
/// signal ignored (nohup), it stays so.
std::stop_token stop_on_interrupt();

/// Whether a stop was asked for.
bool interrupted();

}  // namespace parley::cli
