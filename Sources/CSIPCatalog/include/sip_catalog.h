#ifndef SIP_CATALOG_H
#define SIP_CATALOG_H

#include <stddef.h>

/* The catalog's data files: one of facts, and one per language. */

/* How many languages there are. */
int sip_catalog_languages(void);

/* One character of a language's BCP 47 tag; 0 at its end, and for a language there is none of. */
char sip_catalog_tag(int language, size_t index);

/* Bytes in the data file of a language; 0 for a language there is none of. */
size_t sip_catalog_size(int language);

/* One byte of it; 0 beyond its end. */
unsigned char sip_catalog_byte(int language, size_t index);

/* Bytes in the file of facts. */
size_t sip_catalog_facts_size(void);

/* One byte of it; 0 beyond its end. */
unsigned char sip_catalog_facts_byte(size_t index);

#endif
