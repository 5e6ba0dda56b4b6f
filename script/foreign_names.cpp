// A plugin for clang-tidy: an error wherever a file calls a function that is another source file's own. Where several
// files are read as one, the unnamed namespace of each is open to the others: a call then takes the neighbour's
// function if that suits the arguments better, and nothing else tells so. Built and loaded by script/lint.
#include <clang/AST/ASTConsumer.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

#include <memory>
#include <string>
#include <vector>

namespace {

class ForeignCalls : public clang::RecursiveASTVisitor<ForeignCalls> {
 public:
  explicit ForeignCalls(clang::ASTContext& context)
      : sources_(context.getSourceManager()),
        diagnostics_(context.getDiagnostics()),
        foreign_(diagnostics_.getCustomDiagID(clang::DiagnosticsEngine::Error,
                                              "'%0' is %1's own, which is read together with this file: rename one")) {}

  // NOLINTNEXTLINE(readability-identifier-naming): the name that the visitor looks for
  bool VisitDeclRefExpr(clang::DeclRefExpr* use) {
    const auto* function = llvm::dyn_cast<clang::FunctionDecl>(use->getDecl());
    if (function == nullptr || function->isExternallyVisible()) return true;
    const llvm::StringRef owner = file_of(function->getLocation());
    const llvm::StringRef user = file_of(use->getLocation());
    if (owner != user && owner.ends_with(".cpp") && user.ends_with(".cpp"))
      diagnostics_.Report(sources_.getExpansionLoc(use->getLocation()), foreign_)
          << function->getNameAsString() << owner;
    return true;
  }

 private:
  llvm::StringRef file_of(clang::SourceLocation where) const {
    return sources_.getFilename(sources_.getExpansionLoc(where));
  }

  clang::SourceManager& sources_;
  clang::DiagnosticsEngine& diagnostics_;
  unsigned foreign_;
};

class ForeignConsumer : public clang::ASTConsumer {
 public:
  void HandleTranslationUnit(clang::ASTContext& context) override {
    ForeignCalls calls(context);
    for (clang::Decl* declared : context.getTranslationUnitDecl()->decls())
      if (!context.getSourceManager().isInSystemHeader(declared->getLocation())) calls.TraverseDecl(declared);
  }
};

class ForeignNames : public clang::PluginASTAction {
 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance&, llvm::StringRef) override {
    return std::make_unique<ForeignConsumer>();
  }
  bool ParseArgs(const clang::CompilerInstance&, const std::vector<std::string>&) override { return true; }
  ActionType getActionType() override { return AddBeforeMainAction; }
};

const clang::FrontendPluginRegistry::Add<ForeignNames> added("foreign-names", "find calls of another file's function");

}  // namespace
