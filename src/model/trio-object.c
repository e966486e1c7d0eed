/* trio-object.c: what views hold of an object.
 *
 * The properties of each subclass are installed from the field table of its kind, so that a
 * new field needs no line here.
 */
#include "model/trio-object-private.h"

#include "model/trio-objects.h"

typedef struct
{
  TrioRecord *record;
  gboolean deleted;
} TrioObjectPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrioObject, trio_object, G_TYPE_OBJECT)

static TrioObjectPrivate *
private_of (TrioObject *self)
{
  return trio_object_get_instance_private (self);
}

static void
trio_object_finalize (GObject *object)
{
  g_clear_pointer (&private_of (TRIO_OBJECT (object))->record, trio_record_unref);
  G_OBJECT_CLASS (trio_object_parent_class)->finalize (object);
}

/* Property ids are field indices plus one. */
static void
trio_object_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TrioObject *self = TRIO_OBJECT (object);
  guint field = property_id - 1;

  switch (G_PARAM_SPEC_VALUE_TYPE (pspec))
    {
    case G_TYPE_STRING:
      g_value_set_string (value, trio_object_get_text (self, field));
      break;
    case G_TYPE_DOUBLE:
      g_value_set_double (value, trio_object_get_real (self, field));
      break;
    case G_TYPE_BOOLEAN:
      g_value_set_boolean (value, trio_object_get_int (self, field) != 0);
      break;
    default:
      g_value_set_int64 (value, trio_object_get_int (self, field));
      break;
    }
}

static void
trio_object_class_init (TrioObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trio_object_finalize;
}

static void
trio_object_init (TrioObject *self)
{
}

static GParamSpec *
make_property (const TrioField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  GParamFlags flags
      = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->type)
    {
    case TRIO_FIELD_LINE:
    case TRIO_FIELD_TEXT:
    case TRIO_FIELD_DATE:
    case TRIO_FIELD_RANK:
      return g_param_spec_string (name, NULL, NULL, "", flags);
    case TRIO_FIELD_REAL:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case TRIO_FIELD_BOOL:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case TRIO_FIELD_INT:
    case TRIO_FIELD_ENUM:
    case TRIO_FIELD_TIME:
    case TRIO_FIELD_REF:
      break;
    }
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
}

/* Makes a class stand for a kind: its properties are the fields. */
static void
bind_kind (TrioObjectClass *klass, TrioKind kind)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);

  klass->kind = kind;
  /* GObject does not inherit this one. */
  G_OBJECT_CLASS (klass)->get_property = trio_object_get_property;
  for (guint i = 0; i < info->n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1,
                                     make_property (&info->fields[i]));
}

#define DEFINE_KIND(Name, name, KIND)                \
  struct _##Name                                     \
  {                                                  \
    TrioObject parent_instance;                      \
  };                                                 \
  G_DEFINE_FINAL_TYPE (Name, name, TRIO_TYPE_OBJECT) \
  static void name##_class_init (Name##Class *klass) \
  {                                                  \
    bind_kind (TRIO_OBJECT_CLASS (klass), KIND);     \
  }                                                  \
  static void name##_init (Name *self)               \
  {                                                  \
  }

DEFINE_KIND (TrioWorkshop, trio_workshop, TRIO_KIND_WORKSHOP)
DEFINE_KIND (TrioTheme, trio_theme, TRIO_KIND_THEME)
DEFINE_KIND (TrioQuestion, trio_question, TRIO_KIND_QUESTION)
DEFINE_KIND (TrioStation, trio_station, TRIO_KIND_STATION)
DEFINE_KIND (TrioRound, trio_round, TRIO_KIND_ROUND)
DEFINE_KIND (TrioTeam, trio_team, TRIO_KIND_TEAM)
DEFINE_KIND (TrioVisit, trio_visit, TRIO_KIND_VISIT)
DEFINE_KIND (TrioCluster, trio_cluster, TRIO_KIND_CLUSTER)
DEFINE_KIND (TrioNote, trio_note, TRIO_KIND_NOTE)
DEFINE_KIND (TrioSummary, trio_summary, TRIO_KIND_SUMMARY)
DEFINE_KIND (TrioLink, trio_link, TRIO_KIND_LINK)
DEFINE_KIND (TrioDocument, trio_document, TRIO_KIND_DOCUMENT)
DEFINE_KIND (TrioWaiver, trio_waiver, TRIO_KIND_WAIVER)
DEFINE_KIND (TrioFollowup, trio_followup, TRIO_KIND_FOLLOWUP)

/**
 * trio_kind_get_type:
 * @kind: a kind
 *
 * Returns: the type of its objects
 */
