/* trio-note-row.c: one row of the outline, an input or the heading of a cluster.
 *
 * Built in code, not from a template: GtkListView makes some two hundred rows at once. The
 * text view for editing is made when somebody edits, and lives as long as the edit.
 */
#include "config.h"

#include "app/trio-note-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/trio-note-editor.h"
#include "app/trio-outline-list.h"

struct _TrioNoteRow
{
  GtkWidget parent_instance;

  GtkLabel *number;
  GtkLabel *text;
  GtkLabel *mark;
  GtkWidget *editor;

  GObject *item;
  guint n;
  guint n_notes;
  gboolean ending;
};

G_DEFINE_FINAL_TYPE (TrioNoteRow, trio_note_row, GTK_TYPE_WIDGET)

enum
{
  EDIT_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Showing */

static char *
describe_state (TrioObject *note)
{
  const char *reason = trio_object_get_text (note, TRIO_NOTE_REASON);

  switch (trio_object_get_int (note, TRIO_NOTE_STATE))
    {
    case TRIO_NOTE_STATE_WITHHELD:
      if (reason == NULL || *reason == '\0')
        return g_strdup (_ ("Withheld"));
      /* Translators: %s is the reason why an input is left out of the documents */
      return g_strdup_printf (_ ("Withheld: %s"), reason);
    case TRIO_NOTE_STATE_PRACTICE:
      return g_strdup (_ ("Practice"));
    default:
      return NULL;
    }
}

/* A screen reader reads the list item, which GtkListView makes around the row. */
static void
set_accessible_label (TrioNoteRow *self, const char *label)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (TRIO_IS_NOTE (self->item))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int)self->n, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                    (int)self->n_notes, -1);
}

static void
show_note (TrioNoteRow *self, TrioObject *note)
{
  const char *text = trio_object_get_text (note, TRIO_NOTE_TEXT);
  const char *original = trio_object_get_text (note, TRIO_NOTE_ORIGINAL);
  g_autofree char *number = g_strdup_printf ("%u", self->n);
  g_autofree char *state = describe_state (note);
  g_autofree char *label = NULL;

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->mark, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mark), state != NULL);
  if (state != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "set-aside");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "set-aside");

  if (original != NULL && !g_str_equal (original, text))
    {
      /* Translators: %s is the first wording of an input that was edited */
      g_autofree char *tooltip = g_strdup_printf (_ ("First written: %s"), original);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
    }
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);

  if (state != NULL)
    /* Translators: read aloud: number and text of an input, and its state */
    label = g_strdup_printf (_ ("Input %u: %s. %s"), self->n, text, state);
  else
    /* Translators: read aloud: number and text of an input */
    label = g_strdup_printf (_ ("Input %u: %s"), self->n, text);
  set_accessible_label (self, label);
}

static void
show_heading (TrioNoteRow *self)
{
  const char *title = _ ("Without cluster");
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  if (TRIO_IS_CLUSTER (self->item))
    {
      title = trio_object_get_text (TRIO_OBJECT (self->item), TRIO_CLUSTER_TITLE);
      if (title == NULL || *title == '\0')
        title = _ ("Unnamed cluster");
    }
  count = g_strdup_printf ("%u", self->n);
  label = g_strdup_printf (ngettext ("Cluster “%s” with %u input", "Cluster “%s” with %u inputs",
                                     self->n),
                           title, self->n);
  gtk_label_set_label (self->text, title);
  gtk_label_set_label (self->mark, count);
  gtk_widget_show (GTK_WIDGET (self->mark));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  set_accessible_label (self, TRIO_IS_CLUSTER (self->item) ? label : title);
}

static void
show_item (TrioNoteRow *self)
{
  gboolean is_note = TRIO_IS_NOTE (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->number), is_note);
  if (is_note)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "cluster-heading");
      show_note (self, TRIO_OBJECT (self->item));
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "cluster-heading");
      gtk_widget_remove_css_class (GTK_WIDGET (self), "set-aside");
      show_heading (self);
    }
}

/* Editing */

static void
end_edit (TrioNoteRow *self, gboolean keep)
{
  g_autofree char *text = NULL;

  if (self->editor == NULL || self->ending)
    return;

  self->ending = TRUE;
  if (keep)
    text = trio_note_editor_dup_text (TRIO_NOTE_EDITOR (self->editor));
  g_signal_emit (self, signals[EDIT_DONE], 0, text);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_show (GTK_WIDGET (self->text));
  self->ending = FALSE;
}

