#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints what is wrong with the messages of a .ts file, one line each; used by translations.sh."""
import collections
import re
import sys
import xml.etree.ElementTree

PLURAL_FORMS = {"de": 2, "en": 2}
PLACEHOLDER = re.compile(r"%(?:L?\d+|L?n)")
ENDING = re.compile(r"(…|\.\.\.|[.:!?])?(\s*)$")


def faults(source, text):
    if not text.strip() and source.strip():
        yield "is not translated"
        return
    if collections.Counter(PLACEHOLDER.findall(source)) != collections.Counter(PLACEHOLDER.findall(text)):
        yield "has other placeholders"
    if ENDING.search(source).groups() != ENDING.search(text).groups():
        yield "ends differently"
    if len(source) - len(source.lstrip()) != len(text) - len(text.lstrip()):
        yield "begins differently"
    if len(re.findall(r"&(?=\w)", source)) != len(re.findall(r"&(?=\w)", text)):
        yield "has another number of accelerators"


def check(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    language = root.get("language", "").split("_")[0]
    messages = 0
    for context in root.iter("context"):
        for message in context.iter("message"):
            messages += 1
            source = message.findtext("source")
            translation = message.find("translation")
            where = f"{path}:1: {context.findtext('name')}: \"{source}\""
            if translation.get("type"):
                print(f"{where} is {translation.get('type')}")
            texts = [translation.text or ""]
            if message.get("numerus"):
                texts = [form.text or "" for form in translation.iter("numerusform")]
                if len(texts) != PLURAL_FORMS[language]:
                    print(f"{where} has {len(texts)} plural forms")
            for text in texts:
                for fault in faults(source, text):
                    print(f"{where} {fault}: \"{text}\"")
    if messages == 0:
        print(f"{path}:1: holds no message")


check(sys.argv[1])
