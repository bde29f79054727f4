// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the handover page is put together, and what its parts say.
#include "widgets/actions/Composing.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/VisibleText.h"
#include "widgets/handover/HandoverList.h"
#include "widgets/handover/HandoverPage.h"
#include "widgets/handover/HandoverSide.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace sz::widgets {
namespace {

constexpr int kHead = 52;
constexpr int kFoot = 64;
constexpr int kMessage = 20;
constexpr int kSide = 440;
constexpr int kNarrowSide = 360;
constexpr int kMostWords = 500;

} // namespace

void HandoverPage::build()
{
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(buildHead());
    rows->addWidget(m_list, 1);
    rows->addWidget(buildFoot());
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(rows, 1);
    all->addWidget(buildSide());
}

QWidget* HandoverPage::buildHead()
{
    auto* head = new QWidget(this);
    head->setFixedHeight(kHead);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(16, 0, 12, 0);
    line->setSpacing(12);
    auto* title = new ElidedLabel(m_theme, head);
    title->setPixelSize(20, true);
    title->setText(tr("Handover sheet"));
    m_status = new ElidedLabel(m_theme, head);
    m_status->setObjectName(QStringLiteral("handoverStatus"));
    m_status->setToken(Token::Tx2);
    line->addWidget(title);
    line->addWidget(m_status, 1);
    const auto key = [&](const QKeySequence& keys, const QString& label, const char* name,
                         auto act) {
        auto* button = scopedKeycap(m_theme, keys, label, this);
        button->setObjectName(QLatin1StringView(name));
        connect(button, &QAbstractButton::clicked, this, act);
        line->addWidget(button);
        return button;
    };
    // The list has Space and Enter itself: printed here, clicked by the mouse.
    auto* read = new KeycapButton(m_theme, QKeySequence(), tr("Space read"), head);
    read->setObjectName(QStringLiteral("handoverReadButton"));
    connect(read, &QAbstractButton::clicked, this, &HandoverPage::tick);
    line->addWidget(read);
    key(QKeySequence(Qt::CTRL | Qt::Key_P), tr("print"), "handoverPrintButton",
        &HandoverPage::print);
    key(QKeySequence(Qt::Key_Escape), tr("leave"), "handoverLeaveButton", [this] {
        if (m_asking->isVisible()) {
            putAway();
        } else {
            Q_EMIT left();
        }
    });
    return head;
}

QWidget* HandoverPage::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(16, 4, 12, 4);
    m_message = new ToneLabel(m_theme, Token::YelTx, foot);
    m_message->setObjectName(QStringLiteral("handoverMessage"));
    m_asking = new QWidget(foot);
    auto* askLine = new QHBoxLayout(m_asking);
    askLine->setContentsMargins(0, 0, 0, 0);
    m_question = new ElidedLabel(m_theme, m_asking);
    m_words = new QLineEdit(m_asking);
    m_words->setObjectName(QStringLiteral("handoverEdit"));
    m_words->setMaxLength(kMostWords);
    m_words->setAccessibleName(tr("A line for the next shift"));
    m_composing->watch(m_words);
    connect(m_words, &QLineEdit::returnPressed, this, &HandoverPage::answer);
    askLine->addWidget(m_question);
    askLine->addWidget(m_words, 1);
    m_asking->hide();
    m_numbers = new ElidedLabel(m_theme, foot);
    m_numbers->setObjectName(QStringLiteral("handoverNumbers"));
    m_numbers->setToken(Token::Tx2);
    column->addWidget(m_numbers);
    column->addWidget(
        m_message); // a line of its own: its sentences are longer than what the keys leave
    m_message->setMinimumHeight(kMessage);
    auto* line = new QHBoxLayout;
    line->addStretch(1);
    const auto key = [&](Qt::Key code, const QString& label, const char* name, auto act) {
        auto* button = scopedKeycap(m_theme, QKeySequence(code), label, m_list);
        button->setObjectName(QLatin1StringView(name));
        connect(button, &QAbstractButton::clicked, this, act);
        line->addWidget(button);
    };
    key(Qt::Key_D, tr("enter a drill"), "handoverDrillButton", [this] { ask(Asking::Drill); });
    key(Qt::Key_A, tr("agree", "to the drill of the row"), "handoverAgreeButton",
        &HandoverPage::agreeToDrill);
    key(Qt::Key_G, tr("begin", "the drill of the row"), "handoverBeginButton",
        &HandoverPage::beginDrill);
    key(Qt::Key_E, tr("endpoint down"), "handoverEndpointButton",
        [this] { ask(Asking::Endpoint); });
    key(Qt::Key_P, tr("promise by phone"), "handoverPromiseButton",
        [this] { ask(Asking::Promise); });
    key(Qt::Key_K, tr("settled", "key: of the row"), "handoverKeptButton", &HandoverPage::settle);
    key(Qt::Key_X, tr("other side"), "handoverSideButton", &HandoverPage::changeSides);
    key(Qt::Key_Period, tr("a line for the next shift"), "handoverLineButton",
        [this] { ask(Asking::Line); });
    column->addLayout(line);
    column->addWidget(m_asking);
    foot->setMinimumHeight(kFoot);
    return foot;
}

