"""Supporters, with the real program: inviting, taking, seeing, and a supporter who means harm.

Rules SU1 to SU12 of spec/supporters.md, AC19, AC23 and AC24 of spec/identity.md.
"""
import json
import pathlib
import socket
import sqlite3
import tempfile
import unittest
import uuid

from real_program import PATIENCE_S, Server

RIGHT = "a long enough password"
PARTS = ["together", "circle", "matters", "ideas", "plan", "about_me"]


def new_id():
    return str(uuid.uuid4())


class Demo(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        made = tempfile.TemporaryDirectory(prefix="kith-supporters-")
        cls.addClassCleanup(made.cleanup)
        cls.folder = pathlib.Path(made.name) / "data"
        cls.server = Server("demo", cls.folder)
        cls.addClassCleanup(cls.server.stop)
        cls.people = {one["name"]: one for one in cls.server.people}
        cls.sam, cls.dev = cls.people["Sam Bell"], cls.people["Dev Mistry"]
        cls.priya, cls.amina = cls.people["Priya Nair"], cls.people["Amina Yusuf"]

    def ask(self, who, method, target, body=b"", headers=()):
        return self.server.ask(method, target, body, token=who and who.get("token"), headers=headers)

    def command(self, who, record, do, **body):
        now = self.ask(self.amina, "GET", "/api/me").json["now"]
        command = {"id": new_id(), "do": do, "v": 1, "made_at": now, "offset_min": 0, "body": body}
        return self.ask(who, "POST", f"/api/records/{record}/commands", {"commands": [command]})

    def tell(self, who, record, do, **body):
        answer = self.command(who, record, do, **body)
        self.assertIn(answer.results[0]["outcome"], ("agreed", "already"), (do, answer.text))

    def view(self, who, record):
        return self.ask(who, "GET", f"/api/records/{record}")

    def invite(self, who, tie_name, see, tell=()):
        """An open invitation: its id, its link and its code."""
        ties = self.view(who, who["record"]).json["circle"]["ties"]
        tie = next(one["id"] for one in ties if one["name"] == tie_name)
        invitation = new_id()
        self.tell(who, who["record"], "invite_supporter", invitation=invitation, tie=tie, see=see, tell=list(tell))
        return invitation, self.secret(who, invitation)

    def secret(self, who, invitation):
        answer = self.ask(who, "POST", f"/api/records/{who['record']}/invitations", {"invitation": invitation})
        self.assertEqual(200, answer.status, answer.text)
        return {"link": answer.json["link"], "code": answer.json["code"]}

    def take(self, secret, called="Shirin", name=None):
        body = {**secret, "called": called, "name": name or new_id(), "password": RIGHT, "device": "shared"}
        return self.server.ask("POST", "/api/invitations/take", body)


class Taking(Demo):
    def test_SU5_with_link_and_code_somebody_becomes_a_supporter_once(self):
        invitation, secret = self.invite(self.sam, "Mum", ["plan"])
        looked = self.server.ask("POST", "/api/invitations/look", secret)
        self.assertEqual({"person": "Sam", "see": ["plan"], "tell": [], "until": None}, looked.json)
        taken = self.take(secret)
        self.assertEqual(201, taken.status, taken.text)
        self.assertEqual(("supporter", "Shirin", None),
                         (taken.json["role"], taken.json["name"], taken.json["record"]))
        again = self.take(secret)
        self.assertEqual((422, "AC23"), (again.status, again.rule))
        rows = self.view(self.sam, self.sam["record"]).json["supporters"]
        mum = next(one for one in rows["rows"] if one["name"] == "Mum")
        self.assertEqual(("Shirin", ["plan"], []), (mum["called"], mum["see"], mum["tell"]))
        self.assertNotIn(invitation, [one["id"] for one in rows["invitations"]])

    def test_AC23_whatever_is_wrong_gets_the_same_bytes(self):
        withdrawn, first = self.invite(self.sam, "Tash", ["plan"])
        self.tell(self.sam, self.sam["record"], "withdraw_invitation", invitation=withdrawn)
        renewed, older = self.invite(self.sam, "Uncle J", ["plan"])
        good = self.secret(self.sam, renewed)
        used = self.invite(self.sam, "Uncle J", ["plan"])[1]
        self.assertEqual(201, self.take(used).status)
        answers = set()
        for secret in (first, older, used, {**good, "code": "AAAA-AAAA"}, {**good, "link": "AAAA-AAAA-AAAA"},
                       {**good, "code": ""}, {**good, "link": ""}, {"link": "nobody", "code": "there"}):
            looked = self.server.ask("POST", "/api/invitations/look", secret)
            taken = self.take(secret)
            answers |= {(looked.status, looked.text), (taken.status, taken.text)}
        self.assertEqual(1, len(answers), answers)
        self.assertEqual(422, next(iter(answers))[0])
        self.assertEqual(200, self.server.ask("POST", "/api/invitations/look", good).status)

    def test_AC24_who_has_an_account_takes_a_further_one_with_it(self):
        secret = self.invite(self.priya, "Meena", ["circle"])[1]
        for who in (self.sam, self.amina):
            refused = self.ask(who, "POST", "/api/invitations/take", secret)
            self.assertEqual((422, "AC24"), (refused.status, refused.rule))
        self.assertEqual(204, self.ask(self.dev, "POST", "/api/invitations/take", secret).status)
        self.assertEqual(422, self.ask(self.dev, "POST", "/api/invitations/take", secret).status)
        people = self.ask(self.dev, "GET", "/api/supporting").json["people"]
        self.assertIn(("Priya", ["circle"]), [(one["name"], one["see"]) for one in people])

    def test_SU4_nobody_else_gets_the_link_and_the_code(self):
        invitation, _ = self.invite(self.sam, "Mum", ["plan"])
        path = f"/api/records/{self.sam['record']}/invitations"
        for who in (self.amina, self.dev, self.priya):
            self.assertEqual(404, self.ask(who, "POST", path, {"invitation": invitation}).status)
        self.assertEqual(404, self.ask(self.sam, "POST", path, {"invitation": new_id()}).status)
        self.assertEqual(401, self.ask(None, "POST", path, {"invitation": invitation}).status)

    def test_SU4_neither_lies_in_any_file(self):
        _, secret = self.invite(self.sam, "Mum", ["plan"])
        database = sqlite3.connect(f"file:{self.folder / 'identity.db'}?mode=ro", uri=True)
        kept = repr(database.execute("SELECT * FROM printed_codes").fetchall())
        database.close()
        for part in secret.values():
            self.assertNotIn(part, kept)
        for file in self.folder.iterdir():
            if file.is_file():
                self.assertNotIn(secret["code"].encode(), file.read_bytes(), file.name)


class Harm(Demo):
    def test_SU12_what_was_not_shared_is_nowhere(self):
        view = self.view(self.dev, self.sam["record"])
        for word in ("Kofi", "still make my mornings", "kick a ball", "Wrenbridge"):
            self.assertNotIn(word, view.text, word)
        sync = self.ask(self.dev, "GET", f"/api/records/{self.sam['record']}/sync").text
        for word in ("Kofi", "still make my mornings", "kick a ball", "Wrenbridge"):
            self.assertNotIn(word, sync, word)
        self.assertEqual("supporter", view.json["person"]["reader"])
        self.assertEqual([], view.json["talk"])

    def test_AC19_a_supporter_prints_no_way_into_somebody_elses_account(self):
        record = self.sam["record"]
        for path in (f"/api/records/{record}/way-back", f"/api/records/{record}/card",
                     f"/api/records/{record}/export?as=json"):
            method = "GET" if "export" in path else "POST"
            self.assertEqual(404, self.ask(self.dev, method, path).status, path)

    def test_SU7_forged_commands_are_refused(self):
        record, statement = self.sam["record"], new_id()
        forged = {
            "give_grant": dict(grant=new_id(), to=self.dev["account"], see=PARTS, tell=PARTS),
            "set_support": dict(account=self.dev["account"], see=PARTS, tell=PARTS),
            "invite_supporter": dict(invitation=new_id(), tie=new_id(), see=PARTS, tell=PARTS),
            "open_visit": dict(visit=new_id(), parts=PARTS, said_aloud=True, **{"with": [self.dev["account"]]}),
            "place_goal": dict(goal=new_id(), statement=statement, words="Marry me"),
            "pause_record": dict(why="died", keeper=self.dev["account"]),
            "send_message": dict(message=new_id(), to=["person"], words="Where are you?"),
        }
        before = self.view(self.sam, record).json
        for do, body in forged.items():
            answer = self.command(self.dev, record, do, **body)
            self.assertEqual("SU7", answer.results[0]["rule"], do)
        self.assertEqual(before, self.view(self.sam, record).json)

    def test_CM8_a_guessed_record_and_one_that_is_not_there_are_alike(self):
        for method, path in (("GET", ""), ("GET", "/sync"), ("GET", "/live"), ("POST", "/commands"),
                             ("GET", "/paper?style=one-page&as=html"), ("POST", "/way-back")):
            body = {"commands": []} if path == "/commands" else b""
            theirs = self.ask(self.dev, method, f"/api/records/{self.people['Joy Okafor']['record']}{path}", body)
            nobody = self.ask(self.dev, method, f"/api/records/{new_id()}{path}", body)
            self.assertEqual((theirs.status, theirs.text), (nobody.status, nobody.text), path)

    def test_a_supporter_is_told_no_names_of_the_team(self):
        self.assertEqual([], self.ask(self.dev, "GET", "/api/practitioners").json)


class Withdrawing(Demo):
    def test_SU8_SU9_it_ends_at_once_also_for_an_open_stream_and_is_told_alike(self):
        _, secret = self.invite(self.sam, "Mum", ["plan"], ["together"])
        cookie = self.signed_in(secret)
        record = self.sam["record"]
        since = self.by(cookie, f"/api/records/{record}/sync").json["cookie"]
        mum = next(one for one in self.view(self.sam, record).json["supporters"]["rows"] if one["name"] == "Mum")
        with self.stream(cookie, record) as live:
            self.tell(self.sam, record, "end_support", account=mum["account"])
            self.assertIn(b"changed", self.heard(live))
        gone = self.by(cookie, f"/api/records/{record}")
        nobody = self.by(cookie, f"/api/records/{new_id()}")
        self.assertEqual((404, nobody.text), (gone.status, gone.text))
        self.assertEqual(404, self.by(cookie, f"/api/records/{record}/sync?since={since}").status)
        self.assertEqual({"people": [], "less": True}, self.by(cookie, "/api/supporting").json)
        self.tell(self.sam, record, "set_support", account=mum["account"], see=["plan"], tell=[])
        narrowed = self.by(cookie, "/api/supporting").json
        self.assertTrue(narrowed["less"])
        self.assertEqual([["plan"]], [one["see"] for one in narrowed["people"]])
        self.tell(self.sam, record, "set_support", account=mum["account"], see=["plan"], tell=["together"])
        self.assertFalse(self.by(cookie, "/api/supporting").json["less"])

    def signed_in(self, secret):
        body = {**secret, "called": "Shirin", "name": new_id(), "password": RIGHT, "device": "shared"}
        text = json.dumps(body)
        with socket.create_connection(("127.0.0.1", self.server.port), PATIENCE_S) as wire:
            wire.sendall(f"POST /api/invitations/take HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
                         f"Content-Type: application/json\r\nContent-Length: {len(text)}\r\n"
                         f"Connection: close\r\n\r\n{text}".encode())
            answer = b""
            while part := wire.recv(65536):
                answer += part
        line = next(line for line in answer.decode().split("\r\n") if line.lower().startswith("set-cookie:"))
        return line.split(":", 1)[1].split(";")[0].strip()

    def by(self, cookie, path):
        return self.server.ask("GET", path, headers={"Cookie": cookie})

    def stream(self, cookie, record):
        wire = socket.create_connection(("127.0.0.1", self.server.port), PATIENCE_S)
        wire.sendall(f"GET /api/records/{record}/live HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
                     f"Cookie: {cookie}\r\n\r\n".encode())
        self.assertIn(b"200", wire.recv(65536))
        return wire

    def heard(self, wire):
        said = b""
        while b"changed" not in said:
            part = wire.recv(65536)
            if not part:
                break
            said += part
        return said


if __name__ == "__main__":
    unittest.main()
