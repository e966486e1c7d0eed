"""The C sources look as clang-format 14 makes them."""
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

from house import SOURCE, Tap, output_of, project_files, relative


def badly_formatted(path):
    status, output = output_of("clang-format", "--dry-run", "--Werror", str(path), cwd=SOURCE)
    if status == 0:
        return None
    match = re.search(r":(\d+):\d+: error", output)
    return f"{relative(path)}:{match.group(1) if match else 1}: run ./run format"


tap = Tap()
name = "sources are formatted"
if shutil.which("clang-format") and " 14." in output_of("clang-format", "--version")[1]:
    with ThreadPoolExecutor(2) as pool:
        files = project_files("*.c", "*.h", below=("src", "tests"))
        tap.case(name, [finding for finding in pool.map(badly_formatted, files) if finding])
else:
    tap.skip(name, "clang-format 14 is not here")
tap.close()
