"""Reads HTML, Markdown, text and CSV as others do, and compares them with a tree.

HTML goes through libxml2's parser, Markdown through cmark-gfm, CSV through Python's csv module.
Plain text has no parser, so it is read along the tree: every block must be the next thing that
stands there, and nothing may be left over.
"""
import csv
import io
import json
import re
import subprocess

import lxml.html
from lxml import etree

UNDERLINES = "=-~.'"
BOM = "\ufeff"
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def squeeze(text):
    return re.sub(r"[ \r\n\t\u00a0\u2028]+", " ", text or "").strip(" ")


def labelled(block):
    return squeeze(f"{block['label']} {block['text']}" if block.get("label") else block["text"])


def read_tree(file):
    return json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))


def expected(blocks):
    """The tree in the words that HTML and Markdown share."""
    offset = 1 if any(block["kind"] == "title" for block in blocks) else 0
    last, out = 0, []
    for block in blocks:
        kind = block["kind"]
        if kind in ("title", "heading"):
            last = 1 if kind == "title" else min(block["level"] + offset, 6, last + 1)
            out.append((f"h{last}", labelled(block)))
        elif kind == "para" and squeeze(block["text"]):
            out.append(("p", squeeze(block["text"])))
        elif kind == "field":
            words = squeeze(f"{block['label']}: {block['text']}")
            if out and out[-1][0] == "fields":
                words = f"{out.pop()[1]} {words}"
            out.append(("fields", words))
        elif kind == "item":
            out.append(("item", block["level"], block["label"] or "•", squeeze(block["text"])))
        elif kind == "table" and (block["head"] or block["rows"]):
            out.append(("table", squeeze(block["caption"]), tuple(map(squeeze, block["head"])),
                        tuple(tuple(map(squeeze, row)) for row in block["rows"])))
        elif kind == "figure":
            out.append(("figure", squeeze(block["alt"])))
            if squeeze(block["caption"]):
                out.append(("p", squeeze(block["caption"])))
        elif kind == "toc" and block["entries"]:
            out.append(("toc", squeeze(block["text"]), tuple(map(squeeze, block["entries"]))))
    return out


def first_difference(name, wanted, found):
    if len(wanted) != len(found):
        yield f"{name}: {len(found)} blocks instead of {len(wanted)}"
    for index, (want, have) in enumerate(zip(wanted, found)):
        if want != have:
            yield f"{name}: block {index} is {str(have)[:200]} instead of {str(want)[:200]}"
            return


# --- HTML ----------------------------------------------------------------------------------------

def inner_text(element, without=()):
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag not in without:
            parts.append(inner_text(child, without))
        parts.append(child.tail or "")
    return "".join(parts)


def letters(number):
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def read_html_list(element, level):
    kinds = (element.get("class") or "").split()
    number = int(element.get("start", "1"))
    for item in element:
        if element.tag == "ul":
            label = "•"
        elif "letter" in kinds:
            label = f"{letters(number)})"
        else:
            label = f"{number}{')' if 'paren' in kinds else '.'}"
        yield ("item", level, label, squeeze(inner_text(item, ("ul", "ol"))))
        for nested in item:
            if nested.tag in ("ul", "ol"):
                yield from read_html_list(nested, level + 1)
        number += 1


def read_html_table(table):
    rows = [[squeeze(inner_text(cell)) for cell in row] for row in table.iterfind("tbody/tr")]
    head = [squeeze(inner_text(cell)) for cell in table.iterfind("thead/tr/th")]
    caption = table.find("caption")
    # A table without heads has empty ones, so that each column still is one.
    return ("table", squeeze(inner_text(caption)) if caption is not None else "",
            tuple(head) if any(head) else (), tuple(map(tuple, rows)))


def read_html_blocks(parent):
    for element in parent:
        if re.fullmatch("h[1-6]", element.tag):
            yield element.tag, squeeze(inner_text(element))
        elif element.tag == "p":
            yield "p", squeeze(inner_text(element))
        elif element.tag == "dl":
            yield "fields", squeeze(" ".join(inner_text(cell) for row in element for cell in row))
        elif element.tag in ("ul", "ol"):
            yield from read_html_list(element, 0)
        elif element.tag == "table":
            yield read_html_table(element)
        elif element.tag == "figure":
            yield "figure", squeeze(element.find("img").get("alt"))
            for caption in element.iterfind("figcaption"):
                yield "p", squeeze(inner_text(caption))
        elif element.tag == "nav":
            yield ("toc", squeeze(inner_text(element.find("p"))),
                   tuple(squeeze(inner_text(link)) for link in element.iter("a")))
        elif element.tag in ("section", "blockquote", "div"):
            yield from read_html_blocks(element)
        else:
            yield "unknown", element.tag


