"""fill-metainfo.py INPUT OUTPUT NAME=ADDRESS…: puts web addresses into the metainfo.

An element that needs an address which is empty is left out, and so is a list that is then empty.
"""
import re
import sys

source, target, *pairs = sys.argv[1:]
text = open(source, encoding="utf-8").read()
for name, address in (pair.split("=", 1) for pair in pairs):
    if address:
        if not re.fullmatch(r"https://[^\s<>&\"]+", address):
            sys.exit(f"{name}: “{address}” is no address that begins with https://")
        text = text.replace(f"@{name}@", address.rstrip("/"))
    else:
        for element in ("url", "screenshot"):
            text = re.sub(rf" *<{element}\b(?:(?!</{element}>).)*@{name}@.*?</{element}>\n", "", text,
                          flags=re.DOTALL)
text = re.sub(r" *<screenshots>\s*</screenshots>\n", "", text)
open(target, "w", encoding="utf-8").write(text)
