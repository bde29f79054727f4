// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The first start of a desk: what headquarters' slip says is typed or pasted, and the machine is a desk of its unit.

#include "data/desk/Profile.h"
#include "data/threads/Mailbox.h"
#include "widgets/common/ThemeSource.h"

#include <QDialog>

#include <optional>
#include <thread>

class QGridLayout;
class QLineEdit;

namespace sz::widgets {

class KeycapButton;
class PlainLabel;

/// Enrols once with address, code and fingerprint; the profile is saved before it says so. Several attempts, one at a time.
/// Cannot be left while one is under way: a code that was taken would have made a desk nobody has.
class JoinDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Outcome { Left, Joined, Sample };

    /// `desks`: the folder of desks; the new one gets a folder of its own there. `exactly`: that one instead, if not empty.
    JoinDialog(
        std::filesystem::path desks,
        std::filesystem::path exactly,
        const ThemeSource& theme,
        QWidget* parent = nullptr);
    ~JoinDialog() override;

    /// After exec().
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    /// Of the desk that was made; empty unless Joined.
    [[nodiscard]] const std::optional<desk::Profile>& profile() const { return m_profile; }

    void reject() override;

private:
    void build();
    [[nodiscard]] QLineEdit*
    addRow(QGridLayout* rows, const QString& label, const QString& example, const char* name);
    void takeSlip(const QString& text);
    void join();
    void tell(const QString& sentence, bool isFault);
    void refuse(QLineEdit* field, const QString& sentence);
    void end(Result<desk::Profile> made);
    [[nodiscard]] QString faultText(const Error& error) const;
    void setBusy(bool isBusy);

    std::filesystem::path m_desks;
    std::filesystem::path m_exactly;
    const ThemeSource& m_theme;
    QLineEdit* m_address = nullptr;
    QLineEdit* m_code = nullptr;
    QLineEdit* m_print = nullptr;
    PlainLabel* m_told = nullptr;
    KeycapButton* m_join = nullptr;
    KeycapButton* m_sample = nullptr;
    Outcome m_outcome = Outcome::Left;
    std::optional<desk::Profile> m_profile;
    bool m_isBusy = false;
    Mailbox m_mail;      ///< what came of an attempt
    std::jthread m_work; ///< ends before its mailbox
};

} // namespace sz::widgets
