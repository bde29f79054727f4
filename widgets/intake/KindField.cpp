// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/KindField.h"

#include "widgets/actions/PickEdit.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/VisibleText.h"
#include "widgets/intake/Guesses.h"
#include "widgets/models/Wording.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sz::widgets {

namespace {

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

QString fullText(const plan::Plan& plan, const KindCode& kind)
{
    const plan::Kind* found = plan.kind(kind);
    return found == nullptr ? QString()
                            : QStringLiteral("%1 · %2").arg(
                                  classText(plan, kind), visibleLine(nameText(found->name)));
}

} // namespace

KindField::KindField(const plan::Plan& plan, const ThemeSource& theme, QWidget* sheet)
    : QWidget(sheet), m_plan(plan), m_edit(new PickEdit(theme, sheet, this)),
      m_reason(new ElidedLabel(theme, this))
{
    build(theme, sheet);
    connect(m_edit, &PickEdit::focused, m_edit, &QLineEdit::selectAll);
    connect(m_edit, &QLineEdit::textEdited, this, &KindField::offer);
    connect(m_edit, &PickEdit::listWanted, this, [this] { offer(QString()); });
    connect(m_edit, &PickEdit::picked, this, [this](int row) {
        fix(m_offered[static_cast<std::size_t>(row)], QString());
    });
    connect(m_edit, &PickEdit::entered, this, &KindField::adopt);
    connect(m_edit, &PickEdit::listLeft, this, &KindField::describe);
    connect(m_edit, &QLineEdit::editingFinished, this, &KindField::adopt);
    describe();
}

void KindField::build(const ThemeSource& theme, QWidget* sheet)
{
    m_edit->setObjectName(QStringLiteral("kindEdit"));
    m_edit->setAccessibleName(tr("Kind"));
    m_edit->setPlaceholderText(tr("kind of incident: type to search all"));
    m_reason->setObjectName(QStringLiteral("kindReason"));
    m_reason->setPixelSize(12);
    m_reason->setToken(Token::Tx3);
    setFocusProxy(m_edit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_edit);
    auto* below = new QHBoxLayout;
    below->setSpacing(2);
    below->addWidget(m_reason, 1);
    for (std::size_t i = 0; i < m_others.size(); ++i) {
        const auto key = static_cast<Qt::Key>(Qt::Key_2 + static_cast<int>(i));
        m_others[i] =
            scopedKeycap(theme, QKeySequence(QKeyCombination(Qt::ALT, key)), QString(), sheet);
        m_others[i]->setObjectName(QStringLiteral("otherKindButton%1").arg(i + 2));
        connect(m_others[i], &QAbstractButton::clicked, this, [this, i] {
            fix(m_otherKinds[i], QString());
        });
        below->addWidget(m_others[i]);
    }
    column->addLayout(below);
}

void KindField::suggestFrom(const QString& narrative)
{
    m_narrative = narrative;
    m_suggestion = plan::suggest(m_plan, narrative.toStdString());
    describe();
}

KindCode KindField::kind() const
{
    return isFixed() ? m_fixed : m_suggestion ? m_suggestion->kind : KindCode();
}

QString KindField::suggestedBy() const
{
    if (isFixed()) {
        return m_fixedRule;
    }
    return m_suggestion ? QString::fromStdString(m_suggestion->ruleId) : QString();
}

bool KindField::isSettled() const
{
    return m_edit->text() == fullText(m_plan, kind());
}

void KindField::settle()
{
    m_edit->pickCurrent();
}

void KindField::restore(const KindCode& kind, const QString& suggestedBy)
{
    m_fixed = kind;
    m_fixedRule = suggestedBy;
    describe();
}

void KindField::clear()
{
    m_suggestion.reset();
    m_narrative.clear();
    m_edit->closeList();
    restore({}, {});
}

void KindField::offer(const QString& typed)
{
    m_offered.clear();
    std::vector<ChoiceRow> rows;
    for (const plan::Kind* kind : kindsNamed(m_plan, typed)) {
        m_offered.push_back(kind->code);
        rows.push_back(
            {nameText(kind->name), classText(m_plan, kind->code), gradeText(kind->grade), false});
    }
    m_edit->offer(std::move(rows));
}

// Leaving the field takes over what stands there: the suggestion becomes the operator's own word.
void KindField::adopt()
{
    if (!isFixed() && m_suggestion && !m_edit->isListOpen()) {
        fix(m_suggestion->kind, QString::fromStdString(m_suggestion->ruleId));
    } else {
        describe();
    }
}

void KindField::fix(const KindCode& kind, const QString& rule)
{
    if (kind.empty()) {
        return;
    }
    restore(kind, rule);
    m_edit->closeList();
    Q_EMIT kindChanged();
}

void KindField::describe()
{
    m_edit->setText(fullText(m_plan, kind()));
    m_edit->setAside(
        kind().empty()                       ? QString()
        : isFixed() && m_fixedRule.isEmpty() ? tr("picked by hand, stays")
        : isFixed()                          ? tr("adopted, stays")
                                             : tr("suggested, Tab adopts"));
    m_reason->setText(reasonText());
    describeOthers();
}

void KindField::describeOthers()
{
    const std::vector<KindCode> others = otherKinds(m_plan, m_narrative, kind(), m_others.size());
    for (std::size_t i = 0; i < m_others.size(); ++i) {
        m_otherKinds[i] = i < others.size() ? others[i] : KindCode();
        const plan::Kind* found = m_plan.kind(m_otherKinds[i]);
        m_others[i]->setVisible(found != nullptr);
        m_others[i]->setLabel(found == nullptr ? QString() : shortNameText(found->name));
    }
}

QString KindField::reasonText() const
{
    if (m_suggestion && m_suggestion->kind != kind()) {
        return tr("The words suggest: %1").arg(kindText(m_plan, m_suggestion->kind));
    }
    if (!m_suggestion) {
        return m_narrative.trimmed().isEmpty() ? QString() : tr("No rule matches these words.");
    }
    QStringList words;
    for (const std::string& word : m_suggestion->words) {
        words.append(tr("“%1”", "a word that matched a rule").arg(visible(word)));
    }
    return tr("%1, rule %2", "words, rule id")
        .arg(words.join(QString()), visible(m_suggestion->ruleId));
}

} // namespace sz::widgets
