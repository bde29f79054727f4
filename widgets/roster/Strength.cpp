// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/Strength.h"

#include "data/model/ShiftDuty.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRowHeight = 24;
constexpr int kPad = 12;
constexpr int kFigures = 96;

/// Views into the loans: they live as long as those.
struct Pair
{
    std::string_view from;
    std::string_view to;
    bool operator==(const Pair&) const = default;
};
struct PairHash
{
    std::size_t operator()(const Pair& pair) const
    {
        const std::hash<std::string_view> hash;
        return hash(pair.from) * 31 + hash(pair.to);
    }
};
template <class Value>
using ByPair = std::unordered_map<Pair, Value, PairHash>;
using Loans = Grouped<model::ShiftLoan>;

ByPair<int> outByPair(const Loans& loans, Instant at)
{
    ByPair<int> sums;
    for (const auto& [id, loan] : loans) {
        if (loan.lent.from <= at && at < loan.lent.until) {
            sums[{loan.lent.unit.value, loan.lent.to.value}] += loan.lent.people - loan.returned;
        }
    }
    return sums;
}

using Surge = std::map<UnitCode, model::SurgeBalance>;

/// Once for all, by pair of units: there may be fourteen thousand loans, and they come in lists of one lender.
Surge surgeAt(const RosterModel& model, Instant at)
{
    Surge surge;
    for (const auto& [units, out] : outByPair(model.shifts().state().loans, at)) {
        surge[UnitCode(std::string(units.from))].lent += out;
        surge[UnitCode(std::string(units.to))].borrowed += out;
    }
    return surge;
}

bool hasAny(const StrengthLine& line)
{
    return line.planned > 0 || line.present > 0 || line.lent > 0 || line.borrowed > 0;
}

void gapsFirst(std::vector<StrengthLine>& lines)
{
    std::ranges::stable_sort(lines, [](const StrengthLine& a, const StrengthLine& b) {
        return std::max(0, a.planned - a.present) > std::max(0, b.planned - b.present);
    });
}

StrengthLine
lineOf(const RosterModel& model, const plan::Unit& unit, Instant at, const Surge& surge)
{
    StrengthLine line{unit.code, visibleLine(shortNameText(unit.name)), 0, 0, 0, 0};
    for (const roster::PostIndex post : model.book().postsOf(unit.code)) {
        const roster::BookRow& row = model.book().row(post);
        int needs = 0;
        for (const roster::BookShift& shift : row.shifts) {
            needs = shift.time.holds(at) ? std::max(needs, shift.needs) : needs;
        }
        std::vector<roster::PersonIndex> people;
        Instant since = Instant::max();
        for (const roster::BookDuty& duty : row.duties) {
            if (duty.time.holds(at) && !std::ranges::contains(people, duty.person)) {
                people.push_back(duty.person);
                since = std::min(since, duty.time.from);
            }
        }
        const auto* told =
            model::presenceOf(model.shifts().state(), model.roster().posts[post].code, since);
        const bool isHere = told == nullptr || told->told.presence == model::Presence::Here;
        line.planned += needs;
        line.present += isHere ? static_cast<int>(people.size()) : 0;
    }
    if (const auto heads = surge.find(unit.code); heads != surge.end()) {
        line.lent = heads->second.lent;
        line.borrowed = heads->second.borrowed;
    }
    return line;
}

