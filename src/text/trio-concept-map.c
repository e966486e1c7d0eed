/* trio-concept-map.c: bends the directions of words towards the concepts they belong to.
 *
 * A concept points where its words point together. A word that is listed is pulled there; another
 * word is pulled, a little, towards the concept that it is nearest to, when it is near enough.
 */
#include "config.h"

#include <math.h>

#include "text/trio-concept-map.h"

/* A listed word points half its own way and half that of its concept. */
#define LISTED_PULL 0.7
/* A word that is not listed is pulled by what its cosine with the nearest concept has above this. */
#define NEAR_FROM 0.4
#define NEAR_PULL 1.0

struct _TrioConceptMap
{
  TrioConcepts *concepts;
  guint dimensions;
  double *centres;     /* a row per concept */
  GHashTable *of_stem; /* stem → GArray of guint */
};

static void
scale_to_one (double *vector, guint n)
{
  double length = 0;

  for (guint d = 0; d < n; d++)
    length += vector[d] * vector[d];
  for (guint d = 0; d < n && length > 0; d++)
    vector[d] /= sqrt (length);
}

/**
 * trio_concept_map_new:
 * @concepts: (transfer full): a list of concepts
 * @dimensions: length of directions, 0 when there are none
 *
 * Makes a map without stems.
 *
 * Returns: (transfer full): the map
 */
TrioConceptMap *
trio_concept_map_new (TrioConcepts *concepts, guint dimensions)
{
  TrioConceptMap *map = g_new0 (TrioConceptMap, 1);

  map->concepts = concepts;
  map->dimensions = dimensions;
  map->centres = g_new0 (double, (gsize)trio_concepts_get_size (concepts) * dimensions + 1);
  map->of_stem
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  return map;
}

/**
 * trio_concept_map_free:
 * @map: (transfer full): a map
 *
 * Frees a map and its concepts.
 */
void
trio_concept_map_free (TrioConceptMap *map)
{
  trio_concepts_free (map->concepts);
  g_hash_table_unref (map->of_stem);
  g_free (map->centres);
  g_free (map);
}

/**
 * trio_concept_map_get_concepts:
 * @map: a map
 *
 * Returns: (transfer none): its concepts
 */
TrioConcepts *
trio_concept_map_get_concepts (TrioConceptMap *map)
{
  return map->concepts;
}

/**
 * trio_concept_map_add:
 * @map: a map
 * @concept: index of a concept
 * @stem: the stem of one of its words
 * @direction: (nullable): where the word points
 *
 * Adds a stem to a concept.
 */
void
trio_concept_map_add (TrioConceptMap *map, guint concept, const char *stem, const float *direction)
{
  GArray *known = g_hash_table_lookup (map->of_stem, stem);
  double *centre = map->centres + (gsize)concept * map->dimensions;

  if (known == NULL)
    {
      known = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (map->of_stem, g_strdup (stem), known);
    }
  for (guint i = 0; i < known->len; i++)
    if (g_array_index (known, guint, i) == concept)
      return;
  g_array_append_val (known, concept);
  for (guint d = 0; d < map->dimensions && direction != NULL; d++)
    centre[d] += direction[d];
}

/**
 * trio_concept_map_close:
 * @map: a map with all its stems
 *
 * Settles where concepts point.
 */
void
trio_concept_map_close (TrioConceptMap *map)
{
  for (guint c = 0; c < trio_concepts_get_size (map->concepts); c++)
    scale_to_one (map->centres + (gsize)c * map->dimensions, map->dimensions);
}

/**
 * trio_concept_map_lookup:
 * @map: a map
 * @stem: a stem
 *
 * Returns: (transfer none) (nullable) (element-type guint): the concepts that list it
 */
const GArray *
trio_concept_map_lookup (TrioConceptMap *map, const char *stem)
{
  return g_hash_table_lookup (map->of_stem, stem);
}

static double
nearest_concept (TrioConceptMap *map, const double *vector, guint *concept)
{
  double nearest = -1;

  for (guint c = 0; c < trio_concepts_get_size (map->concepts); c++)
    {
      const double *centre = map->centres + (gsize)c * map->dimensions;
      double cosine = 0;

      for (guint d = 0; d < map->dimensions; d++)
        cosine += vector[d] * centre[d];
      if (cosine > nearest)
        {
          nearest = cosine;
          *concept = c;
        }
    }
  return nearest;
}

static void
pull (TrioConceptMap *map, double *vector, guint concept, double strength)
{
  const double *centre = map->centres + (gsize)concept * map->dimensions;

  for (guint d = 0; d < map->dimensions; d++)
    vector[d] += strength * centre[d];
  scale_to_one (vector, map->dimensions);
}

/**
 * trio_concept_map_bend:
 * @map: a map
 * @listed: (nullable) (element-type guint): the concepts that list a word
 * @direction: (inout): where the word points, of length 1, or all zero when nobody knows
 *
 * Bends a direction towards the concepts of a word, or towards the one it is near to.
 *
 * Returns: whether @direction now points somewhere
 */
gboolean
trio_concept_map_bend (TrioConceptMap *map, const GArray *listed, float *direction)
{
  g_autofree double *vector = g_new0 (double, map->dimensions + 1);
  double length = 0;
  guint concept = 0;

  for (guint d = 0; d < map->dimensions; d++)
    vector[d] = direction[d];
  for (guint i = 0; listed != NULL && i < listed->len; i++)
    pull (map, vector, g_array_index (listed, guint, i), LISTED_PULL);
  if (listed == NULL)
    {
      double nearness = nearest_concept (map, vector, &concept);

      if (nearness > NEAR_FROM)
        pull (map, vector, concept, NEAR_PULL * (nearness - NEAR_FROM));
    }
  for (guint d = 0; d < map->dimensions; d++)
    {
      direction[d] = vector[d];
      length += vector[d] * vector[d];
    }
  return length > 0;
}
