package dev.slipway.local.gateway;

import io.vertx.core.http.Http2Settings;

/** HTTP/2 flow control and limits, the same on both sides of the gateway. */
final class Http2 {
  /** What one stream may have on its way before its reader has taken any of it. */
  static final int STREAM_WINDOW_BYTES = 1 << 20;

  /**
   * What all streams of a connection may have on their way: a few that stall don't stop the rest.
   */
  static final int CONNECTION_WINDOW_BYTES = 16 * STREAM_WINDOW_BYTES;

  private static final int MAX_HEADER_BYTES = 64 << 10;
  private static final int MAX_STREAMS = 1_000;

  private Http2() {}

  static Http2Settings settings() {
    return new Http2Settings()
        .setInitialWindowSize(STREAM_WINDOW_BYTES)
        .setMaxHeaderListSize(MAX_HEADER_BYTES)
        .setMaxConcurrentStreams(MAX_STREAMS)
        .setPushEnabled(false);
  }
}
