"""The data files follow their schemas and standards, as tools that are not ours see it."""
import re

from house import BUILD, SOURCE, Tap, output_of

DATA = SOURCE / "data"
# folder of documents → their RELAX NG schema
SCHEMAS = {"concepts": "concepts.rng", "sample": "sample.rng", "sets": "theme-set.rng",
           "templates": "template.rng"}
EMBEDDED_FOLDERS = ("concepts", "schema", "schemas", "sets", "templates")
EMBEDDED = re.compile(r"<file(?: [^>]*)?>([^<]+)</file>")


def embedded():
    return EMBEDDED.findall((DATA / "core.gresource.xml").read_text(encoding="utf-8"))


def badly_embedded():
    names = embedded()
    for name in names:
        if not (DATA / name).is_file():
            yield f"data/core.gresource.xml: {name} does not exist"
    for folder in EMBEDDED_FOLDERS:
        for path in (DATA / folder).rglob("*.*"):
            name = str(path.relative_to(DATA))
            if path.suffix in (".xml", ".rng", ".sql") and name not in names:
                yield f"data/core.gresource.xml: {name} is missing"


def against_schema(folder, schema):
    for path in sorted((DATA / folder).rglob("*.xml")):
        status, output = output_of("xmllint", "--noout", "--nonet", "--relaxng",
                                   str(DATA / "schemas" / schema), str(path))
        if status != 0:
            yield output.strip()


def accepted_by(*command):
    status, output = output_of(*command)
    return [] if status == 0 else [output.strip() or f"{command[0]} ended with {status}"]


tap = Tap()
tap.case("every schema, set and template is embedded", badly_embedded())
for folder, schema in SCHEMAS.items():
    if (DATA / folder).is_dir():
        tap.case(f"data/{folder} follows {schema}", against_schema(folder, schema))
if list(DATA.glob("*.gschema.xml")):
    tap.case("the settings schema is strict",
             accepted_by("glib-compile-schemas", "--strict", "--dry-run", str(DATA)))
for path in sorted((BUILD / "data").glob("*.desktop")):
    tap.case(f"{path.name} follows the desktop entry specification",
             accepted_by("desktop-file-validate", str(path)))
for path in sorted((BUILD / "data").glob("*.metainfo.xml")):
    tap.case(f"{path.name} follows AppStream",
             accepted_by("appstreamcli", "validate", "--no-net", str(path)))
tap.close()
