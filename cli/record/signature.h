#pragma once

#include <string>

namespace parley::cli {

/// Checks a file against the signature beside it (`FILE.sig`). Says who signed it. With a file of a public key it must
/// be that one. Throws Failure when the file is not what was signed, or there is no signature to read.
void check_signed(const std::string& file, const std::string& public_key);

}  // namespace parley::cli
