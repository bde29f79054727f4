// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/people/JoinDialog.h"

#include "data/net/Slip.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/PlainLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace sz::widgets {
namespace {

constexpr int kWide = 620;
constexpr int kPad = 24;
constexpr int kCodeLetters = 12;
constexpr std::size_t kPrintedDigits = 20;
constexpr std::size_t kWholeDigits = 64;
constexpr int kLongest = 200; // of a line that is pasted

// Saved before anybody is told: a code is good once only.
Result<desk::Profile> makeDesk(
    const std::filesystem::path& desks,
    const std::filesystem::path& exactly,
    const net::EnrolSlip& slip)
{
    auto made = desk::enrol(exactly, slip.at, slip.code, slip.authority);
    if (!made) {
        return made;
    }
    if (exactly.empty()) { // a second desk of the unit on this machine gets its number's folder
        const auto usual = desks / made->unit.value;
        made->folder =
            std::filesystem::exists(usual / "profile.toml") ? desks / made->desk.value : usual;
    }
    return desk::saveProfile(*made).transform([&] { return std::move(*made); });
}

PlainLabel* textLabel(const ThemeSource& theme, const QString& text, QWidget* parent)
{
    auto* label = new PlainLabel(text, parent);
    label->setWordWrap(true);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme.color(Token::Tx2));
    label->setPalette(palette);
    return label;
}

} // namespace

JoinDialog::JoinDialog(
    std::filesystem::path desks,
    std::filesystem::path exactly,
    const ThemeSource& theme,
    QWidget* parent)
    : QDialog(parent), m_desks(std::move(desks)), m_exactly(std::move(exactly)), m_theme(theme)
{
    setObjectName(QStringLiteral("joinDialog"));
    setWindowTitle(tr("Sanzhen: new desk"));
    build();
}

JoinDialog::~JoinDialog() = default;

void JoinDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(kPad, kPad, kPad, kPad);
    all->setSpacing(14);
    auto* title = new PlainLabel(tr("This machine is no desk yet"), this);
    QFont big = title->font();
    big.setPixelSize(20);
    big.setBold(true);
    title->setFont(big);
    all->addWidget(title);
    all->addWidget(textLabel(
        m_theme,
        tr("Headquarters prints a slip for each new desk. Type what it says here, or paste its "
           "last line into any field."),
        this));
    auto* rows = new QGridLayout;
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(10);
    m_address = addRow(rows, tr("Address"), QStringLiteral("10.1.2.3:7443"), "joinAddress");
    m_code = addRow(rows, tr("Code"), QStringLiteral("XXXX-XXXX-XXXX"), "joinCode");
    m_print =
        addRow(rows, tr("Fingerprint"), QStringLiteral("XXXX-XXXX-XXXX-XXXX-XXXX"), "joinPrint");
    all->addLayout(rows);
    m_told = new PlainLabel(this);
    m_told->setObjectName(QStringLiteral("joinTold"));
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(3 * m_told->fontMetrics().lineSpacing());
    m_told->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    all->addWidget(m_told);
    auto* foot = new QHBoxLayout;
    m_join = new KeycapButton(m_theme, Qt::Key_Return, tr("Join"), this, ButtonLook::Primary);
    m_join->setObjectName(QStringLiteral("joinButton"));
    m_sample =
        new KeycapButton(m_theme, Qt::Key_F5, tr("Try the sample"), this, ButtonLook::Framed);
    m_sample->setObjectName(QStringLiteral("joinSample"));
    auto* leave = new KeycapButton(m_theme, Qt::Key_Escape, tr("Leave"), this, ButtonLook::Framed);
    leave->setObjectName(QStringLiteral("joinLeave"));
    foot->addWidget(m_join);
    foot->addWidget(m_sample);
    foot->addStretch(1);
    foot->addWidget(leave);
    all->addLayout(foot);
    setFixedWidth(kWide);
    connect(m_join, &QAbstractButton::clicked, this, &JoinDialog::join);
    connect(leave, &QAbstractButton::clicked, this, &JoinDialog::reject);
    connect(m_sample, &QAbstractButton::clicked, this, [this] {
        m_outcome = Outcome::Sample;
        QDialog::accept();
    });
    m_address->setFocus();
}

