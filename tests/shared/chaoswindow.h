// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"
#include "shared/chaosterms.h"
#include "shared/stories.h"
#include "ui/shell/mainwindow.h"

#include <map>
#include <memory>
#include <vector>

/// A person who does anything at all in the window, one step after another, each a random choice,
/// and what is recorded of it. The window is as the program makes it.
class ChaosWindow
{
public:
    explicit ChaosWindow(quint32 seed);
    Q_DISABLE_COPY_MOVE(ChaosWindow)

    /// Runs the loop with a step in each turn, until there were enough \p tasks.
    void goOn(int tasks);
    void step();
    /// One after the other, everything there is to do.
    void doEverythingOnce();
    /// To the end, for what is made with the first use and kept.
    void runTheLabOnce();
    void cancelAll();
    /// Nothing of it ends before the time limit.
    void runWhatHangs();
    /// As a person does it, with whatever runs.
    bool close() { return m_window->close(); }
    /// Nothing runs any more, neither for the window nor in the lab, and all is recorded.
    bool isQuiet();
    void showLive() { m_engine.session().playhead().showLive(); }

    const Board &board() { return m_engine.session().playhead().board(); }
    int answering() { return m_engine.server().counters().concurrent; }
    /// How many tasks there were in the table, over all runs.
    int tasks() const { return m_tasks; }
    /// All that was recorded, and since the last run that began anew.
    const Stories &all() const { return m_all; }
    Stories current() const;
    const std::map<QByteArray, int> &deeds() const { return m_deeds; }

private:
    using Deed = void (ChaosWindow::*)(Dice &);
    struct Choice
    {
        int share;
        const char *name;
        Deed deed;
    };
    static const std::vector<Choice> &choices();

    void run(Dice &dice);
    void cancelByKey(Dice &dice);
    void cancelByButton(Dice &dice);
    void cancelSelected(Dice &dice);
    void retry(Dice &dice);
    void page(Dice &dice);
    void tab(Dice &dice);
    void travel(Dice &dice);
    void backToLive(Dice &dice);
    void theme(Dice &dice);
    void limits(Dice &dice);
    void processing(Dice &dice);
    void filter(Dice &dice);
    void sort(Dice &dice);
    void resize(Dice &dice);
    void render(Dice &dice);
    void lab(Dice &dice);
    void follow(qsizetype first, qsizetype end);

    Engine m_engine;
    std::unique_ptr<MainWindow> m_window;
    const quint32 m_seed;
    int m_step = 0;
    int m_tasks = 0;
    Stories m_all;
    Stories m_current;
    std::map<QByteArray, int> m_deeds;
    QObject m_context; // of connections to the engine
};
