// SPDX-License-Identifier: MIT
#include "app/cli/fetchaddresses.h"
#include "require.h"

#include <QFile>

#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

void requireReasons(const QList<RejectedAddress> &rejected, qsizetype lines)
{
    int last = 0;
    for (const RejectedAddress &address : rejected) {
        require(address.line > last, "a line is rejected once, in the order of the lines");
        last = address.line;
        require(!address.reason.isEmpty(), "what is rejected has a reason");
        require(address.text.size() <= 200, "of a rejected line at most 200 characters are kept");
    }
    require(last <= lines, "only a line that is there is rejected");
}

/// The worker asks again, of the address as it goes over the wire.
void requireFetchable(const QList<QUrl> &addresses)
{
    for (const QUrl &url : addresses) {
        require(url.scheme() == "http"_L1 || url.scheme() == "https"_L1, "only http and https");
        require(!url.host().isEmpty() && url.userInfo().isEmpty(), "a host, and nobody's name");
        require(AddressList::fault(url.toString(QUrl::FullyEncoded)).isEmpty(),
                "what the list takes, the worker takes");
    }
}

void requireSameFromFile(const QByteArray &text, const AddressList &list)
{
    static const int file = memfd_create("list", 0);
    require(ftruncate(file, 0) == 0
                && pwrite(file, text.constData(), size_t(text.size()), 0) == text.size(),
            "the harness can write its file");
    FetchAddresses addresses;
    const QString fault = addresses.addList(u"/proc/self/fd/%1"_s.arg(file));
    require(fault.isEmpty(), "a file that is there can be read");
    require(addresses.good() == list.addresses(), "a file has the addresses of its text");
    require(addresses.rejected().size() == list.rejected().size(), "and the same bad lines");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text = rawBytes(data, size);
    const AddressList list = AddressList::parse(text);
    const qsizetype lines = text.count('\n') + 1;
    require(list.addresses().size() + list.rejected().size() <= lines, "one verdict for a line");
    requireReasons(list.rejected(), lines);
    requireFetchable(list.addresses());
    QByteArray again;
    for (const QUrl &url : list.addresses())
        again += url.toEncoded() + '\n';
    const AddressList second = AddressList::parse(again);
    require(second.rejected().isEmpty(), "what was taken is taken again");
    require(second.addresses().size() == list.addresses().size(), "each of it");
    if (size % 16 == 0) // reading a file takes far longer
        requireSameFromFile(text, list);
    return 0;
}
