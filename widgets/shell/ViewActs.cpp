// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ViewActs.h"

#include "widgets/common/VisibleText.h"
#include "widgets/models/BoardModel.h"
#include "widgets/watch/BoardView.h"
#include "widgets/watch/ViewStrip.h"

#include <QSettings>
#include <QShortcut>

namespace sz::widgets {

ViewActs::ViewActs(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    BoardModel& model,
    BoardView& board,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_finder(finder), m_model(model), m_board(board),
      m_strip(new ViewStrip(theme, &board))
{
    QSettings settings;
    m_views.load(settings, settingsKey());
    board.setStrip(m_strip);
    connect(m_strip, &ViewStrip::allRequested, this, [this] { open(0); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ViewActs::tellStrip);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ViewActs::tellStrip);
    connect(&model, &QAbstractItemModel::modelReset, this, &ViewActs::tellStrip);
    connect(
        &model, &BoardModel::ticked, this, &ViewActs::tellStrip); // the total changes without a row
    addKeys();
}

// Only while the board has the focus: in a sheet Alt and a digit choose a kind.
void ViewActs::addKeys()
{
    for (int number = 0; number <= 9; ++number) {
        auto* key = new QShortcut(
            QKeySequence(QKeyCombination(Qt::ALT, static_cast<Qt::Key>(Qt::Key_0 + number))),
            &m_board);
        key->setContext(Qt::WidgetShortcut);
        connect(key, &QShortcut::activated, this, [this, number] { open(number); });
    }
}

void ViewActs::filter(const QString& typed)
{
    filterAs(typed, {});
}

void ViewActs::filterAs(const QString& typed, const QString& name)
{
    apply(filterOf(typed), name);
}

void ViewActs::wish(const QString& typed)
{
    const ViewWish wish = viewWishOf(typed);
    switch (wish.what) {
    case ViewWish::What::OpenOrSave:
        if (m_views.find(wish.name) != nullptr) {
            openNamed(wish.name);
        } else if (m_filter.isEmpty()) {
            Q_EMIT said(tr("No view is called “%1”, and no filter is on that could get this name")
                            .arg(visibleLine(wish.name)));
        } else {
            const auto fault = m_views.save(wish.name, m_filter.text());
            sayFault(fault, wish.name);
            if (fault == SavedViews::Fault::None) {
                save();
                m_name = wish.name;
                tellStrip();
                Q_EMIT said(tr("View “%1” saved on this seat").arg(visibleLine(wish.name)));
            }
        }
        return;
    case ViewWish::What::Remove: {
        const auto fault = m_views.remove(wish.name);
        sayFault(fault, wish.name);
        if (fault == SavedViews::Fault::None) {
            save();
            m_name = m_name.compare(wish.name, Qt::CaseInsensitive) == 0 ? QString() : m_name;
            tellStrip();
            Q_EMIT said(tr("View “%1” deleted").arg(visibleLine(wish.name)));
        }
        return;
    }
    case ViewWish::What::Rename: {
        const auto fault = m_views.rename(wish.name, wish.other);
        sayFault(fault, fault == SavedViews::Fault::Taken ? wish.other : wish.name);
        if (fault == SavedViews::Fault::None) {
            save();
            m_name = m_name.compare(wish.name, Qt::CaseInsensitive) == 0 ? wish.other : m_name;
            tellStrip();
            Q_EMIT said(
                tr("View “%1” is now “%2”").arg(visibleLine(wish.name), visibleLine(wish.other)));
        }
        return;
    }
    }
}

void ViewActs::sayFault(SavedViews::Fault fault, const QString& name)
{
    switch (fault) {
    case SavedViews::Fault::None:
        return;
    case SavedViews::Fault::NoName:
        Q_EMIT said(tr("A view needs a name"));
        return;
    case SavedViews::Fault::Taken:
        Q_EMIT said(tr("Another view is called “%1” already").arg(visibleLine(name)));
        return;
    case SavedViews::Fault::Unknown:
        Q_EMIT said(tr("No view is called “%1”").arg(visibleLine(name)));
        return;
    case SavedViews::Fault::Full:
        Q_EMIT said(tr("This seat has as many views as it can keep: delete one first"));
        return;
    }
}

void ViewActs::open(int number)
{
    const auto& all = m_views.all();
    if (number == 0) {
        apply({}, {});
    } else if (static_cast<std::size_t>(number) <= all.size()) {
        openNamed(all[static_cast<std::size_t>(number - 1)].name);
    } else {
        Q_EMIT said(tr("This seat has no view %1").arg(number));
    }
}

void ViewActs::openNamed(const QString& name)
{
    if (const SavedView* view = m_views.find(name)) {
        apply(filterOf(view->filter), view->name);
    }
}

// Letter by letter the words stay the same; they begin anew with another plan, and when most are of incidents long gone.
BoardFilter ViewActs::filterOf(const QString& typed)
{
    constexpr std::size_t kSpare = 1000;
    const auto plan = m_desk.sharedPlan();
    const std::size_t most = 2 * static_cast<std::size_t>(m_model.totalCount()) + kSpare;
    if (m_words == nullptr || m_words->plan() != plan || m_words->size() > most) {
        m_words = std::make_shared<BoardWords>(plan, plan::readReportFields(m_desk.planFolder()));
    }
    return BoardFilter(typed, plan, m_finder, m_words);
}

void ViewActs::apply(const BoardFilter& filter, const QString& name)
{
    m_filter = filter;
    m_name = name;
    BoardModel::Sieve sieve;
    if (!filter.isEmpty()) {
        sieve.name = name.isEmpty() ? filter.text() : name;
        sieve.isTimed = filter.isTimed();
        sieve.passes = [filter](const model::IncidentPtr& incident, Instant now) {
            return filter.passes(incident, now);
        };
    }
    m_model.setSieve(std::move(sieve));
    tellStrip();
}

std::vector<FindCommand> ViewActs::commands() const
{
    std::vector<FindCommand> commands;
    for (std::size_t i = 0; i < m_views.all().size(); ++i) {
        const SavedView& view = m_views.all()[i];
        const QString key = i < 9 ? QStringLiteral("Alt+%1").arg(i + 1) : QString();
        commands.push_back(
            {view.name, key.isEmpty() ? view.filter : key + QStringLiteral(" · ") + view.filter});
    }
    return commands;
}

void ViewActs::tellStrip()
{
    if (m_filter.isEmpty()) {
        m_strip->setNothing();
    } else {
        m_strip->setView(m_name, m_filter.text(), m_model.rowCount(), m_model.totalCount());
    }
}

void ViewActs::save()
{
    QSettings settings;
    m_views.store(settings, settingsKey());
}

QString ViewActs::settingsKey() const
{
    return QStringLiteral("seat/%1/views").arg(QString::fromStdString(m_desk.unit().value));
}

} // namespace sz::widgets
