#include "adapters/paper_weasy/paper_weasy.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <optional>
#include <thread>
#include <vector>

#include "app/fault.hpp"
#include "core/paper/one_page.hpp"

namespace kith::adapters {
namespace {

constexpr auto python = "/usr/bin/python3";
PaperLimits const patient = [] {
  PaperLimits limits;
  limits.run_ms_max = 120'000;  // a busy machine must not fail a test
  return limits;
}();

std::string sheet(std::string const& body) {
  return "<!doctype html><html lang=\"en\"><head><title>A sheet</title></head><body><h1>A sheet</h1>" + body +
         "</body></html>";
}

std::optional<app::FaultKind> fault_of(PaperWeasy& paper, std::string_view html) {
  try {
    paper.pdf(html);
    return std::nullopt;
  } catch (app::Fault const& fault) {
    return fault.kind();
  }
}

// A file that looks like a program called python. For each sheet it does what a test wants, as Python that
// has `given` and `taken`, the two files handed over; what it writes to `taken` after "%PDF-" is its sheet.
class FakePython {
 public:
  explicit FakePython(std::string const& sheet) : path_(::testing::TempDir() + "kith_fake_python_" + name()) {
    std::ofstream(path_) << "#!/usr/bin/python3 -I\n"
                            "import os, signal, socket, sys, time\n"
                            "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
                            "door = socket.socket(fileno=0)\n"
                            "while True:\n"
                            "  message, files, _, _ = socket.recv_fds(door, 1, 2)\n"
                            "  if not message: break\n"
                            "  if os.fork() == 0:\n"
                            "    given, taken = (os.fdopen(files[0]), os.fdopen(files[1], 'w'))\n"
                            "    " +
                                sheet +
                                "\n"
                                "    sys.exit()\n"
                                "  for file in files: os.close(file)\n";
    ::chmod(path_.c_str(), 0700);
  }
  ~FakePython() { std::remove(path_.c_str()); }
  std::string const& path() const { return path_; }

