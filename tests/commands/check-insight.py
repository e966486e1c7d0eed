#!/usr/bin/env python3
"""Asks `trio` what the inputs of the sample workshops say: clusters, stacks, topics, drafts.

usage: check-insight.py TRIO VECTORS SAMPLE.trio…
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "house"))
from house import Tap  # noqa: E402

TRIO, VECTORS, SAMPLES = sys.argv[1], sys.argv[2], [Path(name) for name in sys.argv[3:]]


def run(*args, text=None):
    """Exit status and standard output of a command."""
    done = subprocess.run([TRIO, *map(str, args)], input=text, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, check=False)
    return done.returncode, done.stdout


def read(*args, text=None):
    """What a command prints as JSON."""
    return json.loads(run(*args, "--vectors", VECTORS, "--json", text=text)[1])


def check(tap, name, holds):
    tap.case(name, [] if holds else ["it is not so"])


def steps(path):
    return len(json.loads(run("log", path, "--json")[1]))


def check_text(tap):
    lines = ["Tid til oplæring", "", "Mere tid til oplæring", "Bedre kaffe", "Ny kaffemaskine",
             "Møder uden dagsorden", "Færre møder", "Oplæring i systemet"]
    answer = read("cluster", "--text", "-", "--lang", "da", text="\n".join(lines) + "\n")
    per_line, clusters = answer[:-1], answer[-1]["clusters"]
    check(tap, "a line each, in order", [one["line"] for one in per_line] == list(range(1, 9)))
    check(tap, "an empty line is in no cluster", per_line[1]["cluster"] == -1)
    same = all(per_line[line - 1]["cluster"] == cluster["cluster"]
               for cluster in clusters for line in cluster["lines"])
    check(tap, "lines and clusters agree", same and len(clusters) > 1)
    check(tap, "a cluster says all there is to say",
              all(cluster["reason"] and 0 <= cluster["strength"] <= 1
                  and cluster["central"] == lines[cluster["central_line"] - 1]
                  and isinstance(cluster["alternatives"], list) for cluster in clusters))


def check_stacks(tap, path):
    before = steps(path)
    proposed = read("similar", path)
    status, _ = run("similar", path, "--stack")
    stacked = [note for station in json.loads(run("list", path, "--json")[1])
               for note in station["notes"] if note["stack"]]
    check(tap, "near-duplicates are stacked in one step",
              status == 0 and steps(path) == before + 1 and proposed
              and len(stacked) == sum(len(stack["notes"]) - 1 for stack in proposed))
    check(tap, "then none are left", read("similar", path) == [])
    status, _ = run("similar", path, "--unstack")
    stacked = [note for station in json.loads(run("list", path, "--json")[1])
               for note in station["notes"] if note["stack"]]
    check(tap, "stacks can be taken apart", status == 0 and not stacked)
    check(tap, "not both at once", run("similar", path, "--stack", "--unstack")[0] == 2)


def check_topics(tap, path, folder):
    topics = read("topics", path)
    check(tap, "topics come up on several stations",
              topics and all(topic["stations"] >= 2
                             and len({note["station"] for note in topic["notes"]}) ==
                             topic["stations"] for topic in topics))
    check(tap, "a folder stands for its files",
              max(topic["workshops"] for topic in read("topics", folder)) >= 1)
    with tempfile.TemporaryDirectory() as empty:
        check(tap, "an empty folder is told", run("topics", empty)[0] == 1)
    with tempfile.TemporaryDirectory() as mixed:
        shutil.copy(path, mixed)
        Path(mixed, "a letter.trio").write_text("This is a letter.", encoding="utf-8")
        status, out = run("topics", "--json", mixed)
        check(tap, "a file that cannot be read is passed over, and told",
              status != 0 and len(json.loads(out)) == len(topics))


def check_summaries(tap, path):
    shown = [note["text"] for station in json.loads(run("list", path, "--json")[1])
             for note in station["notes"] if note["state"] == "normal"]
    before = steps(path)
    drafts = read("summarise", path)
    check(tap, "a preview changes nothing", steps(path) == before)
    check(tap, "each draft has 30 to 60 words",
              all(30 <= draft["words"] <= 60 for draft in drafts) and len(drafts) == 4)
    check(tap, "each sentence rests on inputs that documents show",
              all(sentence["notes"] and all(note["text"] in shown for note in sentence["notes"])
                  for draft in drafts for sentence in draft["sentences"]))
    check(tap, "what somebody has edited stays", run("summarise", path, "--apply")[0] == 1
              and steps(path) == before)
    status, _ = run("summarise", path, "--apply", "--replace", "--vectors", VECTORS)
    check(tap, "drafts are applied in one step", status == 0 and steps(path) == before + 1)
    check(tap, "a draft may be drafted anew", run("summarise", path, "--theme", "2", "--apply")[0] == 0)
    findings = json.loads(run("check", path, "--json")[1])["findings"]
    check(tap, "no sentence of a draft is without support",
              not [one for one in findings if one["kind"] in ("unlinked", "no-summary")])
    run("undo", path)
    run("undo", path)
    check(tap, "undo brings the edited ones back",
              all(one["uncovered"] for one in read("summarise", path)))
    check(tap, "an unknown theme is told", run("summarise", path, "--theme", "9")[0] == 1)
    check(tap, "a draft is no document",
          run("export", path, "-t", "summary", "-o", path.with_suffix(".txt"))[0] == 1)
    check(tap, "--replace alone is wrong", run("summarise", path, "--replace")[0] == 2)


def check_info(tap, path):
    info = read("info", path)
    language = info["language"]
    check(tap, "info tells what is in use",
              language["lang"] == language["recognised"] and language["vector_stems"] > 1000
              and sum(theme["covered"] for theme in info["coverage"]) == 30)


def check_cancel(tap, folder):
    """Ctrl+C ends long work cleanly; short work may be over before it comes."""
    big = folder / "big.txt"
    big.write_text("\n".join(f"input {i} about thing {i * 7 % 991} and matter {i * 31 % 577}"
                             for i in range(11000)), encoding="utf-8")
    with subprocess.Popen([TRIO, "cluster", "--text", str(big), "--lang", "en"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=120)
    check(tap, "Ctrl+C ends it without a signal and without half an answer",
              (process.returncode == 1 and not out) or process.returncode == 0)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_DATA_HOME"] = str(folder / "home")
        check_text(tap)
        for sample in SAMPLES:
            path = folder / sample.name
            shutil.copy(sample, path)
            check_info(tap, path)
            check_stacks(tap, path)
            check_topics(tap, path, folder)
            check_summaries(tap, path)
        check_cancel(tap, folder)
    tap.close()


if __name__ == "__main__":
    main()
