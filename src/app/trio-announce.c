/* trio-announce.c: tells people who use a screen reader what has just happened.
 *
 * GTK can announce since 4.14. Before, nothing that it sends for a label is spoken, whatever the
 * role of the label; but screen readers speak a new description of what has the focus. So the
 * message is the description of the focus until the focus goes on.
 */
#include "config.h"

#include "app/trio-announce.h"

#define PENDING "trio-announcements"

/* Milliseconds in which the focus arrives where an action has sent it, and in which one message of
   a widget takes the place of the one before. */
#define MOMENT 150

typedef struct
{
  GtkWidget *from; /* only compared */
  char *text;
} Message;

typedef struct
{
  GtkWidget *root;
  GArray *messages;
  guint timeout;
} Pending;

static void
clear_message (gpointer data)
{
  g_free (((Message *)data)->text);
}

static void
free_pending (gpointer data)
{
  Pending *pending = data;

  g_clear_handle_id (&pending->timeout, g_source_remove);
  g_array_unref (pending->messages);
  g_free (pending);
}

/* Messages that say the same, such as a line and a toast, are one. */
static char *
join_messages (const GArray *messages)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < messages->len; i++)
    {
      char *text = g_array_index (messages, Message, i).text;

      if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        g_ptr_array_add (texts, text);
    }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **)texts->pdata);
}

#if GTK_CHECK_VERSION(4, 14, 0)

static void
say (GtkWidget *root, const char *text)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (root), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

#else

static void
restore_cb (GtkWidget *widget, GParamSpec *pspec, GtkWidget *root)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  g_signal_handlers_disconnect_by_func (root, restore_cb, widget);
  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    tooltip, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* What a screen reader calls the focus: an entry, not the text inside it. */
static GtkWidget *
find_focus (GtkWidget *root)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (root));
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  return GTK_IS_TEXT (focus) && GTK_IS_EDITABLE (parent) ? parent : focus;
}

static void
say (GtkWidget *root, const char *text)
{
  GtkWidget *focus = find_focus (root);

  if (focus == NULL)
    return;
  g_signal_handlers_disconnect_by_func (root, restore_cb, focus);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (restore_cb), focus,
                           G_CONNECT_SWAPPED);
  /* The same words again are news, too. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

#endif

/* The window that has the keyboard now: a dialog may have come or gone meanwhile. */
static GtkWidget *
find_window (GtkWidget *root)
{
  GtkApplication *application
      = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  GtkWindow *active = application != NULL ? gtk_application_get_active_window (application) : NULL;

  return active != NULL ? GTK_WIDGET (active) : root;
}

static gboolean
say_cb (gpointer user_data)
{
  Pending *pending = user_data;
  g_autofree char *text = join_messages (pending->messages);

  pending->timeout = 0;
  g_array_set_size (pending->messages, 0);
  say (find_window (pending->root), text);
  return G_SOURCE_REMOVE;
}

static Pending *
get_pending (GtkWidget *root)
{
  Pending *pending = g_object_get_data (G_OBJECT (root), PENDING);

  if (pending != NULL)
    return pending;
  pending = g_new0 (Pending, 1);
  pending->root = root;
  pending->messages = g_array_new (FALSE, FALSE, sizeof (Message));
  g_array_set_clear_func (pending->messages, clear_message);
  g_object_set_data_full (G_OBJECT (root), PENDING, pending, free_pending);
  return pending;
}

/**
 * trio_announce:
 * @from: the widget that has something to say
 * @text: what has happened, as a sentence or a few words
 *
 * Lets screen readers say it a moment later. What @from said in the same moment is replaced, what
 * others said is kept. Nothing is said when @from is in no window.
 */
void
trio_announce (GtkWidget *from, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (from);
  Message message = { from, NULL };
  Pending *pending;

  if (root == NULL || text == NULL || *text == '\0')
    return;

  pending = get_pending (GTK_WIDGET (root));
  for (guint i = 0; i < pending->messages->len; i++)
    if (g_array_index (pending->messages, Message, i).from == from)
      {
        g_array_remove_index (pending->messages, i);
        break;
      }
  message.text = g_strdup (text);
  g_array_append_val (pending->messages, message);
  if (pending->timeout == 0)
    pending->timeout = g_timeout_add (MOMENT, say_cb, pending);
}

static void
changed_cb (GtkLabel *label)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (label)))
    trio_announce (GTK_WIDGET (label), gtk_label_get_text (label));
}

/**
 * trio_announce_changes:
 * @label: a label that tells what has happened
 *
 * Lets screen readers say what the label says, whenever that changes or comes into view.
 */
void
trio_announce_changes (GtkLabel *label)
{
  g_signal_connect (label, "notify::label", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_after (label, "map", G_CALLBACK (changed_cb), NULL);
}
