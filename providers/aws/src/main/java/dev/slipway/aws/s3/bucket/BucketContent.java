package dev.slipway.aws.s3.bucket;

import dev.slipway.engine.provider.Call;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** What is in a bucket: objects, their former versions, and marks that they were deleted. */
record BucketContent(S3Client s3, String bucket) {
  /** Pages of 1,000 that are counted; more would take long and tell nothing more. */
  private static final int PAGES = 10;

  /** How many there are, in words. */
  String size() {
    int count = 0;
    int pages = 0;
    for (ListObjectVersionsResponse page :
        s3.listObjectVersionsPaginator(request -> request.bucket(bucket))) {
      count += identifiers(page).size();
      if (++pages == PAGES && Boolean.TRUE.equals(page.isTruncated())) {
        return "more than %,d objects".formatted(count);
      }
    }
    return count == 1 ? "1 object" : "%,d objects".formatted(count);
  }

  /**
   * Deletes all of it, page by page, for as long as the user doesn't stop it.
   *
   * @return what S3 says of the first that it didn't delete; empty if all are deleted
   */
  String delete(Call call) {
    int deleted = 0;
    while (!call.cancelled()) {
      List<ObjectIdentifier> page =
          identifiers(s3.listObjectVersions(request -> request.bucket(bucket)));
      if (page.isEmpty()) {
        abortUploads();
        return "";
      }
      DeleteObjectsResponse answer =
          s3.deleteObjects(
              request -> request.bucket(bucket).delete(delete -> delete.objects(page).quiet(true)));
      if (!answer.errors().isEmpty()) {
        return answer.errors().getFirst().key() + ": " + answer.errors().getFirst().message();
      }
      deleted += page.size();
      call.progress("%,d objects deleted from %s".formatted(deleted, bucket));
    }
    return "";
  }

  private void abortUploads() {
    s3.listMultipartUploadsPaginator(request -> request.bucket(bucket))
        .uploads()
        .forEach(
            upload ->
                s3.abortMultipartUpload(
                    request ->
                        request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
  }

  private static List<ObjectIdentifier> identifiers(ListObjectVersionsResponse page) {
    return Stream.concat(
            page.versions().stream().map(BucketContent::identifier),
            page.deleteMarkers().stream().map(BucketContent::identifier))
        .toList();
  }

  private static ObjectIdentifier identifier(ObjectVersion version) {
    return ObjectIdentifier.builder().key(version.key()).versionId(version.versionId()).build();
  }

  private static ObjectIdentifier identifier(DeleteMarkerEntry marker) {
    return ObjectIdentifier.builder().key(marker.key()).versionId(marker.versionId()).build();
  }
}
