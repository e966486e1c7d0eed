"""A small window of another program from which a text, or a file, can be dragged."""
import sys

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def content(kind, data):
    if kind == "text":
        return Gdk.ContentProvider.new_for_value(data)
    uris = GLib.filename_to_uri(data, None) + "\r\n"
    return Gdk.ContentProvider.new_for_bytes("text/uri-list", GLib.Bytes.new(uris.encode()))


def activate(application):
    window = Gtk.ApplicationWindow(application=application, title="drag-source", decorated=False,
                                   default_width=120, default_height=80)
    source = Gtk.DragSource()
    source.set_content(content(sys.argv[1], sys.argv[2]))
    label = Gtk.Label(label="Drag me")
    label.add_controller(source)
    window.set_child(label)
    window.present()


app = Gtk.Application(application_id="dk.trio.Stations.DragSource", flags=0)
app.connect("activate", activate)
app.run([])