QWidget* HandoverPage::buildSide()
{
    m_side = new QWidget(this);
    m_side->setFixedWidth(kSide);
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    auto* title = new ElidedLabel(m_theme, m_side);
    title->setPixelSize(16, true);
    title->setText(tr("Two signatures"));
    column->addWidget(title);
    column->addWidget(m_cards);
    auto* keys = new QHBoxLayout;
    m_sign = scopedKeycap(
        m_theme, QKeySequence(Qt::CTRL | Qt::Key_Return), QString(), this, ButtonLook::Primary);
    m_sign->setObjectName(QStringLiteral("handoverSignButton"));
    connect(m_sign, &QAbstractButton::clicked, this, &HandoverPage::sign);
    m_sign->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    keys->addWidget(m_sign, 1);
    m_back =
        scopedKeycap(m_theme, QKeySequence(Qt::Key_R), tr("send back"), m_list, ButtonLook::Framed);
    m_back->setParent(m_side);
    m_back->setObjectName(QStringLiteral("handoverBackButton"));
    connect(m_back, &QAbstractButton::clicked, this, &HandoverPage::sendBack);
    keys->addWidget(m_back);
    column->addLayout(keys);
    auto* next = scopedKeycap(m_theme, QKeySequence(Qt::Key_N), tr("next unread red row"), m_list);
    next->setParent(m_side);
    next->setObjectName(QStringLiteral("handoverNextButton"));
    connect(next, &QAbstractButton::clicked, this, &HandoverPage::nextRed);
    column->addWidget(next);
    column->addWidget(m_facts, 1);
    return m_side;
}

void HandoverPage::setCompact(bool isCompact)
{
    m_side->setFixedWidth(isCompact ? kNarrowSide : kSide);
    m_list->setCompact(isCompact);
}

void HandoverPage::describe(const model::ShiftSheet& sheet)
{
    const int offset = m_desk.plan().utcOffsetMinutes;
    // As the pane lists them: a line of this shift is told there by itself.
    const auto later = std::ranges::count_if(sheet.rows, [](const model::ShiftSheet::Row& row) {
        return row.isLater && row.row.part != model::SheetPart::Note;
    });
    const bool isWritten = !m_id.empty();
    m_status->setText(
        isWritten
            ? tr("Change at %1 · written by the trace at %2 · %n rows since", nullptr,
                 static_cast<int>(later))
                  .arg(dayClockText(sheet.changeAt, offset), clockText(sheet.writtenAt, offset))
            : tr("Change at %1 · not written yet: this is what it would say")
                  .arg(dayClockText(sheet.changeAt, offset)));
    // Until both have signed the outgoing shift answers: that it goes on past the change is late, and nobody has to count.
    const Millis over = m_ticks.now() - sheet.changeAt;
    const bool isLate = isWritten && !sheet.isDone() && over >= Minutes{1};
    m_status->setToken(isLate ? Token::RedTx : Token::Tx2);
    if (isLate) {
        m_status->setText(
            QStringLiteral("■ ")
            + tr("Handover is %1 late", "a length of time")
                  .arg(limitText(std::chrono::floor<Minutes>(over)))
            + QStringLiteral(" · ") + m_status->text());
    }
    m_list->setNow(m_ticks.now());
    m_list->setItems(itemsOf(m_desk.plan(), sheet, m_desk.incidents(), m_desk.shift().get()));
    m_numbers->setText(numbersText(m_desk.plan(), numbers(sheet)));
    describeSides(sheet);
    describeFacts(sheet);
}

