/* trio-board-bench.c: what a frame of the board costs, for the benchmarks.
 *
 * `trio-stations --bench SCENARIO --notes N --frames F` makes a workshop with N inputs at one
 * station, opens it in the real window, works it through the functions that wheel, pointer and
 * commands reach, and prints one JSON line: time spent in each frame from before-paint to
 * after-paint with the display synchronised, time between frames, processor time and memory.
 * What the thread itself has worked (“own”) is told besides: on a busy machine a frame also waits.
 * The floor is a frame in which nothing changes. Scenarios: open (time until everything is
 * shown), pan, overview, zoom, add (the frames that show a new input), drag, idle (share of a
 * core).
 */
#include "config.h"

#include "app/board/trio-board-bench.h"

#include <glib/gstdio.h>

#include "app/board/trio-bench-figures.h"
#include "app/board/trio-board-private.h"
#include "model/trio-commands-board.h"

#define WARM_UP      30
#define CLUSTER_SIZE 14
#define IDLE_SECONDS 30
#define FLOOR_FRAMES 30

/* Frames from one new input to the next: three in a second is more than many typists do, and the
 * board has come to rest by then. */
#define ADD_EVERY 20

/* One new input for so many frames that were asked for. */
#define ADD_SHARE 5

typedef struct
{
  char *scenario;
  guint n_notes;
  guint n_frames;
  TrioWindow *window;
  TrioBoard *board;
  char *folder;
  gint64 opened;    /* moments, in microseconds */
  gint64 complete;  /* end of the first frame with everything */
  gint64 begin;     /* of the frame that is drawn */
  gint64 own_begin; /* the same on the clock of this thread */
  gint64 last;      /* end of the frame before */
  gint64 cpu_begin; /* processor time at the end of the warm-up */
  guint frame;
  guint idle_frames;
  gboolean is_counted; /* the frame that is drawn */
  gboolean at_floor;   /* nothing is done any more */
  double longest;      /* of all frames, counted or not */
  GdkFrameClock *clock;
  guint timeout;
  GArray *work;
  GArray *own_work; /* processor time of this thread in the same frames */
  GArray *own_all;  /* and in all frames, counted or not */
  GArray *floor;
  GArray *intervals;
  GArray *actions;
  TrioId dragged;
} Bench;

static void
free_bench (gpointer data)
{
  Bench *bench = data;

  g_clear_handle_id (&bench->timeout, g_source_remove);
  if (bench->clock != NULL)
    g_signal_handlers_disconnect_by_data (bench->clock, bench);
  g_clear_object (&bench->clock);
  g_free (bench->scenario);
  g_free (bench->folder);
  g_array_unref (bench->work);
  g_array_unref (bench->own_work);
  g_array_unref (bench->own_all);
  g_array_unref (bench->floor);
  g_array_unref (bench->intervals);
  g_array_unref (bench->actions);
  g_free (bench);
}

static gboolean
is_scenario (const Bench *bench, const char *name)
{
  return g_str_equal (bench->scenario, name);
}

static void
report (Bench *bench)
{
  gint64 now = g_get_monotonic_time ();
  double cpu = (double)(trio_bench_processor_us () - bench->cpu_begin) / 1e3;
  double first = (double)(bench->complete - bench->opened) / 1e3;
  double idle = 100 * cpu * 1e3 / (double)MAX (now - bench->last, 1);
  double floor = trio_bench_percentile (bench->floor, 0.5);
  double p50 = trio_bench_percentile (bench->work, 0.5);
  double p95 = trio_bench_percentile (bench->work, 0.95);

  if (is_scenario (bench, "open"))
    p50 = p95 = bench->longest = first;
  else if (is_scenario (bench, "idle"))
    p50 = p95 = bench->longest = idle;
  g_print ("{\"name\":\"board-%s\",\"n\":%u,\"p50\":%.2f,\"p95\":%.2f,\"max\":%.2f,\"unit\":\"%s\"",
           bench->scenario, bench->n_notes, p50, p95, bench->longest,
           is_scenario (bench, "idle") ? "%" : "ms");
  if (floor > 0)
    g_print (",\"floor\":%.2f,\"ratio\":%.2f", floor, p50 / floor);
  if (bench->work->len > 0)
    g_print (",\"frames\":%u,\"interval_p50\":%.2f,\"interval_p95\":%.2f,\"cpu_per_frame\":%.2f,"
             "\"own_p50\":%.2f,\"own_p95\":%.2f,\"own_max\":%.2f,"
             "\"action_p50\":%.2f,\"action_p95\":%.2f",
             bench->work->len, trio_bench_percentile (bench->intervals, 0.5),
             trio_bench_percentile (bench->intervals, 0.95), cpu / MAX (bench->intervals->len, 1),
             trio_bench_percentile (bench->own_work, 0.5),
             trio_bench_percentile (bench->own_work, 0.95),
             trio_bench_percentile (bench->own_all, 1), trio_bench_percentile (bench->actions, 0.5),
             trio_bench_percentile (bench->actions, 0.95));
  if (is_scenario (bench, "idle"))
    g_print (",\"idle_frames\":%u", bench->idle_frames);
  g_print (",\"first_frame\":%.1f,\"pss_mb\":%.1f}\n", first, trio_bench_pss_mb ());
}