QLineEdit* JoinDialog::addRow(
    QGridLayout* rows,
    const QString& label,
    const QString& example,
    const char* name)
{
    auto* field = new QLineEdit(this);
    field->setObjectName(QLatin1StringView(name));
    field->setAccessibleName(label);
    field->setPlaceholderText(example);
    field->setMaxLength(kLongest);
    auto* said = new PlainLabel(label, this);
    said->setBuddy(field);
    const int row = rows->rowCount();
    rows->addWidget(said, row, 0);
    rows->addWidget(field, row, 1);
    connect(field, &QLineEdit::textChanged, this, &JoinDialog::takeSlip);
    connect(field, &QLineEdit::returnPressed, this, &JoinDialog::join);
    return field;
}

// A pasted line fills in all three, wherever it was pasted.
void JoinDialog::takeSlip(const QString& text)
{
    const auto slip = net::findSlip(text.toStdString());
    if (!slip) {
        return;
    }
    m_address->setText(QString::fromStdString(net::addressText(slip->at)));
    m_code->setText(QString::fromStdString(slip->code));
    m_print->setText(QString::fromStdString(slip->authority));
    m_join->setFocus();
}

void JoinDialog::join()
{
    if (m_isBusy) {
        return;
    }
    const auto at = net::readAddress(m_address->text().trimmed().toStdString());
    if (!at) {
        refuse(m_address, tr("The address is written like 10.1.2.3:7443: host, colon, port."));
        return;
    }
    QString code = m_code->text();
    code.remove(QRegularExpression(QStringLiteral("[\\s-]")));
    if (code.size() != kCodeLetters) {
        refuse(
            m_code,
            tr("The code has %1 letters and digits, not %2.").arg(kCodeLetters).arg(code.size()));
        return;
    }
    const std::string print = net::plainFingerprint(m_print->text().toStdString());
    const bool isHex =
        std::ranges::all_of(print, [](unsigned char c) { return std::isxdigit(c) != 0; });
    if (!isHex || (print.size() != kPrintedDigits && print.size() != kWholeDigits)) {
        refuse(m_print, tr("The fingerprint has 20 digits, 0 to 9 and A to F, in five groups."));
        return;
    }
    setBusy(true);
    tell(tr("Asking headquarters at %1 …").arg(m_address->text().trimmed()), false);
    const net::EnrolSlip slip{*at, m_code->text().trimmed().toStdString(), print};
    m_work = std::jthread([this, slip, desks = m_desks, exactly = m_exactly] {
        auto made = makeDesk(desks, exactly, slip);
        m_mail.post([this, made = std::move(made)]() mutable { end(std::move(made)); });
    });
}

void JoinDialog::end(Result<desk::Profile> made)
{
    setBusy(false);
    if (!made) {
        tell(faultText(made.error()), true);
        QLineEdit* wrong = made.error().code == Code::BadCertificate ? m_print
                           : made.error().code == Code::LinkDown     ? m_address
                                                                     : m_code;
        wrong->setFocus();
        wrong->selectAll();
        return;
    }
    m_profile = std::move(*made);
    m_outcome = Outcome::Joined;
    QDialog::accept();
}

QString JoinDialog::faultText(const Error& error) const
{
    switch (error.code) {
    case Code::LinkDown: // the usual sentence speaks of saved work, and there is none yet
        return tr("Nobody answers at %1. Check the address, and that headquarters runs.")
            .arg(m_address->text().trimmed());
    case Code::BadCertificate:
        return tr("Who answers at %1 is not the headquarters of this slip: its fingerprint is "
                  "another. Check it; if it is typed right, do not go on and call headquarters.")
            .arg(m_address->text().trimmed());
    case Code::Busy:
        return tr("Too many wrong codes came from this machine. Wait a minute, then try again.");
    default:
        return errorText(error);
    }
}

void JoinDialog::tell(const QString& sentence, bool isFault)
{
    QPalette palette = m_told->palette();
    palette.setColor(
        QPalette::WindowText, m_theme.color(isFault ? Token::YelTx : Token::Tx2)); // red is late
    m_told->setPalette(palette);
    m_told->setText(isFault ? QStringLiteral("▲ ") + sentence : sentence);
    m_told->setAccessibleName(sentence);
}

void JoinDialog::refuse(QLineEdit* field, const QString& sentence)
{
    tell(sentence, true);
    field->setFocus();
    field->selectAll();
}

void JoinDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_address, m_code, m_print, m_join, m_sample}) {
        widget->setEnabled(!isBusy);
    }
}

void JoinDialog::reject()
{
    if (!m_isBusy) {
        QDialog::reject();
    }
}

} // namespace sz::widgets
