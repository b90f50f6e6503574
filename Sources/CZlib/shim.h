#ifndef SIPWATCH_CZLIB_SHIM_H
#define SIPWATCH_CZLIB_SHIM_H
/* Has next_in point to const bytes. */
#define ZLIB_CONST
#include <zlib.h>
#endif