GType
trio_kind_get_type (TrioKind kind)
{
  switch (kind)
    {
    case TRIO_KIND_WORKSHOP:
      return TRIO_TYPE_WORKSHOP;
    case TRIO_KIND_THEME:
      return TRIO_TYPE_THEME;
    case TRIO_KIND_QUESTION:
      return TRIO_TYPE_QUESTION;
    case TRIO_KIND_STATION:
      return TRIO_TYPE_STATION;
    case TRIO_KIND_ROUND:
      return TRIO_TYPE_ROUND;
    case TRIO_KIND_TEAM:
      return TRIO_TYPE_TEAM;
    case TRIO_KIND_VISIT:
      return TRIO_TYPE_VISIT;
    case TRIO_KIND_CLUSTER:
      return TRIO_TYPE_CLUSTER;
    case TRIO_KIND_NOTE:
      return TRIO_TYPE_NOTE;
    case TRIO_KIND_SUMMARY:
      return TRIO_TYPE_SUMMARY;
    case TRIO_KIND_LINK:
      return TRIO_TYPE_LINK;
    case TRIO_KIND_DOCUMENT:
      return TRIO_TYPE_DOCUMENT;
    case TRIO_KIND_WAIVER:
      return TRIO_TYPE_WAIVER;
    case TRIO_KIND_FOLLOWUP:
      return TRIO_TYPE_FOLLOWUP;
    }
  g_return_val_if_reached (G_TYPE_INVALID);
}

/* Makes the object that stands for a record; only the model does. */
TrioObject *
trio_object_new (TrioRecord *record)
{
  TrioObject *self = g_object_new (trio_kind_get_type (record->kind), NULL);

  private_of (self)->record = trio_record_ref (record);
  return self;
}

/* Points the object at its newest record and notifies what differs; only the model does. */
void
trio_object_set_record (TrioObject *self, TrioRecord *record)
{
  TrioObjectPrivate *priv = private_of (self);
  const TrioKindInfo *info = trio_kind_get_info (record->kind);
  g_autoptr (TrioRecord) old = priv->record;

  priv->record = trio_record_ref (record);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < record->n_values; i++)
    if (!trio_value_equal (&old->values[i], &record->values[i]))
      {
        g_autofree char *name = g_strdelimit (g_strdup (info->fields[i].name), "_", '-');

        g_object_notify (G_OBJECT (self), name);
      }
  g_object_thaw_notify (G_OBJECT (self));
}

/* Marks the object as gone; only the model does. */
void
trio_object_mark_deleted (TrioObject *self)
{
  private_of (self)->deleted = TRUE;
}

/**
 * trio_object_get_kind:
 * @self: an object
 *
 * Returns: its kind
 */
TrioKind
trio_object_get_kind (TrioObject *self)
{
  return TRIO_OBJECT_GET_CLASS (self)->kind;
}

/**
 * trio_object_get_id:
 * @self: an object
 *
 * Returns: its number in the file
 */
TrioId
trio_object_get_id (TrioObject *self)
{
  return private_of (self)->record->id;
}

/**
 * trio_object_get_record:
 * @self: an object
 *
 * Returns: (transfer none): its newest record, valid until its next change
 */
const TrioRecord *
trio_object_get_record (TrioObject *self)
{
  return private_of (self)->record;
}

/**
 * trio_object_dup_uuid:
 * @self: an object
 *
 * Returns: (transfer full): its identity in the world, as text
 */
char *
trio_object_dup_uuid (TrioObject *self)
{
  return trio_uuid_to_text (&private_of (self)->record->uuid);
}

/**
 * trio_object_is_deleted:
 * @self: an object
 *
 * Returns: whether it has ceased to be; it then keeps its last values. An undo brings the
 *   thing back as another object with the same id.
 */
gboolean
trio_object_is_deleted (TrioObject *self)
{
  return private_of (self)->deleted;
}

/**
 * trio_object_get_text:
 * @self: an object
 * @field: index of a text field of its kind
 *
 * Returns: (transfer none): the text, "" where there is none; valid until the next change
 */
const char *
trio_object_get_text (TrioObject *self, guint field)
{
  return trio_record_get_text (private_of (self)->record, field);
}

/**
 * trio_object_get_int:
 * @self: an object
 * @field: index of a whole-number field of its kind
 *
 * Returns: the number, 0 where there is none
 */
gint64
trio_object_get_int (TrioObject *self, guint field)
{
  return trio_record_get_int (private_of (self)->record, field);
}

/**
 * trio_object_get_real:
 * @self: an object
 * @field: index of a real-number field of its kind
 *
 * Returns: the number, 0 where there is none
 */
double
trio_object_get_real (TrioObject *self, guint field)
{
  return trio_record_get_real (private_of (self)->record, field);
}

/**
 * trio_object_get_ref:
 * @self: an object
 * @field: index of a reference field of its kind
 *
 * Returns: the id of the object referred to, or 0
 */
TrioId
trio_object_get_ref (TrioObject *self, guint field)
{
  return trio_record_get_ref (private_of (self)->record, field);
}

/**
 * trio_object_is_null:
 * @self: an object
 * @field: index of a field of its kind
 *
 * Returns: whether the field has no value
 */
gboolean
trio_object_is_null (TrioObject *self, guint field)
{
  return trio_record_is_null (private_of (self)->record, field);
}