static void
end (Bench *bench)
{
  GtkWindow *window = GTK_WINDOW (bench->window);
  g_autofree char *folder = g_strdup (bench->folder);
  g_autofree char *path = g_build_filename (folder, "bench.trio", NULL);

  report (bench);
  g_object_ref (window);
  trio_window_shut_down (bench->window);
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    gtk_window_destroy (window);
  g_object_unref (window);
  g_remove (path);
  g_rmdir (folder);
}

static gboolean
end_cb (gpointer user_data)
{
  ((Bench *)user_data)->timeout = 0;
  end (user_data);
  return G_SOURCE_REMOVE;
}

/* What people do, once a frame */

static void
act_pan (Bench *bench)
{
  double way = bench->frame / 60 % 2 == 0 ? 1 : -1;

  trio_board_scroll_by (bench->board, 23 * way, 11 * way);
}

static void
act_overview (Bench *bench)
{
  trio_board_scroll_by (bench->board, bench->frame % 2 == 0 ? 3 : -3, 0);
}

static void
act_zoom (Bench *bench)
{
  double factor = bench->frame / 40 % 2 == 0 ? 1.05 : 1 / 1.05;

  trio_board_zoom_at (bench->board, trio_board_get_zoom (bench->board) * factor, 500, 300);
}

static void
act_add (Bench *bench)
{
  TrioNoteDraft draft = { .text = "Mere tid til overlevering mellem vagterne" };
  GPtrArray *sections = trio_scene_get_sections (bench->board->scene);
  TrioSceneSection *section = g_ptr_array_index (sections, 0);
  TrioId note = 0;

  bench->is_counted = bench->frame % ADD_EVERY == 0;
  if (!bench->is_counted)
    return;
  trio_command_add_notes (bench->board->model, section->station, &draft, 1, &note, NULL);
  trio_board_show_added (bench->board, note);
}

static void
act_drag (Bench *bench)
{
  Drag *drag = &bench->board->drag;

  drag->x += bench->frame / 50 % 2 == 0 ? 4 : -4;
  drag->y += bench->frame / 50 % 2 == 0 ? 2 : -2;
  trio_board_update_drag (bench->board);
}

static const struct
{
  const char *name;
  void (*act) (Bench *bench);
} scenarios[] = {
  { "open", NULL },     { "pan", act_pan }, { "overview", act_overview },
  { "zoom", act_zoom }, { "add", act_add }, { "drag", act_drag },
  { "idle", NULL },
};

static void
prepare_drag (Bench *bench)
{
  TrioBoard *board = bench->board;
  TrioSceneNote *note = trio_scene_get_first (board->scene);
  TrioRect rect;

  trio_board_zoom_at (board, 1, 0, 0);
  trio_board_centre_on (board, note->item.rect.x + 300, note->item.rect.y + 200);
  rect = trio_viewport_rect_to_view (&board->view, &note->item.rect);
  /* A press takes the focus, and with it the caret out of the field for inputs. */
  gtk_widget_grab_focus (GTK_WIDGET (board));
  trio_selection_set_one (board->selection, note->record->id);
  board->drag.mode = DRAG_PENDING;
  board->drag.start_x = board->drag.x = rect.x + 20;
  board->drag.start_y = board->drag.y = rect.y + 20;
  trio_board_to_board (board, board->drag.x, board->drag.y, &board->drag.board_x,
                       &board->drag.board_y);
  trio_board_begin_drag (board, DRAG_NOTES);
}

