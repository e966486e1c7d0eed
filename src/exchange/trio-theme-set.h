/* trio-theme-set.h: sets of themes to start a workshop from.
 *
 * A theme set is an XML file (namespace urn:dk:trio:theme-set:1, data/schemas/theme-set.rnc)
 * with an event's themes: titles, topic phrases, questions and the shared direction. Sets
 * are embedded, installed, kept by the user, or opened by path; a workshop's themes can be
 * saved as a set again.
 */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

#define TRIO_THEME_SET_NAMESPACE "urn:dk:trio:theme-set:1"

/* A theme without a colour of its own. */
#define TRIO_SET_NO_COLOUR (-1)

/**
 * TrioSetQuestion:
 * @text: the question
 * @points: (array zero-terminated=1): the points it ends in, often none
 *
 * A question of a theme in a set.
 */
typedef struct
{
  char *text;
  char **points;
} TrioSetQuestion;

/**
 * TrioSetTheme:
 * @title: the title, never empty
 * @subtitle: the subtitle, or ""
 * @topic: the words that end the lead question, or ""
 * @colour: a #TrioColour, or %TRIO_SET_NO_COLOUR
 * @questions: (element-type TrioSetQuestion): the questions in order
 * @direction: (array zero-terminated=1): the paragraphs of the shared direction
 *
 * A theme in a set.
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *topic;
  int colour;
  GPtrArray *questions;
  char **direction;
} TrioSetTheme;

/**
 * TrioThemeSet:
 * @id: what the set is called in commands, such as "godt-fra-start"
 * @version: counts up with each new wording of the set, from 1
 * @lang: language of the texts, such as "da"
 * @title: the title of the set
 * @series: what the themes are about, as it reads inside a sentence, or ""
 * @description: what the set is for, or ""
 * @path: (nullable): the file it came from; %NULL for an embedded set
 * @themes: (element-type TrioSetTheme): the themes in order, at least one
 *
 * A theme set. Immutable and shared between threads once it has been made.
 */
typedef struct _TrioThemeSet TrioThemeSet;

struct _TrioThemeSet
{
  /*< private >*/
  gatomicrefcount refs;
  /*< public >*/
  char *id;
  guint version;
  char *lang;
  char *title;
  char *series;
  char *description;
  char *path;
  GPtrArray *themes;
};

TrioThemeSet *trio_theme_set_ref (TrioThemeSet *set);
void trio_theme_set_unref (TrioThemeSet *set);

TrioThemeSet *trio_theme_set_parse (GBytes *bytes, const char *name, GError **error);
GBytes *trio_theme_set_to_bytes (const TrioThemeSet *set, GError **error);

TrioThemeSet *trio_theme_set_load (const char *id_or_path, GError **error);
gboolean trio_theme_set_save (const TrioThemeSet *set, const char *path, GError **error);
GPtrArray *trio_theme_set_list (GPtrArray *problems);
char *trio_theme_set_dup_user_folder (void);
TrioLanguage trio_theme_set_get_language (const TrioThemeSet *set);

gboolean trio_theme_set_apply (const TrioThemeSet *set, TrioEdit *edit);
TrioThemeSet *
trio_theme_set_from_snapshot (TrioSnapshot *snapshot, const char *title, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioThemeSet, trio_theme_set_unref)

G_END_DECLS
