<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>New report</source>
        <translation>新报</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>找</translation>
    </message>
    <message>
        <source>Remind unsigned</source>
        <translation>催未签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Close with result</source>
        <translation>填结果并结案</translation>
    </message>
    <message>
        <source>Do what the sheet is for</source>
        <translation>提交侧页</translation>
    </message>
    <message>
        <source>Put the sheet away</source>
        <translation>收起侧页</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>图上点</translation>
    </message>
    <message>
        <source>Second kind</source>
        <translation>改用第二类型</translation>
    </message>
    <message>
        <source>Third kind</source>
        <translation>改用第三类型</translation>
    </message>
    <message>
        <source>Issue the plan&apos;s orders with it</source>
        <translation>随报下达预案指令</translation>
    </message>
    <message>
        <source>Grade I</source>
        <translation>定 I 级</translation>
    </message>
    <message>
        <source>Grade II</source>
        <translation>定 II 级</translation>
    </message>
    <message>
        <source>Grade III</source>
        <translation>定 III 级</translation>
    </message>
    <message>
        <source>Grade IV</source>
        <translation>定 IV 级</translation>
    </message>
    <message>
        <source>Next unit leads</source>
        <translation>换下一单位牵头</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Sign on, hand over</source>
        <translation>签到、交接</translation>
    </message>
    <message>
        <source>Open the caller&apos;s contact</source>
        <translation>查看来电人联系方式</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>More time, suspend, resume</source>
        <translation>延期、挂账、恢复</translation>
    </message>
    <message>
        <source>Decide what an order waits for</source>
        <translation>裁定待办指令</translation>
    </message>
    <message>
        <source>Withdraw an order</source>
        <translation>撤单</translation>
    </message>
    <message>
        <source>Do not agree</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Order another unit instead</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Belongs together</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Early sign</source>
        <translation>苗头</translation>
    </message>
    <message>
        <source>Register, merge into the incident found</source>
        <translation>登记并并入查到的事项</translation>
    </message>
    <message>
        <source>The same, second incident found</source>
        <translation>同上，并入查到的第二件事项</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Group under</source>
        <translation>串并</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>移出串并</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>分离</translation>
    </message>
    <message>
        <source>No longer watched</source>
        <translation>不再观察</translation>
    </message>
    <message>
        <source>Plan card</source>
        <translation>预案卡</translation>
    </message>
    <message>
        <source>Report upwards</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>What is late, by harm</source>
        <translation>逾期清单（按危害排序）</translation>
    </message>
    <message>
        <source>Task force</source>
        <translation>专班</translation>
    </message>
    <message>
        <source>All task forces</source>
        <translation>全部专班</translation>
    </message>
    <message>
        <source>What waits for a decision</source>
        <translation>待研判清单</translation>
    </message>
    <message>
        <source>Back to the watch</source>
        <translation>回到值守</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督查</translation>
    </message>
    <message>
        <source>Unit scores</source>
        <translation>单位评分</translation>
    </message>
    <message>
        <source>Daily brief</source>
        <translation>值班要情</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Mute, hear again</source>
        <translation>静音、恢复声音</translation>
    </message>
    <message>
        <source>Own keys</source>
        <translation>本席按键</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>退出值守台</translation>
    </message>
    <message>
        <source>Confirm this alarm</source>
        <translation>确认这一条告警</translation>
    </message>
    <message>
        <source>Put this alarm aside</source>
        <translation>搁置这一条告警</translation>
    </message>
    <message>
        <source>Raise this alarm</source>
        <translation>这一条告警升级</translation>
    </message>
    <message>
        <source>Show all, without a view</source>
        <translation>显示全部，不用视图</translation>
    </message>
    <message>
        <source>Notes as a conversation, trace</source>
        <translation>交谈记事、轨迹</translation>
    </message>
    <message>
        <source>Put for decision</source>
        <translation>提交研判</translation>
    </message>
    <message>
        <source>Claim: under the own hand</source>
        <translation>认领，由本岗负责</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Sign for the order</source>
        <translation>签收指令</translation>
    </message>
    <message>
        <source>On the way, on scene</source>
        <translation>赶赴、到场</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Finish the order</source>
        <translation>指令办结</translation>
    </message>
    <message>
        <source>Return the order</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Who is on duty in the area</source>
        <translation>片区谁在岗</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>下一片区</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Decide to order nothing</source>
        <translation>研判后不下令</translation>
    </message>
    <message>
        <source>Count a goal</source>
        <translation>填目标进度</translation>
    </message>
    <message>
        <source>Write minutes</source>
        <translation>记纪要</translation>
    </message>
    <message>
        <source>Hand over command</source>
        <translation>移交指挥权</translation>
    </message>
    <message>
        <source>Change the task force</source>
        <translation>调整专班</translation>
    </message>
    <message>
        <source>End the task force</source>
        <translation>结束专班</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>in lists</source>
        <translation>列表中</translation>
    </message>
    <message>
        <source>an incident</source>
        <translation>事项详情</translation>
    </message>
    <message>
        <source>in a new report</source>
        <translation>新报中</translation>
    </message>
    <message>
        <source>in a sheet</source>
        <translation>表单中</translation>
    </message>
    <message>
        <source>in the command line</source>
        <translation>命令行中</translation>
    </message>
    <message>
        <source>Base map on, off</source>
        <translation>底图开关</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>Check-in rounds</source>
        <translation>点验</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Add a file as a layer</source>
        <translation>添加文件为图层</translation>
    </message>
    <message>
        <source>Who is responsible here</source>
        <translation>此处由谁负责</translation>
    </message>
    <message>
        <source>Copy the place&apos;s coordinates</source>
        <translation>复制此处坐标</translation>
    </message>
    <message>
        <source>Measure on the map</source>
        <translation>在地图上测量</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>班表</translation>
    </message>
    <message>
        <source>Board: only what is around the place</source>
        <translation>看板只看此处附近</translation>
    </message>
    <message>
        <source>Replay any moment</source>
        <translation>回放任意时刻</translation>
    </message>
    <message>
        <source>Wall on a whole screen</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>Change areas, approve changes of the plan</source>
        <translation>调整片区、审批预案变更</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>在地图上标绘</translation>
    </message>
    <message>
        <source>Show it on the map; a merged one: go where it is dealt with</source>
        <translation>在地图上看；已并入的，转到并入的事项</translation>
    </message>
    <message>
        <source>Unfold a group of late ones</source>
        <translation>展开一组逾期</translation>
    </message>
    <message>
        <source>Close the late list</source>
        <translation>关闭逾期清单</translation>
    </message>
    <message>
        <source>Roster: assign somebody</source>
        <translation>班表：安排人员</translation>
    </message>
    <message>
        <source>Roster: nobody here</source>
        <translation>班表：此格不排人</translation>
    </message>
    <message>
        <source>Roster: as the rotation says</source>
        <translation>班表：恢复轮值</translation>
    </message>
    <message>
        <source>Roster: swap two shifts</source>
        <translation>班表：换岗</translation>
    </message>
    <message>
        <source>Roster: somebody did not come</source>
        <translation>班表：有人未到岗</translation>
    </message>
    <message>
        <source>Roster: agree, as the second person</source>
        <translation>班表：同意（第二人）</translation>
    </message>
    <message>
        <source>Roster: refuse, with a reason</source>
        <translation>班表：不同意，写明理由</translation>
    </message>
    <message>
        <source>Roster: who is in charge of an area</source>
        <translation>班表：定片区负责人</translation>
    </message>
    <message>
        <source>Roster: lend people</source>
        <translation>班表：借调人员</translation>
    </message>
    <message>
        <source>Roster: take lent people back</source>
        <translation>班表：借调人员归还</translation>
    </message>
    <message>
        <source>Roster: copy the week before</source>
        <translation>班表：复制上周</translation>
    </message>
    <message>
        <source>Roster: undo</source>
        <translation>班表：撤回</translation>
    </message>
    <message>
        <source>Roster: next gap or conflict</source>
        <translation>班表：下一处缺岗或冲突</translation>
    </message>
    <message>
        <source>Roster: my area only</source>
        <translation>班表：只看我的片区</translation>
    </message>
    <message>
        <source>Roster: who is on call</source>
        <translation>班表：问值班电话</translation>
    </message>
    <message>
        <source>Roster: calendar of the unit (.ics)</source>
        <translation>班表：导出本单位日历（.ics）</translation>
    </message>
    <message>
        <source>Roster: import a sheet</source>
        <translation>班表：导入班表</translation>
    </message>
    <message>
        <source>Roster: today</source>
        <translation>班表：回到今天</translation>
    </message>
    <message>
        <source>Roster: earlier days</source>
        <translation>班表：往前翻</translation>
    </message>
    <message>
        <source>Roster: later days</source>
        <translation>班表：往后翻</translation>
    </message>
    <message>
        <source>Roster: a week</source>
        <translation>班表：看一周</translation>
    </message>
    <message>
        <source>Roster: a day</source>
        <translation>班表：看一天</translation>
    </message>
    <message>
        <source>Roster: a month</source>
        <translation>班表：看一月</translation>
    </message>
    <message>
        <source>Roster: the first planner&apos;s version counts</source>
        <translation>班表：以第一版为准</translation>
    </message>
    <message>
        <source>Roster: the second planner&apos;s version counts</source>
        <translation>班表：以第二版为准</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>Led cases</source>
        <translation>包案</translation>
    </message>
    <message>
        <source>Inspection visits</source>
        <translation>督查走访</translation>
    </message>
    <message>
        <source>New campaign, case or visit</source>
        <translation>新专项、新包案、新走访</translation>
    </message>
    <message>
        <source>Campaign: import more rows</source>
        <translation>专项：继续导入</translation>
    </message>
    <message>
        <source>Campaign: late ones only, all</source>
        <translation>专项：只看逾期，看全部</translation>
    </message>
    <message>
        <source>Campaign: filter its items</source>
        <translation>专项：筛选条目</translation>
    </message>
    <message>
        <source>Campaign: chosen items are done</source>
        <translation>专项：所选条目办结</translation>
    </message>
    <message>
        <source>Campaign: open chosen items again</source>
        <translation>专项：所选条目重新办理</translation>
    </message>
    <message>
        <source>Campaign: chosen items are void; case: saw to it</source>
        <translation>专项：所选条目作废；包案：已过问</translation>
    </message>
    <message>
        <source>Led case: next stage</source>
        <translation>包案：进入下一阶段</translation>
    </message>
    <message>
        <source>Led case: stage back</source>
        <translation>包案：退回上一阶段</translation>
    </message>
    <message>
        <source>Led case: remind its leader</source>
        <translation>包案：催办</translation>
    </message>
    <message>
        <source>Led case: another leader</source>
        <translation>包案：换领导</translation>
    </message>
    <message>
        <source>Open the case or the finding; only this unit</source>
        <translation>打开包案或问题；只看该单位</translation>
    </message>
    <message>
        <source>Scores: the rows of a figure</source>
        <translation>评分：看数字的明细</translation>
    </message>
    <message>
        <source>Scores: sort by this column</source>
        <translation>评分：按此列排序</translation>
    </message>
    <message>
        <source>Scores: times of the next step</source>
        <translation>评分：看下一步用时</translation>
    </message>
    <message>
        <source>Scores: recompute from the log</source>
        <translation>评分：由日志重算</translation>
    </message>
    <message>
        <source>Scores: export</source>
        <translation>评分：导出</translation>
    </message>
    <message>
        <source>Brief: draft it anew</source>
        <translation>要情：重新起草</translation>
    </message>
    <message>
        <source>Brief: copy the text</source>
        <translation>要情：复制全文</translation>
    </message>
    <message>
        <source>Brief: save as text</source>
        <translation>要情：存为文本</translation>
    </message>
    <message>
        <source>Brief: PDF</source>
        <translation>要情：打印（PDF）</translation>
    </message>
    <message>
        <source>Handover: write it, hand over, take over</source>
        <translation>交接：成稿、交班、接班</translation>
    </message>
    <message>
        <source>Handover: this row is read</source>
        <translation>交接：此行已读</translation>
    </message>
    <message>
        <source>Handover: next unread red row</source>
        <translation>交接：下一条未读红项</translation>
    </message>
    <message>
        <source>Handover: a line for the next shift</source>
        <translation>交接：给下一班写一条</translation>
    </message>
    <message>
        <source>Handover: a promise by phone</source>
        <translation>交接：电话承诺</translation>
    </message>
    <message>
        <source>Handover: send it back</source>
        <translation>交接：退回</translation>
    </message>
    <message>
        <source>Handover: PDF</source>
        <translation>交接：打印（PDF）</translation>
    </message>
    <message>
        <source>Round: start a new one</source>
        <translation>点验：新一轮</translation>
    </message>
    <message>
        <source>Round: this post has answered</source>
        <translation>点验：该岗已答到</translation>
    </message>
    <message>
        <source>Round: answered on its behalf</source>
        <translation>点验：代答</translation>
    </message>
    <message>
        <source>Round: next post that has not answered</source>
        <translation>点验：下一个未答到的岗</translation>
    </message>
    <message>
        <source>Round: only posts that have not answered</source>
        <translation>点验：只看未答到的岗</translation>
    </message>
    <message>
        <source>Replay: an entry back</source>
        <translation>回放：上一条</translation>
    </message>
    <message>
        <source>Replay: an entry on</source>
        <translation>回放：下一条</translation>
    </message>
    <message>
        <source>Replay: a minute back</source>
        <translation>回放：退一分钟</translation>
    </message>
    <message>
        <source>Replay: a minute on</source>
        <translation>回放：进一分钟</translation>
    </message>
    <message>
        <source>Replay: an hour back</source>
        <translation>回放：退一小时</translation>
    </message>
    <message>
        <source>Replay: an hour on</source>
        <translation>回放：进一小时</translation>
    </message>
    <message>
        <source>Replay: the first entry</source>
        <translation>回放：到最早</translation>
    </message>
    <message>
        <source>Replay: the last entry</source>
        <translation>回放：到最新</translation>
    </message>
    <message>
        <source>Replay: a shorter stretch of time</source>
        <translation>回放：放大时间轴</translation>
    </message>
    <message>
        <source>Replay: a longer stretch of time</source>
        <translation>回放：缩小时间轴</translation>
    </message>
    <message>
        <source>Replay: compare two moments</source>
        <translation>回放：对比两个时刻</translation>
    </message>
    <message>
        <source>Replay: go to a typed moment</source>
        <translation>回放：跳到指定时刻</translation>
    </message>
    <message>
        <source>Replay: back to now</source>
        <translation>回放：回到现在</translation>
    </message>
    <message>
        <source>in the late list</source>
        <translation>逾期清单</translation>
    </message>
    <message>
        <source>in the roster</source>
        <translation>班表</translation>
    </message>
    <message>
        <source>in supervision</source>
        <translation>督查页</translation>
    </message>
    <message>
        <source>in scores, brief</source>
        <translation>评分、要情</translation>
    </message>
    <message>
        <source>in the handover</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>in a round</source>
        <translation>点验</translation>
    </message>
    <message>
        <source>in the replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Video of the place</source>
        <translation>现场视频</translation>
    </message>
    <message>
        <source>Name an online map</source>
        <translation>添加在线地图</translation>
    </message>
    <message>
        <source>Scan a page and attach it</source>
        <translation>扫描一页并附上</translation>
    </message>
    <message>
        <source>Roll call: begin, in the plan&apos;s order</source>
        <translation>点名：按预案顺序开始</translation>
    </message>
    <message>
        <source>Roll call: begin, in a drawn order</source>
        <translation>点名：抽签顺序开始</translation>
    </message>
    <message>
        <source>Roll call: no answer, once more</source>
        <translation>点名：无应答、再叫</translation>
    </message>
    <message>
        <source>Roll call: a line of what it reports</source>
        <translation>点名：记一句上报</translation>
    </message>
    <message>
        <source>Roll call: make a matter of the line</source>
        <translation>点名：上报立为事项</translation>
    </message>
    <message>
        <source>Roll call: the line is for decision</source>
        <translation>点名：列入研判</translation>
    </message>
    <message>
        <source>Roll call: minutes</source>
        <translation>点名：纪要</translation>
    </message>
    <message>
        <source>Handover: enter a drill</source>
        <translation>交接单：排演练</translation>
    </message>
    <message>
        <source>Handover: the incoming chief agrees to a drill</source>
        <translation>交接单：接班值班长同意演练</translation>
    </message>
    <message>
        <source>Handover: a drill begins</source>
        <translation>交接单：演练开始</translation>
    </message>
    <message>
        <source>Handover: an endpoint is down</source>
        <translation>交接单：终端断线</translation>
    </message>
    <message>
        <source>Handover: the row is settled</source>
        <translation>交接单：办结此行</translation>
    </message>
    <message>
        <source>Handover: this desk is the other side</source>
        <translation>交接单：本席换到另一方</translation>
    </message>
    <message>
        <source>Command line, to find</source>
        <translation>命令行查找</translation>
    </message>
    <message>
        <source>State counts that must balance</source>
        <translation>报数，须账平</translation>
    </message>
    <message>
        <source>Make it the final report, and back</source>
        <translation>改为终报，再按改回</translation>
    </message>
    <message>
        <source>Roster: ask for a substitute</source>
        <translation>班表：请替班</translation>
    </message>
    <message>
        <source>Roster: whether a post is there</source>
        <translation>班表：填在岗情况</translation>
    </message>
    <message>
        <source>Roster: strength by unit or by place</source>
        <translation>班表：人力按单位或按地点</translation>
    </message>
</context>
<context>
    <name>AlarmWords</name>
    <message>
        <source>%1 %2</source>
        <comment>number, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unit, late step</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 (limit %3)</source>
        <comment>unit, late step</comment>
        <translation>%1 %2（限 %3）</translation>
    </message>
    <message>
        <source>not chased yet</source>
        <translation>尚未催办</translation>
    </message>
    <message>
        <source>chased once</source>
        <translation>已催办 1 次</translation>
    </message>
    <message numerus="yes">
        <source>chased %n times</source>
        <translation>
            <numerusform>已催办 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <comment>chased twice, clock</comment>
        <translation>%1，末次 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, over since %3</source>
        <comment>unit, step that was late, clock</comment>
        <translation>%1 %2，%3 已消除</translation>
    </message>
    <message>
        <source>%1&apos;s turn</source>
        <comment>a post: nobody above it</comment>
        <translation>轮到%1</translation>
    </message>
    <message>
        <source>%1&apos;s turn, %2 goes up to %3</source>
        <comment>post, clock, post</comment>
        <translation>轮到%1，%2 升级至%3</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>balanced</source>
        <translation>账平</translation>
    </message>
    <message>
        <source>%1 unaccounted for</source>
        <translation>差 %1</translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation>多 %1</translation>
    </message>
</context>
<context>
    <name>CareWords</name>
    <message>
        <source>in order</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <comment>in order · 5 of 5</comment>
        <translation>%1 · %3 处中合格 %2</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Say how long, as 2h or 3d.</source>
        <translation>写明多久，如 2h 或 3d。</translation>
    </message>
    <message>
        <source>Say ok or fail, then 4/5 when samples were drawn.</source>
        <translation>写明合格或不合格，抽查时再写 4/5。</translation>
    </message>
    <message>
        <source>No order here waits for this.</source>
        <translation>没有指令等待此项操作。</translation>
    </message>
    <message>
        <source>Name the unit: %1</source>
        <comment>candidates</comment>
        <translation>写明单位：%1</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between candidates</comment>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>CellFacts</name>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <comment>name, from, until</comment>
        <translation>%1 %2–%3</translation>
    </message>
    <message>
        <source>Nobody is planned.</source>
        <translation>无人排班。</translation>
    </message>
    <message>
        <source>Phone %1</source>
        <translation>电话 %1</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Presence: %1 (%2)</source>
        <translation>在岗情况：%1（%2）</translation>
    </message>
    <message>
        <source>Swap asked: %1 with %2 (%3)</source>
        <translation>申请换岗：%1 与 %2（%3）</translation>
    </message>
    <message>
        <source>Did not come: %1 (%2)</source>
        <translation>未到岗：%1（%2）</translation>
    </message>
    <message>
        <source>Substitute asked for %1 (%2)</source>
        <translation>申请替班：%1（%2）</translation>
    </message>
    <message>
        <source>Stands in: %1</source>
        <translation>顶岗：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>事由：%1</translation>
    </message>
    <message>
        <source>Planned by name: %1</source>
        <translation>人工排班：%1</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>number, names, who and when</comment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>post, when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>My area: %1 %2</source>
        <comment>number, name</comment>
        <translation>我的片区：%1 %2</translation>
    </message>
    <message>
        <source>In charge: %1, deputy: %2</source>
        <translation>把口领导：%1，副职：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>On duty: %1: %2</source>
        <comment>post, names</comment>
        <translation>在岗：%1：%2</translation>
    </message>
    <message>
        <source>Open incidents: %1</source>
        <translation>在办事项：%1</translation>
    </message>
    <message>
        <source>· %1 %2</source>
        <comment>number, title of an incident</comment>
        <translation>· %1 %2</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>Due today: %1</source>
        <translation>今日到期：%1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>已承诺：%1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Nothing promised is open.</source>
        <translation>没有未兑现的承诺。</translation>
    </message>
    <message>
        <source>as the rotation says</source>
        <comment>who is planned</comment>
        <translation>按轮值</translation>
    </message>
    <message>
        <source>this desk</source>
        <comment>whose edit</comment>
        <translation>本席</translation>
    </message>
    <message>
        <source>another desk</source>
        <comment>whose edit</comment>
        <translation>另一席</translation>
    </message>
    <message>
        <source>Shift %1 of %2 of this day: %3</source>
        <translation>当日第 %1 班，共 %2 班：%3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>valid from, until</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <comment>valid</comment>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>In charge: %1, as the plan has it</source>
        <translation>把口领导：%1（按预案）</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>还有 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 teams: %4</source>
        <comment>mode, there, needed, who</comment>
        <translation>%1：应 %3 组，有 %2 组：%4</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>报告</translation>
    </message>
    <message numerus="yes">
        <source>%n more entries</source>
        <translation>
            <numerusform>新增 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>no longer on the board</source>
        <translation>已不在看板上</translation>
    </message>
    <message>
        <source>nothing has changed between these moments</source>
        <translation>两个时刻之间没有变化</translation>
    </message>
    <message>
        <source>became late</source>
        <translation>变为逾期</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>find</source>
        <comment>act</comment>
        <translation>查找</translation>
    </message>
    <message>
        <source>order</source>
        <comment>act</comment>
        <translation>派</translation>
    </message>
    <message>
        <source>who is on duty</source>
        <comment>act</comment>
        <translation>问在岗</translation>
    </message>
    <message>
        <source>remind</source>
        <comment>act</comment>
        <translation>催办</translation>
    </message>
    <message>
        <source>note</source>
        <comment>act</comment>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>sign for</source>
        <comment>act</comment>
        <translation>签收</translation>
    </message>
    <message>
        <source>moving</source>
        <comment>act</comment>
        <translation>赶赴</translation>
    </message>
    <message>
        <source>on scene</source>
        <comment>act</comment>
        <translation>到场</translation>
    </message>
    <message>
        <source>feedback</source>
        <comment>act</comment>
        <translation>反馈</translation>
    </message>
    <message>
        <source>finish the order</source>
        <comment>act</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>return the order</source>
        <comment>act</comment>
        <translation>退单</translation>
    </message>
    <message>
        <source>close the incident</source>
        <comment>act</comment>
        <translation>结案</translation>
    </message>
    <message>
        <source>go to</source>
        <comment>act</comment>
        <translation>转到</translation>
    </message>
    <message>
        <source>ask for more time</source>
        <comment>act</comment>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>ask to suspend</source>
        <comment>act</comment>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>resume</source>
        <comment>act</comment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>agree</source>
        <comment>act</comment>
        <translation>同意</translation>
    </message>
    <message>
        <source>do not agree</source>
        <comment>act</comment>
        <translation>不同意</translation>
    </message>
    <message>
        <source>withdraw the order</source>
        <comment>act</comment>
        <translation>撤单</translation>
    </message>
    <message>
        <source>recheck</source>
        <comment>act</comment>
        <translation>复核</translation>
    </message>
    <message>
        <source>merge into</source>
        <comment>act</comment>
        <translation>并入</translation>
    </message>
    <message>
        <source>group under</source>
        <comment>act</comment>
        <translation>串并到</translation>
    </message>
    <message>
        <source>separate</source>
        <comment>act</comment>
        <translation>分离</translation>
    </message>
    <message>
        <source>early sign</source>
        <comment>act</comment>
        <translation>苗头</translation>
    </message>
    <message>
        <source>start games time</source>
        <comment>act</comment>
        <translation>转入赛时</translation>
    </message>
    <message>
        <source>back to normal times</source>
        <comment>act</comment>
        <translation>转回平时</translation>
    </message>
    <message>
        <source>plan card</source>
        <comment>act</comment>
        <translation>预案卡</translation>
    </message>
    <message>
        <source>task force</source>
        <comment>act</comment>
        <translation>专班</translation>
    </message>
    <message>
        <source>hand over command</source>
        <comment>act</comment>
        <translation>移交指挥权</translation>
    </message>
    <message>
        <source>write minutes</source>
        <comment>act</comment>
        <translation>记纪要</translation>
    </message>
    <message>
        <source>put for decision</source>
        <comment>act</comment>
        <translation>提交研判</translation>
    </message>
    <message>
        <source>narrow the board</source>
        <comment>act</comment>
        <translation>筛选看板</translation>
    </message>
    <message>
        <source>view of the board</source>
        <comment>act</comment>
        <translation>看板视图</translation>
    </message>
    <message>
        <source>note satisfaction</source>
        <comment>act</comment>
        <translation>记满意度</translation>
    </message>
    <message>
        <source>report upwards</source>
        <comment>act</comment>
        <translation>上报</translation>
    </message>
    <message>
        <source>file the final report</source>
        <comment>act</comment>
        <translation>报送终报</translation>
    </message>
    <message>
        <source>state counts</source>
        <comment>act</comment>
        <translation>报数</translation>
    </message>
    <message>
        <source>take it under the own hand</source>
        <comment>act</comment>
        <translation>认领</translation>
    </message>
    <message>
        <source>Type it as: pupils 1,354 = moved 1,235 + refunded 119</source>
        <translation>格式：学员 1,354 = 转学 1,235 + 退费 119</translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message>
        <source>show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>a limit</comment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>sign-for</source>
        <comment>limit</comment>
        <translation>签收</translation>
    </message>
    <message>
        <source>on scene</source>
        <comment>limit</comment>
        <translation>到场</translation>
    </message>
    <message>
        <source>done</source>
        <comment>limit</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>牵头</translation>
    </message>
    <message>
        <source>%1 (as before)</source>
        <comment>lead unit</comment>
        <translation>%1（沿用）</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between candidates</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>act</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不可办</translation>
    </message>
    <message>
        <source>Begin with order, ?, remind, note, or a number.</source>
        <translation>请以派、问、催、记或编号开头。</translation>
    </message>
    <message>
        <source>Select an incident, or put its number in front.</source>
        <translation>请先选事项，或在前面写编号。</translation>
    </message>
    <message>
        <source>No incident with this number is on the board.</source>
        <translation>列表中没有这个编号。</translation>
    </message>
    <message>
        <source>Name at least one unit.</source>
        <translation>请至少写一个单位。</translation>
    </message>
    <message>
        <source>No unit has this name.</source>
        <translation>没有这个单位。</translation>
    </message>
    <message>
        <source>Add m, h or d to the number.</source>
        <translation>数字后请加分、时或天。</translation>
    </message>
    <message>
        <source>Name a unit, an area or a street.</source>
        <translation>请写单位、片区或街道。</translation>
    </message>
    <message>
        <source>Nobody in the plan has this name.</source>
        <translation>预案中没有这个名称。</translation>
    </message>
    <message>
        <source>Every order here is signed for.</source>
        <translation>此事项的指令都已签收。</translation>
    </message>
    <message>
        <source>Your unit has no order here that waits for this.</source>
        <translation>本单位在此没有待走这一步的指令。</translation>
    </message>
    <message>
        <source>Write what it says.</source>
        <translation>请写明内容。</translation>
    </message>
    <message>
        <source>This act takes no words.</source>
        <translation>这个动作不带文字。</translation>
    </message>
    <message numerus="yes">
        <source>issue %n orders</source>
        <translation>
            <numerusform>下达 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remind %n units</source>
        <translation>
            <numerusform>催 %n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>copy the number</source>
        <translation>复制号码</translation>
    </message>
    <message numerus="yes">
        <source>%n orders issued for %1</source>
        <translation>
            <numerusform>%1 已下达 %n 条指令</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units reminded, %1</source>
        <translation>
            <numerusform>%1 已催办 %n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Note saved, %1</source>
        <translation>%1 已记一笔</translation>
    </message>
    <message>
        <source>Incident %1 closed</source>
        <translation>%1 已结案</translation>
    </message>
    <message>
        <source>Saved: %1, %2</source>
        <comment>act, number</comment>
        <translation>已保存：%2 %1</translation>
    </message>
    <message>
        <source>look at it before it is done</source>
        <translation>先看清单，再确认</translation>
    </message>
    <message>
        <source>says</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Type a score from 1, not content, to 5.</source>
        <translation>请填 1（不满意）到 5 的分数。</translation>
    </message>
    <message>
        <source>on duty at</source>
        <comment>a moment</comment>
        <translation>何时在岗</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>核账</translation>
    </message>
    <message>
        <source>Nothing has been reported yet: begin with the first report.</source>
        <translation>尚未上报，请先报初报。</translation>
    </message>
</context>
<context>
    <name>ConsoleApp</name>
    <message>
        <source>This machine is no desk yet. Start the console where somebody can type what headquarters&apos; slip says, or with --sample.</source>
        <translation>本机尚未登记为席位。请在有人值守时启动，按总值班台的登记单输入；或用 --sample 启动示例。</translation>
    </message>
</context>
<context>
    <name>CoverageShapes</name>
    <message>
        <source>%1 min, in areas over %2 km² %3 min, from the points of added layers</source>
        <translation>%1 分钟（%2 km² 以上片区 %3 分钟），以已加图层各点为起点</translation>
    </message>
    <message>
        <source>Straight line, road × %1: %2</source>
        <comment>factor, times</comment>
        <translation>按直线，路程系数 %1：%2</translation>
    </message>
    <message>
        <source>By road network (%1, %2): %3</source>
        <comment>name, date, times</comment>
        <translation>按路网（%1，%2）：%3</translation>
    </message>
    <message numerus="yes">
        <source>straight line for %n points with no road within %1 m</source>
        <translation>
            <numerusform>%1 米内没有道路的 %n 处仍按直线</numerusform>
        </translation>
    </message>
    <message>
        <source>assumed: %1 % of the permitted speed, %2 m on foot beside the road</source>
        <translation>车速按限速的 %1 %，路旁步行 %2 米</translation>
    </message>
    <message>
        <source>%1, by road network (%2, %3, © OpenStreetMap)</source>
        <comment>layer, name, date</comment>
        <translation>%1，按路网（%2，%3，© OpenStreetMap）</translation>
    </message>
    <message>
        <source>%1, straight line</source>
        <comment>layer</comment>
        <translation>%1，按直线</translation>
    </message>
    <message>
        <source>Road network %1 cannot be used: %2</source>
        <translation>路网 %1 无法使用：%2</translation>
    </message>
