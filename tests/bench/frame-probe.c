/* frame-probe.c: tells when any GTK program has drawn its first frame, and ends it.
 *
 * It is preloaded into a program that knows nothing of it. It stands in for
 * g_application_run(), watches the first window's frame clock, and after the first frame
 * writes to the file descriptor in TRIO_PROBE_FD: the monotonic time and the processor time
 * used so far, both in milliseconds.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gdk/x11/gdkx.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

typedef int (*RunFunc) (GApplication *application, int argc, char **argv);

int g_application_run (GApplication *application, int argc, char **argv);

static double
read_clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *window = user_data;
  const char *descriptor = g_getenv ("TRIO_PROBE_FD");
  char line[64];

  if (!gtk_widget_get_mapped (window) || gtk_widget_get_width (window) == 0)
    return;
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);

  /* What was drawn counts when the server has it. */
  gdk_display_sync (gtk_widget_get_display (window));
  g_snprintf (line, sizeof line, "%.3f %.3f\n", read_clock_ms (CLOCK_MONOTONIC),
              read_clock_ms (CLOCK_PROCESS_CPUTIME_ID));
  if (descriptor == NULL
      || write ((int)g_ascii_strtoll (descriptor, NULL, 10), line, strlen (line)) < 0)
    g_warning ("The probe has nowhere to write to.");
  _exit (0);
}

static void
realize_cb (GtkWidget *window, gpointer user_data)
{
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint",
                          G_CALLBACK (after_paint_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer user_data)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realize_cb (GTK_WIDGET (window), NULL);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

int
g_application_run (GApplication *application, int argc, char **argv)
{
  RunFunc run = (RunFunc)dlsym (RTLD_NEXT, "g_application_run");

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return run (application, argc, argv);
}
