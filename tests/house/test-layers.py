"""Who includes whom: the layers and the libraries that only certain rooms may use."""
import re

from house import CORE_LAYERS, PROGRAMS, SOURCE, Tap, project_files, relative, without_comments

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
GENERATED = ("config.h", "trio-core-resources.h", "trio-app-resources.h",
             "trio-help-resources.h")

# header pattern → the places that may include it
LIBRARIES = {
    r"sqlite3\w*\.h": ("src/store/",),
    r"(gtk|gdk|gsk)/.*|adwaita\.h|graphene.*|libadwaita.*": ("src/app/",),
    r"libxml/.*": ("src/document/", "src/exchange/", "src/base/trio-xml"),
}


def includes(path):
    text = without_comments(path.read_text(encoding="utf-8"))
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match.group(1) == '"', match.group(2)


def allowed_layers(layer):
    if layer in PROGRAMS:
        return set(CORE_LAYERS) | {layer}
    return set(CORE_LAYERS[: CORE_LAYERS.index(layer) + 1])


# The tests that look at a file with SQLite's own eyes, and the floor that benchmarks compare with.
SQLITE_TESTS = ("tests/core/fault-disk.", "tests/core/test-store", "tests/core/test-oracle.c", "tests/bench/bench-store")


def sources():
    for path in project_files("*.c", "*.h", below=("src",)):
        yield path, path.relative_to(SOURCE / "src").parts[0]


def wrong_layers():
    for path, layer in sources():
        if layer not in CORE_LAYERS + PROGRAMS:
            yield f"{relative(path)}: “{layer}” is not a layer"
            continue
        for line, own, header in includes(path):
            if not own or header in GENERATED:
                continue
            target = header.split("/")[0]
            if "/" not in header or target not in CORE_LAYERS + PROGRAMS:
                yield f"{relative(path)}:{line}: “{header}” is not written from src"
            elif target not in allowed_layers(layer):
                yield f"{relative(path)}:{line}: {layer} may not use {target} (“{header}”)"


def wrong_libraries():
    for path, _ in sources():
        for line, _, header in includes(path):
            for pattern, places in LIBRARIES.items():
                if re.fullmatch(pattern, header) and not relative(path).startswith(places):
                    yield f"{relative(path)}:{line}: <{header}> belongs to {', '.join(places)} only"


def tests_beside_the_store():
    for path in project_files("*.c", "*.h", below=("tests",)):
        if relative(path).startswith(SQLITE_TESTS):
            continue
        for line, _, header in includes(path):
            if re.fullmatch(r"sqlite3\w*\.h|store/.*-private\.h", header):
                yield f"{relative(path)}:{line}: <{header}> is for the tests of the store only"


def borrowed_private_headers():
    for path, _ in sources():
        for line, own, header in includes(path):
            if own and header.endswith("-private.h") and (SOURCE / "src" / header).parent != path.parent:
                yield f"{relative(path)}:{line}: “{header}” is private to its folder"


tap = Tap()
tap.case("a layer uses only itself and the layers left of it", wrong_layers())
tap.case("SQLite, GTK and libxml2 are used only where they belong", wrong_libraries())
tap.case("only the tests of the store look behind it", tests_beside_the_store())
tap.case("private headers stay in their folder", borrowed_private_headers())
tap.close()
