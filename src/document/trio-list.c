/* trio-list.c: lists of a document, and the inputs that their items print. */
#include "document/trio-block.h"

#include "base/trio-text.h"

static void
free_item (gpointer data)
{
  TrioListItem *item = data;

  trio_inlines_free (item->inlines);
  trio_list_free (item->nested);
  trio_note_ref_free (item->note);
  g_free (item);
}

/**
 * trio_list_new:
 * @kind: bullets or the style of the numbers
 *
 * Returns: (transfer full): a tight list without items that starts with 1
 */
TrioList *
trio_list_new (TrioListKind kind)
{
  TrioList *list = g_new0 (TrioList, 1);

  list->kind = kind;
  list->start = 1;
  list->tight = TRUE;
  list->items = g_ptr_array_new_with_free_func (free_item);
  return list;
}

/**
 * trio_list_free:
 * @list: (nullable): a list
 */
void
trio_list_free (TrioList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->items);
  g_free (list);
}

/**
 * trio_list_set_start:
 * @list: a list
 * @start: the number of the first item, at least 1
 */
void
trio_list_set_start (TrioList *list, guint start)
{
  g_return_if_fail (list != NULL && start >= 1);

  list->start = start;
}

/**
 * trio_list_set_tight:
 * @list: a list
 * @tight: whether the items stand without space between them
 */
void
trio_list_set_tight (TrioList *list, gboolean tight)
{
  g_return_if_fail (list != NULL);

  list->tight = tight;
}

/**
 * trio_list_add_item:
 * @list: a list
 * @inlines: (transfer full) (nullable): the text of the item
 *
 * Adds an item at the end.
 *
 * Returns: (transfer none): the item, for trio_list_item_set_nested() and
 *   trio_list_item_set_note()
 */
TrioListItem *
trio_list_add_item (TrioList *list, TrioInlines *inlines)
{
  TrioListItem *item;

  g_return_val_if_fail (list != NULL, NULL);

  item = g_new0 (TrioListItem, 1);
  item->inlines = inlines != NULL ? inlines : trio_inlines_new ();
  g_ptr_array_add (list->items, item);
  return item;
}

/**
 * trio_list_add_text:
 * @list: a list
 * @text: plain text
 *
 * Adds an item of plain text at the end.
 *
 * Returns: (transfer none): the item
 */
TrioListItem *
trio_list_add_text (TrioList *list, const char *text)
{
  return trio_list_add_item (list, trio_inlines_new_text (text));
}

/**
 * trio_list_get_length:
 * @list: (nullable): a list
 *
 * Returns: the number of its items, without nested ones; 0 for %NULL
 */
guint
trio_list_get_length (const TrioList *list)
{
  return list != NULL ? list->items->len : 0;
}

/**
 * trio_list_get_item:
 * @list: a list
 * @index: a number below trio_list_get_length()
 *
 * Returns: (transfer none): the item
 */
const TrioListItem *
trio_list_get_item (const TrioList *list, guint index)
{
  g_return_val_if_fail (list != NULL && index < list->items->len, NULL);

  return list->items->pdata[index];
}

/* a … z, aa, bb, cc …: what every office program counts, and the only way that Word can. */
static char *
make_letters (guint number)
{
  char letter = (char)('a' + (number - 1) % 26);

  return number > 0 ? g_strnfill ((number - 1) / 26 + 1, letter) : g_strdup ("");
}

/**
 * trio_list_dup_label:
 * @list: a list
 * @index: the index of an item
 *
 * Letters go on after "z)" with "aa)", "bb)", as in office programs.
 *
 * Returns: (transfer full) (nullable): "1.", "1)" or "a)", or %NULL for bullets
 */
char *
trio_list_dup_label (const TrioList *list, guint index)
{
  g_autofree char *letters = NULL;

  g_return_val_if_fail (list != NULL, NULL);

  switch (list->kind)
    {
    case TRIO_LIST_DOT:
      return g_strdup_printf ("%u.", list->start + index);
    case TRIO_LIST_PAREN:
      return g_strdup_printf ("%u)", list->start + index);
    case TRIO_LIST_LETTER:
      letters = make_letters (list->start + index);
      return g_strconcat (letters, ")", NULL);
    case TRIO_LIST_BULLET:
    default:
      return NULL;
    }
}

/**
 * trio_list_item_set_nested:
 * @item: an item
 * @nested: (transfer full) (nullable): the list below it
 */
void
trio_list_item_set_nested (TrioListItem *item, TrioList *nested)
{
  g_return_if_fail (item != NULL);

  trio_list_free (item->nested);
  item->nested = nested;
}

/**
 * trio_list_item_set_note:
 * @item: an item
 * @note: (transfer full) (nullable): the input that it prints
 */
void
trio_list_item_set_note (TrioListItem *item, TrioNoteRef *note)
{
  g_return_if_fail (item != NULL);

  trio_note_ref_free (item->note);
  item->note = note;
}

/**
 * trio_note_ref_new:
 * @id: the id of an input
 * @station_number: the number of its station, from 1
 * @station: (nullable): the title of its station
 *
 * What else is known about the input is set in the fields; the strings are freed with it.
 *
 * Returns: (transfer full): a reference to the input
 */
TrioNoteRef *
trio_note_ref_new (const char *id, guint station_number, const char *station)
{
  TrioNoteRef *note;

  g_return_val_if_fail (id != NULL, NULL);

  note = g_new0 (TrioNoteRef, 1);
  note->id = g_strdup (id);
  note->station_number = station_number;
  note->station = trio_text_clean (station, -1,
                                   TRIO_TEXT_NO_SOFT_HYPHENS | TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  return note;
}

/**
 * trio_note_ref_free:
 * @note: (nullable): a reference to an input
 */
void
trio_note_ref_free (TrioNoteRef *note)
{
  if (note == NULL)
    return;
  g_free (note->id);
  g_free (note->text);
  g_free (note->station);
  g_free (note->cluster);
  g_free (note->role);
  g_free (note->created);
  g_free (note->author);
  trio_note_ref_free (note->next);
  g_free (note);
}
