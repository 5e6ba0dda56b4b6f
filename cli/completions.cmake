# Scripts that complete `parley` in the shells, written by the program itself and put where the shells look for them.
include(GNUInstallDirs)

function(parley_completion shell file folder)
  add_custom_command(
    OUTPUT ${file}
    COMMAND parley_cli completion ${shell} -o ${file}
    DEPENDS parley_cli
    VERBATIM)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${file} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder} RENAME ${ARGN})
endfunction()

parley_completion(bash parley.bash bash-completion/completions parley)
parley_completion(zsh parley.zsh zsh/site-functions _parley)
parley_completion(fish parley.fish fish/vendor_completions.d parley.fish)
add_custom_target(parley_completions ALL DEPENDS parley.bash parley.zsh parley.fish)
