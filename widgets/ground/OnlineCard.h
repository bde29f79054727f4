// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An online map is named: one of Tianditu's with the city's key, or any address with places for the numbers of a tile.

#include "data/packs/OnlineSource.h"
#include "widgets/common/ThemeSource.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace sz::widgets {

class KeycapButton;
class PlainLabel;

/// A card over the map. Asks nobody: whether the server answers is seen when the map is switched on. Thread: gui.
class OnlineCard final : public QFrame
{
    Q_OBJECT
public:
    explicit OnlineCard(const ThemeSource& theme, QWidget* parent = nullptr);

    void openNew();
    /// `hasKey`: one is kept; left blank it stays.
    void openWith(const packs::OnlineSource& source, bool hasKey);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// An empty key: the one that is kept stays.
    void accepted(const sz::packs::OnlineSource& source, const QString& key);
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void fill(const packs::OnlineSource& source);
    void choose();
    void tell();
    void renewColour();
    [[nodiscard]] packs::OnlineSource source() const;
    void accept();
    void cancel();

    const ThemeSource& m_theme;
    PlainLabel* m_title;
    QComboBox* m_sort;
    QLineEdit* m_name;
    QLineEdit* m_address;
    QLineEdit* m_subdomains;
    QLineEdit* m_attribution;
    QSpinBox* m_deepest;
    QCheckBox* m_http;
    QCheckBox* m_labels;
    QLineEdit* m_key;
    PlainLabel* m_problem;
    KeycapButton* m_save;
    KeycapButton* m_cancel;
    packs::OnlineSource m_before; ///< what is being changed; without id: a new one
    bool m_hasKey = false;
};

} // namespace sz::widgets
