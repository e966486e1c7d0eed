/* builder-fixtures.c: workshops of records, and documents as lines that a test can read. */
#include "config.h"

#include "builder-fixtures.h"

#include <string.h>

#include "base/trio-xml.h"

static TrioRecord *
add (Workshop *workshop, TrioKind kind)
{
  TrioUuid uuid = { { 0 } };
  const TrioKindInfo *info = trio_kind_get_info (kind);
  TrioRecord *record;
  g_autofree char *rank = NULL;

  workshop->last_id++;
  uuid.bytes[14] = (guint8)(workshop->last_id >> 8);
  uuid.bytes[15] = (guint8)workshop->last_id;
  record = trio_record_new (kind, workshop->last_id, &uuid);
  rank = g_strdup_printf ("a%05" G_GINT64_FORMAT, workshop->last_id);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRIO_FIELD_RANK)
      trio_record_take_value (record, i, trio_value_text (rank));
    else if (info->fields[i].type == TRIO_FIELD_ENUM)
      trio_record_take_value (record, i, trio_value_int (0));
  g_ptr_array_add (workshop->records, record);
  return record;
}

static TrioRecord *
find (const Workshop *workshop, TrioId id)
{
  return workshop->records->pdata[id - 1];
}

Workshop *
workshop_new (void)
{
  Workshop *workshop = g_new0 (Workshop, 1);

  workshop->records = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  add (workshop, TRIO_KIND_WORKSHOP);
  return workshop;
}

void
workshop_free (Workshop *workshop)
{
  g_ptr_array_unref (workshop->records);
  g_free (workshop);
}

void
workshop_set (Workshop *workshop, guint field, const char *value)
{
  workshop_set_text (workshop, 1, field, value);
}

void
workshop_set_text (Workshop *workshop, TrioId id, guint field, const char *value)
{
  trio_record_take_value (find (workshop, id), field, trio_value_text (value));
}

void
workshop_set_int (Workshop *workshop, TrioId id, guint field, gint64 value)
{
  trio_record_take_value (find (workshop, id), field, trio_value_int (value));
}

TrioId
workshop_add_theme (Workshop *workshop,
                    const char *title,
                    const char *subtitle,
                    const char *summary)
{
  TrioId theme = add (workshop, TRIO_KIND_THEME)->id;

  workshop_set_text (workshop, theme, TRIO_THEME_TITLE, title);
  workshop_set_text (workshop, theme, TRIO_THEME_SUBTITLE, subtitle);
  if (summary != NULL)
    {
      TrioId id = add (workshop, TRIO_KIND_SUMMARY)->id;

      workshop_set_int (workshop, id, TRIO_SUMMARY_THEME, theme);
      workshop_set_text (workshop, id, TRIO_SUMMARY_TEXT, summary);
    }
  return theme;
}

TrioId
workshop_add_station (Workshop *workshop, gint64 number, TrioId theme)
{
  TrioId station = add (workshop, TRIO_KIND_STATION)->id;

  workshop_set_int (workshop, station, TRIO_STATION_NUMBER, number);
  workshop_set_int (workshop, station, TRIO_STATION_THEME, theme);
  return station;
}

TrioId
workshop_add_cluster (Workshop *workshop, TrioId station, const char *title)
{
  TrioId cluster = add (workshop, TRIO_KIND_CLUSTER)->id;

  workshop_set_int (workshop, cluster, TRIO_CLUSTER_STATION, station);
  workshop_set_text (workshop, cluster, TRIO_CLUSTER_TITLE, title);
  return cluster;
}

TrioId
workshop_add_note (Workshop *workshop, TrioId station, TrioId cluster, const char *text)
{
  TrioId note = add (workshop, TRIO_KIND_NOTE)->id;

  workshop_set_int (workshop, note, TRIO_NOTE_STATION, station);
  workshop_set_text (workshop, note, TRIO_NOTE_TEXT, text);
  if (cluster != 0)
    workshop_set_int (workshop, note, TRIO_NOTE_CLUSTER, cluster);
  return note;
}

TrioId
workshop_add_question (Workshop *workshop, TrioId theme, TrioId parent, const char *text)
{
  TrioId question = add (workshop, TRIO_KIND_QUESTION)->id;

  workshop_set_int (workshop, question, TRIO_QUESTION_THEME, theme);
  workshop_set_text (workshop, question, TRIO_QUESTION_TEXT, text);
  if (parent != 0)
    workshop_set_int (workshop, question, TRIO_QUESTION_PARENT, parent);
  return question;
}

