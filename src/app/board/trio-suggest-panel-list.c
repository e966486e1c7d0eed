/* trio-suggest-panel-list.c: the proposed clusters as a list: which of them are accepted, and why
 * their inputs are together. */
#include "config.h"

#include "app/board/trio-suggest-panel-private.h"

#include <glib/gi18n.h>

/* The list follows the slider when that rests; the board and the count follow at once. */
#define REST_MS 120

static TrioSceneGroup *
group_at (TrioSuggestPanel *self, guint index)
{
  return self->groups != NULL && index < self->groups->len ? g_ptr_array_index (self->groups, index)
                                                           : NULL;
}

static guint
index_of (GtkWidget *check)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "group"));
}

static const char *
title_of (const TrioSceneGroup *group)
{
  return *group->title != '\0' ? group->title : _ ("Unnamed cluster");
}

/* Tells how many clusters, and how many inputs stay without. */
void
trio_suggest_panel_show_summary (TrioSuggestPanel *self)
{
  g_autoptr (GArray) loose = trio_suggestion_list_loose (self->suggestion, self->clusters);
  g_autofree char *clusters = NULL;
  g_autofree char *text = NULL;
  guint n = 0;
  guint n_loose = loose->len;

  for (guint i = 0; i < self->groups->len; i++)
    {
      TrioSceneGroup *group = g_ptr_array_index (self->groups, i);

      n += group->is_accepted;
      if (!group->is_accepted)
        n_loose += group->notes->len;
    }
  clusters = g_strdup_printf (ngettext ("%u cluster", "%u clusters", n), n);
  /* Translators: "5 clusters", then how many inputs would be in none of them */
  text = g_strdup_printf (_ ("%s · %u without cluster"), clusters, n_loose);
  gtk_label_set_label (self->summary, text);
  gtk_widget_set_sensitive (self->accept_button, n > 0);
}

static void
show_reason (TrioSuggestPanel *self, guint index)
{
  TrioSceneGroup *group = group_at (self, index);

  gtk_label_set_label (self->reason, group != NULL && group->reason != NULL ? group->reason : "");
  if (group != NULL && self->board != NULL)
    trio_board_point_at_proposal (self->board, index);
}

static void
toggled_cb (GtkCheckButton *check, TrioSuggestPanel *self)
{
  guint index = index_of (GTK_WIDGET (check));
  TrioSceneGroup *group = group_at (self, index);

  if (group == NULL || group->is_accepted == gtk_check_button_get_active (check))
    return;
  group->is_accepted = gtk_check_button_get_active (check);
  trio_board_redraw_proposal (self->board, index);
  trio_suggest_panel_show_summary (self);
}

static void
focus_cb (GtkEventControllerFocus *controller, TrioSuggestPanel *self)
{
  show_reason (self,
               index_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));
}

static void
enter_cb (GtkEventControllerMotion *controller, double x, double y, TrioSuggestPanel *self)
{
  show_reason (self,
               index_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));
}

static GtkWidget *
create_row (TrioSuggestPanel *self, guint index)
{
  TrioSceneGroup *group = group_at (self, index);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (title_of (group));
  g_autofree char *number = g_strdup_printf ("%u", group->notes->len);
  GtkWidget *count = gtk_label_new (number);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_autofree char *label = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_object_set_data (G_OBJECT (check), "group", GUINT_TO_POINTER (index));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), group->is_accepted);
  gtk_widget_set_tooltip_text (check, group->reason);
  /* Translators: read aloud: name of a proposed cluster and how many inputs would go into it */
  label = g_strdup_printf (ngettext ("%s, %u input", "%s, %u inputs", group->notes->len),
                           title_of (group), group->notes->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  group->reason != NULL ? group->reason : "", -1);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (check, focus);
  gtk_widget_add_controller (check, motion);
  return check;
}

/* Shows the clusters of the present cut. */
void
trio_suggest_panel_fill_list (TrioSuggestPanel *self)
{
  GtkWidget *row;

  g_clear_handle_id (&self->list_timeout, g_source_remove);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->groups != NULL && i < self->groups->len; i++)
    {
      GtkWidget *check = create_row (self, i);

      gtk_list_box_append (self->list, check);
      /* The tick is what one goes to, not the row around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
  gtk_label_set_label (self->reason, "");
}

static gboolean
rest_cb (gpointer user_data)
{
  TrioSuggestPanel *self = user_data;

  self->list_timeout = 0;
  trio_suggest_panel_fill_list (self);
  trio_board_fit (self->board, TRUE);
  return G_SOURCE_REMOVE;
}

/* Shows the clusters as soon as the slider rests. */
void
trio_suggest_panel_queue_list (TrioSuggestPanel *self)
{
  g_clear_handle_id (&self->list_timeout, g_source_remove);
  self->list_timeout = g_timeout_add (REST_MS, rest_cb, self);
}

/* A proposed frame was clicked on the board. */
void
trio_suggest_panel_show_toggled (TrioSuggestPanel *self, guint group)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)group);
  GtkWidget *check = row != NULL ? gtk_list_box_row_get_child (row) : NULL;

  if (check != NULL && group_at (self, group) != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), group_at (self, group)->is_accepted);
  trio_suggest_panel_show_summary (self);
  show_reason (self, group);
}
