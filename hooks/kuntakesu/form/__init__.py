"""What the form on the site asks of the package, which runs in the reader's browser.

Each module answers one question with text: HTML, or a JSON object. The browser's worker
(`theme/js/publish-worker.js`) is the only caller beside the tests.
"""
