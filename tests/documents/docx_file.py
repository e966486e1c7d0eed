"""Reads a DOCX for the tests without help of the program: parts, rules, and blocks."""
import posixpath
import zipfile
from collections import Counter

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STORY = ("word/document.xml", "word/header", "word/footer")

PARA_STYLES = {"Body Text": "normal", "Lead Paragraph": "lead", "Small Text": "small",
               "Quote": "quote", "Label Text": "label"}
LISTS = {("decimal", "."): "1.", ("decimal", ")"): "1)", ("lowerLetter", ")"): "a)"}


def w(name):
    return f"{{{W}}}{name}"


def value(element, path, default=None):
    """The w:val of the element at the path."""
    found = element.find("/".join(w(step) for step in path.split("/")))
    return default if found is None else found.get(w("val"))


class DocxFile:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()
            self.infos = archive.infolist()
            self.bytes = {name: archive.read(name) for name in self.names}
        self.parts = {name: etree.fromstring(data) for name, data in self.bytes.items()
                      if name.endswith((".xml", ".rels"))}
        self.styles = {style.get(w("styleId")): style
                       for style in self.parts["word/styles.xml"].iter(w("style"))}
        numbering = self.parts["word/numbering.xml"]
        self.abstracts = {a.get(w("abstractNumId")): a for a in numbering.iter(w("abstractNum"))}
        self.nums = {n.get(w("numId")): n for n in numbering.findall(w("num"))}

    def stories(self):
        return {name: part for name, part in self.parts.items()
                if name.startswith(STORY) and name.endswith(".xml")}

    def style_name(self, paragraph):
        return value(self.styles[value(paragraph, "pPr/pStyle", "Normal")], "name")

    def numbering_of(self, paragraph):
        """(numId, level) of a paragraph, its own or that of its style; None without."""
        properties = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if properties is None:
            style = self.styles[value(paragraph, "pPr/pStyle", "Normal")]
            properties = style.find(f"{w('pPr')}/{w('numPr')}")
        if properties is None:
            return None
        return value(properties, "numId"), int(value(properties, "ilvl", "0"))


# --- rules that the Open XML SDK does not know --------------------------------------------------

def wrong_relationships(docx):
    for name, part in docx.parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        source = posixpath.join(folder, posixpath.basename(name)[:-len(".rels")])
        used = set(docx.parts[source].xpath("//@r:*", namespaces={"r": R})) if source else None
        ids = [rel.get("Id") for rel in part]
        if len(ids) != len(set(ids)):
            yield f"{name}: an id twice"
        for rel in part:
            target = posixpath.normpath(posixpath.join(folder, rel.get("Target")))
            if rel.get("TargetMode") != "External" and target not in docx.bytes:
                yield f"{name}: {target} is missing"
            if rel.get("TargetMode") == "External" and rel.get("Id") not in used:
                yield f"{name}: {rel.get('Id')} is not used"
        for missing in (used or set()) - set(ids):
            yield f"{source}: {missing} has no relationship"


def unreached_parts(docx):
    reached = {"[Content_Types].xml"} | {name for name in docx.names if name.endswith(".rels")}
    for name, part in docx.parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            reached |= {posixpath.normpath(posixpath.join(folder, rel.get("Target")))
                        for rel in part}
    for name in set(docx.names) - reached:
        yield f"{name}: nothing leads to it"


def wrong_types(docx):
    types = docx.parts["[Content_Types].xml"]
    defaults = {e.get("Extension") for e in types.iter(f"{{{TYPES}}}Default")}
    overrides = [e.get("PartName")[1:] for e in types.iter(f"{{{TYPES}}}Override")]
    if docx.names[0] != "[Content_Types].xml":
        yield "[Content_Types].xml is not the first entry"
    if len(docx.names) != len(set(docx.names)):
        yield "a part is there twice"
    for name in overrides:
        if name not in docx.bytes:
            yield f"a type for {name}, which is missing"
    for name in docx.names:
        if name != "[Content_Types].xml" and name not in overrides and (
                name.rsplit(".", 1)[-1] not in defaults - {"xml"}):
            yield f"{name}: no type"


def undefined_ids(docx):
    for name, part in docx.stories().items():
        for tag in ("pStyle", "rStyle", "tblStyle"):
            for element in part.iter(w(tag)):
                if element.get(w("val")) not in docx.styles:
                    yield f"{name}: style {element.get(w('val'))} is not defined"
        for element in part.iter(w("numId")):
            if element.get(w("val")) not in docx.nums:
                yield f"{name}: list {element.get(w('val'))} is not defined"
    for style in docx.styles.values():
        for tag in ("basedOn", "next", "link"):
            target = value(style, tag)
            if target is not None and target not in docx.styles:
                yield f"style {value(style, 'name')}: {tag} {target} is not defined"
    for num in docx.nums.values():
        if value(num, "abstractNumId") not in docx.abstracts:
            yield f"numbering {num.get(w('numId'))} has no abstract numbering"
    for abstract in docx.abstracts.values():
        for element in abstract.iter(w("pStyle")):
            if element.get(w("val")) not in docx.styles:
                yield f"numbering points to {element.get(w('val'))}"
    defaults = Counter(s.get(w("type")) for s in docx.styles.values() if s.get(w("default")) == "1")
    if defaults != {"paragraph": 1, "character": 1, "table": 1, "numbering": 1}:
        yield f"default styles: {defaults}"


