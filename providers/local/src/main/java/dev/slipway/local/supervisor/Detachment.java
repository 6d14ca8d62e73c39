package dev.slipway.local.supervisor;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Leaves the terminal from which this process was started. */
final class Detachment {
  private static final int SIGHUP = 1;
  private static final int SIGINT = 2;
  private static final MemorySegment SIG_IGN = MemorySegment.ofAddress(1);

  private Detachment() {}

  /** Starts a session of its own, which no Ctrl-C reaches, and ignores SIGHUP and SIGINT. */
  @SuppressWarnings("restricted") // no other way to a session of its own
  static void detach() {
    Linker linker = Linker.nativeLinker();
    try {
      MethodHandle setsid =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("setsid"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT));
      int _ = (int) setsid.invokeExact();
      MethodHandle signal =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("signal"),
              FunctionDescriptor.of(
                  ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
      MemorySegment _ = (MemorySegment) signal.invokeExact(SIGHUP, SIG_IGN);
      MemorySegment _ = (MemorySegment) signal.invokeExact(SIGINT, SIG_IGN);
    } catch (Throwable e) {
      throw new IllegalStateException("can't leave the terminal: " + e, e);
    }
  }
}
