# Most of the time of a build went into reading the same library headers again for every file. With PARLEY_PRECOMPILE a
# target reads them once. Each file still includes what it uses: the presets `run` and `threads` build without.
option(PARLEY_PRECOMPILE "Read the most used library headers once for each target" OFF)

function(parley_precompile target)
  if(PARLEY_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cmath> <cstdint> <functional>
                                                <limits> <map> <memory> <numeric> <optional> <set> <span>
                                                <stop_token> <string> <string_view> <utility> <variant> <vector>
                                                <fmt/format.h> ${ARGN})
    # Without it Clang puts the time of the header's making into the file, and ccache would never meet it again.
    target_compile_options(${target} PRIVATE "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
    # GCC 12 forgets that a precompiled header is the system's and takes its own std::string for an overflow.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)
  endif()
endfunction()