/// Where a unit has its seat or what it answers for, the widest place first.
std::vector<UnitCode> placesOf(const plan::Plan& plan, const plan::Unit& unit)
{
    switch (unit.kind) {
    case plan::UnitKind::District:
        return {unit.code};
    case plan::UnitKind::Area: {
        const auto area = std::ranges::find(plan.areas, unit.code, &plan::Area::unit);
        return area == plan.areas.end() ? std::vector<UnitCode>()
                                        : std::vector{area->district, unit.code};
    }
    case plan::UnitKind::Street: {
        const plan::Street* street = plan.street(StreetCode(unit.code.str()));
        const plan::Area* area = street == nullptr ? nullptr : plan.area(street->area);
        std::vector<UnitCode> places{unit.parent};
        if (area != nullptr) {
            places.push_back(area->unit);
        }
        places.push_back(unit.code);
        return places;
    }
    case plan::UnitKind::Grid: {
        const plan::Unit* street = plan.unit(unit.parent);
        return street == nullptr || street->kind == plan::UnitKind::Grid ? std::vector<UnitCode>()
                                                                         : placesOf(plan, *street);
    }
    case plan::UnitKind::Office: // of the whole city
    case plan::UnitKind::Zone:
    case plan::UnitKind::Line:
        break;
    }
    return {};
}

} // namespace

std::vector<StrengthLine> strengthOf(const RosterModel& model, Instant at)
{
    std::vector<StrengthLine> lines;
    const Surge surge = surgeAt(model, at);
    for (const plan::Unit& unit : model.plan().units) {
        if (unit.kind != plan::UnitKind::Area) { // one standing post each: not a matter of strength
            lines.push_back(lineOf(model, unit, at, surge));
        }
    }
    std::erase_if(lines, [](const StrengthLine& line) { return !hasAny(line); });
    gapsFirst(lines);
    return lines;
}

std::vector<StrengthLine> strengthByPlace(const RosterModel& model, Instant at)
{
    const Surge surge = surgeAt(model, at);
    std::map<UnitCode, StrengthLine> places;
    for (const plan::Unit& unit : model.plan().units) {
        const std::vector<UnitCode> in = placesOf(model.plan(), unit);
        const StrengthLine own = in.empty() ? StrengthLine() : lineOf(model, unit, at, surge);
        for (const UnitCode& code : in) {
            StrengthLine& place = places[code];
            place.planned += own.planned;
            place.present += own.present;
            place.lent += own.lent;
            place.borrowed += own.borrowed;
        }
    }
    using plan::UnitKind;
    std::vector<StrengthLine> lines;
    for (const UnitKind kind : {UnitKind::District, UnitKind::Area, UnitKind::Street}) {
        for (const plan::Unit& unit : model.plan().units) {
            const auto place = places.find(unit.code);
            if (unit.kind == kind && place != places.end() && hasAny(place->second)) {
                lines.push_back(place->second);
                lines.back().unit = unit.code;
                lines.back().name = visibleLine(shortNameText(unit.name));
            }
        }
    }
    gapsFirst(lines);
    return lines;
}

std::vector<LoanLine> loansOf(const RosterModel& model, Instant at)
{
    const auto name = [&](const UnitCode& code) {
        const plan::Unit* unit = model.plan().unit(code);
        return unit == nullptr ? QString::fromStdString(code.value) : shortNameText(unit->name);
    };
    struct Group
    {
        LoanLine line;
        std::string_view place;
    };
    ByPair<Group> groups;
    for (const auto& [id, loan] : model.shifts().state().loans) {
        const int out = loan.lent.people - loan.returned;
        if (out <= 0 && loan.lent.until < at) {
            continue; // over and settled
        }
        Group& group = groups[{loan.lent.unit.value, loan.lent.to.value}];
        group.place = loan.lent.place;
        ++group.line.places;
        group.line.people += loan.lent.people;
        group.line.returned += loan.returned;
        group.line.out += out;
        group.line.isOver = group.line.isOver || (out > 0 && loan.lent.until < at);
    }
    std::vector<Pair> pairs; // in the order of their codes, whatever the table's
    for (const auto& [pair, group] : groups) {
        pairs.push_back(pair);
    }
    std::ranges::sort(pairs, {}, [](const Pair& pair) { return std::pair(pair.from, pair.to); });
    std::vector<LoanLine> lines;
    for (const Pair& pair : pairs) {
        Group& group = groups.at(pair);
        QString to = pair.to.empty() ? QString() : name(UnitCode(std::string(pair.to)));
        if (group.line.places > 1) {
            const QString places =
                StrengthBoard::tr("%n places", "of a surge roster", group.line.places);
            to = to.isEmpty() ? places : to + QStringLiteral(" · ") + places;
        } else if (!group.place.empty()) {
            to += (to.isEmpty() ? QString() : QStringLiteral(" ")) + QString::fromUtf8(group.place);
        }
        group.line.words =
            visibleLine(name(UnitCode(std::string(pair.from))) + QStringLiteral(" → ") + to);
        lines.push_back(std::move(group.line));
    }
    std::ranges::stable_sort(lines, [](const LoanLine& a, const LoanLine& b) {
        return std::pair(b.isOver, b.out) < std::pair(a.isOver, a.out);
    });
    return lines;
}

