// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Before a file becomes a layer: what it holds, what is wrong with it, and in which coordinate system it is.

#include "data/threads/Mailbox.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/ground/LayerFile.h"

#include <QFrame>
#include <QThreadPool>

#include <stop_token>

class QComboBox;
class QLineEdit;

namespace sz::widgets {

class KeycapButton;
class PlainLabel;

/// A card over the map. The newest wish wins; an older reading is not heard of. Thread: gui, reading in a pool of its own.
class LayerImport final : public QFrame
{
    Q_OBJECT
public:
    LayerImport(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);
    ~LayerImport() override;

    /// Of the next file.
    void setPlan(std::shared_ptr<const plan::Plan> plan) { m_plan = std::move(plan); }
    /// Shows itself and reads.
    void open(const QString& path);
    [[nodiscard]] bool isReading() const { return m_isReading; }
    [[nodiscard]] QString system() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] const LayerFilePtr& file() const { return m_file; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void accepted(const QString& path, const QString& name, const QString& system);
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void read();
    void take(const LayerFilePtr& file);
    void tell();
    void setSystem(const QString& name);
    void accept();
    void cancel();

    std::shared_ptr<const plan::Plan> m_plan;
    const ThemeSource& m_theme;
    PlainLabel* m_title;
    QLineEdit* m_name;
    QComboBox* m_system;
    PlainLabel* m_content;
    PlainLabel* m_remarks;
    KeycapButton* m_add;
    KeycapButton* m_cancel;
    KeycapButton* m_asShifted;
    QString m_path;
    LayerFilePtr m_file;
    int m_generation = 0;
    std::stop_source m_stop; ///< of what is being read
    bool m_isReading = false;
    Mailbox m_mail;
    QThreadPool m_pool; ///< last: its jobs call back
};

} // namespace sz::widgets
