"""Keeping an installation, with the real program: backup, restore and forgetting of spec/keeping.md.

Each refusal is looked at twice: its rule, and that everything is there as it was before.
"""
import json
import os
import shutil
import sqlite3
import subprocess
import threading
import time
import unittest
import uuid

from kept_installation import Here, everything_in, new_id
from real_program import PATIENCE_S, Run, rows_stored

FOLLOW_S_MAX = 10


class Backup(Here):
    def test_KP1_a_backup_of_a_server_at_work_restores_elsewhere_and_verifies(self):
        server = self.serve()
        joy, stopping, told = self.person(), threading.Event(), []

        def write():
            while not stopping.is_set():
                told.append(self.tell(server, joy, f"Line {len(told)}").results[0]["outcome"])

        writing = threading.Thread(target=write)
        writing.start()
        live = self.here / "live"
        until = time.monotonic() + PATIENCE_S
        while len(told) < 5 and time.monotonic() < until:
            time.sleep(0.01)
        try:
            ran = Run("backup", live, "--json", f"--data={self.data}")
        finally:
            stopping.set()
            writing.join(PATIENCE_S)
        self.assertEqual(0, ran.status, ran.errors)
        self.assertEqual({"agreed"}, set(told))
        manifest = json.loads((live / "manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(ran.result["files"], [file["name"] for file in manifest["files"]])
        self.assertFalse((live / "master.key").exists(), "KP1 never the master key")
        self.assertEqual(0, os.stat(live).st_mode & 0o077)
        server.stop()
        restored = self.restore(backup=live)
        self.assertEqual(0, restored.status, restored.errors)
        self.assertTrue(Run("verify", "--json", f"--data={self.new}").result["ok"])
        again = self.serve(self.new)
        self.assertEqual(200, self.ask(again, joy).status)
        self.assertIn("Line 0", self.ask(again, joy).text)

    def test_a_restored_installation_holds_what_was_backed_up_row_by_row(self):
        self.assertEqual(0, self.restore().status)
        self.assertEqual(rows_stored(self.whole), rows_stored(self.new))

    def test_KP2_a_backup_is_never_put_over_something(self):
        before = everything_in(self.backup)
        for there in (self.backup, self.backup / "journal.db"):
            with self.subTest("KP2 over " + there.name):
                self.refuses("KP2", Run("backup", there, "--json", f"--data={self.data}"))
                self.assertEqual(before, everything_in(self.backup))

    def test_KP6_a_journal_that_does_not_verify_is_not_backed_up(self):
        database = sqlite3.connect(self.data / "journal.db")
        database.execute("DELETE FROM events WHERE position = 2")
        database.commit()
        database.close()
        with self.subTest("KP6 damaged"):
            ran = Run("backup", self.new, "--json", f"--data={self.data}")
            self.refuses("KP6", ran)


class Restore(Here):
    def spoil(self, name):
        file = self.backup / name
        file.write_bytes(file.read_bytes()[:-1] + b"\0")

    def test_KP3_half_a_backup_is_refused_whichever_half(self):
        for name in ("manifest.json", "journal.db", "keys.db", "identity.db", "directory.db"):
            for how, spoil in (("missing", lambda file: file.unlink()),
                               ("cut short", lambda file: file.write_bytes(file.read_bytes()[:-100])),
                               ("altered", lambda file: file.write_bytes(b"\1" + file.read_bytes()[1:])),
                               ("a folder", lambda file: (file.unlink(), file.mkdir()))):
                with self.subTest(f"KP3 {name} {how}"):
                    shutil.rmtree(self.backup)
                    shutil.copytree(self.kept, self.backup)
                    spoil(self.backup / name)
                    self.refuses("KP3", self.restore())

    def test_KP4_without_its_master_key_or_with_another_nothing_is_made(self):
        (self.here / "other.key").write_bytes(b"x" * 32)
        os.chmod(self.here / "other.key", 0o600)
        (self.here / "short.key").write_bytes(b"x")
        for name in ("none.key", "other.key", "short.key"):
            with self.subTest("KP4 " + name):
                self.refuses("KP4", self.restore(master=name))

    def test_KP5_keys_of_another_day_that_do_not_open_the_records(self):
        database = sqlite3.connect(self.backup / "keys.db")
        database.execute("DELETE FROM keys WHERE rowid = (SELECT max(rowid) FROM keys)")
        database.commit()
        database.close()
        self.refuses("KP3", self.restore())
        self.fit_manifest("keys.db")
        with self.subTest("KP5 a key is missing"):
            self.refuses("KP5", self.restore())

    def test_KP6_a_journal_that_was_changed_together_with_its_manifest(self):
        database = sqlite3.connect(self.backup / "journal.db")
        database.execute("UPDATE events SET body = zeroblob(40) WHERE position = 3")
        database.commit()
        database.close()
        self.fit_manifest("journal.db")
        with self.subTest("KP6 changed"):
            self.refuses("KP6", self.restore())

    def fit_manifest(self, name):
        """What somebody does who puts files of two backups together."""
        for ending in ("-wal", "-shm"):
            (self.backup / (name + ending)).unlink(missing_ok=True)
        hashed = subprocess.run(["b2sum", "-l", "256", self.backup / name], check=True, capture_output=True,
                                text=True).stdout.split()[0]
        path = self.backup / "manifest.json"
        manifest = json.loads(path.read_text(encoding="utf-8"))
        for file in manifest["files"]:
            if file["name"] == name:
                file |= {"blake2b_256": hashed, "bytes": (self.backup / name).stat().st_size}
        path.write_text(json.dumps(manifest), encoding="utf-8")

    def test_KP7_a_folder_that_holds_something_stays_as_it_is(self):
        before = everything_in(self.data)
        with self.subTest("KP7 an installation"):
            self.refuses("KP7", self.restore(new=self.data))
        self.assertEqual(before, everything_in(self.data))

    def test_an_empty_folder_will_do(self):
        self.new.mkdir()
        self.assertEqual(0, self.restore().status)


class Erase(Here):
    def setUp(self):
        super().setUp()
        self.joy = self.person()

    def erase(self, *more, told="", data=None):
        return Run("erase", self.joy["record"], f"--data={data or self.data}", "--json", *more, told=told)

    def words_anywhere(self, folder, words):
        return [name for name, octets in everything_in(folder).items() if words.encode() in octets]

    def test_KP14_an_erased_record_is_gone_for_everybody_and_verify_accepts_it(self):
        server = self.serve()
        amina = self.practitioner()
        self.assertEqual(200, self.ask(server, self.joy).status)
        self.assertEqual(200, self.ask(server, self.joy, token=amina["token"]).status)
        cookie = self.ask(server, self.joy, "/sync", token=amina["token"]).json["cookie"]
        with self.subTest("KP14 while a server runs"):
            self.assertEqual(0, self.erase("--yes").status)
            until = time.monotonic() + FOLLOW_S_MAX
            while self.ask(server, self.joy, token=amina["token"]).status == 200 and time.monotonic() < until:
                time.sleep(0.1)
            self.assertEqual(404, self.ask(server, self.joy, token=amina["token"]).status)
            self.assertEqual(404, self.ask(server, self.joy, f"/sync?since={cookie}",
                                           token=amina["token"]).status)
            with self.subTest("AC21 the account went with the record"):
                gone = self.ask(server, self.joy)
                self.assertEqual((401, "AC21"), (gone.status, gone.rule))
            people = server.ask("GET", "/api/people", token=amina["token"])
            self.assertNotIn(self.joy["record"], people.text)
        server.stop()
        verified = Run("verify", "--json", f"--data={self.data}")
        self.assertTrue(verified.result["ok"])
        database = sqlite3.connect(f"file:{self.data / 'journal.db'}?mode=ro", uri=True)
        stream = uuid.UUID(self.joy["record"]).bytes
        for table in ("commands", "snapshots"):
            count = database.execute(f"SELECT count(*) FROM {table} WHERE stream = ?", (stream,)).fetchone()
            self.assertEqual((0,), count, table)
        database.close()

    def test_KP8_a_restore_of_an_older_backup_does_not_bring_the_person_back(self):
        before = self.here / "before"
        self.assertEqual(0, Run("backup", before, f"--data={self.data}").status)
        self.assertEqual(0, self.erase("--yes").status)
        for how, more in (("the list where the backup says", []),
                          ("a copy of the list", [f"--erased={self.data / 'erased.list'}"])):
            with self.subTest("KP8 " + how):
                ran = self.restore(*more, backup=before)
                self.assertEqual((0, 1), (ran.status, ran.result["erased"]), ran.errors)
                self.assertTrue(Run("verify", "--json", f"--data={self.new}").result["ok"])
                server = self.serve(self.new)
                self.assertEqual(401, self.ask(server, self.joy).status)
                other = next(one for one in self.people if one["record"] and one is not self.joy)
                self.assertEqual(200, self.ask(server, other).status)
                server.stop()
                shutil.rmtree(self.new)

    def test_KP8_where_the_list_is_not_at_hand_a_restore_wants_to_be_told(self):
        before = self.here / "before"
        self.assertEqual(0, Run("backup", before, f"--data={self.data}").status)
        (self.here / "master.copy").write_bytes((self.data / "master.key").read_bytes())
        shutil.rmtree(self.data)
        with self.subTest("KP8 another machine"):
            self.refuses("KP8", self.restore(backup=before, master="master.copy"))
        other = self.here / "other"
        self.assertEqual(0, Run("init", f"--data={other}").status)
        with self.subTest("KP8 a list of another installation"):
            self.refuses("KP8", self.restore(f"--erased={other / 'erased.list'}", backup=before,
                                             master="master.copy"))
        told = self.restore("--erased=none", backup=before, master="master.copy")
        self.assertEqual((0, 0), (told.status, told.result["erased"]), told.errors)

    def test_KP8_keys_put_back_by_hand_are_destroyed_again_at_the_start(self):
        keys = (self.data / "keys.db").read_bytes()
        self.assertEqual(0, self.erase("--yes").status)
        (self.data / "keys.db").write_bytes(keys)
        with self.subTest("KP8 at every start"):
            server = self.serve()
            amina = self.practitioner()
            self.assertEqual(404, self.ask(server, self.joy, token=amina["token"]).status)

    def test_KP9_a_list_that_cannot_be_read_stops_a_restore(self):
        (self.data / "erased.list").write_text("somebody\n", encoding="utf-8")
        backup = self.here / "kept"
        shutil.copytree(self.kept, backup)
        with self.subTest("KP9 not a line of ours"):
            self.refuses("KP9", self.restore(f"--erased={self.data / 'erased.list'}", backup=backup))

    def test_KP15_what_is_not_there_cannot_be_erased_nor_begun_again(self):
        with self.subTest("KP15 not there"):
            ran = Run("erase", new_id(), "--yes", "--json", f"--data={self.data}")
            self.assertEqual((1, "KP15"), (ran.status, ran.rule))
        self.assertEqual(0, self.erase("--yes").status)
        with self.subTest("KP15 erased already"):
            self.assertEqual("KP15", self.erase("--yes").rule)
        server = self.serve()
        amina = self.practitioner()
        now = server.ask("GET", "/api/me", token=amina["token"]).json["now"]
        begin = {"id": new_id(), "do": "start_record", "v": 1, "made_at": now, "offset_min": 0,
                 "body": {"name": "Joy", "mine": False}}
        answer = server.ask("POST", f"/api/records/{self.joy['record']}/commands", {"commands": [begin]},
                            token=amina["token"])
        self.assertEqual(404, answer.status)

    def test_KP16_erasing_is_confirmed_by_the_name(self):
        for told, rule, status in (("", "KP16", 1), ("Jo\n", "KP16", 1), ("Joy\n", "", 0)):
            with self.subTest("KP16 " + repr(told)):
                ran = self.erase(told=told)
                self.assertEqual((status, rule), (ran.status, ran.rule), ran.errors)


if __name__ == "__main__":
    unittest.main()