def repeated_ids(docx):
    seen = Counter()
    for part in docx.stories().values():
        seen.update("drawing " + e.get("id") for e in part.iter(f"{{{WP}}}docPr"))
        seen.update("bookmark " + e.get(w("id")) for e in part.iter(w("bookmarkStart")))
        seen.update("bookmark name " + e.get(w("name")).lower()
                    for e in part.iter(w("bookmarkStart")))
        names = {e.get(w("name")) for e in part.iter(w("bookmarkStart"))}
        for link in part.iter(w("hyperlink")):
            if link.get(w("anchor")) is not None and link.get(w("anchor")) not in names:
                yield f"a link to {link.get(w('anchor'))}, which is nowhere"
        if [e.get(w("id")) for e in part.iter(w("bookmarkStart"))] != (
                [e.get(w("id")) for e in part.iter(w("bookmarkEnd"))]):
            yield "bookmarks do not begin and end in order"
    yield from (f"{name}: {count} times" for name, count in seen.items() if count > 1)


def wrong_content(docx):
    for name, part in docx.stories().items():
        for cell in part.iter(w("tc")):
            if cell[-1].tag != w("p"):
                yield f"{name}: a cell does not end in a paragraph"
        if part.tag in (w("hdr"), w("ftr")) and part.find(w("p")) is None:
            yield f"{name}: no paragraph"
        for text in part.iter(w("t")):
            if not text.text or any(c in text.text for c in "\n\r\t"):
                yield f"{name}: a run with {text.text!r}"
        for paragraph in part.iter(w("p")):
            in_cell = paragraph.getparent().tag == w("tc")
            if len(paragraph) < 2 and not in_cell and not parts_tables(paragraph):
                yield f"{name}: an empty paragraph"
        kinds = [e.get(w("fldCharType")) for e in part.iter(w("fldChar"))]
        if kinds.count("begin") != kinds.count("end"):
            yield f"{name}: a field does not end"


def parts_tables(paragraph):
    before, after = paragraph.getprevious(), paragraph.getnext()
    return (before is not None and before.tag == w("tbl")
            and after is not None and after.tag == w("tbl"))


def wrong_properties(docx):
    counts = Counter(e.tag for e in docx.parts["docProps/core.xml"])
    yield from (f"core property {tag} {n} times" for tag, n in counts.items() if n > 1)
    names = {etree.QName(tag).localname for tag in counts}
    for name in names - {"title", "creator", "keywords", "language", "created", "modified"}:
        yield f"core property {name}"
    for name in {"title", "language"} - names:
        yield f"no core property {name}"
    for element in docx.parts["docProps/app.xml"]:
        if etree.QName(element).localname not in ("Application", "Company"):
            yield f"app property {element.tag}"
    mode = [e.get(w("val")) for e in docx.parts["word/settings.xml"].iter(w("compatSetting"))
            if e.get(w("name")) == "compatibilityMode"]
    if mode != ["15"]:
        yield f"compatibility mode {mode}"
    if docx.parts["word/settings.xml"].find(w("updateFields")) is not None:
        yield "asks the reader to update fields"


def wrong_encoding(docx):
    for name, data in docx.bytes.items():
        if name in docx.parts and not data.startswith(b'<?xml version="1.0" encoding="UTF-8"'):
            yield f"{name}: no UTF-8 declaration"
    for info in docx.infos:
        if info.extra or info.date_time != docx.infos[0].date_time:
            yield f"{info.filename}: a time or extra field of its own"


RULES = (wrong_relationships, unreached_parts, wrong_types, undefined_ids, repeated_ids,
         wrong_content, wrong_properties, wrong_encoding)


# --- blocks ---------------------------------------------------------------------------------------

def text_of(element):
    """The text with line breaks; a tab only where the program puts one."""
    found = []
    for node in element.iter(w("t"), w("br"), w("tab"), w("drawing"), w("pPr")):
        if node.getparent().tag != w("r"):
            continue
        if node.tag == w("t"):
            found.append(node.text or "")
        elif node.tag == w("br"):
            found.append("\n")
        elif node.tag == w("tab"):
            found.append("\t")
    return "".join(found)


def letters(number):
    """a … z, aa, bb …"""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


