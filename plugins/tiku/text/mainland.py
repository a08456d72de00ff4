"""Traditional Chinese as a reader on the Mainland writes and calls it.

OpenCC converts Taiwan's characters; its own table of phrases is not used, for it turns 指標 into
指针 and 程序 into 进程. What is called otherwise stands in the tables here, and in those of a site.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tiku.text.conversion import simplified
from tiku.text.patterns import on_demand


def _rows(text: str) -> tuple[tuple[str, str], ...]:
    """(Traditional, Mainland) of each "資訊=信息"."""
    return tuple((hant, hans) for hant, _, hans in (row.partition("=") for row in text.split()))


SPELLINGS: Sequence[tuple[str, str]] = _rows("""
    覆核=复核 覆述=复述 覆查=复查 覆審=复审 帳=账 身分=身份 紀錄=记录 紀錄片=纪录片
    世界紀錄=世界纪录 破紀錄=破纪录 想像=想象 份量=分量 作法=做法 工作法=工作法
""")
"""What is spelt otherwise wherever it stands; some rows protect a word that holds another."""
WORDS: Sequence[tuple[str, str]] = _rows("""
    資訊=信息 訊息=消息 簡訊=短信 私訊=私信 來訊=来信 訊號=信号 雜訊=噪声 網路=网络 軟體=软件
    硬體=硬件 程式=程序 預設=默认 連結=链接 連結舊案=关联旧案 匯出=导出 匯入=导入 列印=打印
    登出=退出登录 模組=模块 欄位=栏目 裝置=设备 搜尋=搜索 重新整理=刷新 全形=全角 半形=半角
    字元=字符 位元組=字节 錄影=录像 無痕視窗=无痕窗口 社群=社交平台 社群平台=社交平台
    社群網站=社交网站 管道=渠道 檢視=检查 支援=支持 回饋=反馈 水準=水平 專案=项目 簡報=汇报
    個資=个人信息 個人資料=个人资料 人資=人力资源 企業人資管理師=企业人力资源管理师 聯絡=联系
    同儕=同级 複選=多选 構面=维度 派外=外派 聲請=申请 國定假日=法定节假日 計程車=出租车
    護理師=护士 彙整=汇总 紐西蘭=新西兰 信賴區間=置信区间 顯著水準=显著性水平 管制圖=控制图
    管制圖（也叫控制圖）=控制图（也叫管制图） 管制界限=控制界限 機率=概率 亂數=随机数 帕松=泊松
    常態分布=正态分布 常態假設=正态假设 常態的假設=正态的假设 近似常態=近似正态
    接近常態=接近正态 呈常態=呈正态 假設常態=假设正态 各檢定=各检验 的檢定=的检验 視訊=视频
    影片=视频 寬頻=宽带 螢幕=屏幕 滑鼠=鼠标 選單=菜单 點選=点击 貼上=粘贴 登入=登录 登錄=登记
    儲存=保存 儲存格=单元格 當機=死机 資料庫=数据库 法規資料庫=法规数据库
    試算表=电子表格 純文字=纯文本 函式=函数 演算法=算法 備援=备用 教育訓練=教育培训 行銷=营销
    到職=入职 職涯=职业生涯 證照=证书 仲介=中介 簽核=审批 副知=抄送 連動=联动 求償=索赔 提告=起诉
    查核=核查 檢討=复盘 檢討會=复盘会 檢討報告=复盘报告 檢討日=评审日 檢討內容=复核内容
    末位檢討=末位检讨 提出檢討=提出检讨 回復原狀=恢复原状 依序=依次 起訖=起止 現況=现状 級距=分档
    班表=排班表 排班表=排班表 值班表=值班表 第一線=一线 等第=等次 影本=复印件 保固=保修 免運=包邮
    跳電=跳闸 冷氣=空调 志工=志愿者 便當=盒饭 外送=外卖 報導=报道 倒楣=倒霉 後照鏡=后视镜
    歷屆試題=历年真题 是非題=判断题 申論題=论述题 暖身=热身 常態近似=正态近似 管制上限=控制上限
    管制下限=控制下限 伺服器=服务器 硬碟=硬盘 命令列=命令行 程式碼=代码 投影片=幻灯片
    行動網路=移动网络 門市=门店 門市部=门市部 品檢=质检 十六進位=十六进制 電視訊號=电视信号
""")
"""What is called otherwise, except in a title between 《 and 》."""
OTHERWISE_BEFORE: Mapping[str, str] = dict(
    _rows("""
    個資=料訊源格產金歷深本質助 人資=料訊源格產金歷深本質助 當機=會制構率關器動立 等第=二三四五
    到職=位務員場責等級業權 證照=常樣例 外送=出達交 選單=位一選元獨 便當=面作場成做 免運=用作行轉
    保固=定有 行銷=售毀 求償=還 查核=實准對定發 全形=成象 半形=成象 志工=作程 連動=作 登出=來現
    班表=現示揚達 構面=對臨試談向 欄位=置 匯入=帳款 匯出=款 貼上=標 作法=律定規院 點選=擇 檢視=為
    依序=號 冷氣=候 水準=備 影本=身來 配分=布 帳=篷幕 門市=場區價
