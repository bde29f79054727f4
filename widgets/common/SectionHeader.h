// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The 32-px line above a list: bold title, count, a note at the right, and what keys do there.

#include "data/model/Lamp.h"
#include "widgets/common/ThemeSource.h"

#include <QKeySequence>
#include <QWidget>

class QHBoxLayout;

namespace sz::widgets {

class KeycapButton;

class SectionHeader final : public QWidget
{
    Q_OBJECT
public:
    SectionHeader(const ThemeSource& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// "2", "—" when unknown; never "0" while the link is down.
    void setCount(const QString& count);
    /// Quiet words after the count: "signed 5/5 · done 1/5".
    void setDetail(const QString& detail);
    /// Quiet words at the right edge: "oldest 6:41".
    void setNote(const QString& note);
    /// "as of 14:19:55" in yellow in place of the note; empty = current.
    void setStale(const QString& asOf);
    void setLamp(model::Lamp lamp);
    /// Whether title and count are painted; a tab may show them already. They stay in its accessible name.
    void setTitleShown(bool isShown);
    /// Whether the pane holds the focus: its title is brighter.
    void setActive(bool isActive);
    /// A key at the right edge, after the note.
    KeycapButton* addKeycap(const QKeySequence& keys, const QString& label);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    [[nodiscard]] int actionsWidth() const;

    const ThemeSource& m_theme;
    QHBoxLayout* m_actions;
    QString m_title;
    QString m_count;
    QString m_detail;
    QString m_note;
    QString m_stale;
    model::Lamp m_lamp = model::Lamp::None;
    bool m_isActive = true;
    bool m_isTitleShown = true;
};

} // namespace sz::widgets
