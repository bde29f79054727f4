// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/SideSheet.h"

#include "maps/symbols/Symbols.h"
#include "widgets/actions/Composing.h"
#include "widgets/common/ElidedLabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kWide = 568;
constexpr int kNarrow = 520;
constexpr int kSmallWindow = 1500;
constexpr int kHead = 44;
constexpr int kFoot = 56;
constexpr int kLabelWidth = 56; // at least; as wide as the widest label of a sheet needs
constexpr int kWidestLabel = 104;
constexpr int kLabelGap = 8;
constexpr int kPad = 16;

/// Label and field side by side, or one above the other where the sheet is too narrow for both.
class SheetRow final : public QWidget
{
public:
    SheetRow(const ThemeSource& theme, const QString& label, QWidget* field, int topMargin)
        : m_line(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_field(field)
    {
        m_line->setContentsMargins(0, topMargin, 0, 0);
        m_line->setSpacing(kLabelGap);
        m_words = new ToneLabel(theme, Token::Tx3, this);
        m_words->setText(label);
        m_words->setBuddy(field);
        m_words->setFixedWidth(kLabelWidth);
        m_words->setContentsMargins(0, 7, 0, 0);
        m_line->addWidget(m_words, 0, Qt::AlignTop);
        m_line->addWidget(field, 1);
    }

    [[nodiscard]] int labelWidth() const
    {
        return std::min(
            m_words->fontMetrics().horizontalAdvance(m_words->text()) + 2, kWidestLabel);
    }
    void setLabelWidth(int width) { m_words->setFixedWidth(width); }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {m_field->minimumSizeHint().width(), m_line->totalMinimumSize().height()};
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        const bool isTight =
            m_words->width() + kLabelGap + m_field->minimumSizeHint().width() > width();
        m_line->setDirection(isTight ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        m_line->setSpacing(isTight ? 2 : kLabelGap);
    }

private:
    QBoxLayout* m_line;
    ToneLabel* m_words = nullptr;
    QWidget* m_field;
};

} // namespace

KeycapButton* scopedKeycap(
    const ThemeSource& theme,
    const QKeySequence& keys,
    const QString& label,
    QWidget* scope,
    ButtonLook look)
{
    auto* button = new KeycapButton(theme, keys, label, scope, look);
    if (look == ButtonLook::Flat) {
        button->setFocusPolicy(Qt::ClickFocus); // has its key; Tab goes from field to field
    }
    if (auto* anywhere = button->findChild<QShortcut*>()) {
        anywhere->setEnabled(false); // stays as what is printed
    }
    auto* here = new QShortcut(scope);
    const auto bind = [here](const QKeySequence& printed) {
        QList<QKeySequence> both{printed};
        if (printed[0].key() == Qt::Key_Return) {
            both.append(
                QKeySequence(QKeyCombination(printed[0].keyboardModifiers(), Qt::Key_Enter)));
        }
        here->setKeys(both);
    };
    bind(keys);
    QObject::connect(button, &KeycapButton::keysChanged, here, bind);
    here->setContext(Qt::WidgetWithChildrenShortcut);
    here->setAutoRepeat(false);
    QObject::connect(here, &QShortcut::activated, button, [button] {
        if (button->isVisible()) {
            button->click();
        }
    });
    return button;
}

ToneLabel::ToneLabel(const ThemeSource& theme, Token token, QWidget* parent, int pixels)
    : PlainLabel(parent), m_theme(theme), m_token(token)
{
    setFont(uiFont(pixels));
    setWordWrap(true);
    connect(&theme, &ThemeSource::changed, this, &ToneLabel::colour);
    colour();
}

void ToneLabel::setToken(Token token)
{
    if (token != m_token) {
        m_token = token;
        colour();
    }
}

void ToneLabel::colour()
{
    setStyleSheet(QStringLiteral("color: %1;").arg(m_theme.color(m_token).name()));
}

SideSheet::SideSheet(
    const ThemeSource& theme,
    const QString& title,
    const QString& away,
    QWidget* parent)
    : QWidget(parent), m_theme(theme), m_composing(new Composing(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 0, 0, 0);
    column->setSpacing(0);
    buildHead(title, away);
    buildBody();
    buildFoot();
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    connect(qApp, &QApplication::focusChanged, this, qOverload<>(&QWidget::update));
}

QSize SideSheet::sizeHint() const
{
    const bool isSmall = window() != this && window()->width() < kSmallWindow;
    return {isSmall ? kNarrow : kWide, 600};
}

QSize SideSheet::minimumSizeHint() const
{
    return {kNarrow, 240};
}

