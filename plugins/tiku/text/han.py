"""Which characters are Chinese."""

import re

HAN = r"[\u3400-\u9fff\uf900-\ufaff〇]"
HAN_RUN = re.compile(rf"{HAN}+")
