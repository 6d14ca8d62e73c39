package dev.slipway.aws.ecr.repository;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.ecr.EcrTags;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

@ExtendWith(AwsLab.class)
class RepositoryHandlerTest {
  private static final ResourceId REPOSITORY = new ResourceId(RepositorySpec.TYPE, "server");
  private static final String MANIFEST =
      """
      {"schemaVersion": 2,
       "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
       "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 1,
                  "digest": "sha256:%s"},
       "layers": []}
      """
          .formatted("0".repeat(64));

  @Test
  void isMadeAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(repository(stack, true, true, false))).isClean();

      assertThat(
              EcrTags.map(
                  ecr(stack)
                      .listTagsForResource(
                          request ->
                              request.resourceArn(
                                  stack.attributes(REPOSITORY).text("arn").orElseThrow()))
                      .tags()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.ecr-repository/server")
          .containsEntry("team", "search");
      assertThat(stack.attributes(REPOSITORY).text("uri").orElseThrow())
          .endsWith("amazonaws.com/" + name(stack));
      assertThat(stack.plan(repository(stack, true, true, false))).changesNothing();

      assertThat(stack.down()).isClean();
      assertGone(stack);
    }
  }

  @Test
  void isChangedInPlaceAndSetRightAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(repository(stack, false, false, false));
      assertThat(stack.plan(repository(stack, true, true, false)))
          .updates("aws.ecr-repository/server")
          .changing("immutableTags", "scanOnPush");
      assertThat(stack.up(repository(stack, true, true, false))).isClean();
      ecr(stack)
          .putImageTagMutability(
              request ->
                  request
                      .repositoryName(name(stack))
                      .imageTagMutability(ImageTagMutability.MUTABLE));

      assertThat(stack.plan(repository(stack, true, true, false)))
          .updates("aws.ecr-repository/server")
          .changing("immutableTags");
      assertThat(stack.up(repository(stack, true, true, false))).isClean();
      assertThat(stack.plan(repository(stack, true, true, false))).changesNothing();
      stack.down();
    }
  }

  @Test
  void oneWithImagesIsOnlyDeletedIfItMayBeEmptied(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(repository(stack, true, true, false));
      ecr(stack)
          .putImage(
              request -> request.repositoryName(name(stack)).imageTag("1").imageManifest(MANIFEST));

      assertThat(stack.down()).failedWith("AWS-REPOSITORY-NOT-EMPTY").tells(name(stack), "1 image");

      assertThat(stack.up(repository(stack, true, true, true))).isClean();
      assertThat(stack.down()).isClean();
      assertGone(stack);
    }
  }

  @Test
  void oneThatSomebodyElseMadeIsRefused(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      ecr(stack).createRepository(request -> request.repositoryName(name(stack)));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(repository(stack, true, true, false)))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      ecr(stack).deleteRepository(request -> request.repositoryName(name(stack)));
    }
  }

  private static void assertGone(AwsStack stack) {
    assertThatExceptionOfType(RepositoryNotFoundException.class)
        .isThrownBy(
            () -> ecr(stack).describeRepositories(request -> request.repositoryNames(name(stack))));
  }

  private static Resource<RepositorySpec> repository(
      AwsStack stack, boolean immutableTags, boolean scanOnPush, boolean emptyOnDelete) {
    return Resource.of(
        REPOSITORY,
        new RepositorySpec(
            name(stack), immutableTags, scanOnPush, emptyOnDelete, Map.of("team", "search")));
  }

  private static String name(AwsStack stack) {
    return stack.owner() + "/server";
  }

  private static EcrClient ecr(AwsStack stack) {
    return stack.clients().ecr();
  }
}
