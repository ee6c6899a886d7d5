// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/icons.h"

#include <QWidget>

#include <chrono>

class QSettings;
class Session;
class SettingsReader;

/// What the window asks of a page, whichever it is. A page is light until it is needed: what it
/// consists of is made when it is first shown, or asked for something that takes it. What it is
/// told before, it keeps until then. GUI thread.
class Page : public QWidget
{
    Q_OBJECT
public:
    /// \p icon and \p title stand in the rail; the settings know the page by \p name.
    Page(IconName icon, const QString &title, const QString &name, QWidget *parent = nullptr);

    IconName icon() const { return m_icon; }
    const QString &title() const { return m_title; }

    /// Makes what it consists of; does nothing the second time.
    void build();
    bool isBuilt() const { return m_isBuilt; }

    // What the keys of the window do while this page is in sight. False: nothing here, and the
    // window does what it does elsewhere.
    virtual bool run() { return false; }
    /// What has the focus.
    virtual bool cancelFocused() { return false; }
    /// Puts the focus where one writes what is looked for.
    virtual bool find() { return false; }
    /// Shows the moment so many events later.
    virtual bool step(int /*events*/) { return false; }
    /// A key, or the focus itself, came to the page: where the focus belongs, if that is not the
    /// first field.
    virtual void takeFocus() { }

    /// Shows \p session from now on, which outlives it, or is followed by another one before it
    /// goes.
    virtual void setSession(Session & /*session*/) { }
    /// From which length on a gap counts as a stall.
    virtual void setThreshold(std::chrono::milliseconds /*threshold*/) { }
    virtual void save(QSettings & /*settings*/) const { }
    virtual void restore(SettingsReader & /*settings*/) { }

signals:
    /// How many things came that were not looked at yet.
    void unseenChanged(int count);

protected:
    /// Called once, by build().
    virtual void makeContents() { }
    void showEvent(QShowEvent *event) override;

private:
    const IconName m_icon;
    const QString m_title;
    bool m_isBuilt = false;
};
