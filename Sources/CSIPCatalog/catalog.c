#include "sip_catalog.h"
size_t sip_catalog_size(void) { return 0; }
