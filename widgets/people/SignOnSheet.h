// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F4: somebody signs on, hands over to the next, or leaves. The board stays open behind it.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"

class QLineEdit;

namespace sz::widgets {

class PickEdit;

/// Person, post, password; Enter in the password signs on. The password is cleared when it has been sent.
class SignOnSheet final : public SideSheet
{
    Q_OBJECT
public:
    SignOnSheet(desk::Desk& desk, const ThemeSource& theme, QWidget* parent = nullptr);
    ~SignOnSheet() override;

    /// The cursor goes to the person.
    void open();

Q_SIGNALS:
    /// A sentence for the toast; the sheet has done its work.
    void done(const QString& sentence);

private:
    void build();
    void buildFooter();
    [[nodiscard]] QLineEdit* addSecret(const QString& label, const QString& name);
    void offerPeople();
    void choosePerson(const model::Person& person);
    void offerPosts();
    void choosePost(const PostCode& post);
    [[nodiscard]] PostCode usualPost(const model::Person& person) const;
    void signOn();
    [[nodiscard]] bool isComplete();
    void signOff();
    void unlock();
    void follow(const desk::SeatStatus& seat);
    void refresh();
    void askForNewSecret(bool isAsked);
    void clearSecrets();
    [[nodiscard]] QString refusalText(const desk::SeatStatus& seat) const;
    [[nodiscard]] QString postName(const PostCode& post) const;

    desk::Desk& m_desk;
    PickEdit* m_person = nullptr;
    PickEdit* m_post = nullptr;
    QLineEdit* m_secret = nullptr;
    QLineEdit* m_new = nullptr;
    QLineEdit* m_again = nullptr;
    KeycapButton* m_leave = nullptr;
    KeycapButton* m_unlock = nullptr;
    std::vector<model::Person> m_offered;
    std::vector<PostCode> m_offeredPosts;
    std::optional<model::Person> m_chosen;
    PostCode m_chosenPost;
    bool m_isAsking = false; ///< this sheet has asked, the answer is not there yet
    std::uint64_t m_answered = 0;
};

} // namespace sz::widgets
