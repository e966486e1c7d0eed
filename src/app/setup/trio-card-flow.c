/* trio-card-flow.c: children of the same width in as many columns as there is room for.
 *
 * Unlike GtkFlowBox it takes no keys and no focus of its own: its children are forms, in
 * which arrows and Enter belong to the fields.
 */
#include "config.h"

#include "app/setup/trio-card-flow.h"

#define GAP         18
#define LEAST_WIDTH 400
#define MOST        3

struct _TrioCardFlow
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TrioCardFlow, trio_card_flow, GTK_TYPE_WIDGET)

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      n++;
  return n;
}

static int
count_columns (GtkWidget *widget, int width)
{
  int n = CLAMP ((width + GAP) / (LEAST_WIDTH + GAP), 1, MOST);
  int n_children = (int)count_children (widget);

  /* Four cards look better as two and two than as three and one. */
  if (n == 3 && n_children == 4)
    n = 2;
  return CLAMP (n_children, 1, n);
}

static int
column_width (int width, int n_columns)
{
  return (width - (n_columns - 1) * GAP) / n_columns;
}

/* Measures, and places where @place is set; gives the height of all rows. */
static int
lay_out (GtkWidget *widget, int width, gboolean place)
{
  int n_columns = count_columns (widget, width);
  int w = column_width (width, n_columns);
  int y = 0;
  GtkWidget *first = gtk_widget_get_first_child (widget);

  while (first != NULL)
    {
      GtkWidget *child = first;
      GtkWidget *after = NULL;
      int height = 0;
      int column = 0;

      for (; child != NULL && column < n_columns; child = gtk_widget_get_next_sibling (child))
        {
          int natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, w, NULL, &natural, NULL, NULL);
          height = MAX (height, natural);
          column++;
        }
      after = child;
      column = 0;
      for (child = first; place && child != after; child = gtk_widget_get_next_sibling (child))
        {
          int x = column * (w + GAP);

          if (!gtk_widget_should_layout (child))
            continue;
          if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
            x = width - x - w;
          gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, w, height }, -1);
          column++;
        }
      y += height + (height > 0 && after != NULL ? GAP : 0);
      first = after;
    }
  return y;
}

static GtkSizeRequestMode
trio_card_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trio_card_flow_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
      least = MAX (least, min);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, 2 * LEAST_WIDTH + GAP);
    }
  else
    *minimum = *natural = lay_out (widget, MAX (for_size, least), FALSE);
}

static void
trio_card_flow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
trio_card_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (trio_card_flow_parent_class)->dispose (object);
}

static void
trio_card_flow_class_init (TrioCardFlowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_card_flow_dispose;
  widget_class->get_request_mode = trio_card_flow_get_request_mode;
  widget_class->measure = trio_card_flow_measure;
  widget_class->size_allocate = trio_card_flow_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "cardflow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
trio_card_flow_init (TrioCardFlow *self)
{
}

/**
 * trio_card_flow_append:
 * @self: the flow
 * @child: (transfer floating): a widget
 *
 * Puts a widget behind the others.
 */
void
trio_card_flow_append (TrioCardFlow *self, GtkWidget *child)
{
  g_return_if_fail (TRIO_IS_CARD_FLOW (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * trio_card_flow_put_after:
 * @self: the flow
 * @child: a widget, in the flow or without a parent
 * @sibling: (nullable): a widget in the flow, or %NULL to put @child first
 *
 * Puts a widget behind another.
 */
void
trio_card_flow_put_after (TrioCardFlow *self, GtkWidget *child, GtkWidget *sibling)
{
  g_return_if_fail (TRIO_IS_CARD_FLOW (self));

  gtk_widget_insert_after (child, GTK_WIDGET (self), sibling);
}

/**
 * trio_card_flow_remove:
 * @self: the flow
 * @child: a widget in the flow
 *
 * Takes a widget out.
 */
void
trio_card_flow_remove (TrioCardFlow *self, GtkWidget *child)
{
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  gtk_widget_unparent (child);
}

/**
 * trio_card_flow_find_gap:
 * @self: the flow
 * @x: a place in the flow
 * @y: a place in the flow
 *
 * Finds where something that is dropped at a place should go.
 *
 * Returns: (transfer none) (nullable): the child to put it before; %NULL for the end
 */
GtkWidget *
trio_card_flow_find_gap (TrioCardFlow *self, double x, double y)
{
  g_return_val_if_fail (TRIO_IS_CARD_FLOW (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      graphene_rect_t area;
      graphene_rect_t other;

      if (!gtk_widget_compute_bounds (child, GTK_WIDGET (self), &area)
          || y > area.origin.y + area.size.height + GAP / 2.0)
        continue;
      if (x < area.origin.x + area.size.width / 2)
        return child;
      if (next == NULL || !gtk_widget_compute_bounds (next, GTK_WIDGET (self), &other)
          || other.origin.y > area.origin.y)
        return next;
    }
  return NULL;
}
