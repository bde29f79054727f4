// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/watch/BoardView.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_BoardView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void arrowsWalkAcrossPanes();
    void endAndHome();
    void enterOpensAndSpaceConfirms();
    void jumpsToLateFromAnywhere();
    void selectFromOutsideScrollsWithoutFocus();
    void clickSelects();
    void selectionFollowsAMovingRow();
    void selectionSurvivesANewSnapshot();
    void focusHoldsTheOrder();
    void lettersAreLeftToOthers();
    void emptyPaneSaysWhy();
    void inputMethodIsOff();

private:
    [[nodiscard]] IncidentId idAt(int row) const { return m_model->incidentAt(row)->id; }
    [[nodiscard]] int currentRow() const { return m_model->indexOf(m_board->selectedId()).row(); }
    void fill();

    Instant m_now = test::pictureMoment();
    ThemeSource m_theme;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QWidget> m_window;
    BoardView* m_board = nullptr;
    QLineEdit* m_line = nullptr;
};

void tst_BoardView::init()
{
    m_model = std::make_unique<BoardModel>(test::samplePlan());
    m_model->setNow(m_now);
    m_window = std::make_unique<QWidget>();
    m_window->resize(424, 900);
    auto* column = new QVBoxLayout(m_window.get());
    m_board = new BoardView(*m_model, m_theme, m_window.get());
    m_line = new QLineEdit(m_window.get());
    column->addWidget(m_board);
    column->addWidget(m_line);
    m_window->show();
    m_line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_board->setLink(test::liveLink(m_now));
}

void tst_BoardView::cleanup()
{
    m_window.reset();
    m_model.reset();
}

void tst_BoardView::fill()
{
    m_model->reset(test::sampleOperation(m_now, true));
}

void tst_BoardView::arrowsWalkAcrossPanes()
{
    fill();
    m_board->setFocus(); // takes the first row
    QCOMPARE(currentRow(), 0);
    QVERIFY(m_board->selectionModel()->isSelected(m_board->currentIndex()));
    const int last = m_model->count(Pane::Pending) + m_model->count(Pane::Overdue);
    for (int row = 1; row <= last; ++row) {
        QTest::keyClick(m_board, Qt::Key_Down);
        QCOMPARE(currentRow(), row);
    }
    QCOMPARE(m_model->paneAt(last), Pane::Active);
    QTest::keyClick(m_board, Qt::Key_Up);
    QCOMPARE(m_model->paneAt(currentRow()), Pane::Overdue);
}

void tst_BoardView::endAndHome()
{
    fill();
    m_board->setFocus();
    QTest::keyClick(m_board, Qt::Key_End);
    QCOMPARE(currentRow(), m_model->rowCount() - 1);
    QVERIFY(m_board->viewport()->rect().contains(m_board->visualRect(m_board->currentIndex())));
    m_board->setClosedOpen(false);
    QTest::keyClick(m_board, Qt::Key_Home);
    QCOMPARE(currentRow(), 0);
    QTest::keyClick(m_board, Qt::Key_End); // hidden rows are not walked into
    QCOMPARE(m_model->paneAt(currentRow()), Pane::Active);
    QTest::keyClick(m_board, Qt::Key_PageUp);
    QVERIFY(currentRow() < m_model->rowCount() - 1);
}

void tst_BoardView::enterOpensAndSpaceConfirms()
{
    fill();
    QSignalSpy opened(m_board, &BoardView::opened);
    QSignalSpy confirmed(m_board, &BoardView::acknowledgeRequested);
    m_board->setFocus();
    QTest::keyClick(m_board, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().value<IncidentId>(), idAt(0));
    QTest::keyClick(m_board, Qt::Key_Space);
    QCOMPARE(confirmed.size(), 1);
}

void tst_BoardView::jumpsToLateFromAnywhere()
{
    fill();
    m_line->setFocus();
    m_board->jumpToLate();
    QCOMPARE(m_model->paneAt(currentRow()), Pane::Overdue);
    QVERIFY(m_board->hasFocus());
}

