package vn.lienthong.hub.platform.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/**
 * Decides which configuration is in force.
 *
 * <p>Files propose, PostgreSQL holds what was applied. Standalone applies a changed proposal when it starts; a node says
 * what differs and keeps the applied version until an administrator applies the proposal. What was imported stays until
 * the files change the same file. With PostgreSQL down the copy on disk is in force.
 */
@Component
public class ConfigVersions {

    private static final Logger log = LoggerFactory.getLogger(ConfigVersions.class);

    private final ConfigFiles files;
    private final ConfigHistory history;
    private final ConfigCopy copy;
    private final List<ConfigCheck> checks;
    private final boolean standalone;
    private final Map<Long, ConfigBundle> past = new ConcurrentHashMap<>();
    private @Nullable AppliedConfig applied;
    private boolean proposalPending;

    ConfigVersions(ConfigFiles files, ConfigHistory history, ConfigCopy copy, List<ConfigCheck> checks, HubHome home) {
        this.files = files;
        this.history = history;
        this.copy = copy;
        this.checks = checks;
        this.standalone = home.mode() == Mode.STANDALONE;
    }

    synchronized AppliedConfig start() {
        AppliedConfig started = new AppliedConfig(first(), this::past);
        applied = started;
        return started;
    }

    /** Applies the files as they are now; the version in force when they say nothing new. */
    public synchronized ConfigBundle apply(Actor actor) {
        ConfigBundle proposal = files.proposal();
        ConfigBundle next =
                history.append(checked(merged(proposal)), proposal.hashes(), ConfigHistory.Act.ofFiles(actor));
        proposalPending = false;
        switchTo(next);
        return next;
    }

    /** What applying the files now would change. */
    public ConfigDifference pending() {
        return ConfigDifference.between(running().current(), merged(files.proposal()));
    }

    /** The version in force with other texts of some files, checked by every module that reads them. */
    public ConfigBundle amended(ConfigBundle base, Map<String, String> changed) {
        Map<String, String> texts = new TreeMap<>(base.files());
        texts.putAll(changed);
        return checked(ConfigBundle.of(0, texts));
    }

    /**
     * Applies other texts of some files; a conflict when the version in force is not the base any more. Inside a
     * transaction of the caller it comes into force when that is kept.
     */
    public synchronized ConfigBundle amend(
            ConfigBundle base, Map<String, String> changed, Actor actor, Map<String, ?> told) {
        ConfigBundle proposal = amended(base, changed);
        return keep(proposal, new ConfigHistory.Act(actor, "config.import", base.version(), told));
    }

    /** Applies what an earlier version said, as a new version. */
    public synchronized Optional<ConfigBundle> revert(long version, Actor actor) {
        return history.at(version)
                .map(earlier -> keep(
                        checked(ConfigBundle.of(0, earlier.files())),
                        new ConfigHistory.Act(actor, "config.revert", null, Map.of("to", version))));
    }

    private ConfigBundle keep(ConfigBundle proposal, ConfigHistory.Act act) {
        Map<String, String> base = history.latest().map(history::filesBase).orElseGet(proposal::hashes);
        ConfigBundle next = history.append(proposal, base, act);
        switchWhenKept(next);
        return next;
    }

    /** A version that a greater transaction may still take back is in force for nobody. */
    private void switchWhenKept(ConfigBundle next) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            switchTo(next);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                switchForward(next);
            }
        });
    }

    /** Unless a later one came into force meanwhile. */
    private synchronized void switchForward(ConfigBundle next) {
        if (next.version() > running().version()) {
            switchTo(next);
        }
    }

    private ConfigBundle merged(ConfigBundle proposal) {
        return history.latest()
                .map(latest -> ConfigMerge.of(history.filesBase(latest), latest, proposal))
                .orElse(proposal);
    }

    /** Follows versions applied on another node, and finishes a start that found PostgreSQL down. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    synchronized void follow() {
        try {
            if (proposalPending) {
                proposalPending = false;
                switchTo(decide());
            } else if (history.latestVersion() != running().version()) {
                history.latest().ifPresent(this::switchTo);
            }
        } catch (DataAccessException | CannotCreateTransactionException unavailable) {
            log.debug("Versions of the configuration not checked: {}", unavailable.getMessage());
        }
    }

    private ConfigBundle first() {
        try {
            ConfigBundle decided = decide();
            copy.write(decided);
            return decided;
        } catch (DataAccessException | CannotCreateTransactionException unavailable) {
            proposalPending = true;
            ConfigBundle kept = copy.read().orElseGet(this::onlyFiles);
            log.warn("PostgreSQL is down: configuration {} from disk is in force", kept.version());
            return kept;
        }
    }

    /** The first configuration ever needs no approval; after that a node waits for it. */
    private ConfigBundle decide() {
        ConfigBundle proposal = files.proposal();
        Optional<ConfigBundle> latest = history.latest();
        if (standalone || latest.isEmpty()) {
            return history.append(checked(merged(proposal)), proposal.hashes(), ConfigHistory.Act.ofFiles(Actor.HUB));
        }
        ConfigDifference difference = ConfigDifference.between(latest.get(), merged(proposal));
        if (!difference.none()) {
            log.warn(
                    "Configuration {} stays in force; the files propose {}",
                    latest.get().version(),
                    difference);
        }
        return latest.get();
    }

    private ConfigBundle checked(ConfigBundle proposal) {
        checks.forEach(check -> check.check(proposal));
        return proposal;
    }

    private ConfigBundle onlyFiles() {
        if (!standalone) {
            throw new IllegalStateException(
                    "No applied configuration: PostgreSQL is down and this node has no copy of an applied version");
        }
        return files.proposal();
    }

    private void switchTo(ConfigBundle next) {
        AppliedConfig config = running();
        ConfigBundle before = config.current();
        if (before.version() != next.version()) {
            past.put(before.version(), before);
            copy.write(next);
            config.replace(next);
            log.info("Configuration {} is in force, it was {}", next.version(), before.version());
        }
    }

    private Optional<ConfigBundle> past(long version) {
        ConfigBundle known = past.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ConfigBundle> found = history.at(version);
        found.ifPresent(bundle -> past.put(version, bundle));
        return found;
    }

    private AppliedConfig running() {
        if (applied == null) {
            throw new IllegalStateException("No configuration in force yet");
        }
        return applied;
    }
}