def read_html_file(file):
    root = lxml.html.document_fromstring(file.read_bytes(),
                                         parser=lxml.html.HTMLParser(encoding="utf-8"))
    return list(read_html_blocks(root.find(".//main")))


def html_findings(file):
    found = read_html_file(file)
    tree = read_tree(file)
    wanted = expected(tree)
    if not any(block["kind"] == "title" for block in tree):
        # A page on the web has a main heading even where no title is printed.
        wanted = [found[0]] + [
            (f"h{int(block[0][1]) + 1}", *block[1:]) if re.fullmatch("h[1-5]", block[0]) else block
            for block in wanted]
        if found[0][0] != "h1" or not found[0][1]:
            yield f"{file.name}: no main heading"
    yield from first_difference(file.name, wanted, found)


# --- Markdown ------------------------------------------------------------------------------------

CMARK = ["cmark-gfm", "--to", "xml", "--unsafe", "--extension", "table"]


def cmark_text(element, without=()):
    parts = []
    for child in element:
        name = etree.QName(child).localname
        if name in ("linebreak", "softbreak"):
            parts.append("\n")
        elif name in ("text", "code", "html_inline"):
            # An empty comment keeps two things apart that would otherwise be one.
            parts.append("" if child.text == "<!-- -->" else child.text or "")
        elif name not in without:
            parts.append(cmark_text(child, without))
    return "".join(parts)


def read_cmark_list(element, level):
    number = int(element.get("start", "1"))
    for item in element:
        label = "•"
        if element.get("type") == "ordered":
            label = f"{number}{')' if element.get('delim') == 'paren' else '.'}"
        yield ("item", level, label, squeeze(cmark_text(item, ("list",))))
        for nested in item:
            if etree.QName(nested).localname == "list":
                yield from read_cmark_list(nested, level + 1)
        number += 1


def read_cmark(parent):
    for element in parent:
        name = etree.QName(element).localname
        if name == "heading":
            yield f"h{element.get('level')}", squeeze(cmark_text(element))
        elif name == "paragraph":
            yield "p", squeeze(cmark_text(element))
        elif name == "list":
            yield from read_cmark_list(element, 0)
        elif name == "block_quote":
            yield from read_cmark(element)
        elif name == "table":
            rows = [tuple(squeeze(cmark_text(cell)) for cell in row) for row in element]
            yield ("table", rows[0] if any(rows[0]) else (), tuple(rows[1:]))
        elif name != "html_block":
            yield "unknown", name


def expected_markdown(blocks):
    """Markdown has no captions, fields or contents of its own: they are paragraphs and lists."""
    out = []
    for block in expected(blocks):
        if block[0] in ("fields", "figure"):
            if block[1]:
                out.append(("p", block[1]))
        elif block[0] == "table":
            if block[1]:
                out.append(("p", block[1]))
            out.append(("table", block[2], block[3]))
        elif block[0] == "toc":
            out.append(("p", block[1]))
            out.extend(("entry", entry) for entry in block[2])
        elif block[0] == "item" and re.fullmatch(r"[a-z]+\)", block[2]):
            out.append(("item", block[1], "•", squeeze(f"{block[2]} {block[3]}")))
        else:
            out.append(block)
    return out


def read_markdown_file(file):
    done = subprocess.run(CMARK, input=file.read_bytes(), capture_output=True, check=True)
    return list(read_cmark(etree.fromstring(done.stdout, etree.XMLParser(huge_tree=True))))


def markdown_findings(file):
    found = read_markdown_file(file)
    wanted = expected_markdown(read_tree(file))
    # Of an entry of the contents the level is not known here.
    found = [("entry", have[3]) if want[0] == "entry" and have[0] == "item" else have
             for want, have in zip(wanted, found)] + found[len(wanted):]
    yield from first_difference(file.name, wanted, found)


# --- text ----------------------------------------------------------------------------------------