StrengthBoard::StrengthBoard(const ThemeSource& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("strengthBoard"));
    setAccessibleName(tr("Strength"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
}

int StrengthBoard::rows() const
{
    return static_cast<int>(m_lines.size() + m_loans.size()) + 1;
}

void StrengthBoard::show(std::vector<StrengthLine> lines, std::vector<LoanLine> loans)
{
    if (lines == m_lines && loans == m_loans) {
        return; // most edits are of other days: two hundred lines are not put into words again
    }
    m_lines = std::move(lines);
    m_loans = std::move(loans);
    m_figures = kFigures; // bars give way alike, so that they can be compared
    for (const StrengthLine& one : m_lines) {
        m_figures = std::max(m_figures, textWidth(figuresOf(one), uiFont(13, true)));
    }
    fit();
}

void StrengthBoard::fit()
{
    verticalScrollBar()->setRange(0, std::max(0, rows() * kRowHeight - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(kRowHeight);
    setAccessibleDescription(text());
    viewport()->update();
}

// All of it in one line: lent, back and out balance.
QString StrengthBoard::loansText() const
{
    if (m_loans.empty()) {
        return tr("Loans: none");
    }
    LoanLine sum;
    for (const LoanLine& one : m_loans) {
        sum.places += one.places;
        sum.people += one.people;
        sum.returned += one.returned;
        sum.out += one.out;
    }
    return tr("Loans to %Ln places: %1 = %2 + %3", "surge rosters; people, back, out", sum.places)
        .arg(numberText(sum.people), numberText(sum.returned), numberText(sum.out));
}

QString StrengthBoard::text() const
{
    QStringList all;
    for (const StrengthLine& one : m_lines) {
        all << tr("%1 %2 of %3", "unit, present, planned")
                   .arg(one.name, numberText(one.present), numberText(one.planned));
    }
    for (const LoanLine& one : m_loans) {
        all << tr("%1: %2 = %3 back + %4 out")
                   .arg(
                       one.words, numberText(one.people), numberText(one.returned),
                       numberText(one.out));
    }
    return all.join(u'\n');
}

void StrengthBoard::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
}

void StrengthBoard::keyPressEvent(QKeyEvent* event)
{
    const bool isUp = event->key() == Qt::Key_Up;
    if (isUp || event->key() == Qt::Key_Down) {
        verticalScrollBar()->setValue(
            verticalScrollBar()->value() + (isUp ? -kRowHeight : kRowHeight));
        return;
    }
    event->ignore();
}

void StrengthBoard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(Token::Bg2));
    double y = -verticalScrollBar()->value();
    const double width = viewport()->width();
    const auto next = [&] {
        const QRectF box(0, y, width, kRowHeight);
        y += kRowHeight;
        return box;
    };
    for (const StrengthLine& one : m_lines) {
        paintStrength(painter, one, next());
    }
    // What is lent is never out of sight: its line stays at the foot until the list has come to it.
    QRectF head = next();
    head.moveTop(std::min(head.y(), static_cast<double>(viewport()->height() - kRowHeight)));
    painter.fillRect(head, m_theme.color(Token::Bg2));
    painter.fillRect(QRectF(0, head.y(), width, 1), m_theme.color(Token::Line1));
    paintText(
        painter, head.adjusted(kPad, 0, -kPad, 0), loansText(), uiFont(13, true),
        m_theme.color(m_loans.empty() ? Token::Tx3 : Token::Tx1));
    paintText(
        painter, head.adjusted(kPad, 0, -kPad, 0), tr("people = back + out"), uiFont(12),
        m_theme.color(Token::Tx3), Qt::AlignRight | Qt::AlignVCenter);
    for (const LoanLine& one : m_loans) {
        const QRectF box = next();
        if (box.y() >= head.bottom() && box.y() < viewport()->height()) { // below the pinned line
            paintLoan(painter, one, box);
        }
    }
}

