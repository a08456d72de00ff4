// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  confirm: "重設",
  cancel: "取消",
};
