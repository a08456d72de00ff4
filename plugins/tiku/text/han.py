"""Which characters are Chinese."""

from tiku.text.patterns import on_demand

HAN = r"[\u3400-\u9fff\uf900-\ufaff〇]"
HAN_RUN = on_demand(rf"{HAN}+")
