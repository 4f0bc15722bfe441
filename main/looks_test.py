"""Who looked, with the real program: rules LK1 to LK9 of spec/access-log.md and SH2 of spec/sharing.md."""
import json
import pathlib
import sqlite3
import tempfile
import unittest
import uuid

from real_program import Run, Server

PARTS = ["together", "circle", "matters", "ideas", "plan"]


def new_id():
    return str(uuid.uuid4())


class Looks(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory(prefix="kith-looks-")
        self.addCleanup(made.cleanup)
        self.folder = pathlib.Path(made.name)
        self.data = self.folder / "data"
        self.server = Server("demo", self.data)
        self.addCleanup(self.server.stop)
        self.people = {one["name"].split()[0]: one for one in self.server.people}
        self.joy, self.sam = self.people["Joy"], self.people["Sam"]
        self.amina = next(one for one in self.server.people if one["role"] == "practitioner")

    def ask(self, who, method, target, body=b""):
        return self.server.ask(method, target, body, token=who["token"])

    def tell(self, who, record, do, **body):
        now = self.ask(who, "GET", "/api/me").json["now"]
        command = {"id": new_id(), "do": do, "v": 1, "made_at": now, "offset_min": 0, "body": body}
        answer = self.ask(who, "POST", f"/api/records/{record}/commands", {"commands": [command]})
        self.assertEqual("agreed", answer.results[0]["outcome"], (do, answer.text))

    def let_amina_in(self):
        self.tell(self.joy, self.joy["record"], "give_grant", grant=new_id(), to=self.amina["account"],
                  see=PARTS, tell=["together"])

    def looks_at(self, person):
        """(name, surfaces) of everybody on the newest day."""
        days = self.ask(person, "GET", f"/api/records/{person['record']}/looks").json["days"]
        return {one["name"]: one["surfaces"] for one in days[0]["people"]} if days else {}

    def test_LK1_each_door_leaves_an_entry_and_the_persons_own_looks_none(self):
        self.let_amina_in()
        record = f"/api/records/{self.joy['record']}"
        before = self.looks_at(self.joy)
        self.assertEqual([], before.get(self.amina["name"], []))
        for target in ("", "/sync", "/paper?style=one-page&as=html&lang=en", "/paper?style=visit&as=html&lang=en"):
            for who in (self.amina, self.joy):
                self.assertEqual(200, self.ask(who, "GET", record + target).status, target)
        self.ask(self.amina, "GET", "/api/people")
        looks = self.looks_at(self.joy)
        self.assertEqual({"view", "sync", "people", "paper", "hand_over"}, set(looks[self.amina["name"]]))
        self.assertNotIn(self.joy["name"], looks)

    def test_LK7_LK8_LK9_it_is_taken_along_backed_up_verified_and_goes_with_the_record(self):
        self.let_amina_in()
        record = self.joy["record"]
        self.ask(self.amina, "GET", f"/api/records/{record}")
        page = self.ask(self.joy, "GET", f"/api/records/{record}/export?as=html&lang=en")
        self.assertIn(f"{self.amina['name']} looked at", page.text)
        taken = json.loads(self.ask(self.joy, "GET", f"/api/records/{record}/export?as=json").text)
        self.assertEqual([self.amina["account"]], [one["body"]["account"] for one in taken["looks"]])
        out = Run("export", record, f"--to={self.folder / 'out'}", f"--data={self.data}", "--json")
        self.assertEqual(0, out.status, out.errors)
        self.assertEqual({"whole"}, set(self.looks_at(self.joy)[""]))
        self.assertIn("took a copy", (self.folder / "out" / "record.html").read_text())
        # A server that has written to the log and a command beside it agree about its end.
        self.ask(self.amina, "GET", f"/api/records/{record}/sync")
        self.assertIn("sync", self.looks_at(self.joy)[self.amina["name"]])
        self.assertTrue(Run("verify", f"--data={self.data}", "--json").json["ok"])
        backup = Run("backup", str(self.folder / "backup"), f"--data={self.data}", "--json")
        self.assertEqual(0, backup.status, backup.errors)
        self.assertEqual(0, Run("erase", record, "--yes", f"--data={self.data}", "--json").status)
        again = Run("restore", str(self.folder / "backup"), f"--data={self.folder / 'again'}",
                    f"--master-key={self.data / 'master.key'}", f"--erased={self.data / 'erased.list'}", "--json")
        self.assertEqual(0, again.status, again.errors)
        for data in (self.data, self.folder / "again"):
            keys = sqlite3.connect(f"file:{data / 'keys.db'}?mode=ro", uri=True)
            destroyed = keys.execute("SELECT count(*) FROM keys WHERE wrapped IS NULL").fetchone()[0]
            keys.close()
            self.assertEqual(2, destroyed, "the key of the record and the key of its log")
            self.assertTrue(Run("verify", f"--data={data}", "--json").json["ok"])

    def test_SH2_LK5_what_is_not_there_and_what_is_not_yours_get_the_same_bytes(self):
        """An unknown id, and a record that is somebody else's, for everybody who is not let in."""
        grants = self.ask(self.joy, "GET", f"/api/records/{self.joy['record']}").json["sharing"]["grants"]
        for grant in grants:  # whoever was let in before is nobody now
            self.tell(self.joy, self.joy["record"], "end_grant", grant=grant["id"])
        record, unknown = self.joy["record"], new_id()
        command = {"id": new_id(), "do": "raise_talk", "v": 1, "made_at": "2026-11-02T12:00:00.000Z", "offset_min": 0,
                   "body": {}}
        doors = [("GET", "", b""), ("GET", "/sync", b""), ("GET", "/sync?since=x", b""), ("GET", "/live", b""),
                 ("GET", "/paper?style=one-page&as=html&lang=en", b""),
                 ("GET", "/paper?style=visit&as=pdf&lang=en", b""), ("GET", "/export?as=json", b""),
                 ("GET", "/looks", b""), ("GET", f"/join?from={new_id()}", b""), ("POST", "/card", b""),
                 ("POST", "/way-back", b""), ("POST", "/commands", {"commands": [command]})]
        for who in (one for one in self.server.people if one is not self.joy):
            for method, target, body in doors:
                heard = set()
                for one in (record, unknown):
                    answer = self.ask(who, method, f"/api/records/{one}{target}", body)
                    self.assertEqual(404, answer.status, (target, answer.text))
                    heard.add(answer.text)
                self.assertEqual(1, len(heard), target)
        self.assertEqual({}, self.looks_at(self.joy), "who saw nothing leaves nothing")


if __name__ == "__main__":
    unittest.main()
