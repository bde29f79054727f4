// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/VisitSheet.h"

#include "widgets/actions/TypedLimit.h"
#include "widgets/common/ErrorText.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/SupervisionWords.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr int kTitleLength = 60;
constexpr std::size_t kMostFindings = 20;
constexpr int kLookAgain = 24 * 60; ///< minutes after the last limit: somebody goes there again

/// A title of at most 60 characters; the whole stands in the narrative.
std::string titleOf(const std::string& words)
{
    return QString::fromStdString(words).left(kTitleLength).toStdString();
}

} // namespace

VisitSheet::VisitSheet(
    desk::Desk& desk,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Inspection visit"), tr("put away"), parent), m_desk(desk),
      m_ticks(ticks), m_names(desk.plan()), m_chain(new ActChain(desk, this)),
      m_unit(new QLineEdit(this)), m_words(new QLineEdit(this))
{
    setObjectName(QStringLiteral("visitSheet"));
    const auto field = [this](QLineEdit* edit, const QString& label, const char* name) {
        edit->setObjectName(QLatin1StringView(name));
        edit->setAccessibleName(label);
        edit->setMaxLength(200);
        watch(edit);
        addRow(label, edit);
    };
    field(m_unit, tr("Unit visited"), "visitUnitEdit");
    m_unit->setPlaceholderText(tr("name, pinyin or code"));
    field(m_words, tr("What was seen"), "visitWordsEdit");
    auto* box = new QWidget(this);
    m_rows = new QVBoxLayout(box);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    addRow(tr("Findings: what, unit, limit"), box);
    addLine();
    finishBody();
    mainAct()->setLabel(tr("save the visit and order what was found"));
    connect(mainAct(), &QAbstractButton::clicked, this, &VisitSheet::perform);
    connect(m_chain, &ActChain::finished, this, &VisitSheet::onFinished);
    connect(m_chain, &ActChain::failed, this, [this](const Error& why) {
        say(m_chain->reported().empty()
                ? errorText(why)
                : tr("%1 What was saved stays; Ctrl+Enter goes on with the rest.")
                      .arg(errorText(why)),
            true);
    });
}

VisitSheet::~VisitSheet()
{
    releaseFocus();
}

void VisitSheet::addLine()
{
    if (m_lines.size() == kMostFindings) {
        return;
    }
    const auto number = m_lines.size() + 1;
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    const auto field = [&](const char* name, const QString& label, const QString& hint, int width) {
        auto* edit = new QLineEdit(row);
        edit->setObjectName(QStringLiteral("%1%2").arg(QLatin1StringView(name)).arg(number));
        edit->setAccessibleName(label.arg(number));
        edit->setPlaceholderText(hint);
        edit->setMaxLength(200);
        if (width > 0) {
            edit->setFixedWidth(width);
        }
        watch(edit);
        line->addWidget(edit, width > 0 ? 0 : 1);
        return edit;
    };
    Line one{};
    one.text = field("findingEdit", tr("Finding %1"), tr("what was found"), 0);
    one.unit = field("findingUnitEdit", tr("Unit for finding %1"), tr("the unit visited"), 130);
    one.limit = field("findingLimitEdit", tr("Limit for finding %1"), QStringLiteral("7d"), 70);
    one.limit->setText(QStringLiteral("7d"));
    m_rows->addWidget(row);
    m_lines.push_back(one);
    const std::size_t index = m_lines.size() - 1;
    connect(one.text, &QLineEdit::textEdited, this, [this, index] {
        if (index + 1 == m_lines.size()) { // the next one is ready before it is needed
            addLine();
        }
    });
}

void VisitSheet::clear()
{
    m_unit->clear();
    m_words->clear();
    for (const Line& line : m_lines) {
        line.text->clear();
        line.unit->clear();
        line.limit->setText(QStringLiteral("7d"));
    }
}

void VisitSheet::open()
{
    say({});
    m_unit->setFocus(Qt::OtherFocusReason);
}

std::optional<UnitCode> VisitSheet::unitOf(const QLineEdit* edit) const
{
    const auto unit = m_names.find(edit->text().toStdString());
    return unit ? std::optional(*unit) : std::nullopt;
}

std::optional<VisitSheet::Finding> VisitSheet::findingOf(const Line& line)
{
    const auto unit = unitOf(line.unit->text().trimmed().isEmpty() ? m_unit : line.unit);
    if (!unit) {
        point(line.unit, tr("The plan has no such unit."));
        return std::nullopt;
    }
    const auto minutes = typedMinutes(line.limit->text());
    if (!minutes) {
        point(line.limit, tr("Give the limit as 7d or 24h."));
        return std::nullopt;
    }
    return Finding{line.text->text().simplified().toStdString(), *unit, *minutes};
}

model::IssueOrders VisitSheet::orderFor(const Finding& finding) const
{
    const plan::Kind* kind = m_desk.plan().kind(kFindingKind);
    const plan::Limits limits = m_desk.plan().limitsFor(
        kFindingKind, kind != nullptr ? kind->grade : plan::Grade::IV, m_desk.mode().mode);
    model::OrderTo to;
    to.id = m_desk.newOrderId();
    to.unit = finding.unit;
    to.post = model::answeringPost(m_desk.plan(), finding.unit);
    to.isLead = true;
    to.signMinutes = std::min(limits.sign, finding.minutes);
    to.doneMinutes = finding.minutes;
    return {finding.text, {to}};
}

std::vector<ActChain::Link>
VisitSheet::links(const UnitCode& visited, const std::vector<Finding>& findings) const
{
    const Instant now = m_ticks.now();
    const std::string words = m_words->text().simplified().toStdString();
    model::ReportIncident visit = reportOf(m_desk, kVisitKind, {}, now);
    visit.title = titleOf(tr("Visit to %1").arg(unitText(m_desk.plan(), visited)).toStdString());
    visit.narrative = words;
    visit.place.district = m_desk.plan().district(visited) != nullptr ? visited : UnitCode();
    std::vector<ActChain::Link> chain{{-1, [visit](const auto&) { return visit; }}};
    int longest = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& one = findings[i];
        model::ReportIncident report = reportOf(m_desk, kFindingKind, {}, now);
        report.title = titleOf(one.text);
        report.narrative = one.text;
        report.place = visit.place;
        longest = std::max(longest, one.minutes);
        const int at = static_cast<int>(i) + 1;
        chain.push_back({-1, [report](const auto&) { return report; }});
        chain.push_back({at, [](const std::vector<IncidentId>& reported) {
                             return model::GroupIncident{reported.front()};
                         }});
        chain.push_back({at, [order = orderFor(one)](const auto&) { return order; }});
    }
    if (findings.empty()) {
        chain.push_back({0, [words](const auto&) { return model::CloseIncident{words}; }});
    } else {
        chain.push_back(
            {0, [until = now + Minutes{longest + kLookAgain},
                 reason = tr("look again whether it was put right").toStdString()](const auto&) {
                 return model::WatchIncident{until, reason};
             }});
    }
    return chain;
}

