// A plugin for clang-tidy: it looks at what is declared outside of system headers, and at nothing else. Without it each
// check looks at all that a file has read, the standard library above all, which is three quarters of the time; what it
// would find there it doesn't tell anyway. Built and loaded by script/lint.
#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

#include <memory>
#include <string>
#include <vector>

namespace {

class NarrowedScope : public clang::ASTConsumer {
 public:
  void HandleTranslationUnit(clang::ASTContext& context) override {
    std::vector<clang::Decl*> own;
    for (clang::Decl* declared : context.getTranslationUnitDecl()->decls())
      if (!context.getSourceManager().isInSystemHeader(declared->getLocation())) own.push_back(declared);
    context.setTraversalScope(own);
  }
};

class NarrowScope : public clang::PluginASTAction {
 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance&, llvm::StringRef) override {
    return std::make_unique<NarrowedScope>();
  }
  bool ParseArgs(const clang::CompilerInstance&, const std::vector<std::string>&) override { return true; }
  ActionType getActionType() override { return AddBeforeMainAction; }  // before the checks
};

const clang::FrontendPluginRegistry::Add<NarrowScope> added("own-code", "look at our own code only");

}  // namespace
