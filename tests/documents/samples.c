/* samples.c: the sample trees: a Notat in two languages and all sizes, and looks of it. */
#include "samples.h"

#include <string.h>

static const char *const logo
    = "iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAMAAAACNM4XAAAACVBMVEUfOl9oepPm6/ET5c0nAAAAmUlEQVRYw+2W"
      "7Q7AEAxFXe//0PsQtCYi6zDJPfZD2iZHbRbOEULI9sDfYI12utorGqk39PX76HmkGGUpJombtQPFeNZiirhdvEw8"
      "7SxR/FMxPvpPV44T/Jm/ShAGvB4ybm9ZJoMXWRKFMZIz5pahkpCP0KdFpIx5s53uWGjzxtbixu8LxaKiRL1h1OJD"
      "LgLomO909SGEkA04AH3NBuf7y1inAAAAAElFTkSuQmCC";

typedef struct
{
  const char *title;
  const char *subtitle;
  const char *summary;
} Theme;

static const Theme themes_da[] = {
  { "Blik for borgeren", "Samskabelse, inddragelse og velfærd der holder",
    "Vi skal se forløbet fra borgerens plads, så overgangen fra ét tilbud til det næste bliver "
    "rolig, og så alle ved, hvem der har bolden." },
  { "Digitale muligheder", "Gode løsninger på opgaven og kontakt på borgerens vilkår",
    "Teknologien skal give tid tilbage til kerneopgaven. Vi vil indføre nye værktøjer i et tempo, "
    "hvor alle kan følge med, og hvor formålet er kendt fra begyndelsen." },
  { "En attraktiv arbejdsplads", "Et godt sted at være hele arbejdslivet, og et sted man bliver",
    "En fælles velkomst gør det tydeligt, at man er en del af noget større. Vi vil vise hinanden, "
    "hvor mange veje der er gennem organisationen." },
  { "En stærk fortælling", "Hvordan vi taler om faget, omdømme og nye kolleger",
    "De gode historier findes allerede, men de bliver sjældent fortalt. Vi vil øve os i at få øje "
    "på dem og dele dem. Det er os selv, der tegner billedet af faget. Derfor vil vi tale det op "
    "med stolthed." },
};

static const Theme themes_en[] = {
  { "Eye for the citizen", "Co-creation, involvement and welfare that lasts",
    "We will look at each course from the citizen’s seat, so that nobody is lost between two "
    "services." },
  { "Digital possibilities", "Good tools for the task and contact on the citizen’s terms",
    "Technology must give time back to the core task. New tools come at a pace that all can "
    "follow." },
  { "An attractive workplace", "A good place for a whole working life",
    "A common welcome shows that everybody belongs to something larger than their own unit." },
  { "A strong story", "How we speak of our work, reputation and new colleagues",
    "The good stories are there already, but seldom told. We will learn to notice and share "
    "them." },
};

static const char *const notes_da[] = {
  "Færre skift af kontaktperson",
  "Kigge på ”hjemmelavede” regler/krav om dokumentation",
  "Fælles borgermøder – også om aftenen",
  "Hvem ringer til de pårørende, når planen ændrer sig fra den ene dag til den anden?",
  "Overblik over forløbet for både borger, pårørende og de kolleger, der møder ind til næste vagt",
  "ÉN indgang til kommunen",
  "Tid til at lytte (også når der er travlt)",
  "Makkerpar på tværs af huse. Prøves af i foråret",
  "Mindre skærm, mere samvær",
  "Udendørs møder: gåture, haver og værksted",
};

static const char *const notes_en[] = {
  "Fewer changes of contact person",          "Look at “home-made” rules/demands",
  "Shared meetings – in the evening as well", "Who calls the relatives when the plan changes?",
  "One door into the municipality",
};

static TrioInlines *
text (const char *value)
{
  return trio_inlines_new_text (value);
}

