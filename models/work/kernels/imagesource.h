// SPDX-License-Identifier: MIT
#pragma once

#include "work/kernelcontext.h"

#include <QIODevice>

/// Gives an image decoder its bytes, and thereby a place to be watched and stopped at: decoders
/// know neither progress nor cancellation, but all of them give up when reading fails.
/// Progress counts the bytes read, from the first to the last, however a decoder jumps about.
class ImageSource final : public QIODevice
{
public:
    /// Both must outlive this object.
    ImageSource(const QByteArray &body, KernelContext &context);

    /// A decoder asked for more than there is since the last watchForTheEnd(). libjpeg then makes
    /// up the rest in grey and calls it a success.
    bool ranOut() const { return m_ranOut; }
    void watchForTheEnd() { m_ranOut = false; }

    /// The decoder is libjpeg, which takes less than it asks for: so it can be stopped more often.
    void setTakesLess() { m_takesLess = true; }

    qint64 size() const override { return m_body.size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray &m_body;
    KernelContext &m_context;
    qint64 m_furthest = 0;
    bool m_ranOut = false;
    bool m_takesLess = false;
};
