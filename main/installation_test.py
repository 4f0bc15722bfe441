"""What an installation promises, asked of the real program from outside: section by section of the issue.

The whole loop is told once as a script would: a circle, an idea, a step with somebody along, and two weeks on
the question how it went, its answer, and the sheet of paper.
"""
import contextlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
import uuid

from real_program import PROGRAM, REPOSITORY, Run, Server, free_port, rows_stored

PLACES = REPOSITORY / "main/demo_directory/places.csv"
LATER = ("/fhir/R4/metadata", "/oruk/v3/services", "/oruk/v1/services", "/tiles/1/1/1.png",
         "/api/records/{record}/blobs/{record}", "/api/records/{record}/access-log", "/api/meetings")
CODES = re.findall(r"[a-z_]+", """highly_isolated isolated professional_contact community_contact diverse
    family_centred family_supported family_contact friend_centred friend_supported friend_contact
    friend_family_centred friend_family_supported friend_family_contact""")


def new_id():
    return str(uuid.uuid4())


class Person:
    """Somebody at the demo, telling it one thing after another."""

    def __init__(self, server, name):
        self.server = server
        self.told = next(one for one in server.people if one["name"] == name)
        self.record = self.told["record"]

    def ask(self, method, target, body=b""):
        return self.server.ask(method, target, body, token=self.told["token"])

    def view(self):
        return self.ask("GET", f"/api/records/{self.record}").json

    def tell(self, do, **body):
        now = self.ask("GET", "/api/me").json["now"]
        command = {"id": new_id(), "do": do, "v": 1, "made_at": now, "offset_min": 0, "body": body}
        answer = self.ask("POST", f"/api/records/{self.record}/commands", {"commands": [command]})
        return answer.results[0]["outcome"], answer.rule


class Program(unittest.TestCase):
    def test_no_library_inside_the_program_is_under_the_GPL(self):
        # GCC's own two are, with an exception that lets any program use them (docs/dependencies.md).
        known = {"libsodium", "libcrypto", "libsqlite3", "libstdc++", "libgcc_s", "libm", "libc",
                 "ld-linux-x86-64", "linux-vdso"}
        listed = subprocess.run(["ldd", PROGRAM], check=True, capture_output=True, text=True).stdout
        libraries = {pathlib.Path(line.split()[0]).name.split(".so")[0] for line in listed.splitlines()}
        self.assertEqual(set(), libraries - known, "add its licence to docs/dependencies.md first")
        self.assertIn("Apache License", (REPOSITORY / "LICENSE").read_text(encoding="utf-8")[:200])


