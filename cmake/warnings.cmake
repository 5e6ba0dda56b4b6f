# Warnings that every target of the project is built with. The presets turn them into errors; a build by hand does not,
# so that a compiler newer than ours can still build Parley. GCC 12 reports std::string concatenation as -Wrestrict at
# -O2 and above (GCC bug 105651), which is why that one is off there. In files that are read together (cmake/united.cmake)
# a local name may hide one of another file's own, which its file could not mean: only files read alone are asked.
add_library(parley_warnings INTERFACE)
target_compile_options(parley_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion
                                                 $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>
                                                 $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
                                                 $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