void HandoverPage::describeSides(const model::ShiftSheet& sheet)
{
    const int offset = m_desk.plan().utcOffsetMinutes;
    const auto unread = static_cast<int>(sheet.unreadRed().size());
    const bool isWritten = !m_id.empty();
    const model::SheetSide next = side(sheet);
    const auto card = [&](model::SheetSide which,
                          const std::optional<model::ShiftSheet::Signature>& by, Instant when) {
        const bool isOut = which == model::SheetSide::Outgoing;
        SignCard out;
        out.side = isOut ? tr("Outgoing") : tr("Incoming");
        out.who = by ? signerText(m_desk.plan(), *by) : holder(when);
        const auto read = static_cast<int>(std::ranges::count_if(
            sheet.rows, [](const auto& row) { return row.readBy.has_value(); }));
        out.words =
            by ? tr("entry %1… · answers for %n rows", nullptr, static_cast<int>(by->rows))
                     .arg(QString::fromStdString(by->author.entry.substr(0, 10)))
            : isOut
                ? tr("%n rows", nullptr, static_cast<int>(sheet.rows.size()))
                : tr("read %1 of %n rows", nullptr, static_cast<int>(sheet.rows.size())).arg(read);
        out.isSigned = by.has_value();
        out.isBlocked = !isOut && !by && unread > 0;
        out.isNext = isWritten && !sheet.isDone() && which == next;
        out.badge = by              ? tr("✓ signature %1").arg(clockText(by->author.at, offset))
                    : out.isBlocked ? tr("■ cannot sign yet")
                                    : tr("no signature");
        return out;
    };
    QStringList numbers;
    for (const std::size_t index : sheet.unreadRed()) {
        const SheetLine words = lineOf(m_desk.plan(), sheet.rows[index].row, nullptr);
        numbers << (words.number + u' ' + words.title).trimmed();
    }
    m_cards->show(
        {card(model::SheetSide::Outgoing, sheet.outgoing, sheet.changeAt - Minutes(1)),
         card(model::SheetSide::Incoming, sheet.incoming, sheet.changeAt)},
        isWritten && unread > 0 && !sheet.isDone() ? tr("%n red rows are not read", nullptr, unread)
                                                   : QString(),
        numbers.join(
            uiLanguage() == Language::Chinese ? QStringLiteral("、") : QStringLiteral(", ")));
    m_sign->setLabel(
        !isWritten                           ? tr("write the sheet")
        : sheet.isDone()                     ? tr("both signatures are there")
        : next == model::SheetSide::Outgoing ? tr("sign: hand over")
                                             : tr("sign: take over"));
    // Dashed, but pressed it goes to the next red row: see sign().
    const bool isHeldUp =
        isWritten && !sheet.isDone() && next == model::SheetSide::Incoming && unread > 0;
    m_sign->setHeldUp(isHeldUp ? tr("%n reds unread", "on a button", unread) : QString());
    m_sign->setEnabled(!sheet.isDone());
    m_back->setEnabled(sheet.outgoing && !sheet.isDone());
}

void HandoverPage::describeFacts(const model::ShiftSheet& sheet)
{
    const int offset = m_desk.plan().utcOffsetMinutes;
    SheetFacts::Block later{tr("Changed since it was written"), {}};
    SheetFacts::Block notes{tr("Said to the next shift"), {}};
    for (const auto& row : std::views::reverse(sheet.rows)) {
        const SheetLine words = lineOf(m_desk.plan(), row.row, nullptr);
        const QString text = (words.number + u' ' + words.title).trimmed();
        if (row.row.part == model::SheetPart::Note) {
            notes.lines << text;
        } else if (row.isLater) {
            later.lines << clockText(row.author.at, offset) + u' ' + text;
        }
    }
    SheetFacts::Block before{tr("Against the sheet before"), {}};
    if (const auto* last = m_desk.shift()->sheet(sheet.previous)) {
        const auto difference = report::compared(*last, sheet);
        before.lines << tr("%1 stayed, %2 came, %3 went")
                            .arg(difference.stayed.size())
                            .arg(difference.came.size())
                            .arg(difference.went.size());
        const auto name = [&](const model::ShiftSheet& of, const std::string& id) {
            const auto row =
                std::ranges::find_if(of.rows, [&](const auto& one) { return one.row.id == id; });
            const SheetLine words = lineOf(m_desk.plan(), row->row, nullptr);
            return QStringList{words.number, words.title, words.words}.join(u' ').simplified();
        };
        for (const std::string& id : difference.went) { // first: these are on no row here
            before.lines << tr("went: %1", "a row of the sheet").arg(name(*last, id));
        }
        for (const std::string& id : difference.came) {
            before.lines << tr("came: %1", "a row of the sheet").arg(name(sheet, id));
        }
    } else {
        before.lines << tr("There is none before.");
    }
    for (const auto& back : sheet.returns) {
        notes.lines << tr("Sent back: %1").arg(visibleLine(QString::fromStdString(back.reason)));
    }
    for (SheetFacts::Block* block : {&later, &notes}) {
        if (block->lines.isEmpty()) {
            block->lines << tr("Nothing");
        }
    }
    std::vector<SheetFacts::Sum> sums;
    for (const report::PartBalance& one : report::balanceOf(sheet)) {
        sums.push_back({partName(one.part), one.handed, one.taken});
    }
    m_facts->show({later, notes, before}, std::move(sums));
}

} // namespace sz::widgets
