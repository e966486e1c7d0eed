"""What every source file keeps to: length, file head, documentation, words."""
import re

from house import Tap, project_files, relative, without_comments

LIMIT = 500
HEAD = re.compile(r"\A/\* (?P<name>[\w.-]+): ")
DECLARATION = re.compile(r"^(?!static|typedef|#)[\w \t*]*?\b(trio_[a-z0-9_]+) \(", re.MULTILINE)
WORDS = ("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")
FORBIDDEN = re.compile(rf"(?<!\w)({'|'.join(WORDS)})(?!\w)")


def text_of(path):
    return path.read_text(encoding="utf-8")


def too_long():
    for path in project_files("*.c"):
        lines = text_of(path).count("\n")
        if lines > LIMIT:
            yield f"{relative(path)}: {lines} lines, at most {LIMIT} are allowed"


def headless():
    for path in project_files("*.c", "*.h", below=("src", "tests")):
        match = HEAD.match(text_of(path))
        if not match or match.group("name") != path.name:
            yield f"{relative(path)}: begins without “/* {path.name}: …”, the role of the file"


def undocumented():
    documented = {}
    for path in project_files("*.c", below=("src",)):
        names = re.findall(r"^/\*\*\n \* (trio_[a-z0-9_]+):", text_of(path), re.MULTILINE)
        documented.setdefault(path.parent, set()).update(names)
    for path in project_files("*.h", below=("src",)):
        if path.name.endswith("-private.h"):
            continue
        for name in DECLARATION.findall(without_comments(text_of(path))):
            if name not in documented.get(path.parent, ()) and not name.endswith("_get_type"):
                yield f"{relative(path)}: {name}() has no docstring in its .c file"


def unguarded():
    for path in project_files("*.h", below=("src", "tests")):
        if "#pragma once" not in text_of(path):
            yield f"{relative(path)}: has no “#pragma once”"


def forbidden_words():
    patterns = ("*.c", "*.h", "*.py", "*.ui", "*.xml", "*.in", "*.css", "*.sql", "meson.build")
    for path in project_files(*patterns):
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if FORBIDDEN.search(line):
                yield f"{relative(path)}:{number}: leave no notes to self: {line.strip()}"


def untidy():
    for path in project_files("*.c", "*.h", "*.py", "*.ui", "meson.build"):
        text = text_of(path)
        if "\t" in text or "\r" in text or re.search(r"[ \t]+$", text, re.MULTILINE):
            yield f"{relative(path)}: tabs, carriage returns or blanks at the end of a line"
        elif text and not text.endswith("\n"):
            yield f"{relative(path)}: the last line has no end"


tap = Tap()
tap.case(f"no .c file is longer than {LIMIT} lines", too_long())
tap.case("every file says its role at its head", headless())
tap.case("every public function is documented", undocumented())
tap.case("every header is guarded", unguarded())
tap.case("no notes to self are left", forbidden_words())
tap.case("white space is tidy", untidy())
tap.close()
