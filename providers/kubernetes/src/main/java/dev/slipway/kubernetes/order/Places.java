package dev.slipway.kubernetes.order;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A list of places that grows. */
final class Places {
  private int[] places = new int[4];
  private int size;

  void add(int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
    }
    places[size++] = place;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Takes the newest away. */
  int removeLast() {
    return places[--size];
  }

  void forEach(IntConsumer action) {
    for (int i = 0; i < size; i++) {
      action.accept(places[i]);
    }
  }

  IntStream stream() {
    return Arrays.stream(places, 0, size);
  }
}