void tst_BoardView::selectFromOutsideScrollsWithoutFocus()
{
    fill();
    QSignalSpy selected(m_board, &BoardView::selected);
    const int last = m_model->rowCount() - 1;
    m_board->select(idAt(last));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(m_board->selectedId(), idAt(last));
    QVERIFY(m_line->hasFocus());
    QVERIFY(m_board->viewport()->rect().contains(m_board->visualRect(m_board->currentIndex())));
    m_board->select(idAt(last)); // the same again is no change
    QCOMPARE(selected.size(), 1);
    m_board->select(IncidentId("unknown"));
    QVERIFY(m_board->selectedId().empty());
    QCOMPARE(selected.size(), 2);
}

void tst_BoardView::clickSelects()
{
    fill();
    QSignalSpy selected(m_board, &BoardView::selected);
    const QRect box = m_board->visualRect(m_model->index(2));
    QTest::mouseClick(m_board->viewport(), Qt::LeftButton, {}, box.center());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(m_board->selectedId(), idAt(2));
    QVERIFY(m_board->selectionModel()->isSelected(m_model->index(2)));
}

void tst_BoardView::selectionFollowsAMovingRow()
{
    test::SampleIncident late(1, m_now - 9min, test::plainReport("soon late"));
    m_model->reset(
        test::mapOf({late, test::SampleIncident(2, m_now - 1min, test::plainReport("fresh"))}));
    m_board->select(late.get()->id);
    QSignalSpy selected(m_board, &BoardView::selected);
    m_model->setNow(m_now + 2min);
    QCOMPARE(m_model->paneAt(currentRow()), Pane::Overdue);
    QCOMPARE(m_board->selectedId(), late.get()->id);
    QCOMPARE(selected.size(), 0);
}

void tst_BoardView::selectionSurvivesANewSnapshot()
{
    test::SampleIncident incident(1, m_now - 2min, test::plainReport("kept"));
    const auto all = test::mapOf({incident});
    m_model->reset(all);
    m_board->select(incident.get()->id);
    QSignalSpy selected(m_board, &BoardView::selected);
    m_model->reset(all);
    QCOMPARE(m_board->selectedId(), incident.get()->id);
    QCOMPARE(selected.size(), 0);
    m_model->reset({});
    QCOMPARE(selected.size(), 1);
    QVERIFY(m_board->selectedId().empty());
}

void tst_BoardView::focusHoldsTheOrder()
{
    fill();
    QVERIFY(!m_model->isHeld());
    m_board->setFocus();
    QVERIFY(m_model->isHeld());
    m_line->setFocus();
    QVERIFY(!m_model->isHeld());
}

void tst_BoardView::lettersAreLeftToOthers()
{
    fill();
    m_board->setFocus();
    QTest::keyClick(m_board, Qt::Key_Down);
    const IncidentId before = m_board->selectedId();
    QTest::keyClick(m_board, Qt::Key_T);
    QCOMPARE(m_board->selectedId(), before);
}

void tst_BoardView::emptyPaneSaysWhy()
{
    QVERIFY(!m_board->emptyText(Pane::Pending).isEmpty());
    QVERIFY(!m_board->emptyText(Pane::Pending).contains(QStringLiteral("link is down")));
    m_board->setLink(test::lostLink(m_now, 192s));
    for (const Pane pane : kPanes) {
        QVERIFY2(
            m_board->emptyText(pane).contains(QStringLiteral("link is down")),
            qPrintable(m_board->emptyText(pane)));
    }
    QVERIFY(m_board->emptyText(Pane::Pending).contains(QStringLiteral("14:19:55")));
    auto* reconnect = m_board->findChild<QAbstractButton*>(QStringLiteral("boardReconnectButton"));
    QSignalSpy asked(m_board, &BoardView::reconnectRequested);
    QTest::mouseClick(reconnect, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    fill();
    QVERIFY(m_board->emptyText(Pane::Active).isEmpty());
}

void tst_BoardView::inputMethodIsOff()
{
    fill();
    m_board->setFocus();
    QTest::keyClick(m_board, Qt::Key_Down);
    QVERIFY(!m_board->testAttribute(Qt::WA_InputMethodEnabled));
}

QTEST_MAIN(tst_BoardView)
#include "tst_BoardView.moc"
