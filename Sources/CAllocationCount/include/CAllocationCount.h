#ifndef C_ALLOCATION_COUNT_H
#define C_ALLOCATION_COUNT_H

#include <stdint.h>

/// How many blocks of memory the process has asked for: a program that links this counts each call of malloc and its
/// kin on the way to the C library.
uint64_t allocation_count(void);

#endif
