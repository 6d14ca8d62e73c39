package dev.slipway.milvus.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the collections that proofs make: they tell when, so that left-over ones show. */
final class CollectionName {
  private static final String PREFIX = "slipway_proof_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d{1,18})_[0-9a-f]{8}");

  /** A proof takes seconds; one that started longer ago than this has crashed. */
  private static final Duration LONGEST_PROOF = Duration.ofMinutes(5);

  private CollectionName() {}

  /** A name that no other run has. */
  static String fresh() {
    return at(Instant.now());
  }

  static String at(Instant start) {
    return "%s%d_%08x"
        .formatted(PREFIX, start.toEpochMilli(), ThreadLocalRandom.current().nextInt());
  }

  /** Whether a proof left this behind: it is a proof's, and too old to be in use. */
  static boolean isLeftOver(String collection, Instant now) {
    Matcher name = FORM.matcher(collection);
    return name.matches()
        && Instant.ofEpochMilli(Long.parseLong(name.group(1))).isBefore(now.minus(LONGEST_PROOF));
  }
}
