// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The conversation about one incident: messages of all units, and one line that Enter sends.

#include "widgets/common/ThemeSource.h"
#include "widgets/talk/TalkModel.h"

#include <QListView>
#include <QWidget>

#include <map>

class QLineEdit;

namespace sz::widgets {

class Composing;
class EmptyNote;

/// Unread ones have a bar, unsent ones say so. The list stays at its end while it was there. Input method off.
class TalkList final : public QListView
{
    Q_OBJECT
public:
    TalkList(TalkModel& model, const ThemeSource& theme, QWidget* parent);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

/// What is being written stays with its incident until it is sent. Thread: gui.
class TalkView final : public QWidget
{
    Q_OBJECT
public:
    TalkView(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme, QWidget* parent);
    ~TalkView() override;

    void show(const IncidentId& incident, std::vector<TalkMessage> messages);
    /// Why nothing can be written ("closed"); empty: it can.
    void setBlocked(const QString& reason);
    /// The cursor into the line.
    void startWriting();
    /// The note is saved: its text goes, unless somebody has gone on writing.
    void written(const IncidentId& incident, const QString& text);
    [[nodiscard]] TalkModel& model() { return *m_model; }

Q_SIGNALS:
    void sendRequested(const sz::IncidentId& incident, const QString& text);
    void leaveRequested(); ///< Esc in the line, and there is no list

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void send();

    std::unique_ptr<TalkModel> m_model;
    TalkList* m_list;
    EmptyNote* m_none;
    QLineEdit* m_line;
    Composing* m_composing;
    IncidentId m_incident;
    std::map<IncidentId, QString> m_drafts;
};

} // namespace sz::widgets
