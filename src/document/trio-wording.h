/* trio-wording.h: the wording of a template, text with placeholders, parsed once.
 *
 * The grammar is in data/schemas/template.rnc. Values that are put in are never parsed, so
 * that braces in a participant's words stay braces.
 */
#pragma once

#include "document/trio-inline.h"

G_BEGIN_DECLS

/**
 * TrioWordingType:
 * @TRIO_WORDING_TEXT: text
 * @TRIO_WORDING_NUMBER: a whole number that is not negative; 0 counts as empty
 * @TRIO_WORDING_DATE: an ISO 8601 date
 *
 * The type of a value, which decides which filters fit.
 */
typedef enum
{
  TRIO_WORDING_TEXT,
  TRIO_WORDING_NUMBER,
  TRIO_WORDING_DATE,
} TrioWordingType;

/**
 * TrioWordingValue:
 * @type: the type
 * @text: (nullable): text or date
 * @number: the number
 *
 * A value to be put in. It borrows @text.
 */
typedef struct
{
  TrioWordingType type;
  const char *text;
  guint number;
} TrioWordingValue;

/**
 * TrioWordingLookup:
 * @path: the name between the braces, such as "theme.title"
 * @value: (out caller-allocates): the value
 * @user_data: data of the caller
 *
 * Finds a value. Its text must stay there until the expansion is over.
 *
 * Returns: whether the name is known
 */
typedef gboolean (*TrioWordingLookup) (const char *path,
                                       TrioWordingValue *value,
                                       gpointer user_data);

/**
 * TrioWordingUse:
 * @path: the name of the value
 * @filters: (nullable): the filters, ended by %NULL
 * @is_choice: whether it chooses between two forms by number
 *
 * One placeholder of a wording.
 */
typedef struct
{
  const char *path;
  const char *const *filters;
  gboolean is_choice;
} TrioWordingUse;

/**
 * TrioWordingFunc:
 * @use: a placeholder
 * @user_data: data of the caller
 *
 * Called for each placeholder in reading order.
 */
typedef void (*TrioWordingFunc) (const TrioWordingUse *use, gpointer user_data);

typedef struct _TrioWording TrioWording;

TrioWording *trio_wording_parse (const char *text, GError **error);
void trio_wording_free (TrioWording *wording);

void trio_wording_foreach (const TrioWording *wording, TrioWordingFunc func, gpointer user_data);
gboolean
trio_wording_is_complete (const TrioWording *wording, TrioWordingLookup lookup, gpointer user_data);
char *trio_wording_expand (const TrioWording *wording,
                           const char *lang,
                           TrioWordingLookup lookup,
                           gpointer user_data);
TrioInlines *trio_wording_expand_page (const TrioWording *wording,
                                       const char *lang,
                                       TrioWordingLookup lookup,
                                       gpointer user_data);

const char *const *trio_wording_get_filters (void);
gboolean trio_wording_filter_fits (const char *filter, TrioWordingType type);
gboolean trio_wording_value_is_empty (const TrioWordingValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioWording, trio_wording_free)

G_END_DECLS
