"""Reads an ODT for the tests without help of the program: parts, rules, and blocks."""
import re
import zipfile
from collections import Counter

from lxml import etree

NAMES = {prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for prefix, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
    ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    ("manifest", "manifest"), ("config", "config"))}
NAMES.update(xlink="http://www.w3.org/1999/xlink", dc="http://purl.org/dc/elements/1.1/",
             xml="http://www.w3.org/XML/1998/namespace")
MIME_TYPE = "application/vnd.oasis.opendocument.text"
PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml")

PARA_STYLES = {"Text body": "normal", "Lead Paragraph": "lead", "Small Text": "small",
               "Quotations": "quote", "Label Text": "label"}
LISTS = {("1", "."): "1.", ("1", ")"): "1)", ("a", ")"): "a)"}

# Which attribute names a style of which family.
STYLE_ATTRIBUTES = {
    "text:p": "paragraph", "text:h": "paragraph", "text:span": "text", "text:a": "text",
    "text:section": "section", "text:table-of-content": "section", "text:index-title": "section",
    "table:table": "table", "table:table-column": "table-column", "table:table-row": "table-row",
    "table:table-cell": "table-cell", "draw:frame": "graphic",
    "text:table-of-content-entry-template": "paragraph", "text:index-title-template": "paragraph"}


def q(name):
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def short(element):
    """The name of an element with the usual prefix."""
    name = etree.QName(element)
    prefix = next((p for p, uri in NAMES.items() if uri == name.namespace), "?")
    return f"{prefix}:{name.localname}"


class OdtFile:
    def __init__(self, path):
        self.raw = path.read_bytes()
        with zipfile.ZipFile(path) as archive:
            self.infos = archive.infolist()
            self.names = archive.namelist()
            self.bytes = {name: archive.read(name) for name in self.names}
        self.parts = {name: etree.fromstring(data) for name, data in self.bytes.items()
                      if name.endswith(".xml")}
        self.styles = {}
        self.list_styles = {}
        for part in ("content.xml", "styles.xml"):
            for style in self.parts[part].iter(q("style:style")):
                self.styles.setdefault(part, {})[
                    style.get(q("style:family")), style.get(q("style:name"))] = style
            self.styles.setdefault(part, {})
            self.list_styles.update((style.get(q("style:name")), style)
                                    for style in self.parts[part].iter(q("text:list-style")))
        # The content may use what styles.xml names, but not its automatic styles.
        for style in self.parts["styles.xml"].find(q("office:styles")).iter(q("style:style")):
            key = style.get(q("style:family")), style.get(q("style:name"))
            self.styles["content.xml"].setdefault(key, style)

    def style_of(self, element):
        return self.styles["content.xml"].get(
            ("paragraph", element.get(q("text:style-name"))))

    def named_style(self, element):
        """The name, as people see it, of the named style of a paragraph."""
        style = self.style_of(element)
        if style is None:
            return ""
        if style.getparent().tag == q("office:automatic-styles"):
            parent = style.get(q("style:parent-style-name"))
            style = self.styles["content.xml"]["paragraph", parent]
        return style.get(q("style:display-name")) or style.get(q("style:name"))

    def starts_page(self, element):
        style = self.style_of(element)
        properties = style.find(q("style:paragraph-properties"))
        return properties is not None and properties.get(q("fo:break-before")) == "page"


# --- rules that the schema does not know ---------------------------------------------------------

def wrong_package(odt):
    if odt.raw[30:38] != b"mimetype" or odt.raw[38:38 + len(MIME_TYPE)] != MIME_TYPE.encode():
        yield "the type does not stand at byte 30"
    if odt.bytes["mimetype"] != MIME_TYPE.encode():
        yield "the type has something behind it"
    if odt.infos[0].compress_type != zipfile.ZIP_STORED:
        yield "the type is compressed"
    if len(odt.names) != len(set(odt.names)):
        yield "a part is there twice"
    for info in odt.infos:
        if info.extra or info.flag_bits & 8 or info.date_time != odt.infos[0].date_time:
            yield f"{info.filename}: a time, extra field or descriptor of its own"
    for name in PARTS:
        if not odt.bytes.get(name, b"").startswith(b'<?xml version="1.0" encoding="UTF-8"?>'):
            yield f"{name}: missing or without UTF-8 declaration"


