/* trio-builder-list.c: lists, and which input each item prints. */
#include "config.h"

#include "document/trio-builder-private.h"

static char *
format_time (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static char *
dup_cluster_title (const TrioDocSource *source, const TrioRecord *note)
{
  const TrioRecord *cluster
      = trio_doc_source_get_record (source, trio_record_get_ref (note, TRIO_NOTE_CLUSTER));

  return cluster != NULL ? g_strdup (trio_record_get_text (cluster, TRIO_CLUSTER_TITLE)) : NULL;
}

static char *
dup_role (const TrioRecord *note)
{
  const char *const *names = trio_kind_get_info (TRIO_KIND_NOTE)->fields[TRIO_NOTE_ROLE].names;
  gint64 role = trio_record_get_int (note, TRIO_NOTE_ROLE);

  return role != TRIO_ROLE_NONE ? g_strdup (names[role]) : NULL;
}

/* @text is what the item prints; nothing for an input that it only stands for. */
static TrioNoteRef *
make_one_ref (const TrioScope *scope, const TrioRecord *note, const char *text)
{
  const TrioDocSource *source = scope->source;
  const TrioDocStation *station
      = trio_doc_source_get_station (source, trio_record_get_ref (note, TRIO_NOTE_STATION));
  const char *wording = trio_record_get_text (note, TRIO_NOTE_TEXT);
  g_autofree char *id = trio_uuid_to_text (&note->uuid);
  TrioNoteRef *ref
      = trio_note_ref_new (id, (guint)trio_record_get_int (station->record, TRIO_STATION_NUMBER),
                           station->theme != NULL
                               ? trio_record_get_text (station->theme, TRIO_THEME_TITLE)
                               : trio_record_get_text (station->record, TRIO_STATION_PLACE));

  if (text == NULL || !g_str_equal (wording, text))
    ref->text = g_strdup (wording);
  ref->cluster = dup_cluster_title (source, note);
  ref->votes = (guint)trio_record_get_int (note, TRIO_NOTE_VOTES);
  ref->round
      = trio_doc_source_get_round_number (source, trio_record_get_ref (note, TRIO_NOTE_ROUND));
  ref->role = dup_role (note);
  ref->created = format_time (trio_record_get_int (note, TRIO_NOTE_CREATED));
  return ref;
}

static TrioNoteRef *
make_note_ref (const TrioScope *scope, const TrioRecord *note, const char *text)
{
  const GPtrArray *stack = trio_doc_source_get_stack (scope->source, note->id);
  TrioNoteRef *ref = make_one_ref (scope, note, text);
  TrioNoteRef *last = ref;

  for (guint i = 0; stack != NULL && i < stack->len; i++)
    if (stack->pdata[i] != note)
      {
        last->next = make_one_ref (scope, stack->pdata[i], NULL);
        last = last->next;
      }
  return ref;
}

static void
add_item (TrioList *list, const TrioNode *node, const TrioScope *scope, TrioNumberStyle numbering)
{
  g_autofree char *text = trio_builder_expand (node->wording, scope);
  TrioListItem *item;

  if (*text == '\0')
    return;
  item = trio_list_add_text (list, text);
  if (scope->kind == TRIO_SCOPE_NOTE)
    trio_list_item_set_note (item, make_note_ref (scope, scope->record, text));
  if (node->children->len > 0)
    {
      TrioList *nested = trio_builder_make_list (node->children->pdata[0], scope, numbering);

      if (nested != NULL)
        trio_list_item_set_nested (item, nested);
    }
}

static TrioListKind
choose_kind (TrioListKind kind, TrioNumberStyle numbering)
{
  if (kind != TRIO_LIST_DOT && kind != TRIO_LIST_PAREN)
    return kind;
  if (numbering == TRIO_NUMBER_NONE)
    return kind;
  return numbering == TRIO_NUMBER_PAREN ? TRIO_LIST_PAREN : TRIO_LIST_DOT;
}

static TrioList *
make_literal (const TrioNode *node, const TrioScope *scope)
{
  g_autoptr (TrioList) list = trio_list_new (node->list_kind);

  for (guint i = 0; i < node->children->len; i++)
    {
      const TrioNode *sentence = node->children->pdata[i];

      if (trio_builder_is_shown (sentence, scope))
        {
          g_autofree char *text = trio_builder_expand (sentence->wording, scope);

          trio_list_add_text (list, text);
        }
    }
  trio_list_set_tight (list, TRUE);
  return trio_list_get_length (list) > 0 ? g_steal_pointer (&list) : NULL;
}

/* Returns: the list of a list or cluster node; NULL if it would be empty. @numbering is that
 * of the document, NONE for the template's own. */
TrioList *
trio_builder_make_list (const TrioNode *node, const TrioScope *scope, TrioNumberStyle numbering)
{
  g_autoptr (TrioList) list = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (node->kind == TRIO_NODE_POINTS)
    return make_literal (node, scope);
  list = trio_list_new (choose_kind (node->list_kind, numbering));
  records = trio_scope_list (scope, node->name);

  for (guint i = 0; i < records->len; i++)
    {
      TrioScope inner = trio_scope_open (scope, node->name, records->pdata[i], i + 1);

      add_item (list, node, &inner, numbering);
    }
  trio_list_set_tight (list, TRUE);
  return trio_list_get_length (list) > 0 ? g_steal_pointer (&list) : NULL;
}
