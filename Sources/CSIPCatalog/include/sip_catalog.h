#ifndef SIP_CATALOG_H
#define SIP_CATALOG_H

#include <stddef.h>

/* The catalog's data files, one per language, in the order of CatalogLanguage. */

/* Bytes in the data file of a language; 0 for a language there is none of. */
size_t sip_catalog_size(int language);

/* One byte of it; 0 beyond its end. */
unsigned char sip_catalog_byte(int language, size_t index);

#endif
