package dev.slipway.lab.aws.eks;

import dev.slipway.lab.process.LabException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token as EKS takes it: a request for the caller's identity that was signed beforehand for one
 * cluster. It shares no code with what signs.
 *
 * @param query the request's parameters, as they are signed
 * @see <a
 *     href="https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster">The
 *     form of the token</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">The
 *     signature</a>
 */
public record PresignedCaller(URI url, SortedMap<String, String> query) {
  private static final String PREFIX = "k8s-aws-v1.";
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Reads a token; empty if it isn't one of this form. */
  public static Optional<PresignedCaller> read(String token) {
    if (!token.startsWith(PREFIX) || token.contains("=")) {
      return Optional.empty();
    }
    try {
      URI url =
          URI.create(
              new String(
                  Base64.getUrlDecoder().decode(token.substring(PREFIX.length())),
                  StandardCharsets.UTF_8));
      SortedMap<String, String> query =
          Arrays.stream(url.getRawQuery().split("&", -1))
              .map(option -> option.split("=", 2))
              .collect(
                  Collectors.toMap(
                      option -> option[0], option -> option[1], (a, _) -> a, TreeMap::new));
      return Optional.of(new PresignedCaller(url, query));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  /** The access key that signed it. */
  public String accessKey() {
    return scope().getFirst();
  }

  /** The region that it is signed for. */
  public String region() {
    return scope().get(2);
  }

  /**
   * Why it isn't good for a cluster at a moment; empty if it is.
   *
   * @param secret of the access key
   */
  public Optional<String> objection(String cluster, String secret, Instant now) {
    Instant signed = Instant.from(DATE.parse(value("X-Amz-Date")));
    if (!url.getScheme().equals("https")
        || !url.getHost().equals("sts." + region() + ".amazonaws.com")
        || !url.getPath().equals("/")
        || !value("Action").equals("GetCallerIdentity")) {
      return Optional.of("it is no request for the caller's identity: " + url.getHost());
    }
    if (!List.of(value("X-Amz-SignedHeaders").split(";")).contains("x-k8s-aws-id")) {
      return Optional.of("the cluster isn't signed");
    }
    if (signed.isAfter(now.plus(Duration.ofMinutes(1))) || signed.plus(LONGEST).isBefore(now)) {
      return Optional.of("it has expired");
    }
    return signature(cluster, secret).equals(value("X-Amz-Signature"))
        ? Optional.empty()
        : Optional.of("the signature isn't that of the access key for cluster " + cluster);
  }

  private List<String> scope() {
    return List.of(value("X-Amz-Credential").split("/"));
  }

  private String value(String name) {
    return URLDecoder.decode(query.getOrDefault(name, ""), StandardCharsets.UTF_8);
  }

  private String signature(String cluster, String secret) {
    String parameters =
        query.entrySet().stream()
            .filter(option -> !option.getKey().equals("X-Amz-Signature"))
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining("&"));
    String canonical =
        String.join(
            "\n",
            "GET",
            "/",
            parameters,
            "host:" + url.getHost(),
            "x-k8s-aws-id:" + cluster,
            "",
            "host;x-k8s-aws-id",
            hex(digest("")));
    List<String> scope = scope();
    String text =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            value("X-Amz-Date"),
            String.join("/", scope.subList(1, scope.size())),
            hex(digest(canonical)));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.subList(1, scope.size())) {
      key = mac(key, part);
    }
    return hex(mac(key, text));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new LabException("every Java runtime has SHA-256", e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new LabException("every Java runtime has HmacSHA256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