static void
prepare (Bench *bench)
{
  if (is_scenario (bench, "overview"))
    trio_board_fit (bench->board, FALSE);
  else if (is_scenario (bench, "drag"))
    prepare_drag (bench);
  else if (is_scenario (bench, "pan") || is_scenario (bench, "add"))
    trio_board_zoom_at (bench->board, 1, 300, 200);
  else if (is_scenario (bench, "zoom"))
    trio_board_zoom_at (bench->board, 0.2, 300, 200);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  guint n_frames = bench->n_frames * (is_scenario (bench, "add") ? ADD_EVERY / ADD_SHARE : 1);
  gint64 start = g_get_monotonic_time ();

  if (bench->frame == 0)
    prepare (bench);
  if (bench->frame == WARM_UP + n_frames)
    {
      trio_board_clear_drag (bench->board);
      bench->at_floor = TRUE;
    }
  bench->is_counted = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (scenarios) && !bench->at_floor; i++)
    if (g_str_equal (scenarios[i].name, bench->scenario) && scenarios[i].act != NULL)
      scenarios[i].act (bench);
  if (bench->frame >= WARM_UP && bench->is_counted && !bench->at_floor)
    trio_bench_add (bench->actions, g_get_monotonic_time () - start);
  if (++bench->frame == WARM_UP)
    bench->cpu_begin = trio_bench_processor_us ();
  if (bench->frame < WARM_UP + n_frames + FLOOR_FRAMES)
    return G_SOURCE_CONTINUE;
  bench->timeout = g_idle_add (end_cb, bench);
  return G_SOURCE_REMOVE;
}

static gboolean
calm_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->cpu_begin = trio_bench_processor_us ();
  bench->last = g_get_monotonic_time ();
  bench->idle_frames = 0;
  bench->timeout = g_timeout_add_seconds (IDLE_SECONDS, end_cb, bench);
  return G_SOURCE_REMOVE;
}

static void
begin_scenario (Bench *bench)
{
  bench->cpu_begin = trio_bench_processor_us ();
  if (is_scenario (bench, "open"))
    bench->timeout = g_idle_add (end_cb, bench);
  else if (is_scenario (bench, "idle"))
    {
      /* A blinking caret is a frame; the board has none. */
      gtk_widget_grab_focus (GTK_WIDGET (bench->board));
      bench->timeout = g_timeout_add_seconds (3, calm_cb, bench);
    }
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (bench->board), tick_cb, bench, NULL);
}

static TrioBoard *
find_board (GtkWidget *widget)
{
  TrioBoard *found = NULL;

  if (TRIO_IS_BOARD (widget))
    return TRIO_BOARD (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_board (child);
  return found;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begin = g_get_monotonic_time ();
  bench->own_begin = trio_bench_thread_us ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  gint64 now, own;

  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (bench->window)));
  now = g_get_monotonic_time ();
  own = trio_bench_thread_us () - bench->own_begin;
  if (bench->complete == 0)
    {
      bench->board = find_board (GTK_WIDGET (bench->window));
      if (bench->board == NULL || bench->board->scene == NULL || bench->board->visible->len == 0
          || trio_scene_get_n_notes (bench->board->scene) < bench->n_notes)
        return;
      bench->complete = now;
      begin_scenario (bench);
      return;
    }
  bench->idle_frames++;
  if (bench->at_floor)
    trio_bench_add (bench->floor, now - bench->begin);
  else if (bench->frame > WARM_UP)
    {
      bench->longest = MAX (bench->longest, (double)(now - bench->begin) / 1e3);
      trio_bench_add (bench->own_all, own);
      if (bench->is_counted)
        {
          trio_bench_add (bench->work, now - bench->begin);
          trio_bench_add (bench->own_work, own);
        }
      trio_bench_add (bench->intervals, now - bench->last);
    }
  if (!is_scenario (bench, "idle"))
    bench->last = now;
}

/* The workshop */