""")
)
"""Word -> the characters with which another begins where both meet: 一個資訊 holds no 個資."""
OTHERWISE_BEHIND: Mapping[str, str] = dict(
    _rows("""
    程式=方 影片=電攝 複選=重 證照=保 免運=避 管道=保 雜訊=複 預設=干 登出=刊 視訊=電 帳=蚊營
    門市=部
""")
)
"""Word -> the characters with which another ends: 方程式 holds no 程式."""
QUOTES = tuple(zip("「」『』", "“”‘’", strict=True))
FIRST_MARK = 0x10F000
"""Private characters stand for what is put in, so that OpenCC leaves it alone."""
NEAR = 14
"""Characters within which two names of one thing are read together."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A word that became what already stands beside it: 管制圖（控制圖） would say 控制图 twice."""

    hant: str
    hans: str
    text: str


@dataclass(slots=True)
class Mainland:
    """Converts; remembers which rows of a site it used, and where a word came to stand twice.

    A site's `spellings` and `words` go before the tables here.
    """

    spellings: Sequence[tuple[str, str]] = ()
    words: Sequence[tuple[str, str]] = ()
    used: set[str] = field(default_factory=set)
    repeats: list[Repeat] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(init=False)
    _number: dict[str, int] = field(init=False)
    _spelt_rows: frozenset[str] = field(init=False)
    _spelt: re.Pattern[str] = field(init=False)
    _any: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Longer words first, so that 個人資料 goes before 資料."""
        spelt = dict([*SPELLINGS, *self.spellings])
        every = {**dict(WORDS), **dict(self.words), **spelt}
        self.rows = sorted(every.items(), key=lambda row: -len(row[0]))
        self._number = {hant: number for number, (hant, _) in enumerate(self.rows)}
        self._spelt_rows = frozenset(spelt)
        self._spelt = _either(spelt)
        self._any = re.compile(f"《[^《》]*》|{_either(every).pattern}")

    def __call__(self, text: str, written: Callable[[str], str] = str) -> str:
        """As a reader on the Mainland would write it; `written` is how a word is where it is put,
        for example escaped."""
        if _MARKS.search(text):
            return "".join(
                part if _MARKS.match(part) else self(part, written)
                for part in _APART_MARKS.split(text)
            )
        marked = self._any.sub(self._mark, text)
        converted = simplified(marked)
        for ours, theirs in QUOTES:
            converted = converted.replace(ours, theirs)
        if marked != text:
            self.repeats.extend(self._said_twice(converted))
            converted = _MARKS.sub(lambda mark: written(self._target(mark)), converted)
        return converted

    def _mark(self, found: re.Match[str]) -> str:
        if found[0].startswith("《"):
            return self._spelt.sub(self._mark, found[0])
        self.used.add(found[0])
        return chr(FIRST_MARK + self._number[found[0]])

    def _target(self, mark: re.Match[str]) -> str:
        return self.rows[ord(mark[0]) - FIRST_MARK][1]

    def _said_twice(self, converted: str) -> Iterator[Repeat]:
        for mark in _MARKS.finditer(converted):
            hant, hans = self.rows[ord(mark[0]) - FIRST_MARK]
            if hant in self._spelt_rows or hans == simplified(hant):
                continue
            before = _APART.split(converted[max(0, mark.start() - NEAR) : mark.start()])[-1]
            behind = _APART.split(converted[mark.end() : mark.end() + NEAR])[0]
            if hans in before or hans in behind:
                yield Repeat(hant, hans, _MARKS.sub(self._target, f"{before}{mark[0]}{behind}"))


_MARKS = on_demand("[\U0010f000-\U0010ffff]")
_APART_MARKS = on_demand(f"({_MARKS.pattern})")
_APART = on_demand("[\x00-\x1f]")


def _either(rows: dict[str, str]) -> re.Pattern[str]:
    longest = sorted(rows, key=len, reverse=True)
    return re.compile("|".join(map(_apart, longest)))


def _apart(word: str) -> str:
    """The word where it is one, and no end and beginning of others."""
    before, behind = OTHERWISE_BEFORE.get(word), OTHERWISE_BEHIND.get(word)
    here = re.escape(word)
    # A pattern that begins with what it looks for is found ten times as fast.
    unlike = f"(?<![{behind}]{here})" if behind else ""
    return here + unlike + (f"(?![{before}])" if before else "")
