/* trio-wall-head.c: what stands on the wall around the page, and the page to test it with. */
#include "config.h"

#include "app/wall/trio-wall-private.h"

#include <glib/gi18n.h>

#include "app/wall/trio-wall-style.h"
#include "document/wall/trio-wall-colours.h"

#define LONG_ROUND 36
#define FOOT_LINES 2.6

static TrioObject *
theme_of (TrioWallWindow *self)
{
  TrioObject *station = trio_model_get_object (self->model, self->station);

  return station != NULL ? trio_model_get_object (self->model,
                                                  trio_object_get_ref (station, TRIO_STATION_THEME))
                         : NULL;
}

static void
set_font (GtkLabel *label, double size, PangoWeight weight)
{
  g_autoptr (PangoAttrList) attributes = trio_wall_style_create_plain (size, weight);

  gtk_label_set_attributes (label, attributes);
}

/* Points that are a part of the height of the window. */
static double
part_of_height (TrioWallWindow *self, double part)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return (height > 0 ? height : 768) * part * 72 / 96;
}

/**
 * trio_wall_window_apply_size:
 * @self: the wall
 *
 * Gives the head and the foot letters that go with those of the page, without letting them take
 * its room.
 */
void
trio_wall_window_apply_size (TrioWallWindow *self)
{
  double small = CLAMP (self->size * 0.6, 16, MAX (16, part_of_height (self, 0.028)));

  set_font (self->caption, small, PANGO_WEIGHT_SEMIBOLD);
  set_font (self->round, small, PANGO_WEIGHT_SEMIBOLD);
  set_font (self->count, small, PANGO_WEIGHT_SEMIBOLD);
  set_font (self->page_number, small, PANGO_WEIGHT_SEMIBOLD);
  set_font (self->title, CLAMP (self->size * 1.5, 26, MAX (26, part_of_height (self, 0.072))),
            PANGO_WEIGHT_ULTRABOLD);
  set_font (self->question, CLAMP (self->size * 0.85, 18, MAX (18, part_of_height (self, 0.037))),
            PANGO_WEIGHT_NORMAL);
  set_font (self->time, CLAMP (self->size * 2, 32, MAX (32, part_of_height (self, 0.094))),
            PANGO_WEIGHT_ULTRABOLD);
  set_font (self->empty, CLAMP (self->size, 24, 40), PANGO_WEIGHT_NORMAL);
  set_font (GTK_LABEL (gtk_button_get_child (self->news)), small, PANGO_WEIGHT_BOLD);
  /* What comes and goes in the foot may not take room from the page: it would move. */
  gtk_widget_set_size_request (self->foot, -1,
                               (int)(FOOT_LINES * trio_wall_style_get_pixels (small)));
  trio_wall_page_set_size (self->page, self->size);
}

static char *
dup_question (TrioWallWindow *self, guint *number, guint *n_questions)
{
  TrioObject *theme = theme_of (self);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GListModel *questions;

  *number = 0;
  *n_questions = 0;
  if (theme == NULL)
    return g_strdup ("");
  if (self->what == TRIO_WALL_PLAYBACK)
    return g_strdup (trio_object_get_text (theme, TRIO_THEME_SUBTITLE));

  questions = trio_model_get_children (self->model, TRIO_KIND_QUESTION, TRIO_QUESTION_THEME,
                                       trio_object_get_id (theme));
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (TrioObject) question = g_list_model_get_item (questions, i);

      if (trio_object_is_null (question, TRIO_QUESTION_PARENT))
        g_ptr_array_add (texts, (gpointer)trio_object_get_text (question, TRIO_QUESTION_TEXT));
    }
  *n_questions = texts->len;
  if (texts->len == 0)
    return g_strdup (trio_object_get_text (theme, TRIO_THEME_SUBTITLE));
  self->question_at %= texts->len;
  *number = self->question_at + 1;
  return g_strdup (g_ptr_array_index (texts, self->question_at));
}

static void
show_band (TrioWallWindow *self, TrioObject *theme)
{
  gint64 colour = theme != NULL ? trio_object_get_int (theme, TRIO_THEME_COLOUR) : 0;
  g_autofree char *name = g_strdup_printf ("wall-band-%d", (int)colour);
  const char *classes[] = { "wall-band", name, NULL };

  gtk_widget_set_css_classes (self->band, classes);
}

/**
 * trio_wall_window_show_head:
 * @self: the wall
 *
 * Shows which station this is, and what it is asked.
 */
void
trio_wall_window_show_head (TrioWallWindow *self)
{
  TrioObject *station = trio_model_get_object (self->model, self->station);
  TrioObject *theme = theme_of (self);
  guint number;
  guint n_questions;
  g_autofree char *question = dup_question (self, &number, &n_questions);
  g_autofree char *caption = NULL;
  int station_number
      = station != NULL ? (int)trio_object_get_int (station, TRIO_STATION_NUMBER) : 0;

  if (station == NULL)
    caption = g_strdup ("");
  else if (n_questions > 1)
    caption = g_strdup_printf (_ ("Station %d · question %u of %u"), station_number, number,
                               n_questions);
  else
    caption = g_strdup_printf (_ ("Station %d"), station_number);
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->title,
                       theme != NULL ? trio_object_get_text (theme, TRIO_THEME_TITLE) : "");
  gtk_label_set_label (self->question, question);
  gtk_widget_set_visible (GTK_WIDGET (self->question), *question != '\0');
  show_band (self, theme);
}

/**
 * trio_wall_window_show_clock:
 * @self: the wall
 *
 * Shows the running round and what is left of it.
 */
