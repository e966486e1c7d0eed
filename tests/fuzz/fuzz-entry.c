/* fuzz-entry.c: where libFuzzer enters; TRIO_FUZZ_TARGET is the function to drive. */
#include "fuzz-targets.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  return TRIO_FUZZ_TARGET (data, size);
}
