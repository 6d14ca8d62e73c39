package dev.slipway.aws.iam.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a policy allows and denies. */
public record PolicyDocument(List<Statement> statements) {
  private static final String VERSION = "2012-10-17";

  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  public static PolicyDocument of(Statement... statements) {
    return new PolicyDocument(List.of(statements));
  }

  /** As a tree of maps and lists in AWS's own words; what isn't known yet is still a reference. */
  public Map<String, Object> tree() {
    return document(statements.stream().map(Statement::tree).toList());
  }

  /** A document with some statements, as a tree. */
  static Map<String, Object> document(List<Map<String, Object>> statements) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("Version", VERSION);
    tree.put("Statement", statements);
    return tree;
  }
}
