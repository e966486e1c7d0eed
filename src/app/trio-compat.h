/* trio-compat.h: the only place for GTK and libadwaita types that later releases replace.
 *
 * File choosers, questions and the about window are asked for here in words that will not
 * change when the widgets behind them do.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TrioFileFunc:
 * @file: (nullable): the chosen file, or %NULL when the user cancelled
 * @user_data: data of the caller
 *
 * Receives the answer of a file chooser.
 */
typedef void (*TrioFileFunc) (GFile *file, gpointer user_data);

/**
 * TrioFileKind:
 * @TRIO_FILE_WORKSHOP: workshop files
 * @TRIO_FILE_IMPORT: files that inputs can be read from
 * @TRIO_FILE_ANY: all files
 *
 * Which files a chooser shows.
 */
typedef enum
{
  TRIO_FILE_WORKSHOP,
  TRIO_FILE_IMPORT,
  TRIO_FILE_ANY,
} TrioFileKind;

void trio_compat_open_file (
    GtkWindow *parent, const char *title, TrioFileKind kind, TrioFileFunc func, gpointer user_data);
void trio_compat_save_file (GtkWindow *parent,
                            const char *title,
                            TrioFileKind kind,
                            const char *folder,
                            const char *name,
                            TrioFileFunc func,
                            gpointer user_data);

void trio_compat_choose_folder (GtkWindow *parent,
                                const char *title,
                                const char *folder,
                                TrioFileFunc func,
                                gpointer user_data);

/**
 * TrioAnswer:
 * @id: what is reported when this answer is chosen
 * @label: its button, with mnemonic
 * @appearance: how the button looks
 *
 * One answer to a question.
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} TrioAnswer;

/**
 * TrioAnswerFunc:
 * @id: the answer; "cancel" when the question was closed
 * @user_data: data of the caller
 *
 * Receives the answer to a question.
 */
typedef void (*TrioAnswerFunc) (const char *id, gpointer user_data);

/**
 * TrioTextFunc:
 * @text: (nullable): what was typed, or %NULL when the user cancelled
 * @user_data: data of the caller
 *
 * Receives the answer to a question that is answered in words.
 */
typedef void (*TrioTextFunc) (const char *text, gpointer user_data);

GtkWindow *trio_compat_ask (GtkWindow *parent,
                            const char *heading,
                            const char *body,
                            const TrioAnswer *answers,
                            guint n_answers,
                            const char *default_id,
                            TrioAnswerFunc func,
                            gpointer user_data);
GtkWindow *trio_compat_ask_text (GtkWindow *parent,
                                 const char *heading,
                                 const char *body,
                                 const char *label,
                                 const char *accept,
                                 TrioTextFunc func,
                                 gpointer user_data,
                                 GDestroyNotify destroy);
void trio_compat_mend_names (GtkWidget *widget);
void trio_compat_set_button_label (GtkButton *button, const char *label);
void trio_compat_name_icons (GtkWidget *widget);
void trio_compat_name_images (void);
void trio_compat_add_toast (AdwToastOverlay *overlay, AdwToast *toast);
void trio_compat_focus_children (GtkWidgetClass *widget_class);
void trio_compat_leave_list_on_tab (GtkWidget *list);
void trio_compat_make_dialog (GtkWidgetClass *widget_class);
void trio_compat_show_drag_text (GdkDrag *drag, const char *text);
void trio_compat_hide_unseen (GtkWidget *stack);
void trio_compat_close_on_escape (GtkWidget *window);
void trio_compat_show_message (GtkWindow *parent, const char *heading, const char *body);
void trio_compat_show_about (GtkWindow *parent);
void trio_compat_show_shortcuts (GtkWindow *parent, GtkWindow *shortcuts);
void trio_compat_fold_flap (GtkWidget *flap, gboolean fold);
void trio_compat_show_folder (GtkWindow *parent, const char *path);

G_END_DECLS
