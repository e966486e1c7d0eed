/* samples-matrix.c: every type of document in both languages, of workshops of every size and
 * kind: from no input to 400, grouped or not, without summaries, and with hostile words. */
#include <string.h>

#include "../core/type-fixtures.h"
#include "samples.h"

typedef struct
{
  const char *name;
  guint n_notes;
  gboolean is_grouped;
  gboolean is_bare;    /* no summaries, directions or questions */
  gboolean is_hostile; /* words that formats trip over, wherever people write */
} Variant;

static const Variant variants[] = {
  { "0", 0, FALSE, FALSE, FALSE },          { "1", 1, FALSE, FALSE, FALSE },
  { "36", 36, FALSE, FALSE, FALSE },        { "400", 400, FALSE, FALSE, FALSE },
  { "36-grouped", 36, TRUE, FALSE, FALSE }, { "400-grouped", 400, TRUE, FALSE, FALSE },
  { "36-bare", 36, FALSE, TRUE, FALSE },    { "36-hostile", 36, TRUE, FALSE, TRUE },
};

static const char *const languages[] = { "da", "en" };

static const char *const words_da[] = {
  "Færre skift af kontaktperson",
  "Kigge på ”hjemmelavede” regler/krav – om dokumentation",
  "Hvem ringer til de pårørende, når planen ændrer sig fra den ene dag til den anden?",
  "ÉN indgang til kommunen",
  "Makkerpar på tværs af huse. Prøves af i foråret",
};

static const char *const words_en[] = {
  "Fewer changes of contact person",
  "Look at “home-made” rules/demands – on records",
  "Who calls the relatives when the plan changes from one day to the next?",
  "ONE door into the municipality",
  "Buddies across houses. To be tried in spring",
};

static const char *const words_hostile[] = {
  "Styretegn \001\002\010\013\037 midt i",
  "]]> & < > \" ' &amp; &#0; <w:p/>",
  "👩‍👩‍👧 Emoji og 🇩🇰",
  "عربي مع English",
  "=cmd|' /C calc'!A0",
  "# * _ [x](y) `kode` 1. - + > \\ | ~",
  "{title} {{ }} %s %n ${x}",
  "1. ikke en liste",
  "   mellemrum   i   enderne   ",
  "Række\r\nskift\rog \xe2\x80\xa8 linje\ttabulator",
  "Setext\n=====",
  "a|b|c ||| \\|",
  "<script>alert(1)</script>",
  "$^~{}\\input{x}",
  "-----",
};

static char *
make_words (const Variant *variant, gboolean is_danish, guint n)
{
  const char *const *words = is_danish ? words_da : words_en;

  if (!variant->is_hostile)
    return g_strdup_printf ("%s %u", words[n % G_N_ELEMENTS (words_da)], n + 1);
  if (n == 0)
    {
      GString *endless = g_string_new (NULL);

      while (endless->len < 10000)
        g_string_append_printf (endless, "lang tekst %u ", (guint)endless->len);
      return g_string_free (endless, FALSE);
    }
  return g_strdup (words_hostile[n % G_N_ELEMENTS (words_hostile)]);
}

static void
add_notes (Workshop *workshop, const Variant *variant, gboolean is_danish)
{
  TrioId stations[4], clusters[4] = { 0 };
  guint n_stations = 0;

  for (guint i = 0; i < workshop->records->len; i++)
    {
      TrioRecord *record = workshop->records->pdata[i];

      if (record->kind == TRIO_KIND_STATION && n_stations < G_N_ELEMENTS (stations))
        stations[n_stations++] = record->id;
      else if (record->kind == TRIO_KIND_NOTE)
        workshop_set_int (workshop, record->id, TRIO_NOTE_STATE, TRIO_NOTE_STATE_PRACTICE);
    }
  for (guint i = 0; i < variant->n_notes; i++)
    {
      guint at = i % n_stations;
      g_autofree char *words = make_words (variant, is_danish, i);
      g_autofree char *title = make_words (variant, is_danish, i + 1);
      TrioId note;

      if (variant->is_grouped && i / n_stations % 5 == 0)
        clusters[at] = workshop_add_cluster (workshop, stations[at], title);
      /* Each fifth input of a station lies beside the clusters. */
      note = workshop_add_note (workshop, stations[at], i / n_stations % 5 == 4 ? 0 : clusters[at],
                                words);
      workshop_set_int (workshop, note, TRIO_NOTE_VOTES, i % 3);
    }
}

/* Takes away, or spoils, what was written about the themes. */
static void
change_words (Workshop *workshop, const Variant *variant)
{
  for (guint i = 0; i < workshop->records->len; i++)
    {
      TrioRecord *record = workshop->records->pdata[i];
      const TrioKindInfo *info = trio_kind_get_info (record->kind);

      if (variant->is_bare && record->kind == TRIO_KIND_SUMMARY)
        workshop_set_text (workshop, record->id, TRIO_SUMMARY_TEXT, " \n ");
      if (variant->is_bare && record->kind == TRIO_KIND_THEME)
        {
          workshop_set_text (workshop, record->id, TRIO_THEME_DIRECTION, "");
          workshop_set_text (workshop, record->id, TRIO_THEME_SUBTITLE, "");
          workshop_set_text (workshop, record->id, TRIO_THEME_TOPIC, "");
        }
      for (guint f = 0; variant->is_hostile && f < info->n_fields; f++)
        {
          const char *text
              = info->fields[f].flags & TRIO_FIELD_WORDS ? trio_record_get_text (record, f) : NULL;
          const char *spoiled = words_hostile[(i + f) % G_N_ELEMENTS (words_hostile)];
          g_autofree char *both = NULL;

          if (text == NULL || *text == '\0' || record->kind == TRIO_KIND_NOTE)
            continue;
          both = g_strdup_printf ("%s %s", text, spoiled);
          workshop_set_text (workshop, record->id, f, both);
        }
    }
}

static TrioDoc *
make (const char *type, const char *lang, const Variant *variant, GError **error)
{
  g_autoptr (Workshop) workshop = workshop_new_for_types (lang);
  g_autoptr (TrioTemplate) tmpl = find_template_of_type (type, lang);
  g_autoptr (TrioBuildOptions) options = options_new_for_type (type, lang);
  g_autoptr (TrioSnapshot) snapshot = NULL;

  add_notes (workshop, variant, strcmp (lang, "da") == 0);
  change_words (workshop, variant);
  trio_build_options_set_group_by_cluster (options, variant->is_grouped);
  snapshot = workshop_snapshot (workshop);
  return trio_builder_build (snapshot, tmpl, options, error);
}

gboolean
foreach_of_matrix (SampleFunc func, gpointer user_data, GError **error)
{
  for (guint t = 0; document_types[t] != NULL; t++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      for (guint v = 0; v < G_N_ELEMENTS (variants); v++)
        {
          g_autofree char *name
              = g_strdup_printf ("%s_%s_%s", document_types[t], languages[l], variants[v].name);
          g_autoptr (TrioDoc) doc = make (document_types[t], languages[l], &variants[v], error);

          if (doc == NULL || !func (doc, name, user_data, error))
            return FALSE;
        }
  return TRUE;
}
