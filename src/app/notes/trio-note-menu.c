/* trio-note-menu.c: the menu of the selected inputs, with the key of each action. */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/notes/trio-note-labels.h"

static void
append_with_key (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* An action that does not apply is not shown. */
static void
append (GMenu *menu, const char *label, const char *detailed)
{
  g_autofree char *action = g_strconcat ("board.", detailed, NULL);
  g_autofree char *accel = trio_note_actions_dup_accel (detailed);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* In a row of pictures, as most programs have them. */
static void
append_clipboard (GMenu *menu)
{
  static const struct
  {
    const char *label;
    const char *action;
    const char *icon;
  } items[] = {
    { N_ ("C_ut"), "board.cut", "edit-cut-symbolic" },
    { N_ ("_Copy"), "board.copy", "edit-copy-symbolic" },
    { N_ ("_Paste"), "board.paste", "edit-paste-symbolic" },
  };
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) row = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), items[i].action);

      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_item_set_attribute (item, "verb-icon", "s", items[i].icon);
      g_menu_append_item (section, item);
    }
  row = g_menu_item_new_section (NULL, G_MENU_MODEL (section));
  g_menu_item_set_attribute (row, "display-hint", "s", "horizontal-buttons");
  g_menu_append_item (menu, row);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

/* Titles are not mnemonics. */
static char *
escape (const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenu *
create_cluster_list (TrioNoteActions *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GArray) clusters = trio_note_actions_dup_clusters (self);

  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioRecord *cluster = trio_model_get_record (self->model, TRIO_IDS (clusters)[i]);
      g_autofree char *title = trio_cluster_dup_title (cluster);
      g_autofree char *label = escape (title);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_autofree char *accel = g_strdup_printf ("%u", i + 1);

      g_menu_item_set_action_and_target (item, "board.move-to", "x", cluster->id);
      if (i < 9)
        g_menu_item_set_attribute (item, "accel", "s", accel);
      g_menu_append_item (menu, item);
    }
  return menu;
}

static GMenu *
create_colours (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < TRIO_N_NOTE_COLOURS; i++)
    {
      TrioColour colour = trio_note_colour_nth (i);
      g_autofree char *action = g_strdup_printf ("colour(%d)", colour);

      append (menu, trio_note_colour_label (colour), action);
    }
  return menu;
}

static GMenu *
create_roles (void)
{
  static const TrioRole roles[]
      = { TRIO_ROLE_LEADER, TRIO_ROLE_AMR, TRIO_ROLE_TR, TRIO_ROLE_OTHER, TRIO_ROLE_NONE };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *action = g_strdup_printf ("role(%d)", roles[i]);

      append (menu, trio_role_label (roles[i]), action);
    }
  return menu;
}

static GMenu *
create_rounds (TrioNoteActions *self)
{
  GListModel *rounds = trio_model_get_list (self->model, TRIO_KIND_ROUND);
  guint n = g_list_model_get_n_items (rounds);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) round = g_list_model_get_item (rounds, i);
      g_autofree char *title = trio_round_dup_title (round, i + 1);
      g_autofree char *label = escape (title);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "board.round", "x", trio_object_get_id (round));
      g_menu_append_item (menu, item);
    }
  return menu;
}

/* Only the board has places to go to. */
static GMenu *
create_places_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_with_key (menu, _ ("_Left"), "canvas.nudge(0)", "<Control>Left");
  append_with_key (menu, _ ("_Right"), "canvas.nudge(1)", "<Control>Right");
  append_with_key (menu, _ ("_Up"), "canvas.nudge(2)", "<Control>Up");
  append_with_key (menu, _ ("_Down"), "canvas.nudge(3)", "<Control>Down");
  return menu;
}

static gboolean
has_places (GtkWidget *view)
{
  const GVariantType *type;
  const char *name;
  const char *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (view), i, &owner, &name,
                                                   &type, &property);
       i++)
    if (g_str_equal (name, "canvas.nudge"))
      return TRUE;
  return FALSE;
}

static void
append_places (TrioNoteActions *self, GMenu *menu)
{
  GtkWidget *view = trio_note_actions_get_view (self, NULL);

  if (view != NULL && has_places (view))
    append_submenu (menu, _ ("Move on the _Board"), create_places_menu ());
}

