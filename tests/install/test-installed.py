"""What is installed behaves like what was built: found, opened, helped with and in two languages.

Runs below tests/with-display. TRIO_INSTALLED_PREFIX is where the programs were installed: a folder
that tests/install/with-installed has made, or /usr once a package was installed.
"""
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "journeys"))
import journey  # noqa: E402

PREFIX = Path(os.environ["TRIO_INSTALLED_PREFIX"])
SHARE = PREFIX / "share"
APP = "dk.trio.Stations"
TYPE = "application/vnd.dk.trio.stations"
WINDOW = PREFIX / "bin" / "trio-stations"
journey.TOOL = PREFIX / "bin" / "trio"


def said(*command, **environment):
    done = subprocess.run(list(map(str, command)), text=True, check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, env={**os.environ, **environment})
    assert done.returncode == 0, f"{command}: {done.stdout}"
    return done.stdout


class Started:
    """A program that somebody else has started, such as the session bus."""

    def __init__(self, program):
        self.pid = journey_wait(lambda: self.find(program), f"{program} to be started")

    @staticmethod
    def find(program):
        display = f"DISPLAY={os.environ['DISPLAY']}\0".encode()
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if (folder / "exe").samefile(program) and \
                        display in (folder / "environ").read_bytes():
                    return int(folder.name)
            except OSError:  # it has just ended, or is not ours
                continue
        return None

    def poll(self):
        try:
            state = Path(f"/proc/{self.pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0]
        except OSError:
            return 0
        return 0 if state == "Z" else None

    def terminate(self):
        os.kill(self.pid, 15)

    def kill(self):
        os.kill(self.pid, 9)

    def wait(self, patience=journey.PATIENCE):
        journey_wait(lambda: self.poll() is not None, "the program to end", patience)


class OpenedWindow(journey.Program):
    """A window that was not started from here."""

    def __init__(self):  # pylint: disable=super-init-not-called
        self.process = Started(WINDOW)
        self.application = self.wait(self._find_application, "the program on the accessibility bus")
        self.wait(self._focus_window, "the window")


def journey_wait(condition, what, patience=journey.PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {patience} s for {what}")


def test_the_command_line_makes_a_note(folder):
    day, notat = folder / "day.trio", folder / "notat.docx"
    lines = folder / "inputs.txt"
    lines.write_text("Mere tid til oplæring\nFærre møder\n", "utf-8")
    journey.trio("new", day, "--from", "fremtidens-arbejdsfaellesskaber", "--title", "Dagen")
    journey.trio("set", day, "start=2026-11-22")
    journey.trio("import", day, lines, "--station", "1")
    assert "Mere tid til oplæring" in journey.trio("list", day)
    for ending in ("docx", "odt", "pdf", "html", "txt"):
        journey.trio("export", day, "-o", notat.with_suffix(f".{ending}"))
        assert notat.with_suffix(f".{ending}").stat().st_size > 500, ending
    assert journey.trio("--version").startswith("trio ")
    assert said(WINDOW, "--version").split()[-1] == journey.trio("--version").split()[-1]


def test_data_is_found_where_it_was_installed(folder):
    del folder
    for lang in ("da", "en"):
        sample = SHARE / "trio-stations" / "samples" / f"trio-sample-{lang}.trio"
        language = json.loads(journey.trio("info", sample, "--json"))["language"]
        assert Path(language["vectors"]) == SHARE / "trio-stations" / "vectors" / f"{lang}.snv", language
        assert language["vector_stems"] > 1000 and language["concepts"] > 0, language
    assert len(journey.trio("templates").splitlines()) >= 14
    assert len(journey.trio("sets").splitlines()) >= 4
    assert said("gsettings", "get", APP, "mode").strip() == "'edit'"
    assert said("gsettings", "get", APP, "export-formats").strip() == "['docx', 'pdf']"


def test_both_programs_speak_danish_and_english(folder):
    del folder
    for language, word, about in (("da", "Brug:", "Vis versionen"), ("en", "Usage:", "Print the version")):
        assert word in said(journey.TOOL, "--help", LANGUAGE=language)
        assert about in said(WINDOW, "--help", LANGUAGE=language)


def test_the_desktop_knows_the_file_type_and_its_icon(folder):
    day = folder / "day.trio"
    journey.trio("new", day)
    facts = said("gio", "info", "-a", "standard::content-type,standard::icon", day)
    assert f"standard::content-type: {TYPE}" in facts, facts
    assert "application-vnd.dk.trio.stations" in facts, facts
    day.rename(folder / "without-ending")
    assert TYPE in said("gio", "info", "-a", "standard::content-type", folder / "without-ending")
    assert f"{APP}.desktop" in said("gio", "mime", TYPE)
    for name in ("scalable/apps/dk.trio.Stations.svg", "symbolic/apps/dk.trio.Stations-symbolic.svg",
                 "scalable/mimetypes/application-vnd.dk.trio.stations.svg"):
        assert (SHARE / "icons" / "hicolor" / name).is_file(), name
    assert (SHARE / "metainfo" / f"{APP}.metainfo.xml").is_file()


def test_a_file_opens_by_its_type(folder):
    day = folder / "day.trio"
    journey.trio("new", day, "--from", "future-work-communities", "--title", "Opened by its type")
    subprocess.run(["gio", "open", str(day)], check=True)
    with OpenedWindow() as window:
        window.expect("frame", "Opened by its type")
        window.wait(window.focused, "something to have the focus")
        window.key("F1")
        window.expect("heading", "Group on the board or in the list")


def read_help(language, title, heading, query, found):
    """F1, a search for a page with a picture, and its first line."""
    with journey.Program(command=WINDOW, language=language) as window:
        window.wait(window.focused, "something to have the focus")
        window.key("F1")
        frame = window.expect("frame", title)
        window.expect("heading", heading, below=frame)
        window.wait(window._focus_window, "the help in front")  # pylint: disable=protected-access
        window.type(query)
        window.key("Return")
        window.expect("heading", found, below=frame)
        picture = window.expect("image", below=frame)
        assert len(picture.get_description()) > 20, "the picture is not described"


def test_f1_opens_the_help_in_danish(folder):
    del folder
    read_help("da", "Hjælp", "En dag i fem trin", "skyderen", "Forslag til klynger")


def test_f1_opens_the_help_in_english(folder):
    del folder
    read_help("en", "Help", "A day in five steps", "slider", "Proposals for clusters")


def test_manual_pages_are_installed(folder):
    del folder
    for name in ("trio.1", "trio-stations.1"):
        assert list((SHARE / "man" / "man1").glob(f"{name}*")), name


journey.main(test_the_command_line_makes_a_note, test_data_is_found_where_it_was_installed,
             test_both_programs_speak_danish_and_english,
             test_the_desktop_knows_the_file_type_and_its_icon, test_a_file_opens_by_its_type,
             test_f1_opens_the_help_in_danish, test_f1_opens_the_help_in_english,
             test_manual_pages_are_installed)