</context>
<context>
    <name>DecideWords</name>
    <message>
        <source>Decide on time</source>
        <translation>裁定延期</translation>
    </message>
    <message>
        <source>%1 asked at %2 for %3 more: %4</source>
        <comment>who, clock, length, reason</comment>
        <translation>%1于 %2 申请延期 %3：%4</translation>
    </message>
    <message>
        <source>%1 asked at %2 to suspend for %3: %4</source>
        <comment>who, clock, length, reason</comment>
        <translation>%1于 %2 申请挂账 %3：%4</translation>
    </message>
    <message>
        <source>%1 (at first %2)</source>
        <comment>16:00 → 18:00, the limit it had at first</comment>
        <translation>%1（原时限 %2）</translation>
    </message>
    <message>
        <source>words with it; needed when you do not agree</source>
        <translation>批语；不同意时必填</translation>
    </message>
    <message>
        <source>Agree: %1 more</source>
        <comment>length</comment>
        <translation>同意延期 %1</translation>
    </message>
    <message>
        <source>Agree: suspend for %1</source>
        <comment>length</comment>
        <translation>同意挂账 %1</translation>
    </message>
    <message>
        <source>do not agree</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Decide on the return</source>
        <translation>裁定退单</translation>
    </message>
    <message>
        <source>%1 returned it at %2: %3</source>
        <comment>unit, clock, reason</comment>
        <translation>%1于 %2 退单：%3</translation>
    </message>
    <message>
        <source>It is return number %1: the duty chief decides.</source>
        <translation>这是第 %1 次退单，由值班长裁定。</translation>
    </message>
    <message>
        <source>Until it is decided, the matter is still that of %1.</source>
        <comment>unit</comment>
        <translation>裁定之前仍由%1负责。</translation>
    </message>
    <message>
        <source>whose matter it is, and why</source>
        <translation>归属哪个单位，为什么</translation>
    </message>
    <message>
        <source>Accept the return</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>back to %1</source>
        <comment>unit</comment>
        <translation>驳回%1</translation>
    </message>
    <message>
        <source>Recheck the result</source>
        <translation>复核办结结果</translation>
    </message>
    <message>
        <source>%1 finished it at %2: %3</source>
        <comment>unit, clock, result</comment>
        <translation>%1于 %2 办结：%3</translation>
    </message>
    <message>
        <source>Rechecks before, not in order: %1</source>
        <translation>此前复核不合格 %1 次</translation>
    </message>
    <message>
        <source>what was found</source>
        <translation>复核发现了什么</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unit, text of its order</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Drawings</name>
    <message>
        <source>Road closed</source>
        <translation>道路封闭</translation>
    </message>
    <message>
        <source>Way in</source>
        <translation>进入路线</translation>
    </message>
    <message>
        <source>Cordon</source>
        <translation>警戒区</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>危险处</translation>
    </message>
    <message>
        <source>Gathering point</source>
        <translation>集结点</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>words on the map</comment>
        <translation>注记</translation>
    </message>
</context>
<context>
    <name>Drills</name>
    <message>
        <source>Drill running</source>
        <translation>演练进行中</translation>
    </message>
    <message>
        <source>Drill planned</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>%1 · %2 · since %3</source>
        <comment>drill running, name, clock</comment>
        <translation>%1 · %2 · %3 开始</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>drill planned, name, clock</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>%1 left</source>
        <comment>16:53 left</comment>
        <translation>余 %1</translation>
    </message>
    <message>
        <source>%1 h %2 left</source>
        <comment>hours, minutes</comment>
        <translation>余 %1 时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h left</source>
        <comment>days, hours</comment>
        <translation>余 %1 天 %2 时</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>04:12 late</comment>
        <translation>逾 %1</translation>
    </message>
    <message>
        <source>%1 h %2 late</source>
        <comment>hours, minutes</comment>
        <translation>逾 %1 时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h late</source>
        <comment>days, hours</comment>
        <translation>逾 %1 天 %2 时</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step, countdown: sign-for 04:12 late</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>age: hours, minutes</comment>
        <translation>%1 时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>age: days, hours</comment>
        <translation>%1 天 %2 时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a limit</comment>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>a limit</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>a limit</comment>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>a limit: hours, minutes</comment>
        <translation>%1 时 %2 分</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format of QLocale: Thu 17 Oct</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>short date before a clock: Fri 18 Oct</comment>
        <translation>MM-dd ddd</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, clock: Fri 18 Oct 14:23</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n workdays</source>
        <comment>a limit</comment>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of work</source>
        <comment>a limit: 2 h of work</comment>
        <translation>工作时间 %1</translation>
    </message>
</context>
<context>
    <name>DutyWords</name>
    <message>
        <source>until %1</source>
        <comment>end of a shift: 20:30</comment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>nobody on duty</source>
        <translation>无人在岗</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>no duty post in the plan</source>
        <translation>预案未设值班岗</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>post, on duty, phone</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 (by the plan)</source>
        <comment>who is on duty, a phone</comment>
        <translation>%1（按预案）</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The program has a fault here. Go on by phone and paper, and tell the administrator the time.</source>
        <translation>程序此处出错。请改用电话和纸笔继续，并把时间告诉管理员。</translation>
    </message>
    <message>
        <source>This is no longer there. Refresh the list and choose again.</source>
        <translation>此项已不存在。请刷新列表后重选。</translation>
    </message>
    <message>
        <source>A value in this form cannot be right. Check the marked field and try again.</source>
        <translation>表中有一项填得不对。请核对标出的一栏后再试。</translation>
    </message>
    <message>
        <source>The disk did not answer. Try again; if it fails twice, move to another desk and call the administrator.</source>
        <translation>磁盘没有响应。请再试；两次不成就换席位，并联系管理员。</translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved. Free space or move to another desk, then try again.</source>
        <translation>磁盘已满；没有保存。请腾出空间或换席位后再试。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消；未作改动。</translation>
    </message>
    <message>
        <source>There is no operation plan in this folder. Choose the folder that holds plan.toml.</source>
        <translation>此文件夹中没有预案。请选择 plan.toml 所在的文件夹。</translation>
    </message>
    <message>
        <source>The operation plan has faults and was not opened. Correct the listed lines and open it again.</source>
        <translation>预案有错误，没有打开。请改正所列各行后重新打开。</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that it exists and that you may open it.</source>
        <translation>文件读不出来。请确认文件存在且有权打开。</translation>
    </message>
    <message>
        <source>The file is damaged or of another kind. Ask its sender for a new copy.</source>
        <translation>文件损坏或格式不符。请让发送方重发一份。</translation>
    </message>
    <message>
        <source>This incident is not known here. Wait until the data is current, or check its number.</source>
        <translation>本席没有这件事项。请等数据补齐，或核对编号。</translation>
    </message>
    <message>
        <source>This order is not known here. Wait until the data is current, then look again.</source>
        <translation>本席没有这条指令。请等数据补齐后再看。</translation>
    </message>
    <message>
        <source>No unit has this name or code. Choose one from the list.</source>
        <translation>没有这个单位名称或代码。请从列表中选择。</translation>
    </message>
    <message>
        <source>The incident is closed. Reopen it first, or report a new one.</source>
        <translation>事项已结案。请先重新打开，或另行新报。</translation>
    </message>
    <message>
        <source>Steps are still open. Finish or withdraw them, then close.</source>
        <translation>还有步骤未完。请先办结或撤销，再结案。</translation>
    </message>
    <message>
        <source>This is already done. Look at the trace for who did it and when.</source>
        <translation>此项已经办过。何人何时所办，请看轨迹。</translation>
    </message>
    <message>
        <source>The order is already signed for. Go on with the next step.</source>
        <translation>指令已签收。请继续下一步。</translation>
    </message>
    <message>
        <source>The order belongs to another unit. Ask that unit, or answer for it by phone.</source>
        <translation>这条指令属于其他单位。请联系该单位，或电话代答。</translation>
    </message>
    <message>
        <source>Your post may not do this. Ask the duty chief.</source>
        <translation>本岗无权办理。请报值班长。</translation>
    </message>
    <message>
        <source>Something required is empty. Fill in the marked field.</source>
        <translation>有必填项空着。请填写标出的一栏。</translation>
    </message>
    <message>
        <source>This time limit is outside what the plan allows. Choose one in the range shown.</source>
        <translation>时限超出预案允许的范围。请在所示范围内选择。</translation>
    </message>
    <message>
        <source>This came from a newer program and is kept unread. Update this desk to see it.</source>
        <translation>此项来自更新的版本，暂存未读。请升级本席后查看。</translation>
    </message>
    <message>
        <source>There is nothing to correct here. Choose the entry that you want to change.</source>
        <translation>此处没有可更正的内容。请选择要改的那一条。</translation>
    </message>
    <message>
        <source>The numbers do not add up. Correct them until the sum fits, or give the reason for the difference.</source>
        <translation>数字账不平。请改到相符，或写明差额原因。</translation>
    </message>
    <message>
        <source>The data is damaged. Ask for it to be sent again.</source>
        <translation>数据已损坏。请让对方重发。</translation>
    </message>
    <message>
        <source>The log does not join up; part of it may have been changed. Stop using this copy and call the administrator.</source>
        <translation>日志接不上；其中一段可能被改动。请停用这份日志并联系管理员。</translation>
    </message>
    <message>
        <source>The signature is not valid. Do not rely on this data, and call the administrator.</source>
        <translation>签名无效。请勿采信这些数据，并联系管理员。</translation>
    </message>
    <message>
        <source>This was written by a newer version. Update this desk, then open it again.</source>
        <translation>此项由更新的版本写成。请升级本席后再打开。</translation>
    </message>
    <message>
        <source>The desk&apos;s files cannot be opened. Check the data folder, or move to another desk.</source>
        <translation>本席文件打不开。请检查数据文件夹，或换席位。</translation>
    </message>
    <message>
        <source>The desk&apos;s files are damaged. Restore them from headquarters; unsent acts are kept apart.</source>
        <translation>本席文件已损坏。请从总值班台恢复；未发的操作另行保存。</translation>
    </message>
    <message>
        <source>The desk&apos;s files belong to a newer version. Start that version, or update this desk.</source>
        <translation>本席文件属于更新的版本。请启动该版本，或升级本席。</translation>
    </message>
    <message>
        <source>Another console is using these files. Close it first.</source>
        <translation>另一个值守台正在使用这些文件。请先关闭它。</translation>
    </message>
    <message>
        <source>Not saved: writing failed. Note this act on paper and try again; if it fails, move to another desk.</source>
        <translation>没有保存，写入失败。请先记在纸上再试；仍不成就换席位。</translation>
    </message>
    <message>
        <source>Headquarters and this desk could not be brought together. It is tried again by itself; call the administrator if this stays for five minutes.</source>
        <translation>本席与总值班台的数据没有对上。系统会自动重试；五分钟仍不成，请联系管理员。</translation>
    </message>
    <message>
        <source>There is no link to headquarters. Your work is saved here and is sent when the link returns; use the phone for what is urgent.</source>
        <translation>与总值班台断线。操作已存本席，联通后发出；急事请打电话。</translation>
    </message>
    <message>
        <source>Headquarters refused the connection. Check the address, and ask the administrator whether this desk is enrolled.</source>
        <translation>总值班台拒绝接入。请核对地址，并向管理员确认本席是否已登记。</translation>
    </message>
    <message>
        <source>The other side could not prove that it is headquarters. Do not go on; call the administrator.</source>
        <translation>对方无法证明是总值班台。请停止操作并联系管理员。</translation>
    </message>
    <message>
        <source>The network port is in use by another program. Close that program, or choose another port.</source>
        <translation>网络端口被其他程序占用。请关闭该程序，或换一个端口。</translation>
    </message>
    <message>
        <source>Headquarters runs another version of the program. Update this desk.</source>
        <translation>总值班台的程序版本不同。请升级本席。</translation>
    </message>
    <message>
        <source>The enrolment code is wrong. Type it again exactly as printed.</source>
        <translation>登记码不对。请照打印的原样重新输入。</translation>
    </message>
    <message>
        <source>The enrolment code has run out. Ask the administrator for a new one.</source>
        <translation>登记码已过期。请向管理员要新的。</translation>
    </message>
    <message>
        <source>This desk&apos;s right to connect was withdrawn. Move to another desk and call the administrator.</source>
        <translation>本席的接入权已被收回。请换席位并联系管理员。</translation>
    </message>
    <message>
        <source>Two different copies of this desk&apos;s log exist. Stop working here and call the administrator.</source>
        <translation>本席日志出现两份不同的副本。请停止在此操作并联系管理员。</translation>
    </message>
    <message>
        <source>Headquarters is busy. The act is kept and is tried again by itself; wait a moment.</source>
        <translation>总值班台正忙。操作已留存，会自动重试；请稍候。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, place in a file</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This desk&apos;s files are protected. Start it again and give its passphrase.</source>
        <translation>本席位文件受口令保护。请重新启动并输入口令。</translation>
    </message>
    <message>
        <source>Nobody has signed on here whom headquarters knows. Press F4 and sign on with a link to headquarters.</source>
        <translation>本席位没有总值班台认可的签到。请按 F4，在联网时签到。</translation>
    </message>
    <message>
        <source>The shift is over, and its rights with it. Press F4 and sign on again.</source>
        <translation>班次已结束，权限随之终止。请按 F4 重新签到。</translation>
    </message>
    <message>
        <source>The person or the password is not right. Try again.</source>
        <translation>人员或密码不对，请再试一次。</translation>
    </message>
    <message>
        <source>Locked at this desk after too many wrong passwords. Ask the duty chief or the administrator to unlock.</source>
        <translation>密码输错次数过多，已在本席位锁定。请值班长或系统管理员解锁。</translation>
    </message>
    <message>
        <source>This person may no longer sign on. Call the administrator.</source>
        <translation>该人员已停用，不能签到。请联系系统管理员。</translation>
    </message>
    <message>
        <source>This is a start password. Choose one of your own now.</source>
        <translation>这是初始密码，请现在设置自己的密码。</translation>
    </message>
    <message>
        <source>The new password needs at least 8 characters and must not be the old one.</source>
        <translation>新密码至少 8 个字符，且不能与原密码相同。</translation>
    </message>
    <message>
        <source>The person does not take this post. Choose another post, or call the administrator.</source>
        <translation>该人员不担任此岗位。请另选岗位，或联系系统管理员。</translation>
    </message>
    <message>
        <source>The time this contact is kept for is over; its key is destroyed and nobody can read it.</source>
        <translation>这条联系方式的保存期已过，密钥已销毁，任何人都不能再读。</translation>
    </message>
    <message>
        <source>This contact cannot be opened without headquarters. Wait for the link, or ask the desk that took the call.</source>
        <translation>没有总值班台，这条联系方式打不开。待连接恢复，或问接电话的那一席。</translation>
    </message>
    <message>
        <source>The file is larger than the plan allows. Send a smaller copy, or the part that matters.</source>
        <translation>文件大于预案允许的大小。请改用较小的一份，或只附要紧的部分。</translation>
    </message>
    <message>
        <source>Files of this kind may not be attached. Use a picture, PDF, text, office document, sound or video.</source>
        <translation>这种类型的文件不可附上。请用图片、PDF、文本、办公文档、录音或录像。</translation>
    </message>
    <message>
        <source>This incident holds as many files as the plan allows. Attach no more here; ask the administrator.</source>
        <translation>此事项的附件已达预案上限。不要再附；请联系管理员。</translation>
    </message>
    <message>
        <source>The passphrase does not open this desk. Nothing was changed: try again, or ask the administrator for it.</source>
        <translation>口令不对，打不开本席位；文件未作任何改动。请重试，或向管理员询问口令。</translation>
    </message>
    <message>
        <source>Who has asked does not decide. Another duty person has to.</source>
        <translation>申请人不能自批，须由另一名值班人员裁定。</translation>
    </message>
    <message>
        <source>This order came back a second time. The duty chief decides whose it is.</source>
        <translation>该指令已第二次退单，由值班长裁定归属。</translation>
    </message>
    <message>
        <source>A returned order waits for a word. Decide on it, or order another unit.</source>
        <translation>有退单待裁定。请裁定，或改派其他单位。</translation>
    </message>
    <message>
        <source>A result has not been rechecked. Recheck it, then close.</source>
        <translation>办结结果尚未复核。请先复核，再结案。</translation>
    </message>
    <message>
        <source>There is nothing to decide here any more. Look at the trace.</source>
        <translation>此处已无待裁定事项，请看轨迹。</translation>
    </message>
    <message>
        <source>The task force is still at work. End it with its result (F6), then close.</source>
        <translation>专班尚在工作。请先写明结果结束专班（F6），再结案。</translation>
    </message>
    <message>
        <source>Something waits for a decision here. Order, or decide to order nothing (Ctrl+D), then close.</source>
        <translation>尚有待研判事项。请先派单，或研判后不下令（Ctrl+D），再结案。</translation>
    </message>
    <message>
        <source>The order&apos;s number is in use already in this incident: this order, or another one, is there. Look at its orders; if yours is not among them, issue it anew.</source>
        <translation>指令编号在本事项中已被占用：该指令或另一条指令已在其中。请查看指令列表；若没有您的指令，请重新下达。</translation>
    </message>
    <message>
        <source>The day in “Until” is over. Type days as 3d, or a day to come as 10-20.</source>
        <translation>“截至”的日子已过。可填天数，如 3d，或将来的日期，如 10-20。</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>%1: %2</source>
        <comment>what was asked, answer</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>what was asked, number, unit</comment>
        <translation>%1 %2 %3</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>not fetched</source>
        <comment>a file&apos;s bytes</comment>
        <translation>未取回</translation>
    </message>
    <message>
        <source>fetching %1 %</source>
        <comment>a file&apos;s bytes</comment>
        <translation>取回中 %1%</translation>
    </message>
    <message>
        <source>at headquarters</source>
        <comment>a file&apos;s bytes</comment>
        <translation>已到总值班台</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a file&apos;s bytes, to be sent</comment>
        <translation>待发</translation>
    </message>
    <message>
        <source>sending %1 %</source>
        <comment>a file&apos;s bytes</comment>
        <translation>发送中 %1%</translation>
    </message>
</context>
<context>
    <name>FindHits</name>
    <message>
        <source>%1 %2</source>
        <comment>number, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, place</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>telephone, until when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <comment>unit, number, title</comment>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>incident</source>
        <comment>sort of what was found</comment>
        <translation>事项</translation>
    </message>
    <message>
        <source>order</source>
        <comment>sort of what was found</comment>
        <translation>指令</translation>
    </message>
    <message>
        <source>unit</source>
        <comment>sort of what was found</comment>
        <translation>单位</translation>
    </message>
    <message>
        <source>on duty</source>
        <comment>sort of what was found</comment>
        <translation>在岗</translation>
    </message>
    <message>
        <source>place</source>
        <comment>sort of what was found</comment>
        <translation>地点</translation>
    </message>
    <message>
        <source>key</source>
        <comment>sort of what was found: what a key does</comment>
        <translation>按键</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>post, that nobody holds it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>area %1 %2 · %3</source>
        <comment>number, name, district</comment>
        <translation>片区 %1 %2 · %3</translation>
    </message>
    <message>
        <source>view</source>
        <comment>sort of what was found: a named view of the board</comment>
        <translation>视图</translation>
    </message>
    <message>
        <source>%1 · outside the city&apos;s areas</source>
        <comment>coordinate system</comment>
        <translation>%1 · 不在本市片区内</translation>
    </message>
    <message>
        <source>%1 · area %2 %3</source>
        <comment>coordinate system, number, name</comment>
        <translation>%1 · 片区 %2 %3</translation>
    </message>
</context>
<context>
    <name>FindWords</name>
    <message>
        <source>Type some characters of the matter or its place, or pinyin initials.</source>
        <translation>请输入事项或地点中的字，或拼音首字母。</translation>
    </message>
    <message>
        <source>This desk has not been told of any incident yet.</source>
        <translation>本席尚未收到任何事项。</translation>
    </message>
    <message numerus="yes">
        <source>None of %n incidents&apos; texts has “%1”.</source>
        <translation>
            <numerusform>%n 件事项的文字中没有“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not found so far: %n acts are still to be looked through.</source>
        <translation>
            <numerusform>暂未找到：还有 %n 条操作待检索。</numerusform>
        </translation>
    </message>
    <message>
        <source>The search index cannot be read just now; it is made anew.</source>
        <translation>检索索引暂不可读，正在重建。</translation>
    </message>
</context>
<context>
    <name>ForceChips</name>
    <message>
        <source>goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>command to</source>
        <translation>指挥权交</translation>
    </message>
    <message>
        <source>There is no task force here; F6 forms one.</source>
        <translation>此事项没有专班；按 F6 组建。</translation>
    </message>
    <message>
        <source>The task force has no such goal.</source>
        <translation>专班没有这个目标。</translation>
    </message>
    <message>
        <source>How many? Type the count behind the goal.</source>
        <translation>多少？请在目标后写数。</translation>
    </message>
    <message>
        <source>open the task force</source>
        <translation>打开专班</translation>
    </message>
    <message>
        <source>form a task force</source>
        <translation>组建专班</translation>
    </message>
    <message>
        <source>%1: counted, %2</source>
        <comment>number, goal</comment>
        <translation>%1 已计数：%2</translation>
    </message>
    <message>
        <source>%1: command handed over</source>
        <comment>number</comment>
        <translation>%1 已移交指挥权</translation>
    </message>
    <message>
        <source>%1: minutes saved</source>
        <comment>number</comment>
        <translation>%1 纪要已存</translation>
    </message>
    <message>
        <source>%1 put for decision</source>
        <comment>number</comment>
        <translation>%1 已提交研判</translation>
    </message>
</context>
<context>
    <name>ForceWords</name>
    <message>
        <source>%1: %2</source>
        <comment>what was done, in which words</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>formed the task force %1, %2 in command</source>
        <comment>name, unit</comment>
        <translation>组建专班“%1”，%2 指挥</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>成员 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goals</source>
        <translation>
            <numerusform>目标 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>changed the task force (%1)</source>
        <translation>调整专班（%1）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>goal %1 stands at %2</source>
        <comment>name, count</comment>
        <translation>目标“%1”已到 %2</translation>
    </message>
    <message>
        <source>command of the task force to %1</source>
        <translation>专班指挥权移交 %1</translation>
    </message>
    <message>
        <source>minutes of the task force</source>
        <translation>专班纪要</translation>
    </message>
    <message>
        <source>ended the task force</source>
        <translation>结束专班</translation>
    </message>
    <message>
        <source>put for decision</source>
        <translation>提交研判</translation>
    </message>
    <message>
        <source>decided to order nothing</source>
        <translation>研判后不下令</translation>
    </message>
    <message>
        <source>%1 %2 of %3 %4</source>
        <comment>goal, count, target, what is counted</comment>
        <translation>%1 %2，共 %3 %4</translation>
    </message>
    <message>
        <source>goals %1/%2</source>
        <comment>reached, all</comment>
        <translation>目标 %1/%2</translation>
    </message>
    <message>
        <source>%1 in command</source>
        <comment>unit</comment>
        <translation>%1 指挥</translation>
    </message>
    <message>
        <source>%1 for decision: %2 …</source>
        <comment>count, question</comment>
        <translation>待研判 %1：%2 …</translation>
    </message>
    <message>
        <source>for decision: %1</source>
        <comment>question</comment>
        <translation>待研判：%1</translation>
    </message>
    <message>
        <source>decided: %1, of these ordered %2</source>
        <comment>counts</comment>
        <translation>已研判 %1，下令 %2</translation>
    </message>
    <message>
        <source>for decision</source>
        <comment>mark on a tile</comment>
        <translation>待研判</translation>
    </message>
    <message>
        <source>task force</source>
        <comment>mark on a tile</comment>
        <translation>专班</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>red since %1</source>
        <comment>clock</comment>
        <translation>%1 起变红</translation>
    </message>
    <message>
        <source>red at %1</source>
        <comment>clock</comment>
        <translation>%1 变红</translation>
    </message>
    <message>
        <source>near at %1</source>
        <comment>clock</comment>
        <translation>%1 临近</translation>
    </message>
    <message>
        <source>behind at %1</source>
        <comment>clock</comment>
        <translation>%1 滞后</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, when its lamp turns</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between lamps</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Grade</name>
    <message>
        <source>grade %1, %2</source>
        <translation>%1 级，%2</translation>
    </message>
    <message>
        <source>grave</source>
        <comment>grade I, short</comment>
        <translation>特重</translation>
    </message>
    <message>
        <source>major</source>
        <comment>grade II, short</comment>
        <translation>重大</translation>
    </message>
    <message>
        <source>serious</source>
        <comment>grade III, short</comment>
        <translation>较大</translation>
    </message>
    <message>
        <source>minor</source>
        <comment>grade IV, short</comment>
        <translation>一般</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>定级</translation>
    </message>
</context>
<context>
    <name>KeyBook</name>
    <message>
        <source>This key is the same in every list and sheet and stays.</source>
        <translation>这个键在所有列表和表单中都一样，不能改。</translation>
    </message>
    <message>
        <source>Press a key, with Ctrl or Alt if you like.</source>
        <translation>请按一个键，可加 Ctrl 或 Alt。</translation>
    </message>
    <message>
        <source>%1 belongs to the input method: it switches Chinese input.</source>
        <translation>%1 归输入法：用来切换中文输入。</translation>
    </message>
    <message>
        <source>%1 moves in lists and sheets.</source>
        <translation>%1 用于在列表和表单中移动。</translation>
    </message>
    <message>
        <source>%1 belongs to text that is being written.</source>
        <translation>%1 用于编辑文字。</translation>
    </message>
    <message>
        <source>%1 alone would be written into the text: this act works there, too.</source>
        <translation>单按 %1 会写进文字里：这个操作在那里也有效。</translation>
    </message>
    <message>
        <source>%1 is taken: %2</source>
        <translation>%1 已被占用：%2</translation>
    </message>
</context>
<context>
    <name>LateWords</name>
    <message>
        <source>%1 and what belongs to it</source>
        <comment>an incident</comment>
        <translation>%1 及所属事项</translation>
    </message>
    <message>
        <source>one major incident: %1 and others</source>
        <comment>an incident</comment>
        <translation>同一重大事项：%1 等</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Confirmed, still late</source>
        <translation>已确认，仍逾期</translation>
    </message>
    <message>
        <source>Coming and going: three times a minute or more</source>
        <translation>时有时无：每分钟三次以上</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unit, step</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, several units</source>
        <comment>step</comment>
        <translation>%1，多个单位</translation>
    </message>
    <message>
        <source>Others of grades I and II</source>
        <translation>其他一、二级</translation>
    </message>
    <message>
        <source>Others of several causes</source>
        <translation>其他各种原因</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n to confirm</source>
        <translation>
            <numerusform>%1 · 待确认 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, title</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2, until %3 (%4)</source>
        <comment>late step; reason, clock, who</comment>
        <translation>%1 · %2，至 %3（%4）</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>gone unseen</source>
        <translation>已消除未确认</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已解除</translation>
    </message>
</context>
<context>
    <name>LayerShapes</name>
    <message>
        <source>%1 · zoom %2 to %3</source>
        <comment>base map and its zooms</comment>
        <translation>%1 · %2–%3 级</translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>Incidents</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Heat of open incidents</source>
        <translation>未结事项热度</translation>
    </message>
    <message>
        <source>Orders on their way</source>
        <translation>指令去向</translation>
    </message>
    <message>
        <source>Duty rooms</source>
        <translation>值班室</translation>
    </message>
    <message>
        <source>Key places</source>
        <translation>重点场所</translation>
    </message>
    <message>
        <source>Reach by time</source>
        <translation>到达范围</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Street seats</source>
        <translation>街道驻地</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>行政区</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>镇</translation>
    </message>
    <message>
        <source>A group shows the worst lamp and grade in it</source>
        <translation>聚合显示其中最差的灯和级别</translation>
    </message>
    <message>
        <source>The graver the brighter; only those with a point</source>
        <translation>级别越高越亮；只计有坐标的</translation>
    </message>
    <message>
        <source>Of streets whose seat the plan knows</source>
        <translation>预案中已知驻地的街道</translation>
    </message>
    <message numerus="yes">
        <source>%n with their circles</source>
        <translation>
            <numerusform>%n 处，含三圈范围</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 known</source>
        <translation>已知 %1 / %2</translation>
    </message>
    <message>
        <source>Sample outlines</source>
        <translation>示例边界</translation>
    </message>
    <message>
        <source>The plan has none (streets.geojson)</source>
        <translation>预案中没有街道边界（streets.geojson）</translation>
    </message>
    <message>
        <source>%1 of %2 with an outline</source>
        <translation>%2 个中 %1 个有边界</translation>
    </message>
    <message>
        <source>The plan has none (communities.geojson)</source>
        <translation>预案中没有（communities.geojson）</translation>
    </message>
    <message>
        <source>%1 of %2 with an outline, %3 with a seat</source>
        <translation>%2 个中 %1 个有边界，%3 个有驻地</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 条线</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outlines</source>
        <translation>
            <numerusform>%n 个面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>level, remark</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>level, feature, remark</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>As the file says, else WGS-84</source>
        <translation>按文件所述，否则 WGS-84</translation>
    </message>
    <message>
        <source>WGS-84 (GPS)</source>
        <translation>WGS-84（GPS 坐标）</translation>
    </message>
    <message>
        <source>CGCS2000 (degrees)</source>
        <translation>CGCS2000（经纬度）</translation>
    </message>
    <message>
        <source>GCJ-02 (AutoNavi, Tencent)</source>
        <translation>GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>CGCS2000 Gauss-Krüger, meridian %1°</source>
        <translation>CGCS2000 高斯克吕格，中央经线 %1°</translation>
    </message>
    <message>
        <source>CGCS2000 Gauss-Krüger, zone %1</source>
        <translation>CGCS2000 高斯克吕格，%1 带</translation>
    </message>
    <message>
        <source>Unit to incident; dashed: area known only</source>
        <translation>由单位指向事项；只知片区的为虚线</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>标绘</translation>
    </message>
    <message>
        <source>Closed roads, cordons, notes of all desks</source>
        <translation>各席位标的封闭道路、警戒区、进入路线和标注</translation>
    </message>
    <message>
        <source>Cameras and rooms</source>
        <translation>视频点位</translation>
    </message>
    <message>
        <source>The plan names none (endpoints.csv)</source>
        <translation>预案中没有（endpoints.csv）</translation>
    </message>
    <message numerus="yes">
        <source>%n in the plan; V on an incident opens the nearest, with a trace</source>
        <translation>
            <numerusform>预案中 %n 处；在事项上按 V 打开最近的，并记入轨迹</numerusform>
        </translation>
    </message>
    <message>
        <source>Drills</source>
        <comment>layer of the map</comment>
        <translation>演练</translation>
    </message>
    <message>
        <source>Planned and running; no incidents</source>
        <translation>计划的和进行中的演练；不是事件</translation>
    </message>
    <message>
        <source>How far base maps reach</source>
        <translation>底图范围</translation>
    </message>
    <message>
        <source>The frame of each pack, with its zooms</source>
        <translation>每个底图包的边框，注明级别</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Live</source>
        <comment>link state</comment>
        <translation>已联通</translation>
    </message>
    <message>
        <source>Catching up</source>
        <comment>link state</comment>
        <translation>补收中</translation>
    </message>
    <message>
        <source>Connecting</source>
        <comment>link state</comment>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>link state</comment>
        <translation>已断线</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>link state</comment>
        <translation>拒绝接入</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>link state, headquarters</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>link state, reason</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>link state, for how long</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>first data on its way</source>
        <translation>首批数据接收中</translation>
    </message>
    <message>
        <source>no answer so far</source>
        <translation>尚无应答</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>data — (%1)</source>
        <translation>数据 —（%1）</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>clock</comment>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>data %1 s</source>
        <translation>数据 %1 秒</translation>
    </message>
    <message>
        <source>data %1</source>
        <comment>age</comment>
        <translation>数据 %1 前</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>未发 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>被拒 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>desk withdrawn</source>
        <translation>本席已停用</translation>
    </message>
    <message>
        <source>certificate not valid</source>
        <translation>证书无效</translation>
    </message>
    <message>
        <source>other version</source>
        <translation>版本不符</translation>
    </message>
    <message>
        <source>two copies of the log</source>
        <translation>日志有两份</translation>
    </message>
    <message>
        <source>log does not join up</source>
        <translation>日志接不上</translation>
    </message>
    <message>
        <source>signature not valid</source>
        <translation>签名无效</translation>
    </message>
    <message>
        <source>desk not enrolled</source>
        <translation>本席未登记</translation>
    </message>
    <message>
        <source>not allowed here</source>
        <translation>无权接入</translation>
    </message>
    <message>
        <source>enrolment not valid</source>
        <translation>登记码无效</translation>
    </message>
