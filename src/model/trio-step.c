/* trio-step.c: changes, steps, transactions, and what steps are called. */
#include "config.h"

#include "model/trio-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What each action is called in the undo menu and the log. With a plural the count is the
 * one number in it; with a subject the second form is used, which names it. */
static const struct
{
  const char *action;
  const char *one;
  const char *many;
  const char *with_subject;
} action_labels[] = {
  { "add-notes", N_ ("Add Input"), N_ ("Add %u Inputs"), NULL },
  { "edit-note", N_ ("Edit Input"), NULL, NULL },
  { "move-notes", N_ ("Move Input"), N_ ("Move %u Inputs"), NULL },
  { "delete-notes", N_ ("Delete Input"), N_ ("Delete %u Inputs"), NULL },
  { "withhold-notes", N_ ("Withhold Input"), N_ ("Withhold %u Inputs"), NULL },
  { "release-notes", N_ ("Release Input"), N_ ("Release %u Inputs"), NULL },
  { "change-notes", N_ ("Change Input"), N_ ("Change %u Inputs"), NULL },
  { "accept-clusters", N_ ("Accept Clusters"), NULL, NULL },
  { "make-cluster", N_ ("Make Cluster"), NULL, N_ ("Make Cluster “%s”") },
  { "rename-cluster", N_ ("Rename Cluster"), NULL, N_ ("Rename Cluster “%s”") },
  { "fill-cluster", N_ ("Put Input in Cluster"), N_ ("Put %u Inputs in Cluster"), NULL },
  { "colour-notes", N_ ("Colour Input"), N_ ("Colour %u Inputs"), NULL },
  { "role-notes", N_ ("Set Role of Input"), N_ ("Set Role of %u Inputs"), NULL },
  { "round-notes", N_ ("Set Round of Input"), N_ ("Set Round of %u Inputs"), NULL },
  { "flag-notes", N_ ("Flag Input"), N_ ("Flag %u Inputs"), NULL },
  { "clear-notes", N_ ("Clear Flag of Input"), N_ ("Clear Flag of %u Inputs"), NULL },
  { "quote-notes", N_ ("Quote Input on the Wall"), N_ ("Quote %u Inputs on the Wall"), NULL },
  { "vote-cluster", N_ ("Vote for Cluster"), NULL, N_ ("Vote for Cluster “%s”") },
  { "unvote-cluster", N_ ("Take Back Vote for Cluster"), NULL,
    N_ ("Take Back Vote for Cluster “%s”") },
  { "count-votes", N_ ("Set Votes"), NULL, N_ ("Set Votes of “%s”") },
  { "vote-notes", N_ ("Vote for Input"), N_ ("Vote for %u Inputs"), NULL },
  { "unvote-notes", N_ ("Take Back Vote"), N_ ("Take Back Vote for %u Inputs"), NULL },
  { "ungroup-notes", N_ ("Take Input out of Cluster"), N_ ("Take %u Inputs out of Cluster"), NULL },
  { "order-notes", N_ ("Reorder Input"), N_ ("Reorder %u Inputs"), NULL },
  { "stack-notes", N_ ("Stack Input"), N_ ("Stack %u Inputs"), NULL },
  { "unstack-notes", N_ ("Unstack Input"), N_ ("Unstack %u Inputs"), NULL },
  { "delete-practice", N_ ("Delete Practice Input"), N_ ("Delete %u Practice Inputs"), NULL },
  { "split-cluster", N_ ("Split Cluster"), NULL, N_ ("Split Cluster “%s”") },
  { "merge-clusters", N_ ("Merge Clusters"), N_ ("Merge %u Clusters"), NULL },
  { "dissolve-cluster", N_ ("Dissolve Cluster"), NULL, N_ ("Dissolve Cluster “%s”") },
  { "order-clusters", N_ ("Reorder Cluster"), NULL, N_ ("Reorder Cluster “%s”") },
  { "lay-notes", N_ ("Lay Input Elsewhere"), N_ ("Lay %u Inputs Elsewhere"), NULL },
  { "lay-cluster", N_ ("Move Cluster"), NULL, N_ ("Move Cluster “%s”") },
  { "move-cluster", N_ ("Move Cluster to Station"), NULL, N_ ("Move Cluster “%s” to Station") },
  { "tidy-board", N_ ("Tidy Board"), NULL, NULL },
  { "import", N_ ("Import Input"), N_ ("Import %u Inputs"), NULL },
  { "apply-theme-set", N_ ("Use Theme Set"), NULL, N_ ("Use Theme Set “%s”") },
  { "edit-workshop", N_ ("Edit Workshop"), NULL, NULL },
  { "add-theme", N_ ("Add Theme"), NULL, N_ ("Add Theme “%s”") },
  { "edit-theme", N_ ("Edit Theme"), NULL, N_ ("Edit Theme “%s”") },
  { "link-parent", N_ ("Link to Earlier Event"), NULL, NULL },
  { "add-followup", N_ ("Add Follow-up"), NULL, NULL },
  { "edit-followup", N_ ("Edit Follow-up"), NULL, NULL },
  { "delete-followup", N_ ("Delete Follow-up"), NULL, NULL },
  { "move-theme", N_ ("Move Theme"), NULL, N_ ("Move Theme “%s”") },
  { "delete-theme", N_ ("Delete Theme"), NULL, N_ ("Delete Theme “%s”") },
  { "add-question", N_ ("Add Question"), NULL, NULL },
  { "move-question", N_ ("Move Question"), NULL, NULL },
  { "delete-question", N_ ("Delete Question"), NULL, NULL },
  { "delete-station", N_ ("Delete Station"), NULL, N_ ("Delete Station “%s”") },
  { "add-station", N_ ("Add Station"), NULL, N_ ("Add Station “%s”") },
  { "edit-station", N_ ("Edit Station"), NULL, N_ ("Edit Station “%s”") },
  { "edit-rounds", N_ ("Edit Rounds"), NULL, NULL },
  { "plan-rotation", N_ ("Plan the Rotation"), NULL, NULL },
  { "start-round", N_ ("Start Round"), NULL, N_ ("Start “%s”") },
  { "pause-round", N_ ("Pause Round"), NULL, N_ ("Pause “%s”") },
  { "resume-round", N_ ("Resume Round"), NULL, N_ ("Resume “%s”") },
  { "end-rounds", N_ ("End Rounds"), NULL, NULL },
  { "edit-summary", N_ ("Edit Summary"), NULL, N_ ("Edit Summary of “%s”") },
  { "draft-summary", N_ ("Draft Summary"), N_ ("Draft %u Summaries"),
    N_ ("Draft Summary of “%s”") },
  { "approve-summary", N_ ("Approve Summary"), NULL, N_ ("Approve Summary of “%s”") },
  { "link-notes", N_ ("Link Input to Sentence"), N_ ("Link %u Inputs to Sentence"), NULL },
  { "unlink-notes", N_ ("Unlink Input from Sentence"), N_ ("Unlink %u Inputs from Sentence"),
    NULL },
  { "edit-document", N_ ("Edit Document"), NULL, N_ ("Edit Document “%s”") },
  { "remove-document", N_ ("Forget Document"), NULL, N_ ("Forget Document “%s”") },
  { "justify-finding", N_ ("Justify Finding"), N_ ("Justify %u Findings"), NULL },
};