TrioId
workshop_add_followup (
    Workshop *workshop, const char *what, const char *who, const char *due, gboolean done)
{
  TrioId followup = add (workshop, TRIO_KIND_FOLLOWUP)->id;

  workshop_set_text (workshop, followup, TRIO_FOLLOWUP_WHAT, what);
  workshop_set_text (workshop, followup, TRIO_FOLLOWUP_WHO, who);
  workshop_set_text (workshop, followup, TRIO_FOLLOWUP_DUE, due);
  workshop_set_int (workshop, followup, TRIO_FOLLOWUP_STATE, done);
  return followup;
}

TrioSnapshot *
workshop_snapshot (const Workshop *workshop)
{
  return trio_snapshot_new (workshop->records);
}

/* A follow-up day on four themes with 7 + 10 + 9 + 10 inputs, in words of its own. */
Workshop *
workshop_new_like_source (void)
{
  static const struct
  {
    const char *title, *subtitle, *summary;
    guint n_notes;
  } themes[] = {
    { "Blik for borgeren", "Samskabelse, borgerinddragelse og fremtidssikret velfærd",
      "Vi vil lytte, før vi løser.", 7 },
    { "Digitale muligheder", "Optimal opgaveløsning og fleksibel borgerkontakt",
      "Vi vil lære sammen. Vi skal have tid til det.", 10 },
    { "En attraktiv arbejdsplads", "Et godt sted at arbejde i alle livsfaser", "Vi vil blive.", 9 },
    { "En stærk fortælling", "Tiltrækning, image og branding", "Vi skal fortælle.", 10 },
  };
  Workshop *workshop = workshop_new ();

  workshop_set (workshop, TRIO_WORKSHOP_TITLE, "Arbejdsmiljødag");
  workshop_set (workshop, TRIO_WORKSHOP_EVENT_KIND, "arbejdsmiljødag");
  workshop_set (workshop, TRIO_WORKSHOP_START, "2022-11-01");
  workshop_set (workshop, TRIO_WORKSHOP_END, "2022-11-01");
  workshop_set (workshop, TRIO_WORKSHOP_UNIT, "Sundhed og Omsorg");
  workshop_set (workshop, TRIO_WORKSHOP_ORGANISATION, "Egebæk Kommune");
  workshop_set (workshop, TRIO_WORKSHOP_SERIES, "fremtidens arbejdsfællesskaber");
  workshop_set (workshop, TRIO_WORKSHOP_AIM, "enhederne fik et fælles afsæt");
  workshop_set (workshop, TRIO_WORKSHOP_PARENT_KIND, "inspirationsdag");
  workshop_set (workshop, TRIO_WORKSHOP_PARENT_DATE, "2022-10-06");
  workshop_set (workshop, TRIO_WORKSHOP_PARENT_BODY, "Hovedudvalget");
  workshop_set (workshop, TRIO_WORKSHOP_PARENT_PARTICIPANTS, "TRIO’er fra alle enheder");
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      TrioId theme
          = workshop_add_theme (workshop, themes[i].title, themes[i].subtitle, themes[i].summary);
      TrioId station = workshop_add_station (workshop, i + 1, theme);

      for (guint j = 0; j < themes[i].n_notes; j++)
        {
          g_autofree char *text = g_strdup_printf ("Input %u.%u", i + 1, j + 1);

          workshop_add_note (workshop, station, 0, text);
        }
    }
  return workshop;
}

TrioTemplate *
find_template (const char *lang)
{
  g_autoptr (TrioTemplateLibrary) library
      = trio_template_library_new_for_folders (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  TrioTemplate *tmpl = trio_template_library_find (library, NULL, "notat", lang, NULL, &error);

  g_assert_no_error (error);
  return tmpl;
}

TrioTemplate *
parse_template (const char *params, const char *body)
{
  g_autofree char *text = g_strdup_printf (
      "<template xmlns=\"urn:dk:trio:template:1\" id=\"a\" version=\"1\" kind=\"free\" "
      "xml:lang=\"da\"><name>A</name><params>%s</params><body>%s</body></template>",
      params, body);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  TrioTemplate *tmpl = trio_template_read (bytes, "a.xml", NULL, findings);

  if (tmpl != NULL)
    trio_template_check (tmpl, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *message = trio_xml_finding_to_string (findings->pdata[i]);

      g_test_message ("%s", message);
    }
  g_assert_cmpuint (findings->len, ==, 0);
  return tmpl;
}

static void
dump_list (GString *out, const TrioList *list, const char *indent)
{
  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      g_autofree char *label = trio_list_dup_label (list, i);
      g_autofree char *text = trio_inlines_dup_text (item->inlines);

      g_string_append_printf (out, "%s%s %s\n", indent, label != NULL ? label : "•", text);
      if (item->nested != NULL)
        dump_list (out, item->nested, "    ");
    }
}