void
trio_wall_window_show_clock (TrioWallWindow *self)
{
  const TrioRoundClock *clock = trio_round_timer_get_clock (self->timer);
  g_autofree char *time = trio_round_clock_dup_text (clock);
  g_autofree char *teams = NULL;
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->time), clock->state != TRIO_CLOCK_IDLE);
  gtk_widget_set_visible (GTK_WIDGET (self->round), clock->state != TRIO_CLOCK_IDLE);
  if (clock->state == TRIO_CLOCK_IDLE)
    return;

  teams = trio_rotation_dup_teams (self->model, clock->round, self->station);
  where = g_strdup_printf (
      _ ("Round %u of %u"), trio_round_get_position (self->model, clock->round),
      g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_ROUND)));
  if (clock->state == TRIO_CLOCK_OVER)
    text = g_strdup_printf ("%s · %s", where, _ ("the time is up"));
  else if (clock->state == TRIO_CLOCK_PAUSED)
    text = g_strdup_printf ("%s · %s", where, _ ("paused"));
  else if (*teams != '\0')
    text = g_strdup_printf ("%s · %s", where, teams);
  else
    text = g_steal_pointer (&where);
  if (g_strcmp0 (gtk_label_get_label (self->time), time) != 0)
    gtk_label_set_label (self->time, time);
  if (g_strcmp0 (gtk_label_get_label (self->round), text) == 0)
    return;
  /* Many teams may take lines; the usual one or two may not push the title aside either. */
  gtk_label_set_wrap (self->round, g_utf8_strlen (text, -1) > LONG_ROUND);
  gtk_label_set_label (self->round, text);
}

/**
 * trio_wall_window_show_foot:
 * @self: the wall
 *
 * Shows how many inputs there are, what is new, and which page this is.
 */
void
trio_wall_window_show_foot (TrioWallWindow *self)
{
  const TrioWallDeck *deck = trio_wall_page_get_deck (self->page);
  guint n_pages = trio_wall_page_get_n_pages (self->page);
  guint n_new = 0;
  gboolean has_news = trio_wall_page_has_news (self->page, &n_new);
  GtkLabel *news = GTK_LABEL (gtk_button_get_child (self->news));
  g_autofree char *count = NULL;
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;

  if (deck == NULL)
    return;
  count = self->what == TRIO_WALL_PLAYBACK
              ? g_strdup_printf (ngettext ("%u input on the theme", "%u inputs on the theme",
                                           deck->n_notes),
                                 deck->n_notes)
              : g_strdup_printf (ngettext ("%u input at the station", "%u inputs at the station",
                                           deck->n_notes),
                                 deck->n_notes);
  gtk_label_set_label (self->count, count);
  page = n_pages > 1 ? g_strdup_printf (_ ("Page %u of %u"),
                                        trio_wall_page_get_page (self->page) + 1, n_pages)
                     : g_strdup ("");
  gtk_label_set_label (self->page_number, page);
  text = n_new > 0 ? g_strdup_printf (ngettext ("%u new", "%u new", n_new), n_new)
                   : g_strdup (_ ("Changed"));
  gtk_label_set_label (news, text);
  gtk_widget_set_visible (GTK_WIDGET (self->news), has_news);
  gtk_label_set_label (self->empty, self->what == TRIO_WALL_PLAYBACK
                                        ? _ ("No clusters on this theme yet")
                                        : _ ("No inputs at this station yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), deck->items->len == 0);
  g_free (g_steal_pointer (&text));
  /* Translators: how many inputs may not be shown to the room */
  text = g_strdup_printf (ngettext ("%u held back", "%u held back", deck->n_held), deck->n_held);
  gtk_label_set_label (self->held, text);
  gtk_widget_set_visible (GTK_WIDGET (self->held), deck->n_held > 0);
}

/**
 * trio_wall_window_show_samples:
 * @self: the wall
 * @show: whether to fill the page, or to empty it
 *
 * Fills the page on which a room tries what it can read: lines in growing sizes and each colour
 * of a card.
 */
void
trio_wall_window_show_samples (TrioWallWindow *self, gboolean show)
{
  static const double sizes[] = { 24, 32, 44, 60, 80 };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->samples))) != NULL)
    gtk_box_remove (self->samples, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->swatches))) != NULL)
    gtk_box_remove (self->swatches, child);
  if (!show)
    return;
  set_font (self->test_title, MAX (24, part_of_height (self, 0.05)), PANGO_WEIGHT_ULTRABOLD);
  set_font (self->test_advice, 18, PANGO_WEIGHT_NORMAL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      /* Translators: a line to be read from the last row; %d is the size of its letters. Short. */
      g_autofree char *text = g_strdup_printf (_ ("%d: readable?"), (int)sizes[i]);
      GtkWidget *line = gtk_label_new (text);

      set_font (GTK_LABEL (line), sizes[i], PANGO_WEIGHT_SEMIBOLD);
      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
      if (ABS (sizes[i] - self->size) < 4)
        gtk_widget_add_css_class (line, "wall-chosen");
      gtk_box_append (self->samples, line);
    }
  for (guint i = 0; i < TRIO_WALL_N_COLOURS; i++)
    {
      GtkWidget *swatch = gtk_label_new (_ ("Aa"));
      g_autofree char *name = g_strdup_printf ("wall-ground-%u", i);

      set_font (GTK_LABEL (swatch), 24, PANGO_WEIGHT_SEMIBOLD);
      gtk_widget_add_css_class (swatch, "wall-swatch");
      gtk_widget_add_css_class (swatch, name);
      gtk_box_append (self->swatches, swatch);
    }
}