/**
 * trio_change_clear:
 * @change: a change
 *
 * Gives up what @change holds.
 */
void
trio_change_clear (TrioChange *change)
{
  trio_value_clear (&change->old_value);
  trio_value_clear (&change->new_value);
  g_clear_pointer (&change->record, trio_record_unref);
}

/**
 * trio_step_new:
 * @action: untranslated name of what was done
 *
 * Makes a step without changes, which its maker fills before handing it out.
 *
 * Returns: (transfer full): the step
 */
TrioStep *
trio_step_new (const char *action)
{
  TrioStep *step = g_new0 (TrioStep, 1);

  g_atomic_ref_count_init (&step->refs);
  step->action = g_strdup (action);
  step->subject = g_strdup ("");
  step->merge_key = g_strdup ("");
  step->count = 1;
  step->changes = g_array_new (FALSE, TRUE, sizeof (TrioChange));
  g_array_set_clear_func (step->changes, (GDestroyNotify)trio_change_clear);
  return step;
}

/**
 * trio_step_ref:
 * @step: a step
 *
 * Returns: (transfer full): the same step
 */
TrioStep *
trio_step_ref (TrioStep *step)
{
  g_atomic_ref_count_inc (&step->refs);
  return step;
}

/**
 * trio_step_unref:
 * @step: (transfer full): a step
 *
 * Gives up a reference. Safe from any thread.
 */
