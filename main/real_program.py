"""The real program for tests: an invented installation that is started, asked, looked into and stopped.

KITH_PROGRAM names the program; without it, it is the one that `make` builds. Every wait for an answer
is bounded by PATIENCE_S, so that a server that says nothing fails a test instead of hanging it.
"""
import http.client
import json
import os
import pathlib
import re
import resource
import socket
import sqlite3
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("KITH_PROGRAM", str(REPOSITORY / "build/kith"))
PATIENCE_S = 60

# What is stored about people and services. The table `commands` is left out: it keeps the answer to every
# command, refusals too (CM3).
STORED = {"journal.db": ("streams", "events", "read_rows", "snapshots"),
          "directory.db": ("services", "reports", "places"),
          "identity.db": ("accounts",)}


def rows_stored(folder):
    """The ordered dump of every row that holds something said or found."""
    rows = []
    for file, tables in STORED.items():
        database = sqlite3.connect(f"file:{folder / file}?mode=ro", uri=True)
        for table in tables:
            found = database.execute(f"SELECT * FROM {table}")
            rows += [(table, *row) for row in sorted(found, key=repr)]
        database.close()
    return rows


def free_port():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


class Answer:
    """What came back: the status, and the rule that refused the whole or the last command."""

    def __init__(self, status, body):
        self.status, self.text = status, body.decode("utf-8", "replace")
        try:
            self.json = json.loads(body)
        except ValueError:
            self.json = None
        said = self.json if isinstance(self.json, dict) else {}
        self.results = said.get("results", [])
        self.rule = said.get("rule") or (self.results[-1].get("rule", "") if self.results else "")


class Server:
    """`kith demo` or `kith serve`, on a free port unless another is named."""

    def __init__(self, verb, folder, port=0, more=(), environment=None, limit=None):
        self.folder = pathlib.Path(folder)
        options = [f"--data={folder}", *more]
        options += ["--json"] if verb == "demo" else []
        options += [] if port is None else [f"--port={port}"]
        self.process = subprocess.Popen([PROGRAM, verb, *options], env=os.environ | (environment or {}),
                                        text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        preexec_fn=limit)
        if verb == "demo":
            self.people = (told := json.loads(self.process.stdout.readline()))["people"]
            place = told["url"]
        else:
            place = self.process.stderr.readline()
        found = re.search(r":(\d+)$", place.strip())
        if not found:
            self.stop()
            raise RuntimeError(f"kith {verb} did not start: {place}")
        self.port = int(found[1])

    def stop(self):
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE_S)

    def addresses(self):
        """Where it listens, as the system writes addresses: 0100007F is 127.0.0.1."""
        listening = "0A"
        lines = pathlib.Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
        places = [line.split()[1].split(":") for line in lines if line.split()[3] == listening]
        return {address for address, port in places if int(port, 16) == self.port}

    def peak_kb(self):
        """The most memory it has held at once, as the system counted it."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"^VmHWM:\s+(\d+) kB$", status, re.M)[1])

    def send(self, parts):
        """Sends bytes as they are, part by part, until it answers. It may answer before it has heard all."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE_S) as wire:
            try:
                for part in parts:
                    wire.sendall(part)
            except (BrokenPipeError, ConnectionResetError):
                pass  # it has said why before it closed
            answer = http.client.HTTPResponse(wire)
            answer.begin()
            return Answer(answer.status, answer.read())

    def ask(self, method, target, body=b"", token=None, headers=()):
        """One well-formed request."""
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        lines = {"Host": f"127.0.0.1:{self.port}", "Connection": "close"}
        if body:
            lines |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
        if token:
            lines["Authorization"] = f"Bearer {token}"
        lines |= dict(headers)
        head = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in lines.items())]
        return self.send(["\r\n".join([*head, "", ""]).encode("latin-1"), body])


def limited_to(bytes_max):
    """For `limit` of a Server: no file of it grows beyond this, as on a disk that is full."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_max, bytes_max))


class Run:
    """One `kith` command that ends: its status, its JSON, and the most memory it held."""

    def __init__(self, *arguments, told=""):
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.PIPE, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, self.errors = process.communicate(told, timeout=PATIENCE_S)
        self.status = process.returncode
        self.json = json.loads(out) if out.startswith("{") else None
        self.result = (self.json or {}).get("result", {})
        self.rule = ((self.json or {}).get("refusal") or {}).get("rule", "")


def peak_kb_of_commands():
    """The most memory that any command has held, or this test itself when it began one."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
