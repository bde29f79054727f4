// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/people/SignOnSheet.h"

#include "data/base/Secret.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/people/PersonSearch.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::size_t kMostRows = 12;

QString personName(const model::Person& person)
{
    return visibleLine(QString::fromStdString(person.name));
}

} // namespace

SignOnSheet::SignOnSheet(desk::Desk& desk, const ThemeSource& theme, QWidget* parent)
    : SideSheet(theme, tr("Sign on"), tr("put away"), parent), m_desk(desk)
{
    setObjectName(QStringLiteral("signOnSheet"));
    build();
    buildFooter();
    connect(mainAct(), &QAbstractButton::clicked, this, &SignOnSheet::signOn);
    connect(&desk, &desk::Desk::seatChanged, this, &SignOnSheet::follow);
    refresh();
}

SignOnSheet::~SignOnSheet()
{
    releaseFocus();
}

void SignOnSheet::build()
{
    m_person = new PickEdit(theme(), this, this);
    m_person->setObjectName(QStringLiteral("personEdit"));
    m_person->setAccessibleName(tr("Person"));
    m_person->setPlaceholderText(tr("Number, name, pinyin or initials"));
    watch(m_person);
    addRow(tr("Person"), m_person);
    m_post = new PickEdit(theme(), this, this);
    m_post->setObjectName(QStringLiteral("postEdit"));
    m_post->setAccessibleName(tr("Post"));
    watch(m_post);
    addRow(tr("Post"), m_post, 8);
    m_secret = addSecret(tr("Password"), QStringLiteral("secretEdit"));
    m_new = addSecret(tr("New password"), QStringLiteral("newSecretEdit"));
    m_again = addSecret(tr("Once more"), QStringLiteral("againSecretEdit"));
    finishBody();
    connect(m_person, &QLineEdit::textEdited, this, [this] {
        m_chosen.reset();
        offerPeople();
    });
    connect(m_person, &PickEdit::listWanted, this, &SignOnSheet::offerPeople);
    connect(m_person, &PickEdit::picked, this, [this](int row) {
        choosePerson(m_offered[static_cast<std::size_t>(row)]);
        m_secret->setFocus(Qt::OtherFocusReason);
    });
    connect(
        m_person, &PickEdit::entered, this, [this] { m_secret->setFocus(Qt::OtherFocusReason); });
    connect(m_post, &QLineEdit::textEdited, this, &SignOnSheet::offerPosts);
    connect(m_post, &PickEdit::listWanted, this, &SignOnSheet::offerPosts);
    connect(m_post, &PickEdit::picked, this, [this](int row) {
        choosePost(m_offeredPosts[static_cast<std::size_t>(row)]);
        m_secret->setFocus(Qt::OtherFocusReason);
    });
    connect(m_post, &PickEdit::entered, this, [this] { m_secret->setFocus(Qt::OtherFocusReason); });
}

QLineEdit* SignOnSheet::addSecret(const QString& label, const QString& name)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    edit->setContextMenuPolicy(Qt::NoContextMenu);
    edit->setMaxLength(256);
    addRow(label, edit, 8);
    connect(edit, &QLineEdit::returnPressed, this, &SignOnSheet::signOn);
    return edit;
}

void SignOnSheet::buildFooter()
{
    m_leave = scopedKeycap(theme(), QKeySequence(Qt::ALT | Qt::Key_O), tr("sign off"), this);
    m_leave->setObjectName(QStringLiteral("signOffButton"));
    m_unlock = scopedKeycap(theme(), QKeySequence(Qt::ALT | Qt::Key_U), tr("unlock"), this);
    m_unlock->setObjectName(QStringLiteral("unlockButton"));
    footer()->addWidget(m_unlock);
    footer()->addWidget(m_leave);
    connect(m_leave, &QAbstractButton::clicked, this, &SignOnSheet::signOff);
    connect(m_unlock, &QAbstractButton::clicked, this, &SignOnSheet::unlock);
}

void SignOnSheet::open()
{
    askForNewSecret(false);
    clearSecrets();
    m_chosen.reset();
    m_chosenPost = {};
    m_person->clear();
    m_post->clear();
    say({});
    refresh();
    m_person->setFocus(Qt::OtherFocusReason);
    offerPeople();
}

void SignOnSheet::offerPeople()
{
    m_offered.clear();
    std::vector<ChoiceRow> rows;
    for (const model::Person* person : findPeople(m_desk.seat().people, m_person->text())) {
        if (rows.size() == kMostRows) {
            break;
        }
        m_offered.push_back(*person);
        ChoiceRow row;
        row.title = personName(*person);
        row.note =
            person->isLocked
                ? tr("%1 · locked", "staff number").arg(QString::fromStdString(person->code.value))
                : QString::fromStdString(person->code.value);
        row.isAbnormal = person->isLocked;
        rows.push_back(std::move(row));
    }
    m_person->offer(std::move(rows));
}

void SignOnSheet::choosePerson(const model::Person& person)
{
    m_chosen = person;
    m_person->setText(personName(person));
    m_person->setAside(QString::fromStdString(person.code.value));
    choosePost(usualPost(person));
    say(person.isLocked ? errorText(Code::PersonLocked) : QString(), true);
    refresh();
}

// The seat's own post when the person takes it, else the one that answers for the unit, else the person's first.
PostCode SignOnSheet::usualPost(const model::Person& person) const
{
    const PostCode answering = model::answeringPost(m_desk.plan(), m_desk.unit());
    for (const PostCode& post : {m_desk.actor().post, answering}) {
        if (std::ranges::contains(person.posts, post)) {
            return post;
        }
    }
    return person.posts.empty() ? PostCode() : person.posts.front();
}