class Counters:
    """Counts as Word does: the numbers belong to the abstract numbering; a numbering with an
    override restarts its level when it is first used; a number restarts the levels below it,
    unless they say that they do not."""

    def __init__(self, docx):
        self.docx = docx
        self.now = {}
        self.used = set()

    def label(self, num_id, level):
        num = self.docx.nums[num_id]
        abstract_id = value(num, "abstractNumId")
        levels = {int(e.get(w("ilvl"))): e for e in self.docx.abstracts[abstract_id].iter(w("lvl"))}
        form, pattern = value(levels[level], "numFmt"), value(levels[level], "lvlText")
        if form == "bullet":
            return "bullet", None

        now = self.now.setdefault(abstract_id, {})
        if num_id not in self.used:
            self.used.add(num_id)
            for override in num.iter(w("lvlOverride")):
                now[int(override.get(w("ilvl")))] = int(value(override, "startOverride")) - 1
        now[level] = now.get(level, int(value(levels[level], "start")) - 1) + 1
        for below in range(level + 1, len(levels)):
            if value(levels[below], "lvlRestart") != "0":
                now.pop(below, None)

        number = str(now[level]) if form == "decimal" else letters(now[level])
        mark = pattern.replace(f"%{level + 1}", "")
        return LISTS[(form, mark)], pattern.replace(f"%{level + 1}", number)


def read_table(docx, table):
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    rows = [[" ".join(text_of(p) for p in cell.iter(w("p"))) for cell in row.iter(w("tc"))]
            for row in table.iter(w("tr"))]
    if look.get(w("firstColumn")) == "1":
        return [{"kind": "field", "layout": "table", "label": row[0][:-1], "text": row[1]}
                for row in rows]
    heads = [i for i, row in enumerate(table.iter(w("tr")))
             if row.find(f"{w('trPr')}/{w('tblHeader')}") is not None]
    if (look.get(w("firstRow")) == "1") != bool(heads):
        return [{"kind": "table with a head that is not marked"}]
    return [{"kind": "table", "caption": value(table, "tblPr/tblCaption"),
             "head": rows[0] if heads else [], "rows": rows[len(heads):]}]


def read_heading(docx, paragraph, name, counters):
    numbering = docx.numbering_of(paragraph)
    mark = paragraph.find(w("bookmarkStart"))
    label = counters.label(*numbering)[1] if numbering else None
    return {"kind": "heading", "level": int(name[-1]), "live": numbering is not None,
            "page": paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None,
            "anchor": None if mark is None else mark.get(w("name")),
            "label": label, "text": text_of(paragraph)}


def read_item(docx, paragraph, counters):
    num_id, level = docx.numbering_of(paragraph)
    kind, label = counters.label(num_id, level)
    return {"kind": "item", "level": level, "list": kind, "label": label,
            "text": text_of(paragraph)}


def read_paragraph(docx, paragraph, counters):
    name = docx.style_name(paragraph)
    if name.startswith("heading "):
        return read_heading(docx, paragraph, name, counters)
    if name.startswith("List "):
        return read_item(docx, paragraph, counters)
    if name == "Document Field":
        label, _, text = text_of(paragraph).partition(":\t")
        return {"kind": "field", "layout": "lines", "label": label, "text": text}
    if name == "Figure":
        picture = next(paragraph.iter(f"{{{WP}}}docPr"))
        decorative = any(etree.QName(e).localname == "decorative" for e in picture.iter())
        return {"kind": "figure", "alt": None if decorative else picture.get("descr"),
                "caption": None}
    if name == "Title":
        return {"kind": "title", "text": text_of(paragraph)}
    if name == "caption":
        return {"kind": "caption", "text": text_of(paragraph)}
    return {"kind": "para", "style": PARA_STYLES.get(name, name), "text": text_of(paragraph)}


def read_contents(docx, block):
    entries = [text_of(p) for p in block.iter(w("p")) if docx.style_name(p).startswith("toc ")]
    titles = [text_of(p) for p in block.iter(w("p")) if docx.style_name(p) == "TOC Heading"]
    return {"kind": "toc", "text": titles[0] if titles else None, "entries": entries}


def read_blocks(docx):
    """The document as a list of blocks, in the words of samples-describe.c."""
    counters = Counters(docx)
    blocks = []
    for element in docx.parts["word/document.xml"].find(w("body")):
        if element.tag == w("tbl"):
            table = read_table(docx, element)
            # The caption stands above its table, and below its picture.
            if blocks and blocks[-1]["kind"] == "caption" and table[0]["kind"] == "table":
                caption = blocks.pop()
                if caption["text"].replace("\n", " ") != table[0]["caption"]:
                    table[0]["caption"] = "not the one above the table"
                else:
                    table[0]["caption"] = caption["text"]
            blocks.extend(table)
        elif element.tag == w("sdt"):
            blocks.append(read_contents(docx, element))
        elif element.tag == w("p"):
            if len(element) < 2:
                continue
            block = read_paragraph(docx, element, counters)
            if block["kind"] == "caption" and blocks and blocks[-1]["kind"] == "figure" and (
                    element.getnext() is None or element.getnext().tag != w("tbl")):
                blocks[-1]["caption"] = block["text"]
            else:
                blocks.append(block)
    return blocks
