#include "sip_catalog.h"

/* The compiler lists embedded files among the dependencies, so a changed data file is rebuilt. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char english[] = {
#embed "data/en/codes.txt"
,'\n',
#embed "data/en/rules/ack.txt"
,'\n',
#embed "data/en/rules/auth.txt"
,'\n',
#embed "data/en/rules/blocked.txt"
,'\n',
#embed "data/en/rules/cancel.txt"
,'\n',
#embed "data/en/rules/dialog.txt"
,'\n',
#embed "data/en/rules/expiry.txt"
,'\n',
#embed "data/en/rules/fork.txt"
,'\n',
#embed "data/en/rules/history.txt"
,'\n',
#embed "data/en/rules/identity.txt"
,'\n',
#embed "data/en/rules/info.txt"
,'\n',
#embed "data/en/rules/invite.txt"
,'\n',
#embed "data/en/rules/message.txt"
,'\n',
#embed "data/en/rules/offer.txt"
,'\n',
#embed "data/en/rules/options.txt"
,'\n',
#embed "data/en/rules/prack.txt"
,'\n',
#embed "data/en/rules/publish.txt"
,'\n',
#embed "data/en/rules/redirect.txt"
,'\n',
#embed "data/en/rules/registration.txt"
,'\n',
#embed "data/en/rules/replaces.txt"
,'\n',
#embed "data/en/rules/request.txt"
,'\n',
#embed "data/en/rules/response.txt"
,'\n',
#embed "data/en/rules/retry.txt"
,'\n',
#embed "data/en/rules/session.txt"
,'\n',
#embed "data/en/rules/subscription.txt"
,'\n',
#embed "data/en/rules/timer.txt"
,'\n',
#embed "data/en/rules/transaction.txt"
,'\n',
#embed "data/en/rules/transfer.txt"
,'\n',
#embed "data/en/rules/transport.txt"
};

static const struct {
    const unsigned char *bytes;
    size_t size;
} languages[] = {
    {english, sizeof english},
};

static const int language_count = sizeof languages / sizeof languages[0];

size_t sip_catalog_size(int language) {
    return language >= 0 && language < language_count ? languages[language].size : 0;
}

unsigned char sip_catalog_byte(int language, size_t index) {
    return index < sip_catalog_size(language) ? languages[language].bytes[index] : 0;
}
