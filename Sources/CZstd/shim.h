#ifndef SIPWATCH_CZSTD_SHIM_H
#define SIPWATCH_CZSTD_SHIM_H
#include <zstd.h>
#endif
