"""Where the frozen program begins: PyInstaller runs a script, which has no package for relative imports."""

import multiprocessing
import sys

from burden_desktop.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
