// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  unsaved: "這個瀏覽器現在無法保存紀錄，離開後就沒有了。",
  tooOld: "這個瀏覽器太舊，題目只能讀、不能作答。請更新：Safari 16.4、Chrome 與 Edge 110、Firefox 115 以上都可以。",
};
