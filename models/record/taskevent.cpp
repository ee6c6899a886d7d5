// SPDX-License-Identifier: MIT
#include "record/taskevent.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct LaneTr
{
    Q_DECLARE_TR_FUNCTIONS(Lane)
};

} // namespace

QLatin1StringView eventKindName(EventKind kind)
{
    switch (kind) {
    case EventKind::Queued: return "queued"_L1;
    case EventKind::Started: return "started"_L1;
    case EventKind::Progress: return "progress"_L1;
    case EventKind::Suspended: return "suspended"_L1;
    case EventKind::Resumed: return "resumed"_L1;
    case EventKind::Note: return "note"_L1;
    case EventKind::Finished: return "finished"_L1;
    case EventKind::Turn: return "turn"_L1;
    case EventKind::Lag: return "lag"_L1;
    case EventKind::StallBegan: return "stallBegan"_L1;
    case EventKind::StallSample: return "stallSample"_L1;
    case EventKind::StallShare: return "stallShare"_L1;
    case EventKind::StallWaitedFor: return "stallWaitedFor"_L1;
    case EventKind::StallInput: return "stallInput"_L1;
    case EventKind::StallFirstInput: return "stallFirstInput"_L1;
    case EventKind::StallPaused: return "stallPaused"_L1;
    case EventKind::StallGap: return "stallGap"_L1;
    case EventKind::StallEnded: return "stallEnded"_L1;
    case EventKind::Module: return "module"_L1;
    case EventKind::ProcessEnded: return "processEnded"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView integrityName(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Unknown: return "unknown"_L1;
    case Integrity::Unverified: return "unverified"_L1;
    case Integrity::Complete: return "complete"_L1;
    case Integrity::Verified: return "verified"_L1;
    case Integrity::Corrupt: return "corrupt"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView inputName(InputKind kind)
{
    switch (kind) {
    case InputKind::Click: return "click"_L1;
    case InputKind::Key: return "key"_L1;
    case InputKind::Wheel: return "wheel"_L1;
    case InputKind::Paint: return "paint"_L1;
    case InputKind::Timer: return "timer"_L1;
    case InputKind::Other: return "other"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView pauseName(PauseKind kind)
{
    switch (kind) {
    case PauseKind::Suspend: return "suspend"_L1;
    case PauseKind::Debugger: return "debugger"_L1;
    case PauseKind::Stopped: return "stopped"_L1;
    }
    Q_UNREACHABLE();
}

QString laneName(Lane lane)
{
    switch (lane.kind) {
    case Lane::Kind::None: return {};
    case Lane::Kind::Gui: return LaneTr::tr("GUI loop");
    case Lane::Kind::Network: return LaneTr::tr("network %1").arg(lane.number);
    case Lane::Kind::Pool: return LaneTr::tr("pool %1").arg(lane.number);
    case Lane::Kind::Coroutine:
        return lane.number == 0 ? LaneTr::tr("coroutines")
                                : LaneTr::tr("coroutine %1").arg(lane.number);
    }
    Q_UNREACHABLE();
}