void VisitSheet::perform()
{
    if (m_chain->isRunning() || isComposing()) {
        return;
    }
    if (m_chain->isHalfDone()) {
        m_chain->resume();
        return;
    }
    const auto visited = unitOf(m_unit);
    if (!visited) {
        point(
            m_unit, m_unit->text().trimmed().isEmpty() ? tr("Name the unit that was visited.")
                                                       : tr("The plan has no such unit."));
        return;
    }
    if (m_words->text().trimmed().isEmpty()) {
        point(m_words, tr("Say what was seen, in a few words."));
        return;
    }
    std::vector<Finding> findings;
    for (const Line& line : m_lines) {
        if (line.text->text().trimmed().isEmpty()) {
            continue;
        }
        const auto finding = findingOf(line);
        if (!finding) {
            return;
        }
        findings.push_back(*finding);
    }
    m_count = findings.size();
    m_chain->start(links(*visited, findings));
}

void VisitSheet::onFinished()
{
    const IncidentId visit = m_chain->reported().front();
    const QString sentence = m_count == 0 ? tr("Saved: a visit, nothing found")
                                          : tr("Saved: a visit with %n findings, each ordered",
                                               nullptr, static_cast<int>(m_count));
    clear();
    Q_EMIT done(visit, sentence);
}

} // namespace sz::widgets
