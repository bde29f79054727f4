// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An entry about shifts or the plan that headquarters refused: what it was, why not, its words once more.

#include "widgets/actions/SideSheet.h"

class QPlainTextEdit;

namespace sz::widgets {

/// Thread: gui.
class RefileSheet final : public SideSheet
{
    Q_OBJECT
public:
    explicit RefileSheet(const ThemeSource& theme, QWidget* parent = nullptr);
    ~RefileSheet() override;

    void open(const QString& what, const QString& why, const QString& words);
    /// It was refused here and now; the sheet stays.
    void refuse(const QString& why);

Q_SIGNALS:
    void refileWanted(const QString& words);

private:
    ToneLabel* m_what;
    ToneLabel* m_why;
    QPlainTextEdit* m_words;
};

} // namespace sz::widgets
