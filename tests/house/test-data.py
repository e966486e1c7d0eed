"""The data files follow their schemas and standards, as tools that are not ours see it."""
import re
import shutil
import sys
import tempfile
from pathlib import Path

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


def metainfo_with(address):
    """The metainfo of a distributor who has web pages, or has none."""
    with tempfile.TemporaryDirectory() as folder:
        filled = Path(folder) / "dk.trio.Stations.metainfo.xml"
        yield from accepted_by(sys.executable, str(DATA / "fill-metainfo.py"),
                               str(DATA / "dk.trio.Stations.metainfo.xml.in"), str(filled),
                               f"homepage_url={address}", f"screenshot_base_url={address}")
        yield from accepted_by("appstreamcli", "validate", "--no-net", str(filled))
        pictures = re.findall(rf"<image>{re.escape(address)}/(.*?)</image>", filled.read_text("utf-8"))
        if bool(pictures) != bool(address):
            yield f"there are {len(pictures)} pictures with the address “{address}”"
        yield from (f"data/help/{picture} does not exist" for picture in pictures
                    if not (DATA / "help" / picture).is_file())


def mime_type_refused():
    """What the system's own data base says about the file type."""
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder) / "packages"
        packages.mkdir()
        shutil.copy(DATA / "dk.trio.Stations.mime.xml", packages / "dk.trio.Stations.xml")
        status, output = output_of("update-mime-database", folder)
        if status != 0 or "rror" in output:
            yield output.strip()
            return
        known = (Path(folder) / "globs2").read_text("utf-8")
        if ":application/vnd.dk.trio.stations:*.trio" not in known:
            yield f"the type does not own *.trio: {known}"


def icons_refused():
    """Icons are well-formed, square, and there is one for each name that is asked for."""
    for name in ("scalable/apps/dk.trio.Stations", "symbolic/apps/dk.trio.Stations-symbolic",
                 "scalable/mimetypes/application-vnd.dk.trio.stations"):
        path = DATA / "icons" / "hicolor" / f"{name}.svg"
        yield from accepted_by("xmllint", "--noout", "--nonet", str(path))
        head = re.search(r"<svg\b[^>]*>", path.read_text("utf-8"), re.DOTALL).group(0)
        size = re.search(r'viewBox="0 0 (\S+) (\S+)"', head)
        if not size or size.group(1) != size.group(2):
            yield f"{path.name}: is not square"


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
for address in ("", "https://example.org/help"):
    tap.case(f"the metainfo is right {'with an' if address else 'without an'} address",
             metainfo_with(address))
tap.case("the file type is understood", mime_type_refused())
tap.case("the icons can be shown", icons_refused())
tap.close()
