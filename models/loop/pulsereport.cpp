// SPDX-License-Identifier: MIT
#include "loop/pulsereport.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 400;
constexpr std::array numbers {"time"_L1, "beat"_L1, "late"_L1, "stall"_L1};

} // namespace

QByteArray PulseReport::toLine() const
{
    const QJsonObject object {
        {numbers[0], timeNs},          {numbers[1], lastBeatNs},
        {numbers[2], lateNs},          {numbers[3], stallNs},
        {"release"_L1, canBeReleased}, {"function"_L1, function.left(longestName)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<PulseReport> PulseReport::fromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    for (const QLatin1StringView number : numbers) {
        if (!object[number].isDouble() || object[number].toInteger(-1) < 0)
            return std::nullopt;
    }
    return PulseReport {
        object[numbers[0]].toInteger(), object[numbers[1]].toInteger(),
        object[numbers[2]].toInteger(), object[numbers[3]].toInteger(),
        object["release"_L1].toBool(),  object["function"_L1].toString().left(longestName)};
}
