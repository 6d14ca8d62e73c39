"""Moto's server until its standard input ends: python3 run_moto.py PORT"""

import os
import sys
import threading

from moto.server import main


def end_with_input():
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=end_with_input, daemon=True).start()
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
