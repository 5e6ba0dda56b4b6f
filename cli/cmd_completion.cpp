#include "commands.h"
#include "completion.h"
#include "output.h"

namespace parley::cli {

void add_completion(CLI::App& app) {
  struct CompletionCall {
    std::string shell;
    std::string file;
  };
  auto call = std::make_shared<CompletionCall>();
  CLI::App& command = *app.add_subcommand("completion", "What a shell needs to complete commands with the tab key")
                           ->group("Beside them");
  command.add_option("SHELL", call->shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->option_text("bash|zsh|fish");
  command.add_option("-o,--output", call->file, "write it there")->option_text("FILE");
  command.footer(R"(Installing Parley puts the scripts where the shells look for them. Otherwise:
  parley completion fish -o ~/.config/fish/completions/parley.fish
  source <(parley completion bash)   in ~/.bashrc
  source <(parley completion zsh)    in ~/.zshrc, after compinit
Then the tab key completes: parley explain cases/gaza-2024-03.yaml --js<Tab>)");
  command.callback([call, &app] {
    const Program program = program_of(app);
    if (call->shell == "bash") write_file(call->file, bash_completion(program));
    if (call->shell == "zsh") write_file(call->file, zsh_completion(program));
    if (call->shell == "fish") write_file(call->file, fish_completion(program));
  });
}

}  // namespace parley::cli
