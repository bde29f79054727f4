// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LayerImport.h"

#include "data/threads/PoolWork.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/VisibleText.h"
#include "widgets/ground/LayerWords.h"

#include <QComboBox>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPalette>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kWidth = 360;
constexpr int kMostRemarks = 5;
constexpr int kMostName = 40;

} // namespace

LayerImport::LayerImport(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QFrame(parent), m_plan(std::move(plan)), m_theme(theme)
{
    m_pool.setMaxThreadCount(1);
    setObjectName(QStringLiteral("layerImport"));
    build();
    connect(m_system, &QComboBox::currentIndexChanged, this, &LayerImport::read);
    connect(m_add, &KeycapButton::clicked, this, &LayerImport::accept);
    connect(m_cancel, &KeycapButton::clicked, this, &LayerImport::cancel);
    connect(m_asShifted, &KeycapButton::clicked, this, [this] {
        setSystem(m_file == nullptr ? QString() : shiftedFrom(m_file->layer));
    });
    connect(&theme, &ThemeSource::changed, this, &LayerImport::tell);
    hide();
}

LayerImport::~LayerImport()
{
    m_stop.request_stop();
    m_pool.waitForDone(); // its last call home goes with this object
}

void LayerImport::build()
{
    m_title = new PlainLabel(this);
    m_title->setFont(symbols::uiFont(14, true));
    m_title->setWordWrap(true);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("layerNameEdit"));
    m_name->setMaxLength(kMostName);
    m_name->setAccessibleName(tr("Name of the layer"));
    m_system = new QComboBox(this);
    m_system->setObjectName(QStringLiteral("layerSystemBox"));
    m_system->setAccessibleName(tr("Coordinate system"));
    for (const QString& name : systemNames(m_plan->centre.lon)) {
        m_system->addItem(systemText(name), name);
    }
    m_content = new PlainLabel(this);
    m_content->setObjectName(QStringLiteral("layerContent"));
    m_content->setWordWrap(true);
    m_remarks = new PlainLabel(this);
    m_remarks->setObjectName(QStringLiteral("layerRemarks"));
    m_remarks->setWordWrap(true);
    m_asShifted = new KeycapButton(
        m_theme, QKeySequence(Qt::ALT | Qt::Key_S), QString(), this, ButtonLook::Framed);
    m_asShifted->setObjectName(QStringLiteral("asShiftedButton"));
    m_add = new KeycapButton(
        m_theme, QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Add"), this, ButtonLook::Primary);
    m_add->setObjectName(QStringLiteral("layerAddButton"));
    m_cancel = new KeycapButton(
        m_theme, QKeySequence(Qt::Key_Escape), tr("Cancel"), this, ButtonLook::Framed);
    m_cancel->setObjectName(QStringLiteral("layerCancelButton"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addWidget(m_cancel);
    foot->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_title, m_name, m_system, m_content, m_remarks, m_asShifted}) {
        column->addWidget(part);
    }
    column->addLayout(foot);
}

void LayerImport::open(const QString& path)
{
    m_path = path;
    m_title->setText(tr("Add a layer: %1").arg(QFileInfo(path).fileName()));
    m_name->setText(visibleLine(QFileInfo(path).completeBaseName()).left(kMostName));
    m_system->blockSignals(true);
    m_system->setCurrentIndex(0);
    m_system->blockSignals(false);
    show();
    raise();
    m_system->setFocus(Qt::OtherFocusReason);
    read();
}

void LayerImport::read()
{
    m_isReading = true;
    m_file = nullptr;
    tell();
    m_pool.clear();
    m_stop.request_stop(); // a new wish does not wait for the old one's file
    m_stop = std::stop_source();
    startOn(
        m_pool, [this, path = m_path, system = system(), plan = m_plan, stop = m_stop.get_token(),
                 generation = ++m_generation] {
            const LayerFilePtr file = readLayerFile(path, system, plan, stop);
            m_mail.post([this, file, generation] {
                if (generation == m_generation) {
                    take(file);
                }
            });
        });
}

void LayerImport::take(const LayerFilePtr& file)
{
    m_isReading = false;
    m_file = file;
    tell();
}

void LayerImport::tell()
{
    const bool isUsable = m_file != nullptr && m_file->isUsable();
    const QString shifted = m_file == nullptr ? QString() : shiftedFrom(m_file->layer);
    m_content->setText(
        m_isReading         ? tr("Reading…")
        : m_file == nullptr ? QString()
        : isUsable          ? contentText(m_file->layer)
                            : tr("Nothing in it can be used"));
    m_remarks->setText(
        m_file == nullptr ? QString()
                          : remarkTexts(m_file->layer, kMostRemarks).join(QLatin1Char('\n')));
    m_remarks->setVisible(!m_remarks->text().isEmpty());
    QPalette palette = m_remarks->palette();
    palette.setColor(
        QPalette::WindowText, m_theme.color(shifted.isEmpty() ? Token::Tx2 : Token::YelTx));
    m_remarks->setPalette(palette);
    m_asShifted->setLabel(tr("Take as %1").arg(systemText(shifted)));
    m_asShifted->setVisible(!shifted.isEmpty());
    m_add->setBlocked(isUsable ? QString() : m_isReading ? tr("reading") : tr("nothing to add"));
    updateGeometry();
    adjustSize();
}

QString LayerImport::system() const
{
    return m_system->currentData().toString();
}

QString LayerImport::name() const
{
    const QString typed = m_name->text().trimmed();
    return typed.isEmpty() ? QFileInfo(m_path).completeBaseName() : typed;
}

void LayerImport::setSystem(const QString& name)
{
    if (const int index = m_system->findData(name); index >= 0) {
        m_system->setCurrentIndex(index); // reads again
    }
}

void LayerImport::accept()
{
    if (m_file != nullptr && m_file->isUsable()) {
        hide();
        Q_EMIT accepted(m_path, name(), system());
    }
}

void LayerImport::cancel()
{
    m_stop.request_stop();
    ++m_generation; // nothing is heard of what is being read
    m_isReading = false;
    hide();
    Q_EMIT cancelled();
}

QSize LayerImport::sizeHint() const
{
    return {
        kWidth, layout()->hasHeightForWidth() ? layout()->heightForWidth(kWidth)
                                              : QFrame::sizeHint().height()};
}

void LayerImport::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.setPen(m_theme.color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void LayerImport::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        cancel();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace sz::widgets
