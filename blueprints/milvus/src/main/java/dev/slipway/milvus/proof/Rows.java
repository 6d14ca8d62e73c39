package dev.slipway.milvus.proof;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * The rows that a proof inserts: the same ones each time. Row {@code i} has the key {@code "i"}.
 */
final class Rows {
  static final int COUNT = 3_000;
  static final int DIMENSION = 8;
  static final String KEY = "pk";
  static final String RANDOM = "random";
  static final String EMBEDDINGS = "embeddings";

  /** The condition that splits the rows, as Milvus reads it. */
  static final String UPPER_HALF = "random > 0.5";

  private static final long SEED = 19_530;

  private final double[] random;
  private final float[][] embeddings;

  private Rows(double[] random, float[][] embeddings) {
    this.random = random;
    this.embeddings = embeddings;
  }

  static Rows seeded() {
    RandomGenerator generator = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] random = new double[COUNT];
    float[][] embeddings = new float[COUNT][DIMENSION];
    for (int row = 0; row < COUNT; row++) {
      random[row] = generator.nextDouble();
      for (int i = 0; i < DIMENSION; i++) {
        embeddings[row][i] = generator.nextFloat();
      }
    }
    return new Rows(random, embeddings);
  }

  /** The condition {@link #UPPER_HALF}, as Java reads it. */
  static boolean upperHalf(double random) {
    return random > 0.5;
  }

  /** The row's number, 0 to 1. */
  double random(int row) {
    return random[row];
  }

  /** The row's vector. */
  float[] embedding(int row) {
    return embeddings[row].clone();
  }

  /** How many rows have a number for which the condition holds. */
  long count(DoublePredicate condition) {
    return IntStream.range(0, COUNT).filter(row -> condition.test(random[row])).count();
  }

  /**
   * The keys of the {@code k} rows nearest to the given one by squared L2 distance, nearest first.
   */
  List<String> nearest(int row, int k, DoublePredicate condition) {
    return IntStream.range(0, COUNT)
        .filter(other -> condition.test(random[other]))
        .boxed()
        .sorted(Comparator.comparingDouble(other -> distance(row, other)))
        .limit(k)
        .map(String::valueOf)
        .toList();
  }

  private double distance(int a, int b) {
    double sum = 0;
    for (int i = 0; i < DIMENSION; i++) {
      double difference = embeddings[a][i] - embeddings[b][i];
      sum += difference * difference;
    }
    return sum;
  }

  /** The rows as the client inserts them. */
  List<JsonObject> json() {
    List<JsonObject> rows = new ArrayList<>(COUNT);
    for (int row = 0; row < COUNT; row++) {
      JsonArray vector = new JsonArray(DIMENSION);
      for (float component : embeddings[row]) {
        vector.add(component);
      }
      JsonObject json = new JsonObject();
      json.addProperty(KEY, String.valueOf(row));
      json.addProperty(RANDOM, random[row]);
      json.add(EMBEDDINGS, vector);
      rows.add(json);
    }
    return rows;
  }
}
