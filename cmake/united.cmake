# Most of the time of a build goes into the same headers and the same templates, again for every file. With PARLEY_UNITE
# the compiler reads that many files of a target as one; decision 0013 says what that saves. A name of a
# file's own is then its whole target's: script/lint tells where one file calls what is another's own. Each file still
# includes what it uses, and shadows nothing: clang-tidy reads each by itself.
set(PARLEY_UNITE 0 CACHE STRING "How many files of a target the compiler reads as one; 0: each by itself")

function(parley_unite target)
  if(PARLEY_UNITE)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${PARLEY_UNITE})
  endif()
endfunction()

# Files that read themselves several times over, once for each instruction set (Highway), can only be read alone.
function(parley_read_alone)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# For targets that spend no time worth saving, such as the pages and the command line: GCC hardly optimises them, which
# takes half as long to build.
function(parley_build_quickly target)
  target_compile_options(${target} PRIVATE $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-O1>)
endfunction()
