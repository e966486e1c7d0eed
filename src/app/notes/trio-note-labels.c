/* trio-note-labels.c: roles, colours, rounds and clusters in the words of the interface. */
#include "config.h"

#include "app/notes/trio-note-labels.h"

#include <glib/gi18n.h>

/**
 * trio_note_colour_nth:
 * @index: 0 … %TRIO_N_NOTE_COLOURS - 1
 *
 * Returns: the colours that notes are given, in the order in which they are offered
 */
TrioColour
trio_note_colour_nth (guint index)
{
  static const TrioColour colours[TRIO_N_NOTE_COLOURS]
      = { TRIO_COLOUR_YELLOW, TRIO_COLOUR_GREEN, TRIO_COLOUR_BLUE, TRIO_COLOUR_RED };

  g_return_val_if_fail (index < TRIO_N_NOTE_COLOURS, TRIO_COLOUR_YELLOW);

  return colours[index];
}

/**
 * trio_note_colour_label:
 * @colour: a colour
 *
 * Returns: (transfer none): what the colour is called on a note; red paper is pink
 */
const char *
trio_note_colour_label (TrioColour colour)
{
  switch (colour)
    {
    case TRIO_COLOUR_YELLOW:
      return C_ ("colour", "Yellow");
    case TRIO_COLOUR_ORANGE:
      return C_ ("colour", "Orange");
    case TRIO_COLOUR_RED:
      return C_ ("colour", "Pink");
    case TRIO_COLOUR_PURPLE:
      return C_ ("colour", "Purple");
    case TRIO_COLOUR_BLUE:
      return C_ ("colour", "Blue");
    case TRIO_COLOUR_TEAL:
      return C_ ("colour", "Teal");
    case TRIO_COLOUR_GREEN:
      return C_ ("colour", "Green");
    case TRIO_COLOUR_GREY:
      break;
    }
  return C_ ("colour", "Grey");
}

/**
 * trio_note_colour_class:
 * @colour: a #TrioColour
 *
 * Returns: (transfer none): the style class of note paper in that colour
 */
const char *
trio_note_colour_class (gint64 colour)
{
  static const char *const classes[] = { "note-yellow", "note-orange", "note-red",   "note-purple",
                                         "note-blue",   "note-teal",   "note-green", "note-grey" };

  if (colour < 0 || colour >= (gint64)G_N_ELEMENTS (classes))
    return classes[TRIO_COLOUR_GREY];
  return classes[colour];
}

/**
 * trio_role_label:
 * @role: a role
 *
 * Returns: (transfer none): the role in full, for menus and screen readers
 */
const char *
trio_role_label (TrioRole role)
{
  switch (role)
    {
    case TRIO_ROLE_LEADER:
      return C_ ("role", "Leader");
    case TRIO_ROLE_AMR:
      return C_ ("role", "Work-environment representative (AMR)");
    case TRIO_ROLE_TR:
      return C_ ("role", "Union representative (TR)");
    case TRIO_ROLE_OTHER:
      return C_ ("role", "Other");
    case TRIO_ROLE_NONE:
      break;
    }
  return C_ ("role", "No role");
}

/**
 * trio_role_short_label:
 * @role: a role
 *
 * Returns: (transfer none): the role as it stands on a note; "" for none
 */
const char *
trio_role_short_label (TrioRole role)
{
  switch (role)
    {
    case TRIO_ROLE_LEADER:
      return C_ ("role", "Leader");
    case TRIO_ROLE_AMR:
      return C_ ("role", "AMR");
    case TRIO_ROLE_TR:
      return C_ ("role", "TR");
    case TRIO_ROLE_OTHER:
      return C_ ("role", "Other");
    case TRIO_ROLE_NONE:
      break;
    }
  return "";
}

/**
 * trio_round_dup_title:
 * @round: a round
 * @number: which one it is, from 1
 *
 * Returns: (transfer full): its title, or "Round 2"
 */
char *
trio_round_dup_title (TrioObject *round, guint number)
{
  const char *title = trio_object_get_text (round, TRIO_ROUND_TITLE);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  return g_strdup_printf (_ ("Round %u"), number);
}

/**
 * trio_cluster_dup_title:
 * @cluster: the record of a cluster
 *
 * Returns: (transfer full): its title, or words that say that it has none
 */
char *
trio_cluster_dup_title (const TrioRecord *cluster)
{
  const char *title = trio_record_get_text (cluster, TRIO_CLUSTER_TITLE);

  return g_strdup (title != NULL && *title != '\0' ? title : _ ("Cluster without a name"));
}

/**
 * trio_station_dup_title:
 * @model: the workshop
 * @station: the record of a station
 *
 * Returns: (transfer full): its number and the title of its theme: "2 Digital opportunities"
 */
char *
trio_station_dup_title (TrioModel *model, const TrioRecord *station)
{
  const TrioRecord *theme
      = trio_model_get_record (model, trio_record_get_ref (station, TRIO_STATION_THEME));

  return g_strdup_printf ("%d %s", (int)trio_record_get_int (station, TRIO_STATION_NUMBER),
                          theme != NULL ? trio_record_get_text (theme, TRIO_THEME_TITLE) : "");
}

/**
 * trio_note_paper:
 * @colour: a #TrioColour
 * @paper: (out): the colour of the paper
 * @edge: (out): a darker one of the same kind
 *
 * Gives the colours of a sticky note; they are the same on light and dark ground, as paper is.
 */
void
trio_note_paper (gint64 colour, GdkRGBA *paper, GdkRGBA *edge)
{
  static const char *const papers[][2] = {
    { "#fdeea5", "#c9ad3c" }, { "#fddcb4", "#cf9350" }, { "#f9d1e0", "#cd7f9f" },
    { "#e6d6f5", "#a583c4" }, { "#cfe3fb", "#6f9fd3" }, { "#c8ecec", "#5fa9a9" },
    { "#cdeecb", "#6db269" }, { "#e3e5e8", "#9aa0a6" },
  };
  guint index
      = colour >= 0 && colour < (gint64)G_N_ELEMENTS (papers) ? (guint)colour : TRIO_COLOUR_GREY;

  gdk_rgba_parse (paper, papers[index][0]);
  gdk_rgba_parse (edge, papers[index][1]);
}
