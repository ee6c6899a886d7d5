// SPDX-License-Identifier: MIT
#pragma once

class QApplication;

/// What the desktop and the settings know the program by, and its icon.
void setIdentity();
/// Qt's own texts and ours, in the person's language where there is a translation. Ours fall back
/// to the plural forms of English, so that nobody reads "1 address(es)".
void installTranslations(QApplication &application);