static void
set_letterhead (TrioDoc *doc, TrioLogoPlace place, const char *side, const char *of)
{
  gsize length = 0;
  guchar *data = g_base64_decode (logo, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  TrioInlines *footer = trio_inlines_new ();

  trio_doc_set_logo (doc, bytes, "image/png", "Kommunens våbenskjold & navn", 35, place);
  trio_inlines_add_text (footer, side);
  trio_inlines_add_page_number (footer);
  trio_inlines_add_text (footer, of);
  trio_inlines_add_page_count (footer);
  trio_doc_set_footer (doc, footer);
}

static TrioListItem *
add_note (TrioList *list, const Theme *themes, guint station, guint n, gboolean is_danish)
{
  g_autofree char *id = g_strdup_printf ("note-%u-%u", station + 1, n + 1);
  const char *words = is_danish ? notes_da[(station * 3 + n) % G_N_ELEMENTS (notes_da)]
                                : notes_en[(station * 3 + n) % G_N_ELEMENTS (notes_en)];
  TrioListItem *item = trio_list_add_text (list, words);

  trio_list_item_set_note (item, trio_note_ref_new (id, station + 1, themes[station].title));
  return item;
}

static void
append_station (TrioDoc *doc,
                const Theme *themes,
                guint station,
                guint n_notes,
                gboolean with_clusters,
                gboolean is_danish)
{
  g_autofree char *capitals = g_utf8_strup (themes[station].title, -1);
  g_autofree char *label = g_strdup_printf ("STATION %u:", station + 1);
  TrioBlock *heading = trio_block_new_heading (2, text (capitals));
  guint done = 0;

  trio_block_set_literal (heading, label);
  trio_doc_append (doc, heading);
  if (n_notes == 0)
    {
      const char *none = is_danish ? "Ingen input." : "No inputs.";

      trio_doc_append (doc, trio_block_new_para (TRIO_PARA_NORMAL, text (none)));
      return;
    }
  while (done < n_notes)
    {
      guint end = with_clusters ? MIN (n_notes, done + 4) : n_notes;
      TrioList *list = trio_list_new (TRIO_LIST_BULLET);

      trio_list_set_tight (list, TRUE);
      for (guint i = done; i < end; i++)
        add_note (list, themes, station, i, is_danish);
      if (with_clusters)
        {
          g_autofree char *name
              = g_strdup_printf (is_danish ? "Klynge %u" : "Cluster %u", done / 4);

          trio_doc_append (doc, trio_block_new_cluster (3, text (name), list));
        }
      else
        trio_doc_append (doc, trio_block_new_list (list));
      done = end;
    }
}

static void
append_themes (TrioDoc *doc, const Theme *themes)
{
  for (guint i = 0; i < 4; i++)
    {
      TrioBlock *heading = trio_block_new_heading (1, text (themes[i].title));

      trio_block_set_number (heading, TRIO_NUMBER_DOT, i + 1);
      trio_doc_append (doc, heading);
      trio_doc_append (doc, trio_block_new_para (TRIO_PARA_NORMAL, text (themes[i].summary)));
    }
}

static void
append_opening (TrioDoc *doc, const Theme *themes, gboolean is_danish)
{
  TrioBlock *meta = trio_block_new_meta (TRIO_META_LINES);
  TrioList *list = trio_list_new (TRIO_LIST_DOT);

  trio_block_add_meta (meta, is_danish ? "Dato" : "Date",
                       text (is_danish ? "6. oktober 2022" : "6 October 2022"));
  trio_block_add_meta (meta, is_danish ? "Sagsnr." : "Case no.", text ("00.01.10-P35-3-22"));
  trio_doc_append (doc, trio_block_new_title (text (is_danish ? "Notat: Fire temaer om godt arbejde"
                                                              : "Note: Four themes of good work")));
  trio_doc_append (doc, meta);
  trio_doc_append (
      doc,
      trio_block_new_para (
          TRIO_PARA_NORMAL,
          text (is_danish
                    ? "Hovedudvalget inviterede den 6. oktober 2022 til temadag for alle "
                      "TRIO’er i kommunen. Deltagerne talte om, hvad der gør arbejdet godt, og "
                      "hvad der skal til for at det bliver ved med at være det."
                    : "The main committee invited all trios to a theme day on 6 October "
                      "2022.")));
  trio_doc_append (
      doc, trio_block_new_para (
               TRIO_PARA_NORMAL,
               text (is_danish ? "Målet med dagen var, at der blev lagt et fælles spor for det "
                                 "videre arbejde lokalt. Dagen bød på fire centrale temaer:"
                               : "The aim of the day was a common track. There were four "
                                 "themes:")));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s: %s", themes[i].title, themes[i].subtitle);

      trio_list_add_text (list, line);
    }
  trio_list_set_tight (list, TRUE);
  trio_doc_append (doc, trio_block_new_list (list));
  trio_doc_append (
      doc,
      trio_block_new_para (
          TRIO_PARA_NORMAL,
          text (is_danish ? "På afdelingens egen dag den 1. november 2022 drøftede deltagerne "
                            "ligeledes de fire temaer. Se alle input fra stationerne i bilaget. "
                            "Opsummeret er det følgende input, som går igen på de fire stationer."
                          : "All inputs are in the appendix. In short, these go through all four "
                            "stations.")));
}

