#!/usr/bin/python3
"""Trains the background word vectors from plain text. Not needed for building or running.

usage: train.py OUT --stems list-stems [--da FILE[=WEIGHT]…] [--en FILE[=WEIGHT]…]
                [--pairs PAIRS.tsv] [--vectors FOLDER] [--dimensions 80]

  OUT      folder; da.snv and en.snv are written there (format: src/text/trio-vectors.c)
  FILE     UTF-8, one paragraph or sentence a line; WEIGHT says how much its words count
  PAIRS    ENGLISH<TAB>DANISH<TAB>SCORE, single words; needs both languages
  FOLDER   earlier word files, whose counts tell where compounds are cut

README.md in this folder explains the method. Needs python3-sklearn, python3-scipy.
"""
import argparse
import os
import struct
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np  # noqa: E402
import scipy.sparse as sparse  # noqa: E402
from sklearn.utils.extmath import randomized_svd  # noqa: E402

HERE = Path(__file__).resolve().parent
WINDOW = 8            # stems to each side that are a stem's surroundings
MIDDLE = 160          # dimensions of one language before both are brought together
SMOOTHING = 0.75      # of how often a context is seen, so that rare ones do not win
RIDGE = 0.3           # keeps directions apart that few pairs tell about
MIX = 0.4             # of the other language, where a stem has a counterpart
FEWEST_SEEN = 30      # for a pair to tell how the languages lie to each other
# language → fewest times seen to be counted, most stems, fewest times seen to be written
LIMITS = {"da": (2, 60000, 3), "en": (5, 40000, 5)}
MOST_COUNTED = 4_000_000


def unit(rows):
    """Rows of length 1."""
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)


class Language:
    """Stems of one language with their counts and directions."""

    def __init__(self, lang, texts, options):
        self.lang = lang
        self.known = set()
        streams = [self.read(text, options) for text in texts]
        self.choose(streams)
        self.train(streams, options)

    def read(self, text, options):
        """(weight, stems, number of the line of each stem)"""
        path, _, weight = text.partition("=")
        with tempfile.TemporaryDirectory() as folder, open(path, "rb") as file:
            known = Path(folder, "known")
            done = subprocess.run([options.stems, self.lang, options.vectors, str(known)],
                                  stdin=file, stdout=subprocess.PIPE, check=True)
            self.known.update(known.read_text(encoding="utf-8").split())
        lines = [line.split() for line in done.stdout.decode().split("\n")]
        stems = [stem for line in lines for stem in line]
        numbers = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
        return float(weight or 1), stems, numbers

    def choose(self, streams):
        """The commonest stems; others are taken out of the streams."""
        fewest, most, _ = LIMITS[self.lang]
        counts = Counter()
        for weight, stems, _ in streams:
            for stem, count in Counter(stems).items():
                counts[stem] += weight * count
        chosen = sorted((stem for stem in counts if counts[stem] >= fewest),
                        key=lambda stem: (-counts[stem], stem))[:most]
        if len(chosen) < 2:
            sys.exit(f"There is too little {self.lang} text to train on.")
        self.stems = chosen
        self.index = {stem: i for i, stem in enumerate(chosen)}
        self.counts = np.array([counts[stem] for stem in chosen])

    def surroundings(self, streams):
        """How often two stems stand near each other in a line, the nearer the more."""
        n = len(self.stems)
        total = sparse.csr_matrix((n, n), dtype=np.float32)
        for weight, stems, lines in streams:
            ids = np.array([self.index.get(stem, -1) for stem in stems], dtype=np.int64)
            lines, ids = lines[ids >= 0], ids[ids >= 0]
            for distance in range(1, WINDOW + 1):
                for start in range(0, max(len(ids) - distance, 0), MOST_COUNTED):
                    end = min(start + MOST_COUNTED, len(ids) - distance)
                    a, b = slice(start, end), slice(start + distance, end + distance)
                    near = lines[a] == lines[b]
                    value = np.full(near.sum(), weight * (WINDOW + 1 - distance) / WINDOW,
                                    np.float32)
                    total = total + sparse.csr_matrix((value, (ids[a][near], ids[b][near])),
                                                      shape=(n, n))
        return total + total.T

    def train(self, streams, options):
        """Positive pointwise mutual information, then its largest singular vectors."""
        seen = self.surroundings(streams).tocoo()
        sums = np.asarray(seen.tocsr().sum(1)).ravel()
        contexts = sums ** SMOOTHING / (sums ** SMOOTHING).sum()
        value = np.log(seen.data / (sums[seen.row] * contexts[seen.col]))
        kept = value > 0
        n = len(self.stems)
        information = sparse.csr_matrix(
            (value[kept].astype(np.float32), (seen.row[kept], seen.col[kept])), shape=(n, n))
        wanted = min(MIDDLE if options.pairs else options.dimensions, n - 1)
        left, strength, _ = randomized_svd(information, min(wanted + 32, n), n_iter=3,
                                           random_state=0)
        self.directions = unit((left * np.sqrt(strength))[:, :wanted])

    def write(self, path, dimensions):
        """In the format SNVEC1."""
        fewest = LIMITS[self.lang][2]
        rows = np.zeros((len(self.stems), dimensions))
        rows[:, :self.directions.shape[1]] = self.directions[:, :dimensions]
        kept = [i for i, stem in enumerate(self.stems)
                if self.counts[i] >= fewest and stem in self.known
                and len(stem.encode()) <= 255 and np.abs(rows[i]).max() > 1e-6]
        kept.sort(key=lambda i: self.stems[i].encode())
        if not kept:
            sys.exit(f"There is too little {self.lang} text: no stem is common enough.")
        counts = [max(1, round(self.counts[i])) for i in kept]
        rows = rows[kept]
        whole = np.round(rows / np.abs(rows).max(1, keepdims=True) * 127).astype(np.int8)
        with open(path, "wb") as file:
            file.write(b"SNVEC1\n" + struct.pack("<IIQ", len(kept), dimensions, sum(counts)))
            for i, count in zip(kept, counts):
                stem = self.stems[i].encode()
                file.write(struct.pack("<B", len(stem)) + stem + struct.pack("<I", count))
            file.write(whole.tobytes())
        print(f"{path}: {len(kept)} stems, {dimensions} dimensions")


