"""The grammar of exam papers as people type them: lines -> questions.

Read by every format in which such lines are found: plain text, Word, cells of a sheet, cards.
"""