</context>
<context>
    <name>MapMarks</name>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分前</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>base map %1</source>
        <comment>where a name is from</comment>
        <translation>底图 %1</translation>
    </message>
    <message>
        <source>by “%1”, %2 % sure</source>
        <comment>part of an address, confidence</comment>
        <translation>依据“%1”，可信度 %2%</translation>
    </message>
</context>
<context>
    <name>MatterWords</name>
    <message>
        <source>start games time: %1</source>
        <comment>own act, why</comment>
        <translation>启动赛时：%1</translation>
    </message>
    <message>
        <source>end games time: %1</source>
        <comment>own act, why</comment>
        <translation>结束赛时：%1</translation>
    </message>
    <message>
        <source>drawing on the map</source>
        <comment>own act</comment>
        <translation>地图标绘</translation>
    </message>
    <message>
        <source>entry about shifts</source>
        <comment>own act</comment>
        <translation>值班记录（班表、交接、查岗）</translation>
    </message>
    <message>
        <source>roster</source>
        <translation>班表</translation>
    </message>
    <message>
        <source>change of a duty asked for</source>
        <translation>申请换班</translation>
    </message>
    <message>
        <source>change of a duty decided</source>
        <translation>换班审批</translation>
    </message>
    <message>
        <source>leader put in charge of an area</source>
        <translation>片区负责人</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>在岗情况</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>promise settled</source>
        <translation>承诺了结</translation>
    </message>
    <message>
        <source>people lent</source>
        <translation>支援人员</translation>
    </message>
    <message>
        <source>people sent back</source>
        <translation>支援人员归队</translation>
    </message>
    <message>
        <source>round begun</source>
        <translation>发起点验</translation>
    </message>
    <message>
        <source>posts added to a round</source>
        <translation>点验增加岗位</translation>
    </message>
    <message>
        <source>answer to a round</source>
        <translation>点验应答</translation>
    </message>
    <message>
        <source>handover sheet</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>rows of the handover sheet</source>
        <translation>交接单增项</translation>
    </message>
    <message>
        <source>rows of the handover sheet read</source>
        <translation>交接单阅知</translation>
    </message>
    <message>
        <source>line for the next shift</source>
        <translation>给下一班的话</translation>
    </message>
    <message>
        <source>handover sheet sent back</source>
        <translation>交接单退回</translation>
    </message>
    <message>
        <source>round confirmed</source>
        <translation>点验确认</translation>
    </message>
    <message>
        <source>people lent to many places</source>
        <translation>支援人员分派</translation>
    </message>
    <message>
        <source>no answer at a roll call</source>
        <translation>点名无应答</translation>
    </message>
    <message>
        <source>reported at a roll call</source>
        <translation>点名上报</translation>
    </message>
    <message>
        <source>minutes of a roll call</source>
        <translation>点名纪要</translation>
    </message>
    <message>
        <source>change of the plan</source>
        <comment>own act</comment>
        <translation>预案变更</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>own act, its words</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>handover signature</source>
        <translation>交接签字</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方公里</translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <source>signed %1/%2 · on scene %3 · done %4</source>
        <comment>members with orders</comment>
        <translation>签收 %1/%2 · 到场 %3 · 办结 %4</translation>
    </message>
</context>
<context>
    <name>ModeChips</name>
    <message>
        <source> or </source>
        <comment>between plan cards</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>card</source>
        <translation>预案卡</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>预案卡</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>mode now, mode then</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Games time runs already.</source>
        <translation>已经是赛时。</translation>
    </message>
    <message>
        <source>These are normal times already.</source>
        <translation>现在就是平时。</translation>
    </message>
    <message>
        <source>No plan card fits this kind and grade.</source>
        <translation>此类型和等级没有适用的预案卡。</translation>
    </message>
    <message>
        <source>No plan card has this name.</source>
        <translation>没有这个名称的预案卡。</translation>
    </message>
    <message>
        <source>Name one of these.</source>
        <translation>请写明是哪一份。</translation>
    </message>
</context>
<context>
    <name>ModeWords</name>
    <message>
        <source>first order</source>
        <comment>limit</comment>
        <translation>首次派单</translation>
    </message>
    <message>
        <source>sign for</source>
        <comment>limit</comment>
        <translation>签收</translation>
    </message>
    <message>
        <source>on scene</source>
        <comment>limit</comment>
        <translation>到场</translation>
    </message>
    <message>
        <source>feedback</source>
        <comment>limit</comment>
        <translation>反馈</translation>
    </message>
    <message>
        <source>done</source>
        <comment>limit</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>written report</source>
        <comment>limit</comment>
        <translation>书面初报</translation>
    </message>
    <message>
        <source>update</source>
        <comment>limit</comment>
        <translation>续报</translation>
    </message>
    <message>
        <source>none</source>
        <comment>roll calls</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before, after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Lamps warn ahead: near %1, behind %2</source>
        <translation>亮灯提前量：临近 %1，滞后 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n posts held by %1 teams each</source>
        <translation>
            <numerusform>%n 个岗位各须 %1 个班组待命</numerusform>
        </translation>
    </message>
    <message>
        <source>Every post held by one team again</source>
        <translation>各岗位恢复一个班组</translation>
    </message>
    <message>
        <source>Roll calls: %1</source>
        <translation>点名：%1</translation>
    </message>
    <message>
        <source>Limits of their own: %1</source>
        <comment>kinds of incident</comment>
        <translation>时限另定：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between kinds</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>games time</source>
        <translation>赛时</translation>
    </message>
    <message>
        <source>drill</source>
        <comment>mode</comment>
        <translation>演练</translation>
    </message>
    <message>
        <source>normal times</source>
        <translation>平时</translation>
    </message>
    <message>
        <source>%1 · unsent</source>
        <comment>mode</comment>
        <translation>%1 · 未发</translation>
    </message>
    <message>
        <source>%1 · %2 · %3: %4</source>
        <comment>when, who, mode, why</comment>
        <translation>%1 · %2 · 转%3：%4</translation>
    </message>
    <message>
        <source>%1; never switched</source>
        <comment>mode</comment>
        <translation>%1，从未切换</translation>
    </message>
    <message>
        <source>Not yet with headquarters: others do not know of it.</source>
        <translation>尚未发到总值班台，其他席位还不知道。</translation>
    </message>
    <message>
        <source>Next roll call %1</source>
        <translation>下次点名 %1</translation>
    </message>
    <message>
        <source>Not held deep enough: %1</source>
        <translation>班组不足：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between posts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step, change of its limit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>grade, changes</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The plan changes nothing.</source>
        <translation>预案没有规定变化。</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>post, teams there, teams needed</comment>
        <translation>%1 %2/%3 组</translation>
    </message>
</context>
<context>
    <name>OnlineWords</name>
    <message>
        <source>cannot be reached</source>
        <translation>连不上</translation>
    </message>
    <message>
        <source>refuses the key (%1)</source>
        <comment>HTTP status</comment>
        <translation>不认密钥（%1）</translation>
    </message>
    <message>
        <source>refuses (%1)</source>
        <comment>HTTP status</comment>
        <translation>拒绝访问（%1）</translation>
    </message>
    <message>
        <source>is overloaded or out of order (%1)</source>
        <comment>HTTP status</comment>
        <translation>繁忙或故障（%1）</translation>
    </message>
    <message>
        <source>sends something else than map pictures</source>
        <translation>发来的不是地图图片</translation>
    </message>
    <message>
        <source>sends on to another address</source>
        <translation>被转到别的地址</translation>
    </message>
    <message>
        <source>nothing kept yet</source>
        <translation>尚无已存瓦片</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles kept, %1, fetched %2 to %3</source>
        <translation>
            <numerusform>已存 %n 张瓦片，%1，取于 %2 至 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1 it %2; what is kept is shown</source>
        <comment>time, cannot be reached</comment>
        <translation>%1 起%2，现显示已存瓦片</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>trouble, what is kept</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Give the address of the tiles</source>
        <translation>请填写瓦片地址</translation>
    </message>
    <message>
        <source>The address is too long</source>
        <translation>地址过长</translation>
    </message>
    <message>
        <source>The address holds blanks or characters that cannot stand there</source>
        <translation>地址中有空格或不允许的字符</translation>
    </message>
    <message>
        <source>The address must begin with https://</source>
        <translation>地址须以 https:// 开头</translation>
    </message>
    <message>
        <source>http:// is not encrypted: tick it below if that is meant</source>
        <translation>http:// 未加密，确要使用请在下面勾选</translation>
    </message>
    <message>
        <source>The address names no server, or a user</source>
        <translation>地址中没有服务器，或带有用户名</translation>
    </message>
    <message>
        <source>Nothing is known to put in for %1</source>
        <translation>不认识 %1，无法填入</translation>
    </message>
    <message>
        <source>The address needs {z}, {x} and {y} (or {TileMatrix}, {TileCol}, {TileRow})</source>
        <translation>地址须含 {z}、{x}、{y}（或 {TileMatrix}、{TileCol}、{TileRow}）</translation>
    </message>
    <message>
        <source>{s} needs the servers it stands for: 0,1,2 or abc</source>
        <translation>用了 {s} 就要写明服务器编号，如 0,1,2 或 abc</translation>
    </message>
    <message>
        <source>Write %1{key} and give the key in its own field: an address is not secret</source>
        <translation>请写成 %1{key}，密钥填在“密钥”栏：地址不保密</translation>
    </message>
    <message numerus="yes">
        <source>%n tiles kept, %1, fetched %2</source>
        <translation>
            <numerusform>已存 %n 张瓦片，%1，取于 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>shows a certificate of %1 from an authority unknown here</source>
        <translation>%1 的证书由本机未信任的机构签发</translation>
    </message>
    <message>
        <source>shows a certificate that is not made out to %1</source>
        <translation>证书不是签发给 %1 的</translation>
    </message>
    <message>
        <source>shows a certificate of %1 that is out of date</source>
        <translation>%1 的证书已过期或尚未生效</translation>
    </message>
    <message>
        <source>cannot prove to be %1 (certificate)</source>
        <translation>无法证明是 %1（证书有误）</translation>
    </message>
</context>
<context>
    <name>OrderCare</name>
    <message>
        <source>return undecided, still the matter of %1</source>
        <comment>unit</comment>
        <translation>退单待裁定，仍由%1负责</translation>
    </message>
    <message>
        <source>still the matter of %1 until the next unit signs</source>
        <comment>unit</comment>
        <translation>接办单位签收前仍由%1负责</translation>
    </message>
    <message>
        <source>rechecked: in order</source>
        <translation>复核合格</translation>
    </message>
    <message>
        <source>recheck %1: not in order</source>
        <comment>first, second</comment>
        <translation>第 %1 次复核不合格</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>the limit as it was, as it is</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 more asked for: waits</source>
        <comment>length of time</comment>
        <translation>延期 %1，待审</translation>
    </message>
    <message>
        <source>suspension for %1 asked for: waits</source>
        <comment>length of time</comment>
        <translation>挂账 %1，待审</translation>
    </message>
    <message>
        <source>suspended until %1</source>
        <comment>clock</comment>
        <translation>挂账至 %1</translation>
    </message>
    <message>
        <source>limit was %1</source>
        <comment>16:00 → 18:00</comment>
        <translation>原 %1</translation>
    </message>
    <message>
        <source>returned %1 times</source>
        <comment>count</comment>
        <translation>退单 %1 次</translation>
    </message>
    <message>
        <source>takes over from %1</source>
        <comment>unit</comment>
        <translation>接办%1退单</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>owner of the matter, how long</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source> and </source>
        <comment>3 workdays and 2 h of work</comment>
        <translation>加</translation>
    </message>
    <message numerus="yes">
        <source>evidence: %n files</source>
        <translation>
            <numerusform>附件佐证 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderDraft</name>
    <message>
        <source>Deal with this and report back: %1</source>
        <comment>order without a text of its own</comment>
        <translation>请处置并反馈：%1</translation>
    </message>
</context>
<context>
    <name>Painters</name>
    <message>
        <source>+%1</source>
        <comment>units that do not fit</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>chips that do not fit</comment>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>PlaceFacts</name>
    <message>
        <source>Outside the city&apos;s areas</source>
        <translation>不在本市片区内</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>镇</translation>
    </message>
    <message>
        <source>Area leader</source>
        <translation>把口领导</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区值班</translation>
    </message>
    <message>
        <source>no post in the plan</source>
        <translation>预案中没有岗位</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>%1, nearest known seat, %2</source>
        <translation>%1（最近的已知驻地，%2）</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>in none of the outlines the plan has</source>
        <translation>不在预案已有的社区边界内</translation>
    </message>
    <message numerus="yes">
        <source>one of %n of that street; the plan has no outlines</source>
        <translation>
            <numerusform>该街道共 %n 个；预案没有社区边界</numerusform>
        </translation>
    </message>
    <message>
        <source>the plan has no outlines</source>
        <translation>预案没有社区边界</translation>
    </message>
    <message>
        <source>%1, inside its circle of %2</source>
        <translation>%1（在其 %2 圈内）</translation>
    </message>
    <message>
        <source>no seat known around here</source>
        <translation>附近没有已知驻地</translation>
    </message>
    <message>
        <source>%1 (by the plan)</source>
        <comment>who is on duty</comment>
        <translation>%1（按预案）</translation>
    </message>
    <message>
        <source>%1 · %2 min by road, %3</source>
        <comment>name, minutes, length</comment>
        <translation>%1 · 驾车 %2 分钟、%3</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>批准：%1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>不予批准：%1</translation>
    </message>
    <message>
        <source>Withdrawn: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Waits for the approval of another person</source>
        <translation>待另一人审批</translation>
    </message>
    <message>
        <source>The outline of %1 crosses itself</source>
        <translation>%1 的边界自相交叉</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>This corner lies on a district&apos;s border: that is not the plan&apos;s to move</source>
        <translation>此点在区界上：区界不由预案调整</translation>
    </message>
    <message>
        <source>Three areas meet at this corner: move it, it cannot be removed</source>
        <translation>三个片区交会于此点：可移动，不可删除</translation>
    </message>
    <message>
        <source>An outline needs three corners</source>
        <translation>边界至少要有三个点</translation>
    </message>
    <message>
        <source>Another corner is there already</source>
        <translation>此处已有另一个点</translation>
    </message>
    <message>
        <source>Choose a corner first: click it, or Page Down</source>
        <translation>请先选一个点：点击，或按 Page Down</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>to approve</source>
        <translation>待批</translation>
    </message>
    <message numerus="yes">
        <source>%n streets</source>
        <translation>
            <numerusform>%n 个街道</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>street, area</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>提出：%1</translation>
    </message>
    <message>
        <source>%1 (seat in %2)</source>
        <comment>street, area</comment>
        <translation>%1（驻地在%2）</translation>
    </message>
    <message>
        <source>To look at: the seat lies in another area than the street: %1</source>
        <translation>请留意，街道驻地不在所属片区：%1</translation>
    </message>
    <message>
        <source>Uncovered: %1 beside %2, at %3</source>
        <translation>空白 %1：%2 旁，%3 附近</translation>
    </message>
    <message>
        <source>Overlap of %1: %2, at %3</source>
        <translation>重叠 %1：%2，%3 附近</translation>
    </message>
    <message>
        <source>%2 reaches %1 beyond its district, at %3</source>
        <translation>%2 越出本区 %1，%3 附近</translation>
    </message>
    <message>
        <source>Covered: no hole, no overlap over %1</source>
        <translation>覆盖完整：没有超过 %1 的空白或重叠</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between areas</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>RatingWords</name>
    <message>
        <source>phone-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>hotline</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>content %1 of 5</source>
        <comment>satisfaction</comment>
        <translation>满意度 %1/5</translation>
    </message>
</context>
<context>
    <name>RelationChips</name>
    <message>
        <source>into</source>
        <comment>the other incident</comment>
        <translation>并入</translation>
    </message>
    <message>
        <source>major one</source>
        <translation>重大事项</translation>
    </message>
    <message>
        <source>none any more</source>
        <translation>不再归属</translation>
    </message>
    <message>
        <source>watched until</source>
        <translation>观察至</translation>
    </message>
    <message>
        <source>no longer</source>
        <translation>不再观察</translation>
    </message>
    <message>
        <source>Which incident? Type its number.</source>
        <translation>哪一件事项？输入编号。</translation>
    </message>
    <message>
        <source>That incident is closed.</source>
        <translation>那件事项已结案。</translation>
    </message>
    <message>
        <source>That incident belongs to this one already.</source>
        <translation>那件事项已归在本事项之下。</translation>
    </message>
    <message>
        <source>Until when? Type 3d or a date such as 10-20.</source>
        <translation>到什么时候？输入 3d 或日期，如 10-20。</translation>
    </message>
    <message>
        <source>%1 merged into %2</source>
        <comment>numbers</comment>
        <translation>%1 已并入 %2</translation>
    </message>
    <message>
        <source>%1 taken out of its group</source>
        <comment>number</comment>
        <translation>%1 已移出串并</translation>
    </message>
    <message>
        <source>%1 grouped under %2</source>
        <comment>numbers</comment>
        <translation>%1 已串并到 %2</translation>
    </message>
    <message>
        <source>%1 separated again</source>
        <comment>number</comment>
        <translation>%1 已分离</translation>
    </message>
    <message>
        <source>%1 is watched as an early sign</source>
        <translation>%1 已列为苗头观察</translation>
    </message>
    <message>
        <source>%1 is no longer watched</source>
        <translation>%1 不再观察</translation>
    </message>
</context>
<context>
    <name>RelationWords</name>
    <message>
        <source>merged into one not on this board</source>
        <translation>并入本席板上没有的事项</translation>
    </message>
    <message>
        <source>part of one not on this board</source>
        <translation>串并于本席板上没有的事项</translation>
    </message>
    <message>
        <source>merged in a circle with %1</source>
        <translation>与 %1 互相并入</translation>
    </message>
    <message>
        <source>grouped in a circle with %1</source>
        <translation>与 %1 互相串并</translation>
    </message>
    <message>
        <source>merged into %1</source>
        <comment>number</comment>
        <translation>并入 %1</translation>
    </message>
    <message>
        <source>part of %1</source>
        <comment>number of the major incident</comment>
        <translation>串并于 %1</translation>
    </message>
    <message numerus="yes">
        <source>holds %n</source>
        <translation>
            <numerusform>含 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation>
            <numerusform>并 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Incidents: %1 open, %2 closed · orders: %3 open</source>
        <translation>事项在办 %1、结案 %2 · 指令在办 %3</translation>
    </message>
    <message>
        <source>, %1 late</source>
        <comment>orders of the incidents below</comment>
        <translation>、逾期 %1</translation>
    </message>
    <message>
        <source>early sign · until %1</source>
        <comment>date</comment>
        <translation>苗头 · 观察至 %1</translation>
    </message>
</context>
<context>
    <name>ReportChain</name>
    <message>
        <source>1st</source>
        <comment>first report</comment>
        <translation>初报</translation>
    </message>
    <message>
        <source>Upd %1</source>
        <comment>update report</comment>
        <translation>续报%1</translation>
    </message>
    <message>
        <source>Final</source>
        <comment>final report</comment>
        <translation>终报</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>from call to first report</comment>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Since the first report</source>
        <translation>初报之后的变化</translation>
    </message>
    <message>
        <source>Since update %1</source>
        <translation>续报%1之后的变化</translation>
    </message>
    <message>
        <source>Since the final report</source>
        <translation>终报之后的变化</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unit, what it did</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>nothing new; it told: %1</source>
        <translation>无新变化；当时报：%1</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>无新变化</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between new facts</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>RollWords</name>
    <message>
        <source>, </source>
        <comment>between names of units</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>so many, who</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>“Calling again: %1, please answer.”</source>
        <translation>「再次呼叫，%1收到请回答」</translation>
    </message>
    <message>
        <source>“The video roll call begins. %1, please answer.”</source>
        <translation>「现在开始视频点名，%1收到请回答」</translation>
    </message>
    <message>
        <source>“%1, please answer.”</source>
        <translation>「%1收到请回答」</translation>
    </message>
    <message>
        <source>“%1 hears you …”</source>
        <translation>「%1收到……」</translation>
    </message>
    <message>
        <source>%1: %2 called, %3 present, %4, %5. %6, %7 for decision, %8.</source>
        <comment>minutes</comment>
        <translation>%1：应到 %2，到 %3，%4，%5。%6，其中研判 %7 条，%8。</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <comment>at a roll call</comment>
        <translation>
            <numerusform>迟到 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n absent</source>
        <translation>
            <numerusform>未到 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <comment>reported</comment>
        <translation>
            <numerusform>事项 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <comment>issued</comment>
        <translation>
            <numerusform>指令 %n 道</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unit, what it reports</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>no shift then</source>
        <translation>此时不设班</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>%1 people</source>
        <comment>on duty in a shift</comment>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>unqualified</source>
        <translation>无资格</translation>
    </message>
    <message>
        <source>short rest</source>
        <translation>休短</translation>
    </message>
    <message>
        <source>double duty</source>
        <translation>重岗</translation>
    </message>
    <message>
        <source>change asked</source>
        <translation>换岗</translation>
    </message>
    <message>
        <source>%1 short</source>
        <comment>people missing in a shift</comment>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>two versions</source>
        <translation>两版</translation>
    </message>
</context>
<context>
    <name>Supervision</name>
    <message>
        <source>closed</source>
        <comment>a campaign</comment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>late %1</source>
        <comment>items</comment>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>begins %1</source>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>day %1, ended after %2</source>
        <translation>第 %1 天 / 已超 %2 天期限</translation>
    </message>
    <message>
        <source>day %1 of %2</source>
        <translation>第 %1 天 / 共 %2 天</translation>
    </message>
    <message>
        <source>done</source>
        <comment>state of an item</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>void</source>
        <comment>state of an item</comment>
        <translation>作废</translation>
    </message>
    <message>
        <source>open</source>
        <comment>state of an item</comment>
        <translation>未办</translation>
    </message>
</context>
<context>
    <name>TakeBack</name>
    <message>
        <source>undone at once</source>
        <translation>随即撤回</translation>
    </message>
</context>
<context>
    <name>TypedLimit</name>
    <message>
        <source>%1wd</source>
        <translation>%1个工作日</translation>
    </message>
    <message>
        <source>%1wh</source>
        <translation>%1个工作小时</translation>
    </message>
    <message>
        <source>%1wm</source>
        <translation>%1工作分钟</translation>
    </message>
</context>
<context>
    <name>TypedPoints</name>
    <message>
        <source>WGS-84 (GPS)</source>
        <translation>WGS-84（GPS 坐标）</translation>
    </message>
    <message>
        <source>GCJ-02 (AutoNavi, Tencent)</source>
        <translation>GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>CGCS2000 Gauss-Krüger, meridian %1°</source>
        <translation>CGCS2000 高斯克吕格，中央经线 %1°</translation>
    </message>
</context>
<context>
    <name>UnitState</name>
    <message>
        <source>not signed</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>赶赴</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>代答</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤单</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>This desk&apos;s files are protected. Passphrase:</source>
        <translation>本席位文件受口令保护。口令：</translation>
    </message>
    <message>
        <source>Open desk</source>
        <translation>打开席位</translation>
    </message>
</context>
<context>
    <name>WarningState</name>
    <message>
        <source>exercise or test, no real warning</source>
        <translation>演练或测试，不是真实预警</translation>
    </message>
    <message>
        <source>cancelled by its sender</source>
        <translation>发布单位已撤销</translation>
    </message>
    <message>
        <source>over since %1</source>
        <comment>a warning; day and time</comment>
        <translation>过期：%1 起失效</translation>
    </message>
</context>
<context>
    <name>WordTasks</name>
    <message>
        <source>%1 · order: %2</source>
        <comment>incident, text of the order</comment>
        <translation>%1 · 指令：%2</translation>
    </message>
    <message>
        <source>First report</source>
        <translation>初报</translation>
    </message>
    <message>
        <source>Update report</source>
        <translation>续报</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>终报</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>What was heard, seen or promised</source>
        <translation>听到、看到或答应了什么</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Send the feedback</source>
        <translation>提交反馈</translation>
    </message>
    <message>
        <source>What has been found or done so far</source>
        <translation>目前查明或办了什么</translation>
    </message>
    <message>
        <source>Finish the order</source>
        <translation>办结指令</translation>
    </message>
    <message>
        <source>Finish with this result</source>
        <translation>以此结果办结</translation>
    </message>
    <message>
        <source>The result in one sentence</source>
        <translation>一句话写明结果</translation>
    </message>
    <message>
        <source>Return the order</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Return with this reason</source>
        <translation>以此理由退单</translation>
    </message>
    <message>
        <source>Why it is not yours, and whose it is</source>
        <translation>为何不归本单位，应归哪里</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>事项结案</translation>
    </message>
    <message>
        <source>Close with this result</source>
        <translation>以此结果结案</translation>
    </message>
    <message>
        <source>How it ended, in one sentence</source>
        <translation>一句话写明结局</translation>
    </message>
    <message>
        <source>File the report</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>What, where, how many, what is being done</source>
        <translation>何事、何地、多少人、正在怎么办</translation>
    </message>
    <message>
        <source>Put the alarm aside</source>
        <translation>搁置此项告警</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>incident, late step</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Put aside with this reason</source>
        <translation>按此理由搁置</translation>
    </message>
    <message>
        <source>What is being done, and who answers for it</source>
        <translation>正在怎样处理，由谁负责</translation>
    </message>
    <message>
        <source>comes back in</source>
        <translation>再提醒</translation>
    </message>
    <message>
        <source>Withdraw the order to %1</source>
        <comment>unit</comment>
        <translation>撤单：%1</translation>
    </message>
    <message>
        <source>Withdraw for this reason</source>
        <translation>以此理由撤单</translation>
    </message>
    <message>
        <source>Why the unit no longer has to do it</source>
        <translation>为何不再由该单位办理</translation>
    </message>
    <message>
        <source>Put for decision</source>
        <translation>提交研判</translation>
    </message>
    <message>
        <source>Put it for decision</source>
        <translation>提交研判</translation>
    </message>
    <message>
        <source>The question in one sentence: who is to do what?</source>
        <translation>一句话写清问题：要谁做什么？</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>报数</translation>
    </message>
    <message>
        <source>State the counts</source>
        <translation>报数</translation>
    </message>
    <message>
        <source>As: pupils 1,354 = moved 1,235 + refunded 119; no names of persons</source>
        <translation>如：学员 1,354 = 转学 1,235 + 退费 119；不写人名</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>assign</source>
        <comment>step: first order</comment>
        <translation>分派</translation>
    </message>
    <message>
        <source>first report</source>
        <comment>step</comment>
        <translation>初报</translation>
    </message>
    <message>
        <source>update %1</source>
        <comment>step: number of the report</comment>
        <translation>续报%1</translation>
    </message>
    <message>
        <source>sign-for</source>
        <comment>step</comment>
        <translation>签收</translation>
    </message>
    <message>
        <source>arrive</source>
        <comment>step</comment>
        <translation>到场</translation>
    </message>
    <message>
        <source>feedback</source>
        <comment>step</comment>
        <translation>反馈</translation>
    </message>
    <message>
        <source>finish</source>
        <comment>step: finish an order</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>close</source>
        <comment>step: close the incident</comment>
        <translation>结案</translation>
    </message>
    <message>
        <source>system</source>
        <comment>who acted</comment>
        <translation>系统</translation>
    </message>
    <message>
        <source>phone</source>
        <comment>source of a report</comment>
        <translation>电话</translation>
    </message>
    <message>
        <source>grid report</source>
        <comment>source of a report</comment>
        <translation>网格上报</translation>
    </message>
    <message>
        <source>12345</source>
        <comment>source of a report</comment>
        <translation>12345</translation>
    </message>
    <message>
        <source>119 link</source>
        <comment>source of a report</comment>
        <translation>119 联动</translation>
    </message>
    <message>
        <source>other</source>
        <comment>source of a report</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>unit desk</source>
        <comment>source of a report</comment>
        <translation>单位上报</translation>
    </message>
    <message>
        <source>I Extraordinary</source>
        <comment>grade</comment>
        <translation>I 特重</translation>
    </message>
    <message>
        <source>II Major</source>
        <comment>grade</comment>
        <translation>II 重大</translation>
    </message>
    <message>
        <source>III Serious</source>
        <comment>grade</comment>
        <translation>III 较大</translation>
    </message>
    <message>
        <source>IV Ordinary</source>
        <comment>grade</comment>
        <translation>IV 一般</translation>
    </message>
    <message>
        <source>Pending</source>
        <comment>state of an incident</comment>
        <translation>待处置</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>state of an incident</comment>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state of an incident</comment>
        <translation>已结案</translation>
    </message>
    <message>
        <source>near</source>
        <comment>lamp</comment>
        <translation>临近</translation>
    </message>
    <message>
        <source>behind</source>
        <comment>lamp</comment>
        <translation>滞后</translation>
    </message>
    <message>
        <source>late</source>
        <comment>lamp</comment>
        <translation>逾期</translation>
    </message>
    <message>
        <source>place unknown</source>
        <translation>地点不明</translation>
    </message>
    <message>
        <source>prov.</source>
        <comment>number not yet given by headquarters</comment>
        <translation>暂编</translation>
    </message>
    <message>
        <source>number to come</source>
        <comment>provisional incident</comment>
        <translation>待编号</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>why it is refused</comment>
        <translation>已结案</translation>
    </message>
    <message>
        <source>finished</source>
        <comment>why it is refused</comment>
        <translation>已办过</translation>
    </message>
    <message>
        <source>signed for</source>
        <comment>why it is refused</comment>
        <translation>已签收</translation>
    </message>
    <message>
        <source>not your order</source>
        <comment>why it is refused</comment>
        <translation>非本单位指令</translation>
    </message>
    <message>
        <source>not your post&apos;s act</source>
        <comment>why it is refused</comment>
        <translation>本岗无权办理</translation>
    </message>
    <message>
        <source>no order</source>
        <comment>why it is refused</comment>
        <translation>没有指令</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>act of a newer version (type %1)</source>
        <translation>新版本的操作（类型 %1）</translation>
    </message>
    <message>
        <source>reported (%1 %2)</source>
        <comment>source, clock</comment>
        <translation>接报（%1 %2）</translation>
    </message>
    <message>
        <source>title: %1</source>
        <translation>标题改为 %1</translation>
    </message>
    <message>
        <source>kind: %1</source>
        <translation>类型改为 %1</translation>
    </message>
    <message>
        <source>grade: %1</source>
        <translation>定级改为 %1</translation>
    </message>
    <message>
        <source>place: %1</source>
        <translation>地点改为 %1</translation>
    </message>
    <message>
        <source>corrected %1</source>
        <translation>更正：%1</translation>
    </message>
    <message>
        <source>orders to %1</source>
        <translation>派 %1</translation>
    </message>
    <message>
        <source>signed for (lead)</source>
        <translation>签收（牵头）</translation>
    </message>
    <message>
        <source>signed for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>on scene</source>
        <comment>what a unit did</comment>
        <translation>到场</translation>
    </message>
    <message>
        <source>on the way</source>
        <comment>what a unit did</comment>
        <translation>赶赴</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>on scene, 4 officers</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>feedback</source>
        <comment>what a unit did</comment>
        <translation>反馈</translation>
    </message>
    <message>
        <source>done</source>
        <comment>what a unit did</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>returned</source>
        <comment>what a unit did</comment>
        <translation>退单</translation>
    </message>
    <message>
        <source>chased %1</source>
        <comment>units</comment>
        <translation>催办 %1</translation>
    </message>
    <message>
        <source>note</source>
        <translation>记</translation>
    </message>
    <message>
        <source>sent first report</source>
        <translation>报送初报</translation>
    </message>
    <message>
        <source>sent update %1</source>
        <translation>报送续报%1</translation>
    </message>
    <message>
        <source>sent an update</source>
        <translation>报送续报</translation>
    </message>
    <message>
        <source>sent final report</source>
        <translation>报送终报</translation>
    </message>
    <message>
        <source>counts: %1</source>
        <translation>报数：%1</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>what the office did</comment>
        <translation>结案</translation>
    </message>
    <message>
        <source>claimed it</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>acknowledged %1</source>
        <comment>a late step</comment>
        <translation>确认逾期：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, in which words</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what was done, why</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unit, step it owes: Power sign-for</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n steps open</source>
        <comment>why it cannot be closed</comment>
        <translation>
            <numerusform>%n 步未完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>chased %n units</source>
        <translation>
            <numerusform>催办 %n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <comment>field in conflict</comment>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>field in conflict</comment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Grade</source>
        <comment>field in conflict</comment>
        <translation>等级</translation>
    </message>
    <message>
        <source>Place</source>
        <comment>field in conflict</comment>
        <translation>地点</translation>
    </message>
    <message>
        <source>sealed the caller&apos;s contact, until %1</source>
        <translation>加密保存来电人联系方式，至 %1</translation>
    </message>
    <message>
        <source>opened the caller&apos;s contact</source>
        <translation>查看了来电人联系方式</translation>
    </message>
    <message>
        <source>attached a file</source>
        <translation>附文件</translation>
    </message>
    <message>
        <source>decide on time</source>
        <comment>step: more time asked for</comment>
        <translation>延期裁定</translation>
    </message>
    <message>
        <source>decide on return</source>
        <comment>step: returned order</comment>
        <translation>退单裁定</translation>
    </message>
    <message>
        <source>recheck</source>
        <comment>step: recheck a result</comment>
        <translation>复核</translation>
    </message>
    <message>
        <source>look again</source>
        <comment>step: early sign</comment>
        <translation>回看</translation>
    </message>
    <message>
        <source>asked for %1 more</source>
        <translation>申请延期 %1</translation>
    </message>
    <message>
        <source>asked to suspend for %1</source>
        <translation>申请挂账 %1</translation>
    </message>
    <message>
        <source>agreed to the time asked for</source>
        <translation>同意延期或挂账</translation>
    </message>
    <message>
        <source>refused the time asked for</source>
        <translation>不同意延期或挂账</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>withdrew an order</source>
        <translation>撤单</translation>
    </message>
    <message>
        <source>withdrew the order to %1</source>
        <translation>撤单：%1</translation>
    </message>
    <message>
        <source>accepted the return</source>
        <translation>同意退单</translation>
    </message>
    <message>
        <source>did not accept the return</source>
        <translation>驳回退单</translation>
    </message>
    <message>
        <source>rechecked: in order</source>
        <translation>复核：合格</translation>
    </message>
    <message>
        <source>rechecked: not in order</source>
        <translation>复核：不合格</translation>
    </message>
    <message>
        <source>%1, %2 of %3 samples good</source>
        <comment>rechecked: in order, …</comment>
        <translation>%1，抽查 %3 处、合格 %2 处</translation>
    </message>
    <message>
        <source>merged into another incident</source>
        <translation>并入另一事项</translation>
    </message>
    <message>
        <source>separated again</source>
        <translation>已分离</translation>
    </message>
    <message>
        <source>taken out of its group</source>
        <translation>移出串并</translation>
    </message>
    <message>
        <source>grouped under a major incident</source>
        <translation>串并到重大事项</translation>
    </message>
    <message>
        <source>watched until %1</source>
        <translation>列为苗头，观察至 %1</translation>
    </message>
    <message>
        <source>no longer watched</source>
        <translation>不再观察</translation>
    </message>
    <message>
        <source>brought back %1</source>
        <comment>a shelved step</comment>
        <translation>恢复告警 %1</translation>
    </message>
    <message>
        <source>put %1 aside for %2</source>
        <comment>a late step, how long</comment>
        <translation>搁置 %1，%2</translation>
    </message>
    <message>
        <source>raised %1 to %2</source>
        <comment>a late step, a post</comment>
        <translation>将 %1 升级至%2</translation>
    </message>
    <message>
        <source>another person decides</source>
        <comment>why it is refused</comment>
        <translation>须另一人裁定</translation>
    </message>
    <message>
        <source>the duty chief decides</source>
        <comment>why it is refused</comment>
        <translation>由值班长裁定</translation>
    </message>
    <message>
        <source>return undecided</source>
        <comment>why it is refused</comment>
        <translation>退单待裁定</translation>
    </message>
    <message>
        <source>recheck open</source>
        <comment>why it is refused</comment>
        <translation>尚未复核</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <comment>why it is refused</comment>
        <translation>无待裁定</translation>
    </message>
    <message>
        <source>decide</source>
        <comment>step: a question put for decision</comment>
        <translation>研判定事</translation>
    </message>
    <message>
        <source>imported %1 items of %2</source>
        <comment>count, name of a file</comment>
        <translation>导入 %1 项（%2）</translation>
    </message>
    <message>
        <source>items done: %1</source>
        <translation>事项办结 %1</translation>
    </message>
    <message>
        <source>items void: %1</source>
        <translation>事项作废 %1</translation>
    </message>
    <message>
        <source>items open again: %1</source>
        <translation>事项重新办理 %1</translation>
    </message>
    <message>
        <source>case %1 is in the charge of %2, %3</source>
        <comment>number, unit, post</comment>
        <translation>包案 %1：%2 %3</translation>
    </message>
    <message>
        <source>saw to the case on %1</source>
        <comment>a day</comment>
        <translation>%1 过问案件</translation>
    </message>
    <message>
        <source>case now at: %1</source>
        <comment>a stage</comment>
        <translation>案件进入“%1”阶段</translation>
    </message>
    <message>
        <source>task force not ended</source>
        <comment>why it cannot be closed</comment>
        <translation>专班未结束</translation>
    </message>
    <message>
        <source>a decision waits</source>
        <comment>why it cannot be closed</comment>
        <translation>尚待研判</translation>
    </message>
    <message>
        <source>opened the video of %1</source>
        <translation>查看视频：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>asked, answer</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::AlarmItem</name>
    <message>
        <source>%1. %2</source>
        <comment>item, cause</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::AlarmMeter</name>
    <message>
        <source>alarms %1 / 10 min</source>
        <translation>报警 %1 / 10 分</translation>
    </message>
    <message>
        <source>%1, flood</source>
        <comment>alarms 14 / 10 min, flood</comment>
        <translation>%1，潮涌</translation>
    </message>
    <message>
        <source>mean %1 · high %2 mid %3 low %4</source>
        <comment>alarms per ten minutes; by priority</comment>
        <translation>班均 %1 · 高 %2 中 %3 低 %4</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n aside</source>
        <comment>mean and mix; alarms put aside</comment>
        <translation>
            <numerusform>%1 · 搁置 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Guide (EEMUA 191): under one alarm in ten minutes on average; after an upset at most ten in the first ten minutes; high, medium and low about 5, 15 and 80 of a hundred.</source>
        <translation>参考（EEMUA 191）：平均每 10 分钟不到 1 项；突发后头 10 分钟不超过 10 项；高、中、低约为 5 : 15 : 80。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>alarms now, this shift</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Put aside:</source>
        <translation>已搁置：</translation>
    </message>
    <message>
        <source>No alarm in this shift yet.</source>
        <translation>本班尚无报警。</translation>
    </message>
    <message>
        <source>Mix of this shift: high %1 %, mid %2 %, low %3 %; guide 5, 15, 80.</source>
        <translation>本班构成：高 %1 %、中 %2 %、低 %3 %；参考值 5、15、80。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::AlarmRow</name>
    <message>
        <source>Unconfirmed late steps</source>
        <translation>未确认的逾期步骤</translation>
    </message>
    <message>
        <source>confirm this one</source>
        <translation>确认此项</translation>
    </message>
    <message>
        <source>chase</source>
        <translation>催办</translation>
    </message>
    <message numerus="yes">
        <source>%n of this cause</source>
        <translation>
            <numerusform>同因 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>items of this cause, causes in all</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n causes</source>
        <translation>
            <numerusform>共 %n 种原因</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody to chase</source>
        <translation>无须催办</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>raise</source>
        <translation>升级</translation>
    </message>
