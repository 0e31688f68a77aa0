package vn.lienthong.infra.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.infra.StartFailure;

/**
 * PostgreSQL's files. A new cluster is made under another name and renamed when it is complete, so a folder that bears
 * the name is never half made: an interrupted first start is simply done again.
 */
record LocalCluster(Path folder, Binaries binaries, Secrets secrets) {

    void prepare() throws IOException {
        if (!Files.exists(folder)) {
            make();
        }
        checkComplete();
        checkVersion();
        new Leftovers(folder).clear();
        // nobody works in the folder any more and the hub's lock is ours: a recycled process id must not stop the start
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    String program(String name) throws IOException {
        return binaries.archive("postgres", Platform.postgresArchive())
                .resolve("bin")
                .resolve(name)
                .toString();
    }

    private void make() throws IOException {
        Path aside = folder.resolveSibling(folder.getFileName() + ".new");
        Path log = folder.resolveSibling("logs").resolve("initdb.log");
        DurableFiles.deleteTree(aside);
        secrets.password("postgres-admin");
        List<String> command = new ArrayList<>(Platform.notAsRoot());
        command.addAll(List.of(
                program("initdb"),
                "--pgdata=" + aside,
                "--username=postgres",
                "--pwfile=" + secrets.file("postgres-admin"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        run(command, log);
        DurableFiles.moveIntoPlace(aside, folder);
    }

    private static void run(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new StartFailure("PostgreSQL's files cannot be made", "see " + log);
        }
    }

    private void checkComplete() {
        Stream.of("PG_VERSION", "global/pg_control")
                .filter(name -> !Files.exists(folder.resolve(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new StartFailure(
                            folder + " is damaged: " + name + " is missing",
                            "restore it from a backup, or move the folder away to start with an empty register");
                });
    }

    /** The archive's folder name does not tell the version; its own template of the cluster's version does. */
    private void checkVersion() throws IOException {
        String made = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!made.equals(MAJOR)) {
            throw new StartFailure(
                    folder + " was made by PostgreSQL " + made + ", this hub brings " + MAJOR,
                    "dump it with the older hub and restore it here (docs/operating.md)");
        }
    }

    private static final String MAJOR = "18";
}