def wrong_manifest(odt):
    entries = {e.get(q("manifest:full-path")): e for e in odt.parts["META-INF/manifest.xml"]}
    parts = set(odt.names) - {"mimetype", "META-INF/manifest.xml"} | {"/"}
    for name in parts ^ set(entries):
        yield f"{name}: only in the {'manifest' if name in entries else 'package'}"
    if entries["/"].get(q("manifest:media-type")) != MIME_TYPE:
        yield "the manifest names another type"
    for name, entry in entries.items():
        data = odt.bytes.get(name, b"")
        found = ("image/png" if data.startswith(b"\x89PNG") else
                 "image/jpeg" if data.startswith(b"\xff\xd8") else
                 "image/svg+xml" if data.startswith(b"<svg") else
                 "text/xml" if data.startswith(b"<?xml") else MIME_TYPE)
        if entry.get(q("manifest:media-type")) != found:
            yield f"{name}: not {entry.get(q('manifest:media-type'))}"
    for name, part in odt.parts.items():
        if name in ("META-INF/manifest.xml",):
            versions = {part.get(q("manifest:version"))}
        else:
            versions = {part.get(q("office:version"))}
        if versions != {"1.3"}:
            yield f"{name}: version {versions}"


def undefined_styles(odt):
    for name in ("content.xml", "styles.xml"):
        part, known = odt.parts[name], odt.styles[name]
        for element in part.iter():
            family = STYLE_ATTRIBUTES.get(short(element))
            for attribute in ("text:style-name", "text:visited-style-name", "table:style-name",
                              "draw:style-name"):
                used = element.get(q(attribute))
                if used is not None and family and (family, used) not in known:
                    yield f"{name}: {short(element)} has the style {used}, which is not defined"
        for (family, _), style in known.items():
            for attribute in ("style:parent-style-name", "style:next-style-name"):
                used = style.get(q(attribute))
                if used is not None and (family, used) not in known:
                    yield f"{name}: {attribute} {used} is not defined"
        for element in part.iter(q("text:list")):
            used = element.get(q("text:style-name"))
            if used not in odt.list_styles:
                yield f"{name}: list style {used} is not defined"
    fonts = {e.get(q("style:name")) for e in odt.parts["styles.xml"].iter(q("style:font-face"))}
    for element in odt.parts["styles.xml"].iter(q("style:text-properties")):
        for attribute in ("style:font-name", "style:font-name-asian", "style:font-name-complex"):
            if element.get(q(attribute)) not in fonts | {None}:
                yield f"font {element.get(q(attribute))} is not declared"
    yield from undefined_pages(odt)


def undefined_pages(odt):
    layouts = {e.get(q("style:name")) for e in odt.parts["styles.xml"].iter(q("style:page-layout"))}
    masters = {e.get(q("style:name")): e
               for e in odt.parts["styles.xml"].iter(q("style:master-page"))}
    for master in masters.values():
        if master.get(q("style:page-layout-name")) not in layouts:
            yield f"page layout {master.get(q('style:page-layout-name'))} is not defined"
    used = {e.get(q("style:master-page-name")) for e in odt.parts["content.xml"].iter()}
    used |= {e.get(q("style:next-style-name")) for e in masters.values()}
    for name in used - set(masters) - {None}:
        yield f"page {name} is not defined"


def repeated_names(odt):
    content, seen = odt.parts["content.xml"], Counter()
    for tag, attribute in (("text:bookmark-start", "text:name"), ("table:table", "table:name"),
                           ("text:section", "text:name"), ("draw:frame", "draw:name"),
                           ("text:table-of-content", "text:name")):
        seen.update(f"{tag} {e.get(q(attribute))}" for e in content.iter(q(tag)))
    ids = [e.get(q("xml:id")) for e in content.iter() if e.get(q("xml:id"))]
    seen.update(f"id {id}" for id in ids)
    for part in ("content.xml", "styles.xml"):
        seen.update(f"{part} style {s.get(q('style:family'))} {s.get(q('style:name'))}"
                    for s in odt.parts[part].iter(q("style:style")))
    yield from (f"{name}: {count} times" for name, count in seen.items() if count > 1)

    starts = [e.get(q("text:name")) for e in content.iter(q("text:bookmark-start"))]
    ends = [e.get(q("text:name")) for e in content.iter(q("text:bookmark-end"))]
    if starts != ends:
        yield "bookmarks do not begin and end in order"
    for link in content.iter(q("text:a")):
        target = link.get(q("xlink:href"))
        if target.startswith("#") and target[1:] not in starts:
            yield f"a link to {target}, which is nowhere"
    for element in content.iter(q("text:list")):
        before = element.get(q("text:continue-list"))
        if before is not None and before not in ids[:ids.index(element.get(q("xml:id")))]:
            yield f"a list goes on with {before}, which does not come before it"


