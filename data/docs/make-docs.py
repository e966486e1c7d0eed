#!/usr/bin/env python3
"""make-docs.py SOURCE OUTPUT [--check]: the reference of libtrio, from the docstrings of the sources.

Writes HTML into OUTPUT/html, one chapter a layer. What gtk-doc complains about (a parameter that is
not described, one that does not exist) is printed and makes this fail; --check stops after that.
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

SOURCE, OUTPUT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
CHECK = "--check" in sys.argv[3:]
MODULE = "trio"
LAYERS = {
    "base": "The ground: errors, text, files",
    "model": "The workshop: objects, changes, steps, undo",
    "store": "The file",
    "text": "Language: words, stems, dictionaries",
    "clustering": "Clusters, near-duplicates, topics, drafts",
    "document": "Documents: templates, checks, formats",
    "exchange": "Import, theme sets, files for stations",
    "canvas": "The board without its widgets",
}
HEAD = re.compile(r"\A/\* [\w.-]+: (.*?)\*/", re.DOTALL)
DOCBOOK = """<?xml version="1.0"?>
<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.3//EN"
  "http://www.oasis-open.org/docbook/xml/4.3/docbookx.dtd">
<book xmlns:xi="http://www.w3.org/2003/XInclude">
<bookinfo><title>libtrio</title><releaseinfo>Version {version}</releaseinfo></bookinfo>
<preface><title>About libtrio</title>
<para>Everything in TRIO Stations that needs no display: the workshop and its file, language, clusters,
documents, import. A layer uses only those before it. src/DESIGN.md tells how they work together,
CONTRIBUTING.md how to change them.</para></preface>
{chapters}
<index id="api-index-full"><title>Index</title><xi:include href="xml/api-index-full.xml"><xi:fallback/></xi:include></index>
</book>
"""


def run(*command):
    done = subprocess.run(list(map(str, command)), cwd=OUTPUT, text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stdout.strip()}")
    return done.stdout


def headers(layer):
    return [path for path in sorted((SOURCE / "src" / layer).rglob("*.h"))
            if not path.name.endswith("-private.h")]


def head_of(header):
    """The role of a file as it says itself at its head: the first sentence, and the rest."""
    text = re.sub(r"\n \* ?", "\n", HEAD.match(header.read_text("utf-8")).group(1)).strip()
    first, _, rest = text.partition("\n\n")
    return " ".join(first.split()), rest.strip()


def write_sections():
    """What gtk-doc calls sections are our headers; their heads become the introductions."""
    folder = OUTPUT / "sections"
    folder.mkdir()
    for layer in LAYERS:
        for header in headers(layer):
            short, rest = head_of(header)
            lines = [f"SECTION:{header.stem}", f"@title: {header.stem}",
                     f"@short_description: {short.rstrip('.')}", f"@include: {layer}/{header.name}", "",
                     *(rest or short).splitlines()]
            (folder / f"{header.stem}.c").write_text(
                "/**\n" + "".join(f" * {line}".rstrip() + "\n" for line in lines) + " */\n", "utf-8")


def copy_sources():
    """gtkdoc-scan does not see a structure whose brace stands on a line of its own."""
    for layer in LAYERS:
        for path in (SOURCE / "src" / layer).rglob("*.[ch]"):
            copy = OUTPUT / path.relative_to(SOURCE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text("utf-8")
            copy.write_text(re.sub(r"^typedef (struct|union)\n\{$", r"typedef \1 {\n", text,
                                   flags=re.MULTILINE), "utf-8")


def keep_own_symbols():
    """gtkdoc-scan takes members that are pointers to functions for functions."""
    for name in (f"{MODULE}-sections.txt", f"{MODULE}-decl-list.txt"):
        path = OUTPUT / name
        lines = path.read_text("utf-8").splitlines()
        path.write_text("".join(f"{line}\n" for line in lines
                                if not re.match(r"[a-z]", line) or line.startswith("trio_")), "utf-8")


def write_book():
    version = re.search(r"^  version: '(.*)'", (SOURCE / "meson.build").read_text("utf-8"),
                        re.MULTILINE).group(1)
    chapters = ""
    for layer, title in LAYERS.items():
        chapters += f"<chapter><title>{layer} – {escape(title)}</title>\n"
        for header in headers(layer):
            if (OUTPUT / "xml" / f"{header.stem}.xml").is_file():
                chapters += f'<xi:include href="xml/{header.stem}.xml"/>\n'
        chapters += "</chapter>\n"
    (OUTPUT / f"{MODULE}-docs.xml").write_text(DOCBOOK.format(version=version, chapters=chapters),
                                               "utf-8")


def complaints(text):
    return [line.replace(f"{OUTPUT}/", "") for line in text.splitlines()
            if re.search(r"\b(warning|error)\b", line, re.IGNORECASE) and "-unused.txt" not in line]


def write_entities():
    (OUTPUT / "xml" / "gtkdocentities.ent").write_text(
        '<!ENTITY package "trio-stations">\n<!ENTITY package_name "TRIO Stations">\n', "utf-8")


def main():
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir(parents=True)
    write_sections()
    copy_sources()
    layers = [f"--source-dir={OUTPUT / 'src' / layer}" for layer in LAYERS]
    private = " ".join(path.name for path in (SOURCE / "src").rglob("*-private.h"))
    run("gtkdoc-scan", f"--module={MODULE}", *layers, f"--ignore-headers={private}",
        "--rebuild-sections", "--output-dir=.")
    keep_own_symbols()
    said = run("gtkdoc-mkdb", f"--module={MODULE}", *layers, "--source-dir=sections",
               f"--ignore-files={private}", "--output-format=xml", "--output-dir=xml", "--xml-mode")
    found = complaints(said)
    if not found and not CHECK:
        write_book()
        write_entities()
        (OUTPUT / "html").mkdir()
        said = run("sh", "-c", f"cd html && gtkdoc-mkhtml {MODULE} ../{MODULE}-docs.xml")
        found = complaints(said)
        # The books of GLib need not be here, so what it says about links is no complaint.
        run("gtkdoc-fixxref", f"--module={MODULE}", "--module-dir=html")
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
