# Most of the time of a build goes into reading the same library headers again for every file. With PARLEY_PRECOMPILE a
# target reads them once. Each file still includes what it uses: the builds with GCC do without. (GCC 12 forgets that a
# precompiled header is the system's, and warns of what it takes for overflows in its own std::string.)
option(PARLEY_PRECOMPILE "Read the most used library headers once for each target (Clang only)" OFF)

function(parley_precompile target)
  if(PARLEY_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cmath> <cstdint> <functional>
                                                <limits> <map> <memory> <numeric> <optional> <set> <span>
                                                <stop_token> <string> <string_view> <utility> <variant> <vector>
                                                <fmt/format.h> ${ARGN})
    # Without it Clang puts the time of the header's making into the file, and ccache would never meet it again.
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()
