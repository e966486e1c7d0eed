/* fuzz-targets.h: functions that take any bytes and abort where a promise is broken.
 *
 * libFuzzer drives them (see meson.build here), and test-fuzz.c replays the kept corpus
 * through them in every test run.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

int trio_fuzz_text (const uint8_t *data, size_t size);
int trio_fuzz_csv (const uint8_t *data, size_t size);
