package vn.lienthong.hub.national.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Channel;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardDossiers;
import vn.lienthong.hub.dossier.SyncSweep;
import vn.lienthong.hub.dossier.integrity.IntegrityFindings;
import vn.lienthong.trust.Seal;

/**
 * The accounts of applicants who filed online, as far as they are known; whoever is not is asked about aside, so many a
 * second, and the dossier is told again once the account is known.
 */
public final class TechIds {

    private static final Logger log = LoggerFactory.getLogger(TechIds.class);
    private static final int MOST_WAITING = 5_000;
    private static final int PAGE = 500;
    private static final String UNKNOWN = "TECH_ID_UNKNOWN";
    private static final String NOT_ASKED = "TECH_ID_NOT_ASKED";
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Seal seal;
    private final SyncSweep ledger;
    private final IntegrityFindings findings;
    private final ToldDossiers told;
    private final OutwardDossiers dossiers;
    private final Neighbour portal;
    private final TechIdQuestions questions;
    private final Supplier<@Nullable TechIdRules> rules;
    private final Clock clock;
    private final BlockingQueue<Wanted> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Set<UUID> wanted = ConcurrentHashMap.newKeySet();
    private volatile Instant quietUntil = Instant.EPOCH;

    public TechIds(
            JdbcClient jdbc,
            Seal seal,
            Neighbour portal,
            TechIdQuestions questions,
            Supplier<@Nullable TechIdRules> rules,
            Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.ledger = new SyncSweep(jdbc, clock);
        this.findings = new IntegrityFindings(jdbc, clock);
        this.told = new ToldDossiers(jdbc, portal);
        this.dossiers = new OutwardDossiers(jdbc);
        this.portal = portal;
        this.questions = questions;
        this.rules = rules;
        this.clock = clock;
    }

    /** A dossier whose applicant's account nobody knows yet. */
    private record Wanted(UUID dossier, String code, String number, String hash) {
        @Override
        public String toString() {
            return code;
        }
    }

    /** What was answered before, and when it has to be asked again. */
    private record Kept(Optional<String> account, boolean stale) {}

    /** The accounts that are known, by dossier: one look into the table for all. Who is not known is asked about later. */
    public Map<UUID, String> of(Collection<OutwardDossier> dossiers) {
        var now = rules.get();
        if (now == null) {
            return Map.of();
        }
        var online = new HashMap<UUID, Wanted>();
        dossiers.forEach(dossier -> number(dossier.facts())
                .ifPresent(number ->
                        online.put(dossier.id(), new Wanted(dossier.id(), dossier.code(), number, seal.hash(number)))));
        if (online.isEmpty()) {
            return Map.of();
        }
        var kept = kept(online.values(), now);
        var known = new HashMap<UUID, String>();
        online.forEach((id, one) -> {
            var answer = kept.get(one.hash());
            if (answer == null || answer.stale()) {
                want(one);
            }
            if (answer != null) {
                answer.account().ifPresent(account -> known.put(id, account));
            }
        });
        return known;
    }

    /** The applicant's own number, only of one who filed online: nobody else's account may show the dossier. */
    private static Optional<String> number(@Nullable DossierFacts facts) {
        if (facts == null || facts.channel() != Channel.ONLINE || facts.applicant() == null) {
            return Optional.empty();
        }
        var applicant = facts.applicant();
        return Optional.ofNullable(applicant.personalId() == null ? applicant.taxCode() : applicant.personalId());
    }

    private Map<String, Kept> kept(Collection<Wanted> asked, TechIdRules now) {
        var kept = new HashMap<String, Kept>();
        jdbc.sql("select number_hash, value, asked_at from hub.technical_ids where number_hash = any(:hashes)")
                .param("hashes", asked.stream().map(Wanted::hash).distinct().toArray(String[]::new))
                .query(row -> {
                    var sealed = row.getBytes("value");
                    var at = row.getObject("asked_at", OffsetDateTime.class).toInstant();
                    var life = sealed == null ? now.missed() : now.kept();
                    var account = Optional.ofNullable(sealed)
                            .map(value -> new String(seal.open(value), StandardCharsets.UTF_8));
                    kept.put(
                            row.getString("number_hash"),
                            new Kept(account, at.plus(life).isBefore(clock.instant())));
                });
        return kept;
    }

    /** Who was waiting when this node, or another, was stopped: told lately, filed online, and nobody was asked about them. */
    public void wantAgain() {
        if (rules.get() != null) {
            var ids = told.unasked(MOST_WAITING);
            for (int i = 0; i < ids.size(); i += PAGE) {
                of(dossiers.of(ids.subList(i, Math.min(i + PAGE, ids.size()))).values());
            }
        }
    }

    private void want(Wanted one) {
        if (wanted.add(one.dossier()) && !waiting.offer(one)) {
            wanted.remove(one.dossier());
        }
    }

    /** Asks about the next few; called once a second. A portal that says nothing is left alone for a while. */
    public void ask() {
        var now = clock.instant().isBefore(quietUntil) ? null : rules.get();
        for (int i = 0; now != null && i < now.perSecond(); i++) {
            var next = waiting.poll();
            if (next == null || !asked(next)) {
                return;
            }
        }
    }

    private boolean asked(Wanted one) {
        try {
            var account = questions.ask(one.number());
            keep(one, account.orElse(null));
            wanted.remove(one.dossier());
            if (account.isPresent()) {
                findings.settle(one.code(), List.of(UNKNOWN, NOT_ASKED));
                ledger.detailsAgain(portal, one.dossier());
            } else {
                note(one, UNKNOWN, "the portal knows no account of the applicant; MaDoiTuong is left out");
            }
            return true;
        } catch (RuntimeException silent) {
            quietUntil = clock.instant().plus(LEFT_ALONE);
            log.warn("Dossier {}: {}", one.code(), silent.getMessage());
            note(one, NOT_ASKED, "TraCuuTechID does not answer; MaDoiTuong is left out for now");
            if (!waiting.offer(one)) {
                wanted.remove(one.dossier());
            }
            return false;
        }
    }

    private void keep(Wanted one, @Nullable String account) {
        jdbc.sql("""
                        insert into hub.technical_ids (number_hash, value, asked_at) values (:hash, :value, :now)
                        on conflict (number_hash) do update set value = excluded.value, asked_at = excluded.asked_at""")
                .param("hash", one.hash())
                .param("value", account == null ? null : seal.seal(account.getBytes(StandardCharsets.UTF_8)))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void note(Wanted one, String kind, String detail) {
        findings.note(one.code(), kind, detail);
    }
}
