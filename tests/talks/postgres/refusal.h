#pragma once

#include <functional>
#include <string>

#include "parley/talks/store.h"

namespace parley {

/// What a StoreError says; empty when none was thrown.
inline std::string refusal(const std::function<void()>& call) {
  try {
    call();
  } catch (const StoreError& error) {
    return error.what();
  }
  return {};
}

}  // namespace parley