def wrong_content(odt):
    content = odt.parts["content.xml"]
    for tag in ("text:p", "text:h"):
        for element in content.iter(q(tag)):
            in_cell = element.getparent().tag == q("table:table-cell")
            if not in_cell and len(element) == 0 and not element.text:
                yield "an empty paragraph"
            if (element.tag == q("text:h")) != odt.named_style(element).startswith("Heading "):
                yield "a heading that is a paragraph, or the other way round"
            if element.tag == q("text:h") and (
                    f"Heading {element.get(q('text:outline-level'))}" != odt.named_style(element)):
                yield f"outline level {element.get(q('text:outline-level'))} of another style"
            for text in element.itertext():
                if re.search(r"[\n\t\r]|  ", text):
                    yield f"white space that XML would join: {text!r}"
    automatic = content.find(q("office:automatic-styles"))
    used = {e.get(q("text:style-name")) for e in content.iter(q("text:p"), q("text:h"))}
    for style in automatic.iter(q("style:style")):
        if style.get(q("style:family")) == "paragraph" and (
                style.get(q("style:name")) not in used or not style.get(
                    q("style:parent-style-name"))):
            yield f"automatic style {style.get(q('style:name'))} is not used or has no parent"


def wrong_accessibility(odt):
    for name in ("content.xml", "styles.xml"):
        for frame in odt.parts[name].iter(q("draw:frame")):
            if frame.findtext(q("svg:title")) != frame.findtext(q("svg:desc")):
                yield f"{name}: title and description of a picture differ"
            image = frame.find(q("draw:image")).get(q("xlink:href"))
            if image not in odt.bytes:
                yield f"{name}: {image} is missing"
            if frame.get(q("text:anchor-type")) != "as-char":
                yield f"{name}: a picture that floats"
    for table in odt.parts["content.xml"].iter(q("table:table")):
        spans = [e for e in table.iter() if e.get(q("table:number-columns-spanned"))]
        if spans or table.find(q("table:covered-table-cell")) is not None:
            yield "a table with merged cells"
    default = odt.parts["styles.xml"].find(
        f"{q('office:styles')}/{q('style:default-style')}/{q('style:text-properties')}")
    language = f"{default.get(q('fo:language'))}-{default.get(q('fo:country'))}"
    meta = odt.parts["meta.xml"].find(q("office:meta"))
    if language != meta.findtext(q("dc:language")):
        yield f"language {language} and {meta.findtext(q('dc:language'))}"


def wrong_properties(odt):
    counts = Counter(short(e) for e in odt.parts["meta.xml"].find(q("office:meta")))
    for name, count in counts.items():
        if count > 1 and name not in ("meta:keyword", "meta:user-defined"):
            yield f"property {name} {count} times"
    allowed = {"meta:generator", "dc:title", "meta:initial-creator", "dc:creator",
               "meta:creation-date", "dc:date", "meta:keyword", "dc:language",
               "meta:user-defined"}
    for name in set(counts) - allowed:
        yield f"property {name}"
    for name in {"dc:title", "dc:language", "meta:generator"} - set(counts):
        yield f"no property {name}"


RULES = (wrong_package, wrong_manifest, undefined_styles, repeated_names, wrong_content,
         wrong_accessibility, wrong_properties)


# --- blocks ---------------------------------------------------------------------------------------

def text_of(element):
    """The text with line breaks, spaces and tabs as the format spells them."""
    found = [element.text or ""]
    for child in element:
        name = short(child)
        if name == "text:line-break":
            found.append("\n")
        elif name == "text:tab":
            found.append("\t")
        elif name == "text:s":
            found.append(" " * int(child.get(q("text:c"), "1")))
        elif name in ("text:span", "text:a"):
            found.append(text_of(child))
        found.append(child.tail or "")
    return "".join(found)


def letters(number):
    """a … z, aa, bb …"""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


