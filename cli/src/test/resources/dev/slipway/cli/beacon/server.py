"""Answers HTTP on a loopback port. Arguments: the port, the folder of the gates, whether to ignore SIGTERM."""
import http.server
import os
import signal
import sys
import time

port, gates, stubborn = int(sys.argv[1]), sys.argv[2], sys.argv[3] == "true"
if stubborn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("beacon: waiting to be let through", flush=True)
while os.path.exists(os.path.join(gates, "start")):
    time.sleep(0.01)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"light")

    def log_message(self, *args):
        pass


print("beacon: lit", flush=True)
http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
