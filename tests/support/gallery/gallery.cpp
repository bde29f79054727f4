// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every shared part in both themes side by side, so that a person can compare it with the design.
#include "maps/symbols/Symbols.h"
#include "widgets/common/ChipRow.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/GradePicker.h"
#include "widgets/common/Icons.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/common/Style.h"
#include "widgets/common/Toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDebug>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace sz;
using namespace sz::widgets;
using model::Lamp;
using plan::Grade;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using symbols::uiFont;

namespace {

constexpr int kColumn = 460;
constexpr int kPad = 12;

struct Tile
{
    Grade grade;
    QString title;
    QString age;
    QString place;
    QString source;
    std::vector<UnitChip> units;
    Countdown limit;
    bool isSelected = false;
};

std::vector<Tile> tiles()
{
    return {
        {Grade::IV,
         QStringLiteral("光谷地铁站 3 号口积水"),
         ageText(seconds{127}),
         QStringLiteral("31 光谷北 · 关东街道"),
         QStringLiteral("地铁值班 · 047"),
         {},
         {QStringLiteral("分派"), seconds{473}, Lamp::None}},
        {Grade::III,
         QStringLiteral("高层住宅 19 层冒烟，核查中"),
         ageText(seconds{401}),
         QStringLiteral("4 江汉西北 · 汉兴街"),
         QStringLiteral("119 联动 · 046"),
         {{QStringLiteral("消防救援"), UnitState::Moving, false, true}},
         {QStringLiteral("电话首报"), seconds{199}, Lamp::Near}},
        {Grade::II,
         QStringLiteral("医院主楼停电，转柴油发电"),
         ageText(seconds{1152}),
         QStringLiteral("6 硚口东 · 宝丰街道"),
         QStringLiteral("卫健值班 · 045"),
         {{QStringLiteral("供电"), UnitState::NotSigned, true, true},
          {QStringLiteral("卫健"), UnitState::Signed},
          {QStringLiteral("硚口区"), UnitState::OnScene}},
         {QStringLiteral("签收"), -seconds{252}, Lamp::Late}},
        {Grade::III,
         QStringLiteral("培训学校停业，学员 1,354 人"),
         ageText(minutes{101}),
         QStringLiteral("24 武昌北 · 徐家棚街道"),
         QStringLiteral("12345 · 041"),
         {{QStringLiteral("教育"), UnitState::Signed, false, true},
          {QStringLiteral("公安"), UnitState::OnScene},
          {QStringLiteral("市监"), UnitState::Signed},
          {QStringLiteral("江汉区"), UnitState::Signed},
          {QStringLiteral("武昌区"), UnitState::Done}},
         {QStringLiteral("续报三"), seconds{1013}, Lamp::Behind},
         true},
        {Grade::I,
         QStringLiteral("写字楼电梯困人 4 人"),
         ageText(seconds{2875}),
         QStringLiteral("18 汉阳北 · 五里墩街道"),
         QStringLiteral("96333 · 039"),
         {{QStringLiteral("市监"), UnitState::Returned, false, true},
          {QStringLiteral("消防"), UnitState::NoAnswer},
          {QStringLiteral("电信"), UnitState::ByPhone}},
         {QStringLiteral("办结"), minutes{72}, Lamp::None}},
    };
}

void paintTile(QPainter& p, const QRectF& r, const Tile& tile, Theme theme)
{
    const auto c = [theme](Token t) { return symbols::color(theme, t); };
    p.setPen(c(Token::Line1));
    p.setBrush(c(tile.isSelected ? Token::Sel : Token::Bg2));
    p.drawRect(r.adjusted(0.5, 0.5, -0.5, -0.5));
    p.fillRect(QRectF(r.x(), r.y(), 4, r.height()), symbols::lampEdge(tile.limit.lamp, theme));
    const QRectF in = r.adjusted(15, 0, -11, 0);
    symbols::paintGrade(p, QRectF(in.x() - 1, r.y() + 6, 22, 22), tile.grade, theme, c(Token::Bg1));
    paintText(
        p, QRectF(in.x() + 29, r.y() + 6, in.width() - 90, 22), tile.title, uiFont(15, true),
        c(Token::Tx1));
    paintText(
        p, QRectF(in.x(), r.y() + 6, in.width(), 22), tile.age, uiFont(13), c(Token::Tx2),
        Qt::AlignRight | Qt::AlignVCenter);
    paintText(p, QRectF(in.x(), r.y() + 30, in.width(), 18), tile.place, uiFont(12), c(Token::Tx2));
    paintText(
        p, QRectF(in.x(), r.y() + 30, in.width(), 18), tile.source, uiFont(12), c(Token::Tx3),
        Qt::AlignRight | Qt::AlignVCenter);
    const QRectF row(in.x(), r.y() + 52, in.width(), 24);
    if (tile.units.empty()) {
        paintText(p, row, QStringLiteral("尚未分派"), uiFont(12), c(Token::Tx3));
    }
    paintUnitChips(p, row.adjusted(0, 0, -countdownWidth(tile.limit) - 8, 0), tile.units, 4, theme);
    paintCountdown(p, row, tile.limit, theme);
    if (tile.isSelected) {
        paintFocusRing(p, r, c(Token::Inv));
    }
}

/// What delegates draw.
class Painted final : public QWidget
{
public:
    explicit Painted(const ThemeSource& theme) : m_theme(theme) { setFixedSize(kColumn, 790); }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter p(this);
        const Theme theme = m_theme.theme();
        double y = 6;
        logoIcon(theme).paint(&p, QRect(12, 4, 26, 26));
        appIcon().paint(&p, QRect(50, 0, 34, 34));
        int x = 100;
        for (const char* name :
             {"refresh", "plus", "minus", "fit", "pin", "phone", "person", "chevron-down", "close",
              "tick", "search", "window", "locate"}) {
            tintedIcon(QLatin1StringView(name), theme).paint(&p, QRect(x, 9, 16, 16));
            x += 26;
        }
        y = 42;
        paintGrades(p, y);
        y += 36;
        for (const Tile& tile : tiles()) {
            paintTile(p, QRectF(8, y, 410, 82), tile, theme);
            y += 86;
        }
        paintStates(p, y);
        y += 28;
        const QRectF chain(kPad, y + 4, kColumn - 2 * kPad, kReportChainHeight);
        paintReportChain(p, chain, chainSteps(), theme);
        y += kReportChainHeight + 12;
        const QString what = QStringLiteral("学员");
        const std::vector<BalancePart> parts{
            {QStringLiteral("转学"), 1235}, {QStringLiteral("退费"), 119}};
        paintBalance(
            p, QRectF(kPad, y, kColumn - 2 * kPad, kBalanceHeight), {what, 1354, parts}, theme);
        y += kBalanceHeight + 6;
        paintBalance(
            p, QRectF(kPad, y, kColumn - 2 * kPad, kBalanceHeight), {what, 1360, parts}, theme);
        y += kBalanceHeight + 6;
        paintKeys(p, y);
    }

private:
    void paintGrades(QPainter& p, double y) const
    {
        double x = kPad;
        for (const Grade grade : {Grade::I, Grade::II, Grade::III, Grade::IV}) {
            symbols::paintGrade(
                p, QRectF(x, y, 26, 26), grade, m_theme.theme(), m_theme.color(Token::Bg1));
            x += 32;
        }
        for (const Lamp lamp : {Lamp::Near, Lamp::Behind, Lamp::Late}) {
            symbols::paintLamp(p, QRectF(x + 6, y + 7, 12, 12), lamp, m_theme.theme());
            x += 26;
        }
        x += 10;
        for (const Grade grade : {Grade::I, Grade::II, Grade::III, Grade::IV}) {
            symbols::paintGrade(
                p, QRectF(x, y + 4, 18, 18), grade, m_theme.theme(), m_theme.color(Token::Bg1));
            x += 24;
        }
    }

