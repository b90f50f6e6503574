// What Swift cannot call: prctl and ioctl take variable arguments, and capset has no wrapper in the C library.
#ifndef SIPWATCH_CLINUX_SHIM_H
#define SIPWATCH_CLINUX_SHIM_H
#include <linux/capability.h>
#include <net/if.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Makes sure that no program this thread starts gains privileges; 0 when it worked.
static inline int sipwatch_forbid_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/// Gives up all capabilities of this thread; 0 when it worked.
static inline int sipwatch_drop_capabilities(void) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0, 0, 0}, {0, 0, 0}};
    return (int)syscall(SYS_capset, &header, none);
}

/// Whether the network device of this name is switched on, asked through any socket; -1 where it cannot be told.
static inline int sipwatch_is_up(int descriptor, const char *name) {
    struct ifreq request;
    memset(&request, 0, sizeof request);
    strncpy(request.ifr_name, name, sizeof request.ifr_name - 1);
    if (ioctl(descriptor, SIOCGIFFLAGS, &request) != 0) return -1;
    return (request.ifr_flags & IFF_UP) != 0;
}
#endif
