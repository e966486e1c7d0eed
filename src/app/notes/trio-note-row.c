/* trio-note-row.c: one row of the outline, an input or a heading.
 *
 * GtkListView makes some two hundred rows at once, so the words are drawn, not laid out with
 * labels: one text layout a row, measured at the width it gets. The mark of a withheld input
 * and the editor are widgets that exist while they are needed.
 */
#include "config.h"

#include "app/notes/trio-note-row-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/notes/trio-note-editor.h"
#include "app/notes/trio-note-labels.h"
#include "app/notes/trio-title-editor.h"

G_DEFINE_FINAL_TYPE (TrioNoteRow, trio_note_row, GTK_TYPE_WIDGET)

enum
{
  EDIT_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Showing */

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
                                    (int)self->info.number, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                    (int)self->info.n_notes, -1);
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

static void
show_facts (TrioNoteRow *self, const char *facts)
{
  if (facts == NULL && self->facts == NULL)
    return;
  if (facts != NULL && self->facts != NULL
      && g_str_equal (pango_layout_get_text (self->facts), facts))
    return;
  g_clear_object (&self->facts);
  if (facts != NULL)
    self->facts = gtk_widget_create_pango_layout (GTK_WIDGET (self), facts);
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
  g_autofree char *widest = g_strnfill (count_digits (self->info.n_notes), '0');
  g_autofree char *number = g_strdup_printf ("%u", self->info.number);
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
  g_autofree char *state = trio_note_row_dup_state (note);
  g_autofree char *facts = trio_note_row_dup_facts (self, note, FALSE);
  g_autofree char *aloud = trio_note_row_dup_facts (self, note, TRUE);
  g_autoptr (GString) label = NULL;

  show_facts (self, facts);
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

  label = g_string_new (NULL);
  /* Translators: read aloud: number and text of an input */
  g_string_append_printf (label, _ ("Input %u: %s"), self->info.number, text);
  if (state != NULL)
    g_string_append_printf (label, ". %s", state);
  if (aloud != NULL)
    g_string_append_printf (label, ". %s", aloud);
  set_accessible_label (self, label->str);
}

static void
show_heading (TrioNoteRow *self)
{
  guint n = self->info.number;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = NULL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (TRIO_IS_CLUSTER (self->item))
    label = g_strdup_printf (
        ngettext ("Cluster “%s” with %u input", "Cluster “%s” with %u inputs", n), self->title, n);
  else
    /* Translators: read aloud: a heading in the list of inputs, and how many stand below it */
    label = g_strdup_printf (ngettext ("%s, %u input", "%s, %u inputs", n), self->title, n);
  g_clear_object (&self->number);
  self->number_width = 0;
  show_facts (self, NULL);
  show_words (self, self->title);
  show_mark (self, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  set_accessible_label (self, label);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                    (int)self->info.level, -1);
}

static void
set_class (TrioNoteRow *self, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
show_item (TrioNoteRow *self)
{
  guint level = self->info.level;

  set_class (self, "cluster-heading", level == 3);
  set_class (self, "station-heading", level == 1 || level == 2);
  if (TRIO_IS_NOTE (self->item))
    show_note (self, TRIO_OBJECT (self->item));
  else
    {
      set_class (self, "set-aside", FALSE);
      show_heading (self);
    }
}

/* A heading follows its title; the others get theirs from the list. */
static void
item_changed_cb (GObject *item, GParamSpec *pspec, TrioNoteRow *self)
{
  if (TRIO_IS_CLUSTER (item))
    {
      const char *title = trio_object_get_text (TRIO_OBJECT (item), TRIO_CLUSTER_TITLE);

      g_free (self->title);
      self->title = g_strdup (title != NULL && *title != '\0' ? title : _ ("Unnamed cluster"));
    }
  show_item (self);
}

/* Another font or size: the layouts have to be made anew. */
static void
trio_note_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  TrioNoteRow *self = TRIO_NOTE_ROW (widget);

  GTK_WIDGET_CLASS (trio_note_row_parent_class)->css_changed (widget, change);
  if (self->text != NULL)
    pango_layout_context_changed (self->text);
  if (self->facts != NULL)
    pango_layout_context_changed (self->facts);
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
  if (keep && TRIO_IS_NOTE_EDITOR (self->editor))
    text = trio_note_editor_dup_text (TRIO_NOTE_EDITOR (self->editor));
  else if (keep)
    text = trio_title_editor_dup_text (TRIO_TITLE_EDITOR (self->editor));
  g_signal_emit (self, signals[EDIT_DONE], 0, text);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_queue_resize (GTK_WIDGET (self));
  self->ending = FALSE;
}

static void
editor_done_cb (GtkWidget *editor, gboolean keep, TrioNoteRow *self)
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
  g_clear_object (&self->facts);
  g_clear_pointer (&self->title, g_free);

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
 * @info: what belongs to it there
 * @title: (nullable): what a heading says
 *
 * Shows an item and follows its changes.
 */
void
trio_note_row_bind (TrioNoteRow *self,
                    GObject *item,
                    const TrioOutlineInfo *info,
                    const char *title)
{
  gboolean is_same;

  g_return_if_fail (TRIO_IS_NOTE_ROW (self));
  g_return_if_fail (G_IS_OBJECT (item));

  /* One more input at the end changes nothing that is drawn in the rows before it. */
  is_same = self->item == item && self->info.number == info->number
            && self->info.n_below == info->n_below && self->info.level == info->level
            && count_digits (self->info.n_notes) == count_digits (info->n_notes)
            && g_strcmp0 (self->title, title) == 0;
  if (is_same && self->info.n_notes == info->n_notes)
    return;

  if (self->item != item)
    {
      trio_note_row_unbind (self);
      self->item = g_object_ref (item);
      g_signal_connect (item, "notify", G_CALLBACK (item_changed_cb), self);
    }
  self->info = *info;
  g_free (self->title);
  self->title = g_strdup (title);
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
    g_signal_handlers_disconnect_by_func (self->item, item_changed_cb, self);
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
 * Lets the words of the input, or the title of the cluster, be edited in place. Enter keeps,
 * Escape gives up, and leaving the row keeps.
 */
void
trio_note_row_start_edit (TrioNoteRow *self)
{
  TrioObject *object;

  g_return_if_fail (TRIO_IS_NOTE_ROW (self));

  if (self->editor != NULL || (!TRIO_IS_NOTE (self->item) && !TRIO_IS_CLUSTER (self->item)))
    return;

  object = TRIO_OBJECT (self->item);
  if (TRIO_IS_NOTE (self->item))
    self->editor = trio_note_editor_new (trio_object_get_text (object, TRIO_NOTE_TEXT));
  else
    self->editor = trio_title_editor_new (trio_object_get_text (object, TRIO_CLUSTER_TITLE));
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