    void paintStates(QPainter& p, double y) const
    {
        double x = kPad;
        for (const UnitState state : kUnitStates) {
            paintUnitState(p, QRectF(x, y + 4, 16, 16), state, m_theme.color(Token::Tx2));
            x += 24;
        }
        x += paintBadge(p, QRectF(x, y, 100, 24), QStringLiteral("处置中"), m_theme.theme()) + 6;
        x += paintBadge(
                 p, QRectF(x, y, 100, 24), QStringLiteral("未发"), m_theme.theme(),
                 BadgeTone::Behind)
             + 6;
        paintBadge(
            p, QRectF(x, y, 100, 24), QStringLiteral("逾期"), m_theme.theme(), BadgeTone::Late);
    }

    void paintKeys(QPainter& p, double y) const
    {
        double x = kPad;
        for (const QKeySequence& keys :
             {QKeySequence(Qt::Key_F2), QKeySequence(Qt::CTRL | Qt::Key_Return),
              QKeySequence(Qt::Key_Period), QKeySequence(Qt::Key_Escape),
              QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::Key_Space)}) {
            x += paintKeycaps(p, QRectF(x, y, 200, 20), keys, m_theme.theme()) + 8;
        }
    }

    static std::vector<ReportStep> chainSteps()
    {
        const QString inTime = QStringLiteral("按时");
        return {
            {QStringLiteral("初报"), QStringLiteral("12:46"), QStringLiteral("4 分"),
             ReportPhase::Past},
            {QStringLiteral("续报一"), QStringLiteral("13:12"), inTime, ReportPhase::Past},
            {QStringLiteral("续报二"), QStringLiteral("13:40"), inTime, ReportPhase::Current},
            {QStringLiteral("续报三"), QStringLiteral("14:40"), countdownText(seconds{1013}),
             ReportPhase::Due, Lamp::Behind},
            {QStringLiteral("终报"), QStringLiteral("—"), {}, ReportPhase::Future}};
    }

    const ThemeSource& m_theme;
};

