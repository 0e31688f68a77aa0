package vn.lienthong.identity.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.identity.http.Refusal;
import vn.lienthong.identity.store.AtFirstUse;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/**
 * Clients under {@code config/identity/clients}. A file that says something new is a proposal: standalone mode applies
 * it and puts a first secret into {@code data/secrets/clients}, node mode waits for an approval.
 */
@Component
@Order(2)
class ClientFiles implements AtFirstUse {

    private static final Logger log = LoggerFactory.getLogger(ClientFiles.class);
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final HubHome home;
    private final ClientTable table;
    private final ClientChanges changes;
    private final ClientDesk desk;
    private final SecretHashes secrets;
    private final String console;

    /** {@code console} stands for {@code {console}} in the trial's files: its port is whatever is free on this machine. */
    ClientFiles(
            HubHome home,
            ClientTable table,
            ClientChanges changes,
            ClientDesk desk,
            SecretHashes secrets,
            @Value("${lienthong.identity.console:http://127.0.0.1:8080}") String console) {
        this.console = console;
        this.home = home;
        this.table = table;
        this.changes = changes;
        this.desk = desk;
        this.secrets = secrets;
    }

    @Override
    public void provide() {
        Path folder = home.config().resolve("identity").resolve("clients");
        terms(folder, "{console}").forEach(this::take);
        if (home.mode() == Mode.STANDALONE) {
            Path demo = home.config().resolve("demo").resolve("identity").resolve("clients");
            terms(demo, console).forEach(this::take);
        }
    }

    private void take(ClientTerms terms) {
        List<Fault> faults = ClientRules.faults(terms);
        if (!faults.isEmpty()) {
            log.warn("The client of file {} is not taken: {}", terms.id(), faults);
            return;
        }
        Optional<ClientTerms> known = table.inForce(terms.id());
        boolean news = known.isEmpty() || !known.get().equals(terms);
        if (home.mode() == Mode.STANDALONE) {
            adopt(terms, news);
        } else if (news && !waits(terms)) {
            propose(terms);
        }
    }

    private void adopt(ClientTerms terms, boolean news) {
        if (news) {
            desk.adopt(terms);
        }
        if (terms.kind().hasSecret()) {
            firstSecret(terms.id());
        }
    }

    private void propose(ClientTerms terms) {
        try {
            desk.propose(Actor.FILES, terms, "file of the configuration");
        } catch (Refusal another) {
            log.warn("The file of client {} waits: {}", terms.id(), another.getMessage());
        }
    }

    private boolean waits(ClientTerms terms) {
        return changes.pending().stream().anyMatch(change -> change.terms().equals(terms));
    }

    private void firstSecret(String id) {
        Path file = home.secrets().resolve("clients").resolve(id);
        try {
            if (Files.notExists(file)) {
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
                Files.createDirectories(file.getParent(), owner);
                var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(file, own);
                Files.writeString(file, secrets.draw() + System.lineSeparator());
            }
            desk.keep(id, Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ClientTerms> terms(Path folder, String console) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> YAML.readValue(text(file).replace("{console}", console), ClientTerms.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
