<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>AlarmWords</name>
    <message numerus="yes">
        <source>chased %n times</source>
        <translation>
            <numerusform>chased once</numerusform>
            <numerusform>chased %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellFacts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%n more entries</source>
        <translation>
            <numerusform>%n more entries</numerusform>
            <numerusform>%n more entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message numerus="yes">
        <source>issue %n orders</source>
        <translation>
            <numerusform>issue %n order</numerusform>
            <numerusform>issue %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remind %n units</source>
        <translation>
            <numerusform>remind %n unit</numerusform>
            <numerusform>remind %n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders issued for %1</source>
        <translation>
            <numerusform>%n order issued for %1</numerusform>
            <numerusform>%n orders issued for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units reminded, %1</source>
        <translation>
            <numerusform>%n unit reminded, %1</numerusform>
            <numerusform>%n units reminded, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageShapes</name>
    <message numerus="yes">
        <source>straight line for %n points with no road within %1 m</source>
        <translation>
            <numerusform>straight line for %n point with no road within %1 m</numerusform>
            <numerusform>straight line for %n points with no road within %1 m</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message numerus="yes">
        <source>%n workdays</source>
        <comment>a limit</comment>
        <translation>
            <numerusform>%n workday</numerusform>
            <numerusform>%n workdays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindWords</name>
    <message numerus="yes">
        <source>None of %n incidents&apos; texts has “%1”.</source>
        <translation>
            <numerusform>The text of the one incident has no “%1”.</numerusform>
            <numerusform>None of %n incidents&apos; texts has “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not found so far: %n acts are still to be looked through.</source>
        <translation>
            <numerusform>Not found so far: one act is still to be looked through.</numerusform>
            <numerusform>Not found so far: %n acts are still to be looked through.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForceWords</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n members</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goals</source>
        <translation>
            <numerusform>%n goals</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateWords</name>
    <message numerus="yes">
        <source>%1 · %n to confirm</source>
        <translation>
            <numerusform>%1 · %n to confirm</numerusform>
            <numerusform>%1 · %n to confirm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message numerus="yes">
        <source>%n with their circles</source>
        <translation>
            <numerusform>%n with its circle</numerusform>
            <numerusform>%n with their circles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outlines</source>
        <translation>
            <numerusform>%n outline</numerusform>
            <numerusform>%n outlines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the plan; V on an incident opens the nearest, with a trace</source>
        <translation>
            <numerusform>%n in the plan; V on an incident opens the nearest, with a trace</numerusform>
            <numerusform>%n in the plan; V on an incident opens the nearest, with a trace</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModeWords</name>
    <message numerus="yes">
        <source>%n posts held by %1 teams each</source>
        <translation>
            <numerusform>%n posts held by %1 teams each</numerusform>
            <numerusform>%n posts held by %1 teams each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnlineWords</name>
    <message numerus="yes">
        <source>%n tiles kept, %1, fetched %2 to %3</source>
        <translation>
            <numerusform>%n tile kept, %1, fetched %2 to %3</numerusform>
            <numerusform>%n tiles kept, %1, fetched %2 to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiles kept, %1, fetched %2</source>
        <translation>
            <numerusform>%n tile kept, %1, fetched %2</numerusform>
            <numerusform>%n tiles kept, %1, fetched %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderCare</name>
    <message numerus="yes">
        <source>evidence: %n files</source>
        <translation>
            <numerusform>evidence: %n file</numerusform>
            <numerusform>evidence: %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceFacts</name>
    <message numerus="yes">
        <source>one of %n of that street; the plan has no outlines</source>
        <translation>
            <numerusform>one of %n of that street; the plan has no outlines</numerusform>
            <numerusform>one of %n of that street; the plan has no outlines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n streets</source>
        <translation>
            <numerusform>%n street</numerusform>
            <numerusform>%n streets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationWords</name>
    <message numerus="yes">
        <source>holds %n</source>
        <translation>
            <numerusform>holds %n</numerusform>
            <numerusform>holds %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation>
            <numerusform>%n merged</numerusform>
            <numerusform>%n merged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RollWords</name>
    <message numerus="yes">
        <source>%n late</source>
        <comment>at a roll call</comment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n absent</source>
        <translation>
            <numerusform>%n absent</numerusform>
            <numerusform>%n absent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <comment>reported</comment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <comment>issued</comment>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n steps open</source>
        <comment>why it cannot be closed</comment>
        <translation>
            <numerusform>%n step open</numerusform>
            <numerusform>%n steps open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>chased %n units</source>
        <translation>
            <numerusform>chased %n unit</numerusform>
            <numerusform>chased %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::AlarmMeter</name>
    <message numerus="yes">
        <source>%1 · %n aside</source>
        <comment>mean and mix; alarms put aside</comment>
        <translation>
            <numerusform>%1 · %n aside</numerusform>
            <numerusform>%1 · %n aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::AlarmRow</name>
    <message numerus="yes">
        <source>%n of this cause</source>
        <translation>
            <numerusform>%n of this cause</numerusform>
            <numerusform>%n of this cause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n causes</source>
        <translation>
            <numerusform>%n cause</numerusform>
            <numerusform>%n causes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::AlarmTally</name>
    <message numerus="yes">
        <source>%n unacked</source>
        <comment>late steps nobody has confirmed</comment>
        <translation>
            <numerusform>%n unacked</numerusform>
            <numerusform>%n unacked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone unseen</source>
        <comment>steps that are late no more, confirmed by nobody</comment>
        <translation>
            <numerusform>%n gone unseen</numerusform>
            <numerusform>%n gone unseen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::AreaCard</name>
    <message numerus="yes">
        <source>%n streets</source>
        <translation>
            <numerusform>%n street</numerusform>
            <numerusform>%n streets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::BaseMapActs</name>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1; and %n more</numerusform>
            <numerusform>%1; and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::BoardHeads</name>
    <message numerus="yes">
        <source>%n due within 20 min</source>
        <translation>
            <numerusform>%n due within 20 min</numerusform>
            <numerusform>%n due within 20 min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are outside this view · Alt+0 shows all</source>
        <translation>
            <numerusform>%n is outside this view · Alt+0 shows all</numerusform>
            <numerusform>%n are outside this view · Alt+0 shows all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::BoardModel</name>
    <message numerus="yes">
        <source>%n notes not read</source>
        <translation>
            <numerusform>%n note not read</numerusform>
            <numerusform>%n notes not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::BoardView</name>
    <message numerus="yes">
        <source>%n new above · Home</source>
        <translation>
            <numerusform>%n new above · Home</numerusform>
            <numerusform>%n new above · Home</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::CampaignView</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n items</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::CaseView</name>
    <message numerus="yes">
        <source>Reminded: %n cases</source>
        <translation>
            <numerusform>Reminded: %n cases</numerusform>
            <numerusform>Reminded: %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::ConflictWatch</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::ContactLine</name>
    <message numerus="yes">
        <source>Caller&apos;s contact: sealed, until %1; opened %n time(s), last by %2</source>
        <translation>
            <numerusform>Caller&apos;s contact: sealed, until %1; opened %n time, last by %2</numerusform>
            <numerusform>Caller&apos;s contact: sealed, until %1; opened %n times, last by %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::DecisionList</name>
    <message numerus="yes">
        <source>%n wait</source>
        <translation>
            <numerusform>%n wait</numerusform>
            <numerusform>%n wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::DetailPane</name>
    <message numerus="yes">
        <source>notes, %n new</source>
        <translation>
            <numerusform>notes, %n new</numerusform>
            <numerusform>notes, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::DrawActs</name>
    <message numerus="yes">
        <source>%n corners: more are needed</source>
        <translation>
            <numerusform>%n corner: more are needed</numerusform>
            <numerusform>%n corners: more are needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corners</source>
        <translation>
            <numerusform>%n corner</numerusform>
            <numerusform>%n corners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::DuplicateList</name>
    <message numerus="yes">
        <source>%n words in common</source>
        <translation>
            <numerusform>%n word in common</numerusform>
            <numerusform>%n words in common</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::ForceList</name>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n at work</numerusform>
            <numerusform>%n at work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n members</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::ForceSheet</name>
    <message numerus="yes">
        <source>%n goals</source>
        <translation>
            <numerusform>%n goals</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::HandoverPage</name>
    <message numerus="yes">
        <source>Change at %1 · written by the trace at %2 · %n rows since</source>
        <translation>
            <numerusform>Change at %1 · written by the trace at %2 · %n row since</numerusform>
            <numerusform>Change at %1 · written by the trace at %2 · %n rows since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>entry %1… · answers for %n rows</source>
        <translation>
            <numerusform>entry %1… · answers for %n row</numerusform>
            <numerusform>entry %1… · answers for %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %1 of %n rows</source>
        <translation>
            <numerusform>read %1 of %n row</numerusform>
            <numerusform>read %1 of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n red rows are not read</source>
        <translation>
            <numerusform>%n red row is not read</numerusform>
            <numerusform>%n red rows are not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reds unread</source>
        <comment>on a button</comment>
        <translation>
            <numerusform>%n red unread</numerusform>
            <numerusform>%n reds unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::HandoverRowText</name>
    <message numerus="yes">
        <source>■ %n unread</source>
        <translation>
            <numerusform>■ %n unread</numerusform>
            <numerusform>■ %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::IntakeSheet</name>
    <message numerus="yes">
        <source>Register and issue %n orders</source>
        <translation>
            <numerusform>Register and issue %n order</numerusform>
            <numerusform>Register and issue %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::LatePanel</name>
    <message numerus="yes">
        <source>%n to confirm</source>
        <translation>
            <numerusform>%n to confirm</numerusform>
            <numerusform>%n to confirm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new: take them in</source>
        <translation>
            <numerusform>%n new: take them in</numerusform>
            <numerusform>%n new: take them in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::NoticeStrip</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent acts were saved</source>
        <translation>
            <numerusform>%n unsent act was saved</numerusform>
            <numerusform>%n unsent acts were saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The board&apos;s file was damaged or of another version and was rebuilt from %n acts of the log; nothing is lost.</source>
        <translation>
            <numerusform>The board&apos;s file was damaged or of another version and was rebuilt from %n act of the log; nothing is lost.</numerusform>
            <numerusform>The board&apos;s file was damaged or of another version and was rebuilt from %n acts of the log; nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>notices behind this one</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents were moved to another unit (%1): their texts have been removed from this desk.</source>
        <translation>
            <numerusform>%n incident was moved to another unit (%1): its texts have been removed from this desk.</numerusform>
            <numerusform>%n incidents were moved to another unit (%1): their texts have been removed from this desk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate of desk %1 ends on %2, in %n days. It renews itself once headquarters is reached; bring the desk online before.</source>
        <translation>
            <numerusform>The certificate of desk %1 ends on %2, in %n day. It renews itself once headquarters is reached; bring the desk online before.</numerusform>
            <numerusform>The certificate of desk %1 ends on %2, in %n days. It renews itself once headquarters is reached; bring the desk online before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes of the plan wait for your approval (Ctrl+Shift+B).</source>
        <translation>
            <numerusform>%n change of the plan waits for your approval (Ctrl+Shift+B).</numerusform>
            <numerusform>%n changes of the plan wait for your approval (Ctrl+Shift+B).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::OrderSheet</name>
    <message numerus="yes">
        <source>Issue %n orders</source>
        <translation>
            <numerusform>Issue %n order</numerusform>
            <numerusform>Issue %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::OutboxCard</name>
    <message numerus="yes">
        <source>tried %n times</source>
        <translation>
            <numerusform>tried once</numerusform>
            <numerusform>tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::OutboxHead</name>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::Performer</name>
    <message numerus="yes">
        <source>%n unit(s) reminded</source>
        <translation>
            <numerusform>%n unit reminded</numerusform>
            <numerusform>%n units reminded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlaceActs</name>
    <message numerus="yes">
        <source>Without a point and so not shown: %n in this area</source>
        <translation>
            <numerusform>Without a point and so not shown: %n in this area</numerusform>
            <numerusform>Without a point and so not shown: %n in this area</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlaceCard</name>
    <message numerus="yes">
        <source>%n open within 500 m</source>
        <translation>
            <numerusform>%n open within 500 m</numerusform>
            <numerusform>%n open within 500 m</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in this area without a point</source>
        <translation>
            <numerusform>%n in this area without a point</numerusform>
            <numerusform>%n in this area without a point</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlanCardSheet</name>
    <message numerus="yes">
        <source>Issue %n orders</source>
        <translation>
            <numerusform>Issue %n orders</numerusform>
            <numerusform>Issue %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders issued, then: %1</source>
        <translation>
            <numerusform>%n orders issued, then: %1</numerusform>
            <numerusform>%n orders issued, then: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders issued by the card</source>
        <translation>
            <numerusform>%n orders issued by the card</numerusform>
            <numerusform>%n orders issued by the card</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders saved on this desk, will be sent</source>
        <translation>
            <numerusform>%n orders saved on this desk, will be sent</numerusform>
            <numerusform>%n orders saved on this desk, will be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::RelationBox</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::RollSheet</name>
    <message numerus="yes">
        <source>Minutes sent to %n units</source>
        <translation>
            <numerusform>Minutes sent to %n unit</numerusform>
            <numerusform>Minutes sent to %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterGrid</name>
    <message numerus="yes">
        <source>%n post(s)</source>
        <comment>of a group</comment>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterImport</name>
    <message numerus="yes">
        <source>Imported: %n shift(s)</source>
        <translation>
            <numerusform>Imported: %n shift</numerusform>
            <numerusform>Imported: %n shifts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterPage</name>
    <message numerus="yes">
        <source>%n shift(s) as the week before.</source>
        <translation>
            <numerusform>%n shift as the week before.</numerusform>
            <numerusform>%n shifts as the week before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lent: %1 people to %Ln places</source>
        <translation>
            <numerusform>Lent: %1 people to %Ln place</numerusform>
            <numerusform>Lent: %1 people to %Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back to %1: how many of %2 at %n places, or how many and the place</source>
        <translation>
            <numerusform>Back to %1: how many of %2 at %n place</numerusform>
            <numerusform>Back to %1: how many of %2 at %n places, or how many and the place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n rows refused, listed above)</source>
        <comment>what is asked</comment>
        <translation>
            <numerusform>%1 (%n row refused, listed above)</numerusform>
            <numerusform>%1 (%n rows refused, listed above)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 people to %Ln places, for how many days or from day and until day</source>
        <translation>
            <numerusform>%1: %2 people to %Ln place, for how many days or from day and until day</numerusform>
            <numerusform>%1: %2 people to %Ln places, for how many days or from day and until day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::RoundAlarmRow</name>
    <message numerus="yes">
        <source>Round %1 (%2): %n missed twice since %3, first %4</source>
        <translation>
            <numerusform>Round %1 (%2): %n missed twice since %3: %4</numerusform>
            <numerusform>Round %1 (%2): %n missed twice since %3, first %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more rounds</source>
        <translation>
            <numerusform>%n more round</numerusform>
            <numerusform>%n more rounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n units absent since %2, first %3</source>
        <comment>roll call, clock, unit</comment>
        <translation>
            <numerusform>%1: %n unit absent since %2, first %3</numerusform>
            <numerusform>%1: %n units absent since %2, first %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::RoundSheet</name>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n posts</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::SheetFacts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::SignOnSheet</name>
    <message numerus="yes">
        <source>%1 %n more wrong tries lock.</source>
        <comment>sentence</comment>
        <translation>
            <numerusform>%1 %n more wrong try locks.</numerusform>
            <numerusform>%1 %n more wrong tries lock.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::StrengthBoard</name>
    <message numerus="yes">
        <source>%n places</source>
        <comment>of a surge roster</comment>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loans to %Ln places: %1 = %2 + %3</source>
        <comment>surge rosters; people, back, out</comment>
        <translation>
            <numerusform>Loans to %Ln place: %1 = %2 + %3</numerusform>
            <numerusform>Loans to %Ln places: %1 = %2 + %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::TileDelegate</name>
    <message numerus="yes">
        <source>%n new notes</source>
        <translation>
            <numerusform>%n new note</numerusform>
            <numerusform>%n new notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::Undoing</name>
    <message numerus="yes">
        <source>%n acts taken back; all stay in the trace</source>
        <translation>
            <numerusform>%n act taken back; it stays in the trace</numerusform>
            <numerusform>%n acts taken back; all stay in the trace</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::VisitSheet</name>
    <message numerus="yes">
        <source>Saved: a visit with %n findings, each ordered</source>
        <translation>
            <numerusform>Saved: a visit with %n findings, each ordered</numerusform>
            <numerusform>Saved: a visit with %n findings, each ordered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::WatchPage</name>
    <message numerus="yes">
        <source>Saved: report registered, %n orders issued</source>
        <translation>
            <numerusform>Saved: report registered, %n order issued</numerusform>
            <numerusform>Saved: report registered, %n orders issued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved on this desk, will be sent: report registered, %n orders issued</source>
        <translation>
            <numerusform>Saved on this desk, will be sent: report registered, %n order issued</numerusform>
            <numerusform>Saved on this desk, will be sent: report registered, %n orders issued</numerusform>
        </translation>
    </message>
</context>
</TS>