static void
dump_row (GString *out, const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *text = trio_inlines_dup_text (row->pdata[i]);

      g_string_append_printf (out, "| %s%s", text, *text != '\0' ? " " : "");
    }
  g_string_append (out, "|\n");
}

static void
dump_table (GString *out, const TrioBlock *block)
{
  dump_row (out, block->table.head);
  for (guint i = 0; i < block->table.rows->len; i++)
    dump_row (out, block->table.rows->pdata[i]);
}

static void
dump_block (GString *out, const TrioBlock *block)
{
  static const char *const styles[] = { "p", "p+", "p-", "p\"", "p:" };
  const TrioInlines *inlines = trio_block_get_inlines (block);
  g_autofree char *text = inlines != NULL ? trio_inlines_dup_text (inlines) : g_strdup ("");
  g_autofree char *label = trio_block_dup_label (block);

  if (block->starts_page)
    g_string_append (out, "----\n");
  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
      g_string_append_printf (out, "# %s\n", text);
      break;
    case TRIO_BLOCK_META:
      for (guint i = 0; i < block->meta.fields->len; i++)
        {
          const TrioMetaField *field = block->meta.fields->pdata[i];
          g_autofree char *value = trio_inlines_dup_text (field->value);

          g_string_append_printf (out, "@ %s: %s\n", field->label, value);
        }
      break;
    case TRIO_BLOCK_HEADING:
      g_string_append_printf (out, "=%u %s%s%s%s\n", block->heading.level,
                              label != NULL ? label : "", label != NULL ? " " : "", text,
                              block->heading.is_appendix ? " (appendix)" : "");
      break;
    case TRIO_BLOCK_PARA:
      g_string_append_printf (out, "%s %s\n", styles[block->para.style], text);
      break;
    case TRIO_BLOCK_LIST:
      dump_list (out, block->list, "  ");
      break;
    case TRIO_BLOCK_CLUSTER:
      g_string_append_printf (out, "~%u %s\n", block->cluster.level, text);
      dump_list (out, block->cluster.list, "  ");
      break;
    case TRIO_BLOCK_BOX:
      g_string_append_printf (out, "[%u %s\n", block->box.level, text);
      for (guint i = 0; i < block->box.blocks->len; i++)
        dump_block (out, block->box.blocks->pdata[i]);
      g_string_append (out, "]\n");
      break;
    case TRIO_BLOCK_TABLE:
      dump_table (out, block);
      break;
    case TRIO_BLOCK_FIGURE:
      {
        g_autofree char *caption = block->figure.caption != NULL
                                       ? trio_inlines_dup_text (block->figure.caption)
                                       : g_strdup ("");

        g_string_append_printf (out, "! %s: %s\n", block->figure.alt, caption);
      }
      break;
    case TRIO_BLOCK_TOC:
      g_string_append_printf (out, "toc %u %s\n", block->toc.depth, text);
      break;
    case TRIO_BLOCK_DECISION:
      g_string_append_printf (out, "{%u %s (%s, %s)\n", block->decision.level, text,
                              block->decision.body,
                              block->decision.date != NULL ? block->decision.date : "");
      for (guint i = 0; i < block->decision.blocks->len; i++)
        dump_block (out, block->decision.blocks->pdata[i]);
      g_string_append (out, "}\n");
      break;
    default:
      g_assert_not_reached ();
    }
}

char *
dump_doc (const TrioDoc *doc)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < trio_doc_get_length (doc); i++)
    dump_block (out, trio_doc_get_block (doc, i));
  return g_string_free (out, FALSE);
}

char *
dump_built (Workshop *workshop, TrioTemplate *tmpl, const TrioBuildOptions *options)
{
  g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (workshop);
  g_autoptr (TrioBuildOptions) usual = trio_build_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioDoc) doc
      = trio_builder_build (snapshot, tmpl, options != NULL ? options : usual, &error);

  g_assert_no_error (error);
  return dump_doc (doc);
}