</context>
<context>
    <name>sz::widgets::AlarmTally</name>
    <message numerus="yes">
        <source>%n unacked</source>
        <comment>late steps nobody has confirmed</comment>
        <translation>
            <numerusform>未确认 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone unseen</source>
        <comment>steps that are late no more, confirmed by nobody</comment>
        <translation>
            <numerusform>已消除未确认 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::AlarmWatch</name>
    <message>
        <source>%1 %2 %3: %4, until %5 (%6)</source>
        <comment>number, unit, step: reason, clock, who</comment>
        <translation>%1 %2 %3：%4，至 %5（%6）</translation>
    </message>
</context>
<context>
    <name>sz::widgets::AmendSheet</name>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存更正</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>why it changes: stays in the trace</source>
        <translation>为什么更正：留在轨迹里</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>%1 meanwhile said for %2: %3</source>
        <comment>unit, field, value</comment>
        <translation>%1刚把%2改为：%3</translation>
    </message>
    <message>
        <source>No kind has this name: choose one from the list, or Esc.</source>
        <translation>没有叫这个名字的类型：从列表里选一个，或按 Esc。</translation>
    </message>
    <message>
        <source>Nothing is different yet.</source>
        <translation>还没有改动。</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>A whole number in digits, or nothing.</source>
        <translation>填整数，不知道就空着。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::AreaCard</name>
    <message>
        <source>dial</source>
        <translation>拨打</translation>
    </message>
    <message>
        <source>who is on</source>
        <translation>谁在岗</translation>
    </message>
    <message numerus="yes">
        <source>%n streets</source>
        <translation>
            <numerusform>%n 街道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>在办 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Area leader</source>
        <translation>把口领导</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区值班</translation>
    </message>
    <message>
        <source>no post in the plan</source>
        <translation>预案未设岗</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>clock</comment>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>no duty room in the plan</source>
        <translation>预案未列值班室</translation>
    </message>
    <message>
        <source>%1 duty room</source>
        <comment>street</comment>
        <translation>%1值班室</translation>
    </message>
    <message>
        <source>next</source>
        <comment>area, at its key</comment>
        <translation>换片</translation>
    </message>
</context>
<context>
    <name>sz::widgets::AskBar</name>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Write a few words first.</source>
        <translation>请先写几个字。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Attaching</name>
    <message>
        <source>Nothing to attach: the clipboard holds neither a file nor a picture</source>
        <translation>没有可附的：剪贴板里既无文件也无图片</translation>
    </message>
</context>
<context>
    <name>sz::widgets::BaseMapActs</name>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Base map: %1</source>
        <translation>底图：%1</translation>
    </message>
    <message>
        <source>Base map on</source>
        <translation>底图：开</translation>
    </message>
    <message>
        <source>Base map off</source>
        <translation>底图：关</translation>
    </message>
    <message>
        <source>Base map %1 cannot be used: %2</source>
        <translation>底图 %1 无法使用：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1；另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Names of base map %1 cannot be searched: %2</source>
        <translation>底图 %1 的地名不可检索：%2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::BoardHeads</name>
    <message>
        <source>Pending</source>
        <translation>待处置</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Closed in 24 h</source>
        <translation>24 小时内办结</translation>
    </message>
    <message>
        <source>by harm</source>
        <translation>按危害排序</translation>
    </message>
    <message>
        <source>reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>take phone reports as usual</source>
        <translation>电话报来照常登记</translation>
    </message>
    <message>
        <source>Hide closed incidents</source>
        <translation>收起已办结事项</translation>
    </message>
    <message>
        <source>Show closed incidents</source>
        <translation>展开已办结事项</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>clock</comment>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>从未联通</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <comment>age</comment>
        <translation>最久 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n due within 20 min</source>
        <translation>
            <numerusform>20 分内到限 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in time · %2 late</source>
        <translation>按时 %1 · 逾期 %2</translation>
    </message>
    <message>
        <source>Nothing waits for a first order</source>
        <translation>没有待分派的事项</translation>
    </message>
    <message>
        <source>No limit is broken</source>
        <translation>没有逾期</translation>
    </message>
    <message>
        <source>Nothing is in hand</source>
        <translation>没有处置中的事项</translation>
    </message>
    <message>
        <source>Nothing was closed in 24 h</source>
        <translation>24 小时内没有办结</translation>
    </message>
    <message>
        <source>No new report has come in after %1.</source>
        <translation>%1 之后收不到新报。</translation>
    </message>
    <message>
        <source>This desk has not been connected yet.</source>
        <translation>本席尚未联通过。</translation>
    </message>
    <message>
        <source>no new incident since %1</source>
        <translation>%1 以来没有新事项</translation>
    </message>
    <message>
        <source>no incident in 24 h</source>
        <translation>24 小时内没有事项</translation>
    </message>
    <message>
        <source>Empty so far: still catching up</source>
        <translation>此处暂空，正在补收数据</translation>
    </message>
    <message>
        <source>Empty because headquarters refuses this desk</source>
        <translation>此处为空，是因为总值班台拒绝本席接入</translation>
    </message>
    <message>
        <source>Empty because the link is down, not because nothing is new</source>
        <translation>此处为空，是因为断线，不是因为没有新事项</translation>
    </message>
    <message>
        <source>Nothing of view “%1” is here</source>
        <translation>视图“%1”在这一栏没有事项</translation>
    </message>
    <message numerus="yes">
        <source>%n are outside this view · Alt+0 shows all</source>
        <translation>
            <numerusform>视图之外还有 %n 件 · Alt+0 显示全部</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::BoardModel</name>
    <message>
        <source>unsent</source>
        <translation>未发</translation>
    </message>
    <message numerus="yes">
        <source>%n notes not read</source>
        <translation>
            <numerusform>未读记事 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::BoardView</name>
    <message>
        <source>Incidents</source>
        <translation>事项</translation>
    </message>
    <message numerus="yes">
        <source>%n new above · Home</source>
        <translation>
            <numerusform>上方有 %n 件新报 · Home</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::BrandLabel</name>
    <message>
        <source>Sanzhen</source>
        <translation>三镇值守台</translation>
    </message>
</context>
<context>
    <name>sz::widgets::BriefPage</name>
    <message>
        <source>Daily brief</source>
        <translation>值班要情</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>draft anew</source>
        <comment>key</comment>
        <translation>重写</translation>
    </message>
    <message>
        <source>copy</source>
        <comment>key: the whole text</comment>
        <translation>复制全文</translation>
    </message>
    <message>
        <source>Copied: the brief as text</source>
        <translation>已复制要情全文</translation>
    </message>
    <message>
        <source>save text</source>
        <comment>key</comment>
        <translation>存文本</translation>
    </message>
    <message>
        <source>print (PDF)</source>
        <comment>key</comment>
        <translation>打印（PDF）</translation>
    </message>
    <message>
        <source>reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>Tab and Enter, or a click, on a number shows what it was made of</source>
        <translation>在数字上按 Tab、Enter 或点击，可看它从哪里来</translation>
    </message>
    <message>
        <source>This desk has no log yet: it comes with the first link to headquarters</source>
        <translation>本席还没有日志：首次联通总值班台后即有</translation>
    </message>
    <message>
        <source>draft · %1</source>
        <comment>log</comment>
        <translation>草稿 · %1</translation>
    </message>
    <message>
        <source>%1: none</source>
        <comment>what</comment>
        <translation>%1：无</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what, how many</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>sz::widgets::BriefText</name>
    <message>
        <source>Daily brief</source>
        <translation>值班要情</translation>
    </message>
    <message>
        <source>Made from the %1, as of %2.</source>
        <comment>log, clock</comment>
        <translation>由%1生成，截至 %2。</translation>
    </message>
    <message>
        <source>Reports taken: %1; closed: %2; merged into others: %3; open: %4, of these late: %5.</source>
        <translation>受理 %1 件，结案 %2 件，并入其他 %3 件；在办 %4 件，其中逾期 %5 件。</translation>
    </message>
    <message>
        <source>reports taken</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>incidents closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>incidents merged</source>
        <translation>并入其他</translation>
    </message>
    <message>
        <source>incidents open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>incidents late</source>
        <translation>逾期在办</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>grade or class, number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>By grade: %1.</source>
        <translation>按等级：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>By class: %1.</source>
        <translation>按类别：%1。</translation>
    </message>
    <message>
        <source>1. As a whole</source>
        <translation>一、总体</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>late step, unit</comment>
        <translation>%1（责任：%2）</translation>
    </message>
    <message>
        <source>%1 %2 (%3; %4): %5</source>
        <comment>number, title, grade, place, state</comment>
        <translation>%1 %2（%3；%4）：%5</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>另有 %1 件。</translation>
    </message>
    <message>
        <source>2. Notable</source>
        <translation>二、重要事项</translation>
    </message>
    <message>
        <source>Nothing of grade I or II, nothing late.</source>
        <translation>无 I、II 级事项，无逾期。</translation>
    </message>
    <message>
        <source>notable incidents</source>
        <translation>重要事项</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <comment>part, whole, percent</comment>
        <translation>%1（应计 %2，%3）</translation>
    </message>
    <message>
        <source>%1: what was due</source>
        <translation>%1：应计</translation>
    </message>
    <message>
        <source>Orders: %1; signed in time: %2; done in time: %3; returns: %4; reliefs asked for: %5, granted: %6.</source>
        <translation>下达指令 %1 条；按时签收 %2；按时办结 %3；退单 %4 次；申请延期、挂账 %5 次，批准 %6 次。</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>signed in time</source>
        <translation>按时签收</translation>
    </message>
    <message>
        <source>done in time</source>
        <translation>按时办结</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>reliefs asked for</source>
        <translation>申请延期、挂账</translation>
    </message>
    <message>
        <source>reliefs granted</source>
        <translation>批准延期、挂账</translation>
    </message>
    <message>
        <source>3. Orders</source>
        <translation>三、指令时效</translation>
    </message>
    <message>
        <source>4. Due before %1</source>
        <comment>next change of shift</comment>
        <translation>四、%1 换班前到限</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>due before the next change</source>
        <translation>换班前到限</translation>
    </message>
    <message>
        <source>%1 %2: %3, %4, until %5</source>
        <comment>number, title, step, unit, limit</comment>
        <translation>%1 %2：%3，%4，%5 到限</translation>
    </message>
    <message>
        <source>Asked with the reports: %1.</source>
        <translation>接报要素：%1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>answer, in so many incidents</comment>
        <translation>%1（%2 起）</translation>
    </message>
</context>
<context>
    <name>sz::widgets::BurnChart</name>
    <message>
        <source>Burn-down</source>
        <translation>燃尽图</translation>
    </message>
    <message>
        <source>%1 of %2 still open</source>
        <translation>%2 项中还有 %1 项未办</translation>
    </message>
    <message>
        <source>%1; the ideal line says %2</source>
        <translation>%1；按理想线应剩 %2 项</translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>还没有事项</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>未办 %1</translation>
    </message>
    <message>
        <source>ideal %1</source>
        <translation>理想 %1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CallRow</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>call</source>
        <translation>来电</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CameraSheet</name>
    <message>
        <source>Video nearby</source>
        <translation>附近视频</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Cameras and rooms, the nearest first</source>
        <translation>视频点位，由近及远</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>what is to be seen; may be empty</source>
        <translation>要看什么，可不填</translation>
    </message>
    <message>
        <source>some %1</source>
        <comment>length</comment>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>The plan names no cameras and no rooms (endpoints.csv).</source>
        <translation>预案中没有视频点位（endpoints.csv）。</translation>
    </message>
    <message>
        <source>Nobody knows where the incident is: put its place right first.</source>
        <translation>此事项地点不明：请先更正地点。</translation>
    </message>
    <message>
        <source>Open, with an entry in the trace</source>
        <translation>查看，并记入轨迹</translation>
    </message>
    <message>
        <source>nothing to open</source>
        <translation>没有可看的</translation>
    </message>
    <message>
        <source>the plan has no address for it</source>
        <translation>预案中没有它的地址</translation>
    </message>
    <message>
        <source>No program of this machine opens %1 addresses; the entry stands in the trace.</source>
        <translation>本机没有能打开 %1 地址的程序；查看已记入轨迹。</translation>
    </message>
    <message>
        <source>Opened: %1; it stands in the trace</source>
        <translation>已打开：%1，已记入轨迹</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CampaignList</name>
    <message>
        <source>Campaigns</source>
        <translation>专项行动</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CampaignListModel</name>
    <message>
        <source>%1, %2, %3 of %4 done, %5 late</source>
        <translation>%1，%2，%4 项已办 %3 项，逾期 %5 项</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CampaignView</name>
    <message>
        <source>new campaign</source>
        <translation>新专项</translation>
    </message>
    <message>
        <source>import into it</source>
        <translation>继续导入</translation>
    </message>
    <message>
        <source>Items shown</source>
        <translation>显示哪些事项</translation>
    </message>
    <message>
        <source>open</source>
        <comment>items</comment>
        <translation>未办</translation>
    </message>
    <message>
        <source>late</source>
        <comment>items</comment>
        <translation>逾期</translation>
    </message>
    <message>
        <source>done</source>
        <comment>items</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>void</source>
        <comment>items</comment>
        <translation>作废</translation>
    </message>
    <message>
        <source>all</source>
        <comment>items</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filter items</source>
        <translation>筛选事项</translation>
    </message>
    <message>
        <source>filter: number, words, place</source>
        <translation>筛选：编号、文字、地点</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>done</source>
        <comment>settle items</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>void</source>
        <comment>settle items</comment>
        <translation>作废</translation>
    </message>
    <message>
        <source>Units, late first</source>
        <translation>各单位，逾期在前</translation>
    </message>
    <message>
        <source>only this unit</source>
        <translation>只看该单位</translation>
    </message>
    <message>
        <source>No campaign is running</source>
        <translation>没有进行中的专项行动</translation>
    </message>
    <message>
        <source>%1 · done %2 of %3 · late %4</source>
        <translation>%1 · 办结 %2 / %3 · 逾期 %4</translation>
    </message>
    <message>
        <source>%1 · only %2</source>
        <translation>%1 · 只看%2</translation>
    </message>
    <message>
        <source>Nothing to change: choose items in another state</source>
        <translation>无须改动：请选其他状态的事项</translation>
    </message>
    <message>
        <source>Too many at once: choose fewer items</source>
        <translation>一次太多，请少选一些</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>result, in a few words</source>
        <translation>结果，几个字即可</translation>
    </message>
    <message>
        <source>reason, in a few words</source>
        <translation>原因，几个字即可</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Another unit&apos;s item: only its own units settle it</source>
        <translation>是其他单位的事项，只能由其责任或配合单位办理</translation>
    </message>
    <message>
        <source>Alt+N imports a sheet of tasks or places</source>
        <translation>按 Alt+N 导入任务或隐患清单</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CareActs</name>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: %1</source>
        <translation>已存本席，待发送：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CaseModel</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>包案领导</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>过问</translation>
    </message>
    <message>
        <source>Not seen to for</source>
        <translation>未过问</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CaseSheet</name>
    <message>
        <source>Led case</source>
        <translation>包案</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>the matter, never a private person&apos;s name</source>
        <translation>写事，不写群众姓名</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案号</translation>
    </message>
    <message>
        <source>Leader&apos;s unit</source>
        <translation>包案单位</translation>
    </message>
    <message>
        <source>name, pinyin or code</source>
        <translation>名称、拼音或编码</translation>
    </message>
    <message>
        <source>Leader&apos;s post</source>
        <translation>包案领导岗位</translation>
    </message>
    <message>
        <source>take in charge</source>
        <translation>包案</translation>
    </message>
    <message>
        <source>Fill this in first.</source>
        <translation>请先填这一项。</translation>
    </message>
    <message>
        <source>The plan has no such unit with a post.</source>
        <translation>预案中没有这个单位，或该单位没有岗位。</translation>
    </message>
    <message>
        <source>Saved: %1 has case %2 in charge</source>
        <translation>已保存：%1 包案 %2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CaseView</name>
    <message>
        <source>Led cases, longest not seen to first</source>
        <translation>包案，最久未过问的在前</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>新包案</translation>
    </message>
    <message>
        <source>saw to it</source>
        <translation>过问</translation>
    </message>
    <message>
        <source>next stage</source>
        <translation>下一阶段</translation>
    </message>
    <message>
        <source>stage back</source>
        <translation>退回阶段</translation>
    </message>
    <message>
        <source>remind</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>another leader</source>
        <translation>换领导</translation>
    </message>
    <message>
        <source>open</source>
        <comment>what a key does</comment>
        <translation>打开</translation>
    </message>
    <message>
        <source>No case is in a leader&apos;s charge</source>
        <translation>没有领导包案</translation>
    </message>
    <message>
        <source>%1 cases · %2 not seen to for more than %3 days</source>
        <translation>包案 %1 件 · 超 %3 天未过问 %2 件</translation>
    </message>
    <message>
        <source>stage %1 %2</source>
        <translation>进入“%1” %2</translation>
    </message>
    <message>
        <source>Nobody has seen to it yet.</source>
        <translation>还没有人过问。</translation>
    </message>
    <message>
        <source>Saw to case %1</source>
        <translation>过问案件 %1</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>what was said and agreed, without private names</source>
        <translation>谈了什么、商定什么，不写群众姓名</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>There is no stage beyond this one</source>
        <translation>没有更多阶段</translation>
    </message>
    <message>
        <source>Case %1 to stage %2</source>
        <translation>案件 %1 进入“%2”</translation>
    </message>
    <message>
        <source>why it goes back</source>
        <translation>为何退回</translation>
    </message>
    <message>
        <source>how it got there</source>
        <translation>进展情况</translation>
    </message>
    <message>
        <source>Reminder: %1 (%2) has not seen to case %3 for %4 days.</source>
        <translation>催办：%1（%2）已有 %4 天未过问案件 %3。</translation>
    </message>
    <message>
        <source>Nobody to remind: choose cases that have waited too long</source>
        <translation>无须催办：请选超期未过问的案件</translation>
    </message>
    <message numerus="yes">
        <source>Reminded: %n cases</source>
        <translation>
            <numerusform>已催办 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt+N takes one in charge</source>
        <translation>按 Alt+N 新建一件</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ChangesModel</name>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>How</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ColumnChoice</name>
    <message>
        <source>Form</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>a row each duty or day</source>
        <translation>每班或每天一行</translation>
    </message>
    <message>
        <source>days across</source>
        <translation>日期横排</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>its post</source>
        <translation>该列岗位</translation>
    </message>
    <message>
        <source>—</source>
        <comment>no column</comment>
        <translation>—</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <comment>of a sheet, the days in it</comment>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CommandLine</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>order, remind, note, ? who is on duty, / find  —  e.g. p jianghan,gas 30m</source>
        <translation>派、催、记、问、找……例：派 江汉，燃气 30m</translation>
    </message>
    <message>
        <source>%1 is on the clipboard</source>
        <comment>a telephone number</comment>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>not done: %1</source>
        <comment>a typed line</comment>
        <translation>未执行：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::CompareView</name>
    <message>
        <source>What changed between the two moments</source>
        <translation>两个时刻之间的变化</translation>
    </message>
    <message>
        <source>Both moments are the same</source>
        <translation>两个时刻相同</translation>
    </message>
    <message>
        <source>go to another moment: A stays where it is</source>
        <translation>转到另一时刻即可对比，A 不动</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ConflictWatch</name>
    <message>
        <source>double duty %1</source>
        <comment>within a day</comment>
        <translation>重岗 %1</translation>
    </message>
    <message>
        <source>short rest %1</source>
        <comment>within a day</comment>
        <translation>休息不足 %1</translation>
    </message>
    <message>
        <source>unqualified %1</source>
        <comment>within a day</comment>
        <translation>无资格 %1</translation>
    </message>
    <message>
        <source>gaps %1</source>
        <comment>of the office and areas, within a day</comment>
        <translation>缺岗 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::ContactLine</name>
    <message>
        <source>open contact</source>
        <translation>查看联系方式</translation>
    </message>
    <message>
        <source>Caller&apos;s contact: expired on %1, nobody can read it any more</source>
        <translation>来电人联系方式：已于 %1 到期，任何人都不能再读</translation>
    </message>
    <message>
        <source>Caller&apos;s contact: sealed, until %1</source>
        <translation>来电人联系方式：加密保存，至 %1</translation>
    </message>
    <message numerus="yes">
        <source>Caller&apos;s contact: sealed, until %1; opened %n time(s), last by %2</source>
        <translation>
            <numerusform>来电人联系方式：加密保存，至 %1；已查看 %n 次，最近 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>needs headquarters</source>
        <translation>须连总值班台</translation>
    </message>
    <message>
        <source>Caller&apos;s contact: %1</source>
        <translation>来电人联系方式：%1</translation>
    </message>
    <message>
        <source>Caller&apos;s contact: being opened…</source>
        <translation>来电人联系方式：正在打开…</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Corrections</name>
    <message>
        <source>Its report was refused, too: correct that one first.</source>
        <translation>它的报告也被拒：先更正那一条。</translation>
    </message>
    <message>
        <source>Cannot be filed again: %1</source>
        <translation>不能再报：%1</translation>
    </message>
    <message>
        <source>Saved: filed again</source>
        <translation>已保存：已重新上报</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DateLabel</name>
    <message>
        <source>clock ±%1 s</source>
        <translation>钟差 %1 秒</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, clock offset</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>clock —</source>
        <translation>钟差 —</translation>
    </message>
    <message>
        <source>clock ±%1</source>
        <comment>minutes or hours</comment>
        <translation>钟差 %1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DecideSheet</name>
    <message>
        <source>Decide</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>New limit when it is not in order</source>
        <translation>不合格时的新时限</translation>
    </message>
    <message>
        <source>order another unit</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>批语</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新时限</translation>
    </message>
    <message>
        <source>Places or items looked at</source>
        <translation>抽查处数</translation>
    </message>
    <message>
        <source>Of them in order</source>
        <translation>其中合格</translation>
    </message>
    <message>
        <source>looked at, in order</source>
        <translation>处，其中合格</translation>
    </message>
    <message>
        <source>Meanwhile this has been decided, or is no longer asked for.</source>
        <translation>此事已被裁定，或申请已失效。</translation>
    </message>
    <message>
        <source>Write what was found.</source>
        <translation>请写复核发现。</translation>
    </message>
    <message>
        <source>Write why: the unit reads it.</source>
        <translation>请写理由，单位会看到。</translation>
    </message>
    <message>
        <source>Give the new limit as 30m, 2h or 3d.</source>
        <translation>请填新时限，如 30m、2h 或 3d。</translation>
    </message>
    <message>
        <source>More cannot be in order than were looked at.</source>
        <translation>合格数不能多于抽查数。</translation>
    </message>
    <message>
        <source>agreed to</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>not agreed to</source>
        <translation>未同意</translation>
    </message>
    <message>
        <source>return accepted</source>
        <translation>退单已收回</translation>
    </message>
    <message>
        <source>the unit has it again</source>
        <translation>退单已驳回</translation>
    </message>
    <message>
        <source>rechecked, in order</source>
        <translation>复核合格</translation>
    </message>
    <message>
        <source>rechecked, open again</source>
        <translation>复核不合格，重新办理</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DecisionBox</name>
    <message>
        <source>order nothing</source>
        <translation>不下令</translation>
    </message>
    <message>
        <source>Why nothing is ordered</source>
        <translation>不下令的理由</translation>
    </message>
    <message>
        <source>why, if nothing is ordered</source>
        <translation>不下令时写理由</translation>
    </message>
    <message>
        <source>asked by %1 at %2</source>
        <comment>post or unit, clock</comment>
        <translation>%1 于 %2 提交</translation>
    </message>
    <message>
        <source>Meanwhile settled by %1.</source>
        <translation>其间已由 %1 研判。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DecisionList</name>
    <message>
        <source>For decision</source>
        <translation>待研判</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Questions that wait for a decision</source>
        <translation>待研判的问题</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>没有待研判事项</translation>
    </message>
    <message>
        <source>Q on an incident puts it here.</source>
        <translation>在事项上按 Q 提交研判。</translation>
    </message>
    <message>
        <source>Decide by an order</source>
        <translation>研判并派单</translation>
    </message>
    <message numerus="yes">
        <source>%n wait</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Meanwhile somebody has settled it.</source>
        <translation>其间已有人研判。</translation>
    </message>
    <message>
        <source>asked by %1</source>
        <comment>post or unit</comment>
        <translation>%1 提交</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Decisions</name>
    <message>
        <source>Saved: decided to order nothing</source>
        <translation>已保存：研判后不下令</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: decided to order nothing</source>
        <translation>已存本席，待发送：研判后不下令</translation>
    </message>
    <message>
        <source>%1 still waits for a decision</source>
        <comment>number</comment>
        <translation>%1 仍待研判</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DetailFooter</name>
    <message>
        <source>order</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>sign for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>赶赴</translation>
    </message>
    <message>
        <source>feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>return</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>amend</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>name of the next report, to be drafted</comment>
        <translation>起草%1</translation>
    </message>
    <message>
        <source>attach</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>card</source>
        <comment>plan card</comment>
        <translation>预案卡</translation>
    </message>
    <message>
        <source>satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>claim</source>
        <comment>the incident comes under the own hand</comment>
        <translation>认领</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DetailHead</name>
    <message>
        <source>unsent</source>
        <translation>未发</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>已认领</translation>
    </message>
    <message>
        <source>claimed: %1</source>
        <comment>post</comment>
        <translation>%1认领</translation>
    </message>
    <message>
        <source>%1: %2 stands; %3 said %4 at %5</source>
        <comment>field, value, unit, other value, clock</comment>
        <translation>%1：现为“%2”；%3 于 %5 改为“%4”</translation>
    </message>
    <message>
        <source>Two desks changed the same field</source>
        <translation>两席改了同一栏</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DetailPane</name>
    <message>
        <source>Selected incident</source>
        <translation>所选事项</translation>
    </message>
    <message>
        <source>No incident is selected</source>
        <translation>未选事项</translation>
    </message>
    <message>
        <source>Choose one on the board or on the map.</source>
        <translation>请在列表或地图上选一件。</translation>
    </message>
    <message>
        <source>Sections of the incident</source>
        <translation>事项各栏</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告链</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Report chain</source>
        <translation>报告链</translation>
    </message>
    <message>
        <source>chase</source>
        <translation>催未签</translation>
    </message>
    <message>
        <source>note</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>No report upwards is due at this grade.</source>
        <translation>此级别无须上报。</translation>
    </message>
    <message>
        <source>signed %1/%3 · done %2/%3</source>
        <translation>签收 %1/%3 · 办结 %2/%3</translation>
    </message>
    <message>
        <source>No order yet.</source>
        <translation>尚未派单。</translation>
    </message>
    <message>
        <source>Orders %1</source>
        <translation>指令 %1</translation>
    </message>
    <message>
        <source>nobody to chase</source>
        <translation>无须催办</translation>
    </message>
    <message>
        <source>Trace %1</source>
        <translation>轨迹 %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>clock</comment>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>street duty room %1</source>
        <comment>phone</comment>
        <translation>街道值班室 %1</translation>
    </message>
    <message>
        <source>The point is approximate.</source>
        <translation>点位为大致位置。</translation>
    </message>
    <message>
        <source>The point was given.</source>
        <translation>点位已标定。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Files %1</source>
        <translation>附件 %1</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>交谈</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>交谈记事</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>轨迹</translation>
    </message>
    <message numerus="yes">
        <source>notes, %n new</source>
        <translation>
            <numerusform>交谈 新 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>counts</source>
        <translation>报数</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DrawActs</name>
    <message>
        <source>Draw on the map</source>
        <translation>在地图上标绘</translation>
    </message>
    <message>
        <source>Draw on the map (Ctrl+Shift+D)</source>
        <translation>在地图上标绘（Ctrl+Shift+D）</translation>
    </message>
    <message>
        <source>A drawing has at most %1 corners</source>
        <translation>一处标绘最多 %1 个拐点</translation>
    </message>
    <message>
        <source>Click the map, or press Enter and set corners with the space bar; arrows move the map, Backspace takes a corner back, Enter puts it on the map.</source>
        <translation>在地图上点选，或按回车后用空格键定拐点；方向键移图，退格键撤回一点，回车标上地图。</translation>
    </message>
    <message numerus="yes">
        <source>%n corners: more are needed</source>
        <translation>
            <numerusform>%n 个拐点：还不够</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corners</source>
        <translation>
            <numerusform>%n 个拐点</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the map first: nothing is drawn yet</source>
        <translation>还没有画：先在地图上点选</translation>
    </message>
    <message>
        <source>More corners are needed for: %1</source>
        <translation>拐点还不够：%1</translation>
    </message>
    <message>
        <source>Drawn: every desk sees it</source>
        <translation>已标上地图，各席位都能看到</translation>
    </message>
    <message>
        <source>Erased: it stays in the log and in the replay</source>
        <translation>已擦除；日志和回放里仍有</translation>
    </message>
    <message>
        <source>A note needs words</source>
        <translation>注记要写字</translation>
    </message>
    <message>
        <source>The map has as many drawings as it can keep: erase some first</source>
        <translation>地图上的标绘已满：先擦掉一些</translation>
    </message>
    <message>
        <source>Corners: one lies outside the ground of this operation; take it back</source>
        <translation>拐点：有一点在本次行动范围之外，请撤回</translation>
    </message>
    <message>
        <source>Corners: too few or too many, at most %1</source>
        <translation>拐点：太少或太多，最多 %1 个</translation>
    </message>
    <message>
        <source>Words: at most sixty characters</source>
        <translation>文字：最多六十个字</translation>
    </message>
    <message>
        <source>%1 and %2 round it</source>
        <translation>%1及周围 %2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DrawCard</name>
    <message>
        <source>Put on the map</source>
        <translation>标上地图</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>还没有标绘。</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>在地图上标绘</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>标的是什么</translation>
    </message>
    <message>
        <source>Words beside it</source>
        <translation>旁边写的字</translation>
    </message>
    <message>
        <source>Enter, on the map or in the words</source>
        <translation>在地图上或文字框里按回车</translation>
    </message>
    <message>
        <source>Drawn so far</source>
        <translation>已有标绘</translation>
    </message>
    <message>
        <source>Del, on the list; who drew it and who erased it stays in the log</source>
        <translation>在列表上按 Del；谁画、谁擦都留在日志里</translation>
    </message>
    <message>
        <source>For incident %1</source>
        <translation>属于事项 %1</translation>
    </message>
    <message>
        <source>Only near it</source>
        <translation>只看临近</translation>
    </message>
    <message>
        <source>How near, metres</source>
        <translation>临近距离（米）</translation>
    </message>
    <message>
        <source>m</source>
        <comment>metres, after a number</comment>
        <translation>米</translation>
    </message>
    <message>
        <source>Board: only what lies in the drawing or so near to it; the map shows how far that is</source>
        <translation>看板只留标绘之内和临近的事项，地图上画出这一范围</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DuplicateList</name>
    <message>
        <source>%1 m away</source>
        <translation>相距 %1 米</translation>
    </message>
    <message>
        <source>%1 km away</source>
        <translation>相距 %1 公里</translation>
    </message>
    <message>
        <source>same area</source>
        <translation>同片区</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>age of an incident</comment>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>same kind</source>
        <translation>同类型</translation>
    </message>
    <message numerus="yes">
        <source>%n words in common</source>
        <translation>
            <numerusform>同词 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>merge into it</source>
        <translation>并入</translation>
    </message>