void SideSheet::buildHead(const QString& title, const QString& away)
{
    auto* head = new QWidget(this);
    head->setFixedHeight(kHead);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(kPad - 6, 0, kPad - 4, 0);
    row->setSpacing(8);
    m_title = new ElidedLabel(m_theme, head);
    m_title->setPixelSize(18, true);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_badge = new PlainLabel(head);
    m_badge->setObjectName(QStringLiteral("sheetBadge"));
    m_badge->setFont(uiFont(12));
    m_badge->setFixedHeight(20);
    m_badge->hide();
    m_note = new ElidedLabel(m_theme, head);
    m_note->setObjectName(QStringLiteral("sheetNote"));
    m_note->setPixelSize(12);
    m_note->setToken(Token::Tx3);
    auto* esc = scopedKeycap(m_theme, QKeySequence(Qt::Key_Escape), away, this);
    esc->setObjectName(QStringLiteral("putAwayButton"));
    connect(esc, &QAbstractButton::clicked, this, [this] {
        if (!isComposing()) {
            Q_EMIT closed();
        }
    });
    row->addWidget(m_title);
    row->addWidget(m_badge, 0, Qt::AlignVCenter);
    row->addWidget(m_note, 1);
    row->addWidget(esc);
    layout()->addWidget(head);
    setTitle(title);
}

void SideSheet::buildBody()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("sheetScroll"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setStyleSheet(QStringLiteral("QScrollArea, #sheetBody { background: transparent; }"));
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("sheetBody"));
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins(kPad - 4, 4, kPad - 8, 12);
    m_rows->setSpacing(0);
    m_scroll->setWidget(body);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_scroll, 1);
}

void SideSheet::buildFoot()
{
    m_message = new ToneLabel(m_theme, Token::YelTx, this);
    m_message->setObjectName(QStringLiteral("sheetMessage"));
    m_message->setContentsMargins(kPad, 6, kPad, 6);
    m_message->hide();
    layout()->addWidget(m_message);
    auto* foot = new QWidget(this);
    foot->setFixedHeight(kFoot);
    m_footer = new QHBoxLayout(foot);
    m_footer->setContentsMargins(kPad, 0, kPad, 0);
    m_footer->setSpacing(8);
    m_main = scopedKeycap(
        m_theme, QKeySequence(Qt::CTRL | Qt::Key_Return), QString(), this, ButtonLook::Primary);
    m_main->setObjectName(QStringLiteral("mainActButton"));
    m_footer->addWidget(m_main);
    m_footer->addStretch(1);
    layout()->addWidget(foot);
}

void SideSheet::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SideSheet::setBadge(const QString& words)
{
    m_badge->setText(words);
    m_badge->setStyleSheet(
        QStringLiteral("border: 1px solid %1; color: %2; padding: 1px 6px; border-radius: 2px;")
            .arg(m_theme.color(Token::Line2).name(), m_theme.color(Token::Tx2).name()));
    m_badge->setVisible(!words.isEmpty());
}

void SideSheet::setHeadNote(const QString& words)
{
    m_note->setText(words);
}

void SideSheet::addRow(const QString& label, QWidget* field, int topMargin)
{
    auto* row = new SheetRow(m_theme, label, field, topMargin);
    m_rows->addWidget(row);
}

void SideSheet::addWide(QWidget* part, int stretch)
{
    m_rows->addWidget(part, stretch);
}

void SideSheet::addFixed(QWidget* part)
{
    static_cast<QVBoxLayout*>(layout())->insertWidget(2, part); // behind head and body
}

void SideSheet::turnPage(int by)
{
    QScrollBar* bar = m_scroll->verticalScrollBar();
    bar->setValue(bar->value() + by * bar->pageStep());
}

void SideSheet::setRowVisible(const QWidget* field, bool isVisible)
{
    field->parentWidget()->setVisible(isVisible);
}

void SideSheet::finishBody()
{
    const auto eachRow = [this](const auto& visit) {
        for (int i = 0; i < m_rows->count(); ++i) {
            if (auto* row = dynamic_cast<SheetRow*>(m_rows->itemAt(i)->widget())) {
                visit(*row);
            }
        }
    };
    int widest = kLabelWidth;
    eachRow([&](const SheetRow& row) { widest = std::max(widest, row.labelWidth()); });
    eachRow([&](SheetRow& row) { row.setLabelWidth(widest); });
    m_rows->addStretch(1);
    // Rows joined the chain when they got their parent; the main act comes after all of them.
    setTabOrder(window()->previousInFocusChain(), m_main);
}

bool SideSheet::isComposing() const
{
    return m_composing->isOn();
}

void SideSheet::watch(QWidget* field)
{
    m_composing->watch(field);
}

void SideSheet::say(const QString& sentence, bool isRefused)
{
    m_message->setToken(isRefused ? Token::RedTx : Token::YelTx);
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void SideSheet::point(QWidget* field, const QString& sentence)
{
    say(sentence);
    field->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(field);
}

void SideSheet::releaseFocus()
{
    QWidget* focus = QApplication::focusWidget();
    if (focus != nullptr && isAncestorOf(focus)) {
        focus->clearFocus();
    }
}

void SideSheet::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    const QWidget* focus = QApplication::focusWidget();
    const bool isActive = focus != nullptr && isAncestorOf(focus);
    painter.fillRect(QRect(0, 0, 2, height()), m_theme.color(isActive ? Token::Inv : Token::Bg0));
    painter.fillRect(QRect(2, kHead - 1, width(), 1), m_theme.color(Token::Line1));
    painter.fillRect(QRect(2, height() - kFoot, width(), 1), m_theme.color(Token::Line1));
}

} // namespace sz::widgets
