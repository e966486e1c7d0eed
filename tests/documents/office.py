"""What the checks of office formats share: the samples, what their trees hold, and LibreOffice."""
import json
import os
import random
import re
import subprocess

ELSEWHERE = {"LC_ALL": "da_DK.UTF-8", "LANG": "da_DK.UTF-8", "TZ": "Pacific/Auckland",
             "HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", "LANGUAGE": "da"}
# The deepest level of a list that a format has.
MAX_LEVEL = {".docx": 8, ".odt": 9}
LABELLED = re.compile(r"^ {4,}(\d+[.)]|[a-z]+\)|[^\w\s]) (.*)$")
N_RANDOM = 30


def write(program, form, folder, seeds, **environment):
    """Writes all samples, and a random document for each seed."""
    folder.mkdir()
    subprocess.run([program, form, str(folder)] + seeds, check=True,
                   env={**os.environ, **environment})
    return sorted(folder.glob(f"*.{form}"))


def random_seeds(count=N_RANDOM):
    """The same documents in every run, so that a run says something about a change; others with
    TRIO_FRESH_SEEDS=1 in the environment."""
    source = random.Random() if os.environ.get("TRIO_FRESH_SEEDS") == "1" else random.Random(2026)
    return [str(source.randrange(1 << 32)) for _ in range(count)]


# --- the tree ------------------------------------------------------------------------------------

def expected_blocks(file):
    """What the tree holds, as far as this format can tell it."""
    blocks = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    for block in blocks:
        if block["kind"] == "item":
            block["level"] = min(block["level"], MAX_LEVEL[file.suffix])
        elif block["kind"] == "heading" and block["label"] and not block["live"]:
            block["text"] = f"{block['label']} {block['text']}"
            block["label"] = None
        elif block["kind"] == "toc":
            # An entry is one line, even if its heading has two.
            block["entries"] = [entry.replace("\n", " ") for entry in block["entries"]]
    # Contents without an entry are not worth their title.
    return [block for block in blocks if block["kind"] != "toc" or block["entries"]]


def block_findings(file, found):
    """What a reader has found in a file against what the tree holds."""
    expected = expected_blocks(file)
    if len(expected) != len(found):
        yield f"{file.name}: {len(found)} blocks instead of {len(expected)}"
    for index, (want, have) in enumerate(zip(expected, found)):
        if want != have:
            yield f"{file.name}: block {index} is {str(have)[:300]} instead of {str(want)[:300]}"
            return


def repeat_findings(files, others):
    for file, other in zip(files, others):
        if file.read_bytes() != other.read_bytes():
            yield f"{file.name}: other bytes elsewhere"


# --- LibreOffice ---------------------------------------------------------------------------------

def convert(files, folder, target):
    profile = folder / "profile"
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
         target, "--outdir", str(folder)] + [str(file) for file in files],
        capture_output=True, text=True, check=False, timeout=240)
    return [line for line in (done.stdout + done.stderr).splitlines()
            if re.search(r"error|fail|could not", line, re.IGNORECASE) and "javaldx" not in line]


def squeeze(text):
    """Letters only: line ends, hyphens at line ends and bullets are the reader's own."""
    return re.sub(r"[\W_]", "", text)


def pieces(block):
    if block["kind"] == "table":
        # The text of a table is read cell by cell, whatever the columns look like.
        return [block["caption"] or ""] + block["head"] + [c for row in block["rows"] for c in row]
    if block["kind"] == "toc":
        return [block["text"]] + [re.sub(r"^\d+[.)] ", "", entry) for entry in block["entries"]]
    if block["kind"] == "field":
        return [block["label"], block["text"]]
    return [block.get("caption") or "", block.get("text") or ""]


def text_findings(file, text):
    """Every text of the tree must come in order in what LibreOffice makes of the file."""
    text, at = squeeze(text), 0
    for block in expected_blocks(file):
        for piece in pieces(block):
            found = text.find(squeeze(piece), at)
            if found < 0:
                yield f"{file.name}: LibreOffice does not show “{piece[:60]}” where it belongs"
                return
            at = found + len(squeeze(piece))


def label_findings(file, text):
    """LibreOffice counts itself: its numbers must be those of the tree."""
    found = [(match[1], match[2].strip()) for match in map(LABELLED.match, text.splitlines())
             if match]
    wanted = []
    for block in expected_blocks(file):
        first = (block.get("text") or "").split("\n")[0].strip()
        if block["kind"] == "item":
            wanted.append((block["label"] or "•", first))
        elif block["kind"] == "heading" and block["live"]:
            wanted.append((block["label"], first))
    found = [(label if label[-1] in ".)" else "•", text) for label, text in found]
    if len(found) != len(wanted):
        yield f"{file.name}: LibreOffice shows {len(found)} labels instead of {len(wanted)}"
    for want, have in zip(wanted, found):
        if want != have:
            yield f"{file.name}: LibreOffice shows {have} instead of {want}"
            return


def page_text(pdf):
    """The text of the pages between header and footer."""
    return subprocess.run(
        ["pdftotext", "-layout", "-r", "72", "-x", "0", "-y", "50", "-W", "850", "-H",
         "725" if pdf.stem != "landscape" else "480", str(pdf), "-"],
        capture_output=True, text=True, check=True).stdout


def page_count(pdf):
    info = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True)
    return int(re.search(r"^Pages:\s+(\d+)", info.stdout, re.MULTILINE).group(1))


def office_findings(files, folder):
    yield from convert(files, folder, "txt:Text (encoded):UTF8")
    yield from convert(files, folder, "pdf")
    for file in files:
        plain, pdf = folder / (file.stem + ".txt"), folder / (file.stem + ".pdf")
        if not plain.exists() or not pdf.exists():
            yield f"{file.name}: LibreOffice cannot read it"
            continue
        yield from text_findings(file, plain.read_text(encoding="utf-8-sig"))
        yield from label_findings(file, plain.read_text(encoding="utf-8-sig"))
        # Arabic and emoji come out of a PDF in the order in which they are drawn.
        if file in files and not file.stem.startswith(("hostile", "random-")):
            yield from text_findings(file, page_text(pdf))
    for name in ("notat-da", "notat-en"):
        if page_count(folder / f"{name}.pdf") != 2:
            yield f"{name}: {page_count(folder / f'{name}.pdf')} pages instead of 2"
