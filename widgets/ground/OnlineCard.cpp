// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/OnlineCard.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/ground/OnlineWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPalette>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kWidth = 420;
constexpr int kMostName = 40;
constexpr int kMostKey = 200;

} // namespace

OnlineCard::OnlineCard(const ThemeSource& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_title(new PlainLabel(this)), m_sort(new QComboBox(this)),
      m_name(new QLineEdit(this)), m_address(new QLineEdit(this)),
      m_subdomains(new QLineEdit(this)), m_attribution(new QLineEdit(this)),
      m_deepest(new QSpinBox(this)), m_http(new QCheckBox(tr("http allowed: not encrypted"), this)),
      m_labels(new QCheckBox(tr("Names only: lies over the other online maps"), this)),
      m_key(new QLineEdit(this)), m_problem(new PlainLabel(this))
{
    setObjectName(QStringLiteral("onlineCard"));
    build();
    connect(m_sort, &QComboBox::currentIndexChanged, this, &OnlineCard::choose);
    for (QLineEdit* edit : {m_name, m_address, m_subdomains, m_key}) {
        connect(edit, &QLineEdit::textChanged, this, &OnlineCard::tell);
    }
    connect(m_http, &QCheckBox::toggled, this, &OnlineCard::tell);
    connect(m_save, &KeycapButton::clicked, this, &OnlineCard::accept);
    connect(m_cancel, &KeycapButton::clicked, this, &OnlineCard::cancel);
    connect(&theme, &ThemeSource::changed, this, &OnlineCard::renewColour);
    renewColour();
    hide();
}

void OnlineCard::build()
{
    m_title->setFont(symbols::uiFont(14, true));
    m_sort->setObjectName(QStringLiteral("onlineSortBox"));
    for (const packs::OnlineSource& preset : packs::tiandituSources()) {
        m_sort->addItem(QString::fromStdString(preset.name));
    }
    m_sort->addItem(tr("Another server (XYZ, TMS, WMTS)"));
    m_name->setObjectName(QStringLiteral("onlineNameEdit"));
    m_name->setMaxLength(kMostName);
    m_address->setObjectName(QStringLiteral("onlineAddressEdit"));
    m_address->setPlaceholderText(QStringLiteral("https://…/{z}/{x}/{y}.png"));
    m_address->setToolTip(
        tr("{z} {x} {y}; {-y} for TMS; {TileMatrix} {TileRow} {TileCol} for WMTS; {s} for a "
           "server of several; {key} for the key. Web Mercator in WGS-84: GCJ-02 is 500 m off"));
    m_subdomains->setObjectName(QStringLiteral("onlineSubdomainsEdit"));
    m_subdomains->setPlaceholderText(QStringLiteral("0,1,2"));
    m_attribution->setObjectName(QStringLiteral("onlineAttributionEdit"));
    m_deepest->setObjectName(QStringLiteral("onlineDeepestSpin"));
    m_deepest->setRange(1, packs::kDeepestZoom);
    m_http->setObjectName(QStringLiteral("onlineHttpBox"));
    m_labels->setObjectName(QStringLiteral("onlineLabelsBox"));
    m_key->setObjectName(QStringLiteral("onlineKeyEdit"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setMaxLength(kMostKey);
    m_problem->setObjectName(QStringLiteral("onlineProblem"));
    m_problem->setWordWrap(true);
    m_save = new KeycapButton(
        m_theme, QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Save"), this, ButtonLook::Primary);
    m_save->setObjectName(QStringLiteral("onlineSaveButton"));
    m_cancel = new KeycapButton(
        m_theme, QKeySequence(Qt::Key_Escape), tr("Cancel"), this, ButtonLook::Framed);
    m_cancel->setObjectName(QStringLiteral("onlineCancelButton"));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(6);
    const auto row = [&](const QString& label, QWidget* field) {
        form->addRow(label, field);
        field->setAccessibleName(label);
    };
    row(tr("Map"), m_sort);
    row(tr("Name"), m_name);
    row(tr("Address"), m_address);
    row(tr("Servers for {s}"), m_subdomains);
    row(tr("Data from"), m_attribution);
    row(tr("Deepest level"), m_deepest);
    row(tr("Key"), m_key);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_save);
    foot->addWidget(m_cancel);
    foot->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addLayout(form);
    column->addWidget(m_http);
    column->addWidget(m_labels);
    column->addWidget(m_problem);
    column->addLayout(foot);
}

void OnlineCard::renewColour()
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(Token::YelTx));
    m_problem->setPalette(palette);
    update();
}

void OnlineCard::openNew()
{
    m_before = {};
    m_hasKey = false;
    m_title->setText(tr("Name an online map"));
    m_sort->setCurrentIndex(0);
    choose();
    show();
    raise();
    m_sort->setFocus(Qt::OtherFocusReason);
}

void OnlineCard::openWith(const packs::OnlineSource& source, bool hasKey)
{
    m_title->setText(tr("Change an online map"));
    {
        const QSignalBlocker quiet(m_sort);
        m_sort->setCurrentIndex(m_sort->count() - 1);
    }
    choose();
    m_before = source;
    m_hasKey = hasKey;
    fill(source);
    show();
    raise();
    m_name->setFocus(Qt::OtherFocusReason);
}

void OnlineCard::choose()
{
    const auto presets = packs::tiandituSources();
    const auto index = static_cast<std::size_t>(std::max(0, m_sort->currentIndex()));
    fill(index < presets.size() ? presets[index] : packs::OnlineSource());
}

void OnlineCard::fill(const packs::OnlineSource& source)
{
    m_name->setText(QString::fromStdString(source.name));
    m_address->setText(QString::fromStdString(source.address));
    m_address->setCursorPosition(0);
    m_subdomains->setText(QString::fromStdString(source.subdomains));
    m_attribution->setText(QString::fromStdString(source.attribution));
    m_deepest->setValue(source.maxZoom);
    m_http->setChecked(source.allowsHttp);
    m_labels->setChecked(source.isLabels);
    m_key->clear();
    m_sort->setEnabled(m_before.id.empty());
    tell();
}

packs::OnlineSource OnlineCard::source() const
{
    packs::OnlineSource out = m_before;
    out.name = m_name->text().trimmed().toStdString();
    out.address = m_address->text().trimmed().toStdString();
    out.subdomains = m_subdomains->text().trimmed().toStdString();
    out.attribution = m_attribution->text().trimmed().toStdString();
    out.maxZoom = m_deepest->value();
    out.minZoom = std::min(out.minZoom, out.maxZoom);
    out.allowsHttp = m_http->isChecked();
    out.isLabels = m_labels->isChecked();
    return out;
}

void OnlineCard::tell()
{
    const packs::OnlineSource now = source();
    const auto good = checkAddress(now);
    m_key->setEnabled(now.needsKey());
    m_key->setPlaceholderText(
        !now.needsKey() ? tr("this address needs none")
        : m_hasKey      ? tr("kept; type another to replace it")
                        : tr("the city's own; kept in the system's keyring"));
    m_problem->setText(
        !good              ? addressWords(good.error())
        : now.name.empty() ? tr("Give it a name")
                           : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_save->setBlocked(m_problem->text().isEmpty() ? QString() : tr("see above"));
    updateGeometry();
    adjustSize();
}

void OnlineCard::accept()
{
    const packs::OnlineSource now = source();
    if (checkAddress(now) && !now.name.empty()) {
        hide();
        const QString key = now.needsKey() ? m_key->text().trimmed() : QString();
        m_key->clear();
        Q_EMIT accepted(now, key);
    }
}

void OnlineCard::cancel()
{
    m_key->clear();
    hide();
    Q_EMIT cancelled();
}

QSize OnlineCard::sizeHint() const
{
    return {
        kWidth, layout()->hasHeightForWidth() ? layout()->heightForWidth(kWidth)
                                              : QFrame::sizeHint().height()};
}

void OnlineCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.setPen(m_theme.color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void OnlineCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        cancel();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace sz::widgets
