#ifndef SIPWATCH_CLIBFUZZER_SHIM_H
#define SIPWATCH_CLIBFUZZER_SHIM_H
#include <stddef.h>
#include <stdint.h>
// The entry point of libFuzzer for programs that have a main of their own; the toolchain has no header for it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *bytes, size_t count));
#endif
