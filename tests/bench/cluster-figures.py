#!/usr/bin/python3
"""Scores `trio cluster` on labelled boards, and compares it with an executable specification.

usage: cluster-figures.py TRIO EVALUATION DATASETS VECTORS [--baselines NAME,…] [--boards N] [--names TOOL]

  TRIO        the command line tool
  EVALUATION  folder with evaluate.py, sample_boards.py, baselines.py and reference_cluster.py
  DATASETS    folder of sets, LABEL<TAB>TEXT one note a line
  VECTORS     folder of the word files that both sides read

Sets named …_board_… and whole collections are taken as they are; from each larger set N boards of
eight themes are drawn. Prints a table per group of boards (means × 100) and, per board where it is
lower than 0.99, the Rand index of trio-plain, which is trio without its list of concepts, against the
specification. With the program name-groups as TOOL also
tells how often a name has the right word: on the groups that people named, at first place and among
three, where right means that it shares a stem or a part of a compound with the person's name; and
the ceiling that any name made of words of the notes has. Needs python3-sklearn, python3-stemmer.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
for name in ("trio", "evaluation", "datasets", "vectors"):
    parser.add_argument(name)
parser.add_argument("--baselines", default="")
parser.add_argument("--boards", type=int, default=6)
parser.add_argument("--names", default="")
options = parser.parse_args()
os.environ["SNVEC_DIR"] = options.vectors
sys.path.insert(0, options.evaluation)

import numpy as np  # noqa: E402
from sklearn.metrics import rand_score  # noqa: E402
import baselines  # noqa: E402
import reference_cluster as reference  # noqa: E402
from evaluate import score  # noqa: E402
from sample_boards import boards, read  # noqa: E402

FIGURES = ("k", "V", "AMI", "ARI", "purity", "saved")
WHOLE = ("mixed", "stations", "ipip", "valgtest")


def groups():
    """(group, rows) for every board."""
    for path in sorted(Path(options.datasets).glob("*.tsv")):
        name, rows = path.stem, read(path)
        if "_board_" in name:
            yield name[:2] + "_boards", rows
        elif any(word in name for word in WHOLE):
            yield name, rows
        elif not name.endswith("_full"):
            for board in boards(rows, options.boards, 8, 3, 7, name):
                yield name, board


def without_concepts(folder):
    """An environment in which the list of concepts is empty, as the specification has none."""
    place = Path(folder, "trio-stations", "concepts")
    place.mkdir(parents=True, exist_ok=True)
    (place / "municipal.xml").write_text('<concepts xmlns="urn:dk:trio:concepts:1"/>')
    return dict(os.environ, XDG_DATA_HOME=str(folder))


def trio(texts, lang, environment):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(texts) + "\n")
        file.flush()
        done = subprocess.run([options.trio, "cluster", "--text", file.name, "--lang", lang,
                               "--vectors", options.vectors, "--json"],
                              stdout=subprocess.PIPE, check=True, env=environment)
    lines = [entry for entry in json.loads(done.stdout) if "line" in entry]
    assert len(lines) == len(texts)
    return [str(entry["cluster"]) for entry in lines]


def alone(labels):
    """Loose notes as groups of one."""
    return [f"!{i}" if label in ("-1", "misc") else label for i, label in enumerate(labels)]


vectors = {lang: reference.Vectors(lang) for lang in ("da", "en")}
home = tempfile.TemporaryDirectory()
environments = {"trio": os.environ, "trio-plain": without_concepts(home.name)}
methods = [*environments, "specification"] + [name for name in options.baselines.split(",") if name]
table, worst, n_boards = {}, 1.0, 0
for group, rows in groups():
    gold, texts = [row[0] for row in rows], [row[1] for row in rows]
    lang = reference.language(texts)
    found = {}
    for method in methods:
        if method in environments:
            found[method] = trio(texts, lang, environments[method])
        elif method == "specification":
            S = reference.similarity(texts, lang, vectors[lang])
            found[method] = reference.cluster(texts, lang, S=S)
        else:
            found[method] = [str(x) for x in baselines.METHODS[method](texts, None)]
        figures = score(gold, found[method])
        table.setdefault((method, group), []).append([figures[name] for name in FIGURES])
    rand = rand_score(alone(found["trio-plain"]), alone(found["specification"]))
    worst, n_boards = min(worst, rand), n_boards + 1
    if rand < 0.99:
        print(f"# {group}: Rand index {rand:.4f}", flush=True)

names = list(dict.fromkeys(group for _, group in table))
print("method", "group", *FIGURES, sep="\t")
for method in methods:
    means = {group: np.mean(table[method, group], 0) for group in names}
    for label, start in (("all", ""), ("Danish", "da"), ("English", "en")):
        means[label] = np.mean([means[g] for g in names if g.startswith(start)], 0)
    for group, row in means.items():
        print(method, group, f"{row[0]:.1f}", *(f"{100 * x:.1f}" for x in row[1:]), sep="\t")
print(f"# {n_boards} boards, lowest Rand index {worst:.4f}")


def stems(text, lang, splitter):
    """Stems of the words that say something, and of the parts of compounds."""
    words = [word for word in reference.tokens(text) if word not in reference.STOP[lang]]
    parts = [part for word in words if lang == "da" for part in splitter.split(word)]
    return {reference.STEM[lang].stemWord(word) for word in words + parts}


def judge_names():
    right = dict.fromkeys((*environments, "specification", "ceiling"), (0, 0))
    n_groups = 0
    for path in sorted(Path(options.datasets).glob("*_board_*.tsv")):
        rows = [row for row in read(path) if row[0] != "Diverse"]
        texts, labels = [row[1] for row in rows], [row[0] for row in rows]
        lang = reference.language(texts)
        splitter = reference.Splitter(vectors[lang])
        everything = read(path)
        names = {"specification": reference.names([row[1] for row in everything],
                                                  [row[0] for row in everything], lang,
                                                  vectors[lang]),
                 "ceiling": {}}
        for method, environment in environments.items():
            done = subprocess.run([options.names, lang, options.vectors, str(path)],
                                  stdout=subprocess.PIPE, check=True, encoding="utf-8",
                                  env=environment)
            lines = [line.split("\t") for line in done.stdout.splitlines()]
            names[method] = {line[0]: line[1:4] for line in lines}
        for label in sorted(set(labels)):
            own = " ".join(text for text, other in zip(texts, labels) if other == label)
            names["ceiling"][label] = [own]
            wanted = stems(label, lang, splitter)
            n_groups += 1
            for method in right:
                hits = [bool(stems(name, lang, splitter) & wanted)
                        for name in names[method][label]]
                first, three = right[method]
                right[method] = (first + hits[0], three + any(hits))
    for method, (first, three) in right.items():
        print(f"# names, {method}: first {100 * first / n_groups:.0f} %, "
              f"among three {100 * three / n_groups:.0f} % of {n_groups} groups")


if options.names:
    judge_names()
