/* trio-paste-dialog.c: dialogue material is pasted, and its themes are recognised.
 *
 * What was recognised is said at once, so that nobody has to trust it unseen.
 */
#include "config.h"

#include "app/setup/trio-paste-dialog.h"

#include <glib/gi18n.h>

#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "exchange/trio-dialogue.h"

struct _TrioPasteDialog
{
  AdwWindow parent_instance;

  GtkTextView *view;
  GtkLabel *verdict;
  GtkWidget *use_button;

  TrioThemeSet *set;
};

G_DEFINE_FINAL_TYPE (TrioPasteDialog, trio_paste_dialog, ADW_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
describe (TrioThemeSet *set)
{
  guint n = set->themes->len;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u theme recognised:", "%u themes recognised:", n), n);
  for (guint i = 0; i < n; i++)
    {
      const TrioSetTheme *theme = g_ptr_array_index (set->themes, i);
      guint n_questions = theme->questions->len;

      g_string_append_printf (text, "\n• %s – ", theme->title);
      g_string_append_printf (text, ngettext ("%u question", "%u questions", n_questions),
                              n_questions);
      if (*theme->topic == '\0')
        {
          g_string_append (text, ", ");
          g_string_append (text, _ ("no lead question"));
        }
      if (theme->direction[0] == NULL)
        {
          g_string_append (text, ", ");
          g_string_append (text, _ ("no direction"));
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
changed_cb (GtkTextBuffer *buffer, TrioPasteDialog *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;
  g_autofree char *verdict = NULL;
  g_autoptr (GError) error = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_clear_pointer (&self->set, trio_theme_set_unref);
  if (*text != '\0')
    self->set = trio_dialogue_parse (text, -1, &error);
  gtk_widget_set_sensitive (self->use_button, self->set != NULL);
  if (self->set != NULL)
    verdict = describe (self->set);
  gtk_label_set_label (self->verdict, verdict != NULL ? verdict
                                      : error != NULL ? error->message
                                                      : "");
}

static void
trio_paste_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TRIO_PASTE_DIALOG (object)->set, trio_theme_set_unref);

  G_OBJECT_CLASS (trio_paste_dialog_parent_class)->finalize (object);
}

static void
trio_paste_dialog_class_init (TrioPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trio_paste_dialog_finalize;

  /**
   * TrioPasteDialog::accepted:
   * @self: the dialog
   *
   * The themes that were recognised are wanted.
   */
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioPasteDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TrioPasteDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, TrioPasteDialog, use_button);
  gtk_widget_class_bind_template_callback (widget_class, trio_paste_dialog_accept);
  trio_compat_make_dialog (widget_class);
}

static void
trio_paste_dialog_init (TrioPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->verdict);
  trio_compat_mend_names (GTK_WIDGET (self));
  g_signal_connect (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb),
                    self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * trio_paste_dialog_new:
 * @parent: (nullable): the window that asks
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_paste_dialog_new (GtkWindow *parent)
{
  return g_object_new (TRIO_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);
}

/**
 * trio_paste_dialog_set_text:
 * @self: the dialog
 * @text: dialogue material
 *
 * Puts text in place of what was pasted.
 */
void
trio_paste_dialog_set_text (TrioPasteDialog *self, const char *text)
{
  g_return_if_fail (TRIO_IS_PASTE_DIALOG (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

/**
 * trio_paste_dialog_get_set:
 * @self: the dialog
 *
 * Returns: (transfer none) (nullable): the themes that were recognised
 */
TrioThemeSet *
trio_paste_dialog_get_set (TrioPasteDialog *self)
{
  g_return_val_if_fail (TRIO_IS_PASTE_DIALOG (self), NULL);

  return self->set;
}

/**
 * trio_paste_dialog_accept:
 * @self: the dialog
 *
 * Hands the themes over, if there are any, and closes the dialog.
 */
void
trio_paste_dialog_accept (TrioPasteDialog *self)
{
  g_return_if_fail (TRIO_IS_PASTE_DIALOG (self));

  if (self->set == NULL)
    return;
  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}
