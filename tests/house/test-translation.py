"""The Danish translation is complete and in step with the sources."""
import importlib.machinery
import importlib.util
import re

from house import SOURCE, Tap

loader = importlib.machinery.SourceFileLoader("refresh", str(SOURCE / "po" / "refresh"))
refresh = importlib.util.module_from_spec(importlib.util.spec_from_loader("refresh", loader))
loader.exec_module(refresh)



def strings(lines):
    """What msgid and msgstr lines say, without mnemonics."""
    return {"".join(re.findall(r'"(.*)"', found)).replace("_", "") for found in lines}


def help_findings(language, words):
    """The help calls nothing by another name than the window does."""
    for path in sorted((SOURCE / "data" / "help" / language).glob("*.page")):
        for name in re.findall("<gui>(.*?)</gui>", path.read_text(encoding="utf-8"), re.DOTALL):
            if " ".join(name.split()) not in words:
                yield f"{path.relative_to(SOURCE)}: the window has no “{' '.join(name.split())}”"


CATALOGUE = (SOURCE / "po" / "da.po").read_text(encoding="utf-8")
ENTRY = r'^{}(?:\[\d\])? ((?:".*"\n)+)'

tap = Tap()
for rule, found in refresh.findings():
    tap.case(rule, found)
for language, field in (("en", "msgid(?:_plural)?"), ("da", "msgstr")):
    words = strings(re.findall(ENTRY.format(field), CATALOGUE, re.MULTILINE))
    tap.case(f"the help uses the words of the window: {language}",
             list(help_findings(language, words)))
tap.close()