static GMenu *
create_cluster_menu (TrioNoteActions *self)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Take _out of Cluster"), "ungroup");
  append (menu, _ ("_Rename Cluster"), "rename-cluster");
  append (menu, _ ("_Select All Its Inputs"), "select-cluster");
  append (menu, _ ("Spl_it into a Cluster of Its Own"), "split-cluster");
  append (menu, _ ("_Merge Clusters"), "merge-clusters");
  append (menu, _ ("_Dissolve Cluster"), "dissolve-cluster");
  if (trio_note_actions_get_cluster (self) != 0)
    append_places (self, menu);
  return menu;
}

/* What is done on the whole board; with inputs selected, what is done to them comes first. */
static GMenu *
create_board_section (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Select _All"), "select-all");
  append_with_key (menu, _ ("Suggest Cl_usters"), "station.suggest", "<Control>g");
  append_with_key (menu, _ ("_Tidy Board"), "station.tidy", "<Shift><Control>y");
  append_with_key (menu, _ ("Vote b_y Clicking"), "station.vote-by-clicking", "<Control>k");
  return menu;
}

static GMenu *
create_votes_menu (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Vote"), "vote(1)");
  append (menu, _ ("Take _Back a Vote"), "vote(-1)");
  append (menu, _ ("Set the Vot_es…"), "count-votes");
  return menu;
}

static GMenu *
create_showing_menu (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Withhold from Documents…"), "withhold");
  append (menu, _ ("_Include in Documents Again"), "release");
  append (menu, _ ("_Flag: Not Yet on the Wall"), "flag");
  append (menu, _ ("Clear _Flag"), "clear-flag");
  append (menu, _ ("_Quote on the Wall"), "quote");
  append (menu, _ ("Do Not _Quote on the Wall"), "unquote");
  return menu;
}

static GMenu *
create_order_menu (TrioNoteActions *self)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Move Up"), "shift(-1)");
  append (menu, _ ("Move Down"), "shift(1)");
  append (menu, _ ("_Stack, Keeping Every Wording"), "stack");
  append (menu, _ ("Take Stack _Apart"), "unstack");
  if (trio_note_actions_get_cluster (self) == 0)
    append_places (self, menu);
  return menu;
}

/* Who, what colour, when, how many votes. */
static void
append_facts (TrioNoteActions *self, GMenu *menu, gboolean can_change)
{
  GMenu *section;

  if (!can_change)
    {
      append_section (menu, create_votes_menu ());
      append_section (menu, create_order_menu (self));
      return;
    }
  section = g_menu_new ();
  append_submenu (section, _ ("Vo_tes"), create_votes_menu ());
  append_submenu (section, _ ("_Role"), create_roles ());
  append_submenu (section, _ ("Colou_r"), create_colours ());
  append (section, _ ("Rou_nd…"), "choose-round");
  append_section (menu, section);
}

/**
 * trio_note_menu_new_rounds:
 * @self: the actions
 *
 * Returns: (transfer full): the rounds that the selection can be given
 */
GMenu *
trio_note_menu_new_rounds (TrioNoteActions *self)
{
  return create_rounds (self);
}

/**
 * trio_note_menu_new:
 * @self: the actions
 *
 * Returns: (transfer full): everything that can be done to the selection now
 */
GMenu *
trio_note_menu_new (TrioNoteActions *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GArray) targets = trio_note_actions_dup_targets (self);
  gboolean can_change = targets->len > 0 && !trio_model_get_read_only (self->model);
  GMenu *section = g_menu_new ();

  append (section, _ ("_Edit"), "edit");
  append (section, _ ("_New Input"), "new-note");
  append_section (menu, section);
  append_clipboard (menu);

  section = g_menu_new ();
  append (section, _ ("_Group into a New Cluster"), "group");
  if (can_change)
    append_submenu (section, _ ("_Put in Cluster"), create_cluster_list (self));
  append (section, _ ("_Move to…"), "move");
  if (can_change
      && g_action_group_get_action_enabled (G_ACTION_GROUP (self->group), "select-cluster"))
    append_submenu (section, _ ("C_luster"), create_cluster_menu (self));
  if (targets->len > 0)
    append_with_key (section, _ ("Select More _Like These"), "station.more-like-these",
                     "<Shift><Control>g");
  append_section (menu, section);

  if (targets->len == 0)
    append_section (menu, create_board_section ());
  if (targets->len == 0)
    append_section (menu, create_cluster_menu (self));

  append_facts (self, menu, can_change);

  section = g_menu_new ();
  if (can_change)
    append_submenu (section, _ ("Order and Stac_k"), create_order_menu (self));
  if (can_change)
    append_submenu (section, _ ("_Documents and Wall"), create_showing_menu ());
  append (section, _ ("_Delete"), "delete");
  append_section (menu, section);
  return menu;
}