class Demo(unittest.TestCase):
    def demo(self, **more):
        folder = tempfile.TemporaryDirectory(prefix="kith-demo-test-")
        self.addCleanup(folder.cleanup)
        server = Server("demo", folder.name, **more)
        self.addCleanup(server.stop)
        return server

    def test_the_demo_serves_on_its_own_machine_at_the_port_of_KITH_PORT(self):
        port = free_port()
        server = self.demo(port=None, environment={"KITH_PORT": str(port)})
        self.assertEqual(port, server.port)
        self.assertEqual({"0100007F"}, server.addresses())
        self.assertEqual(200, server.ask("GET", "/readyz").status)

    def test_the_demo_has_one_sign_in_link_for_each_person(self):
        server = self.demo()
        links = {one["link"] for one in server.people}
        self.assertEqual(len(server.people), len(links))
        for one in server.people:
            link = one["link"].rsplit("/", 1)[1]
            let_in = server.ask("POST", "/api/sessions", {"link": link, "device": "shared"})
            self.assertEqual((201, one["name"]), (let_in.status, let_in.json["name"]))

    def test_routes_of_later_issues_are_not_there(self):
        server = self.demo()
        joy = Person(server, "Joy Okafor")
        for path in LATER:
            with self.subTest(path):
                self.assertEqual(404, joy.ask("GET", path.format(record=joy.record)).status)
        listed = server.ask("GET", "/openapi.json").json["paths"]
        self.assertEqual([], [path for path in listed if path.split("/")[1] in ("fhir", "oruk", "tiles")])

    def test_the_day_of_the_demo_is_moved_by_now_and_by_its_clock(self):
        server = self.demo(more=["--now=2027-03-01"])
        self.assertTrue(server.ask("GET", "/api/installation").json["now"].startswith("2027-03-01"))
        self.assertEqual(200, server.ask("POST", "/api/demo/clock", {"days": 14}).status)
        self.assertTrue(server.ask("GET", "/api/installation").json["now"].startswith("2027-03-15"))
        self.assertEqual("CM4", server.ask("POST", "/api/demo/clock", {"days": -1}).rule)

    def test_no_answer_says_the_code_of_a_circle(self):
        server = self.demo()
        shown = 0
        for name in (one["name"] for one in server.people if one["record"]):
            person = Person(server, name)
            path = f"/api/records/{person.record}"
            shown += len(person.view()["circle"]["sentence"]["text"]) > 0
            for what in ("", "/sync", "/paper?style=one-page&as=html"):
                told = person.ask("GET", path + what).text
                said = [code for code in CODES if re.search(rf"\b{code}\b", told)]
                self.assertEqual([], said, (name, what))
        self.assertGreater(shown, 1, "at least two of them have a sentence")

    def test_everybodys_plan_is_one_page_as_pdf(self):
        server = self.demo()
        for name in (one["name"] for one in server.people if one["record"]):
            person = Person(server, name)
            sheet = person.ask("GET", f"/api/records/{person.record}/paper?style=one-page&as=pdf")
            self.assertTrue(sheet.text.startswith("%PDF"), name)
            self.assertEqual(1, len(re.findall(r"/Type\s*/Page\b", sheet.text)), name)

    def test_HO1_a_visit_with_more_than_a_page_holds_is_one_page_and_says_that_there_is_more(self):
        server = self.demo()
        sam = Person(server, "Sam Bell")
        amina = next(Person(server, one["name"]) for one in server.people if one["role"] == "practitioner")
        for at in range(40):
            words = f"Number {at}: " + "I WOULD LIKE MORE MORNINGS OUTSIDE WITH SOMEBODY WHOM I KNOW. " * (1 + at % 9)
            self.assertEqual("agreed", sam.tell("place_goal", goal=new_id(), statement=new_id(), words=words)[0])
        sheet = f"/api/records/{sam.record}/paper?style=visit&whole=yes&as="
        self.assertIn("There is more", amina.ask("GET", sheet + "html").text)
        self.assertEqual(1, len(re.findall(r"/Type\s*/Page\b", amina.ask("GET", sheet + "pdf").text)))

    def test_no_address_takes_a_place(self):
        joy = Person(self.demo(), "Joy Okafor")
        for path in ("/api/directory/near", "/api/places/find"):
            self.assertEqual(405, joy.ask("GET", f"{path}?lat_udeg=54200000&lon_udeg=1900000").status, path)
        addresses = joy.ask("GET", "/openapi.json").json["paths"]
        self.assertEqual([], [one for one in addresses if re.search(r"\b(lat|lon|postcode)", one)])

    def test_the_whole_loop_from_a_circle_to_how_did_it_go(self):
        joy = Person(self.demo(), "Joy Okafor")
        friend, goal, step, idea, followup = (new_id() for _ in range(5))
        town = joy.ask("POST", "/api/places/find", {"text": "Wrenbridge"}).json["places"][0]
        here = {name: town[name] for name in ("lat_udeg", "lon_udeg")}
        service = joy.ask("POST", "/api/directory/near", here).json["services"][0]
        for do, body in (
                ("draw_tie", {"tie": friend, "name": "Ada", "kind": "friend", "occasion": "everyday",
                              "ring": 1}),
                ("answer_support", {"support": "everyday", "enough": "could_be_more"}),
                ("choose_idea", {"idea": idea, "service": service["id"], "name": service["name"],
                                 "followup": followup}),
                ("place_goal", {"goal": goal, "statement": new_id(), "words": "Get out more"}),
                ("place_step", {"step": step, "goal": goal, "statement": new_id(), "doer": "person",
                                "words": "Go and look at the notice board", "idea": idea}),
                ("set_company", {"of": f"step:{step}", "tie": friend})):
            self.assertEqual(("agreed", ""), joy.tell(do, **body), do)
        self.assertIsNone(joy.view()["followups"]["question"])
        joy.ask("POST", "/api/demo/clock", {"days": 14})
        asked = joy.view()["followups"]["question"]
        self.assertEqual(("went", [followup]), (asked["kind"], [one["id"] for one in asked["items"]]))
        self.assertEqual(("agreed", ""), joy.tell("answer_follow_up", followup=followup, answer="not_yet",
                                                  barriers=["anxiety"], helps=["somebody_with_me"]))
        for state in ("done", "not_yet", "under_way"):
            self.assertEqual(("agreed", ""), joy.tell("set_step", step=step, state=state))
        after = joy.view()
        self.assertIsNone(after["followups"]["question"])
        self.assertEqual("under_way", after["plan"]["goals"][0]["steps"][0]["state"])
        sheet = joy.ask("GET", f"/api/records/{joy.record}/paper?style=one-page&as=html")
        for words in ("Get out more", "Go and look at the notice board", "Ada"):
            self.assertIn(words, sheet.text)


