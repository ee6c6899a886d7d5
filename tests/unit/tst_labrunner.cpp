// SPDX-License-Identifier: MIT
#include "lab/catalogue.h"
#include "lab/lab.h"
#include "lab/labrunner.h"
#include "record/recorder.h"
#include "record/recording.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLabRunner : public QObject
{
    Q_OBJECT

private slots:
    void runsBothAndJudges();
};

void TestLabRunner::runsBothAndJudges()
{
    Recorder recorder;
    Recording recording;
    recording.setRecorder(&recorder);
    LabRunner runner(recorder, recording);
    for (const Experiment &experiment : catalogue()) {
        QList<VariantResult> results;
        const QObject context;
        connect(&runner, &LabRunner::variantEnded, &context,
                [&](const VariantResult &result) { results.append(result); });
        QSignalSpy ended(&runner, &LabRunner::ended);
        runner.runAll(experiment, {});
        QVERIFY(ended.wait(60'000));
        for (const auto &r : results)
            for (const auto &m : r.measurements)
                qInfo() << r.variant << m.name << m.value;
        const Verdict verdict = experiment.verdict(Results(results));
        qInfo().noquote() << verdict.sentence << verdict.holds;
        QVERIFY(verdict.holds);
    }
}

QTEST_GUILESS_MAIN(TestLabRunner)
#include "tst_labrunner.moc"