void
trio_step_unref (TrioStep *step)
{
  if (!g_atomic_ref_count_dec (&step->refs))
    return;
  g_free (step->action);
  g_free (step->subject);
  g_free (step->merge_key);
  g_array_unref (step->changes);
  g_free (step);
}

/* Puts the one argument of a translated label in place without trusting the translation to
 * be a format string. */
static char *
fill_in (const char *label, const char *placeholder, const char *with)
{
  const char *at = strstr (label, placeholder);

  if (at == NULL)
    return g_strdup (label);
  return g_strdup_printf ("%.*s%s%s", (int)(at - label), label, with, at + strlen (placeholder));
}

/**
 * trio_action_dup_label:
 * @action: untranslated name of what was done
 * @subject: (nullable): what it was done to
 * @count: to how many
 *
 * Returns: (transfer full): what the undo menu and the log call it, in the language of the
 *   program; a plain word for an action that a newer version wrote
 */
char *
trio_action_dup_label (const char *action, const char *subject, guint count)
{
  for (guint i = 0; i < G_N_ELEMENTS (action_labels); i++)
    {
      if (strcmp (action_labels[i].action, action) != 0)
        continue;
      if (action_labels[i].many != NULL && count > 1)
        {
          g_autofree char *number = g_strdup_printf ("%u", count);

          return fill_in (_ (action_labels[i].many), "%u", number);
        }
      if (action_labels[i].with_subject != NULL && subject != NULL && *subject != '\0')
        return fill_in (_ (action_labels[i].with_subject), "%s", subject);
      return g_strdup (_ (action_labels[i].one));
    }
  return g_strdup (_ ("Change"));
}

/**
 * trio_step_dup_label:
 * @step: a step
 *
 * Returns: (transfer full): what the undo menu and the log call the step
 */
char *
trio_step_dup_label (const TrioStep *step)
{
  return trio_action_dup_label (step->action, step->subject, step->count);
}

G_DEFINE_BOXED_TYPE (TrioTransaction,
                     trio_transaction,
                     trio_transaction_ref,
                     trio_transaction_unref)

/**
 * trio_transaction_new:
 * @move: the direction
 * @step: (transfer none): the step
 *
 * Makes a transaction without records, which its maker fills before handing it out.
 *
 * Returns: (transfer full): the transaction
 */
TrioTransaction *
trio_transaction_new (TrioMove move, TrioStep *step)
{
  TrioTransaction *transaction = g_new0 (TrioTransaction, 1);

  g_atomic_ref_count_init (&transaction->refs);
  transaction->move = move;
  transaction->step = trio_step_ref (step);
  transaction->records = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  transaction->deleted = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  return transaction;
}

/**
 * trio_transaction_ref:
 * @transaction: a transaction
 *
 * Returns: (transfer full): the same transaction
 */
TrioTransaction *
trio_transaction_ref (TrioTransaction *transaction)
{
  g_atomic_ref_count_inc (&transaction->refs);
  return transaction;
}

/**
 * trio_transaction_unref:
 * @transaction: (transfer full): a transaction
 *
 * Gives up a reference. Safe from any thread.
 */
void
trio_transaction_unref (TrioTransaction *transaction)
{
  if (!g_atomic_ref_count_dec (&transaction->refs))
    return;
  trio_step_unref (transaction->step);
  g_ptr_array_unref (transaction->records);
  g_ptr_array_unref (transaction->deleted);
  g_free (transaction);
}
