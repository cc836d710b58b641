"""What each stage made of a document, kept as text: a change of any stage shows where it begins.

A golden says what is read, not what is right (golds say that): one that changed is looked at, then renewed with
``python -m tests.stages.renew`` or ``make goldens``.
"""
