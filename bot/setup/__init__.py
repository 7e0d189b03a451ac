"""Everything between a clean checkout and a service that can start: `python3 -m bot.setup`.

`__main__`, `environments`, `steps` and `system_packages` run before any environment exists: standard library only, Python 3.10 or newer.
"""
