#include "sip_catalog.h"

/* The compiler lists embedded files among the dependencies, so a changed data file is rebuilt. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char facts[] = {
#embed "data/facts.txt"
};

/* A language is a file in data, named by its tag, and its two entries here. English comes first. */
static const unsigned char en[] = {
#embed "data/en.txt"
};
static const unsigned char fr[] = {
#embed "data/fr.txt"
};
static const unsigned char vi[] = {
#embed "data/vi.txt"
};

static const struct {
    const char *tag;
    const unsigned char *bytes;
    size_t size;
} languages[] = {
    {"en", en, sizeof en},
    {"fr", fr, sizeof fr},
    {"vi", vi, sizeof vi},
};

static const int language_count = sizeof languages / sizeof languages[0];

static int is_language(int language) {
    return language >= 0 && language < language_count;
}

int sip_catalog_languages(void) {
    return language_count;
}

char sip_catalog_tag(int language, size_t index) {
    if (!is_language(language)) return 0;
    const char *tag = languages[language].tag;
    while (index > 0 && *tag) {
        tag++;
        index--;
    }
    return *tag;
}

size_t sip_catalog_size(int language) {
    return is_language(language) ? languages[language].size : 0;
}

unsigned char sip_catalog_byte(int language, size_t index) {
    return index < sip_catalog_size(language) ? languages[language].bytes[index] : 0;
}

size_t sip_catalog_facts_size(void) {
    return sizeof facts;
}

unsigned char sip_catalog_facts_byte(size_t index) {
    return index < sizeof facts ? facts[index] : 0;
}
