/* trio-wall-style.h: the looks of the wall, made from its colours. */
#pragma once

#include <gtk/gtk.h>

#include "document/wall/trio-wall-pages.h"

G_BEGIN_DECLS

void trio_wall_style_load (GdkDisplay *display);
void trio_wall_style_set_font (PangoLayout *layout, const TrioWallItem *item, double size);
PangoAttrList *trio_wall_style_create_attributes (TrioWallItemKind kind, double size);
PangoAttrList *trio_wall_style_create_plain (double size, PangoWeight weight);
int trio_wall_style_get_pixels (double size);
int trio_wall_style_get_padding (TrioWallItemKind kind, double size);
double trio_wall_style_get_mark_size (double size);
char *trio_wall_style_dup_mark (const TrioWallItem *item);
void trio_wall_style_get_rgba (guint32 colour, GdkRGBA *rgba);

G_END_DECLS