void StrengthBoard::paintStrength(QPainter& painter, const StrengthLine& line, const QRectF& box)
    const
{
    const bool isShort = line.present < line.planned;
    const double name = std::min(130.0, box.width() * 0.32);
    paintText(
        painter, {kPad, box.y(), name, box.height()}, line.name, uiFont(13),
        m_theme.color(Token::Tx1));
    const QRectF bar(
        kPad + name + 8, box.center().y() - 3, box.width() - name - m_figures - 2 * kPad - 36, 6);
    const int most = std::max({line.planned, line.present, 1});
    const double scale = bar.width() / (most * 1.1);
    painter.fillRect(bar, m_theme.color(Token::Bg3));
    painter.fillRect(
        QRectF(bar.x(), bar.y(), scale * line.present, bar.height()),
        m_theme.color(isShort ? Token::Red : Token::Tx2));
    painter.fillRect(
        QRectF(bar.x() + scale * line.planned - 1, bar.y() - 3, 2, 12), m_theme.color(Token::Inv));
    if (isShort) {
        symbols::paintLamp(
            painter, {bar.right() + 10, box.center().y() - 5, 10, 10}, model::Lamp::Late,
            m_theme.theme());
    }
    paintText(
        painter, box.adjusted(kPad, 0, -kPad, 0), figuresOf(line), uiFont(13, isShort),
        m_theme.color(isShort ? Token::RedTx : Token::Tx2), Qt::AlignRight | Qt::AlignVCenter);
}

QString StrengthBoard::figuresOf(const StrengthLine& line)
{
    QString figures =
        tr("%1 / %2", "present of planned").arg(numberText(line.present), numberText(line.planned));
    QStringList moved;
    if (line.borrowed > 0) {
        moved << QStringLiteral("+") + numberText(line.borrowed);
    }
    if (line.lent > 0) {
        moved << QStringLiteral("−") + numberText(line.lent);
    }
    if (!moved.isEmpty()) {
        figures += tr(" (%1)", "borrowed and lent: +30 −12").arg(moved.join(u' '));
    }
    return figures;
}

void StrengthBoard::paintLoan(QPainter& painter, const LoanLine& line, const QRectF& box) const
{
    QString sum =
        tr("%1 = %2 + %3", "people lent, back, out")
            .arg(numberText(line.people), numberText(line.returned), numberText(line.out));
    if (line.isOver) {
        sum += u' ' + tr("overdue");
    }
    const QFont font = uiFont(13, line.isOver);
    const int width = textWidth(sum, font);
    paintText(
        painter, {kPad, box.y(), box.width() - width - 3 * kPad, box.height()}, line.words,
        uiFont(13), m_theme.color(Token::Tx1));
    if (line.isOver) {
        symbols::paintLamp(
            painter, {box.right() - kPad - width - 16, box.center().y() - 5, 10, 10},
            model::Lamp::Late, m_theme.theme());
    }
    paintText(
        painter, box.adjusted(0, 0, -kPad, 0), sum, font,
        m_theme.color(line.isOver ? Token::RedTx : Token::Tx2), Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace sz::widgets