/// What dialogs and sheets are built of.
class Controls final : public QWidget
{
public:
    explicit Controls(const ThemeSource& theme)
    {
        setFixedWidth(kColumn);
        setAttribute(Qt::WA_StyledBackground);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 8);
        column->setSpacing(8);
        addHeaders(theme, *column);
        auto* inner = new QVBoxLayout;
        inner->setContentsMargins(kPad, 0, kPad, 0);
        inner->setSpacing(8);
        column->addLayout(inner);
        addNotes(theme, *inner);
        addPickers(theme, *inner);
        addInputs(*inner);
        addButtons(theme, *inner);
        addTable(*inner);
        column->addStretch(1);
    }

private:
    static void addHeaders(const ThemeSource& theme, QVBoxLayout& column)
    {
        auto* pending = new SectionHeader(theme, QStringLiteral("待处置"));
        pending->setCount(QStringLiteral("2"));
        pending->setNote(QStringLiteral("最久 6:41"));
        auto* late = new SectionHeader(theme, QStringLiteral("已逾期"));
        late->setCount(QStringLiteral("2"));
        late->setLamp(Lamp::Late);
        late->addKeycap(QKeySequence(Qt::Key_F9), QStringLiteral("按危害排序"));
        auto* stale = new SectionHeader(theme, QStringLiteral("处置中"));
        stale->setCount(QStringLiteral("—"));
        stale->setDetail(QStringLiteral("签收 5/5 · 办结 1/5"));
        stale->setStale(QStringLiteral("截至 14:19:55"));
        column.addWidget(pending);
        column.addWidget(late);
        column.addWidget(stale);
    }

    static void addNotes(const ThemeSource& theme, QVBoxLayout& column)
    {
        auto* offline = new EmptyNote(theme);
        offline->setReason(
            QStringLiteral("此处为空，是因为断线，不是因为没有新事项"),
            QStringLiteral("14:19:55 之后收不到新报。断线前 2 项已被分派。"), true);
        offline->addKeycap(QKeySequence(Qt::CTRL | Qt::Key_L), QStringLiteral("立即重连"));
        offline->addKeycap(QKeySequence(Qt::Key_F2), QStringLiteral("电话报来照常登记"));
        auto* quiet = new EmptyNote(theme);
        quiet->setReason(QStringLiteral("没有逾期事项"), QStringLiteral("14:02:11 起"), false);
        column.addWidget(offline);
        column.addWidget(quiet);
    }

    static void addPickers(const ThemeSource& theme, QVBoxLayout& column)
    {
        auto* source = new SegmentedButtons(
            theme, QStringLiteral("来源"),
            {QStringLiteral("电话"), QStringLiteral("网格"), QStringLiteral("12345"),
             QStringLiteral("119 联动"), QStringLiteral("其他")});
        source->setCurrent(0);
        auto* grade = new GradePicker(theme);
        grade->setGrade(Grade::III);
        auto* chips = new ChipRow(theme);
        chips->setChips(
            {{QStringLiteral("动作"), QStringLiteral("派")},
             {QStringLiteral("①"), QStringLiteral("武昌区 · 值班领导在岗")},
             {QStringLiteral("②"), QStringLiteral("焦育？"), ChipTone::NotUnderstood},
             {QStringLiteral("办结"), QStringLiteral("≤ 24 h")},
             {QStringLiteral("牵头"), QStringLiteral("教育（沿用）")}});
        column.addWidget(source);
        column.addWidget(grade);
        column.addWidget(chips);
    }

    static void addInputs(QVBoxLayout& column)
    {
        auto* line = new QLineEdit(QStringLiteral("tjd"));
        auto* row = new QHBoxLayout;
        auto* combo = new QComboBox;
        combo->addItems({QStringLiteral("燃气 · 气瓶违规运输")});
        row->addWidget(combo, 1);
        auto* check = new QCheckBox(QStringLiteral("需要回拨"));
        check->setChecked(true);
        row->addWidget(check);
        auto* text = new QPlainTextEdit(
            QStringLiteral("餐馆后门停了一辆面包车，车里有二三十个液化气罐，有人正往店里搬。"));
        text->setFixedHeight(64);
        column.addWidget(line);
        column.addLayout(row);
        column.addWidget(text);
        column.addWidget(new PlainLabel(QStringLiteral("<b>not bold</b> \u202Eabc\u200B 㙍 𠮷")));
    }

    static void addButtons(const ThemeSource& theme, QVBoxLayout& column)
    {
        auto* row = new QHBoxLayout;
        row->addWidget(new KeycapButton(
            theme, QKeySequence(Qt::CTRL | Qt::Key_Return), QStringLiteral("登记为新事项"), nullptr,
            ButtonLook::Primary));
        row->addWidget(new KeycapButton(
            theme, QKeySequence(Qt::ALT | Qt::Key_D), QStringLiteral("并入 044"), nullptr,
            ButtonLook::Framed));
        row->addStretch(1);
        auto* keys = new QHBoxLayout;
        keys->addWidget(
            new KeycapButton(theme, QKeySequence(Qt::Key_F7), QStringLiteral("起草续报三")));
        auto* focused = new KeycapButton(theme, QKeySequence(Qt::Key_E), QStringLiteral("延期"));
        focused->setObjectName(QStringLiteral("focusMe"));
        keys->addWidget(focused);
        keys->addStretch(1);
        auto* close = new KeycapButton(theme, QKeySequence(Qt::Key_X), QStringLiteral("办结"));
        close->setBlocked(QStringLiteral("4 步未完"));
        keys->addWidget(close);
        auto* stock = new QHBoxLayout;
        stock->addWidget(new QPushButton(QStringLiteral("浏览…")));
        auto* off = new QPushButton(QStringLiteral("不可用"));
        off->setEnabled(false);
        stock->addWidget(off);
        auto* primary = new QPushButton(QStringLiteral("登录"));
        primary->setProperty("primary", true);
        stock->addWidget(primary);
        stock->addStretch(1);
        column.addLayout(row);
        column.addLayout(keys);
        column.addLayout(stock);
    }

    static void addTable(QVBoxLayout& column)
    {
        auto* table = new QTableWidget(2, 3);
        table->setHorizontalHeaderLabels(
            {QStringLiteral("单位"), QStringLiteral("签收用时"), QStringLiteral("当前步骤")});
        for (int i = 0; i < 6; ++i) {
            table->setItem(i / 3, i % 3, new QTableWidgetItem(QStringLiteral("教育 02:10")));
        }
        table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        table->setShowGrid(false);
        table->verticalHeader()->hide();
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->selectRow(0);
        table->setFixedHeight(92);
        column.addWidget(table);
    }
};