class Lines:
    """The lines of a text, taken from the top."""

    def __init__(self, text):
        self.lines = text.split("\n")
        self.at = 0

    def skip_blank(self):
        while self.at < len(self.lines) and not self.lines[self.at].strip():
            self.at += 1

    def peek(self):
        return self.lines[self.at] if self.at < len(self.lines) else ""

    def take(self, words, start=None):
        """Takes the lines that say these words, no more; returns whether they are there."""
        wanted, said = re.sub(r"\s", "", words), ""
        while len(said) < len(wanted) and self.at < len(self.lines):
            line = self.lines[self.at] if start is None else start
            start = None
            said += re.sub(r"\s", "", line)
            self.at += 1
        if not wanted and start is not None:
            self.at += 1
        return said == wanted


def take_heading(lines, level, words):
    if not lines.take(words):
        return False
    sign = UNDERLINES[min(level, len(UNDERLINES) - 1)]
    line = lines.peek()
    lines.at += 1
    return line != "" and set(line) == {sign}


def take_item(lines, level, label, words):
    line = lines.peek()
    indent = len(line) - len(line.lstrip(" "))
    rest = line[indent:]
    signs = ("•", "o", "-", "–") if label == "•" else (label,)
    sign = next((s for s in signs if rest == s or rest.startswith(s + " ")), None)
    if sign is None or (level == 0) != (indent == 0):
        return False
    return lines.take(words, rest[len(sign):])


def take_block(lines, block):
    kind = block[0]
    if kind[0] == "h" and kind[1:].isdigit():
        return take_heading(lines, int(kind[1:]) - 1, block[1])
    if kind == "item":
        return take_item(lines, *block[1:])
    if kind == "figure":
        return not block[1] or lines.take(f"[{block[1]}]")
    if kind == "toc":
        return lines.take(block[1] + "".join(block[2]))
    if kind == "table":
        return take_table(lines, *block[1:])
    return lines.take(block[1])


def take_table(lines, caption, head, rows):
    """A row may take several lines, so its words are compared column by column as one bag."""
    words = sorted(re.sub(r"\s|-{3,}", "", "".join((*head, *(c for row in rows for c in row)))))
    if caption and not lines.take(caption):
        return False
    said = []
    while len(said) < len(words) and lines.at < len(lines.lines):
        said.extend(re.sub(r"\s|-{3,}", "", lines.peek()))
        lines.at += 1
    while re.fullmatch("-{3,}", lines.peek().strip()):
        lines.at += 1
    return sorted(said) == words


def text_findings(file, blocks=None):
    lines = Lines(file.read_text(encoding="utf-8"))
    for index, block in enumerate(blocks or expected(read_tree(file))):
        lines.skip_blank()
        if block[0] == "table" and not any(block[2]) and not any(map(any, block[3])):
            # A table to be filled in by hand shows lines only.
            while lines.peek().strip() and set(lines.peek().strip()) <= set("-_| "):
                lines.at += 1
            continue
        before = lines.at
        if not take_block(lines, block):
            yield (f"{file.name}: block {index}, {str(block)[:120]}, is not where it belongs: "
                   f"{lines.lines[before:before + 2]}")
            return
    lines.skip_blank()
    if lines.at < len(lines.lines):
        yield f"{file.name}: there is more: {lines.peek()[:100]}"


# --- CSV -----------------------------------------------------------------------------------------

def unguarded(cell):
    """A cell that a spreadsheet would run has an apostrophe in front."""
    return cell[1:] if re.match(r"'\s*[=+@\t\r'-]", cell) else cell


def csv_findings(file):
    text = file.read_bytes().decode("utf-8")
    if not text.startswith(BOM):
        yield f"{file.name}: no byte order mark"
    rows = list(csv.reader(io.StringIO(text.lstrip(BOM), newline=""), delimiter=";", strict=True))
    # The titles of stations and clusters are not cleaned before the writer does it.
    wanted = [tuple(squeeze(ILLEGAL.sub("", str(cell))) for cell in note)
              for note in json.loads(file.with_suffix(".notes").read_text(encoding="utf-8"))]
    found = [tuple(squeeze(unguarded(cell)) for cell in row[:5]) for row in rows[1:]]
    if len({len(row) for row in rows}) != 1:
        yield f"{file.name}: the rows do not have the same number of cells"
    yield from first_difference(file.name, wanted, found)
