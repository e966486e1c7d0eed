/* trio-language.h: which language a board is written in, and its stop words. */
#pragma once

#include "model/trio-record.h"

G_BEGIN_DECLS

const char *trio_language_of (const TrioRecord *workshop);
const char *trio_language_recognise (const char *const *texts, guint n_texts);
const char *const *trio_language_get_stop_words (const char *lang);
const char *trio_language_get_stemmer (const char *lang);

G_END_DECLS