</context>
<context>
    <name>sz::widgets::DutyCard</name>
    <message>
        <source>Who is on duty</source>
        <translation>谁在岗</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>The plan names no post of this unit.</source>
        <translation>预案未给此单位设岗。</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>缺岗</translation>
    </message>
    <message>
        <source>nobody since %1</source>
        <translation>%1 起无人在岗</translation>
    </message>
    <message>
        <source>nobody from %1</source>
        <translation>%1 起将无人在岗</translation>
    </message>
    <message>
        <source>dial %1</source>
        <comment>phone</comment>
        <translation>拨打 %1</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>shift, clock</comment>
        <translation>%1至 %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>away, back at %1</source>
        <comment>clock</comment>
        <translation>离岗，%1 回</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>在岗情况</translation>
    </message>
    <message>
        <source>%1 (told %2)</source>
        <comment>presence, clock</comment>
        <translation>%1（%2 报）</translation>
    </message>
</context>
<context>
    <name>sz::widgets::FactsRow</name>
    <message>
        <source>%1 %2</source>
        <comment>what was asked, answer</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>what was asked, number, unit</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between answers</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>sz::widgets::FigureRows</name>
    <message>
        <source>Rows of the figure</source>
        <translation>数字的来源行</translation>
    </message>
    <message>
        <source>to the incident</source>
        <comment>key of a row</comment>
        <translation>去该事项</translation>
    </message>
</context>
<context>
    <name>sz::widgets::FigureRowsModel</name>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <comment>title, step, unit</comment>
        <translation>%1 · %2，%3</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>未发</translation>
    </message>
</context>
<context>
    <name>sz::widgets::FileActs</name>
    <message>
        <source>Attach files to this incident</source>
        <translation>给此事项附文件</translation>
    </message>
    <message>
        <source>picture %1.png</source>
        <comment>clock</comment>
        <translation>图片 %1.png</translation>
    </message>
    <message>
        <source>%1 was not attached: %2</source>
        <comment>file, why</comment>
        <translation>%1 未附上：%2</translation>
    </message>
    <message>
        <source>Saved: %1 is attached</source>
        <translation>已保存：已附 %1</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: %1 is attached</source>
        <translation>已存本席，待发送：已附 %1</translation>
    </message>
    <message>
        <source>Fetching the file from headquarters …</source>
        <translation>正从总值班台取回文件……</translation>
    </message>
    <message>
        <source>The file has not reached headquarters yet. Try again later, or ask who attached it.</source>
        <translation>文件尚未送到总值班台。请稍后再试，或询问附件的单位。</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>文件打不开：%1</translation>
    </message>
    <message>
        <source>scan %1.png</source>
        <comment>clock</comment>
        <translation>扫描件 %1.png</translation>
    </message>
</context>
<context>
    <name>sz::widgets::FilesSection</name>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Open “%1” (%2, attached by %3) with a program of this computer? A file from outside may be harmful.</source>
        <translation>用本机程序打开“%1”（%2，%3 附上）？外来文件可能有害。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::FilesTable</name>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
</context>
<context>
    <name>sz::widgets::FindPalette</name>
    <message>
        <source>Find anything</source>
        <translation>查找一切</translation>
    </message>
    <message>
        <source>incident, order, unit, who is on duty, place, key — Chinese, pinyin or initials</source>
        <translation>事项、指令、单位、谁在岗、地点、按键——汉字、拼音或首字母</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>date, place</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing here is called that. The matters of earlier days are looked through, too.</source>
        <translation>没有找到；以往的事项也查过了。</translation>
    </message>
    <message>
        <source>%1 is on the clipboard</source>
        <comment>a telephone number</comment>
        <translation>已复制 %1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ForceBar</name>
    <message>
        <source>%1 · ended</source>
        <comment>task force</comment>
        <translation>%1 · 已结束</translation>
    </message>
    <message>
        <source>decide</source>
        <comment>key: put for decision</comment>
        <translation>研判</translation>
    </message>
    <message>
        <source>force</source>
        <comment>key: task force</comment>
        <translation>专班</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ForceBoard</name>
    <message>
        <source>Task force</source>
        <translation>专班</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Members of the task force</source>
        <translation>专班成员</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>For</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指挥</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>纪要</translation>
    </message>
    <message>
        <source>ended %1: %2</source>
        <comment>day and clock, result</comment>
        <translation>%1 结束：%2</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>unit and post, day and clock</comment>
        <translation>%1，自 %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>no minutes yet</source>
        <translation>尚无纪要</translation>
    </message>
    <message>
        <source>count a goal</source>
        <translation>填目标</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>记纪要</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>change</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>end it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>goal and how much by now: evacuate 96</source>
        <translation>目标和累计数，如：转移 96</translation>
    </message>
    <message>
        <source>what was discussed and settled</source>
        <translation>议了什么，定了什么</translation>
    </message>
    <message>
        <source>who takes over, then why: Wuchang closer to it</source>
        <translation>接手单位和理由，如：武昌 离现场近</translation>
    </message>
    <message>
        <source>the result in one sentence</source>
        <translation>一句话写结果</translation>
    </message>
    <message>
        <source>goal counted</source>
        <translation>目标已计数</translation>
    </message>
    <message>
        <source>minutes written</source>
        <translation>纪要已记</translation>
    </message>
    <message>
        <source>command handed over</source>
        <translation>指挥权已移交</translation>
    </message>
    <message>
        <source>task force ended</source>
        <translation>专班已结束</translation>
    </message>
    <message>
        <source>no goal is set</source>
        <translation>未设目标</translation>
    </message>
    <message>
        <source>No unit has this name.</source>
        <translation>没有这个名称的单位。</translation>
    </message>
    <message>
        <source>Several units have this name.</source>
        <translation>有多个单位叫这个名称。</translation>
    </message>
    <message>
        <source>command to %1</source>
        <translation>指挥权交 %1</translation>
    </message>
    <message>
        <source>%1: say why, too</source>
        <translation>%1：还要写理由</translation>
    </message>
    <message>
        <source>A goal of this task force, then a number.</source>
        <translation>写本专班的一个目标，再写数。</translation>
    </message>
    <message>
        <source>Write a few words first.</source>
        <translation>请先写几个字。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ForceList</name>
    <message>
        <source>Task forces</source>
        <translation>专班</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Task forces at work</source>
        <translation>工作中的专班</translation>
    </message>
    <message>
        <source>No task force is at work</source>
        <translation>目前没有专班</translation>
    </message>
    <message>
        <source>F6 on an incident forms one.</source>
        <translation>在事项上按 F6 组建。</translation>
    </message>
    <message>
        <source>Open its board</source>
        <translation>打开专班板</translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in command</source>
        <comment>unit</comment>
        <translation>%1 指挥</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>成员 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::ForceSheet</name>
    <message>
        <source>Form a task force</source>
        <translation>组建专班</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Name of the task force</source>
        <translation>专班名称</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>专班任务</translation>
    </message>
    <message>
        <source>what it is to do; may stay empty</source>
        <translation>要做什么；可不填</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>stays in the trace; needed for goals and end</source>
        <translation>留在轨迹；改目标或期限必填</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>For</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Who has command</source>
        <translation>指挥单位和岗位</translation>
    </message>
    <message>
        <source>unit, then its post</source>
        <translation>单位，再选岗位</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指挥</translation>
    </message>
    <message>
        <source>Goals, one a line</source>
        <translation>目标，每行一个</translation>
    </message>
    <message>
        <source>one a line: evacuate 120 households</source>
        <translation>每行一个，如：转移 120 户</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>计划结束</translation>
    </message>
    <message>
        <source>3d, 48h, 10-20 or 2026-10-20</source>
        <translation>3d、48h、10-20 或 2026-10-20</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>%1 task force</source>
        <comment>title of the incident</comment>
        <translation>%1专班</translation>
    </message>
    <message>
        <source>Change the task force</source>
        <translation>调整专班</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <comment>line</comment>
        <translation>未能识别：%1</translation>
    </message>
    <message>
        <source>Twice: %1</source>
        <comment>goal</comment>
        <translation>重复：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n goals</source>
        <translation>
            <numerusform>目标 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>as before</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>planned to end %1</source>
        <comment>day and clock</comment>
        <translation>计划 %1 结束</translation>
    </message>
    <message>
        <source>Neither days nor a day to come.</source>
        <translation>既不是天数，也不是将来的日期。</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存调整</translation>
    </message>
    <message>
        <source>Form the task force</source>
        <translation>组建专班</translation>
    </message>
    <message>
        <source>it has one already</source>
        <translation>已有专班</translation>
    </message>
    <message>
        <source>A goal is a name and a number: evacuate 120 households.</source>
        <translation>目标要有名称和数，如：转移 120 户。</translation>
    </message>
    <message>
        <source>Two goals have the same name: %1</source>
        <translation>两个目标同名：%1</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请写专班名称。</translation>
    </message>
    <message>
        <source>Say who has command.</source>
        <translation>请写谁指挥。</translation>
    </message>
    <message>
        <source>Type days as 3d, or a day to come as 10-20.</source>
        <translation>请写天数如 3d，或将来的日期如 10-20。</translation>
    </message>
    <message>
        <source>task force formed</source>
        <translation>专班已组建</translation>
    </message>
    <message>
        <source>Meanwhile the task force has ended.</source>
        <translation>其间专班已结束。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>还没有改动。</translation>
    </message>
    <message>
        <source>Say why goals or end are changed.</source>
        <translation>请写改目标或期限的理由。</translation>
    </message>
    <message>
        <source>task force changed</source>
        <translation>专班已调整</translation>
    </message>
    <message>
        <source>“%1” is no member yet: choose one with Enter, or empty the field.</source>
        <translation>“%1”还不是成员：请按 Enter 选定一个，或清空此栏。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::GoalBars</name>
    <message>
        <source>no goal is set</source>
        <translation>未设目标</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达成</translation>
    </message>
    <message>
        <source>counted %1 by %2</source>
        <comment>day and clock, unit</comment>
        <translation>%1 %2 计</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>尚未计数</translation>
    </message>
</context>
<context>
    <name>sz::widgets::HandoverList</name>
    <message>
        <source>Rows of the handover sheet</source>
        <translation>交接单各行</translation>
    </message>
</context>
<context>
    <name>sz::widgets::HandoverModel</name>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读</translation>
    </message>
