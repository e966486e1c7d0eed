/* trio-setup-findings.c: what the checks found in a part of the setup, each a way to it. */
#include "config.h"

#include "app/setup/trio-setup-findings.h"

#include <glib/gi18n.h>

#include "app/trio-labels.h"

struct _TrioSetupFindings
{
  GtkBox parent_instance;

  guint n;
};

G_DEFINE_FINAL_TYPE (TrioSetupFindings, trio_setup_findings, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  TrioId object;
  guint field;
} Place;

static void
clicked_cb (GtkButton *button, TrioSetupFindings *self)
{
  Place *place = g_object_get_data (G_OBJECT (button), "place");

  g_signal_emit (self, signals[CHOSEN], 0, place->object, place->field);
}

static char *
dup_text (const TrioFinding *finding)
{
  g_autofree char *message = trio_finding_dup_message (finding);
  g_autofree char *field = NULL;

  if (finding->field == TRIO_NO_FIELD || finding->object_kind != TRIO_KIND_WORKSHOP)
    return g_steal_pointer (&message);
  field = trio_finding_dup_where (finding);
  /* Translators: where something was found, and what */
  return g_strdup_printf (_ ("%s: %s"), field, message);
}

static GtkWidget *
create_row (TrioSetupFindings *self, const TrioFinding *finding)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (finding->severity == TRIO_SEVERITY_NOTICE
                                                      ? "dialog-information-symbolic"
                                                      : "dialog-warning-symbolic");
  g_autofree char *text = dup_text (finding);
  GtkWidget *label = gtk_label_new (text);
  const char *severity = trio_label_severity (finding->severity);
  Place *place = g_new0 (Place, 1);

  place->object = finding->object;
  place->field = finding->field;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "trio-finding");
  if (finding->severity != TRIO_SEVERITY_NOTICE)
    gtk_widget_add_css_class (button, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, severity, -1);
  gtk_widget_set_tooltip_text (button, severity);
  g_object_set_data_full (G_OBJECT (button), "place", place, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

static void
trio_setup_findings_class_init (TrioSetupFindingsClass *klass)
{
  /**
   * TrioSetupFindings::chosen:
   * @self: the list
   * @object: number of an object
   * @field: index of a field of it, or %TRIO_NO_FIELD
   *
   * Somebody wants to see what was found.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
trio_setup_findings_init (TrioSetupFindings *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * trio_setup_findings_is_about_setup:
 * @finding: a finding
 *
 * Returns: whether it is something that is put right before the day, where it is written
 */
gboolean
trio_setup_findings_is_about_setup (const TrioFinding *finding)
{
  if (finding->is_waived || finding->part != TRIO_PART_RECORD)
    return FALSE;
  if (finding->object_kind != TRIO_KIND_WORKSHOP && finding->object_kind != TRIO_KIND_THEME
      && finding->object_kind != TRIO_KIND_QUESTION && finding->object_kind != TRIO_KIND_STATION)
    return FALSE;
  return finding->kind != TRIO_FINDING_NO_SUMMARY && finding->kind != TRIO_FINDING_COVERAGE
         && finding->kind != TRIO_FINDING_UNLINKED;
}

/**
 * trio_setup_findings_show:
 * @self: the list
 * @findings: (array length=n_findings): what was found
 * @n_findings: how many
 *
 * Shows these findings in place of the ones before.
 */
void
trio_setup_findings_show (TrioSetupFindings *self,
                          const TrioFinding *const *findings,
                          guint n_findings)
{
  GtkWidget *child;

  g_return_if_fail (TRIO_IS_SETUP_FINDINGS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < n_findings; i++)
    gtk_box_append (GTK_BOX (self), create_row (self, findings[i]));
  self->n = n_findings;
  gtk_widget_set_visible (GTK_WIDGET (self), n_findings > 0);
}

/**
 * trio_setup_findings_get_length:
 * @self: the list
 *
 * Returns: how many findings are shown
 */
guint
trio_setup_findings_get_length (TrioSetupFindings *self)
{
  g_return_val_if_fail (TRIO_IS_SETUP_FINDINGS (self), 0);

  return self->n;
}