 private:
  static std::string name() {
    static int made = 0;
    return std::to_string(::getpid()) + "_" + std::to_string(made++);
  }
  std::string path_;
};
std::string writes(std::string const& words) { return "taken.write('%PDF-' + " + words + " + '%%EOF')"; }

TEST(PaperWeasyTest, PA9_the_pdf_is_tagged_has_title_and_language_and_claims_nothing) {
  OnePage page;
  page.person_name = "Sam Ŵŷn";
  page.goals = {{{{"Get back to the allotment", "Sam", PaperVoice::person}}, {}}};
  PaperWeasy paper(python, patient);
  auto const pdf = paper.pdf(one_page_html(page, Catalogue()));
  ASSERT_TRUE(pdf.starts_with("%PDF-"));
  EXPECT_NE(pdf.find("/MarkInfo"), app::Bytes::npos);
  EXPECT_NE(pdf.find("/StructTreeRoot"), app::Bytes::npos);
  EXPECT_NE(pdf.find("/Lang (en)"), app::Bytes::npos);
  EXPECT_NE(pdf.find("/DisplayDocTitle true"), app::Bytes::npos);
  EXPECT_EQ(pdf.find("pdfuaid"), app::Bytes::npos);
}

TEST(PaperWeasyTest, PA7_no_address_is_opened_whatever_the_html_asks_for) {
  std::string const secret_path = ::testing::TempDir() + "kith_paper_secret.txt";
  std::ofstream(secret_path) << "secret words";
  std::vector<std::string> const attacks = {
      "<link rel=attachment href=\"file://" + secret_path + "\">",
      "<a rel=attachment href=\"file://" + secret_path + "\">here</a>",
      "<link rel=stylesheet href=\"file://" + secret_path + "\">",
      "<style>@import url(file://" + secret_path + "); @font-face{font-family:x;src:url(file://" +
          secret_path + ")} p{font-family:x;background:url(file://" + secret_path + ")}</style><p>x</p>",
      "<img src=\"file://" + secret_path + "\"><object data=\"file://" + secret_path + "\"></object>",
      "<svg width=\"9\" height=\"9\"><image href=\"file://" + secret_path +
          "\" width=\"9\" height=\"9\"/></svg>",
      "<img src=\"http://127.0.0.1:9/\"><img src=\"https://example.org/x.png\"><img src=\"//example.org/x\">",
      "<link rel=attachment href=\"data:text/plain,secret words\">",
      "<base href=\"file:///etc/\"><link rel=attachment href=\"passwd\">",
  };
  std::string all_at_once;
  for (auto const& attack : attacks) all_at_once += attack;
  PaperWeasy paper(python, patient);
  for (auto const& attack : {all_at_once, attacks.back()}) {
    auto const pdf = paper.pdf(sheet(attack));
    ASSERT_TRUE(pdf.starts_with("%PDF-")) << attack;
    for (char const* sign : {"/EmbeddedFile", "/Filespec", "/Image"}) {
      EXPECT_EQ(pdf.find(sign), app::Bytes::npos) << sign << " after " << attack;
    }
  }
  std::remove(secret_path.c_str());
}

TEST(PaperWeasyTest, PA8_the_worker_has_no_environment_no_other_socket_and_no_file_to_write) {
  auto const file = ::testing::TempDir() + "kith_paper_written";
  FakePython const fake(
      "told = []\n"
      "    if os.environ.keys() - {'LC_CTYPE', 'PWD', 'SHLVL', '_', 'OLDPWD'}: told.append('environment')\n"
      "    try: socket.socket(); told.append('socket')\n"
      "    except OSError: pass\n"
      "    try:\n"
      "      with open('" +
      file +
      "', 'wb', 0) as f: f.write(b'x'); told.append('file')\n"
      "    except OSError: pass\n"
      "    if len(os.listdir('/proc/self/fd')) > 7: told.append('descriptors')\n"
      "    " +
      writes("' '.join(told)"));
  PaperWeasy paper(fake.path(), patient);
  EXPECT_EQ(paper.pdf("x"), "%PDF-%%EOF");
  std::remove(file.c_str());
}

TEST(PaperWeasyTest, PA8_a_worker_without_end_is_ended) {
  FakePython const sleeps("time.sleep(600)"), endless("while True: taken.write('0' * 65536)"),
      dies("sys.exit(3)"), other("taken.write('hello')"), half("taken.write('%PDF-half')");
  PaperLimits limits;
  limits.run_ms_max = 600;
  for (auto const* fake : {&sleeps, &endless, &dies, &other, &half}) {
    PaperWeasy paper(fake->path(), limits);
    EXPECT_EQ(fault_of(paper, "x"), app::FaultKind::unavailable);
  }
  PaperWeasy none("/nowhere/python3", limits);
  EXPECT_EQ(fault_of(none, "x"), app::FaultKind::unavailable);
}

TEST(PaperWeasyTest, PA8_memory_is_bounded) {
  FakePython const greedy("x = bytearray(600 << 20)\n    " + writes("'much'"));
  PaperWeasy paper(greedy.path(), patient);
  EXPECT_EQ(fault_of(paper, "x"), app::FaultKind::unavailable);
}

TEST(PaperWeasyTest, PA8_two_work_sixteen_wait_and_the_next_is_told_to_come_back) {
  // The worker waits until the test makes this file, so that nothing here depends on how fast a machine is.
  auto const go = ::testing::TempDir() + "kith_paper_go";
  std::remove(go.c_str());
  FakePython const waits("while not os.path.exists('" + go + "'): time.sleep(0.02)\n    " + writes("''"));
  PaperWeasy paper(waits.path(), patient);
  std::atomic<int> printed = 0, refused = 0;
  std::vector<std::thread> people;
  constexpr int asking = 2 + 16 + 3;
  for (int n = 0; n < asking; ++n) {
    people.emplace_back([&] { fault_of(paper, "x") ? ++refused : ++printed; });
  }
  while (refused < 3) std::this_thread::yield();
  std::ofstream(go) << "go";
  for (auto& person : people) person.join();
  EXPECT_EQ(printed, 18);
  EXPECT_EQ(refused, 3);
  std::remove(go.c_str());
}

std::string child_process() {
  std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
  std::string first;
  children >> first;
  return first;
}

TEST(PaperWeasyTest, PA8_one_worker_makes_every_sheet_in_a_child_and_one_that_is_gone_is_not_missed) {
  FakePython const fake(writes("str(os.getppid()) + ' ' + given.read() + ' ' + str(os.getpid())"));
  PaperWeasy paper(fake.path(), patient);
  auto const first = paper.pdf("one"), second = paper.pdf("two");
  auto const worker = child_process();
  EXPECT_TRUE(first.starts_with("%PDF-" + worker + " one ")) << first;
  EXPECT_TRUE(second.starts_with("%PDF-" + worker + " two ")) << second;
  EXPECT_NE(first.substr(first.rfind(' ')), second.substr(second.rfind(' '))) << "a child of its own";
  ::kill(std::stoi(worker), SIGKILL);
  EXPECT_NE(paper.pdf("three").find(" three "), app::Bytes::npos);
  EXPECT_NE(child_process(), worker);
}

TEST(PaperWeasyTest, PA8_the_worker_outlives_the_thread_that_began_it) {
  FakePython const fake(writes("str(os.getppid())"));
  PaperWeasy paper(fake.path(), patient);
  app::Bytes first;
  std::thread([&] { first = paper.pdf("one"); }).join();
  EXPECT_EQ(paper.pdf("two"), first);
}

TEST(PaperWeasyTest, html_over_its_bound_is_misuse) {
  PaperWeasy paper(python);
  EXPECT_EQ(fault_of(paper, std::string(app::paper_html_bytes_max + 1, ' ')), app::FaultKind::misuse);
}

}  // namespace
}  // namespace kith::adapters
