#ifndef C_ALLOCATION_COUNT_H
#define C_ALLOCATION_COUNT_H

#include <stdint.h>

/// How many blocks of memory the process has asked for.
///
/// A program that links this counts each call of malloc, calloc, realloc, memalign, aligned_alloc and posix_memalign on
/// the way to the C library, which must be glibc: only there do __libc_malloc and its kin stand behind these names.
/// Frees are not counted, nor are valloc and pvalloc.
uint64_t allocation_count(void);

#endif
