// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/CaseSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/SupervisionWords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>

namespace sz::widgets {
namespace {

constexpr int kTitleLength = 60;
constexpr int kNumberLength = 20;

} // namespace

CaseSheet::CaseSheet(
    desk::Desk& desk,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Led case"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_names(desk.plan()), m_chain(new ActChain(desk, this)), m_title(new QLineEdit(this)),
      m_number(new QLineEdit(this)), m_unit(new QLineEdit(this)), m_post(new QComboBox(this))
{
    setObjectName(QStringLiteral("caseSheet"));
    const auto field = [this](QLineEdit* edit, const QString& label, const char* name, int length) {
        edit->setObjectName(QLatin1StringView(name));
        edit->setAccessibleName(label);
        edit->setMaxLength(length);
        watch(edit);
        addRow(label, edit);
    };
    field(m_title, tr("What"), "caseTitleEdit", kTitleLength);
    m_title->setPlaceholderText(tr("the matter, never a private person's name"));
    field(m_number, tr("Case number"), "caseNumberEdit", kNumberLength);
    field(m_unit, tr("Leader's unit"), "caseUnitEdit", kTitleLength);
    m_unit->setPlaceholderText(tr("name, pinyin or code"));
    m_post->setObjectName(QStringLiteral("casePostBox"));
    m_post->setAccessibleName(tr("Leader's post"));
    m_post->view()->setObjectName(QStringLiteral("casePostList"));
    m_post->view()->setAccessibleName(m_post->accessibleName());
    addRow(tr("Leader's post"), m_post);
    finishBody();
    mainAct()->setLabel(tr("take in charge"));
    connect(m_unit, &QLineEdit::textChanged, this, &CaseSheet::fillPosts);
    connect(mainAct(), &QAbstractButton::clicked, this, &CaseSheet::perform);
    connect(
        m_chain, &ActChain::finished, this, [this] { finish({}, m_chain->reported().front()); });
    connect(m_chain, &ActChain::failed, this, [this](const Error& why) {
        finish(std::unexpected(why), {});
    });
}

CaseSheet::~CaseSheet()
{
    releaseFocus();
}

void CaseSheet::open()
{
    begin(nullptr);
}

void CaseSheet::open(const model::Incident& incident)
{
    begin(&incident);
}

void CaseSheet::begin(const model::Incident* incident)
{
    if (m_isBusy) {
        return;
    }
    m_chain->forget();
    m_incident = incident == nullptr ? IncidentId() : incident->id;
    m_title->setText(incident == nullptr ? QString() : titleText(*incident));
    m_title->setEnabled(incident == nullptr);
    const model::LedCase* led =
        incident == nullptr || !incident->ledCase ? nullptr : &*incident->ledCase;
    m_number->setText(led == nullptr ? QString() : QString::fromStdString(led->number));
    m_unit->setText(led == nullptr ? QString() : unitText(m_desk.plan(), led->unit));
    say({});
    (incident == nullptr ? m_title : m_unit)->setFocus(Qt::OtherFocusReason);
}

void CaseSheet::fillPosts()
{
    m_post->clear();
    const auto unit = m_names.find(m_unit->text().toStdString());
    if (!unit) {
        return;
    }
    for (const plan::Post& post : m_desk.plan().posts) {
        if (post.unit == *unit) {
            m_post->addItem(
                postText(m_desk.plan(), post.code), QString::fromStdString(post.code.value));
        }
    }
}

bool CaseSheet::isComplete()
{
    for (QLineEdit* edit : {m_title, m_number}) {
        if (edit->text().trimmed().isEmpty()) {
            point(edit, tr("Fill this in first."));
            return false;
        }
    }
    if (m_post->count() == 0) {
        point(m_unit, tr("The plan has no such unit with a post."));
        return false;
    }
    return true;
}

void CaseSheet::perform()
{
    if (m_isBusy || isComposing() || !isComplete()) {
        return;
    }
    model::LeadCase act;
    act.unit = m_names.find(m_unit->text().toStdString()).value_or(UnitCode());
    act.post = PostCode(m_post->currentData().toString().toStdString());
    act.number = m_number->text().simplified().toStdString();
    m_isBusy = true;
    if (!m_incident.empty()) {
        desk::onResult(
            this, m_desk.perform(m_incident, act), [this](const Result<desk::Receipt>& receipt) {
                finish(receipt.transform([](const desk::Receipt&) {}), m_incident);
            });
        return;
    }
    if (m_chain->isHalfDone()) { // registered already: only the leader was refused
        m_incident = m_chain->reported().empty() ? IncidentId() : m_chain->reported().front();
    }
    const model::ReportIncident report =
        reportOf(m_desk, kLedCaseKind, m_title->text().simplified(), m_ticks.now());
    if (!m_incident.empty()) {
        m_isBusy = false;
        perform();
        return;
    }
    m_chain->start(
        {{-1, [report](const auto&) { return report; }}, {0, [act](const auto&) { return act; }}});
}

void CaseSheet::finish(const Result<void>& result, const IncidentId& incident)
{
    m_isBusy = false;
    if (!result) {
        say(errorText(result.error()), true);
        return;
    }
    Q_EMIT done(
        incident, tr("Saved: %1 has case %2 in charge")
                      .arg(m_post->currentText(), m_number->text().simplified()));
}

} // namespace sz::widgets
