"""What readers read on the built pages besides authors' text."""

KINDS = {
    "single": "單選題",
    "multiple": "多選題",
    "true-false": "判斷題",
    "numeric": "計算題",
    "text": "填空題",
    "matching": "配對題",
    "ordering": "排序題",
    "open": "簡答題",
    "case": "案例",
}
DIFFICULTIES = {"easy": "易", "medium": "中", "hard": "難"}
VERDICTS = {"true": "正確", "false": "錯誤"}
FAMILIES = {"trait": "品質特徵型", "behaviour": "行為過程型", "result": "工作結果型"}
MEASURED = {"quantity": "數量", "quality": "質量", "cost": "成本", "time": "時限"}
DIRECTIONS = {"higher": "越高越好", "lower": "越低越好", "context": "要連同背景看"}
POLICY = {"owner": "主責單位", "version": "版本", "effective": "生效日", "review": "下次檢討日"}
ON_CLAUSE = "本條的自測題"
ON_SECTION = "本節的自測題"
LEVELS = {"first": "入門", "further": "進階", "reference": "查閱"}
LENGTH = "讀完約 {minutes} 分鐘 · {level}"
CONFIDENCES = {
    "confirmed": "兩個以上獨立來源",
    "cited": "一個來源",
    "professional": "專業通說",
    "unconfirmed": "未能證實",
}
SOURCE_KINDS = {
    "law": "法律與規章",
    "case": "裁判與指導案例",
    "standard": "標準",
    "textbook": "教材",
    "guide": "主管機關與公部門指引",
    "report": "報告",
    "paper": "論文",
    "internal": "本站自編",
}
DESTINATIONS = {
    "clause": "條款",
    "faq": "問答",
    "term": "術語",
    "question": "題目",
}
