package dev.slipway.aws.rds.instance;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.rds.Databases;
import dev.slipway.aws.rds.RdsTags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;

@ExtendWith(AwsLab.class)
class InstanceHandlerTest {
  private static final InstanceSpec.Safety CARELESS = new InstanceSpec.Safety(false, false);

  @Test
  void isMadeAndNowhereIsItsPasswordToBeSeen(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.vault().put("mlflow", "correct-horse-1");
      Resource<?>[] all = all(stack, "db.t4g.micro", 20, CARELESS);
      assertThat(stack.plan(all))
          .creates("aws.rds-subnet-group/data")
          .before("aws.rds-instance/mlflow");
      assertThat(stack.up(all)).isClean();

      DBInstance made = found(stack);
      assertThat(RdsTags.map(made.tagList()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.rds-instance/mlflow")
          .containsKey(InstanceDiff.PASSWORD);
      assertThat(stack.attributes(Databases.INSTANCE).text("endpoint"))
          .contains(made.endpoint().address());
      assertThat(stack.attributes(Databases.INSTANCE).number("port")).contains(5432L);
      assertThat(stack.plan(all)).changesNothing();
      assertThat(
              made.toString()
                  + stack.plan(all)
                  + stack.events()
                  + stack.attributes(Databases.INSTANCE))
          .doesNotContain("correct-horse-1");

      assertThat(stack.down()).isClean();
      assertThat(rds(stack).describeDBInstances().dbInstances())
          .noneMatch(instance -> instance.dbInstanceIdentifier().equals(stack.owner()));
    }
  }

  @Test
  void growsAndTakesAnotherPasswordInPlace(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.vault().put("mlflow", "correct-horse-1");
      stack.up(all(stack, "db.t4g.micro", 20, CARELESS));
      stack.vault().put("mlflow", "correct-horse-2");
      Resource<?>[] grown = all(stack, "db.t4g.small", 40, CARELESS);

      assertThat(stack.plan(grown))
          .updates("aws.rds-instance/mlflow")
          .changing("size", "storage", "password");
      assertThat(stack.up(grown)).isClean();

      assertThat(found(stack).dbInstanceClass()).isEqualTo("db.t4g.small");
      assertThat(stack.plan(grown)).changesNothing();
      stack.down();
    }
  }

  @Test
  void protectedOneIsNotDeletedAndItsDataIsKeptInSnapshot(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.vault().put("mlflow", "correct-horse-1");
      stack.up(all(stack, "db.t4g.micro", 20, new InstanceSpec.Safety(true, true)));
      assertThat(stack.up(Databases.with(Databases.group(stack, "a", "b"))))
          .failedWith("AWS-PROTECTED")
          .tells(stack.owner());

      stack.up(all(stack, "db.t4g.micro", 20, new InstanceSpec.Safety(false, true)));
      assertThat(stack.down()).isClean();

      assertThat(rds(stack).describeDBSnapshots().dbSnapshots())
          .anyMatch(
              snapshot -> snapshot.dbSnapshotIdentifier().startsWith(stack.owner() + "-final-"));
    }
  }

  @Test
  void oneOfAnotherOwnerIsRefused(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      other.vault().put("mlflow", "correct-horse-1");
      other.up(all(other, "db.t4g.micro", 20, CARELESS));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(
              () ->
                  stack.plan(
                      Databases.with(
                          Databases.group(stack, "a", "b"),
                          Databases.postgres(other, "db.t4g.micro", 20, CARELESS))))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      other.down();
    }
  }

  private static Resource<?>[] all(
      AwsStack stack, String size, int storage, InstanceSpec.Safety removal) {
    return Databases.with(
        Databases.group(stack, "a", "b"), Databases.postgres(stack, size, storage, removal));
  }

  private static DBInstance found(AwsStack stack) {
    return rds(stack)
        .describeDBInstances(request -> request.dbInstanceIdentifier(stack.owner()))
        .dbInstances()
        .getFirst();
  }

  private static RdsClient rds(AwsStack stack) {
    return stack.clients().rds();
  }
}
