"""Bad input, against the real program from outside: section "Bad input" of docs/requirements.md.

Each row of a table is one test: what is sent gets the numbered refusal that stands before it. After every row
the server still answers, has never held more than MEMORY_KB_MAX, and stores what it stored before.
"""
import concurrent.futures
import json
import os
import pathlib
import shutil
import tempfile
import threading
import unittest
import uuid

from real_program import Run, Server, peak_kb_of_commands, rows_stored

MEMORY_KB_MAX = 300_000
TEN_MB = b"x" * 10_000_000
CHUNK = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
AN_ENDLESS_WHILE = 4096  # chunks: far more than any bound


def new_id():
    return str(uuid.uuid4())


def command(do="draw_tie", **members):
    return {"id": new_id(), "do": do, "v": 1, "made_at": "2026-11-22T10:15:00.000Z", "offset_min": 0,
            "body": {}} | members


class World:
    """The demo, with a tie that is drawn already."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="kith-bad-input-")
        self.server = Server("demo", self.folder.name)
        owners = [one for one in self.server.people if one["record"]]
        self.person, self.stranger = owners[0], owners[1]
        self.tie = new_id()
        self.drawn = command(body=self.tie_body(tie=self.tie))
        answer = self.submit(self.drawn)
        assert answer.results[0]["outcome"] == "agreed", answer.json
        self.cookie = self.get("sync").json["cookie"]
        self.stored = rows_stored(self.server.folder)

    @staticmethod
    def tie_body(**members):
        return {"tie": new_id(), "name": "Rowan", "kind": "friend", "occasion": "everyday",
                "ring": 2} | members

    def close(self):
        self.server.stop()
        self.folder.cleanup()

    def path(self, what):
        return f"/api/records/{self.person['record']}/{what}"

    def get(self, what):
        return self.server.ask("GET", self.path(what), token=self.person["token"])

    def submit(self, *commands):
        return self.post("commands", {"commands": list(commands)})

    def post(self, what, body, **more):
        return self.server.ask("POST", self.path(what), body, token=self.person["token"], **more)

    def endless(self):
        """A body in chunks that never ends."""
        yield (f"POST {self.path('commands')} HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
               f"Authorization: Bearer {self.person['token']}\r\nContent-Type: application/json\r\n"
               "Transfer-Encoding: chunked\r\n\r\n").encode()
        for _ in range(AN_ENDLESS_WHILE):
            yield CHUNK

    def raw(self, lines, body=b""):
        head = f"POST {self.path('commands')} HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
        return self.server.send([(head + lines + "\r\n").encode("latin-1"), body])


def draw(**members):
    return lambda world: world.submit(command(body=world.tie_body(**members)))


def send(do, of_world=lambda world: {}, **members):
    return lambda world: world.submit(command(do, **members) | of_world(world))


def step_due(day):
    return {"step": new_id(), "statement": new_id(), "words": "Walk", "doer": "person", "due": day}


# The rule, what is sent in words, and how. A command is answered with 200, and refused in its own result.
COMMANDS = [
    ("CM4", "an unknown member", send("draw_tie", colour="red")),
    ("CM4", "an unknown member of the body", draw(colour="red")),
    ("CM4", "an unknown command", send("delete_everything")),
    ("CM4", "a command that is a text", lambda world: world.submit("draw_tie")),
    ("CM4", "a body that is a list", send("draw_tie", body=[])),
    ("CM4", "a number for a name", draw(name=7)),
    ("CM4", "a text for a number", draw(ring="2")),
    ("CM4", "nothing for an id", draw(tie=None)),
    ("CM4", "a ring 0", draw(ring=0)),
    ("CM4", "a ring 4", draw(ring=4)),
    ("CM5", "a name without an end", draw(name="x" * 100_000)),
    ("CM5", "a control character", draw(name="Ro\x07wan")),
    ("CM6", "a moment in 9999", send("draw_tie", made_at="9999-12-31T23:59:59.000Z")),
    ("CM6", "a day in 9999", send("place_step", body=step_due("9999-12-31"))),
    ("CM6", "a day that is none", send("place_step", body=step_due("2026-02-30"))),
    ("CM10", "an offset of a week",
     send("draw_tie", lambda world: {"body": world.tie_body()}, offset_min=10_080)),
    ("CM11", "a later version", send("draw_tie", v=3)),
    ("CM7", "an unknown base version",
     send("move_tie", lambda world: {"base": [new_id()], "body": moved(world.tie)})),
    ("CM8", "a tie that is not there", send("move_tie", lambda world: {"body": moved(new_id())})),
    ("CM9", "the id of a tie that is there", lambda world: draw(tie=world.tie)(world)),
    ("CM2", "an id used again with other content",
     lambda world: world.submit(world.drawn | {"body": world.tie_body(name="Robin")})),
    ("CI40", "a name of blanks", draw(name="   ")),
    ("CI41", "an angle of 360", draw(angle=360)),
]


def moved(tie):
    return {"tie": tie, "occasion": "everyday", "ring": 3}


def body(content):
    return lambda world: world.post("commands", content)


def ask(method, target, content=b"", **more):
    return lambda world: world.server.ask(method, target, content, **more)


def forged(cookie):
    middle = len(cookie) // 2
    return cookie[:middle] + ("B" if cookie[middle] == "A" else "A") + cookie[middle + 1:]


def in_box(*boxes):
    return lambda world: world.server.ask("POST", "/api/sealed", {"sealed": list(boxes)},
                                          token=world.person["token"])


# The status and the rule of the whole answer.
REQUESTS = [
    (400, "CM1", "a hundred and one commands", lambda world: world.submit(*[command()] * 101)),
    (400, "CM4", "no commands", body({"orders": []})),
    (400, "CM4", "commands beside something else", body({"commands": [], "more": 1})),
    (400, "CM12", "no body", body(b" ")),
    (400, "CM12", "half a body", body(b'{"commands":[')),
    (400, "CM12", "depth 10,000 of lists", body(b'{"commands":' + b"[" * 10_000 + b"]" * 10_000 + b"}")),
    (400, "CM12", "depth 10,000 of objects", body(b'{"a":' * 10_000 + b"1" + b"}" * 10_000)),
    (400, "CM12", "bytes that are not UTF-8", body(b'{"commands":[{"id":"\xff\xfe"}]}')),
    (400, "CM12", "half a surrogate", body(b'{"commands":[{"id":"\\ud800"}]}')),
    (400, "CM12", "a NUL", body(b'{"commands":[{"id":"\\u0000"}]}')),
    (400, "CM12", "equal keys", body(b'{"commands":[],"commands":[]}')),
    (400, "CM12", "a fraction", body(b'{"commands":[1.5]}')),
    (400, "CM12", "a number past all bounds", body(b'{"commands":[' + b"9" * 10_000 + b"]}")),
    (413, "HT4", "10 MB for commands", body(TEN_MB)),
    (413, "HT4", "10 MB for signing in", ask("POST", "/api/sessions", TEN_MB)),
    (413, "HT4", "a body that never ends", lambda world: world.server.send(world.endless())),
    (415, "HT5", "a body that is not JSON by its name",
     lambda world: world.post("commands", b"{}", headers={"Content-Type": "text/plain"})),
    (400, "HT3", "a target that is not UTF-8", ask("GET", "/api/records/%ff")),
    (400, "HT3", "a way out of the house", ask("GET", "/../../etc/passwd")),
    (400, "HT19", "two lengths",
     lambda world: world.raw("Content-Length: 2\r\nContent-Length: 3\r\n", b"{}")),
    (400, "HT19", "a length beside chunks",
     lambda world: world.raw("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", b"{}")),
    (431, "HT1", "headers without an end", ask("GET", "/healthz", headers={"X-More": "x" * 20_000})),
    (421, "HT6", "another host", ask("GET", "/api/me", headers={"Host": "evil.example"})),
    (403, "HT7", "a write from another site",
     ask("POST", "/api/sessions", {"link": "x"}, headers={"Origin": "http://evil.example"})),
    (405, "HT10", "a method that is not there", ask("DELETE", "/api/me")),
    (401, "HT8", "nobody", ask("GET", "/api/me")),
    (401, "HT8", "a forged token", ask("GET", "/api/me", token="A" * 43)),
    (401, "HT8", "a forged session cookie", ask("GET", "/api/me", headers={"Cookie": "kith=" + "A" * 43})),
    (401, "AC1", "a forged link", ask("POST", "/api/sessions", {"link": "A" * 43, "device": "shared"})),
    (400, "AC6", "more than signing in needs",
     ask("POST", "/api/sessions", {"name": "a", "password": "b", "role": "administrator"})),
    (404, "HT9", "somebody else's record",
     lambda world: world.server.ask("GET", world.path("sync"), token=world.stranger["token"])),
    (404, "HT9", "commands for somebody else's record",
     lambda world: world.server.ask("POST", world.path("commands"), {"commands": [command()]},
                                    token=world.stranger["token"])),
    (400, "SY2", "a forged cookie", lambda world: world.get("sync?since=" + forged(world.cookie))),
    (400, "SY2", "a cookie that is none", lambda world: world.get("sync?since=hello")),
    (400, "SY2", "the cookie of somebody else",
     lambda world: world.server.ask(
         "GET", f"/api/records/{world.stranger['record']}/sync?since={world.cookie}",
         token=world.stranger["token"])),
    (200, "UW1", "a box that nobody sealed", in_box("AAAA")),
    (400, "UW4", "a hundred and one boxes", in_box(*["AAAA"] * 101)),
    (404, "SH20", "a code that is none", ask("POST", "/api/withdrawals", {"code": "K7Q2-MM4P"})),
    (400, "PA11", "a sheet that is none", lambda world: world.get("paper?style=poster&as=pdf")),
]

TABLE = b"name,town\r\nChoir,Sale\r\n"
# What a file holds, and what its report says of it: how many come in, the rules of its rejected rows, and
# words of what was repaired.
FILES = [
    ("NUL bytes", "a.csv", b"name,town\nCh\0oir,Sale\n", 1, "", "control"),
    ("half a line", "b.csv", b"name,town\nWalk,Sale\nSing", 1, "DI3", ""),
    ("a line with too much", "c.csv", b"name,town\nSwim,Sale,x\n", 0, "DI4", ""),
    ("a quotation mark that never closes", "d.csv", b'name,town\n"Dance,Sale\nBoules,Sale\n', 1, "DI5", ""),
    ("an endless cell", "e.csv", b"name,town\n" + b"x" * 200_000 + b",Sale\nChess,Sale\n", 1, "DI6", ""),
    ("a mark at the beginning", "f.csv", b"\xef\xbb\xbf" + TABLE.replace(b"Choir", b"Marked"), 1, "", ""),
    ("UTF-16", "g.csv", b"\xff\xfe" + "name,town\nCaf\u00e9,Sale\n".encode("utf-16-le"), 1, "", ""),
    ("Latin-1", "h.csv", b"name,town\nCaf\xe9 two,Sale\n", 1, "", "Windows-1252"),
    ("formulas in cells", "i.csv", b"name,description\nSums,=cmd|' /C calc'!A0\n", 1, "", "formula"),
    ("nobody's name", "j.csv", b"name,town\n,Sale\n", 0, "DI2", ""),
    ("another time of the same", "q.csv", b"name,times\nBowls,Mon\nBowls,Tue\n", 2, "", "another time"),
]
# The rule, what a file holds, in words and in bytes, and what follows on that how many times.
REFUSED = [
    ("DI38", "an empty file", "k.csv", b""),
    ("DI18", "a picture", "l.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ("DI34", "a table without names", "m.csv", b"colour,size\nred,9\n"),
    ("DI39", "a spreadsheet", "o.csv", b"PK\x03\x04 and what follows"),
    ("DI40", "a web page", "p.csv", b"<!DOCTYPE html><title>Not found, sorry</title>"),
    ("DI17", "more than 64 MiB", "n.csv", TABLE, b"Choir,Sale\r\n" * 100_000, 60),
]


class BadRequests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)

    def tearDown(self):
        server = self.world.server
        self.assertEqual(200, server.ask("GET", "/healthz").status)
        self.assertLess(server.peak_kb(), MEMORY_KB_MAX)
        self.assertEqual(self.world.stored, rows_stored(server.folder), "something was stored")

    def test_CM3_the_same_command_again_stores_nothing_more(self):
        self.assertEqual("agreed", self.world.submit(self.world.drawn).results[0]["outcome"])

    def test_CM12_twenty_large_bodies_at_once(self):
        with concurrent.futures.ThreadPoolExecutor(20) as senders:
            answers = list(senders.map(body(b"[" * 2_000_000), [self.world] * 20))
        self.assertEqual({(400, "CM12")}, {(answer.status, answer.rule) for answer in answers})


class BadFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        made = tempfile.TemporaryDirectory(prefix="kith-bad-files-")
        cls.addClassCleanup(made.cleanup)
        cls.files = pathlib.Path(made.name)
        cls.data = cls.files / "data"
        assert Run("init", f"--data={cls.data}").status == 0

    def tearDown(self):
        self.assertLess(peak_kb_of_commands(), MEMORY_KB_MAX)
        verified = Run("verify", "--json", f"--data={self.data}")
        self.assertTrue(verified.result["ok"], verified.result)

    def import_file(self, path):
        return Run("directory", "import", path, "--json", f"--data={self.data}")

    def test_DI17_a_pipe_without_an_end(self):
        pipe = self.files / "endless.csv"
        os.mkfifo(pipe)
        pour = threading.Thread(target=pour_into, args=[pipe])
        pour.start()
        before = rows_stored(self.data)
        self.assertEqual("DI17", self.import_file(pipe).rule)
        pour.join()
        self.assertEqual(before, rows_stored(self.data))

    def test_DC12_another_publishers_file_that_takes_entries_over_is_said_to_be_one(self):
        for folder, rows in (("one", b"7,Choir,Hall Trust\n"), ("two", b"7,Judo,Dojo Club\n")):
            (self.files / folder).mkdir()
            (self.files / folder / "list.csv").write_bytes(b"id,name,organisation\n" + rows)
        first = self.import_file(self.files / "one/list.csv").result
        self.assertEqual(0, first["changes"]["another_publisher"])
        check = ("directory", "check", self.files / "two/list.csv", f"--data={self.data}")
        self.assertEqual(1, Run(*check, "--json").result["changes"]["another_publisher"])
        named = Run(*check, "--json", "--source=dojo").result["changes"]
        self.assertEqual((0, 1), (named["another_publisher"], named["new"]))


def pour_into(pipe):
    try:
        with open(pipe, "wb", buffering=0) as end:
            end.write(b"name,town\n")
            while True:
                end.write(b"Choir,Sale\n" * 5_000)
    except BrokenPipeError:
        pass


class Restored(unittest.TestCase):
    def test_SY4_a_cookie_from_before_a_restore_is_answered_like_none(self):
        with tempfile.TemporaryDirectory(prefix="kith-restored-") as folder:
            data, saved = pathlib.Path(folder) / "data", pathlib.Path(folder) / "saved"
            made = Run("init", f"--data={data}")
            self.assertEqual(0, made.status, made.errors)
            account = Run("account", "add", "sam", "--json", f"--data={data}", told="a long enough word\n")
            made = Run("account", "token", account.result["account"], "--json", f"--data={data}")
            token = made.result["token"]
            shutil.copytree(data, saved)
            record = f"/api/records/{new_id()}"
            cookie = self.live(data, token, record, ["Mum", "Rowan"])["cookie"]
            shutil.rmtree(data)
            shutil.copytree(saved, data)
            patch = self.live(data, token, record, ["Robin"], since=cookie)
            self.assertTrue(patch["reset"])
            self.assertIn("Robin", json.dumps(patch["put"]))
            self.assertNotIn("Rowan", json.dumps(patch["put"]))

    def live(self, data, token, record, names, since=""):
        """Begins a record, draws these names, and asks what has changed."""
        server = Server("serve", data)
        try:
            start = command("start_record", body={"name": "Sam", "mine": True})
            drawn = [command(body=World.tie_body(name=name)) for name in names]
            told = server.ask("POST", record + "/commands", {"commands": [start, *drawn]}, token=token)
            self.assertEqual({"agreed"}, {one["outcome"] for one in told.results}, told.json)
            return server.ask("GET", f"{record}/sync?since={since}", token=token).json
        finally:
            server.stop()


def a_test_each():
    """Turns each row of the tables into a test that is named after it."""
    def add(suite, rule, sentence, test):
        setattr(suite, f"test_{rule}_{sentence}".replace(" ", "_"), test)

    for rule, sentence, ask_it in COMMANDS:
        def refused_alone(self, rule=rule, ask_it=ask_it):
            answer = ask_it(self.world)
            self.assertEqual((200, rule), (answer.status, answer.rule), answer.json)
        add(BadRequests, rule, sentence, refused_alone)
    for status, rule, sentence, ask_it in REQUESTS:
        def refused(self, status=status, rule=rule, ask_it=ask_it):
            answer = ask_it(self.world)
            self.assertEqual((status, rule), (answer.status, answer.rule), answer.json)
        add(BadRequests, rule, sentence, refused)
    for sentence, name, content, imported, rejected, repaired in FILES:
        def reported(self, name=name, content=content, imported=imported, rejected=rejected,
                     repaired=repaired):
            (self.files / name).write_bytes(content)
            report = self.import_file(self.files / name).result
            self.assertEqual(imported, report["imported"], report)
            self.assertEqual(rejected, " ".join(one["rule"] for one in report["rejected"]), report)
            self.assertIn(repaired, " ".join(one["how"] for one in report["repaired"]))
            told = report["imported"] + len(report["rejected"]) + report["unchanged"]
            self.assertEqual(report["rows"], told)
        add(BadFiles, rejected or "DI1", sentence, reported)
    for rule, sentence, name, content, *more in REFUSED:
        def refused_whole(self, rule=rule, name=name, content=content, more=more):
            before = rows_stored(self.data)
            with open(self.files / name, "wb") as file:
                file.write(content)
                file.writelines([more[0]] * more[1] if more else [])
            self.assertEqual(rule, self.import_file(self.files / name).rule)
            self.assertEqual(before, rows_stored(self.data))
        add(BadFiles, rule, sentence, refused_whole)


a_test_each()

if __name__ == "__main__":
    unittest.main()
