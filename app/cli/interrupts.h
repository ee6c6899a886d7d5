// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

/// Turns the first Ctrl+C (SIGINT) or SIGTERM into a Qt signal; the second one ends the process at
/// once. One object at a time, on the thread of the application; when it goes, the signals do what
/// they did before.
class Interrupts final : public QObject
{
    Q_OBJECT
public:
    static constexpr int exitCode = 130;

    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

signals:
    void interrupted();
};
