// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/CameraSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/ground/LineDelegate.h"
#include "widgets/ground/Measure.h"
#include "widgets/models/Wording.h"

#include <QDesktopServices>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QUrl>

namespace sz::widgets {
namespace {

constexpr int kReasonLength = 200;

struct From
{
    Wgs84 at;
    bool isExact = false; ///< else the middle of the area or district
};

std::optional<From> placeOf(const plan::Plan& plan, const model::Incident& incident)
{
    if (incident.place.point) {
        return From{*incident.place.point, !incident.place.isApproximate};
    }
    if (const plan::Area* area = plan.area(incident.place.area)) {
        return From{area->label, false};
    }
    const plan::District* district = plan.district(incident.place.district);
    return district == nullptr ? std::nullopt : std::optional(From{district->label, false});
}

} // namespace

CameraSheet::CameraSheet(desk::Desk& desk, const ThemeSource& theme, QWidget* parent)
    : SideSheet(theme, tr("Video nearby"), tr("put away"), parent), m_desk(desk),
      m_list(new QListWidget(this)), m_empty(new ToneLabel(theme, Token::Tx2, this)),
      m_reason(new QLineEdit(this)),
      m_opener([](const QUrl& url) { return QDesktopServices::openUrl(url); })
{
    setObjectName(QStringLiteral("cameraSheet"));
    build();
    connect(mainAct(), &QAbstractButton::clicked, this, &CameraSheet::view);
    connect(m_list, &QListWidget::itemActivated, this, &CameraSheet::view);
    connect(m_list, &QListWidget::currentRowChanged, this, &CameraSheet::refresh);
    connect(&desk, &desk::Desk::changed, this, [this] {
        if (m_incident != nullptr && m_desk.incident(m_incident->id) != nullptr) {
            m_incident = m_desk.incident(m_incident->id);
            refresh(); // the rows stay: nothing moves under the cursor
        }
    });
    connect(this, &SideSheet::closed, this, [this] { m_incident.reset(); });
}

CameraSheet::~CameraSheet()
{
    releaseFocus();
}

void CameraSheet::build()
{
    m_list->setObjectName(QStringLiteral("cameraList"));
    m_list->setAccessibleName(tr("Cameras and rooms, the nearest first"));
    m_list->setItemDelegate(new LineDelegate(theme(), this));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(200);
    m_list->installEventFilter(this);
    m_empty->setObjectName(QStringLiteral("cameraEmpty"));
    m_empty->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("cameraReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(kReasonLength);
    m_reason->setPlaceholderText(tr("what is to be seen; may be empty"));
    watch(m_reason);
    addWide(m_list, 1);
    addWide(m_empty);
    addRow(tr("Reason"), m_reason);
    finishBody();
}

void CameraSheet::open(const IncidentId& incident)
{
    m_incident = m_desk.incident(incident);
    if (m_incident == nullptr) {
        return;
    }
    setBadge(shortNumberText(*m_incident));
    setHeadNote(titleText(*m_incident));
    m_reason->clear();
    say({});
    fill();
    refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

void CameraSheet::fill()
{
    const auto from = placeOf(m_desk.plan(), *m_incident);
    m_rows = from ? plan::endpointsNear(m_desk.plan(), from->at, kMostRows)
                  : std::vector<plan::NearEndpoint>{};
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const auto& [endpoint, metres] : m_rows) {
            const QString note = from->isExact ? lengthText(metres)
                                               : tr("some %1", "length").arg(lengthText(metres));
            auto* item = new QListWidgetItem(
                QStringLiteral("%1 · %2").arg(
                    endpointText(*endpoint), unitText(m_desk.plan(), endpoint->unit)),
                m_list);
            item->setData(kLineNoteRole, note);
            item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(item->text(), note));
        }
    }
    m_list->setVisible(!m_rows.empty());
    m_empty->setVisible(m_rows.empty());
    m_empty->setText(
        m_desk.plan().endpoints.empty()
            ? tr("The plan names no cameras and no rooms (endpoints.csv).")
            : tr("Nobody knows where the incident is: put its place right first."));
    m_list->setCurrentRow(m_rows.empty() ? -1 : 0);
}

const plan::Endpoint* CameraSheet::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 || static_cast<std::size_t>(row) >= m_rows.size()
               ? nullptr
               : m_rows[static_cast<std::size_t>(row)].endpoint;
}

void CameraSheet::refresh()
{
    if (m_incident == nullptr) {
        return;
    }
    const plan::Endpoint* endpoint = chosen();
    mainAct()->setLabel(tr("Open, with an entry in the trace"));
    if (endpoint == nullptr) {
        mainAct()->setBlocked(tr("nothing to open"));
    } else if (endpoint->url.empty()) {
        mainAct()->setBlocked(tr("the plan has no address for it"));
    } else {
        const auto may = m_desk.canPerform(m_incident->id, model::ViewEndpoint{endpoint->code, {}});
        mainAct()->setBlocked(may ? QString() : shortReason(may.error()));
    }
}

// Who looks is in the log before anything is seen.
void CameraSheet::view()
{
    const plan::Endpoint* endpoint = chosen();
    if (m_isBusy || m_incident == nullptr || endpoint == nullptr || endpoint->url.empty()
        || isComposing()) {
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this,
        m_desk.perform(
            m_incident->id,
            model::ViewEndpoint{endpoint->code, m_reason->text().simplified().toStdString()}),
        [this, endpoint](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            show(*endpoint);
        });
}

void CameraSheet::show(const plan::Endpoint& endpoint)
{
    const QUrl url(QString::fromStdString(endpoint.url), QUrl::StrictMode);
    if (!m_opener(url)) {
        say(tr("No program of this machine opens %1 addresses; the entry stands in the trace.")
                .arg(url.scheme()),
            true);
        return;
    }
    m_incident.reset();
    Q_EMIT viewed(tr("Opened: %1; it stands in the trace").arg(endpointText(endpoint)));
}

bool CameraSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            view(); // also where the style opens by a double click only
            return true;
        }
    }
    return SideSheet::eventFilter(watched, event);
}

} // namespace sz::widgets
