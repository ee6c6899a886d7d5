// SPDX-License-Identifier: MIT
#include "ui/views/guide.h"

#include "ui/theme/contrast.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextDocument>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int glyph = 15;

constexpr std::array<std::pair<QLatin1StringView, TaskStatus>, taskStatusCount> states {{
    {"queued"_L1, TaskStatus::Queued},
    {"running"_L1, TaskStatus::Running},
    {"suspended"_L1, TaskStatus::Suspended},
    {"succeeded"_L1, TaskStatus::Succeeded},
    {"failed"_L1, TaskStatus::Failed},
    {"timedOut"_L1, TaskStatus::TimedOut},
    {"cancelled"_L1, TaskStatus::Cancelled},
    {"abandoned"_L1, TaskStatus::Abandoned},
}};

QString styleSheet(const Theme &theme)
{
    return u"h1 { font-size: x-large; font-weight: 600; margin: 4px 0 6px 0 }"
           "h2 { font-size: large; font-weight: 600; margin: 26px 0 8px 0 }"
           "p, li { margin: 0 0 6px 0; line-height: 130% }"
           ".lead { color: %1 }"
           "table { margin: 2px 0 14px 0 }"
           "th { text-align: left; font-weight: 600; white-space: nowrap }"
           "td { line-height: 125% }"
           "td, th { padding: 5px 14px 5px 0; vertical-align: top }"
           ".states td { color: %1; padding: 4px 14px 4px 0 }"
           "b { color: %2 }"
           "kbd, code { font-family: 'DejaVu Sans Mono', monospace; background-color: %3 }"_s.arg(
               theme.secondaryText.name(), theme.text.name(),
               mixed(theme.surface, theme.text, 0.09).name());
}

QString text()
{
    //: The guide's file in resources/help, without .html
    const QString name = QCoreApplication::translate("Guide", "help_en");
    QFile file(u":/help/%1.html"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return QCoreApplication::translate("Guide", "The guide cannot be read: %1")
            .arg(file.errorString().toHtmlEscaped());
    return QString::fromUtf8(file.readAll())
        .replace("%VERSION%"_L1, QCoreApplication::applicationVersion())
        .replace("%QT%"_L1, QLatin1StringView(qVersion()));
}

} // namespace

void Guide::write(QTextDocument &document, qreal pixelRatio)
{
    const Theme &theme = Theme::current();
    document.clear();
    for (const auto &[name, status] : states) {
        document.addResource(
            QTextDocument::ImageResource, QUrl(u"state:"_s + name),
            Icons::pixmap(Icons::nameOf(status), glyph, theme.status(status), pixelRatio));
    }
    document.setDefaultStyleSheet(styleSheet(theme));
    document.setHtml(text());
}
