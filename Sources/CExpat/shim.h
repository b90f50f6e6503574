#ifndef SIPWATCH_CEXPAT_SHIM_H
#define SIPWATCH_CEXPAT_SHIM_H
#include <expat.h>
#endif
