#ifndef SIPWATCH_CPCAP_SHIM_H
#define SIPWATCH_CPCAP_SHIM_H
#include <pcap/pcap.h>
#endif
