#!/usr/bin/python3
"""CPU time and memory of `trio cluster` beside scikit-learn and SciPy, on the same notes.

usage: cluster-sizes.py TRIO DATASETS [--sizes 100,400,2000,10000]

The notes are made of pieces of the notes in DATASETS (LABEL<TAB>TEXT), with a word of another note
each, so that there are as many as wanted and they share words as real ones do. Every method runs in
a process of its own, with one thread where it lets itself be told; the others are given the number
of clusters that trio found, and their time begins after their libraries are loaded. Needs
python3-sklearn, python3-scipy.
"""
import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
OTHERS = ("kmeans", "lsa-ward")


def make_notes(folder, n):
    texts = [line.rstrip("\n").split("\t")[1].split()
             for path in sorted(Path(folder).glob("en*.tsv"))
             for line in path.open(encoding="utf-8") if "\t" in line]
    chance = random.Random(n)
    notes = []
    for _ in range(n):
        words = chance.choice(texts)
        length = min(len(words), chance.randint(3, 9))
        start = chance.randint(0, len(words) - length)
        notes.append(" ".join(words[start:start + length] + [chance.choice(chance.choice(texts))]))
    return notes


def other_method(method, path, k):
    """Runs in a process of its own; prints CPU seconds."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    notes = Path(path).read_text(encoding="utf-8").splitlines()
    start = time.process_time()
    rows = TfidfVectorizer(sublinear_tf=True).fit_transform(notes)
    if method == "kmeans":
        KMeans(k, n_init=1, random_state=0).fit_predict(rows)
    else:
        points = normalize(TruncatedSVD(50, random_state=0).fit_transform(rows))
        fcluster(linkage(points, "ward"), k, "maxclust")
    print(time.process_time() - start)


def measure(command):
    """(standard output, CPU seconds, peak memory in MB) of a command."""
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(command, stdout=output, env=dict(os.environ, **ONE_THREAD))
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{command[0]} ended with {child.returncode}")
        output.seek(0)
        return output.read().decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trio")
    parser.add_argument("datasets")
    parser.add_argument("--sizes", default="100,400,2000,10000")
    options = parser.parse_args()
    print("notes", "method", "clusters", "CPU s", "MB", sep="\t")
    for n in [int(size) for size in options.sizes.split(",")]:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write("\n".join(make_notes(options.datasets, n)) + "\n")
            file.flush()
            output, seconds, memory = measure([options.trio, "cluster", "--text", file.name,
                                               "--lang", "en", "--json"])
            k = len({entry["cluster"] for entry in json.loads(output)
                     if "line" in entry and entry["cluster"] >= 0})
            print(n, "trio", k, f"{seconds:.3f}", f"{memory:.0f}", sep="\t", flush=True)
            for method in OTHERS:
                output, _, memory = measure([sys.executable, __file__, "--method", method,
                                             file.name, str(k)])
                print(n, method, k, f"{float(output):.3f}", f"{memory:.0f}", sep="\t", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "--method":
        other_method(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        main()