static void
editor_done_cb (TrioNoteEditor *editor, gboolean keep, TrioNoteRow *self)
{
  end_edit (self, keep);
}

static void
trio_note_row_dispose (GObject *object)
{
  TrioNoteRow *self = TRIO_NOTE_ROW (object);
  GtkWidget *child;

  self->editor = NULL;
  trio_note_row_unbind (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (trio_note_row_parent_class)->dispose (object);
}

static void
trio_note_row_class_init (TrioNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_note_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "noterow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  /**
   * TrioNoteRow::edit-done:
   * @self: the row
   * @text: (nullable): the new text, or %NULL when the edit was given up
   *
   * Somebody finished editing in place.
   */
  signals[EDIT_DONE] = g_signal_new ("edit-done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkLabel *
add_label (TrioNoteRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
trio_note_row_init (TrioNoteRow *self)
{
  self->number = add_label (self, "note-number");
  gtk_label_set_xalign (self->number, 1);
  gtk_label_set_width_chars (self->number, 2);
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);

  self->text = add_label (self, "note-text");
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);

  self->mark = add_label (self, "note-mark");
  gtk_label_set_ellipsize (self->mark, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->mark, 28);
  gtk_widget_set_valign (GTK_WIDGET (self->mark), GTK_ALIGN_CENTER);
}

/**
 * trio_note_row_new:
 *
 * Returns: (transfer floating): a new row that shows nothing yet
 */
GtkWidget *
trio_note_row_new (void)
{
  return g_object_new (TRIO_TYPE_NOTE_ROW, NULL);
}

/**
 * trio_note_row_bind:
 * @self: the row
 * @item: an item of a #TrioOutlineList
 * @number: which input this is, from 1; for a heading how many inputs follow it
 * @n_notes: how many there are
 *
 * Shows an item and follows its changes.
 */
void
trio_note_row_bind (TrioNoteRow *self, GObject *item, guint number, guint n_notes)
{
  g_return_if_fail (TRIO_IS_NOTE_ROW (self));
  g_return_if_fail (G_IS_OBJECT (item));

  if (self->item != item)
    {
      trio_note_row_unbind (self);
      self->item = g_object_ref (item);
      g_signal_connect_swapped (item, "notify", G_CALLBACK (show_item), self);
    }
  self->n = number;
  self->n_notes = n_notes;
  show_item (self);
}

/**
 * trio_note_row_unbind:
 * @self: the row
 *
 * Lets go of the item. An edit that is under way is kept, not lost.
 */
void
trio_note_row_unbind (TrioNoteRow *self)
{
  g_return_if_fail (TRIO_IS_NOTE_ROW (self));

  end_edit (self, TRUE);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_clear_object (&self->item);
}

/**
 * trio_note_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the item that the row shows
 */
GObject *
trio_note_row_get_item (TrioNoteRow *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_ROW (self), NULL);

  return self->item;
}

/**
 * trio_note_row_start_edit:
 * @self: the row
 *
 * Lets the text of the input be edited in place. Enter keeps, Escape gives up, and leaving
 * the row keeps.
 */
void
trio_note_row_start_edit (TrioNoteRow *self)
{
  g_return_if_fail (TRIO_IS_NOTE_ROW (self));

  if (!TRIO_IS_NOTE (self->item) || self->editor != NULL)
    return;

  self->editor
      = trio_note_editor_new (trio_object_get_text (TRIO_OBJECT (self->item), TRIO_NOTE_TEXT));
  g_signal_connect (self->editor, "done", G_CALLBACK (editor_done_cb), self);
  gtk_widget_hide (GTK_WIDGET (self->text));
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_insert_after (self->editor, GTK_WIDGET (self), GTK_WIDGET (self->text));
  gtk_widget_grab_focus (self->editor);
}

/**
 * trio_note_row_is_editing:
 * @self: the row
 *
 * Returns: whether the text is being edited in place
 */
gboolean
trio_note_row_is_editing (TrioNoteRow *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_ROW (self), FALSE);

  return self->editor != NULL;
}

/**
 * trio_note_row_finish_edit:
 * @self: the row
 *
 * Keeps an edit that is under way.
 */
void
trio_note_row_finish_edit (TrioNoteRow *self)
{
  g_return_if_fail (TRIO_IS_NOTE_ROW (self));

  end_edit (self, TRUE);
}