class Reader:
    """Goes through the text as a program does; every list restarts unless it says that it goes
    on with another one."""

    def __init__(self, odt):
        self.odt = odt
        self.blocks = []
        self.last = {}

    def label(self, style, level, number):
        levels = {int(e.get(q("text:level"))): e for e in self.odt.list_styles[style]}
        definition = levels[min(level + 1, max(levels))]
        if definition.tag == q("text:list-level-style-bullet"):
            return "bullet", None
        form = definition.get(q("style:num-format"))
        mark = definition.get(q("style:num-suffix"))
        if form == "a" and definition.get(q("style:num-letter-sync")) != "true":
            return "letters that nobody else counts so", None
        shown = str(number) if form == "1" else letters(number)
        return LISTS[form, mark], shown + mark

    def read_list(self, element, level):
        style = element.get(q("text:style-name"))
        number = self.last.get(element.get(q("text:continue-list")), 0)
        for item in element.iter(q("text:list-item")):
            if item.getparent() is not element:
                continue
            number = int(item.get(q("text:start-value"), number + 1))
            for child in item:
                if child.tag == q("text:h"):
                    self.read_heading(child, self.label(style, level, number)[1])
                elif child.tag == q("text:list"):
                    self.read_list(child, level + 1)
                else:
                    kind, label = self.label(style, level, number)
                    self.blocks.append({"kind": "item", "level": min(level, 9), "list": kind,
                                        "label": label, "text": text_of(child)})
        if element.get(q("xml:id")):
            self.last[element.get(q("xml:id"))] = number

    def read_heading(self, element, label):
        mark = element.find(q("text:bookmark-start"))
        self.blocks.append({
            "kind": "heading", "level": int(element.get(q("text:outline-level"))),
            "live": label is not None, "page": self.odt.starts_page(element),
            "anchor": None if mark is None else mark.get(q("text:name")), "label": label,
            "text": text_of(element)})

    def read_table(self, element):
        rows = [[" ".join(text_of(p) for p in cell.iter(q("text:p")))
                 for cell in row.iter(q("table:table-cell"))]
                for row in element.iter(q("table:table-row"))]
        if element.find(q("table:table-header-columns")) is not None:
            self.blocks.extend({"kind": "field", "layout": "table", "label": row[0][:-1],
                                "text": row[1]} for row in rows)
            return
        head = element.find(q("table:table-header-rows"))
        n_heads = 0 if head is None else len(head)
        table = {"kind": "table", "caption": element.findtext(q("table:title")),
                 "head": rows[0] if n_heads else [], "rows": rows[n_heads:]}
        if self.blocks and self.blocks[-1]["kind"] == "caption":
            # The caption stands above its table, and as a title inside it.
            caption = self.blocks.pop()["text"]
            table["caption"] = (caption if caption.replace("\n", " ") == table["caption"]
                                else "not the one above the table")
        self.blocks.append(table)

    def read_contents(self, element):
        body = element.find(q("text:index-body"))
        title = body.find(f"{q('text:index-title')}/{q('text:p')}")
        self.blocks.append({"kind": "toc", "text": None if title is None else text_of(title),
                            "entries": [text_of(p) for p in body.findall(q("text:p"))]})

    def read_paragraph(self, element):
        name = self.odt.named_style(element)
        if name == "Document Field":
            label, _, text = text_of(element).partition(":\t")
            block = {"kind": "field", "layout": "lines", "label": label, "text": text}
        elif name == "Picture":
            block = {"kind": "figure", "alt": element.findtext(f".//{q('svg:title')}"),
                     "caption": None}
        elif name == "Title":
            block = {"kind": "title", "text": text_of(element)}
        elif name == "Caption":
            block = {"kind": "caption", "text": text_of(element)}
        else:
            block = {"kind": "para", "style": PARA_STYLES.get(name, name),
                     "text": text_of(element)}
        after = element.getnext()
        if block["kind"] == "caption" and self.blocks[-1]["kind"] == "figure" and (
                after is None or after.tag != q("table:table")):
            self.blocks[-1]["caption"] = block["text"]
        else:
            self.blocks.append(block)

    def read(self, parent):
        for element in parent:
            name = short(element)
            if name == "text:list":
                self.read_list(element, 0)
            elif name == "text:h":
                self.read_heading(element, None)
            elif name == "text:p":
                self.read_paragraph(element)
            elif name == "table:table":
                self.read_table(element)
            elif name == "text:table-of-content":
                self.read_contents(element)
            elif name == "text:section":
                self.read(element)
            else:
                self.blocks.append({"kind": name})


def read_blocks(odt):
    """The document as a list of blocks, in the words of samples-describe.c."""
    reader = Reader(odt)
    reader.read(odt.parts["content.xml"].find(f"{q('office:body')}/{q('office:text')}"))
    return reader.blocks
