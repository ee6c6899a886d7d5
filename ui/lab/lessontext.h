// SPDX-License-Identifier: MIT
#pragma once

class QString;
class QTextDocument;

/// Text of lessons as it is shown. Colours are those of Theme::current(): write again when they
/// change.
namespace LessonText {

/// Replaces what is in \p document. Links "lab:ID" stay links where there is such an experiment,
/// and become plain text where there is none; so do all others.
void write(QTextDocument &document, const QString &markdown);
/// For a label.
QString html(const QString &markdown);

} // namespace LessonText