QImage grabTheme(QApplication& app, Theme theme, double scale)
{
    ThemeSource source(theme);
    applyTheme(app, theme);
    QWidget page;
    page.setPalette(themePalette(theme));
    auto* row = new QHBoxLayout(&page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new Painted(source), 0, Qt::AlignTop);
    row->addWidget(new Controls(source), 0, Qt::AlignTop);
    page.resize(page.sizeHint());
    Toast toast(source, &page, 0);
    page.show();
    toast.showMessage(
        QStringLiteral("已保存"), QKeySequence(Qt::CTRL | Qt::Key_Z), QStringLiteral("撤回 28 秒"));
    page.activateWindow();
    page.findChild<QWidget*>(QStringLiteral("focusMe"))->setFocus();
    QApplication::processEvents();
    QImage image((QSizeF(page.size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    page.render(&image);
    return image;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        qWarning("usage: gallery OUT.png [scale]");
        return 2;
    }
    const double scale = arguments.size() > 2 ? arguments[2].toDouble() : 1;
    const QImage dark = grabTheme(app, Theme::Dark, scale);
    const QImage light = grabTheme(app, Theme::Light, scale);
    QImage both(
        dark.width() + light.width(), qMax(dark.height(), light.height()), QImage::Format_RGB32);
    both.fill(Qt::black);
    QPainter painter(&both);
    QImage left = dark;
    QImage right = light;
    left.setDevicePixelRatio(1);
    right.setDevicePixelRatio(1);
    painter.drawImage(0, 0, left);
    painter.drawImage(left.width(), 0, right);
    painter.end();
    return both.save(arguments[1]) ? 0 : 1;
}
