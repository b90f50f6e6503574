#ifndef SIPWATCH_CYAML_SHIM_H
#define SIPWATCH_CYAML_SHIM_H
#include <yaml.h>
#endif