def stems_of(words, lang, options):
    """The stem of each word, empty for one that says nothing."""
    with tempfile.NamedTemporaryFile() as known:
        done = subprocess.run([options.stems, lang, options.vectors, known.name],
                              input="\n".join(words).encode(), stdout=subprocess.PIPE, check=True)
    lines = [line.split() for line in done.stdout.decode().split("\n")]
    return [line[0] if line else "" for line in lines[:len(words)]]


def read_pairs(danish, english, options):
    """Danish stem → English stems with scores, and the other way round."""
    with open(options.pairs, encoding="utf-8") as file:
        pairs = [line.rstrip("\n").split("\t") for line in file if line.count("\t") == 2]
    english_stems = stems_of([pair[0] for pair in pairs], "en", options)
    danish_stems = stems_of([pair[1] for pair in pairs], "da", options)
    totals = Counter()
    for pair in pairs:
        totals[pair[0]] += float(pair[2])
    to_english, to_danish = defaultdict(Counter), defaultdict(Counter)
    for pair, e, d in zip(pairs, english_stems, danish_stems):
        if e in english.index and d in danish.index:
            score = float(pair[2])
            # An English word of which this is the main translation says most.
            to_english[d][e] += score * (score / totals[pair[0]]) ** 0.5
            to_danish[e][d] += score
    return to_english, to_danish


def counterparts(own, other, pairs):
    """(numbers of own stems, the mean directions of what they are in the other language)"""
    stems = sorted(pairs)
    means = [sum(score * other.directions[other.index[word]]
                 for word, score in sorted(pairs[stem].items())) for stem in stems]
    return np.array([own.index[stem] for stem in stems]), unit(np.array(means))


def correlate(own, numbers, means, dimensions):
    """Canonical correlation: directions on which both languages agree count most."""
    def root(matrix):
        values, vectors = np.linalg.eigh(matrix)
        return vectors @ np.diag(1 / np.sqrt(np.maximum(values, 1e-9))) @ vectors.T

    common = own.counts[numbers] >= FEWEST_SEEN
    if common.sum() < dimensions:
        sys.exit("There are too few pairs of common words to bring both languages together.")
    mine, theirs = own.directions[numbers][common], means[common]
    mine, theirs = mine - mine.mean(0), theirs - theirs.mean(0)
    n = len(mine)
    ridge = [RIDGE / side.shape[1] * np.eye(side.shape[1]) for side in (mine, theirs)]
    a, b = root(mine.T @ mine / n + ridge[0]), root(theirs.T @ theirs / n + ridge[1])
    left, strength, right = np.linalg.svd(a @ (mine.T @ theirs / n) @ b)
    scale = np.sqrt(strength[:dimensions])
    directions = unit(own.directions @ (a @ left[:, :dimensions]) * scale)
    result = directions.copy()
    result[numbers] = unit(directions[numbers]
                           + MIX * unit(means @ (b @ right[:dimensions].T) * scale))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--stems", required=True, help="the program list-stems of the build folder")
    parser.add_argument("--da", nargs="+", default=[])
    parser.add_argument("--en", nargs="+", default=[])
    parser.add_argument("--pairs")
    parser.add_argument("--vectors", default=str(HERE))
    parser.add_argument("--dimensions", type=int, default=80)
    options = parser.parse_args()
    if not options.da and not options.en:
        parser.error("name at least one text, with --da or --en")
    if options.pairs and not (options.da and options.en):
        parser.error("--pairs needs texts in both languages")
    options.out.mkdir(parents=True, exist_ok=True)
    languages = {lang: Language(lang, texts, options)
                 for lang, texts in (("da", options.da), ("en", options.en)) if texts}
    if options.pairs:
        danish, english = languages["da"], languages["en"]
        to_english, to_danish = read_pairs(danish, english, options)
        of_danish = counterparts(danish, english, to_english)
        of_english = counterparts(english, danish, to_danish)
        new = (correlate(danish, *of_danish, options.dimensions),
               correlate(english, *of_english, options.dimensions))
        danish.directions, english.directions = new
    for lang, language in languages.items():
        language.write(options.out / f"{lang}.snv", options.dimensions)


if __name__ == "__main__":
    main()
