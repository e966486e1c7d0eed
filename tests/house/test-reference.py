"""The reference of libtrio can be made of the docstrings: every parameter is described, none is made up."""
import shutil
import sys
import tempfile
from pathlib import Path

from house import SOURCE, Tap, output_of


def complaints():
    with tempfile.TemporaryDirectory() as folder:
        status, output = output_of(sys.executable, str(SOURCE / "data" / "docs" / "make-docs.py"),
                                   str(SOURCE), str(Path(folder) / "reference"), "--check")
    return output.splitlines() or ([f"make-docs.py ended with {status}"] if status else [])


tap = Tap()
name = "gtk-doc has nothing to complain about"
if shutil.which("gtkdoc-mkdb"):
    tap.case(name, complaints())
else:
    tap.skip(name, "gtk-doc-tools are not here")
tap.close()
