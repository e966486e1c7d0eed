/* trio-board-style.c: the colours of the board. */
#include "config.h"

#include "app/board/trio-board-style.h"

static GdkRGBA
rgb (guint hex)
{
  return (GdkRGBA){ (float)(hex >> 16 & 0xff) / 255.0f, (float)(hex >> 8 & 0xff) / 255.0f,
                    (float)(hex & 0xff) / 255.0f, 1 };
}

static GdkRGBA
mix (GdkRGBA a, GdkRGBA b, float share)
{
  return (GdkRGBA){ a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
                    a.blue + (b.blue - a.blue) * share, 1 };
}

static GdkRGBA
look_up (GtkWidget *widget, const char *name, guint fallback)
{
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    {
      colour.alpha = 1;
      return colour;
    }
  return rgb (fallback);
}

/**
 * trio_board_style_load:
 * @style: (out): the colours
 * @widget: the board, for the colours of the theme
 *
 * Chooses the colours that go with the theme of the system. Words on every note have a
 * contrast of at least 7 : 1.
 */
void
trio_board_style_load (TrioBoardStyle *style, GtkWidget *widget)
{
  /* Yellow, orange, red, purple, blue, teal, green, grey. */
  static const guint light[]
      = { 0xfdf0a6, 0xfddfbf, 0xf9d3e1, 0xe7dbf8, 0xcfe4fa, 0xc8ece9, 0xcfeecb, 0xe4e3e1 };
  static const guint dark[]
      = { 0x544a1c, 0x57401f, 0x552f3d, 0x443458, 0x24415f, 0x1f4a49, 0x2b4a2d, 0x444448 };
  static const guint strong[]
      = { 0x8a6500, 0xb0561a, 0xb4332f, 0x87479b, 0x2a6cb0, 0x14747a, 0x1a7d58, 0x5c636b };
  static const guint bright[]
      = { 0xe5b73b, 0xef9350, 0xf2807c, 0xcf95e2, 0x78aeea, 0x56bcc2, 0x5fc79d, 0xa9b0b8 };
  AdwStyleManager *manager = adw_style_manager_get_default ();

  style->is_dark = adw_style_manager_get_dark (manager);
  style->is_plain = adw_style_manager_get_high_contrast (manager);
  style->canvas = look_up (widget, "view_bg_color", style->is_dark ? 0x1e1e1e : 0xffffff);
  style->accent = look_up (widget, "accent_color", style->is_dark ? 0x78aeed : 0x1c71d8);
  style->text = rgb (style->is_dark ? 0xf4f4f4 : 0x2b2f31);
  if (style->is_plain)
    style->text = rgb (style->is_dark ? 0xffffff : 0x000000);
  style->dim = mix (style->text, style->canvas,
                    style->is_plain  ? 0
                    : style->is_dark ? 0.32f
                                     : 0.32f);
  if (!style->is_plain)
    style->canvas = mix (style->canvas, rgb (0x808080), style->is_dark ? 0.02f : 0.035f);
  style->dot = mix (style->canvas, style->text, style->is_dark ? 0.14f : 0.13f);
  style->frame = style->is_dark ? mix (style->canvas, rgb (0xffffff), 0.055f) : rgb (0xffffff);
  style->frame_line = mix (style->frame, style->text, style->is_plain ? 1 : 0.17f);
  style->vote = rgb (style->is_dark ? 0xff9a63 : 0xc64600);
  style->mark = rgb (style->is_dark ? 0xffb38a : 0xa33a00);
  style->note_text = style->is_plain ? style->text : rgb (style->is_dark ? 0xffffff : 0x2b2f31);
  style->note_dim = style->is_plain ? style->text : rgb (style->is_dark ? 0xd6d6d6 : 0x55595c);

  for (guint i = 0; i < TRIO_N_COLOURS; i++)
    {
      style->tabs[i] = rgb (style->is_dark ? bright[i] : strong[i]);
      style->notes[i] = rgb (style->is_dark ? dark[i] : light[i]);
      style->note_edge[i] = style->is_dark ? mix (style->notes[i], rgb (0x000000), 0.38f)
                                           : mix (style->notes[i], rgb (0x6b5f3a), 0.2f);
      if (style->is_plain)
        {
          style->notes[i] = style->is_dark ? rgb (0x000000) : rgb (0xffffff);
          style->note_edge[i] = style->text;
        }
    }
}