TrioDoc *
sample_notat (const char *lang, guint notes_per_station, gboolean with_clusters)
{
  gboolean is_danish = strcmp (lang, "da") == 0;
  const Theme *themes = is_danish ? themes_da : themes_en;
  TrioDoc *doc = trio_doc_new ();
  TrioBlock *appendix;

  trio_doc_set (doc, TRIO_DOC_KIND, "notat");
  trio_doc_set (doc, TRIO_DOC_LANG, lang);
  trio_doc_set (doc, TRIO_DOC_TITLE,
                is_danish ? "Notat: Fire temaer om godt arbejde"
                          : "Note: Four themes of good work");
  trio_doc_set (doc, TRIO_DOC_ORGANISATION, "Prøvekøbing Kommune");
  trio_doc_set (doc, TRIO_DOC_CASE_NUMBER, "00.01.10-P35-3-22");
  trio_doc_set (doc, TRIO_DOC_CREATED, "2022-10-07T09:30:00Z");
  set_letterhead (doc, TRIO_LOGO_TOP_RIGHT, is_danish ? "Side " : "Page ",
                  is_danish ? " af " : " of ");

  append_opening (doc, themes, is_danish);
  append_themes (doc, themes);
  appendix = trio_block_new_heading (1, text (is_danish ? "Bilag: Input fra stationerne"
                                                        : "Appendix: Inputs from the stations"));
  trio_block_set_starts_page (appendix, TRUE);
  trio_block_set_appendix (appendix, TRUE);
  trio_doc_append (doc, appendix);
  for (guint i = 0; i < 4; i++)
    append_station (doc, themes, i, notes_per_station, with_clusters, is_danish);
  return doc;
}

static TrioDoc *
make_notat_da (void)
{
  return sample_notat ("da", 9, FALSE);
}

static TrioDoc *
make_notat_en (void)
{
  return sample_notat ("en", 9, FALSE);
}

static TrioDoc *
make_without_notes (void)
{
  return sample_notat ("da", 0, FALSE);
}

static TrioDoc *
make_one_note (void)
{
  TrioDoc *doc = trio_doc_new ();
  TrioList *list = trio_list_new (TRIO_LIST_BULLET);

  trio_doc_set (doc, TRIO_DOC_TITLE, "Ét input");
  trio_doc_append (doc, trio_block_new_title (text ("Ét input")));
  add_note (list, themes_da, 0, 0, TRUE);
  trio_doc_append (doc, trio_block_new_list (list));
  return doc;
}

static TrioDoc *
make_400 (void)
{
  return sample_notat ("da", 100, FALSE);
}

static TrioDoc *
make_400_in_clusters (void)
{
  return sample_notat ("en", 100, TRUE);
}

static TrioDoc *
make_title_only (void)
{
  TrioDoc *doc = trio_doc_new ();

  trio_doc_set (doc, TRIO_DOC_TITLE, "Tomt");
  trio_doc_append (doc, trio_block_new_title (text ("Tomt")));
  return doc;
}

/* A municipality's own look: other fonts, bullets, margins, and the logo on the left. */
static TrioDoc *
make_other_look (void)
{
  TrioDoc *doc = sample_notat ("da", 9, TRUE);

  trio_doc_set_font (doc, TRIO_DOC_FONT_BODY, "Georgia, Liberation Serif, serif", 10.5, "#222222");
  trio_doc_set_font (doc, TRIO_DOC_FONT_HEADING, "Arial, Liberation Sans, sans-serif", 13,
                     "#7A1F2B");
  trio_doc_set_margins (doc, 20, 15, 20, 40);
  trio_doc_set_bullet (doc, "–");
  trio_doc_set_hyphenate (doc, FALSE);
  set_letterhead (doc, TRIO_LOGO_TOP_LEFT, "- ", " -");
  trio_doc_set_header (doc, text ("Prøvekøbing Kommune\nPersonale & Udvikling"), TRUE);
  return doc;
}

static TrioDoc *
make_landscape (void)
{
  TrioDoc *doc = sample_notat ("da", 9, FALSE);

  trio_doc_set_landscape (doc, TRUE);
  trio_doc_set_header (doc, text ("Kun på de følgende sider"), FALSE);
  return doc;
}

const Sample samples[] = {
  { "notat-da", make_notat_da },
  { "notat-en", make_notat_en },
  { "without-notes", make_without_notes },
  { "one-note", make_one_note },
  { "notes-400", make_400 },
  { "notes-400-in-clusters", make_400_in_clusters },
  { "title-only", make_title_only },
  { "other-look", make_other_look },
  { "landscape", make_landscape },
  { "everything", sample_everything },
  { "case", sample_case },
  { "hostile", sample_hostile },
  { "type-notat-da", sample_type_notat_da },
  { "type-notat-en", sample_type_notat_en },
  { "dialogue-da", sample_dialogue_da },
  { "dialogue-en", sample_dialogue_en },
  { "case-da", sample_case_da },
  { "case-en", sample_case_en },
  { "item-da", sample_item_da },
  { "item-en", sample_item_en },
  { "status-da", sample_status_da },
  { "status-en", sample_status_en },
  { "poster-da", sample_poster_da },
  { "poster-en", sample_poster_en },
  { "typing-sheet-da", sample_typing_sheet_da },
  { "typing-sheet-en", sample_typing_sheet_en },
  { NULL, NULL },
};