</context>
<context>
    <name>sz::widgets::HandoverPage</name>
    <message>
        <source>Red rows are not read yet: N goes to the next one, Space reads it.</source>
        <translation>红项还有未读：按 N 到下一条，按空格读过。</translation>
    </message>
    <message>
        <source>The other side does that: one person cannot hand over and take over.</source>
        <translation>这一步由另一方来做：同一人不能既交班又接班。</translation>
    </message>
    <message>
        <source>The sheet is not written yet: Ctrl+Enter writes it.</source>
        <translation>交接单还没有写成：按 Ctrl+Enter 写成。</translation>
    </message>
    <message>
        <source>The sheet is written</source>
        <translation>交接单已写成</translation>
    </message>
    <message>
        <source>A line for the next shift</source>
        <translation>给下一班的话</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺什么</translation>
    </message>
    <message>
        <source>The line is on the sheet</source>
        <translation>已记入交接单</translation>
    </message>
    <message>
        <source>Sent back to be completed</source>
        <translation>已退回补写</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>Space read</source>
        <translation>空格 已读</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>a line for the next shift</source>
        <translation>补一句给下一班</translation>
    </message>
    <message>
        <source>Two signatures</source>
        <translation>两人签字</translation>
    </message>
    <message>
        <source>send back</source>
        <translation>退回补写</translation>
    </message>
    <message>
        <source>next unread red row</source>
        <translation>下一条未读红项</translation>
    </message>
    <message numerus="yes">
        <source>Change at %1 · written by the trace at %2 · %n rows since</source>
        <translation>
            <numerusform>%1 换班 · 由轨迹自动写成 %2 · 此后变动 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Change at %1 · not written yet: this is what it would say</source>
        <translation>%1 换班 · 尚未写成，以下是现在写成时的内容</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>接班</translation>
    </message>
    <message numerus="yes">
        <source>entry %1… · answers for %n rows</source>
        <translation>
            <numerusform>签名 %1… · 对 %n 行负责</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %1 of %n rows</source>
        <translation>
            <numerusform>已读 %1 / %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>■ cannot sign yet</source>
        <translation>■ 还不能签</translation>
    </message>
    <message numerus="yes">
        <source>%n red rows are not read</source>
        <translation>
            <numerusform>红项还有 %n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>write the sheet</source>
        <translation>写成交接单</translation>
    </message>
    <message>
        <source>sign: hand over</source>
        <translation>交班签字</translation>
    </message>
    <message>
        <source>sign: take over</source>
        <translation>接班签字</translation>
    </message>
    <message>
        <source>Changed since it was written</source>
        <translation>写成之后的变动</translation>
    </message>
    <message>
        <source>Said to the next shift</source>
        <translation>口头交代</translation>
    </message>
    <message>
        <source>Against the sheet before</source>
        <translation>与上一份相比</translation>
    </message>
    <message>
        <source>%1 stayed, %2 came, %3 went</source>
        <translation>仍在 %1 项，新增 %2 项，了结 %3 项</translation>
    </message>
    <message>
        <source>There is none before.</source>
        <translation>此前没有交接单。</translation>
    </message>
    <message>
        <source>Sent back: %1</source>
        <translation>退回：%1</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No unit is called so: begin with its name or code.</source>
        <translation>没有这样的单位：请以单位名称或代码开头。</translation>
    </message>
    <message>
        <source>What was promised? Write it after the unit.</source>
        <translation>答应了什么？请写在单位后面。</translation>
    </message>
    <message>
        <source>The promise is written down</source>
        <translation>电话承诺已记入</translation>
    </message>
    <message>
        <source>The promise was kept</source>
        <translation>承诺已兑现</translation>
    </message>
    <message>
        <source>promise by phone</source>
        <translation>记电话承诺</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交班已签</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>接班已签</translation>
    </message>
    <message>
        <source>✓ signature %1</source>
        <translation>✓ 已签 %1</translation>
    </message>
    <message>
        <source>no signature</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>both signatures are there</source>
        <translation>双方已签</translation>
    </message>
    <message>
        <source>This desk takes over.</source>
        <translation>本席为接班方。</translation>
    </message>
    <message>
        <source>This desk hands over.</source>
        <translation>本席为交班方。</translation>
    </message>
    <message>
        <source>other side</source>
        <translation>换一方</translation>
    </message>
    <message>
        <source>The shift changes within 30 minutes: the incoming chief agrees to it first (A).</source>
        <translation>离交接班不到 30 分钟：须先由接班值班长同意（A）。</translation>
    </message>
    <message>
        <source>That time is past: a drill is planned for a time to come.</source>
        <translation>这个时间已过：演练只能排在今后。</translation>
    </message>
    <message>
        <source>A drill: name, @place, day if not today (10-18), time (16:00)</source>
        <translation>演练：名称 @地点 10-18（非今天才写）16:00</translation>
    </message>
    <message>
        <source>What is down: unit, endpoint, what is done about it</source>
        <translation>断线终端：单位 终端 处置情况</translation>
    </message>
    <message>
        <source>Why the drill is called off</source>
        <translation>取消演练的原因</translation>
    </message>
    <message>
        <source>The drill is called off</source>
        <translation>演练已取消</translation>
    </message>
    <message>
        <source>Choose the row of a promise, a drill or an endpoint first.</source>
        <translation>请先选中一行承诺、演练或终端。</translation>
    </message>
    <message>
        <source>The drill is over</source>
        <translation>演练已结束</translation>
    </message>
    <message>
        <source>It works again</source>
        <translation>终端已恢复</translation>
    </message>
    <message>
        <source>Which drill? Its name comes first.</source>
        <translation>什么演练？名称写在前面。</translation>
    </message>
    <message>
        <source>No place is called &quot;%1&quot;: an area, a district, a street or 114.28,30.59.</source>
        <translation>没有叫“%1”的地点：可写片区、区、街道，或 114.28,30.59。</translation>
    </message>
    <message>
        <source>When? Write the time last: 16:00.</source>
        <translation>几点？时间写在最后：16:00。</translation>
    </message>
    <message>
        <source>Which endpoint? Write it after the unit.</source>
        <translation>哪个终端？写在单位后面。</translation>
    </message>
    <message>
        <source>It stands on the sheet until it works again</source>
        <translation>已记入交接单，恢复后才消去</translation>
    </message>
    <message>
        <source>Choose the row of a drill first.</source>
        <translation>请先选中一行演练。</translation>
    </message>
    <message>
        <source>The drill has begun</source>
        <translation>演练已开始</translation>
    </message>
    <message>
        <source>No change of shift is near it: nobody has to agree.</source>
        <translation>没有临近的交接班，不用谁同意。</translation>
    </message>
    <message>
        <source>The incoming chief has agreed</source>
        <translation>接班值班长已同意</translation>
    </message>
    <message>
        <source>enter a drill</source>
        <translation>排演练</translation>
    </message>
    <message>
        <source>endpoint down</source>
        <translation>终端断线</translation>
    </message>
    <message>
        <source>settled</source>
        <comment>key: of the row</comment>
        <translation>办结此行</translation>
    </message>
    <message>
        <source>agree</source>
        <comment>to the drill of the row</comment>
        <translation>同意演练</translation>
    </message>
    <message>
        <source>begin</source>
        <comment>the drill of the row</comment>
        <translation>开始演练</translation>
    </message>
    <message numerus="yes">
        <source>%n reds unread</source>
        <comment>on a button</comment>
        <translation>
            <numerusform>红项 %n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Handover is %1 late</source>
        <comment>a length of time</comment>
        <translation>交接已迟 %1</translation>
    </message>
    <message>
        <source>went: %1</source>
        <comment>a row of the sheet</comment>
        <translation>了结：%1</translation>
    </message>
    <message>
        <source>came: %1</source>
        <comment>a row of the sheet</comment>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>The drill is planned for %1; it names no place, so it is not on the map</source>
        <translation>演练已排在 %1；没写地点，地图上不显示</translation>
    </message>
    <message>
        <source>The drill is planned for %1: %2</source>
        <comment>when, where</comment>
        <translation>演练已排在 %1：%2</translation>
    </message>
    <message>
        <source>Promised by phone: unit, what, incident (#041), until (22:00)</source>
        <translation>电话承诺：单位 内容 事项（#041）时限（22:00）</translation>
    </message>
    <message>
        <source>An order for which incident? Its number (041) or words of its title</source>
        <translation>为哪个事项派单？写编号（041）或标题里的字</translation>
    </message>
    <message>
        <source>No open incident is called %1.</source>
        <translation>没有叫“%1”的未结事项。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::HandoverRowText</name>
    <message numerus="yes">
        <source>■ %n unread</source>
        <translation>
            <numerusform>■ 未读 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>make it an order</source>
        <translation>转指令</translation>
    </message>
</context>
<context>
    <name>sz::widgets::HandoverText</name>
    <message>
        <source>settled</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Open reds</source>
        <translation>未结红项</translation>
    </message>
    <message>
        <source>Due before the next change</source>
        <translation>下次换班前到限</translation>
    </message>
    <message>
        <source>Promised by phone</source>
        <translation>电话里答应的</translation>
    </message>
    <message>
        <source>Alarms put aside</source>
        <translation>搁置的报警</translation>
    </message>
    <message>
        <source>Gaps of the roster</source>
        <translation>班表缺口</translation>
    </message>
    <message>
        <source>Video endpoints down</source>
        <translation>视频端点中断</translation>
    </message>
    <message>
        <source>Drills planned</source>
        <translation>计划演练</translation>
    </message>
    <message>
        <source>Notes of the shift</source>
        <translation>本班交代</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number of a part of the sheet, its name</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>to %1, by %2</source>
        <comment>a promise</comment>
        <translation>答应 %1 · %2 承办</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>%1, change of %2, written %3</source>
        <comment>unit, time, time</comment>
        <translation>%1，%2 换班，%3 写成</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>no signature</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a drill</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>close to a change of shift: waits for the incoming chief&apos;s word</source>
        <translation>临近交接班：等接班值班长同意</translation>
    </message>
    <message>
        <source>the incoming chief has agreed</source>
        <translation>接班值班长已同意</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>a drill</comment>
        <translation>已列入计划</translation>
    </message>
    <message>
        <source>None was told</source>
        <translation>没有报断线的</translation>
    </message>
    <message>
        <source>The shift since %1: reported %2 · closed %3 · handed over %4 · orders %5 · signed late %6</source>
        <translation>本班自 %1 起：受理 %2 · 办结 %3 · 移交 %4 · 指令 %5 · 签收逾期 %6</translation>
    </message>
</context>
<context>
    <name>sz::widgets::HopLine</name>
    <message>
        <source>all on scene</source>
        <translation>全部到场</translation>
    </message>
    <message>
        <source>Owner of the matter: %1</source>
        <translation>责任单位：%1</translation>
    </message>
    <message>
        <source>owner</source>
        <comment>of the matter, before the units that had it</comment>
        <translation>责任</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ImportSheet</name>
    <message>
        <source>Import a campaign</source>
        <translation>导入专项行动</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>gas safety in restaurants</source>
        <translation>餐饮场所燃气安全</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>From and until</source>
        <translation>起止</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>各列含义</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Sheet to import</source>
        <translation>要导入的表</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>11-30; empty: rows have their own</source>
        <translation>11-30；空 = 各行自有时限</translation>
    </message>
    <message>
        <source>Rows that cannot be imported</source>
        <translation>不能导入的行</translation>
    </message>
    <message>
        <source>save these rows to correct them</source>
        <translation>另存这些行以便改正</translation>
    </message>
    <message>
        <source>checking, %1%</source>
        <translation>正在核对 %1%</translation>
    </message>
    <message>
        <source>importing %1 of %2</source>
        <translation>正在导入 %1 / %2</translation>
    </message>
    <message>
        <source>reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Type a day as 2026-11-30 or 11-30.</source>
        <translation>请按 2026-11-30 或 11-30 填日期。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>截止早于开始。</translation>
    </message>
    <message>
        <source>Which column is %1?</source>
        <translation>哪一列是“%1”？</translation>
    </message>
    <message>
        <source>%1 rows: %2 can be imported, %3 cannot</source>
        <translation>共 %1 行：可导入 %2，退回 %3</translation>
    </message>
    <message>
        <source>Give the campaign a name.</source>
        <translation>请给专项行动起个名称。</translation>
    </message>
    <message>
        <source>Imported: %1 items</source>
        <translation>已导入 %1 项</translation>
    </message>
    <message>
        <source>Stopped. What is in stays in; importing the same file again goes on.</source>
        <translation>已停止。已导入的保留；再次导入同一文件即可继续。</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已另存为 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Import %1 items</source>
        <translation>导入 %1 项</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>no row can be imported</source>
        <translation>没有可导入的行</translation>
    </message>
    <message>
        <source>Spreadsheet (.xlsx, CSV or text); Enter reads it</source>
        <translation>表格（.xlsx、CSV 或文本），回车读取</translation>
    </message>
    <message>
        <source>An old .xls file, or one with a password: save it as .xlsx or CSV (UTF-8).</source>
        <translation>旧版 .xls 或带密码的文件：请另存为 .xlsx 或 CSV（UTF-8）。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::IntakeSheet</name>
    <message>
        <source>Write what is reported, then register.</source>
        <translation>请先写报来内容，再登记。</translation>
    </message>
    <message>
        <source>Say where it is: type a place or press Alt+M for the map.</source>
        <translation>请写地点，或按 Alt+M 在图上点。</translation>
    </message>
    <message>
        <source>No kind has this name: choose one from the list, or Esc.</source>
        <translation>没有这个类型，请从列表中选，或按 Esc。</translation>
    </message>
    <message>
        <source>Choose the kind: type its first letters.</source>
        <translation>请选类型，输入拼音首字母即可。</translation>
    </message>
    <message>
        <source>Give the time of the call as 14:22 or 14:22:10.</source>
        <translation>来电时间请写成 14:22 或 14:22:10。</translation>
    </message>
    <message>
        <source>The report is saved, its orders are not: %1</source>
        <translation>新报已保存，指令没有保存：%1</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新报</translation>
    </message>
    <message>
        <source>put away, draft stays</source>
        <translation>收起，留草稿</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>暂编</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>What is reported</source>
        <translation>报来内容</translation>
    </message>
    <message>
        <source>What is happening, where, how many</source>
        <translation>什么事、在哪里、多少人</translation>
    </message>
    <message>
        <source>No names, telephone numbers or plates of private people.</source>
        <translation>不写个人姓名、电话和车牌。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>made from the first words</source>
        <translation>取自内容开头</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Same?</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>定级</translation>
    </message>
    <message>
        <source>The draft cannot be saved on this disk.</source>
        <translation>草稿存不到本机磁盘。</translation>
    </message>
    <message>
        <source>Chosen by hand, stays; 1–4 outside the text fields change it.</source>
        <translation>手选后不改写；光标不在文本框时，按 1–4 改</translation>
    </message>
    <message>
        <source>Suggested %1: %2; 1–4 change it.</source>
        <comment>grade letter, reason</comment>
        <translation>建议 %1 级：%2；按 1–4 改</translation>
    </message>
    <message>
        <source>1–4 outside the text fields.</source>
        <translation>光标不在文本框时，按 1–4 定级</translation>
    </message>
    <message>
        <source>Suggested %1: usual for this kind; 1–4 change it.</source>
        <translation>建议 %1 级：此类型通常如此；按 1–4 改</translation>
    </message>
    <message>
        <source>Register as a new incident</source>
        <translation>登记为新事项</translation>
    </message>
    <message numerus="yes">
        <source>Register and issue %n orders</source>
        <translation>
            <numerusform>登记并下达 %n 条指令</numerusform>
        </translation>
    </message>
    <message>
        <source>draft saved %1</source>
        <translation>草稿已存 %1</translation>
    </message>
    <message>
        <source>Register or clear this report first, then correct the refused one.</source>
        <translation>先登记或清空这份报告，再更正被拒的那份。</translation>
    </message>
    <message>
        <source>The report is saved, the caller&apos;s contact is not: %1</source>
        <translation>新报已保存，来电人联系方式没有保存：%1</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Caller&apos;s contact (sealed, until %1)</source>
        <translation>来电人联系方式（加密保存，至 %1）</translation>
    </message>
    <message>
        <source>about %2 m from %1, one grade up</source>
        <comment>key place, metres</comment>
        <translation>距%1约 %2 米，升一级</translation>
    </message>
    <message>
        <source>%2 m from %1, one grade up</source>
        <comment>key place, metres</comment>
        <translation>距%1 %2 米，升一级</translation>
    </message>
    <message>
        <source>A merged report gets no orders: untick them, or register a new incident.</source>
        <translation>并入的新报不派指令：先取消勾选，或登记为新事项。</translation>
    </message>
    <message>
        <source>That incident has been closed meanwhile: register this one as new.</source>
        <translation>那件事项此间已结案：把本件登记为新事项。</translation>
    </message>
    <message>
        <source>The report is saved, it is not merged: %1</source>
        <translation>新报已存，未能并入：%1</translation>
    </message>
    <message>
        <source>A whole number in digits, or nothing.</source>
        <translation>填整数，不知道就空着。</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Register or clear this report first, then make a matter of the line.</source>
        <translation>请先登记或清空这份接报，再把上报内容立为事项。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ItemsModel</name>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>sz::widgets::JoinDialog</name>
    <message>
        <source>Sanzhen: new desk</source>
        <translation>三镇值守台 · 登记席位</translation>
    </message>
    <message>
        <source>This machine is no desk yet</source>
        <translation>本机尚未登记为席位</translation>
    </message>
    <message>
        <source>Headquarters prints a slip for each new desk. Type what it says here, or paste its last line into any field.</source>
        <translation>总值班台为每个新席位打印一张登记单。请按单输入，或把单上最后一行粘贴到任一栏。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>登记码</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The address is written like 10.1.2.3:7443: host, colon, port.</source>
        <translation>地址写作 10.1.2.3:7443：主机、冒号、端口。</translation>
    </message>
    <message>
        <source>The code has %1 letters and digits, not %2.</source>
        <translation>登记码共 %1 位字母和数字，现为 %2 位。</translation>
    </message>
    <message>
        <source>The fingerprint has 20 digits, 0 to 9 and A to F, in five groups.</source>
        <translation>指纹共 20 位，由 0–9 与 A–F 组成，分五组。</translation>
    </message>
    <message>
        <source>Asking headquarters at %1 …</source>
        <translation>正在联系总值班台 %1 …</translation>
    </message>
    <message>
        <source>Nobody answers at %1. Check the address, and that headquarters runs.</source>
        <translation>%1 无人应答。请核对地址，并确认总值班台正在运行。</translation>
    </message>
    <message>
        <source>Who answers at %1 is not the headquarters of this slip: its fingerprint is another. Check it; if it is typed right, do not go on and call headquarters.</source>
        <translation>%1 的应答方不是这张登记单的总值班台：指纹不符。请核对；若输入无误，请勿继续，并致电总值班台。</translation>
    </message>
    <message>
        <source>Too many wrong codes came from this machine. Wait a minute, then try again.</source>
        <translation>本机输错登记码次数过多。请等一分钟再试。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::KeyList</name>
    <message>
        <source>press the key</source>
        <translation>请按新键</translation>
    </message>
    <message>
        <source>own</source>
        <comment>a key that was changed</comment>
        <translation>已改</translation>
    </message>
    <message>
        <source>Acts and their keys</source>
        <translation>操作与按键</translation>
    </message>
    <message>
        <source>%1 has its shipped key</source>
        <translation>“%1”已恢复出厂按键</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <comment>act, key</comment>
        <translation>“%1”改为 %2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::KeysSheet</name>
    <message>
        <source>Keys of this seat</source>
        <translation>本席按键</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Search acts</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>act or key: Chinese, pinyin initials or English</source>
        <translation>操作或按键：汉字、拼音首字母或英文</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Acts and keys · Enter: press a new key · Backspace: as shipped</source>
        <translation>操作与按键 · Enter：按下新键 · Backspace：恢复出厂</translation>
    </message>
    <message>
        <source>All keys as shipped</source>
        <translation>全部恢复出厂</translation>
    </message>
    <message>
        <source>All keys are as shipped</source>
        <translation>按键已全部恢复出厂</translation>
    </message>
    <message>
        <source>Press the new key for “%1”; Esc keeps the old one</source>
        <translation>请按“%1”的新键；Esc 保留原键</translation>
    </message>
</context>
<context>
    <name>sz::widgets::KindField</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>kind of incident: type to search all</source>
        <translation>事项类型，输入可查全部</translation>
    </message>
    <message>
        <source>picked by hand, stays</source>
        <translation>手选后不改写</translation>
    </message>
    <message>
        <source>adopted, stays</source>
        <translation>已采用，不改写</translation>
    </message>
    <message>
        <source>suggested, Tab adopts</source>
        <translation>建议，按 Tab 采用</translation>
    </message>
    <message>
        <source>The words suggest: %1</source>
        <translation>内容像是：%1</translation>
    </message>
    <message>
        <source>No rule matches these words.</source>
        <translation>没有规则与内容相符。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a word that matched a rule</comment>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>%1, rule %2</source>
        <comment>words, rule id</comment>
        <translation>依据%1，规则 %2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LampTally</name>
    <message>
        <source>%1+</source>
        <comment>more than</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>lamp, number of incidents</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: not known, headquarters was never heard</source>
        <comment>lamp</comment>
        <translation>%1：未知，从未收到总值班台数据</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LateActs</name>
    <message>
        <source>Nothing is late</source>
        <translation>没有逾期</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LatePanel</name>
    <message>
        <source>Late, by harm</source>
        <translation>逾期清单，按危害排序</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>close the list</source>
        <translation>关闭清单</translation>
    </message>
    <message>
        <source>all confirmed</source>
        <translation>均已确认</translation>
    </message>
    <message numerus="yes">
        <source>%n to confirm</source>
        <translation>
            <numerusform>待确认 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new: take them in</source>
        <translation>
            <numerusform>新增 %n 条：列入清单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sz::widgets::LateView</name>
    <message>
        <source>Late steps, by harm</source>
        <translation>逾期环节，按危害排序</translation>
    </message>
    <message>
        <source>Only what has been unfolded and seen is confirmed: → unfolds</source>
        <translation>只确认已展开看过的：按 → 展开</translation>
    </message>
    <message>
        <source>One at a time is put aside: → unfolds</source>
        <translation>一次只搁置一条：按 → 展开</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LayerActs</name>
    <message>
        <source>Roads © OpenStreetMap</source>
        <translation>路网 © OpenStreetMap</translation>
    </message>
    <message>
        <source>One file at a time: drop the others after this one</source>
        <translation>一次一个文件：其余请随后再拖入</translation>
    </message>
    <message>
        <source>Add a layer to the map</source>
        <translation>向地图添加图层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Layers (Ctrl+G)</source>
        <translation>图层（Ctrl+G）</translation>
    </message>
    <message>
        <source>This seat has as many layers as it can keep: take one away first</source>
        <translation>本席图层已满：请先移除一个</translation>
    </message>
    <message>
        <source>Layer %1 cannot be used: %2</source>
        <translation>图层 %1 不能使用：%2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>Add a layer of stations first: the plan has none</source>
        <translation>请先添加站点图层：预案中没有</translation>
    </message>
    <message>
        <source>Too many points for circles round each: %1 at the most</source>
        <translation>点太多，无法逐点画圈：最多 %1 个</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>There is no base map pack</source>
        <translation>没有底图包</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LayerImport</name>
    <message>
        <source>Name of the layer</source>
        <translation>图层名称</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add a layer: %1</source>
        <translation>添加图层：%1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Nothing in it can be used</source>
        <translation>其中没有可用内容</translation>
    </message>
    <message>
        <source>Take as %1</source>
        <translation>按 %1 读取</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>nothing to add</source>
        <translation>没有可添加的内容</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LayerPanel</name>
    <message>
        <source>Add a file</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Layers of the map</source>
        <translation>地图图层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>GeoJSON, CSV, KML, KMZ, GPX, Shapefile, GeoPackage or a CAP warning; files can also be dropped on the map</source>
        <translation>GeoJSON、CSV、KML、KMZ、GPX、Shapefile、GeoPackage 或 CAP 预警；也可将文件拖到地图上</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LayerRow</name>
    <message>
        <source>Opacity of %1</source>
        <translation>%1的不透明度</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>Take this layer away</source>
        <translation>移除此图层</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LimitField</name>
    <message>
        <source>none</source>
        <translation>不设</translation>
    </message>
    <message>
        <source>30m, 2h, 3d</source>
        <translation>可写 30 分、2 时、3 天</translation>
    </message>
    <message>
        <source>30m, 2h, 3d; in workdays 7wd</source>
        <translation>可写 30 分、2 时、3 天；按工作日写 7 工作日</translation>
    </message>
</context>
<context>
    <name>sz::widgets::LinkBlock</name>
    <message>
        <source>Link: %1</source>
        <translation>链路：%1</translation>
    </message>
    <message>
        <source>%1. Opens the outbox.</source>
        <comment>state of the link</comment>
        <translation>%1。点开待发箱。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::MainWindow</name>
    <message>
        <source>Sanzhen · %1</source>
        <translation>三镇值守台 · %1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::MapArea</name>
    <message>
        <source>Map of the city; the board says the same as a list</source>
        <translation>全市地图；列表中有同样的内容</translation>
    </message>
    <message>
        <source>Sample areas</source>
        <translation>示例片区方案</translation>
    </message>
    <message>
        <source>Map data as of %1 · %2 ago</source>
        <translation>地图数据截至 %1 · %2 前</translation>
    </message>
</context>
<context>
    <name>sz::widgets::MapTools</name>
    <message>
        <source>Nearer (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Farther (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>Usual view (Home)</source>
        <translation>常用视野（Home）</translation>
    </message>
    <message>
        <source>Hold this view: nothing moves it</source>
        <translation>固定视野，不再自动移动</translation>
    </message>
</context>
<context>
    <name>sz::widgets::MappingFields</name>
    <message>
        <source>Column for %1</source>
        <translation>“%1”是哪一列</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>sz::widgets::MatterRefiling</name>
    <message>
        <source>Saved: filed again</source>
        <translation>已保存：已重新提交</translation>
    </message>
    <message>
        <source>Cannot be filed again: %1</source>
        <translation>不能重新提交：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::MemberPicker</name>
    <message>
        <source>Members of the task force</source>
        <translation>专班成员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>unit, then what for</source>
        <translation>单位，再写任务</translation>
    </message>
    <message>
        <source>initials, pinyin or Chinese; Enter adds</source>
        <translation>首字母、拼音或汉字；Enter 加入</translation>
    </message>
    <message>
        <source>In the list: Delete takes out</source>
        <translation>列表中 Delete 移除</translation>
    </message>
</context>
<context>
    <name>sz::widgets::MemberTable</name>
    <message>
        <source>no order</source>
        <translation>无指令</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ModeSheet</name>
    <message>
        <source>Mode</source>
        <translation>运行状态</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Why the mode is switched</source>
        <translation>切换理由</translation>
    </message>
    <message>
        <source>by whose decision, for what; everybody reads it</source>
        <translation>依据谁的决定、为何切换；所有席位都会看到</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>It changes</source>
        <translation>切换改变</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>历次</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>运行状态：%1</translation>
    </message>
    <message>
        <source>Never switched.</source>
        <translation>从未切换。</translation>
    </message>
    <message>
        <source>Not held deep enough then: %1</source>
        <translation>届时班组不足：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between posts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Start games time</source>
        <translation>转入赛时</translation>
    </message>
    <message>
        <source>End games time</source>
        <translation>结束赛时</translation>
    </message>
    <message>
        <source>Write why: everybody reads it.</source>
        <translation>请写理由，所有席位都会看到。</translation>
    </message>
    <message>
        <source>%1 from now on</source>
        <comment>mode</comment>
        <translation>自现在起转%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ModeSwitch</name>
    <message>
        <source>Games time, normal times</source>
        <translation>赛时、平时切换</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: %1</source>
        <translation>已存本席，待发送：%1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>when, who</comment>
        <translation>%1，%2 操作</translation>
    </message>
    <message>
        <source>It is %1 already: no switch is needed. “Understood” takes the line away.</source>
        <comment>mode</comment>
        <translation>现在已经是%1，不用再切换。按「知道了」撤下这一条。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::NoticeStrip</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Nothing can be saved any more: restart the console. Note new acts on paper until then.</source>
        <translation>已无法保存，请重启值守台。重启前的操作请先记在纸上。</translation>
    </message>
    <message>
        <source>The desk&apos;s log was damaged and set aside as %1; %2. The rest comes from headquarters again.</source>
        <translation>本席日志损坏，已另存为 %1；%2。其余从总值班台重新接收。</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent acts were saved</source>
        <translation>
            <numerusform>救回未发操作 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Headquarters runs another operation plan than this desk: limits and names may differ. Have the plan updated.</source>
        <translation>总值班台的预案与本席不同，时限和名称可能不一致。请通知更新预案。</translation>
    </message>
    <message>
        <source>This desk&apos;s clock is %1 behind headquarters&apos;, which ages and limits go by. Have the wrong one set.</source>
        <translation>本席时钟比总值班台慢 %1，时长和时限以总值班台为准。请通知核对，哪边不准就校哪边。</translation>
    </message>
    <message>
        <source>This desk&apos;s clock is %1 ahead of headquarters&apos;, which ages and limits go by. Have the wrong one set.</source>
        <translation>本席时钟比总值班台快 %1，时长和时限以总值班台为准。请通知核对，哪边不准就校哪边。</translation>
    </message>
    <message>
        <source>Headquarters&apos; snapshot did not stand the check: the desk catches up act by act, which takes longer. Tell the administrator.</source>
        <translation>总值班台的快照校验不符，已改为逐条追平，用时较长。请通知管理员。</translation>
    </message>
    <message numerus="yes">
        <source>The board&apos;s file was damaged or of another version and was rebuilt from %n acts of the log; nothing is lost.</source>
        <translation>
            <numerusform>列表文件损坏或版本不符，已由日志的 %n 条操作重建；没有丢失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>notices behind this one</comment>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents were moved to another unit (%1): their texts have been removed from this desk.</source>
        <translation>
            <numerusform>%n 件事项已转往其他单位（%1）：本席已清除其内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate of desk %1 ends on %2, in %n days. It renews itself once headquarters is reached; bring the desk online before.</source>
        <translation>
            <numerusform>席位 %1 的证书将于 %2 到期，还有 %n 天。连上总值班台后会自动续期，请在到期前让本席联网。</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate of desk %1 ended on %2. Headquarters still lets this desk in and renews it; if this line stays, call the administrator.</source>
        <translation>席位 %1 的证书已于 %2 到期。总值班台仍准许本席接入并会续期；此条若一直不消失，请联系管理员。</translation>
    </message>
    <message>
        <source>Games time since %1: reports taken from now on have its limits.</source>
        <comment>when, who</comment>
        <translation>转入赛时（%1）：此后接报按赛时时限。</translation>
    </message>
    <message>
        <source>Normal times again since %1: reports taken from now on have the usual limits.</source>
        <comment>when, who</comment>
        <translation>转回平时（%1）：此后接报按平时时限。</translation>
    </message>
    <message>
        <source>Another division of areas is in force now: places are looked up by it. What changed stands in the list of changes (Ctrl+Shift+B).</source>
        <translation>新的片区划分已生效，地点按新划分归属。变更内容见变更清单（Ctrl+Shift+B）。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes of the plan wait for your approval (Ctrl+Shift+B).</source>
        <translation>
            <numerusform>有 %n 项预案变更待您审批（Ctrl+Shift+B）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Headquarters did not take this desk&apos;s switch of the mode: another desk was first, or the right is missing. The mode shown is headquarters&apos;; the refused act can be put right where the unsent ones stand.</source>
        <translation>总值班台没有接受本席的状态切换：别的席位已先切换，或没有权限。所示为总值班台的状态；被拒的那条在未发清单里可以改正重报。</translation>
    </message>
    <message>
        <source>Headquarters did not take an entry of this desk about shifts (%1). What is shown is headquarters&apos; state; the refused entry can be put right where the unsent ones stand.</source>
        <translation>总值班台未采纳本席的一条值班记录（%1）。现在显示的是总值班台的状态；被拒的这条可在未发清单里改正重报。</translation>
    </message>
    <message>
        <source>Headquarters did not take what this desk drew on the map or erased. The map shows headquarters&apos; state; the refused entry can be put right where the unsent ones stand.</source>
        <translation>总值班台未采纳本席在图上的标绘或擦除。图上是总值班台的状态；被拒的这条可在未发清单里改正重报。</translation>
    </message>
    <message>
        <source>Headquarters did not take an entry of this desk about the plan (%1). The list of changes (Ctrl+Shift+B) shows what stands; the refused entry can be put right where the unsent ones stand.</source>
        <translation>总值班台未采纳本席的一条预案变更记录（%1）。变更列表（Ctrl+Shift+B）里是现行状态；被拒的这条可在未发清单里改正重报。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OnlineActs</name>
    <message>
        <source>This seat has as many online maps as it can keep: take one away first</source>
        <translation>本席在线地图已满，请先移除一个</translation>
    </message>
    <message>
        <source>The key of the online map could not be kept: it must be given again after the next start</source>
        <translation>在线地图的密钥未能保存，下次启动后需重新填写</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>off while the base map is off (Ctrl+B)</source>
        <translation>底图已关（Ctrl+B），暂不取图</translation>
    </message>
    <message>
        <source>needs its key: Change</source>
        <translation>缺密钥，请点“更改”填写</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OnlineCard</name>
    <message>
        <source>http allowed: not encrypted</source>
        <translation>允许 http（不加密）</translation>
    </message>
    <message>
        <source>Names only: lies over the other online maps</source>
        <translation>仅为注记：叠在其他在线地图之上</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Servers for {s}</source>
        <translation>{s} 服务器</translation>
    </message>
    <message>
        <source>Deepest level</source>
        <translation>最深级别</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Name an online map</source>
        <translation>添加在线地图</translation>
    </message>
    <message>
        <source>Change an online map</source>
        <translation>更改在线地图</translation>
    </message>
    <message>
        <source>this address needs none</source>
        <translation>此地址不用密钥</translation>
    </message>
    <message>
        <source>kept; type another to replace it</source>
        <translation>已存，填写新的可替换</translation>
    </message>
    <message>
        <source>the city&apos;s own; kept in the system&apos;s keyring</source>
        <translation>本市申请的密钥，存入系统密钥环</translation>
    </message>
    <message>
        <source>Give it a name</source>
        <translation>请填写名称</translation>
    </message>
    <message>
        <source>see above</source>
        <translation>见上</translation>
    </message>
    <message>
        <source>Another server (XYZ, TMS, WMTS)</source>
        <translation>其他服务器（XYZ、TMS、WMTS）</translation>
    </message>
    <message>
        <source>{z} {x} {y}; {-y} for TMS; {TileMatrix} {TileRow} {TileCol} for WMTS; {s} for a server of several; {key} for the key. Web Mercator in WGS-84: GCJ-02 is 500 m off</source>
        <translation>{z} {x} {y}；TMS 用 {-y}；WMTS 用 {TileMatrix} {TileRow} {TileCol}；多个服务器用 {s}；密钥用 {key}。须为 WGS-84 的 Web 墨卡托，GCJ-02 的会偏 500 米左右</translation>
    </message>
    <message>
        <source>Data from</source>
        <translation>数据来源</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OnlineList</name>
    <message>
        <source>Name an online map</source>
        <translation>添加在线地图</translation>
    </message>
    <message>
        <source>Online maps</source>
        <translation>在线地图</translation>
    </message>
    <message>
        <source>Off until switched on here; then this seat asks that server for the ground in view</source>
        <translation>勾选后本席才向该服务器取图，只取看到的范围</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改%1</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>Take this online map away, with what is kept of it</source>
        <translation>移除此在线地图及已存瓦片</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OrderCareBar</name>
    <message>
        <source>more time</source>
        <translation>延期 / 挂账</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>撤单</translation>
    </message>
    <message>
        <source>time asked for</source>
        <translation>申请待审</translation>
    </message>
    <message>
        <source>decide on time</source>
        <comment>key: more time asked for</comment>
        <translation>裁定延期</translation>
    </message>
    <message>
        <source>decide on return</source>
        <comment>key: returned order</comment>
        <translation>裁定退单</translation>
    </message>
    <message>
        <source>recheck</source>
        <comment>key</comment>
        <translation>复核</translation>
    </message>
    <message>
        <source>more time: which?</source>
        <comment>of several orders</comment>
        <translation>延期：选一单</translation>
    </message>
    <message>
        <source>withdraw: which?</source>
        <comment>of several orders</comment>
        <translation>撤单：选一单</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OrderSheet</name>
    <message>
        <source>New order</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>指令内容</translation>
    </message>
    <message>
        <source>What to do, and what to report back</source>
        <translation>办什么、反馈什么</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Done within</source>
        <translation>办结时限</translation>
    </message>
    <message>
        <source>Signed for within</source>
        <translation>签收时限</translation>
    </message>
    <message>
        <source>On scene within</source>
        <translation>到场时限</translation>
    </message>
    <message>
        <source>Done ≤</source>
        <translation>办结 ≤</translation>
    </message>
    <message>
        <source>Sign ≤</source>
        <translation>签收 ≤</translation>
    </message>
    <message>
        <source>There ≤</source>
        <translation>到场 ≤</translation>
    </message>
    <message>
        <source>Issue the order</source>
        <translation>下达指令</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n orders</source>
        <translation>
            <numerusform>下达 %n 条指令</numerusform>
        </translation>
    </message>
    <message>
        <source>Write what to do, then issue.</source>
        <translation>请先写指令内容，再下达。</translation>
    </message>
    <message>
        <source>Name at least one unit.</source>
        <translation>请至少写一个单位。</translation>
    </message>
    <message>
        <source>Give the limit as 30m, 2h or 3d, at most 90 days.</source>
        <translation>时限请写成 30 分、2 时或 3 天，最长 90 天。</translation>
    </message>
    <message>
        <source>Signing for it cannot take longer than doing it.</source>
        <translation>签收时限不能长于办结时限。</translation>
    </message>
    <message>
        <source>New order instead of %1</source>
        <comment>unit that returned it</comment>
        <translation>改派，接办%1退单</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Decide by an order</source>
        <translation>研判并派单</translation>
    </message>
    <message>
        <source>Say why nothing is ordered.</source>
        <translation>请写不下令的理由。</translation>
    </message>
    <message>
        <source>“%1” is no unit yet: choose one with Enter, or empty the field.</source>
        <translation>“%1”还不是单位：请按 Enter 选定一个，或清空此栏。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OrderTable</name>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>牵头</translation>
    </message>
    <message>
        <source>%1 (lead)</source>
        <comment>unit in the orders table</comment>
        <translation>%1（牵头）</translation>
    </message>
    <message>
        <source>sign ≤ %1</source>
        <comment>limit of an order</comment>
        <translation>签收 ≤ %1</translation>
    </message>
    <message>
        <source>there ≤ %1</source>
        <comment>limit to be on scene</comment>
        <translation>到场 ≤ %1</translation>
    </message>
    <message>
        <source>done ≤ %1</source>
        <comment>limit of an order</comment>
        <translation>办结 ≤ %1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OrdersModel</name>
    <message>
        <source>done %1</source>
        <comment>clock</comment>
        <translation>办结 %1</translation>
    </message>
    <message>
        <source>returned %1</source>
        <comment>clock</comment>
        <translation>退单 %1</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>签收用时</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>当前步骤</translation>
    </message>
    <message>
        <source>Step limit</source>
        <translation>步骤时限</translation>
    </message>
    <message>
        <source>%1 (lead)</source>
        <comment>unit</comment>
        <translation>%1（牵头）</translation>
    </message>
    <message>
        <source>withdrawn %1</source>
        <comment>clock</comment>
        <translation>撤单 %1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OrdersTable</name>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OutboxCard</name>
    <message>
        <source>Own acts that are not part of the common log</source>
        <translation>本席尚未入总日志的操作</translation>
    </message>
    <message>
        <source>reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Nothing waits: headquarters has taken every act of this desk.</source>
        <translation>没有待发：总值班台已收齐本席的操作。</translation>
    </message>
    <message>
        <source>Nothing waits. What you do now is saved here and sent when the link returns.</source>
        <translation>没有待发。断线期间的操作先存本席，联通后发出。</translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>state of one act</comment>
        <translation>被拒</translation>
    </message>
    <message>
        <source>unsent</source>
        <comment>state of one act</comment>
        <translation>未发</translation>
    </message>
    <message>
        <source>linked: sending now</source>
        <translation>已联通，正在发出</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>已联通</translation>
    </message>
    <message>
        <source>linked: catching up, then sending</source>
        <translation>已联通，补收后发出</translation>
    </message>
    <message>
        <source>attempt %1 is running</source>
        <translation>正在第 %1 次重连</translation>
    </message>
    <message>
        <source>refused; not tried again by itself</source>
        <translation>被拒绝接入，不再自动重连</translation>
    </message>
    <message>
        <source>refused (%1); not tried again by itself</source>
        <translation>被拒绝接入（%1），不再自动重连</translation>
    </message>
    <message>
        <source>tried once</source>
        <translation>已试 1 次</translation>
    </message>
    <message numerus="yes">
        <source>tried %n times</source>
        <translation>
            <numerusform>已试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · next in %2</source>
        <comment>tried 6 times, mm:ss</comment>
        <translation>%1 · 下次 %2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OutboxHead</name>
    <message>
        <source>Close the outbox</source>
        <translation>关闭待发箱</translation>
    </message>
    <message>
        <source>Outbox: %1</source>
        <translation>待发箱：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>未发 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>unsent, rejected</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>被拒 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待发箱</translation>
    </message>
    <message>
        <source>sent in this order</source>
        <translation>按此序发出</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OutboxLineButton</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>time, act, incident, state</comment>
        <translation>%1，%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>sz::widgets::OutboxRow</name>
    <message>
        <source>Correct and refile</source>
        <translation>改正重报</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PageTabs</name>
    <message>
        <source>Choose a page</source>
        <translation>选择页面</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Pages</name>
    <message>
        <source>Watch</source>
        <comment>page</comment>
        <translation>值守</translation>
    </message>
    <message>
        <source>Supervision</source>
        <comment>page</comment>
        <translation>督查</translation>
    </message>
    <message>
        <source>Scores</source>
        <comment>page</comment>
        <translation>考评</translation>
    </message>
    <message>
        <source>Roster</source>
        <comment>page</comment>
        <translation>班表</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PastBand</name>
    <message>
        <source>nothing can be done here</source>
        <translation>此处不能操作</translation>
    </message>
    <message>
        <source>PAST</source>
        <translation>过去</translation>
    </message>
    <message>
        <source>back to now</source>
        <translation>回到现在</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PastDetail</name>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Orders at that moment</source>
        <translation>当时的指令</translation>
    </message>
    <message>
        <source>Trace up to that moment</source>
        <translation>截至当时的轨迹</translation>
    </message>
    <message>
        <source>Not on the board at this moment</source>
        <translation>此刻看板上没有该事项</translation>
    </message>
    <message>
        <source>No incident selected</source>
        <translation>未选中事项</translation>
    </message>
    <message>
        <source>it came later, or was closed a day before</source>
        <translation>当时尚未上报，或办结已满一天</translation>
    </message>
    <message>
        <source>choose one on the board</source>
        <translation>请在看板上选择</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PathDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1. Choose another folder or make room.</source>
        <translation>未保存：%1。请换一个文件夹或腾出空间。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Performer</name>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: %1</source>
        <translation>先存本席，联通后发出：%1</translation>
    </message>
    <message>
        <source>this alarm is confirmed</source>
        <translation>此项已确认</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) reminded</source>
        <translation>
            <numerusform>已催办 %n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>order signed for</source>
        <translation>指令已签收</translation>
    </message>
    <message>
        <source>claimed: under your hand</source>
        <translation>已认领，由本岗负责</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>赶赴</translation>
    </message>
    <message>
        <source>raised to %1</source>
        <translation>已升级至%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlaceActs</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measure: click corners; Backspace takes one back, Enter ends, Esc forgets</source>
        <translation>测量：点击各点；退格撤回一点，回车结束，Esc 取消</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Within %1</source>
        <translation>%1 内</translation>
    </message>
    <message numerus="yes">
        <source>Without a point and so not shown: %n in this area</source>
        <translation>
            <numerusform>本片区有 %n 件无坐标，未列入</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Measuring: click corners; Backspace takes one back, Enter ends, Esc forgets</source>
        <translation>正在测量：点击各点；退格撤回一点，回车结束，Esc 取消</translation>
    </message>
    <message>
        <source>Measured: %1</source>
        <translation>测得：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlaceCard</name>
    <message>
        <source>copy</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>board: within 500 m</source>
        <translation>看板：500 米内</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;WGS-84 (GPS)</source>
        <translation>&amp;WGS-84（GPS 坐标）</translation>
    </message>
    <message>
        <source>&amp;GCJ-02 (AutoNavi, Tencent)</source>
        <translation>&amp;GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>&amp;CGCS2000 Gauss-Krüger, zone %1 (meridian %2°), metres</source>
        <translation>&amp;CGCS2000 高斯克吕格，%1 带（中央经线 %2°），米</translation>
    </message>
    <message>
        <source>board: all</source>
        <translation>看板：全部</translation>
    </message>
    <message numerus="yes">
        <source>%n open within 500 m</source>
        <translation>
            <numerusform>500 米内未结 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in this area without a point</source>
        <translation>
            <numerusform>本片区另有 %n 件无坐标</numerusform>
        </translation>
    </message>
    <message>
        <source>Around here</source>
        <translation>附近</translation>
    </message>
    <message>
        <source>&amp;BD-09 (Baidu)</source>
        <translation>&amp;BD-09（百度）</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlaceField</name>
    <message>
        <source>street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>area</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>district</source>
        <translation>区</translation>
    </message>
    <message>
        <source>duty room</source>
        <translation>值班室</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>图上点</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>click the map…</source>
        <translation>请在图上点</translation>
    </message>
    <message>
        <source>as named</source>
        <translation>照报</translation>
    </message>
    <message>
        <source>keep what was said, area unknown</source>
        <translation>照报来的写，片区未知</translation>
    </message>
    <message>
        <source>initials, pinyin or Chinese</source>
        <translation>拼音首字母、全拼、汉字都可</translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>尚无地点</translation>
    </message>
    <message>
        <source>Outside the city&apos;s areas</source>
        <translation>在各片区之外</translation>
    </message>
    <message>
        <source>Approximate: kept as named, area unknown</source>
        <translation>大致位置，照报来的写，片区未知</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <comment>area and zone, who is on duty</comment>
        <translation>%1｜%2</translation>
    </message>
    <message>
        <source>approx. %1</source>
        <comment>a place without a point</comment>
        <translation>约在 %1</translation>
    </message>
    <message>
        <source>key place</source>
        <translation>重点场所</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>road</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>water</source>
        <translation>水域</translation>
    </message>
    <message>
        <source>place on the map</source>
        <translation>地图地点</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>坐标</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlanCardSheet</name>
    <message>
        <source>Plan card</source>
        <translation>预案卡</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Orders of the card</source>
        <translation>预案卡指令</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>预案卡</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>%1: an order of theirs is open here</source>
        <translation>%1：在此事项已有未办结的指令</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between units</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>district: the place of the incident is in none</source>
        <translation>所在区：事项地点不在任何区</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reasons</comment>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n orders</source>
        <translation>
            <numerusform>下达 %n 条指令</numerusform>
        </translation>
    </message>
    <message>
        <source>No plan card fits this kind and grade. F3 issues orders by hand.</source>
        <translation>此类型和等级没有适用的预案卡。可按 F3 手工派单。</translation>
    </message>
    <message>
        <source>Every unit of this card has an open order here.</source>
        <translation>此预案卡的单位在此事项都已有未办结的指令。</translation>
    </message>
    <message numerus="yes">
        <source>%n orders issued, then: %1</source>
        <translation>
            <numerusform>已下达 %n 条，其后：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders issued by the card</source>
        <translation>
            <numerusform>按预案卡下达 %n 条指令</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders saved on this desk, will be sent</source>
        <translation>
            <numerusform>%n 条指令已存本席，待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>● %1</source>
        <comment>the chosen card</comment>
        <translation>● %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>units, what they are to do</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A sample: not any plan in force.</source>
        <translation>示例，不是现行预案。</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>略去</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlanChanging</name>
    <message>
        <source>Export the areas</source>
        <translation>导出片区</translation>
    </message>
    <message>
        <source>Corner %1 of %2: %3 %4</source>
        <translation>第 %1 点，共 %2 点：%3 %4</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>尚未改动</translation>
    </message>
    <message>
        <source>A reason is missing</source>
        <translation>请填写理由</translation>
    </message>
    <message>
        <source>It does not fit a change that was approved meanwhile: draw it anew</source>
        <translation>与其间已批准的变更冲突，请重新绘制</translation>
    </message>
    <message>
        <source>Proposed: another person has to approve it</source>
        <translation>已提交，待另一人审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已退回，不予批准</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Areas as in force on %1: %2</source>
        <translation>已导出 %1 生效的片区：%2</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 无法写入</translation>
    </message>
    <message>
        <source>The outlines are too large for one proposal: %1 KB, at most %2 KB. Take corners out, or change fewer areas at a time.</source>
        <translation>一次提交的边界过大：%1 KB，最多 %2 KB。请删减边界点，或分几次调整片区。</translation>
    </message>
    <message>
        <source>What is changed here is not proposed yet: once more discards it</source>
        <translation>改动尚未提交：再按一次即放弃</translation>
    </message>
    <message>
        <source>Not while there is a hole or an overlap</source>
        <translation>有空白或重叠时不能提交</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PlanPanel</name>
    <message>
        <source>Changes of the plan</source>
        <translation>预案变更</translation>
    </message>
    <message>
        <source>Changes of the plan, newest first</source>
        <translation>预案变更，最新在前</translation>
    </message>
    <message>
        <source>Words of the decision</source>
        <translation>审批意见</translation>
    </message>
    <message>
        <source>Words of the decision; needed to refuse</source>
        <translation>审批意见；不予批准时必填</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不批准</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Draw a change</source>
        <translation>绘制变更</translation>
    </message>
    <message>
        <source>Areas as in force on</source>
        <translation>导出哪一天生效的片区</translation>
    </message>
    <message>
        <source>Export GeoJSON</source>
        <translation>导出 GeoJSON</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Add a corner</source>
        <translation>加点</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删点</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>To which area</source>
        <translation>划入哪个片区</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>划转</translation>
    </message>
    <message>
        <source>Streets that go to another area</source>
        <translation>划入其他片区的街道</translation>
    </message>
    <message>
        <source>The plan has no outlines of streets: a move changes the list of the area only. Where the border should follow, redraw it as well.</source>
        <translation>预案中没有街道边界：划转只改片区的街道名单。边界也要随之调整的，请一并重绘。</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Valid from 00:00 on</source>
        <translation>生效日期（0 时起）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提交审批</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>%1 · from %2
%3</source>
        <comment>state, date, areas</comment>
        <translation>%1 · %2 起
%3</translation>
    </message>
    <message>
        <source>No change has been proposed: the plan is as its folder says.</source>
        <translation>尚无变更：现行预案即预案文件夹中的内容。</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>调整 %1</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上看</translation>
    </message>
    <message>
        <source>Drag a corner or click the middle of an edge. Keys on the map: Page Down, Page Up choose a corner, arrows move it (Shift: ten times as far), Ins adds, Del removes, Enter goes to the reason.</source>
        <translation>拖动边界点，或点击边的中点加点。地图上按键：Page Down、Page Up 选点，方向键移动（加 Shift 十倍），Ins 加点，Del 删点，Enter 填理由。</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>移出</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PopActs</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事项详情</translation>
    </message>
    <message>
        <source>%1: a window of its own (%2)</source>
        <comment>pane, key</comment>
        <translation>%1：单独窗口（%2）</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>放回主窗口</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>放到单独窗口</translation>
    </message>
    <message>
        <source>On screen %1: %2</source>
        <comment>number, name</comment>
        <translation>放到屏幕 %1：%2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PopBar</name>
    <message>
        <source>back into the window</source>
        <translation>放回主窗口</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PresetOrders</name>
    <message>
        <source>tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Orders of the plan</source>
        <translation>预案指令</translation>
    </message>
    <message>
        <source>Orders are suggested once kind and place are known</source>
        <translation>填好类型和地点后给出建议指令</translation>
    </message>
    <message>
        <source>%1: what is ticked goes out with the report</source>
        <translation>%1：勾选的指令随登记下达</translation>
    </message>
    <message>
        <source>untick all</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>tick all %1</source>
        <translation>全选 %1 条</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PrintActs</name>
    <message>
        <source>Print the map (%1)</source>
        <translation>打印地图（%1）</translation>
    </message>
    <message>
        <source>PDF, A&amp;4 landscape</source>
        <translation>PDF，A&amp;4 横向</translation>
    </message>
    <message>
        <source>PDF, A&amp;3 landscape</source>
        <translation>PDF，A&amp;3 横向</translation>
    </message>
    <message>
        <source>&amp;Printer …</source>
        <translation>打印机（&amp;P）…</translation>
    </message>
    <message>
        <source>Base map: %1</source>
        <translation>底图：%1</translation>
    </message>
    <message>
        <source>Sanzhen · duty map</source>
        <translation>三镇值守台 · 值守地图</translation>
    </message>
    <message>
        <source>headquarters was never heard</source>
        <translation>从未连上总值班台</translation>
    </message>
    <message>
        <source>data as of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>PAST · %1 · headquarters&apos; clock</source>
        <translation>过去 · %1 · 总值班台时钟</translation>
    </message>
    <message>
        <source>printed %1 · %2</source>
        <translation>打印于 %1 · %2</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north, on a map</comment>
        <translation>北</translation>
    </message>
    <message>
        <source>1 : %1, true at the centre · WGS-84, Web Mercator</source>
        <translation>1 : %1（图中心处）· WGS-84，Web 墨卡托</translation>
    </message>
    <message>
        <source>grade %1</source>
        <translation>定级 %1</translation>
    </message>
    <message>
        <source>several incidents: how many, the gravest grade</source>
        <translation>多起事项：件数与最高级别</translation>
    </message>
    <message>
        <source>placed by area only</source>
        <translation>仅知所在片区</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>片界（三镇）</translation>
    </message>
    <message>
        <source>district</source>
        <translation>行政区界</translation>
    </message>
    <message>
        <source>area</source>
        <translation>片区界</translation>
    </message>
    <message>
        <source>river</source>
        <translation>江河</translation>
    </message>
    <message>
        <source>The map is not ready yet: try again in a moment</source>
        <translation>地图尚未就绪，请稍后再试</translation>
    </message>
    <message>
        <source>sanzhen-map-%1.pdf</source>
        <translation>三镇值守地图-%1.pdf</translation>
    </message>
    <message>
        <source>The printer did not take the sheet: see whether it is on</source>
        <translation>打印机未接收，请检查是否开机</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已送打印机</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
</context>
<context>
    <name>sz::widgets::PromiseOrders</name>
    <message>
        <source>became an order to %1: %2 %3</source>
        <comment>units, number and title of the incident</comment>
        <translation>已转为指令：%1，%2 %3</translation>
    </message>
    <message>
        <source>The order is issued; the promise could not be settled: %1</source>
        <translation>指令已发出，但承诺未能了结：%1</translation>
    </message>
    <message>
        <source>The order is taken back; what was promised stands again</source>
        <translation>指令已撤回，原承诺恢复</translation>
    </message>
    <message>
        <source>The order is taken back; the promise could not be made again: %1</source>
        <translation>指令已撤回，但原承诺未能恢复：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RefileSheet</name>
    <message>
        <source>Correct and refile</source>
        <translation>改正重报</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>File again</source>
        <translation>重新提交</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RefusedModel</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>the row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RelateSheet</name>
    <message>
        <source>%1 %2</source>
        <comment>merge into, the other incident</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>group under</source>
        <translation>串并到</translation>
    </message>
    <message>
        <source>out of the group</source>
        <translation>移出串并</translation>
    </message>
    <message>
        <source>separate</source>
        <translation>分离</translation>
    </message>
    <message>
        <source>not merged</source>
        <translation>未并入</translation>
    </message>
    <message>
        <source>in no group</source>
        <translation>未串并</translation>
    </message>
    <message>
        <source>Choose the other incident: type its number or some words, then Enter.</source>
        <translation>选另一事项：输入编号或几个字，按 Enter。</translation>
    </message>
    <message>
        <source>That incident has been closed meanwhile: choose another one.</source>
        <translation>那件事项此间已结案：另选一件。</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>写几个字说明理由。</translation>
    </message>
    <message>
        <source>%1 merged into %2</source>
        <comment>numbers</comment>
        <translation>%1 已并入 %2</translation>
    </message>
    <message>
        <source>%1 grouped under %2</source>
        <comment>numbers</comment>
        <translation>%1 已串并到 %2</translation>
    </message>
    <message>
        <source>%1 taken out of its group</source>
        <comment>number</comment>
        <translation>%1 已移出串并</translation>
    </message>
    <message>
        <source>%1 separated again</source>
        <comment>number</comment>
        <translation>%1 已分离</translation>
    </message>
    <message>
        <source>Belongs together</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>The other incident</source>
        <translation>另一事项</translation>
    </message>
    <message>
        <source>number, words of the title or place, pinyin initials</source>
        <translation>编号、标题或地点中的字、拼音首字母</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>stays in the trace; needed to separate</source>
        <translation>留在轨迹中；分离时必填</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>另一事项</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>其下</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>No other open incident on the board has this number or these words.</source>
        <translation>板上没有此编号或含这些字的其他在办事项。</translation>
    </message>
    <message>
        <source>on its own</source>
        <translation>独立事项</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>merged or grouped, incident, state</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>grouped</source>
        <translation>串并</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Relating</name>
    <message>
        <source>Registered, merged into %1</source>
        <comment>number</comment>
        <translation>已登记，并入 %1</translation>
    </message>
    <message>
        <source>This desk has no part in that incident and was not told of it.</source>
        <translation>本席不参与那件事项，未收到其内容。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>%1; saved on this desk, will be sent</source>
        <translation>%1；先存本席，联通后发出</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RelationBox</name>
    <message>
        <source>relate</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>early sign</source>
        <translation>苗头</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>sum: %1</source>
        <comment>label of summed counts</comment>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ReliefSheet</name>
    <message>
        <source>More time</source>
        <translation>延期 / 挂账</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>申请事由</translation>
    </message>
    <message>
        <source>more time</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>suspend</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>多久</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>why, and what happens meanwhile: stays in the trace</source>
        <translation>为什么，其间怎么办；记入轨迹</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Ask for</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Ask to suspend</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>立即恢复</translation>
    </message>
    <message>
        <source>Something is asked for already and waits for a decision.</source>
        <translation>已有申请待裁定。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unit, text of its order</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, at once</source>
        <comment>16:00 → 18:00</comment>
        <translation>%1，立即生效</translation>
    </message>
    <message>
        <source>%1, once another person has agreed</source>
        <comment>16:00 → 18:00</comment>
        <translation>%1，须另一人同意</translation>
    </message>
    <message>
        <source>%1 as before</source>
        <comment>clock</comment>
        <translation>仍为 %1</translation>
    </message>
    <message>
        <source>more time asked for</source>
        <translation>已申请延期</translation>
    </message>
    <message>
        <source>suspension asked for</source>
        <translation>已申请挂账</translation>
    </message>
    <message>
        <source>the clock runs again</source>
        <translation>已恢复计时</translation>
    </message>
    <message>
        <source>Give the time as 30m, 2h or 3d, at most 90 days.</source>
        <translation>请填时长，如 30m、2h 或 3d，最长 90 天。</translation>
    </message>
    <message>
        <source>Write why: who decides has only this.</source>
        <translation>请写理由，裁定人只看得到这些。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ReplayPage</name>
    <message>
        <source>Board of that moment</source>
        <translation>当时的看板</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>条</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>compare from here</source>
        <translation>从此刻对比</translation>
    </message>
    <message>
        <source>go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Moment to go to: time, date and time, or # and a log number</source>
        <translation>要转到的时刻：时间、日期加时间，或 # 加日志号</translation>
    </message>
    <message>
        <source>14:02 · 10-17 14:02 · #8812</source>
        <translation>14:02 · 10-17 14:02 · #8812</translation>
    </message>
    <message>
        <source>end comparing</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>not a moment: write 14:02, 10-17 14:02 or #8812</source>
        <translation>无法识别：请写 14:02、10-17 14:02 或 #8812</translation>
    </message>
    <message>
        <source>This is the past: nothing can be done here. press Esc to return to now</source>
        <translation>这是过去，此处不能操作。按 Esc 回到现在</translation>
    </message>
    <message>
        <source>reading the log: %1 %</source>
        <translation>正在读取日志：%1 %</translation>
    </message>
    <message>
        <source>headquarters has told this desk nothing yet</source>
        <translation>总值班台尚未向本席下发任何内容</translation>
    </message>
    <message>
        <source>layers and base map are today&apos;s · own acts not yet with headquarters are not in it</source>
        <translation>图层和底图为今天的 · 尚未送达总值班台的本席操作不在其中</translation>
    </message>
    <message>
        <source>own acts that are not yet with headquarters are not in it</source>
        <translation>尚未送达总值班台的本席操作不在其中</translation>
    </message>
    <message>
        <source>headquarters&apos; clock · log number %1 · entry %2 of %3</source>
        <translation>总值班台时钟 · 日志号 %1 · 第 %2 条，共 %3 条</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Replaying</name>
    <message>
        <source>Replay any moment (%1)</source>
        <translation>回放任意时刻（%1）</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ReportRoom</name>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>要情</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RollCalls</name>
    <message>
        <source>This roll call is still on: E sends its minutes.</source>
        <translation>本次点名还在进行：按 E 看纪要并发送。</translation>
    </message>
    <message>
        <source>Roll call %1</source>
        <comment>clock</comment>
        <translation>%1 点名</translation>
    </message>
    <message>
        <source>Roll call begun: Space present, N no answer</source>
        <translation>点名开始：空格到，N 无应答</translation>
    </message>
    <message>
        <source>The matter of this line is not on the board any more.</source>
        <translation>这条上报对应的事项已不在板上。</translation>
    </message>
    <message>
        <source>%1: this unit was called and did not answer. Be there by %2; Ctrl+F10, then Space answers.</source>
        <comment>roll call, clock</comment>
        <translation>%1：呼叫本单位未应答。请在 %2 前到岗，按 Ctrl+F10 再按空格应答。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RollModel</name>
    <message>
        <source>to be called</source>
        <translation>未叫</translation>
    </message>
    <message>
        <source>present</source>
        <translation>到</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>call again now</source>
        <translation>现在再叫</translation>
    </message>
    <message>
        <source>telephone now</source>
        <translation>电话联系</translation>
    </message>
    <message>
        <source>being sought</source>
        <translation>查找中</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>脱岗</translation>
    </message>
    <message>
        <source>warned; over since %1</source>
        <comment>clock</comment>
        <translation>%1 超时，已警示</translation>
    </message>
    <message>
        <source>over since %1</source>
        <comment>clock</comment>
        <translation>%1 超时</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>上报</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RollSheet</name>
    <message>
        <source>Roll call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Units of the roll call</source>
        <translation>点名单位</translation>
    </message>
    <message>
        <source>phone and number, radio channel</source>
        <translation>电话及号码、对讲频道</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>the exact words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>one line of what it reports</source>
        <translation>上报内容，一行</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>present</source>
        <translation>到</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>on behalf</source>
        <translation>代答</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>matter</source>
        <translation>立事项</translation>
    </message>
    <message>
        <source>for decision</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>next</source>
        <comment>post that has not answered</comment>
        <translation>下一个</translation>
    </message>
    <message>
        <source>minutes</source>
        <comment>of a roll call</comment>
        <translation>纪要</translation>
    </message>
    <message>
        <source>Answered on behalf</source>
        <translation>代答记录</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Send the minutes</source>
        <translation>发送纪要</translation>
    </message>
    <message>
        <source>Telephone %1: %2</source>
        <comment>unit, number</comment>
        <translation>电话联系%1：%2</translation>
    </message>
    <message>
        <source>nobody on duty</source>
        <translation>无人在岗</translation>
    </message>
    <message>
        <source>order drawn</source>
        <translation>抽签顺序</translation>
    </message>
    <message>
        <source>minutes sent %1</source>
        <comment>clock</comment>
        <translation>纪要已发 %1</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 到</translation>
    </message>
    <message>
        <source>%1 is called again at %2.</source>
        <comment>unit, clock</comment>
        <translation>%1 在 %2 再叫。</translation>
    </message>
    <message>
        <source>%1 is being sought; it is warned at %2.</source>
        <comment>unit, clock</comment>
        <translation>%1 查找中，%2 发脱岗警示。</translation>
    </message>
    <message>
        <source>%1 was warned: absent</source>
        <comment>unit</comment>
        <translation>%1 已发脱岗警示</translation>
    </message>
    <message>
        <source>%1 has been warned already.</source>
        <comment>unit</comment>
        <translation>%1 已发过脱岗警示。</translation>
    </message>
    <message>
        <source>%1 has answered.</source>
        <comment>unit</comment>
        <translation>%1 已应答。</translation>
    </message>
    <message>
        <source>%1: no answer, again in a minute</source>
        <translation>%1 无应答，一分钟后再叫</translation>
    </message>
    <message>
        <source>%1: no answer again, telephone now</source>
        <translation>%1 再叫仍无应答，请打电话</translation>
    </message>
    <message>
        <source>%1: nobody at the telephone either</source>
        <translation>%1 电话也无人接</translation>
    </message>
    <message>
        <source>%1 is on the clipboard</source>
        <comment>a telephone number</comment>
        <translation>已复制 %1</translation>
    </message>
    <message>
        <source>%1: not for decision any more</source>
        <translation>%1：取消研判</translation>
    </message>
    <message>
        <source>%1: for decision</source>
        <translation>%1：列入研判</translation>
    </message>
    <message>
        <source>Nothing is reported here yet: T writes a line, Enter makes a matter of it.</source>
        <translation>这一行还没有上报内容：先按 T 记一句，再按回车立为事项。</translation>
    </message>
    <message>
        <source>Through which channel was it told?</source>
        <translation>通过什么渠道答的？</translation>
    </message>
    <message>
        <source>What was said, word for word?</source>
        <translation>原话是什么？</translation>
    </message>
    <message>
        <source>%1 answered on behalf</source>
        <translation>%1 已代答</translation>
    </message>
    <message>
        <source>What does it report?</source>
        <translation>上报什么？</translation>
    </message>
    <message>
        <source>%1: written down</source>
        <comment>unit</comment>
        <translation>%1：已记下</translation>
    </message>
    <message numerus="yes">
        <source>Minutes sent to %n units</source>
        <translation>
            <numerusform>纪要已发 %n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>纪要</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterCell</name>
    <message>
        <source>%1 until %2, then %3</source>
        <comment>holder, clock, holder</comment>
        <translation>%1，至 %2；接班 %3</translation>
    </message>
    <message>
        <source>gap from %1</source>
        <comment>clock</comment>
        <translation>%1 起缺岗</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterGrid</name>
    <message>
        <source>Roster</source>
        <translation>班表</translation>
    </message>
    <message>
        <source>Command office</source>
        <translation>指挥部办公室</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>三大片区带班</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>15 区</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>22 线</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>36 片区</translation>
    </message>
    <message>
        <source>Other posts</source>
        <translation>其他岗位</translation>
    </message>
    <message>
        <source>The plan names no post, so there is nobody to plan for.</source>
        <translation>预案中没有岗位，无班可排。</translation>
    </message>
    <message>
        <source>Post / unit</source>
        <translation>岗位 / 单位</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a day without work</comment>
        <translation>休</translation>
    </message>
    <message>
        <source>work</source>
        <comment>a make-up workday</comment>
        <translation>班</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <comment>of a group</comment>
        <translation>
            <numerusform>%n 个岗位</numerusform>
        </translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Grid posts</source>
        <translation>网格岗</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterImport</name>
    <message>
        <source>Import a roster</source>
        <translation>导入班表</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>An old .xls, or a file with a password: save it as .xlsx or CSV.</source>
        <translation>旧版 .xls 或有密码的文件：请另存为 .xlsx 或 CSV。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>.xlsx, .csv or .ics</source>
        <translation>.xlsx、.csv 或 .ics</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Refused, cell by cell</source>
        <translation>逐格退回</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>将导入</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Which file?</source>
        <translation>请选文件。</translation>
    </message>
    <message>
        <source>Reading.</source>
        <translation>正在读取。</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>尚无文件</translation>
    </message>
    <message>
        <source>%1 cells: %2 come in, %3 refused, %4 outside; %5 new conflicts</source>
        <translation>共 %1 格：导入 %2，退回 %3，范围外 %4；新增冲突 %5</translation>
    </message>
    <message>
        <source>Columns guessed.</source>
        <translation>列为推测。</translation>
    </message>
    <message>
        <source>Columns as used last.</source>
        <translation>列同上次。</translation>
    </message>
    <message>
        <source>nothing comes in</source>
        <translation>没有可导入的内容</translation>
    </message>
    <message>
        <source>The columns could not be kept for the next time.</source>
        <translation>列对应关系未能保存。</translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n shift(s)</source>
        <translation>
            <numerusform>已导入 %n 班</numerusform>
        </translation>
    </message>
    <message>
        <source>Rosters</source>
        <translation>班表</translation>
    </message>
    <message>
        <source>Columns not read: %1</source>
        <translation>未读的列：%1</translation>
    </message>
    <message>
        <source>Sheets not read: %1</source>
        <translation>未读的工作表：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterPage</name>
    <message>
        <source>Words for it</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>班表</translation>
    </message>
    <message>
        <source>Days shown</source>
        <translation>显示范围</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Swap: reason</source>
        <translation>换岗事由</translation>
    </message>
    <message>
        <source>Swap asked: a second person has to agree.</source>
        <translation>已申请换岗，须另一人同意。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Moved.</source>
        <translation>已移动。</translation>
    </message>
    <message>
        <source>%1–%2 · week %3</source>
        <translation>%1—%2 · 第 %3 周</translation>
    </message>
    <message>
        <source>Gaps within a day: %1</source>
        <translation>一日内缺口 %1</translation>
    </message>
    <message>
        <source>later: %1</source>
        <translation>本期其他缺口 %1</translation>
    </message>
    <message>
        <source>double, rest, skill: %1</source>
        <translation>重岗、休短、无资格 %1</translation>
    </message>
    <message>
        <source>swaps waiting: %1</source>
        <translation>换岗待确认 %1</translation>
    </message>
    <message>
        <source>two versions: %1</source>
        <translation>两版待定 %1</translation>
    </message>
    <message>
        <source>still counting</source>
        <translation>仍在统计</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>换岗</translation>
    </message>
    <message>
        <source>copy last week</source>
        <translation>复制上周</translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) as the week before.</source>
        <translation>
            <numerusform>已按上周排 %n 班。</numerusform>
        </translation>
    </message>
    <message>
        <source>export calendar</source>
        <translation>导出日历</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>next gap</source>
        <translation>下一缺岗</translation>
    </message>
    <message>
        <source>Nothing more is wrong in these days.</source>
        <translation>本期没有其他问题。</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>未到岗</translation>
    </message>
    <message>
        <source>Did not come: reason</source>
        <translation>未到岗事由</translation>
    </message>
    <message>
        <source>Told. A second person has to agree.</source>
        <translation>已上报，须另一人同意。</translation>
    </message>
    <message>
        <source>lend</source>
        <translation>借调</translation>
    </message>
    <message>
        <source>my area</source>
        <translation>我的片区</translation>
    </message>
    <message>
        <source>on call</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤回。</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>已同意。</translation>
    </message>
    <message>
        <source>Refused.</source>
        <translation>已退回。</translation>
    </message>
    <message>
        <source>Refused: reason</source>
        <translation>退回事由</translation>
    </message>
    <message>
        <source>Nobody is planned there now.</source>
        <translation>此班已清空。</translation>
    </message>
    <message>
        <source>As the rotation says.</source>
        <translation>已恢复轮值。</translation>
    </message>
    <message>
        <source>Version %1 counts.</source>
        <translation>已选定第 %1 版。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>请写明事由。</translation>
    </message>
    <message>
        <source>Nobody holds this shift.</source>
        <translation>此班无人。</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>已是如此。</translation>
    </message>
    <message>
        <source>The last edit is still being saved.</source>
        <translation>上一次修改仍在保存。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name.</source>
        <translation>“%1”不是姓名。</translation>
    </message>
    <message>
        <source>Assigned: %1</source>
        <translation>已派岗：%1</translation>
    </message>
    <message>
        <source>Go to the other shift and press W again; Esc gives up.</source>
        <translation>移到另一班再按 W；Esc 取消。</translation>
    </message>
    <message>
        <source>Choose an area or a district first.</source>
        <translation>请先选片区或区。</translation>
    </message>
    <message>
        <source>Export calendar</source>
        <translation>导出日历</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Lent: %1</source>
        <translation>已借出：%1</translation>
    </message>
    <message>
        <source>There is nothing to do here.</source>
        <translation>这里没有可操作的内容。</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>back</source>
        <comment>from a loan</comment>
        <translation>归还</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>在岗情况</translation>
    </message>
    <message>
        <source>in charge</source>
        <translation>任负责人</translation>
    </message>
    <message>
        <source>%1: here, away [14:00] where, no [what was tried]</source>
        <translation>%1：在岗、离岗 [14:00] 去向、无应答 [怎么找的]</translation>
    </message>
    <message>
        <source>Begin with here, away or no.</source>
        <translation>请以在岗、离岗或无应答开头。</translation>
    </message>
    <message>
        <source>Presence told: %1</source>
        <translation>在岗情况已记：%1</translation>
    </message>
    <message>
        <source>Choose the row of an area first.</source>
        <translation>请先选一个片区的行。</translation>
    </message>
    <message>
        <source>In charge of %1: name [deputy] [from day] [until day]</source>
        <translation>%1 负责人：姓名 [副手] [起始日] [截止日]</translation>
    </message>
    <message>
        <source>Write it as: name deputy 12-01 12-31</source>
        <translation>写法：姓名 副手 12-01 12-31</translation>
    </message>
    <message>
        <source>In charge of %1: %2</source>
        <translation>%1 负责人：%2</translation>
    </message>
    <message>
        <source>Back to %1: how many of %2</source>
        <translation>归还 %1：%2 人中的几人</translation>
    </message>
    <message>
        <source>Write the number of people.</source>
        <translation>请写人数。</translation>
    </message>
    <message>
        <source>Back to %1: %2</source>
        <translation>已归还 %1：%2 人</translation>
    </message>
    <message>
        <source>This unit has no loan that is still out.</source>
        <translation>该单位没有未归还的借调。</translation>
    </message>
    <message>
        <source>This cell has one shift.</source>
        <translation>此格只有一班。</translation>
    </message>
    <message>
        <source>Two desks planned %1 %2 differently: G goes there, its number chooses</source>
        <translation>两席对%1 %2 的排班不同：按 G 前往，按编号选定</translation>
    </message>
    <message>
        <source>other shift of the day</source>
        <translation>当日另一班</translation>
    </message>
    <message>
        <source>Surge roster: place and people, one row a place</source>
        <translation>增援名册：地点与人数，一行一处</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>No row of the sheet has a place and a number of people.</source>
        <translation>表中没有一行同时写明地点和人数。</translation>
    </message>
    <message numerus="yes">
        <source>Lent: %1 people to %Ln places</source>
        <translation>
            <numerusform>已借出：%1 人，%Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back to %1: how many of %2 at %n places, or how many and the place</source>
        <translation>
            <numerusform>归还%1：%n 处共 %2 人中还几人，可再写地点</numerusform>
        </translation>
    </message>
    <message>
        <source>The list has no place &quot;%1&quot;.</source>
        <translation>名册中没有“%1”这一处。</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>未读入的行</translation>
    </message>
    <message>
        <source>Row %1: no place (%2)</source>
        <comment>of a sheet; number of people</comment>
        <translation>第 %1 行：没有地点（%2）</translation>
    </message>
    <message>
        <source>Row %1: no number of people</source>
        <comment>of a sheet</comment>
        <translation>第 %1 行：没有人数</translation>
    </message>
    <message>
        <source>Row %1: &quot;%2&quot; is no number of people, 1 to 100,000</source>
        <translation>第 %1 行：“%2”不是人数（1 至 100,000）</translation>
    </message>
    <message>
        <source>Row %1: the name of the place is too long: %2</source>
        <translation>第 %1 行：地点名称太长：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n rows refused, listed above)</source>
        <comment>what is asked</comment>
        <translation>
            <numerusform>%1（未读入 %n 行，见上方）</numerusform>
        </translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>请替班</translation>
    </message>
    <message>
        <source>Did not come, %1 stands in: reason</source>
        <translation>未到岗，由%1顶班，事由</translation>
    </message>
    <message>
        <source>Nobody is free to stand in: type a name with Enter instead.</source>
        <translation>本单位没有人能顶班：可按 Enter 直接填姓名。</translation>
    </message>
    <message>
        <source>%1 stands in: reason</source>
        <translation>由%1顶班，事由</translation>
    </message>
    <message>
        <source>Substitute asked for: a second person has to agree.</source>
        <translation>已请替班，待另一人同意。</translation>
    </message>
    <message>
        <source>Lend from %1: people, to whom or where, days or from day and until day · Shift+L: a sheet</source>
        <translation>从 %1 借出：人数、去向、天数或起止日 · Shift+L：按表借出</translation>
    </message>
    <message>
        <source>Write it as: 40 Wuchang 3, or 40 Wuchang 12-01 12-05</source>
        <translation>写成：40 武昌区 3，或 40 武昌区 12-01 12-05</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 people to %Ln places, for how many days or from day and until day</source>
        <translation>
            <numerusform>%1：%2 人下沉 %Ln 处，写天数或起止日</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the number of days, 1 to 366, or two days: 12-01 12-05.</source>
        <translation>请写天数（1 至 366），或起止日：12-01 12-05。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterPane</name>
    <message>
        <source>agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Who can take it</source>
        <translation>可补岗位</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>力量板</translation>
    </message>
    <message>
        <source>by rest</source>
        <translation>按休息时长</translation>
    </message>
    <message>
        <source>present / planned</source>
        <translation>到岗 / 应到</translation>
    </message>
    <message>
        <source>Two planners differ. Press the number of the one that counts:</source>
        <translation>两人排得不同，按编号选定一个：</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>按地点</translation>
    </message>
    <message>
        <source>by unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>Strength by place</source>
        <translation>力量板（按地点）</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RosterStrip</name>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Zones %1</source>
        <comment>manned/all</comment>
        <translation>片 %1</translation>
    </message>
    <message>
        <source>Dist. %1</source>
        <comment>districts, manned/all</comment>
        <translation>区 %1</translation>
    </message>
    <message>
        <source>Lines %1</source>
        <comment>manned/all</comment>
        <translation>线 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between units</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>gap now: %1</source>
        <comment>units</comment>
        <translation>现缺岗 %1</translation>
    </message>
    <message>
        <source>gap from %1: %2</source>
        <comment>clock, units</comment>
        <translation>%1 起缺岗 %2</translation>
    </message>
    <message>
        <source>change %1 · %2</source>
        <comment>clock, time left</comment>
        <translation>换班 %1 · %2</translation>
    </message>
    <message>
        <source>not doubled: %1</source>
        <comment>posts</comment>
        <translation>班组不足：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>two kinds of gaps</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>change of %1 not handed over</source>
        <comment>clock</comment>
        <translation>%1 换班未交接</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RoundAlarmRow</name>
    <message>
        <source>Rounds missed twice</source>
        <translation>两次漏答的点验</translation>
    </message>
    <message>
        <source>confirm this round</source>
        <translation>确认此次点验</translation>
    </message>
    <message>
        <source>Ctrl+F10 posts</source>
        <translation>Ctrl+F10 看岗位</translation>
    </message>
    <message numerus="yes">
        <source>Round %1 (%2): %n missed twice since %3, first %4</source>
        <translation>
            <numerusform>点验“%1”（%2）：%3 起 %n 个岗位两次漏答，首个%4</numerusform>
        </translation>
    </message>
    <message>
        <source>%1&apos;s turn, %2 goes up to %3</source>
        <comment>post, clock, post</comment>
        <translation>轮到%1，%2 升级至%3</translation>
    </message>
    <message>
        <source>%1&apos;s turn</source>
        <comment>a post: nobody above it</comment>
        <translation>轮到%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more rounds</source>
        <translation>
            <numerusform>另有 %n 次点验</numerusform>
        </translation>
    </message>
    <message>
        <source>Round confirmed: %1</source>
        <translation>已确认点验：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n units absent since %2, first %3</source>
        <comment>roll call, clock, unit</comment>
        <translation>
            <numerusform>%1：%n 个单位脱岗，%2 起，首个 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: this unit is absent since %2. Be there, then Ctrl+F10 and Space</source>
        <comment>roll call, clock</comment>
        <translation>%1：本单位 %2 起脱岗，请立即到岗，按 Ctrl+F10 再按空格应答</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RoundModel</name>
    <message>
        <source>answered</source>
        <translation>已答到</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>待答</translation>
    </message>
    <message>
        <source>missed once</source>
        <translation>漏答一次</translation>
    </message>
    <message>
        <source>missed twice</source>
        <translation>漏答两次</translation>
    </message>
    <message>
        <source>over since %1</source>
        <comment>clock</comment>
        <translation>%1 已过</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>clock</comment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答到</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>On behalf</source>
        <translation>代答原话</translation>
    </message>
