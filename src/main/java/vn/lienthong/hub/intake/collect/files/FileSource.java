package vn.lienthong.hub.intake.collect.files;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.BackDoor;
import vn.lienthong.hub.intake.Body;
import vn.lienthong.hub.intake.Collected;
import vn.lienthong.hub.intake.Receipt;
import vn.lienthong.hub.intake.collect.CollectFailure;
import vn.lienthong.hub.intake.collect.Credentials;
import vn.lienthong.hub.intake.collect.LastContent;
import vn.lienthong.hub.intake.collect.Round;
import vn.lienthong.hub.intake.collect.Rounds;
import vn.lienthong.hub.intake.collect.Section;
import vn.lienthong.hub.intake.collect.Source;
import vn.lienthong.hub.intake.collect.files.FileServer.Seen;
import vn.lienthong.hub.intake.collect.files.KnownFiles.Taken;
import vn.lienthong.hub.platform.http.Correlation;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * Picks files up. One is whole when another file says so ({@code done}), else when it has kept its size and time for a
 * while; one that changes while it is read waits for the next look. The same bytes again are one submission, whatever the file
 * is called; it leaves its folder only after the broker has it.
 */
@Component
class FileSource implements Source {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(VietnamTime.ZONE);
    private static final Duration EMPTY_FOR_GOOD = Duration.ofHours(1);

    private final BackDoor door;
    private final KnownFiles files;
    private final LastContent last;
    private final FileReports reports;
    private final Rounds rounds;
    private final Credentials credentials;
    private final Clock clock;

    FileSource(
            BackDoor door,
            KnownFiles files,
            LastContent last,
            FileReports reports,
            Rounds rounds,
            Credentials credentials,
            Clock clock) {
        this.door = door;
        this.files = files;
        this.last = last;
        this.reports = reports;
        this.rounds = rounds;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public String by() {
        return FileKind.BY;
    }

    @Override
    public boolean collect(Sender sender, Round round) throws CollectFailure {
        FileRules rules = FileRules.read(Section.collect(sender.settings()));
        try (FileServer server =
                SftpServer.open(rules, credentials.user(sender.id()), credentials.secret(sender.id()))) {
            for (Seen file : whole(server, sender, rules)) {
                take(server, sender, rules, file);
                rounds.hold(round);
            }
            reports.layDown(server, sender.id(), rules);
            return false;
        } catch (IOException away) {
            throw new CollectFailure("the file server: " + away.getClass().getSimpleName() + ": " + away.getMessage());
        }
    }

    /** The oldest first: later files may tell of the same dossiers. */
    private List<Seen> whole(FileServer server, Sender sender, FileRules rules) throws IOException {
        List<Seen> all = server.list(rules.folder());
        Set<String> names = all.stream().map(Seen::name).collect(Collectors.toSet());
        return all.stream()
                .filter(file -> rules.wants(file.name()))
                .filter(file -> rules.done().isEmpty()
                        ? isStill(sender, rules, file)
                        : names.contains(file.name() + rules.done()))
                .sorted(Comparator.comparingLong(Seen::modified).thenComparing(Seen::name))
                .toList();
    }

    private boolean isStill(Sender sender, FileRules rules, Seen file) {
        Duration still = files.still(sender.id(), file);
        return still.compareTo(file.size() == 0 ? EMPTY_FOR_GOOD : rules.still()) >= 0;
    }

    private void take(FileServer server, Sender sender, FileRules rules, Seen file) throws IOException {
        try {
            Optional<Body> body = read(server, sender, rules, file);
            if (body.isPresent()) {
                Receipt receipt = door.take(sender, collected(sender, file.name(), body.get()));
                last.brought(sender.id(), body.get().sha256());
                files.taken(sender.id(), new Taken(file.name(), receipt.id()));
                putAway(server, sender, rules, file.name(), rules.archive());
            }
        } catch (ProblemException no) {
            if (no.status().is5xxServerError() || no.retryAfter() != null) {
                throw no;
            }
            putAway(server, sender, rules, file.name(), rules.refused());
            server.write(
                    rules.reports(), file.name() + "." + WHEN.format(clock.instant()) + ".tu-choi.csv", Report.of(no));
        }
    }

    /** Empty when it changed while it was read, or is gone. */
    private Optional<Body> read(FileServer server, Sender sender, FileRules rules, Seen file) throws IOException {
        if (server.find(rules.folder(), file.name()).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = server.read(rules.folder(), file.name())) {
            Body body = door.keep(sender, content);
            boolean same = server.find(rules.folder(), file.name())
                    .filter(file::equals)
                    .isPresent();
            return same && body.size() == file.size() ? Optional.of(body) : Optional.empty();
        }
    }

    private Collected collected(Sender sender, String name, Body body) {
        return new Collected(
                "file:" + last.number(sender.id(), body.sha256()) + ":" + body.sha256(),
                FileRules.type(name),
                Normalizer.normalize(name, Normalizer.Form.NFC),
                Correlation.fresh(),
                body);
    }

    private void putAway(FileServer server, Sender sender, FileRules rules, String name, String folder)
            throws IOException {
        server.move(rules.folder(), name, folder, WHEN.format(clock.instant()) + "-" + name);
        if (!rules.done().isEmpty()) {
            server.remove(rules.folder(), name + rules.done());
        }
        files.gone(sender.id(), name);
    }
}
