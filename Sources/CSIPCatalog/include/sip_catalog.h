#ifndef SIP_CATALOG_H
#define SIP_CATALOG_H
#include <stddef.h>
size_t sip_catalog_size(void);
#endif
