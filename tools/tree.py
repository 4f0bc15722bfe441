"""The repository as the checks see it: paths and texts.

A check reads a Tree, so that its own test can hand it a few invented files instead of the disk.
"""
import fnmatch
import pathlib
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
CODE = (".cpp", ".hpp", ".ts", ".tsx", ".mjs", ".css", ".py", ".sh", ".cmake", "CMakeLists.txt", "Makefile")


class Tree:
    """Files by path, either from git's view of a folder or from a dictionary."""

    def __init__(self, texts=None, root=REPOSITORY):
        self.root = root
        self.texts = dict(texts) if texts is not None else None
        self.paths = sorted(self.texts) if texts is not None else sorted(self._listed())

    def _listed(self):
        """Tracked files and new ones that git does not ignore; what was built or installed is left out."""
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True).stdout
        return [path for path in set(listed.split("\0")) if path and (self.root / path).is_file()]

    def read(self, path):
        if self.texts is not None:
            return self.texts[path]
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def match(self, *patterns):
        """Paths that fit one of the shell patterns; `*` also crosses folders."""
        return [path for path in self.paths if any(fnmatch.fnmatchcase(path, shape) for shape in patterns)]

    def code(self):
        return [path for path in self.paths if path.endswith(CODE)]

    def tests(self):
        return self.match("*_test.cpp", "*_test.py", "*.test.ts", "*.test.tsx", "*.spec.ts")

    def folders(self):
        return {str(parent) for path in self.paths for parent in pathlib.PurePosixPath(path).parents}
