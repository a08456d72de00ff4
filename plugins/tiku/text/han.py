"""Which characters are Chinese, and the runs that a text is made of."""

import re

HAN = r"[\u3400-\u9fff\uf900-\ufaff〇]"
RUNS = re.compile(rf"{HAN}+|[a-z0-9]+")
HAN_RUN = re.compile(rf"{HAN}+")
