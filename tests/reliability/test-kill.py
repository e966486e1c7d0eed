#!/usr/bin/python3
"""Kills `trio` at random moments of a scripted editing load, again and again.

After each kill the file must pass SQLite's integrity check, open in `trio check` without
findings, and hold every input whose id had been printed. A killed undo or import must have
happened wholly or not at all. The seed is printed; TRIO_SEED repeats a run, TRIO_KILLS sets
how many kills there are. Speaks TAP.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

TRIO = sys.argv[1]
KILLS = int(os.environ.get("TRIO_KILLS", "200"))
SEED = int(os.environ.get("TRIO_SEED", str(random.randrange(1 << 30))))


class Workshop:
    """The file under test, and what is known to be in it."""

    def __init__(self, folder, rng):
        self.folder = folder
        self.path = os.path.join(folder, "dag.trio")
        self.rng = rng
        self.env = dict(os.environ, XDG_DATA_HOME=folder, LC_ALL="C.UTF-8")
        self.acknowledged = {}
        self.serial = 0

    def run(self, *arguments):
        return subprocess.run([TRIO, *arguments], env=self.env, capture_output=True, text=True, check=False)

    def must(self, *arguments):
        result = self.run(*arguments)
        if result.returncode != 0:
            raise AssertionError(f"trio {' '.join(arguments)}: {result.stderr.strip()}")
        return result.stdout

    def stations(self):
        return json.loads(self.must("list", self.path, "--json"))

    def notes(self):
        stations = self.stations()
        return {note["id"]: note["text"] for station in stations for note in station["notes"]}

    def new_text(self):
        self.serial += 1
        return f"Input nr. {self.serial} – ”æøå” {'x' * self.rng.randrange(60)}."

    def start(self, *arguments):
        # Unbuffered: communicate() does not see what an earlier readline() has read ahead.
        return subprocess.Popen([TRIO, *arguments], env=self.env, bufsize=0, stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def kill_somewhen(self, process, longest):
        """Lets the process run for a random while, kills it, and returns what it printed."""
        time.sleep(self.rng.random() * longest)
        process.send_signal(signal.SIGKILL)
        out, _ = process.communicate()
        return out.decode(), process.returncode == 0

    def typing(self):
        """A stream of inputs; each printed id is a promise."""
        texts = [self.new_text() for _ in range(40)]
        process = self.start("add", self.path, "--station", str(self.rng.randrange(1, 5)), "-")
        process.stdin.write(("\n".join(texts) + "\n").encode())
        process.stdin.close()
        process.stdin = None
        # Waiting for a few promises first lets the kill hit the writing, however fast the disk.
        first = [process.stdout.readline().decode() for _ in range(self.rng.randrange(6))]
        out, _ = self.kill_somewhen(process, 0.04)
        ids = [line for line in ("".join(first) + out).splitlines() if len(line) == 36]
        self.acknowledged.update(zip(ids, texts))

    def importing(self):
        before = self.notes()
        texts = [self.new_text() for _ in range(30)]
        source = os.path.join(self.folder, "input.txt")
        with open(source, "w", encoding="utf-8") as stream:
            stream.write("\n".join(f"• {text}" for text in texts))
        process = self.start("import", self.path, source, "--station", "2")
        self.kill_somewhen(process, 0.12)
        added = {key: text for key, text in self.notes().items() if key not in before}
        if added and sorted(added.values()) != sorted(texts):
            raise AssertionError(f"half an import: {len(added)} of {len(texts)}")
        self.acknowledged.update(added)

    def undoing(self):
        """The newest step goes wholly or stays wholly; then it is brought back."""
        before = self.stations()
        process = self.start("undo", self.path)
        self.kill_somewhen(process, 0.12)
        after = self.stations()
        if after != before:
            self.must("redo", self.path)
            if self.stations() != before:
                raise AssertionError("an undo that was killed cannot be redone")

    def describing(self):
        process = self.start("set", self.path, f"aim=Mål {self.rng.random()}", "unit=Sundhed og Omsorg")
        self.kill_somewhen(process, 0.12)

    def check(self):
        connection = sqlite3.connect(self.path)
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        connection.close()
        if answer != "ok":
            raise AssertionError(f"integrity_check: {answer}")
        self.must("check", self.path)
        there = self.notes()
        for key, text in self.acknowledged.items():
            if there.get(key) != text:
                raise AssertionError(f"lost an acknowledged input: {key} “{text}”, found {there.get(key)!r}")
        return len(there)


def main():
    rng = random.Random(SEED)
    folder = tempfile.mkdtemp(prefix="trio-kill-")
    workshop = Workshop(folder, rng)
    print("1..1")
    print(f"# seed {SEED}, {KILLS} kills")
    try:
        workshop.must("new", workshop.path, "--from", "fremtidens-arbejdsfaellesskaber")
        for i in range(KILLS):
            load = rng.choice([workshop.typing, workshop.typing, workshop.typing, workshop.importing,
                               workshop.undoing, workshop.describing])
            load()
            count = workshop.check()
            if i % 50 == 49:
                print(f"# {i + 1} kills, {len(workshop.acknowledged)} acknowledged, {count} there", flush=True)
        # A kill test in which nothing was ever promised would prove nothing.
        if len(workshop.acknowledged) < KILLS:
            raise AssertionError(f"only {len(workshop.acknowledged)} inputs were acknowledged")
        print("ok 1 - every acknowledged input survives every kill")
    except AssertionError as problem:
        print(f"# {problem}")
        print("not ok 1 - every acknowledged input survives every kill")
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
