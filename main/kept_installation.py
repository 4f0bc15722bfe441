"""An installation that was kept after its demo, with a backup of it: what tests of keeping begin with."""
import pathlib
import shutil
import tempfile
import unittest
import uuid

from real_program import Run, Server


def new_id():
    return str(uuid.uuid4())


def everything_in(folder):
    """Every file below a folder with its octets."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Here(unittest.TestCase):
    """A demo that has ended, its backup, and somebody to ask for."""

    @classmethod
    def setUpClass(cls):
        made = tempfile.TemporaryDirectory(prefix="kith-keeping-")
        cls.addClassCleanup(made.cleanup)
        cls.place = pathlib.Path(made.name)
        cls.whole = cls.place / "whole"
        demo = Server("demo", cls.whole)
        cls.people = demo.people
        demo.stop()
        cls.kept = cls.place / "kept"
        assert Run("backup", cls.kept, f"--data={cls.whole}").status == 0

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="kith-here-")
        self.addCleanup(place.cleanup)
        self.here = pathlib.Path(place.name)
        self.data, self.backup, self.new = (self.here / name for name in ("data", "backup", "new"))
        shutil.copytree(self.whole, self.data)
        shutil.copytree(self.kept, self.backup)

    def serve(self, folder=None, **more):
        server = Server("serve", folder or self.data, **more)
        self.addCleanup(server.stop)
        return server

    def person(self, name="Joy Okafor"):
        return next(one for one in self.people if one["name"] == name)

    def practitioner(self):
        return next(one for one in self.people if one["role"] == "practitioner")

    def ask(self, server, person, what="", token=None):
        return server.ask("GET", f"/api/records/{person['record']}{what}", token=token or person["token"])

    def tell(self, server, person, words, goal=None):
        body = {"goal": goal or new_id(), "statement": new_id(), "words": words}
        now = server.ask("GET", "/api/me", token=person["token"]).json["now"]
        command = {"id": new_id(), "do": "place_goal", "v": 1, "made_at": now, "offset_min": 0, "body": body}
        return server.ask("POST", f"/api/records/{person['record']}/commands", {"commands": [command]},
                          token=person["token"])

    def restore(self, *more, master="data/master.key", backup=None, new=None):
        return Run("restore", backup or self.backup, f"--data={new or self.new}", "--json",
                   f"--master-key={self.here / master}", *more)

    def refuses(self, rule, ran):
        self.assertEqual((1, rule), (ran.status, ran.rule), ran.errors)
        self.assertFalse(self.new.exists())
        left = [path.name for path in self.here.iterdir() if path.name.endswith(".unfinished")]
        self.assertEqual([], left)