</context>
<context>
    <name>sz::widgets::RoundSheet</name>
    <message>
        <source>Check-in rounds</source>
        <translation>点验</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Posts of the round</source>
        <translation>本批点验的岗位</translation>
    </message>
    <message>
        <source>No round has been started yet</source>
        <translation>还没有发起过点验</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>答到</translation>
    </message>
    <message>
        <source>on behalf</source>
        <translation>代答</translation>
    </message>
    <message>
        <source>next</source>
        <comment>post that has not answered</comment>
        <translation>下一个未答</translation>
    </message>
    <message>
        <source>open</source>
        <comment>only posts that have not answered</comment>
        <translation>只看未答</translation>
    </message>
    <message>
        <source>new</source>
        <comment>round</comment>
        <translation>新点验</translation>
    </message>
    <message>
        <source>phone and number, radio channel</source>
        <translation>电话及号码、对讲频道</translation>
    </message>
    <message>
        <source>the exact words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>night round, gates of the west shore</source>
        <translation>夜间点验、西岸各门岗</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>a post a line; a column can be pasted</source>
        <translation>每行一个岗位，可粘贴一列</translation>
    </message>
    <message>
        <source>districts and lines</source>
        <translation>各区各线</translation>
    </message>
    <message>
        <source>districts</source>
        <translation>各区</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>各线</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>答到时限</translation>
    </message>
    <message>
        <source>Then once more</source>
        <translation>再呼一次</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Answered on behalf</source>
        <translation>记为代答</translation>
    </message>
    <message>
        <source>Start the round</source>
        <translation>发起点验</translation>
    </message>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n 个岗位</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 已答到</translation>
    </message>
    <message>
        <source>Through which channel was it told?</source>
        <translation>通过什么渠道答的？</translation>
    </message>
    <message>
        <source>What was said, word for word?</source>
        <translation>原话是什么？</translation>
    </message>
    <message>
        <source>%1 answered on behalf</source>
        <translation>%1 已代答</translation>
    </message>
    <message>
        <source>What is the round called?</source>
        <translation>这次点验叫什么？</translation>
    </message>
    <message>
        <source>Who is to answer?</source>
        <translation>要谁答到？</translation>
    </message>
    <message>
        <source>Round started: %1</source>
        <translation>已发起点验：%1</translation>
    </message>
    <message>
        <source>R calls the roll, B begins a check-in round: name, minutes, posts.</source>
        <translation>按 R 点名；按 B 发起点验：名称、时限、岗位。</translation>
    </message>
    <message>
        <source>roll call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>drawn</source>
        <comment>order of a roll call</comment>
        <translation>抽签点名</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>发起点验</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Scanning</name>
    <message>
        <source>The scanning program %1 does not start: %2</source>
        <comment>path, why</comment>
        <translation>扫描程序 %1 启动不了：%2</translation>
    </message>
    <message>
        <source>A page is being scanned.</source>
        <translation>正在扫描一页，请稍候。</translation>
    </message>
    <message>
        <source>Scanning needs the program “%1” (Debian package sane-utils), which this computer has not got. P attaches a file, Ctrl+V a picture.</source>
        <translation>扫描要用程序「%1」（Debian 软件包 sane-utils），本机没有装。可按 P 附文件，或按 Ctrl+V 贴图片。</translation>
    </message>
    <message>
        <source>Looking for a scanner …</source>
        <translation>正在找扫描仪……</translation>
    </message>
    <message>
        <source>No scanner is found. Is it switched on and connected? %1</source>
        <translation>没有找到扫描仪。请看电源和连线。%1</translation>
    </message>
    <message>
        <source>Scanning a page …</source>
        <translation>正在扫描一页……</translation>
    </message>
    <message>
        <source>The scanned page is larger than 64 MB: nothing is attached.</source>
        <translation>扫出的一页超过 64 MB，没有附上。</translation>
    </message>
    <message>
        <source>Nothing was scanned: look at the paper and the scanner, then try again. %1</source>
        <comment>the program&apos;s own words</comment>
        <translation>没有扫到：看看纸张和扫描仪，再试一次。%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ScoreModel</name>
    <message>
        <source>No.</source>
        <comment>rank of a unit</comment>
        <translation>序</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>应办</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Done in time</source>
        <translation>按时办结</translation>
    </message>
    <message>
        <source>Signed in time</source>
        <translation>按时签收</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>step, percentile</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ScorePage</name>
    <message>
        <source>reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>Enter or a click on a figure shows what it was made of</source>
        <translation>在数字上按 Enter 或点击，可看它从哪里来</translation>
    </message>
    <message>
        <source>This desk has no log yet</source>
        <translation>本席还没有日志</translation>
    </message>
    <message>
        <source>It comes with the first link to headquarters.</source>
        <translation>首次联通总值班台后即有。</translation>
    </message>
    <message>
        <source>No orders were issued in this period</source>
        <translation>此期间没有下达指令</translation>
    </message>
    <message>
        <source>%1:  %2</source>
        <comment>unit, how its score came about</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 · %2: none</source>
        <comment>unit, figure</comment>
        <translation>%1 · %2：无</translation>
    </message>
    <message>
        <source>%1 · %2 %3: where it comes from</source>
        <comment>unit, figure, value</comment>
        <translation>%1 · %2 %3 从哪里来</translation>
    </message>
    <message>
        <source>%1: recomputed, %2 figures agree</source>
        <comment>clock</comment>
        <translation>%1 重算一致，%2 个数字</translation>
    </message>
    <message>
        <source>recomputed: %1 figures differ; the log is not what it was</source>
        <translation>重算有 %1 个数字不一致：日志已不是原来那份</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Unit scores</source>
        <translation>单位评分</translation>
    </message>
    <message>
        <source>its rows</source>
        <comment>key: of the figure</comment>
        <translation>看这些行</translation>
    </message>
    <message>
        <source>sort</source>
        <comment>key</comment>
        <translation>排序</translation>
    </message>
    <message>
        <source>next step</source>
        <comment>key: whose times</comment>
        <translation>换步骤</translation>
    </message>
    <message>
        <source>recompute</source>
        <comment>key</comment>
        <translation>从日志重算</translation>
    </message>
    <message>
        <source>export</source>
        <comment>key</comment>
        <translation>导出</translation>
    </message>
    <message>
        <source>The plan publishes no formula (score.toml): figures without scores</source>
        <translation>预案没有公布评分公式（score.toml）：只列数字，不评分</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ScoreWords</name>
    <message>
        <source>longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>orders given</source>
        <translation>下达指令</translation>
    </message>
    <message>
        <source>orders counted</source>
        <translation>应办</translation>
    </message>
    <message>
        <source>orders done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>orders open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>orders withdrawn</source>
        <translation>撤单</translation>
    </message>
    <message>
        <source>orders handed on</source>
        <translation>退单转出</translation>
    </message>
    <message>
        <source>signed, or late</source>
        <translation>签收应计</translation>
    </message>
    <message>
        <source>signed in time</source>
        <translation>按时签收</translation>
    </message>
    <message>
        <source>on scene, or late</source>
        <translation>到场应计</translation>
    </message>
    <message>
        <source>on scene in time</source>
        <translation>按时到场</translation>
    </message>
    <message>
        <source>first word given, or late</source>
        <translation>反馈应计</translation>
    </message>
    <message>
        <source>first word in time</source>
        <translation>按时反馈</translation>
    </message>
    <message>
        <source>done, or late</source>
        <translation>办结应计</translation>
    </message>
    <message>
        <source>done in time</source>
        <translation>按时办结</translation>
    </message>
    <message>
        <source>signed late</source>
        <translation>签收逾期</translation>
    </message>
    <message>
        <source>on scene late</source>
        <translation>到场逾期</translation>
    </message>
    <message>
        <source>first word late</source>
        <translation>反馈逾期</translation>
    </message>
    <message>
        <source>done late</source>
        <translation>办结逾期</translation>
    </message>
    <message>
        <source>limits broken</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>steps behind, in time after all</source>
        <translation>滞后（仍按时）</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>reliefs asked for</source>
        <translation>申请延期、挂账</translation>
    </message>
    <message>
        <source>reliefs granted</source>
        <translation>批准延期、挂账</translation>
    </message>
    <message>
        <source>rechecks failed</source>
        <translation>复核不合格</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>results rated</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>mean rating</source>
        <translation>满意度均分</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, percentile</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>sample too small</source>
        <comment>in place of a score</comment>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>nothing due yet</source>
        <comment>in place of a score</comment>
        <translation>尚无到期</translation>
    </message>
    <message>
        <source>%1: no case, not counted</source>
        <comment>term of the score</comment>
        <translation>%1：无样本，不计</translation>
    </message>
    <message>
        <source>sum %1</source>
        <comment>of the terms</comment>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>period</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>log #%1 to #%2, %3 entries</source>
        <translation>日志 #%1 至 #%2，%3 条</translation>
    </message>
