"""The core and the command line tool are free of GTK."""
import re

from house import BUILD, Tap, output_of

# GdkPixbuf only reads pictures and stands on GLib alone.
INTERFACE = re.compile(r"\b(gtk|gdk(?!_pixbuf)|gsk|adw|graphene)_\w+")


def interface_symbols(library):
    status, output = output_of("nm", "--undefined-only", str(library))
    if status != 0:
        return [output.strip()]
    return sorted({f"{library.name} uses {match.group(0)}" for match in INTERFACE.finditer(output)})


def interface_libraries(program):
    status, output = output_of("ldd", str(program))
    if status != 0:
        return [output.strip()]
    return [line.strip() for line in output.splitlines() if re.search(r"lib(gtk|adwaita|gdk[-_](?!pixbuf))", line)]


tap = Tap()
tap.case("libtrio uses no symbol of GTK", interface_symbols(BUILD / "src" / "libtrio.a"))
tool = BUILD / "src" / "cli" / "trio"
if tool.exists():
    tap.case("trio links no GTK", interface_libraries(tool))
tap.close()
