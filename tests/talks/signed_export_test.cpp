#include "parley/talks/signed_export.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <random>
#include <sstream>

#include "talks/temporary_folder.h"

namespace parley {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Verdict = SignatureCheck::Verdict;

class SignedExport : public testing::Test {
 protected:
  fs::path path(const char* name) const { return folder_.path(name); }
  void write(const char* name, const std::string& text) const {
    write_bytes(path(name), text);
    fs::permissions(path(name), fs::perms::owner_read | fs::perms::owner_write);
  }

  SignatureMade sign(const std::string& text, const char* key = "key") const {
    std::istringstream file(text);
    return sign_export(file, path(key));
  }
  static SignatureCheck check(const std::string& text, const std::string& signature,
                              const std::optional<PublicKey>& signer = {}) {
    std::istringstream file(text);
    return check_signature(file, signature, signer);
  }

  TemporaryFolder folder_;
};

unsigned mode_of(const fs::path& path) {
  struct stat status{};
  stat(path.c_str(), &status);
  return status.st_mode & 07777U;
}

TEST_F(SignedExport, MakesKeysThatOnlyTheirOwnerCanRead) {
  const mode_t before = umask(0);
  const auto made = make_keys(path("key"));
  umask(before);
  ASSERT_TRUE(made.key) << made.problems.at(0).message;
  EXPECT_EQ(mode_of(path("key")), 0600U);
  EXPECT_EQ(mode_of(path("key.pub")), 0644U);
  const auto read = read_public_key(path("key.pub"));
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(read.key, made.key);
  EXPECT_THAT(fingerprint(*made.key), testing::MatchesRegex("([0-9a-f]{4} ){7}[0-9a-f]{4}"));
}

TEST_F(SignedExport, NeverWritesOverAKey) {
  ASSERT_TRUE(make_keys(path("key")).key);
  const std::string secret = read_bytes(path("key"));
  EXPECT_THAT(make_keys(path("key")).problems, ElementsAre(Field(&Problem::mend, HasSubstr("another name"))));
  EXPECT_EQ(read_bytes(path("key")), secret);
  write("other.pub", "somebody's");
  EXPECT_FALSE(make_keys(path("other")).key);
  EXPECT_FALSE(fs::exists(path("other"))) << "no half of a pair is left";
  EXPECT_EQ(read_bytes(path("other.pub")), "somebody's");
  EXPECT_FALSE(make_keys(path("no/such/folder")).problems.empty());
}

TEST_F(SignedExport, SaysWhoSignedAWholeFile) {
  const auto made = make_keys(path("key"));
  std::mt19937 random(1);
  for (const std::size_t size : {0U, 1U, 65535U, 65536U, 65537U, 300'000U}) {
    std::string text(size, ' ');
    for (char& c : text) c = static_cast<char>(random() % 256);
    const auto signature = sign(text);
    ASSERT_TRUE(signature.text);
    for (const auto& signer : {std::optional<PublicKey>(), made.key}) {
      const auto checked = check(text, *signature.text, signer);
      EXPECT_EQ(checked.verdict, Verdict::whole);
      EXPECT_EQ(checked.key, made.key);
      EXPECT_THAT(checked.words, HasSubstr(fingerprint(*made.key)));
    }
  }
}

TEST_F(SignedExport, NoticesEveryChange) {
  make_keys(path("key"));
  std::string text;
  for (int i = 0; i < 40; ++i) text += fmt::format("{{\"number\":{}}}\n", i);
  const std::string signature = sign(text).text.value();
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(check(changed, signature).verdict, Verdict::changed);
    EXPECT_EQ(check(text.substr(0, at), signature).verdict, Verdict::cut_off);
  }
  EXPECT_EQ(check(text + "\n", signature).verdict, Verdict::goes_on);
}

TEST_F(SignedExport, TellsAnotherSigner) {
  make_keys(path("key"));
  const auto other = make_keys(path("other"));
  const auto checked = check("text", *sign("text").text, other.key);
  EXPECT_EQ(checked.verdict, Verdict::other_key);
  EXPECT_THAT(checked.words, HasSubstr(fingerprint(*other.key)));
}

TEST_F(SignedExport, TakesNothingElseForASignature) {
  make_keys(path("key"));
  const std::string signature = sign("text").text.value();
  std::mt19937 random(2);
  for (int i = 0; i < 1000; ++i) {
    std::string changed = signature;
    const std::size_t at = random() % changed.size();
    if (i % 3 == 0)
      changed[at] = static_cast<char>(random() % 256);
    else if (i % 3 == 1)
      changed.erase(at, 1 + random() % 20);
    else
      changed.insert(at, changed.substr(random() % changed.size(), random() % 20));
    const auto checked = check("text", changed);
    EXPECT_EQ(checked.verdict.has_value(), checked.problems.empty());
    // White space between the signs of JSON and figures that stand elsewhere change nothing.
    if (checked.verdict == Verdict::whole) {
      EXPECT_EQ(checked.key, check("text", signature).key);
    }
  }
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("[]"), std::string(1'000'000, '['),
        std::string("{\"parley-signature\":2}"), std::string("{\"parley-signature\":1,\"algorithm\":\"none\"}"),
        std::string(R"({"parley-signature":1,"algorithm":"Ed25519ph"})"), std::string("\xff")})
    EXPECT_FALSE(check("text", text).problems.empty());
  EXPECT_EQ(check("text", R"({"parley-signature":1,"algorithm":"Ed25519ph"})").problems.size(), 3U) << "all at once";
}

TEST_F(SignedExport, TakesNoKeyThatOthersCanRead) {
  make_keys(path("key"));
  for (const auto more : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write}) {
    fs::permissions(path("key"), fs::perms::owner_read | fs::perms::owner_write | more);
    EXPECT_THAT(sign("text").problems, ElementsAre(Field(&Problem::mend, HasSubstr("chmod 600"))));
  }
}

TEST_F(SignedExport, TellsNothingOfASecretKeyThatItCannotRead) {
  for (const char* text : {"", "\n", "parley secret key 00ff\n",
                           "parley secret key 00FF00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff\n",
                           "-----BEGIN PRIVATE KEY-----\n00ff\n"}) {
    write("key", text);
    const auto made = sign("text");
    EXPECT_FALSE(made.text);
    ASSERT_EQ(made.problems.size(), 1U);
    EXPECT_THAT(made.problems[0].message, HasSubstr("holds no secret key"));
    EXPECT_THAT(made.problems[0].message + made.problems[0].mend, Not(HasSubstr("00ff")));
    EXPECT_FALSE(read_public_key(path("key")).problems.empty());
  }
  EXPECT_FALSE(sign("text", "nowhere").problems.empty());
  EXPECT_FALSE(sign("text", ".").problems.empty());
  EXPECT_FALSE(read_public_key(path("nowhere")).problems.empty());
}

/// RFC 8032, section 7.3.
TEST_F(SignedExport, SignsAsTheStandardSays) {
  write("key", "parley secret key 833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42\n");
  const auto made = sign("abc");
  ASSERT_TRUE(made.text);
  EXPECT_THAT(*made.text, HasSubstr("\"signature\":\"98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae41"
                                    "31f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406\""));
}

}  // namespace
}  // namespace parley
