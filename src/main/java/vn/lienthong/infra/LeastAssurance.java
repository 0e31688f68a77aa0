package vn.lienthong.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How sure a citizen's log-in must be for a procedure, as {@code config/identity/assurance.yaml} says; identity asks for
 * it and the hub holds to it.
 *
 * @param levels lowest first; one that is not among them is below all others
 * @param procedures the least level by the procedure's code; any log-in will do for the others
 * @param provisional whether the values are assumed
 */
public record LeastAssurance(
        List<String> levels,
        Map<String, String> procedures,
        @Nullable Boolean provisional) {

    private static final Logger log = LoggerFactory.getLogger(LeastAssurance.class);
    private static final String REMEDY = "correct config/identity/assurance.yaml";

    public LeastAssurance {
        levels = List.copyOf(levels);
        procedures = Map.copyOf(procedures);
    }

    static LeastAssurance of(HubHome home) {
        LeastAssurance own = read(home.config().resolve("identity").resolve("assurance.yaml"));
        Path demo = home.config().resolve("demo").resolve("identity").resolve("assurance.yaml");
        if (home.mode() != Mode.STANDALONE || Files.notExists(demo)) {
            return own;
        }
        Map<String, String> both = new HashMap<>(read(demo).procedures());
        both.putAll(own.procedures());
        return new LeastAssurance(own.levels(), both, own.provisional());
    }

    /** An installation without the file demands nothing of any procedure. */
    private static LeastAssurance read(Path file) {
        if (Files.notExists(file)) {
            log.warn("No procedure demands anything of a log-in: {} is missing", file);
            return new LeastAssurance(List.of("LoA1", "LoA2", "LoA3"), Map.of(), true);
        }
        try {
            LeastAssurance said = YAMLMapper.shared().readValue(file.toFile(), LeastAssurance.class);
            if (!new HashSet<>(said.levels()).containsAll(said.procedures().values())) {
                throw new StartFailure("a procedure demands a level that does not exist: " + file, REMEDY);
            }
            return said;
        } catch (JacksonException | NullPointerException unreadable) {
            throw new StartFailure("the levels of assurance cannot be read: " + file, REMEDY, unreadable);
        }
    }

    /** What this procedure demands. */
    public Optional<String> of(@Nullable String procedure) {
        return procedure == null ? Optional.empty() : Optional.ofNullable(procedures.get(procedure.strip()));
    }

    public boolean reaches(@Nullable String reached, String wanted) {
        return levels.contains(wanted) && reached != null && levels.indexOf(reached) >= levels.indexOf(wanted);
    }

    /** Of the values of an {@code acr_values}, one suffices. */
    public boolean reachesAny(@Nullable String reached, String wanted) {
        return Arrays.stream(wanted.strip().split(" +")).anyMatch(level -> reaches(reached, level));
    }
}
