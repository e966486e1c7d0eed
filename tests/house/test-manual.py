"""The manual pages are well-formed, and tell of exactly the commands and options that there are."""
import os
import re
import shutil
from pathlib import Path

from house import BUILD, SOURCE, Tap, output_of

MANUAL = SOURCE / "data" / "man"
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "GDK_BACKEND": "x11"}
OPTION = re.compile(r"^  (?:-(\w), )?--([\w-]+)", re.MULTILINE)
# Told once for all commands, and what every program of its kind has.
COMMON = {"help", "help-all", "help-gapplication"}


def help_of(*command):
    status, text = output_of(*map(str, command), "--help", env=ENVIRONMENT)
    assert status == 0, text
    return text


def options_of(*command):
    """The options that the program says it has, such as "s station"."""
    return {f"{short} {name}".strip() for short, name in OPTION.findall(help_of(*command))
            if name not in COMMON}


def described(text):
    """The options that a part of a manual page describes."""
    found = set()
    for line in re.findall(r"^\.It Fl (.*)$", text, re.MULTILINE):
        short = re.match(r"(\w) , Fl ", line)
        name = re.search(r"(?:^| )-([\w-]+)", line)
        if name and name.group(1) not in COMMON:
            found.add(f"{short.group(1) if short else ''} {name.group(1)}".strip())
    return found


def differences(place, real, told):
    yield from (f"{place}: “{name}” is not described" for name in sorted(real - told))
    yield from (f"{place}: “{name}” does not exist" for name in sorted(told - real))


def trio_differs():
    tool = BUILD / "src" / "cli" / "trio"
    page = (MANUAL / "trio.1").read_text("utf-8")
    commands = set(re.findall(r"^  ([a-z][a-z-]*)  *\S", help_of(tool).split("Commands:")[1],
                              re.MULTILINE))
    part = re.search(r"^\.Sh COMMANDS\n(.*?)^\.Sh ", page, re.MULTILINE | re.DOTALL).group(1)
    sections = dict(re.findall(r"^\.Ss (\S+)\n(.*?)(?=^\.Ss |\Z)", part, re.MULTILINE | re.DOTALL))
    yield from differences("data/man/trio.1", commands, set(sections))
    for name in sorted(commands & set(sections)):
        yield from differences(f"data/man/trio.1, {name}", options_of(tool, name),
                               described(sections[name]))


def window_differs():
    page = (MANUAL / "trio-stations.1").read_text("utf-8")
    yield from differences("data/man/trio-stations.1",
                           options_of(BUILD / "src" / "app" / "trio-stations"), described(page))


def badly_written(page):
    # Where the other page is not installed, it is not found, which says nothing about this one.
    _, output = output_of("mandoc", "-T", "lint", str(page))
    yield from (line for line in output.splitlines() if "referenced manual not found" not in line)


def badly_set(page):
    _, output = output_of("groff", "-mdoc", "-Tutf8", "-ww", "-z", "-K", "utf8", str(page))
    yield from output.splitlines()


tap = Tap()
tap.case("every command and option of trio is in its manual page, and no other", trio_differs())
tap.case("every option of trio-stations is in its manual page, and no other", window_differs())
for page in sorted(MANUAL.glob("*.1")):
    for tool, check in (("mandoc", badly_written), ("groff", badly_set)):
        if shutil.which(tool):
            tap.case(f"{page.name} pleases {tool}", check(Path(page)))
        else:
            tap.skip(f"{page.name} pleases {tool}", f"{tool} is not here")
tap.close()
