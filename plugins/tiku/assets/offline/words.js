// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  visitedKept: "讀過的頁面留了一份在這個瀏覽器，沒有網路時也能讀、能搜尋；不含你搜尋的字。",
  why: "整個網站可以存在這台裝置上：沒有網路時，沒讀過的頁也能讀，也能練習與考試。",
  take: (/** @type {{ size: string | number }} */ { size }) => `存下整個網站（${size} MB）`,
  title: "沒有網路時",
  ask: (/** @type {{ size: string | number }} */ { size }) => `整個網站要佔這台裝置 ${size} MB。用行動網路的話，先換到無線網路。`,
  yes: "存下來",
  no: "先不要",
  stop: "停下",
  kept: "整個網站已經存在這台裝置上：沒有網路時，每一頁都能讀，也能練習與考試。",
  outdated: "網站更新過了，存在這台裝置上的是舊的。",
  renew: "更新存下的網站",
  renewing: "網站更新過，正在更新存在這台裝置上的……",
  renewed: "網站更新過，存在這台裝置上的也更新好了。",
  done: "存好了。",
  stopped: "停下了；再按一次會接著存。",
  failed: "沒有存完：網路斷了，或空間不夠。再按一次會接著存。",
  install: "安裝到這台裝置",
  forget: "移除留下的頁面",
  forgotten: "移除了。下次搜尋之後會再開始留。",
};