static char *
make_text (guint i)
{
  static const char *const begins[] = { "Mere tid til", "Bedre", "Færre", "Vi mangler", "Fælles" };
  static const char *const middles[]
      = { "oplæring",      "overlevering mellem vagterne", "møder",
          "dokumentation", "kontakt med pårørende",        "introduktion" };
  static const char *const ends[] = { "", "i hverdagen", "på tværs af enhederne", "om aftenen",
                                      "når nye kolleger begynder, og når nogen er syge" };

  return g_strdup_printf ("%s %s %s (%u)", begins[i * 7 % G_N_ELEMENTS (begins)],
                          middles[i * 11 % G_N_ELEMENTS (middles)],
                          ends[i * 13 % G_N_ELEMENTS (ends)], i);
}

static gboolean
fill (TrioModel *model, guint n_notes, GError **error)
{
  TrioId station = trio_command_add_theme_and_station (model, "Benchmark", 1, error);
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "import");
  TrioId cluster = 0;

  if (station == 0)
    return FALSE;
  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *text = make_text (i);
      TrioNoteDraft draft
          = { .text = text, .colour = (TrioColour)(i * 5 % 8), .role = (TrioRole)(i % 4) };
      TrioId note = trio_edit_add_note (edit, station, &draft);

      if (i % CLUSTER_SIZE == 0)
        {
          g_autofree char *title = g_strdup_printf ("Klynge %u", i / CLUSTER_SIZE + 1);

          cluster = trio_edit_create (edit, TRIO_KIND_CLUSTER);
          trio_edit_set_text (edit, cluster, TRIO_CLUSTER_TITLE, title);
          trio_edit_place_last (edit, cluster, TRIO_CLUSTER_STATION, station);
        }
      if (i % 5 != 0)
        trio_edit_place_last (edit, note, TRIO_NOTE_CLUSTER, cluster);
    }
  return trio_edit_commit (edit, error);
}

static gboolean
open_workshop_cb (gpointer user_data)
{
  Bench *bench = user_data;
  g_autofree char *path = g_build_filename (bench->folder, "bench.trio", NULL);
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);

  bench->timeout = 0;
  if (store == NULL || !fill (trio_store_get_model (store), bench->n_notes, &error)
      || !trio_store_flush (store, &error))
    {
      g_printerr ("%s\n", error->message);
      gtk_window_destroy (GTK_WINDOW (bench->window));
      return G_SOURCE_REMOVE;
    }
  bench->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)));
  g_signal_connect (bench->clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_after (bench->clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  bench->opened = g_get_monotonic_time ();
  trio_window_take_store (bench->window, store);
  return G_SOURCE_REMOVE;
}

/**
 * trio_board_bench_run:
 * @window: a free window
 * @scenario: what to do: open, pan, overview, zoom, add, drag or idle
 * @n_notes: how many inputs
 * @n_frames: how many frames after the warm-up
 *
 * Works the board, prints what it cost as one JSON line, and closes the window.
 *
 * Returns: whether there is such a scenario
 */
gboolean
trio_board_bench_run (TrioWindow *window, const char *scenario, guint n_notes, guint n_frames)
{
  Bench *bench;
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    known |= g_str_equal (scenarios[i].name, scenario);
  if (!known)
    return FALSE;

  bench = g_new0 (Bench, 1);
  bench->scenario = g_strdup (scenario);
  bench->n_notes = CLAMP (n_notes, 1, 100000);
  bench->n_frames = CLAMP (n_frames, 1, 100000);
  bench->window = window;
  bench->folder = g_dir_make_tmp ("trio-bench-XXXXXX", NULL);
  bench->work = g_array_new (FALSE, FALSE, sizeof (double));
  bench->own_work = g_array_new (FALSE, FALSE, sizeof (double));
  bench->own_all = g_array_new (FALSE, FALSE, sizeof (double));
  bench->intervals = g_array_new (FALSE, FALSE, sizeof (double));
  bench->actions = g_array_new (FALSE, FALSE, sizeof (double));
  bench->floor = g_array_new (FALSE, FALSE, sizeof (double));
  g_object_set_data_full (G_OBJECT (window), "board-bench", bench, free_bench);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  /* After the first frame, so that opening a workshop is measured, not starting the program. */
  bench->timeout = g_timeout_add (500, open_workshop_cb, bench);
  return TRUE;
}
