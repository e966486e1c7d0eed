/* trio-note-row.c: one row of the outline, an input or the heading of a cluster.
 *
 * GtkListView makes some two hundred rows at once, so the words are drawn, not laid out with
 * labels: one text layout a row, measured at the width it gets. The mark of a withheld input
 * and the editor are widgets that exist while they are needed.
 */
#include "config.h"

#include "app/trio-note-row-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/trio-note-editor.h"
#include "app/trio-outline-list.h"

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

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

static void
set_accessible_place (TrioNoteRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL && TRIO_IS_NOTE (self->item))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int)self->n, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                    (int)self->n_notes, -1);
}

static void
show_mark (TrioNoteRow *self, const char *text)
{
  if (text == NULL)
    {
      g_clear_pointer (&self->mark, gtk_widget_unparent);
      return;
    }
  if (self->mark == NULL)
    {
      self->mark = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->mark), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->mark, "note-mark");
      gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
    }
  gtk_label_set_label (GTK_LABEL (self->mark), text);
  gtk_widget_set_tooltip_text (self->mark, TRIO_IS_NOTE (self->item) ? text : NULL);
}

static void
show_words (TrioNoteRow *self, const char *words)
{
  if (self->text == NULL)
    {
      self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
      pango_layout_set_wrap (self->text, PANGO_WRAP_WORD_CHAR);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else if (!g_str_equal (pango_layout_get_text (self->text), words))
    {
      pango_layout_set_text (self->text, words, -1);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
}

static guint
count_digits (guint n)
{
  return n < 100 ? 2 : n < 1000 ? 3 : n < 10000 ? 4 : 5;
}

/* Numbers of all rows stand in one column, as wide as the greatest number. */
static void
show_number (TrioNoteRow *self)
{
  g_autofree char *widest = g_strnfill (count_digits (self->n_notes), '0');
  g_autofree char *number = g_strdup_printf ("%u", self->n);
  int width;

  if (self->number == NULL)
    self->number = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  pango_layout_set_text (self->number, widest, -1);
  pango_layout_get_pixel_size (self->number, &width, NULL);
  pango_layout_set_text (self->number, number, -1);
  if (width != self->number_width)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->number_width = width;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_note (TrioNoteRow *self, TrioObject *note)
{
  const char *text = trio_object_get_text (note, TRIO_NOTE_TEXT);
  const char *original = trio_object_get_text (note, TRIO_NOTE_ORIGINAL);
  g_autofree char *state = describe_state (note);
  g_autofree char *label = NULL;

  show_number (self);
  show_words (self, text);
  show_mark (self, state);
  if (state != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "set-aside");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "set-aside");

  if (!trio_object_is_null (TRIO_OBJECT (note), TRIO_NOTE_ORIGINAL)
      && !g_str_equal (original, text))
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
  g_autofree char *count = g_strdup_printf ("%u", self->n);
  g_autofree char *label = NULL;

  if (TRIO_IS_CLUSTER (self->item))
    {
      title = trio_object_get_text (TRIO_OBJECT (self->item), TRIO_CLUSTER_TITLE);
      if (title == NULL || *title == '\0')
        title = _ ("Unnamed cluster");
      label = g_strdup_printf (ngettext ("Cluster “%s” with %u input",
                                         "Cluster “%s” with %u inputs", self->n),
                               title, self->n);
    }
  g_clear_object (&self->number);
  self->number_width = 0;
  show_words (self, title);
  show_mark (self, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  set_accessible_label (self, label != NULL ? label : title);
}

static void
show_item (TrioNoteRow *self)
{
  if (TRIO_IS_NOTE (self->item))
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

/* Another font or size: the layouts have to be made anew. */
static void
trio_note_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  TrioNoteRow *self = TRIO_NOTE_ROW (widget);

  GTK_WIDGET_CLASS (trio_note_row_parent_class)->css_changed (widget, change);
  if (self->text != NULL)
    pango_layout_context_changed (self->text);
  if (self->number != NULL)
    {
      pango_layout_context_changed (self->number);
      show_number (self);
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
  gtk_widget_queue_resize (GTK_WIDGET (self));
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

  self->ending = TRUE;
  trio_note_row_unbind (self);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_object (&self->number);
  g_clear_object (&self->text);

  G_OBJECT_CLASS (trio_note_row_parent_class)->dispose (object);
}

static void
trio_note_row_class_init (TrioNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_note_row_dispose;
  widget_class->get_request_mode = trio_note_row_get_request_mode;
  widget_class->measure = trio_note_row_measure;
  widget_class->size_allocate = trio_note_row_size_allocate;
  widget_class->snapshot = trio_note_row_snapshot;
  widget_class->css_changed = trio_note_row_css_changed;
  gtk_widget_class_set_css_name (widget_class, "noterow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

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

static void
trio_note_row_init (TrioNoteRow *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
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
  gboolean is_same;

  g_return_if_fail (TRIO_IS_NOTE_ROW (self));
  g_return_if_fail (G_IS_OBJECT (item));

  is_same = self->item == item && self->n == number
            && count_digits (self->n_notes) == count_digits (n_notes);
  if (is_same && self->n_notes == n_notes)
    return;

  if (self->item != item)
    {
      trio_note_row_unbind (self);
      self->item = g_object_ref (item);
      g_signal_connect_swapped (item, "notify", G_CALLBACK (show_item), self);
    }
  self->n = number;
  self->n_notes = n_notes;
  /* One more input at the end changes nothing that is drawn in the rows before it. */
  if (!is_same)
    show_item (self);
  set_accessible_place (self);
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
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
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