class Kept(unittest.TestCase):
    """An installation after its demo has ended: what lies in its folder."""

    @classmethod
    def setUpClass(cls):
        made = tempfile.TemporaryDirectory(prefix="kith-kept-")
        cls.addClassCleanup(made.cleanup)
        cls.whole = pathlib.Path(made.name) / "whole"
        Server("demo", cls.whole).stop()

    def setUp(self):
        self.data = self.whole.parent / "copy"
        shutil.copytree(self.whole, self.data)
        self.addCleanup(shutil.rmtree, self.data)

    def change(self, file, sql, values=()):
        """What somebody with the disk in their hands might do. How many rows it changed."""
        with contextlib.closing(sqlite3.connect(self.data / file)) as database, database:
            return database.execute(sql, values).rowcount

    def verify(self):
        return Run("verify", "--json", f"--data={self.data}")

    def test_rebuild_makes_the_read_models_again_and_the_ordered_dump_is_equal(self):
        before = rows_stored(self.data)
        self.change("journal.db", "DELETE FROM read_rows")
        self.change("directory.db", "DELETE FROM reports")
        self.assertNotEqual(before, rows_stored(self.data))
        self.assertEqual(0, Run("rebuild", f"--data={self.data}").status)
        self.assertEqual(before, rows_stored(self.data))

    def test_verify_names_the_stream_and_position_of_each_damage(self):
        self.assertTrue(self.verify().result["ok"])
        streams = [row for row in rows_stored(self.data) if row[0] == "streams"]
        stream, last = max(((row[1], row[3]) for row in streams), key=lambda one: one[1])
        one = {"stream": stream, "at": last // 2, "last": last}
        flip = "UPDATE events SET body = CAST(x'00' || substr(body, 2) AS BLOB) WHERE position = :at"
        moved = ("UPDATE events SET body = (SELECT body FROM events AS other WHERE other.position = :at + 1 "
                 "AND other.stream = :stream) WHERE position = :at")
        damages = (
            ("one flipped byte", one["at"], flip),
            ("one missing event", one["at"], "DELETE FROM events WHERE position = :at"),
            ("the end cut off", one["last"], "DELETE FROM events WHERE position = :last"),
            ("a body in place of another", one["at"], moved))
        for name, position, damage in damages:
            with self.subTest(name):
                shutil.copy2(self.whole / "journal.db", self.data / "journal.db")
                self.assertEqual(1, self.change("journal.db", damage + " AND stream = :stream", one))
                found = self.verify()
                self.assertEqual((1, False), (found.status, found.result["ok"]))
                places = {(fault["stream"], fault["position"]) for fault in found.result["faults"]}
                self.assertIn((str(uuid.UUID(bytes=stream)), position), places)


class Made(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory(prefix="kith-made-")
        self.addCleanup(made.cleanup)
        self.data = pathlib.Path(made.name) / "data"
        self.assertEqual(0, Run("init", f"--data={self.data}").status)

    def test_places_are_what_the_installation_was_given(self):
        def places():
            return [row for row in rows_stored(self.data) if row[0] == "places"]

        self.assertEqual([], places())
        given = Run("places", "import", PLACES, "--json", f"--data={self.data}")
        self.assertEqual((0, 3, []), (given.status, given.result["imported"], given.result["rejected"]))
        self.assertEqual({"ZZ7", "ZZ8", "ZZ9"}, {row[1] for row in places()})

    def test_init_writes_annotated_settings_and_what_it_is_for_decides_the_wings(self):
        every = ["circle", "ideas", "follow_up", "matters", "plan"]
        for purpose, wings in (("charity", every[:3]), ("team", every), ("trust", every)):
            with self.subTest("WI1 a " + purpose):
                data = self.data.parent / purpose
                self.assertEqual(0, Run("init", f"--for={purpose}", f"--data={data}").status)
                settings = (data / "kith.conf").read_text(encoding="utf-8")
                self.assertIn(f"\nfor = {purpose}\n", settings)
                server = Server("serve", data)
                told = server.ask("GET", "/api/installation").json
                server.stop()
                self.assertEqual((purpose, wings), (told["for"], told["wings"]))
        self.assertEqual(2, Run("init", "--for=everybody", f"--data={self.data.parent / 'none'}").status)

    def test_a_fault_in_the_settings_is_named_with_its_line_and_what_to_write_instead(self):
        settings = self.data / "kith.conf"
        lines = settings.read_text(encoding="utf-8").splitlines()
        at = lines.index("for = team") + 1
        settings.write_text("\n".join(lines).replace("for = team", "for = everybody"), encoding="utf-8")
        ran = subprocess.run([PROGRAM, "serve", f"--data={self.data}"], capture_output=True, text=True, check=False)
        self.assertEqual(1, ran.returncode)
        self.assertIn(f"kith.conf, line {at}: for is not charity, team or trust. Write for example: for = charity",
                      ran.stderr)

    def test_an_installation_is_made_once_and_is_for_its_owner_alone(self):
        self.assertEqual(1, Run("init", f"--data={self.data}").status)
        self.assertEqual(0, os.stat(self.data).st_mode & 0o077)

    def test_a_command_that_is_misused_ends_with_2_and_one_that_fails_with_1(self):
        self.assertEqual(2, Run("verify", "--colour", f"--data={self.data}").status)
        self.assertEqual(2, Run("nonsense").status)
        self.assertEqual(1, Run("directory", "import", self.data / "none.csv", f"--data={self.data}").status)


class Languages(unittest.TestCase):
    def test_WO6_the_terminal_speaks_the_language_asked_for_else_that_of_the_machine(self):
        with tempfile.TemporaryDirectory(prefix="kith-words-") as folder:
            circle = pathlib.Path(folder) / "circle.json"
            circle.write_text('{"ties":[{"name":"Mum","kind":"parent","ring":1,"frequency":"weekly"}]}', "utf-8")
            welsh, english = re.compile(r"\b(eich|chi|Mae)\b"), re.compile(r"\b(your|you|Family)\b")
            for language, arguments, expected in (("cy_GB.UTF-8", (), welsh), ("C.UTF-8", (), english),
                                                  ("C.UTF-8", ("--lang=cy",), welsh),
                                                  ("cy_GB.UTF-8", ("--lang=en",), english)):
                with self.subTest(language=language, arguments=arguments):
                    said = subprocess.run([PROGRAM, "circle", "describe", circle, *arguments], check=True, text=True,
                                          capture_output=True, env={"LANG": language}).stdout
                    self.assertRegex(said, expected)
                    self.assertNotRegex(said, english if expected is welsh else welsh)
            self.assertEqual(2, Run("circle", "describe", circle, "--lang=fr").status)


if __name__ == "__main__":
    unittest.main()
