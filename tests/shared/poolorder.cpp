// SPDX-License-Identifier: MIT
/// Tells ThreadSanitizer what QThreadPool's own lock orders: that what was written before start()
/// is seen by what the pool thread runs. Qt is not instrumented, so the detector cannot see that
/// lock, and each captured value would look like a race. These definitions come before those of Qt
/// for whoever calls start(), the templates of QtConcurrent among them, and hand on to them. A
/// runnable that is wrapped cannot be taken back with QThreadPool::tryTake().
#include <QRunnable>
#include <QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <functional>
#include <utility>

namespace {

class Ordered final : public QRunnable
{
public:
    __attribute__((no_sanitize_thread)) explicit Ordered(QRunnable *runnable)
        : m_runnable(runnable)
    {
        __tsan_release(this);
    }
    Q_DISABLE_COPY_MOVE(Ordered)
    ~Ordered() override = default;

    __attribute__((no_sanitize_thread)) void run() override
    {
        __tsan_acquire(this);
        const bool isOurs = m_runnable->autoDelete(); // it may be gone after run() when it is not
        m_runnable->run();
        if (isOurs)
            delete m_runnable;
    }

private:
    QRunnable *const m_runnable;
};

} // namespace

void QThreadPool::start(QRunnable *runnable, int priority)
{
    using Start = void (*)(QThreadPool *, QRunnable *, int);
    static const auto startOfQt
        = reinterpret_cast<Start>(dlsym(RTLD_NEXT, "_ZN11QThreadPool5startEP9QRunnablei"));
    startOfQt(this, new Ordered(runnable), priority);
}

#if QT_VERSION < QT_VERSION_CHECK(6, 6, 0) // a template of its header since
void QThreadPool::start(std::function<void()> functionToRun, int priority)
{
    start(QRunnable::create(std::move(functionToRun)), priority);
}
#endif
