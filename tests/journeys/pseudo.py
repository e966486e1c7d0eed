"""A language that nobody speaks: every string accented, longer and in brackets.

Made at test time from the source strings in da.po, which another test keeps complete; what is shown without brackets was never
given to gettext, and what does not fit would not fit in a long language either.
"""
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
LANGUAGE = "en_XA"
LETTERS = str.maketrans("aceginorsuyzACEGINORSUYZ", "âçéğîñöŕšüýžÂÇÉĞÎÑÖŔŠÜÝŽ")
# What must reach the program unchanged: printf and strftime formats, tags and entities.
KEPT = re.compile(r"%(?:\d+\$)?[-+ #0'I]*\d*(?:\.\d+)?(?:l|ll|h|z)?[a-zA-Z%]|<[^>]+>|&\w+;|\n|_")
FILLING = " long word and more of them until it is enough for everybody who writes at length"


def pseudo(text):
    """⟦Ŵöŕdš⟧ that are two fifths longer than the words."""
    if text.endswith("\n") or text.startswith("\n"):
        inner = text.strip("\n")
        return text.replace(inner, pseudo(inner)) if inner else text
    out, last = [], 0
    for match in KEPT.finditer(text):
        out += [text[last:match.start()].translate(LETTERS), match.group(0)]
        last = match.end()
    out.append(text[last:].translate(LETTERS))
    more = max(1, round(len(text) * 0.4) - 2)
    filling = (FILLING * (1 + more // len(FILLING)))[:more]
    if len(text) < 12:
        filling = filling.replace(" ", "·")
    return "⟦" + "".join(out) + filling.translate(LETTERS) + "⟧"


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") \
        .replace("\t", "\\t") + '"'


def unquote(lines):
    return "".join(re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]),
                          line.strip()[1:-1]) for line in lines)


def write_catalogue(folder):
    """Makes folder/en_XA/LC_MESSAGES/trio-stations.mo from the Danish catalogue's source strings."""
    source = (SOURCE / "po" / "da.po").read_text(encoding="utf-8")
    out = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\n'
           'Plural-Forms: nplurals=2; plural=(n != 1);\\n"', ""]
    for entry in source.split("\n\n")[1:]:
        fields, current = {}, None
        for line in entry.splitlines():
            found = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$', line)
            if found:
                current = fields.setdefault(found[1], [])
                current.append(found[2])
            elif line.startswith('"') and current is not None:
                current.append(line)
        if "msgid" not in fields:
            continue
        words = {name: unquote(lines) for name, lines in fields.items()}
        if "msgctxt" in words:
            out.append("msgctxt " + quote(words["msgctxt"]))
        out.append("msgid " + quote(words["msgid"]))
        if "msgid_plural" in words:
            out += ["msgid_plural " + quote(words["msgid_plural"]),
                    "msgstr[0] " + quote(pseudo(words["msgid"])),
                    "msgstr[1] " + quote(pseudo(words["msgid_plural"]))]
        else:
            out.append("msgstr " + quote(pseudo(words["msgid"])))
        out.append("")
    catalogue = Path(folder) / "pseudo.po"
    catalogue.write_text("\n".join(out), encoding="utf-8")
    target = Path(folder) / LANGUAGE / "LC_MESSAGES"
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["msgfmt", "-o", target / "trio-stations.mo", catalogue], check=True)


if __name__ == "__main__":
    write_catalogue(sys.argv[1] if len(sys.argv) > 1 else ".")
