# Most of the time of a build goes into reading the same library headers again for every file. With PARLEY_PRECOMPILE a
# target reads them once. Each file still includes what it uses: a build without the option shows it.
option(PARLEY_PRECOMPILE "Read the most used library headers once for each target" OFF)

# For targets at -O1 at most. GCC 12 forgets that a precompiled header is the system's, and beyond -O1 warns of what it
# takes for overflows in its own std::string.
function(parley_precompile_headers target)
  if(PARLEY_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cmath> <cstdint> <functional>
                                                <limits> <map> <memory> <numeric> <optional> <set> <span>
                                                <stop_token> <string> <string_view> <utility> <variant> <vector>
                                                <fmt/format.h> ${ARGN})
    # Without it Clang puts the time of the header's making into the file, and ccache would never meet it again.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    endif()
  endif()
endfunction()

# For targets that spend no time worth saving, such as the pages and the command line: GCC hardly optimises them, and with
# sanitizers Clang doesn't optimise programs at all, which takes half as long to build.
function(parley_build_quickly target)
  target_compile_options(${target} PRIVATE $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-O1>)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "EXECUTABLE" AND CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    target_compile_options(${target} PRIVATE -O0)
  endif()
  parley_precompile_headers(${target} ${ARGN})
endfunction()

# For targets that GCC optimises as the build type says.
function(parley_precompile target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    parley_precompile_headers(${target} ${ARGN})
  endif()
endfunction()
