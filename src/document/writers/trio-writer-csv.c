/* trio-writer-csv.c: one row for each input of the document.
 *
 * Semicolons, a byte order mark and CR LF, because a Danish spreadsheet otherwise shows one
 * column or broken letters. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front. The heads are in the language of the document, not of the program.
 */
#include "config.h"

#include <string.h>

#include "base/trio-csv.h"
#include "base/trio-text.h"
#include "document/writers/trio-writer-private.h"

#define BYTE_ORDER_MARK "\357\273\277"
#define SEPARATOR       ';'

typedef struct
{
  const char *lang;
  const char *heads[9];
  const char *roles[4]; /* leader, amr, tr, other */
} Words;

static const Words words[] = {
  { "en",
    { "Station no.", "Station", "Cluster", "Input", "Votes", "Round", "Role", "Created", "Id" },
    { "Leader", "AMR", "TR", "Other" } },
  { "da",
    { "Stationsnr.", "Station", "Klynge", "Input", "Stemmer", "Runde", "Rolle", "Oprettet", "Id" },
    { "Leder", "AMR", "TR", "Anden" } },
};

static const char *const role_codes[] = { "leader", "amr", "tr", "other" };

typedef struct
{
  GString *out;
  const Words *words;
  GCancellable *cancellable;
} Writer;

static void
write_cell (GString *out, const char *text)
{
  gboolean is_quoted = text[strcspn (text, ";\"\r\n")] != '\0' || text[0] == ' ';

  if (is_quoted)
    g_string_append_c (out, '"');
  if (trio_csv_needs_guard (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0';)
    {
      gsize plain = strcspn (p, "\"");

      g_string_append_len (out, p, (gssize)plain);
      p += plain;
      if (*p == '"')
        {
          g_string_append (out, "\"\"");
          p++;
        }
    }
  if (is_quoted)
    g_string_append_c (out, '"');
}

static void
write_text (GString *out, const char *text)
{
  g_autofree char *clean = trio_text_clean (text, -1, TRIO_TEXT_PLAIN);

  write_cell (out, clean);
  g_string_append_c (out, SEPARATOR);
}

static const char *
find_role (const Words *found, const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (role_codes); i++)
    if (g_str_equal (code, role_codes[i]))
      return found->roles[i];
  return code;
}

static void
write_note (Writer *w, const TrioListItem *item, const TrioNoteRef *note)
{
  g_autofree char *text
      = note->text != NULL ? g_strdup (note->text) : trio_inlines_dup_text (item->inlines);
  g_string_append_printf (w->out, "%u%c", note->station_number, SEPARATOR);
  write_text (w->out, note->station);
  write_text (w->out, note->cluster);
  write_text (w->out, text);
  g_string_append_printf (w->out, "%u%c", note->votes, SEPARATOR);
  if (note->round > 0)
    g_string_append_printf (w->out, "%u", note->round);
  g_string_append_c (w->out, SEPARATOR);
  write_text (w->out, find_role (w->words, note->role));
  write_text (w->out, note->created);
  write_cell (w->out, note->id);
  g_string_append (w->out, "\r\n");
}

/* Inputs that lie in one stack are one item of the document, and stay rows of their own. */
static void
write_note_cb (const TrioListItem *item, gpointer user_data)
{
  Writer *w = user_data;

  for (const TrioNoteRef *note = item->note; note != NULL; note = note->next)
    if (!g_cancellable_is_cancelled (w->cancellable))
      write_note (w, item, note);
}

static const Words *
find_words (const char *lang)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (lang, words[i].lang, 2) == 0)
      return &words[i];
  return &words[0];
}

/**
 * trio_writer_csv:
 * @doc: a document
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the inputs of the document as CSV, or %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *
trio_writer_csv (TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  Writer w = { g_string_new (BYTE_ORDER_MARK), find_words (trio_doc_get (doc, TRIO_DOC_LANG)),
               cancellable };

  for (guint i = 0; i < G_N_ELEMENTS (w.words->heads); i++)
    {
      if (i > 0)
        g_string_append_c (w.out, SEPARATOR);
      write_cell (w.out, w.words->heads[i]);
    }
  g_string_append (w.out, "\r\n");
  trio_doc_foreach_note (doc, write_note_cb, &w);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_string_free (w.out, TRUE);
      return NULL;
    }
  return g_string_free_to_bytes (w.out);
}
