"""A PDF as a screen reader sees it: structure, text, and the rules of PDF/UA-1 that a program can
check (ISO 14289-1; the numbers are those of the Matterhorn protocol)."""
import re

import pikepdf

PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "EI",
         "INLINE IMAGE"}
SHOW = {"Tj", "TJ", "'", '"'}
STANDARD = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "P",
            "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
            "TD", "THead", "TBody", "Span", "Link", "Figure"}
CHILDREN = {"L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI", "Caption", "TOC"},
            "Table": {"TR", "THead", "TBody", "Caption"}, "THead": {"TR"}, "TBody": {"TR"},
            "TR": {"TH", "TD"}}
PARENTS = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody"},
           "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TOCI": {"TOC"}}


def parse_unicode(font):
    """The ToUnicode map of a font: code → text."""
    data = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, rest in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", block, re.DOTALL):
            texts = [bytes.fromhex(t).decode("utf-16-be") for t in re.findall(r"<(\w+)>", rest)]
            for offset in range(int(last, 16) - int(first, 16) + 1):
                if rest.startswith("["):
                    found[int(first, 16) + offset] = texts[offset]
                else:
                    found[int(first, 16) + offset] = chr(ord(texts[0][-1]) + offset)
    return found


class Element:
    def __init__(self, owner, obj):
        self.obj = obj
        self.tag = str(obj.S)[1:]
        self.children = []
        self.links = []
        self.own = []  # (page index, mcid)
        page = owner.page_index(obj.get("/Pg"))
        kids = obj.get("/K")
        for kid in [] if kids is None else kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self.own.append((page, kid))
            elif kid.get("/Type") == "/MCR":
                self.own.append((owner.page_index(kid.Pg), int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                self.links.append(kid.Obj)
            else:
                child = Element(owner, kid)
                child.parent = self
                self.children.append(child)
        owner.elements.append(self)
        if self.own and self.children:
            owner.findings.append(f"{self.tag} has both content and elements")
        self.owner = owner

    def text(self):
        if "/ActualText" in self.obj:
            return str(self.obj.ActualText)
        return "".join(self.owner.texts.get(own, "") for own in self.own) + "".join(
            child.text() for child in self.children)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class PdfFile:
    def __init__(self, path):
        self.path = path
        self.pdf = pikepdf.open(path)
        self.pages = list(self.pdf.pages)
        self.elements = []
        self.findings = []
        self.texts = {}      # (page, mcid) → text
        self.fonts = {}
        self.number = {page.obj.objgen: index for index, page in enumerate(self.pages)}
        for index, page in enumerate(self.pages):
            self.read_page(index, page)
        self.root = Element(self, self.pdf.Root.StructTreeRoot.K)

    def page_index(self, page):
        return None if page is None else self.number[page.objgen]

    def find_font(self, font):
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = (parse_unicode(font) if "/ToUnicode" in font else {},
                                       2 if font.Subtype == "/Type0" else 1)
        return self.fonts[font.objgen]

    def decode(self, font, operand):
        names, size = self.find_font(font)
        strings = operand if isinstance(operand, pikepdf.Array) else [operand]
        out = []
        for string in strings:
            if not isinstance(string, pikepdf.String):
                continue
            data = bytes(string)
            for i in range(0, len(data), size):
                code = int.from_bytes(data[i:i + size], "big")
                if code not in names:
                    self.findings.append(f"10-001: code {code} has no letter")
                if size == 2 and code == 0:
                    self.findings.append("31-030: the glyph for missing letters is used")
                out.append(names.get(code, "?"))
        return "".join(out)

    def read_page(self, index, page):
        stack, font, seen, in_text = [], None, set(), False
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BDC", "BMC"):
                properties = operands[1] if len(operands) > 1 else {}
                if isinstance(properties, pikepdf.Name):
                    properties = page.Resources.Properties[properties]
                tag, mcid = str(operands[0]), properties.get("/MCID") if properties else None
                if mcid is not None:
                    if mcid in seen:
                        self.findings.append(f"page {index}: MCID {mcid} comes twice")
                    seen.add(int(mcid))
                    if any(t == "/Artifact" or m is not None for t, m, _ in stack):
                        self.findings.append("01-001: content inside an artifact or other content")
                if tag == "/Artifact" and stack:
                    self.findings.append("01-001: an artifact inside content")
                actual = properties.get("/ActualText") if properties else None
                stack.append((tag, mcid, actual))
                if actual is not None:
                    self.add(index, stack, str(actual))
            elif operator == "EMC":
                if not stack:
                    self.findings.append(f"page {index}: a mark is closed twice")
                    continue
                stack.pop()
            elif operator == "BT":
                in_text = len(stack) + 1
            elif operator == "ET":
                if in_text != len(stack) + 1:
                    self.findings.append("marks and text objects overlap")
                in_text = False
            elif operator == "Tf":
                font = page.Resources.Font[operands[0]]
            if operator in PAINT and not stack:
                self.findings.append(f"01-003: page {index}: {operator} is neither content nor artifact")
            if operator in SHOW:
                text = self.decode(font, operands[-1])
                if not any(actual is not None for _, _, actual in stack):
                    self.add(index, stack, text)
        if stack:
            self.findings.append(f"page {index}: a mark is not closed")
        if seen != set(range(len(seen))):
            self.findings.append(f"page {index}: marks are not numbered in order")
        self.mark_count = getattr(self, "mark_count", 0) + len(seen)

    def add(self, index, stack, text):
        for _, mcid, _ in stack:
            if mcid is not None:
                key = (index, int(mcid))
                self.texts[key] = self.texts.get(key, "") + text


# --- rules ---------------------------------------------------------------------------------------

def catalog(file):
    root = file.pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "06-001: the file does not say that it is tagged"
    if not re.fullmatch(r"[a-z]{2}-[A-Z]{2}", str(root.get("/Lang", ""))):
        yield f"11-001: the language is {root.get('/Lang')}"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "07-002: the title is not shown"
    if "/Metadata" not in root:
        yield "06-002: no metadata"
        return
    if "/Filter" in root.Metadata:
        yield "the metadata are compressed"
    xmp = root.Metadata.read_bytes().decode("utf-8")
    if "<pdfuaid:part>1</pdfuaid:part>" not in xmp:
        yield "05-001: the file does not say that it conforms"
    # Opened for reading only: leaving a context would write.
    title = file.pdf.open_metadata().get("dc:title")
    if not title:
        yield "06-003: no title"
    elif title != str(file.pdf.docinfo.get("/Title")):
        yield f"the titles differ: {title}, {file.pdf.docinfo.get('/Title')}"
    if file.pdf.is_encrypted:
        yield "26-001: the file is locked"


def pages(file):
    for index, page in enumerate(file.pages):
        if page.obj.get("/Tabs") != "/S":
            yield f"28-008: page {index}: the keyboard does not follow the structure"
        if page.obj.get("/StructParents") != index:
            yield f"page {index}: no way back to the structure"


def parents(file):
    nums = file.pdf.Root.StructTreeRoot.ParentTree.Nums
    tree = {int(nums[i]): nums[i + 1] for i in range(0, len(nums), 2)}
    owned = {}
    for element in file.elements:
        for own in element.own:
            if own in owned:
                yield f"{own} belongs to two elements"
            owned[own] = element
        for link in element.links:
            back = tree.get(int(link.get("/StructParent", -1)))
            if back is None or back.objgen != element.obj.objgen:
                yield "28-011: a link has no way back to its element"
        for child in element.children:
            if child.obj.P.objgen != element.obj.objgen:
                yield f"{child.tag} does not know its parent"
    for (page, mcid), element in owned.items():
        array = tree.get(page)
        if array is None or mcid >= len(array) or array[mcid].objgen != element.obj.objgen:
            yield f"the way back from {page}, {mcid} is wrong"
    if len(owned) != file.mark_count:
        yield f"{file.mark_count} marks, {len(owned)} in the structure"


def nesting(file):
    if file.root.tag != "Document":
        yield f"the root is {file.root.tag}"
    for element in file.elements:
        if element.tag not in STANDARD:
            yield f"02-001: {element.tag} is no standard element"
        for child in element.children:
            if element.tag in CHILDREN and child.tag not in CHILDREN[element.tag]:
                yield f"09-004: {child.tag} in {element.tag}"
            if child.tag in PARENTS and element.tag not in PARENTS[child.tag]:
                yield f"09-004: {child.tag} in {element.tag}"
        if not element.own and not element.children and element.tag not in ("TD", "TH", "LBody"):
            yield f"{element.tag} is empty"


def headings(file):
    last = 0
    for element in file.root.walk():
        if re.fullmatch(r"H\d", element.tag):
            level = int(element.tag[1])
            if level > last + 1:
                yield f"14-003: H{level} after H{last}"
            last = level


def attribute(element, owner, key):
    value = element.obj.get("/A")
    for item in value if isinstance(value, pikepdf.Array) else [value] if value is not None else []:
        if item.get("/O") == owner and key in item:
            return item[key]
    return None


def attributes(file):
    for element in file.elements:
        if element.tag == "Figure":
            if not str(element.obj.get("/Alt", "")).strip():
                yield "13-004: a picture without words"
            box = attribute(element, "/Layout", "/BBox")
            if box is None or not float(box[0]) < float(box[2]) or not float(box[1]) < float(box[3]):
                yield "a picture that does not say where it stands"
        elif element.tag == "TH" and attribute(element, "/Table", "/Scope") is None:
            yield "15-003: a table head without scope"
        elif element.tag == "L":
            numbering = attribute(element, "/List", "/ListNumbering")
            has_labels = any(c.tag == "Lbl" for li in element.children for c in li.children)
            if has_labels and numbering in (None, "/None"):
                yield "a list that does not say how it is numbered"
        elif element.tag == "Link" and not element.links:
            yield "28-011: a link that leads nowhere"


def tables(file):
    for element in file.elements:
        if element.tag == "Table":
            rows = [row for row in element.walk() if row.tag == "TR"]
            if len({len(row.children) for row in rows}) > 1:
                yield "15-001: rows of different length"


def annotations(file):
    known = {link.objgen for element in file.elements for link in element.links}
    for index, page in enumerate(file.pages):
        for annotation in page.obj.get("/Annots", []):
            if annotation.Subtype != "/Link":
                yield f"page {index}: {annotation.Subtype}"
            if not str(annotation.get("/Contents", "")).strip():
                yield f"28-012: page {index}: a link without words"
            if not int(annotation.get("/F", 0)) & 4:
                yield f"page {index}: a link that is not printed"
            if annotation.objgen not in known:
                yield f"28-002: page {index}: a link outside of the structure"
            if ("/A" in annotation) == ("/Dest" in annotation):
                yield f"page {index}: a link with no target, or two"


def fonts(file):
    for obj in file.pdf.objects:
        if not isinstance(obj, pikepdf.Dictionary) or obj.get("/Type") != "/Font":
            continue
        subtype = str(obj.Subtype)
        if subtype in ("/Type0", "/TrueType", "/Type1"):
            if "/ToUnicode" not in obj:
                yield f"10-001: {obj.get('/BaseFont')}: glyphs without letters"
        if subtype != "/Type0":
            descriptor = obj.get("/FontDescriptor")
            if descriptor is None or not {"/FontFile", "/FontFile2", "/FontFile3"} & set(
                    descriptor.keys()):
                yield f"31-009: {obj.get('/BaseFont')} is not in the file"
        if subtype == "/CIDFontType2" and obj.get("/CIDToGIDMap") != "/Identity":
            yield f"31-004: {obj.get('/BaseFont')} has no CIDToGIDMap"


def reading(file):
    yield from file.findings


RULES = (catalog, pages, parents, nesting, headings, attributes, tables, annotations, fonts, reading)


def outline(file):
    """The titles of the outline with their levels and pages."""
    def walk(items, level):
        for item in items:
            dest = item.destination
            yield level, item.title, file.page_index(dest[0]) if dest is not None else None
            yield from walk(item.children, level + 1)

    with file.pdf.open_outline() as found:
        yield from walk(found.root, 1)
