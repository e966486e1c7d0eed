/* trio-error.c: the error domain of the core. */
#include "base/trio-error.h"

/**
 * trio_error_quark:
 *
 * Returns: the quark of the domain %TRIO_ERROR
 */
G_DEFINE_QUARK (trio_error_quark, trio_error)