QString SignOnSheet::postName(const PostCode& code) const
{
    const plan::Post* post = m_desk.plan().post(code);
    return post == nullptr ? QString() : nameText(post->name);
}

void SignOnSheet::offerPosts()
{
    m_offeredPosts.clear();
    std::vector<ChoiceRow> rows;
    for (const PostCode& code : m_chosen ? m_chosen->posts : std::vector<PostCode>{}) {
        ChoiceRow row;
        row.title = postName(code);
        rows.push_back(std::move(row));
        m_offeredPosts.push_back(code);
    }
    m_post->offer(std::move(rows));
}

void SignOnSheet::choosePost(const PostCode& post)
{
    m_chosenPost = post;
    m_post->setText(postName(post));
}

void SignOnSheet::askForNewSecret(bool isAsked)
{
    setRowVisible(m_new, isAsked);
    setRowVisible(m_again, isAsked);
}

void SignOnSheet::clearSecrets()
{
    for (QLineEdit* edit : {m_secret, m_new, m_again}) {
        edit->clear();
    }
}

bool SignOnSheet::isComplete()
{
    const auto found = findPeople(m_desk.seat().people, m_person->text());
    if (!m_chosen && found.size() == 1) {
        choosePerson(*found.front());
    }
    const bool isNew = !m_new->isHidden() && m_new->parentWidget()->isVisibleTo(this);
    if (!m_chosen) {
        point(m_person, tr("Say who you are: number, name, pinyin or initials."));
    } else if (m_chosenPost.empty()) {
        point(m_post, tr("Choose the post."));
    } else if (m_secret->text().isEmpty()) {
        point(m_secret, tr("Type the password."));
    } else if (isNew && m_new->text().toUtf8().size() < static_cast<qsizetype>(kLeastSecret)) {
        point(m_new, errorText(Code::SecretTooWeak));
    } else if (isNew && m_new->text() != m_again->text()) {
        point(m_again, tr("The two new passwords differ. Type the second one again."));
    } else {
        return true;
    }
    return false;
}

void SignOnSheet::signOn()
{
    if (m_isAsking || isComposing() || !isComplete()) {
        return;
    }
    m_isAsking = true;
    m_answered = m_desk.seat().answered;
    say(tr("Asking headquarters …"));
    m_desk.signOn(
        m_chosen->code, m_chosenPost, m_secret->text().toStdString(), m_new->text().toStdString());
    refresh();
}

QString SignOnSheet::refusalText(const desk::SeatStatus& seat) const
{
    const Code code = seat.refusal.value_or(Code::Internal);
    if (code == Code::LinkDown) {
        return tr("The link broke before headquarters answered. Try again.");
    }
    if (code == Code::Busy) {
        return tr("Too many tries at this desk. Wait a minute and try again.");
    }
    const QString sentence = errorText(code);
    return code == Code::SignOnWrong && seat.triesLeft > 0
               ? tr("%1 %n more wrong tries lock.", "sentence", seat.triesLeft).arg(sentence)
               : sentence;
}

void SignOnSheet::follow(const desk::SeatStatus& seat)
{
    if (m_isAsking && seat.answered != m_answered) {
        m_isAsking = false;
        const bool isIn =
            !seat.refusal && seat.grant && m_chosen && seat.grant->person == m_chosen->code;
        if (isIn) {
            clearSecrets();
            refresh();
            Q_EMIT done(
                tr("%1 has signed on as %2, until %3", "person, post, clock")
                    .arg(
                        personName(*m_chosen), postName(m_chosenPost),
                        clockMinuteText(seat.grant->until, m_desk.plan().utcOffsetMinutes)));
            return;
        }
        if (seat.refusal) {
            const bool isStart = *seat.refusal == Code::SecretMustChange;
            askForNewSecret(isStart || *seat.refusal == Code::SecretTooWeak);
            say(refusalText(seat), !isStart);
            if (!isStart) {
                clearSecrets();
            }
            (isStart ? m_new : m_secret)->setFocus(Qt::OtherFocusReason);
        }
    }
    if (m_chosen) {
        const auto it = std::ranges::find(seat.people, m_chosen->code, &model::Person::code);
        if (it != seat.people.end()) {
            m_chosen->isLocked = it->isLocked;
        }
    }
    refresh();
}

void SignOnSheet::refresh()
{
    const desk::SeatStatus& seat = m_desk.seat();
    const model::Grant* here = seat.isNeeded && seat.grant ? &*seat.grant : nullptr;
    setHeadNote(
        here == nullptr
            ? tr("nobody has signed on at this desk")
            : tr("%1 · %2", "person, post")
                  .arg(visibleLine(QString::fromStdString(here->name)), postName(here->post)));
    mainAct()->setLabel(here == nullptr ? tr("Sign on") : tr("Hand over"));
    mainAct()->setEnabled(!m_isAsking);
    m_leave->setVisible(here != nullptr);
    const bool mayUnlock =
        m_desk.plan().reachOf(m_desk.actor().role, plan::Right::UnlockPerson) != plan::Reach::None;
    m_unlock->setVisible(here != nullptr && mayUnlock && m_chosen && m_chosen->isLocked);
}

void SignOnSheet::signOff()
{
    const QString name = m_desk.seat().grant
                             ? visibleLine(QString::fromStdString(m_desk.seat().grant->name))
                             : QString();
    m_desk.signOff();
    clearSecrets();
    Q_EMIT done(tr("%1 has signed off", "person").arg(name));
}

void SignOnSheet::unlock()
{
    if (m_chosen) {
        m_desk.unlock(m_chosen->code);
        say(tr("%1 may try again.", "person").arg(personName(*m_chosen)));
        m_unlock->hide();
    }
}

} // namespace sz::widgets
