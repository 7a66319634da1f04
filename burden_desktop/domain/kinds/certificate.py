"""证明: a certificate that somebody asked the village or community to issue. No names of citizens stand here."""

from typing import Final

from ..field import Field, FieldType
from ..kind import Kind
from ..texts import label

CERTIFICATE: Final = Kind(
    name="certificate",
    label=label("证明"),
    mark="证",
    unit=label("项"),
    receipt_unit=label("项"),
    dated_by="requested_on",
    fields=(
        Field("requested_on", label("索要日期"), FieldType.DATE, required=True, in_list=True, in_appendix=True,
              aliases=("申请日期", "申请时间", "开具日期", "开具时间", "办理日期", "办理时间", "出具日期", "出具时间", "登记日期", "索要时间", "日期", "时间")),
        Field("organ", label("索要单位"), FieldType.ORGAN, required=True, in_list=True, in_appendix=True,
              aliases=("要求单位", "要求开具单位", "用证单位", "需求单位", "证明使用单位", "使用单位", "受理单位", "提交单位", "单位")),
        Field("title", label("证明事项"), required=True, in_list=True, in_appendix=True,
              aliases=("证明名称", "证明", "证明内容", "证明类型", "证明种类", "开具事项", "证明用途", "事项", "名称")),
        Field("basis", label("依据"), in_list=True, in_appendix=True,
              aliases=("索要依据", "开具依据", "设定依据", "政策依据", "法律依据", "文件依据")),
        Field("handling", label("办理情况"), FieldType.LONG_TEXT, follow_up=True, in_list=True, in_appendix=True,
              aliases=("处理情况", "办理结果", "办理", "是否开具", "开具情况", "处理结果", "备注")),
    ),
)
