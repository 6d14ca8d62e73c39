package dev.slipway.cli.eks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Slipway;
import dev.slipway.lab.aws.AwsFault;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a user of the target eks is told before anything is made. */
@ExtendWith(AwsLab.class)
class EksRefusedTest {
  @TempDir private Path folder;

  @Test
  void initWritesAStackFileForSystemAndTarget() throws Exception {
    Path file = folder.resolve("written.yaml");

    Ended init = slipway(Map.of()).run("init", "milvus-eks", "--out", file.toString());

    assertThat(init.code()).as(init.everything()).isZero();
    assertThat(Files.readString(file)).contains("name: milvus\n", "  eks:\n", "\nmilvus:\n");
  }

  @Test
  void withoutCredentialsItSaysWhereItHasLooked() throws Exception {
    Ended plan =
        plan(
            "",
            Map.of(
                "HOME", folder.toString(),
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_CONFIG_FILE", folder.resolve("none").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString()));

    assertThat(plan.code()).as(plan.everything()).isEqualTo(3);
    assertThat(plan.codes()).containsOnly("AWS-NO-CREDENTIALS");
  }

  @Test
  void expiredCredentialsAreToldAsSuch(AwsFront front) throws Exception {
    front.faults(100, _ -> true, AwsFault.EXPIRED);

    Ended plan = plan("", credentials(front));

    assertThat(plan.code()).as(plan.everything()).isEqualTo(3);
    assertThat(plan.codes()).containsOnly("AWS-EXPIRED-CREDENTIALS");
  }

  @Test
  void whatIsNotAllowedIsNamed(AwsFront front) throws Exception {
    front.faults(100, request -> request.is("ec2", "DescribeVpcs"), AwsFault.DENIED);

    Ended plan = plan("", credentials(front));

    assertThat(plan.code()).as(plan.everything()).isEqualTo(3);
    assertThat(plan.codes()).containsOnly("AWS-ACCESS-DENIED");
    assertThat(plan.everything()).contains("DescribeVpcs", "slipway policy");
  }

  @Test
  void credentialsOfAnotherAccountAreTheUsersMistake(AwsFront front) throws Exception {
    Ended plan = plan("    account: \"999999999999\"\n", credentials(front));

    assertThat(plan.code()).as(plan.everything()).isEqualTo(2);
    assertThat(plan.codes()).containsOnly("AWS-WRONG-ACCOUNT");
    assertThat(plan.everything()).contains("999999999999", "123456789012");
  }

  @Test
  void nothingCanBeAskedWhereNothingListens() throws Exception {
    Ended plan =
        plan(
            "",
            Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "AWS_ACCESS_KEY_ID", "AKIDLAB",
                "AWS_SECRET_ACCESS_KEY", "secret"));

    assertThat(plan.code()).as(plan.everything()).isEqualTo(3);
    assertThat(plan.codes()).containsOnly("AWS-UNREACHABLE");
  }

  private Ended plan(String keys, Map<String, String> variables) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("stack.yaml"),
            "name: harbour\ntarget:\n  eks:\n    region: eu-central-1\n"
                + keys
                + "milvus: {data: delete}\n");
    return slipway(variables).run("plan", file.toString());
  }

  private Slipway slipway(Map<String, String> variables) {
    return new Slipway("dev.slipway.cli.Main", folder, variables);
  }

  private static Map<String, String> credentials(AwsFront front) {
    return Map.of(
        "AWS_ENDPOINT_URL", front.endpoint().toString(),
        "AWS_ACCESS_KEY_ID", "AKIDLAB",
        "AWS_SECRET_ACCESS_KEY", "secret");
  }
}
