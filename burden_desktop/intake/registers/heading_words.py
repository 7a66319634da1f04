"""Headings of existing registers that mean a field, besides the field's own label and aliases: whole words only."""

from collections.abc import Mapping
from typing import Final

# Words that stand in headings of existing registers besides the fields' own labels and aliases.
MORE_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "document": {
        "received_on": "收文日 来文日 收件日期 收件时间 签收日期 签收时间 登记时间 登记日 收发日期 到文日期",
        "organ": "来文机关名称 来文单位名称 来文部门 发文部门 来件单位 制发单位 印发单位 发布机构 来文机构 发文机构",
        "doc_no": "文件字号 公文文号 发文文号 原文号 来文编号 文件文号 发文号 文件字号 发文编号 公文编号 公文字号",
        "title": "文件标题名称 文件题目 题目 公文名称 来文名称 来文事由 文件内容 来文内容 内容 内容摘要 文件主题 主题 正标题 文件名 标题名称 文件标题事由",
        "copies": "份 数量 收文份数", "pages": "页 页码 文件页数 正文页数",
        "issued_on": "成文日 制发日期 文件日期 发布日期 签发日期 印发时间",
        "channel": "来源 收文途径 来文途径 途径 渠道来源 传递方式 来文形式 接收渠道 收发方式 交换方式",
        "handling": "办理状态 状态 办理 处理 处理意见 领导批示 批示 批办意见 批示意见 拟办 落实情况 办结情况 承办结果 处理状态 流转情况 处理及结果 去向",
        "note": "备 注", "deadline": "办理期限 办结日期 要求时限 办理时间要求 限时", "urgency": "紧急度",
    },
    "meeting": {
        "held_on": "会议日 召开日 参加日期 参加时间 会议召开时间 会议起止时间 起止时间",
        "organ": "召集部门 主办部门 会议召集单位 会议主办单位 召集机关 通知单位 发起单位 来会单位 组织部门 会议组织部门",
        "title": "会议题目 会议标题 会议议题 议题 主题 会名 内容 主要内容 事项",
        "starts_at": "会议开始时间 开会开始 起始时间 起 开始时刻", "ends_at": "会议结束时间 止 终止时间 结束时刻",
        "duration_minutes": "会议用时 会议时间长度 历时 开会时长 持续时间",
        "format": "会议类型 召开形式 召开方式 会议召开形式", "place": "召开地点 参会地点 场所 会议场所",
        "attendees": "参会领导 出席人 与会人员 与会人 参会同志 参加领导 参会者 人员", "headcount": "参会人次 与会人数",
    },
    "inspection": {
        "starts_on": "开始 起始日期 检查开始 起 到访日期 到访时间 来检日期 来检时间 督查时间 督查日期 迎检开始 起止时间 起止日期 考核时间 调研时间 检查起止时间 督查检查时间",
        "ends_on": "结束 终止日期 检查结束 止 迎检结束 截止日期 离开日期", "title": "督查检查事项 检查考核事项 检查主题 检查名称 督查事项 考核事项 督查检查考核事项 项目名称 检查考核内容 主题 调研内容 检查任务 项目 来访事由",
        "organ": "督查检查单位 来检单位 检查机关 检查组 上级单位 检查考核部门 实施单位 检查组单位 督查检查考核单位 来访部门 督查部门 主办单位 检查主体",
        "visit_type": "督查类型 类型名称 督查检查类型 检查方式 督检类型 督查检查考核类型 检查性质 检查形式",
        "visitors": "来检人数 来访人次 检查组成员数 来人人数 检查人员数 督查人数", "filing_no": "备案文号 备案号码 计划备案号 备案", "note": "备 注",
    },
}
