/* trio-capture-bar-private.h: shared by the files of the capture bar. */
#pragma once

#include "app/capture/trio-capture-bar.h"
#include "app/notes/trio-note-labels.h"
#include "app/notes/trio-similar-notes.h"
#include "app/widgets/trio-steady-label.h"
#include "model/trio-commands.h"
#include "text/trio-speller.h"

G_BEGIN_DECLS

struct _TrioCaptureBar
{
  AdwBin parent_instance;

  GtkLabel *badge;
  GtkEntry *entry;
  TrioSteadyLabel *status;
  TrioSteadyLabel *hint;

  GtkBox *recent;
  GtkBox *roles;
  GtkBox *colours;
  GtkMenuButton *round_button;
  GtkButton *clean_button;
  GtkToggleButton *practice_button;
  GtkButton *stack_button;

  TrioRole role; /* of new inputs; these four stay until they are changed */
  TrioColour colour;
  gboolean practice;
  TrioId round;        /* 0 follows the one that runs */
  gboolean is_guest;   /* shows nothing that others wrote */
  gboolean is_showing; /* buttons follow what was chosen, not the other way */
  GSimpleActionGroup *actions;

  TrioSimilarNotes *similar;
  TrioId similar_note; /* what the words in the field are like, or 0 */
  guint look_timeout;

  TrioSpeller *speller;
  TrioLanguage speller_language;
  gboolean is_loading;
  gboolean was_loaded; /* a dictionary that is missing is looked for once */
  GArray *misspelt;    /* TrioSpellingError in the words of the field */
  guint wrong_word;    /* which of them the menu is about */

  TrioModel *model;
  TrioId station;
  TrioId editing; /* the input that the field holds, 0 while typing a new one */
  const char *colour_class;
};

void trio_capture_bar_set_text (TrioCaptureBar *self, const char *text);
void trio_capture_bar_tell (TrioCaptureBar *self, const char *text, gboolean is_error);
void trio_capture_bar_show_hint (TrioCaptureBar *self);
void trio_capture_bar_tell_choices (TrioCaptureBar *self);
void trio_capture_bar_stop_editing (TrioCaptureBar *self);
gboolean trio_capture_bar_step (TrioCaptureBar *self, int direction);

/* trio-capture-choices.c */

void trio_capture_bar_add_choices (TrioCaptureBar *self);
void trio_capture_bar_show_practice (TrioCaptureBar *self);

/* trio-capture-round.c */

void trio_capture_bar_add_rounds (TrioCaptureBar *self);
void trio_capture_bar_show_rounds (TrioCaptureBar *self);

/* trio-capture-help.c */

void trio_capture_bar_watch_words (TrioCaptureBar *self);
void trio_capture_bar_look_soon (TrioCaptureBar *self);
void trio_capture_bar_stop_looking (TrioCaptureBar *self);
void trio_capture_bar_show_recent (TrioCaptureBar *self);

/* trio-capture-spelling.c */

void trio_capture_bar_mark_spelling (TrioCaptureBar *self);
void trio_capture_bar_add_spelling_menu (TrioCaptureBar *self);

/* trio-capture-notes.c */

gboolean trio_capture_bar_submit_to_stack (TrioCaptureBar *self);
void trio_capture_bar_edit (TrioCaptureBar *self, TrioObject *note);

/* trio-capture-pointer.c */

void trio_capture_bar_add_pointer (TrioCaptureBar *self);
void trio_capture_bar_show_buttons (TrioCaptureBar *self);

G_END_DECLS
