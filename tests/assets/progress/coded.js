// Texts from standard input -> their QR codes as rows of 0 and 1, for test_qr_code.py.

import { readFileSync } from "node:fs";

import { qrCode } from "../../../plugins/tiku/assets/progress/qr-code.js";

const texts = JSON.parse(readFileSync(0, "utf8"));
const coded = texts.map((text) => qrCode(new TextEncoder().encode(text)).map((row) => row.map(Number).join("")));
process.stdout.write(JSON.stringify(coded));
