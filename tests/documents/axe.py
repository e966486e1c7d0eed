"""Runs axe-core over HTML files in headless Chromium, all of them in one start."""
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

# The rules of WCAG 2.1 A and AA, and what axe calls good practice.
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>axe</title></head><body>
<script type="application/json" id="files">%s</script>
<script type="application/json" id="library">%s</script>
<pre id="result"></pre>
<script>
const read = id => JSON.parse(document.getElementById(id).textContent);
const library = read("library");
async function check(html) {
  const frame = document.createElement("iframe");
  frame.width = 320; frame.height = 800;
  document.body.append(frame);
  await new Promise(done => { frame.onload = done; frame.srcdoc = html; });
  const view = frame.contentWindow;
  const root = view.document.documentElement;
  const wide = root.scrollWidth > root.clientWidth ? ["reflow: wider than 320 pixels"] : [];
  view.eval(library);
  const result = await view.axe.run(view.document);
  frame.remove();
  return wide.concat(result.violations.map(
    v => v.id + ": " + v.help + " at " + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(", ")));
}
(async () => {
  const all = {};
  for (const [name, html] of Object.entries(read("files"))) {
    try { all[name] = await check(html); } catch (error) { all[name] = ["error: " + error]; }
  }
  document.getElementById("result").textContent = "[[[" + JSON.stringify(all) + "]]]";
})();
</script></body></html>
"""


POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def find_browser():
    return shutil.which("chromium")


def find_library():
    """axe-core as a script: where ./run has put it, or where the caller says."""
    named = os.environ.get("TRIO_AXE_CORE")
    script = (Path(named) if named
              else Path(__file__).resolve().parents[2] / "_tools/node_modules/axe-core/axe.min.js")
    return script if script.exists() else None


def embed(value):
    """JSON inside an element of a page must not end it."""
    return json.dumps(value).replace("<", "\\u003c")


def opened(file):
    """The page without its policy, which keeps every script out, also this one."""
    html = file.read_text(encoding="utf-8")
    assert POLICY.search(html), file
    return POLICY.sub("", html, count=1)


def findings(program, library, files, folder):
    page = folder / "axe.html"
    page.write_text(PAGE % (embed({file.name: opened(file) for file in files}),
                            embed(library.read_text(encoding="utf-8"))), encoding="utf-8")
    done = subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         f"--user-data-dir={folder / 'chromium'}", "--virtual-time-budget=600000", "--dump-dom",
         page.as_uri()], capture_output=True, check=False, timeout=400)
    found = re.search(r'<pre id="result">\[\[\[(.*)\]\]\]</pre>', done.stdout.decode("utf-8"), re.S)
    if not found:
        yield f"{files[0].name}: Chromium gave no answer: {done.stderr.decode()[-300:]}"
        return
    text = found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    for name, violations in json.loads(text).items():
        for violation in violations:
            yield f"{name}: axe: {violation[:300]}"
