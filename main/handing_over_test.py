"""Handing over, with the real program: taking a record along, and coming in with a code on paper.

Rules EX1 to EX4 of spec/export.md, AC16 to AC20 of spec/identity.md, SH21 of spec/sharing.md.
"""
import json
import os
import pathlib
import tempfile
import unittest
import uuid

from real_program import Run, Server

PARTS = ["together", "circle", "matters", "ideas", "plan"]
RIGHT = "a long enough password"


def new_id():
    return str(uuid.uuid4())


class Demo(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        made = tempfile.TemporaryDirectory(prefix="kith-handing-")
        cls.addClassCleanup(made.cleanup)
        cls.folder = pathlib.Path(made.name) / "data"
        cls.server = Server("demo", cls.folder)
        cls.addClassCleanup(cls.server.stop)
        cls.people = {one["name"]: one for one in cls.server.people}
        cls.joy = cls.people["Joy Okafor"]
        cls.amina = next(one for one in cls.server.people if one["role"] == "practitioner")

    def ask(self, who, method, target, body=b""):
        return self.server.ask(method, target, body, token=who["token"])

    def tell(self, who, record, do, **body):
        now = self.ask(who, "GET", "/api/me").json["now"]
        command = {"id": new_id(), "do": do, "v": 1, "made_at": now, "offset_min": 0, "body": body}
        answer = self.ask(who, "POST", f"/api/records/{record}/commands", {"commands": [command]})
        self.assertEqual("agreed", answer.results[0]["outcome"], (do, answer.text))

    def begun_for(self, name):
        """A record that Amina has begun for somebody without an account, in a visit with them."""
        record = new_id()
        self.tell(self.amina, record, "start_record", name=name, mine=False, said_aloud=True, keep=["plan"])
        self.tell(self.amina, record, "open_visit", visit=new_id(), said_aloud=True, parts=PARTS,
                  **{"with": [self.amina["account"]]})
        return record


class Taking(Demo):
    def test_the_person_takes_everything_and_nobody_else_does(self):
        goal, statement = new_id(), new_id()
        self.tell(self.joy, self.joy["record"], "place_goal", goal=goal, statement=statement, words="To <b>swim</b>")
        path = f"/api/records/{self.joy['record']}/export"
        page = self.ask(self.joy, "GET", path + "?as=html")
        self.assertEqual(200, page.status)
        self.assertIn("To &lt;b&gt;swim&lt;/b&gt;", page.text)
        data = self.ask(self.joy, "GET", path + "?as=json").json
        self.assertEqual(self.joy["record"], data["record"])
        self.assertEqual("To <b>swim</b>", data["rows"][f"statement:{statement}"]["versions"][0]["words"])
        self.assertIn("goal_placed", [event["kind"] for event in data["events"]])
        another = next(one for one in self.people.values() if one["record"] and one is not self.joy)
        for name, who in (("a practitioner who sees it", self.amina), ("another person", another)):
            with self.subTest("EX3 " + name):
                self.assertEqual(404, self.ask(who, "GET", path + "?as=html").status)
        for form in ("?as=pdf", "", "?as=html&lang=xx"):
            with self.subTest("EX2 " + form):
                self.assertEqual("EX2", self.ask(self.joy, "GET", path + form).rule)

    def test_the_terminal_writes_both_files_for_its_owner_alone(self):
        with tempfile.TemporaryDirectory() as place, self.subTest("EX4 kith export"):
            to = pathlib.Path(place) / "joy"
            ran = Run("export", self.joy["record"], f"--to={to}", "--json", f"--data={self.folder}")
            self.assertEqual((0, ""), (ran.status, ran.rule), ran.errors)
            self.assertEqual(["record.html", "record.json"], sorted(file.name for file in to.iterdir()))
            self.assertEqual(0, os.stat(to).st_mode & 0o077)
            self.assertTrue((to / "record.html").read_text(encoding="utf-8").startswith("<!doctype html>"))
            self.assertEqual(1, json.loads((to / "record.json").read_text(encoding="utf-8"))["kith_export"])
            again = Run("export", self.joy["record"], f"--to={to}", "--json", f"--data={self.folder}")
            self.assertEqual("KP2", again.rule)
            none = Run("export", new_id(), f"--to={to}2", "--json", f"--data={self.folder}")
            self.assertEqual("KP15", none.rule)


class Cards(Demo):
    def use(self, path, **body):
        return self.server.ask("POST", path, body | {"device": "shared"})

    def test_somebody_without_an_account_signs_in_with_a_card_and_the_record_is_theirs(self):
        record = self.begun_for("Nell")
        self.tell(self.amina, record, "place_goal", goal=new_id(), statement=new_id(), words="Nell's own words")
        code = self.ask(self.amina, "POST", f"/api/records/{record}/card").json["code"]
        self.assertRegex(code, r"^[A-Z0-9]{4}-[A-Z0-9]{4}$")
        wrong = self.use("/api/cards", code="AAAA-AAAA", name="nell", password=RIGHT)
        self.assertEqual((422, "AC16"), (wrong.status, wrong.rule))
        came = self.use("/api/cards", code=code.lower(), name="nell", password=RIGHT)
        self.assertEqual((201, record, "Nell"), (came.status, came.json["record"], came.json["name"]))
        token = Run("account", "token", "nell", "--json", f"--data={self.folder}").result["token"]
        nell = {"token": token}
        view = self.ask(nell, "GET", f"/api/records/{record}")
        self.assertIn("Nell's own words", view.text)
        self.assertEqual("person", view.json["person"]["reader"])
        with self.subTest("AC17 what was agreed aloud stays"):
            self.assertEqual(["Amina Yusuf"], [one["name"] for one in view.json["sharing"]["grants"]])
            self.assertEqual(200, self.ask(self.amina, "GET", f"/api/records/{record}").status)
        with self.subTest("AC16 a code works once"):
            self.assertEqual("AC16", self.use("/api/cards", code=code, name="nell2", password=RIGHT).rule)
        with self.subTest("SH21 once, and nobody else's"):
            self.assertEqual(404, self.ask(self.amina, "POST", f"/api/records/{record}/card").status)
        self.assertTrue(Run("verify", "--json", f"--data={self.folder}").result["ok"])

    def test_who_may_hand_over_what(self):
        begun = self.begun_for("Owen")
        joys = self.joy["record"]
        another = next(one for one in self.people.values() if one["record"] and one is not self.joy)
        Run("account", "add", "otto", "--role=practitioner", f"--data={self.folder}", told=RIGHT + "\n")
        otto = Run("account", "token", "otto", "--json", f"--data={self.folder}").result
        for sentence, who, target, status in (
                ("AC19 a card in a visit", self.amina, f"{begun}/card", 200),
                ("AC19 no way back where there is no account", self.amina, f"{begun}/way-back", 404),
                ("AC19 no card where there is an account", self.amina, f"{joys}/card", 404),
                ("AC19 a way back for somebody who let them in", self.amina, f"{joys}/way-back", 200),
                ("AC19 none for somebody who did not", otto, f"{joys}/way-back", 404),
                ("AC19 none by the person", self.joy, f"{joys}/way-back", 404),
                ("AC19 none by another person", another, f"{joys}/way-back", 404),
                ("AC19 no record", self.amina, f"{new_id()}/card", 404)):
            with self.subTest(sentence):
                self.assertEqual(status, self.ask(who, "POST", f"/api/records/{target}").status)
        for target in (f"{begun}/card", f"{joys}/way-back"):
            with self.subTest("AC19 nobody who is signed out"):
                self.assertEqual(401, self.server.ask("POST", f"/api/records/{target}").status)
        self.tell(self.amina, begun, "end_visit", visit=self.ask(self.amina, "GET", f"/api/records/{begun}")
                  .json["visits"]["open"]["id"])
        with self.subTest("AC19 no card outside a visit"):
            self.assertEqual(404, self.ask(self.amina, "POST", f"/api/records/{begun}/card").status)

    def test_a_forgotten_password_has_a_way_back_and_the_person_is_told(self):
        Run("account", "add", "ida", "--role=person", "--called=Ida", f"--data={self.folder}", told=RIGHT + "\n")
        ran = Run("account", "reset", "ida", "--json", f"--data={self.folder}")
        code = ran.result["code"]
        self.assertEqual(201, self.use("/api/sessions", name="ida", password=RIGHT).status)
        short = self.use("/api/way-backs", code=code, password="short")
        self.assertEqual("AC10", short.rule)
        back = self.use("/api/way-backs", code=code, password="quite another password")
        self.assertEqual(201, back.status, back.text)
        with self.subTest("AC18 told"):
            self.assertEqual("", back.json["way_back"]["by"])
        self.assertEqual("AC1", self.use("/api/sessions", name="ida", password=RIGHT).rule)
        self.assertEqual(201, self.use("/api/sessions", name="ida", password="quite another password").status)
        self.assertEqual("AC16", self.use("/api/way-backs", code=code, password=RIGHT).rule)
        with self.subTest("AC20 no such account"):
            self.assertEqual("AC20", Run("account", "reset", "nobody", "--json", f"--data={self.folder}").rule)

    def test_accounts_are_listed_and_ended(self):
        Run("account", "add", "uma", "--role=curator", "--called=Uma", f"--data={self.folder}", told=RIGHT + "\n")

        def names():
            listed = Run("account", "list", "--json", f"--data={self.folder}").result["accounts"]
            return [one["called"] for one in listed]

        self.assertIn("Uma", names())
        with self.subTest("AC20 end"):
            self.assertEqual(0, Run("account", "end", "uma", f"--data={self.folder}").status)
        self.assertNotIn("Uma", names())
        self.assertEqual("AC1", self.use("/api/sessions", name="uma", password=RIGHT).rule)


if __name__ == "__main__":
    unittest.main()