</context>
<context>
    <name>sz::widgets::SeatLabel</name>
    <message>
        <source>%1 · %2</source>
        <comment>post, seat</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 to %2 · %3</source>
        <comment>shift, clock, time left</comment>
        <translation>%1至 %2 · %3</translation>
    </message>
    <message>
        <source>nobody on the roster</source>
        <translation>班表无人</translation>
    </message>
    <message>
        <source>%1, nobody on the roster</source>
        <comment>post and seat</comment>
        <translation>%1，班表无人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>post and seat, shift</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>signed on to %1 · %2</source>
        <comment>clock, time left</comment>
        <translation>签到至 %1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>person, post</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>nobody has signed on: F4</source>
        <translation>无人签到：按 F4</translation>
    </message>
    <message>
        <source>shift over, sign on again: F4</source>
        <translation>班次已结束，请重新签到：F4</translation>
    </message>
</context>
<context>
    <name>sz::widgets::SheetFacts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed over and taken over</source>
        <translation>交出与接收</translation>
    </message>
    <message>
        <source>handed</source>
        <translation>交出</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未齐</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>交接对账</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>sz::widgets::SignOnSheet</name>
    <message>
        <source>Sign on</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Number, name, pinyin or initials</source>
        <translation>工号、姓名、拼音或首字母</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>sign off</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <comment>staff number</comment>
        <translation>%1 · 已锁定</translation>
    </message>
    <message>
        <source>Say who you are: number, name, pinyin or initials.</source>
        <translation>请填写人员：工号、姓名、拼音或首字母。</translation>
    </message>
    <message>
        <source>Choose the post.</source>
        <translation>请选择岗位。</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>The two new passwords differ. Type the second one again.</source>
        <translation>两次输入的新密码不同，请重输第二次。</translation>
    </message>
    <message>
        <source>Asking headquarters …</source>
        <translation>正在请总值班台核验……</translation>
    </message>
    <message>
        <source>The link broke before headquarters answered. Try again.</source>
        <translation>总值班台答复前连接中断，请再试一次。</translation>
    </message>
    <message>
        <source>Too many tries at this desk. Wait a minute and try again.</source>
        <translation>本席位尝试过多，请等一分钟再试。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n more wrong tries lock.</source>
        <comment>sentence</comment>
        <translation>
            <numerusform>%1再错 %n 次即锁定。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has signed on as %2, until %3</source>
        <comment>person, post, clock</comment>
        <translation>%1已签到：%2，至 %3</translation>
    </message>
    <message>
        <source>nobody has signed on at this desk</source>
        <translation>本席位无人签到</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>person, post</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>%1 has signed off</source>
        <comment>person</comment>
        <translation>%1已签退</translation>
    </message>
    <message>
        <source>%1 may try again.</source>
        <comment>person</comment>
        <translation>%1可以再试。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::SoundActs</name>
    <message>
        <source>Sounds are heard again</source>
        <translation>声音已恢复</translation>
    </message>
    <message>
        <source>Muted until %1, on this seat only</source>
        <translation>静音至 %1，只限本席</translation>
    </message>
</context>
<context>
    <name>sz::widgets::SoundBlock</name>
    <message>
        <source>no sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>muted to %1</source>
        <comment>clock</comment>
        <translation>静音至 %1</translation>
    </message>
    <message>
        <source>sound on</source>
        <translation>声音开</translation>
    </message>
    <message>
        <source>No program that plays a sound was found here, or it has failed (pw-play, paplay, aplay). Alarms are to be seen only.</source>
        <translation>本机没有可用的放音程序，或放音失败（pw-play、paplay、aplay）。告警只能看，听不到。</translation>
    </message>
    <message>
        <source>Muted on this seat until the shift ends. %1: heard again.</source>
        <translation>本席静音至本班结束。%1：恢复声音。</translation>
    </message>
    <message>
        <source>Muted on this seat for half an hour at the most. %1: heard again.</source>
        <translation>本席静音，最长半小时。%1：恢复声音。</translation>
    </message>
    <message>
        <source>What waits is heard every half minute. %1 mutes this seat for half an hour, not beyond the shift.</source>
        <translation>有待办时每半分钟响一次。%1：本席静音半小时，不超过本班。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::StandInList</name>
    <message>
        <source>rested %1</source>
        <translation>已休 %1</translation>
    </message>
    <message>
        <source>no duty in the days before</source>
        <translation>前几日未值</translation>
    </message>
    <message>
        <source>next duty in %1</source>
        <translation>距下班次 %1</translation>
    </message>
    <message>
        <source>short rest</source>
        <translation>休息不足</translation>
    </message>
    <message>
        <source>not qualified</source>
        <translation>无资格</translation>
    </message>
    <message>
        <source>Who takes this shift</source>
        <translation>谁来值这一班</translation>
    </message>
    <message>
        <source>a name, or Enter for the first below</source>
        <translation>输入姓名，或按 Enter 派下面第一个</translation>
    </message>
    <message>
        <source>nobody of the unit is free</source>
        <translation>本单位无人可补</translation>
    </message>
    <message>
        <source>Nobody of the unit is free: type a name.</source>
        <translation>本单位无人可补：请输入姓名。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::StrengthBoard</name>
    <message>
        <source>Strength</source>
        <translation>力量板</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>unit, present, planned</comment>
        <translation>%1 到岗 %2，应到 %3</translation>
    </message>
    <message>
        <source>%1: %2 = %3 back + %4 out</source>
        <translation>%1：%2 = 已还 %3 + 在外 %4</translation>
    </message>
    <message>
        <source>Loans: none</source>
        <translation>借调：无</translation>
    </message>
    <message>
        <source>people = back + out</source>
        <translation>人数 = 已还 + 在外</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>present of planned</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 = %2 + %3</source>
        <comment>people lent, back, out</comment>
        <translation>%1 = %2 + %3</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期未还</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <comment>of a surge roster</comment>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loans to %Ln places: %1 = %2 + %3</source>
        <comment>surge rosters; people, back, out</comment>
        <translation>
            <numerusform>借出 %Ln 处：%1 = %2 + %3</numerusform>
        </translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>borrowed and lent: +30 −12</comment>
        <translation>（%1）</translation>
    </message>
</context>
<context>
    <name>sz::widgets::SupervisionPage</name>
    <message>
        <source>Supervision</source>
        <translation>督查</translation>
    </message>
    <message>
        <source>back to the watch</source>
        <translation>回值守</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>Led cases</source>
        <translation>包案</translation>
    </message>
    <message>
        <source>Inspection visits</source>
        <translation>督查走访</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TalkList</name>
    <message>
        <source>unsent</source>
        <translation>未发</translation>
    </message>
    <message>
        <source>Notes of all units</source>
        <translation>各单位记事</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TalkModel</name>
    <message>
        <source>%1 · %2</source>
        <comment>who, clock</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2, unsent</source>
        <comment>who and when, text</comment>
        <translation>%1，%2，未发</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who and when, text</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TalkView</name>
    <message>
        <source>A note to all units of this incident</source>
        <translation>写给本事项各单位的记事</translation>
    </message>
    <message>
        <source>A note to all units of this incident · Enter sends</source>
        <translation>写给本事项各单位的记事 · 回车发出</translation>
    </message>
    <message>
        <source>Nobody has written a note yet</source>
        <translation>还没有人记过</translation>
    </message>
    <message>
        <source>What is written here goes to all units.</source>
        <translation>写在这里的，各单位都看得到。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TaskForces</name>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: %1</source>
        <translation>已存本席，待发送：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TileDelegate</name>
    <message>
        <source>unsent</source>
        <translation>未发</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>尚未分派</translation>
    </message>
    <message numerus="yes">
        <source>%n new notes</source>
        <translation>
            <numerusform>新记事 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>campaign: %1 of %2 done</source>
        <comment>items of a campaign</comment>
        <translation>专项：办结 %1 / %2</translation>
    </message>
    <message>
        <source>led by %1</source>
        <comment>unit of the leader of a case</comment>
        <translation>包案：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TimeSlider</name>
    <message>
        <source>Time of the operation: %1</source>
        <translation>任务时间：%1</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Toast</name>
    <message>
        <source>undo · %1 s</source>
        <comment>seconds left</comment>
        <translation>撤回 · %1 秒</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TopBar</name>
    <message>
        <source>Sample plan</source>
        <translation>示例预案</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TraceModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>未发</translation>
    </message>
</context>
<context>
    <name>sz::widgets::TraceTable</name>
    <message>
        <source>Trace</source>
        <translation>轨迹</translation>
    </message>
</context>
<context>
    <name>sz::widgets::Undoing</name>
    <message>
        <source>Taken back; both acts stay in the trace</source>
        <translation>已撤回；两次操作都留在轨迹中</translation>
    </message>
    <message numerus="yes">
        <source>%n acts taken back; all stay in the trace</source>
        <translation>
            <numerusform>已撤回 %n 项操作，都留在轨迹中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 taken back, %2 not: %3</source>
        <comment>counts, why not</comment>
        <translation>已撤回 %1 项，%2 项未撤：%3</translation>
    </message>
</context>
<context>
    <name>sz::widgets::UnitPicker</name>
    <message>
        <source>next unit leads</source>
        <translation>换下一单位牵头</translation>
    </message>
    <message>
        <source>Units of this order</source>
        <translation>本次派单的单位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>initials, pinyin or Chinese; Enter adds</source>
        <translation>拼音首字母、全拼、汉字都可，Enter 加入</translation>
    </message>
    <message>
        <source>%1 leads as before</source>
        <translation>%1牵头（沿用）</translation>
    </message>
    <message>
        <source>In the list: L leads, Delete takes out</source>
        <translation>表中按 L 牵头，按 Delete 移出</translation>
    </message>
    <message>
        <source>No unit is called that.</source>
        <translation>没有这个单位。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::UnitsModel</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结率</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ViewActs</name>
    <message>
        <source>No view is called “%1”, and no filter is on that could get this name</source>
        <translation>没有叫“%1”的视图，也没有正在用的筛选可以起这个名</translation>
    </message>
    <message>
        <source>View “%1” saved on this seat</source>
        <translation>视图“%1”已存在本席</translation>
    </message>
    <message>
        <source>View “%1” deleted</source>
        <translation>视图“%1”已删除</translation>
    </message>
    <message>
        <source>View “%1” is now “%2”</source>
        <translation>视图“%1”改名为“%2”</translation>
    </message>
    <message>
        <source>A view needs a name</source>
        <translation>视图要有名称</translation>
    </message>
    <message>
        <source>Another view is called “%1” already</source>
        <translation>已有叫“%1”的视图</translation>
    </message>
    <message>
        <source>No view is called “%1”</source>
        <translation>没有叫“%1”的视图</translation>
    </message>
    <message>
        <source>This seat has as many views as it can keep: delete one first</source>
        <translation>本席视图已满：请先删一个</translation>
    </message>
    <message>
        <source>This seat has no view %1</source>
        <translation>本席没有第 %1 个视图</translation>
    </message>
</context>
<context>
    <name>sz::widgets::ViewStrip</name>
    <message>
        <source>show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>%1. In the command line “view NAME” keeps this filter under a name.</source>
        <translation>%1。在命令行输入“视图 名称”可存为视图。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a view, its filter</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <comment>filter, shown, in all</comment>
        <translation>%1 · 显示 %2，共 %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown, in all</comment>
        <translation>%1 / 共 %2</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>sz::widgets::VisitModel</name>
    <message>
        <source>nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>%1 of %2 over</source>
        <comment>findings</comment>
        <translation>已结 %1 / %2</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>走访</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What was seen and found</source>
        <translation>所见与发现</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
</context>
<context>
    <name>sz::widgets::VisitSheet</name>
    <message>
        <source>Inspection visit</source>
        <translation>督查走访</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Unit visited</source>
        <translation>走访单位</translation>
    </message>
    <message>
        <source>name, pinyin or code</source>
        <translation>名称、拼音或编码</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>现场情况</translation>
    </message>
    <message>
        <source>Findings: what, unit, limit</source>
        <translation>发现的问题：内容、整改单位、时限</translation>
    </message>
    <message>
        <source>save the visit and order what was found</source>
        <translation>保存走访并交办问题</translation>
    </message>
    <message>
        <source>%1 What was saved stays; Ctrl+Enter goes on with the rest.</source>
        <translation>%1已保存的保留；Ctrl+Enter 继续办其余的。</translation>
    </message>
    <message>
        <source>Finding %1</source>
        <translation>问题 %1</translation>
    </message>
    <message>
        <source>what was found</source>
        <translation>发现什么</translation>
    </message>
    <message>
        <source>Unit for finding %1</source>
        <translation>问题 %1 的整改单位</translation>
    </message>
    <message>
        <source>the unit visited</source>
        <translation>走访单位</translation>
    </message>
    <message>
        <source>Limit for finding %1</source>
        <translation>问题 %1 的时限</translation>
    </message>
    <message>
        <source>The plan has no such unit.</source>
        <translation>预案中没有这个单位。</translation>
    </message>
    <message>
        <source>Give the limit as 7d or 24h.</source>
        <translation>时限请写 7d 或 24h。</translation>
    </message>
    <message>
        <source>Visit to %1</source>
        <translation>走访%1</translation>
    </message>
    <message>
        <source>look again whether it was put right</source>
        <translation>回头看整改情况</translation>
    </message>
    <message>
        <source>Say what was seen, in a few words.</source>
        <translation>请写几个字说明现场情况。</translation>
    </message>
    <message>
        <source>Saved: a visit, nothing found</source>
        <translation>已保存：走访一次，未发现问题</translation>
    </message>
    <message numerus="yes">
        <source>Saved: a visit with %n findings, each ordered</source>
        <translation>
            <numerusform>已保存：走访一次，%n 个问题均已交办</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the unit that was visited.</source>
        <translation>请写明走访的是哪个单位。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::VisitView</name>
    <message>
        <source>Visits and findings</source>
        <translation>走访与问题</translation>
    </message>
    <message>
        <source>new visit</source>
        <translation>新走访</translation>
    </message>
    <message>
        <source>open</source>
        <comment>what a key does</comment>
        <translation>打开</translation>
    </message>
    <message>
        <source>No visit yet</source>
        <translation>还没有走访</translation>
    </message>
    <message>
        <source>findings open %1 · late %2</source>
        <translation>未结问题 %1 · 逾期 %2</translation>
    </message>
    <message>
        <source>Alt+N writes one with what was found</source>
        <translation>按 Alt+N 登记一次走访及发现的问题</translation>
    </message>
</context>
<context>
    <name>sz::widgets::WallActs</name>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>zones %1 · districts %2 · lines %3</source>
        <translation>三片 %1 · 区 %2 · 线 %3</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>%1 taken · %2 closed</source>
        <translation>受理 %1 件 · 办结 %2 件</translation>
    </message>
    <message>
        <source>Shift ends</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>The wall&apos;s screen is gone: it is on %1 now</source>
        <translation>大屏所在屏幕已断开，现显示在 %1</translation>
    </message>
    <message>
        <source>The wall&apos;s screen is gone: the wall comes back with it</source>
        <translation>大屏所在屏幕已断开，接回后自动恢复</translation>
    </message>
    <message>
        <source>Wall (%1)</source>
        <translation>大屏（%1）</translation>
    </message>
    <message>
        <source>End the wall</source>
        <translation>结束大屏</translation>
    </message>
    <message>
        <source>Wall on this screen (%1: %2)</source>
        <comment>number, name</comment>
        <translation>大屏显示在本屏（%1：%2）</translation>
    </message>
    <message>
        <source>Wall on screen %1: %2</source>
        <comment>number, name</comment>
        <translation>大屏显示在屏幕 %1：%2</translation>
    </message>
</context>
<context>
    <name>sz::widgets::WallHead</name>
    <message>
        <source>Sanzhen</source>
        <translation>三镇值守台</translation>
    </message>
</context>
<context>
    <name>sz::widgets::WallSide</name>
    <message>
        <source>%1 in 10 min</source>
        <comment>alarms</comment>
        <translation>近 10 分钟 %1 条</translation>
    </message>
    <message>
        <source>%1, flood</source>
        <comment>alarms</comment>
        <translation>%1，潮涌</translation>
    </message>
    <message>
        <source>pending %1</source>
        <translation>待处置 %1</translation>
    </message>
    <message>
        <source>active %1</source>
        <translation>处置中 %1</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>已逾期 %1</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处置</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>No limit is running: nothing is open that owes a step</source>
        <translation>没有在计时的时限：无未结事项</translation>
    </message>
</context>
<context>
    <name>sz::widgets::WallWindow</name>
    <message>
        <source>★ view held</source>
        <translation>★ 视图已固定</translation>
    </message>
    <message>
        <source>The view is held: click or press * to let the map follow again</source>
        <translation>视图已固定：点击或按 * 恢复跟随</translation>
    </message>
    <message>
        <source>Sanzhen · wall</source>
        <translation>三镇值守台 · 大屏</translation>
    </message>
    <message>
        <source>Map of the city on the wall</source>
        <translation>大屏上的城市地图</translation>
    </message>
    <message>
        <source>headquarters was never heard: nothing is known</source>
        <translation>从未连上总值班台：情况未知</translation>
    </message>
</context>
<context>
    <name>sz::widgets::WatchPage</name>
    <message>
        <source>New report</source>
        <translation>新报</translation>
    </message>
    <message>
        <source>%1 copied: dial it on the desk phone</source>
        <translation>已复制 %1，请用座机拨打</translation>
    </message>
    <message>
        <source>Saved: report registered</source>
        <translation>已保存：新报已登记</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: report registered</source>
        <translation>新报先存本席，联通后发出</translation>
    </message>
    <message>
        <source>Saved: orders issued</source>
        <translation>已保存：指令已下达</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: orders issued</source>
        <translation>指令先存本席，联通后发出</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent</source>
        <translation>先存本席，联通后发出</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>新地点</translation>
    </message>
    <message>
        <source>Saved: put right</source>
        <translation>已保存：已更正</translation>
    </message>
    <message>
        <source>Saved on this desk, will be sent: put right</source>
        <translation>更正先存本席，联通后发出</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>rate</source>
        <comment>begins the command line; one of its words</comment>
        <translation>满意度</translation>
    </message>
    <message numerus="yes">
        <source>Saved: report registered, %n orders issued</source>
        <translation>
            <numerusform>已保存：新报已登记，%n 条指令已下达</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved on this desk, will be sent: report registered, %n orders issued</source>
        <translation>
            <numerusform>新报和 %n 条指令先存本席，联通后发出</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>点名</translation>
    </message>
</context>
<context>
    <name>sz::widgets::WatchSheet</name>
    <message>
        <source>Early sign</source>
        <translation>苗头</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>no longer watched</source>
        <translation>不再观察</translation>
    </message>
    <message>
        <source>%1 is watched as an early sign</source>
        <translation>%1 已列为苗头观察</translation>
    </message>
    <message>
        <source>%1 is no longer watched</source>
        <translation>%1 不再观察</translation>
    </message>
    <message>
        <source>Watched until</source>
        <translation>观察至</translation>
    </message>
    <message>
        <source>3d, 48h, 10-20 or 2026-10-20</source>
        <translation>3d、48h、10-20 或 2026-10-20</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>what is watched, and who looks</source>
        <translation>观察什么、谁去看</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Neither days nor a day to come.</source>
        <translation>既不是天数，也不是今后的日期。</translation>
    </message>
    <message>
        <source>Look at it again by %1; until then no order is due.</source>
        <translation>%1 前再看一次；此前不催派单。</translation>
    </message>
    <message>
        <source>Until %1; its orders keep their own limits.</source>
        <translation>至 %1；已有指令仍按各自时限。</translation>
    </message>
    <message>
        <source>Watch until %1</source>
        <translation>观察至 %1</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Type days as 3d, or a day to come as 10-20.</source>
        <translation>输入天数如 3d，或今后的日期如 10-20。</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>写几个字说明理由。</translation>
    </message>
</context>
<context>
    <name>sz::widgets::WordSheet</name>
    <message>
        <source>Next report within</source>
        <translation>下次报告时限</translation>
    </message>
    <message>
        <source>next report in</source>
        <translation>下次报告</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Write a few words first.</source>
        <translation>请先写几个字。</translation>
    </message>
    <message>
        <source>Give the time as 30m or 2h.</source>
        <translation>时间写成 30m 或 2h。</translation>
    </message>
</context>
</TS>
