package dev.slipway.local.secret;

import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import dev.slipway.local.directory.DurableFile;
import dev.slipway.local.directory.FileProblem;
import dev.slipway.local.directory.FolderTree;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.AEADBadTagException;

/**
 * Secrets of a stack in a folder of their own, one file each, encrypted under a key in the same
 * folder that only the user may read. The folder comes with the first secret and goes with the
 * last. Any process of the user may read; one at a time may write.
 */
public final class FileSecretStore implements SecretStore {
  static final String KEY_FILE = "key";

  private static final ConcurrentHashMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));

  private final Path folder;
  private final Path keyFile;
  private final ReentrantLock lock;

  /**
   * @param folder where the secrets lie; need not exist
   */
  public FileSecretStore(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.keyFile = this.folder.resolve(KEY_FILE);
    this.lock = LOCKS.computeIfAbsent(this.folder, _ -> new ReentrantLock());
  }

  @Override
  public Value.Secret<String> put(String name, String plaintext) {
    Objects.requireNonNull(plaintext, "plaintext");
    lock.lock();
    try {
      SecretKeys keys = keysOrNew();
      DurableFile.write(file(name), SealedSecret.seal(keys, name, plaintext));
      return new Value.Secret<>(name, keys.fingerprint(name, plaintext));
    } catch (IOException failure) {
      throw FileProblem.refused("write the secret", file(name), failure);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Value.Secret<String>> find(String name) {
    return open(name)
        .map(found -> new Value.Secret<>(name, found.keys().fingerprint(name, found.plaintext())));
  }

  @Override
  public Optional<String> fingerprint(String name, String plaintext) {
    try {
      return keys().map(keys -> keys.fingerprint(name, plaintext));
    } catch (IOException failure) {
      throw FileProblem.refused("read the key of the secrets", keyFile, failure);
    }
  }

  @Override
  public String reveal(String name) {
    return open(name).map(Opened::plaintext).orElseThrow(() -> SecretProblem.missing(name, folder));
  }

  @Override
  public void delete(String name) {
    lock.lock();
    try {
      Files.deleteIfExists(file(name));
      removeIfEmpty();
    } catch (IOException failure) {
      throw FileProblem.refused("remove the secret", file(name), failure);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void deleteAll(String prefix) {
    lock.lock();
    try {
      FolderTree.deleteChildren(
          folder,
          file ->
              !(file.toString().endsWith(SecretFileName.SUFFIX)
                  && SecretFileName.begins(file.getFileName().toString(), prefix)));
      removeIfEmpty();
    } catch (IOException failure) {
      throw FileProblem.refused("remove the secrets in", folder, failure);
    } finally {
      lock.unlock();
    }
  }

  /** Removes the key and the folder if a crash has left them without a secret. */
  public void sweep() {
    lock.lock();
    try {
      removeIfEmpty();
    } catch (IOException failure) {
      throw FileProblem.refused("remove the folder", folder, failure);
    } finally {
      lock.unlock();
    }
  }

  /** The files that hold a secret: its own and that of the key; empty if there is no such one. */
  public List<Path> files(String name) {
    return Files.exists(file(name)) ? List.of(file(name), keyFile) : List.of();
  }

  /** Every file that the store holds. */
  public List<Path> leftovers() {
    try {
      return FolderTree.children(folder);
    } catch (IOException failure) {
      throw FileProblem.refused("look through the folder", folder, failure);
    }
  }

  private void removeIfEmpty() throws IOException {
    List<Path> files = FolderTree.children(folder);
    if (files.stream().noneMatch(file -> file.toString().endsWith(SecretFileName.SUFFIX))) {
      FolderTree.deleteChildren(folder, file -> !isUnfinished(file));
      Files.deleteIfExists(keyFile);
      FolderTree.deleteEmpty(folder, folder.getParent());
    }
  }

  private static boolean isUnfinished(Path file) {
    return file.toString().endsWith(DurableFile.UNFINISHED);
  }

  private record Opened(SecretKeys keys, String plaintext) {
    @Override
    public String toString() {
      return "Opened[…]";
    }
  }

  private Optional<Opened> open(String name) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      SecretKeys keys = keys().orElseThrow(() -> SecretProblem.keyMissing(keyFile));
      return Optional.of(new Opened(keys, SealedSecret.open(keys, name, Files.readAllBytes(file))));
    } catch (AEADBadTagException _) {
      throw SecretProblem.damaged(name, file);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException failure) {
      throw FileProblem.refused("read the secret", file, failure);
    }
  }

  private Path file(String name) {
    return folder.resolve(SecretFileName.of(name));
  }

  private SecretKeys keysOrNew() throws IOException {
    DurableFile.createFolders(folder);
    Optional<SecretKeys> keys = keys();
    if (keys.isPresent()) {
      return keys.get();
    }
    if (FolderTree.children(folder).stream()
        .anyMatch(file -> file.toString().endsWith(SecretFileName.SUFFIX))) {
      throw SecretProblem.keyMissing(keyFile);
    }
    byte[] key = new byte[SecretKeys.LENGTH];
    RANDOM.nextBytes(key);
    try {
      DurableFile.writeNew(keyFile, key);
    } catch (FileAlreadyExistsException _) {
      return keys().orElseThrow(() -> SecretProblem.keyMissing(keyFile));
    }
    return SecretKeys.derive(key);
  }

  private Optional<SecretKeys> keys() throws IOException {
    byte[] key;
    try {
      key = Files.readAllBytes(keyFile);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    requirePrivate(folder, "700");
    requirePrivate(keyFile, "600");
    if (key.length != SecretKeys.LENGTH) {
      throw SecretProblem.keyDamaged(keyFile);
    }
    return Optional.of(SecretKeys.derive(key));
  }

  private static void requirePrivate(Path path, String wanted) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (permissions.stream().anyMatch(OTHERS::contains)) {
      throw SecretProblem.exposed(path, PosixFilePermissions.toString(permissions), wanted);
    }
  }
}
