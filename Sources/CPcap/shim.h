#ifndef SIPWATCH_CPCAP_SHIM_H
#define SIPWATCH_CPCAP_SHIM_H
#include <pcap/pcap.h>
#include <stdio.h>
#include <sys/types.h>

/* Puts at most `size` bytes at `buffer` and returns how many; 0 at the end. */
typedef ssize_t sipwatch_read(void *cookie, char *buffer, size_t size);

/* The callbacks of fopencookie, of which reading alone is used. */
struct sipwatch_callbacks {
    sipwatch_read *read;
    void *write;
    void *seek;
    void *close;
};

/* glibc declares fopencookie only with _GNU_SOURCE, which a module cannot ask of another. */
FILE *sipwatch_fopencookie(void *cookie, const char *mode, struct sipwatch_callbacks callbacks) __asm__("fopencookie");

/* A file that gets its bytes from `read`, through a buffer; NULL when there is no memory. */
static inline FILE *sipwatch_open_reading(void *cookie, sipwatch_read *read, char *buffer, size_t size) {
    struct sipwatch_callbacks callbacks = {read, NULL, NULL, NULL};
    FILE *file = sipwatch_fopencookie(cookie, "rb", callbacks);
    if (file != NULL) setvbuf(file, buffer, _IOFBF, size);
    return file;
}
#endif
