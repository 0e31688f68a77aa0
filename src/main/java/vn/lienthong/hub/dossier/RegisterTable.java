package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierFacts.Alias;
import vn.lienthong.hub.dossier.DossierFacts.AliasKind;
import vn.lienthong.hub.platform.Seal;

/** Writes dossiers and their events: one statement locks and reads, one writes everything. */
@Repository
class RegisterTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Clock clock;
    private final UnaryOperator<String> hash;

    @Autowired
    RegisterTable(JdbcClient db, Clock clock, Seal seal) {
        this(db, clock, seal::hash);
    }

    RegisterTable(JdbcClient db, Clock clock, UnaryOperator<String> hash) {
        this.db = db;
        this.clock = clock;
        this.hash = hash;
    }

    /** The dossier of the observation with its row locked, or one that does not exist yet. */
    Known lock(Observation seen) {
        Optional<Known> known = read(seen);
        if (known.filter(Known::stale).isPresent()) {
            known = read(seen);
        }
        return known.orElseGet(() -> Known.nothing(DossierIds.of(seen), seen));
    }

    /** False when another transaction created the same dossier first; nothing was written then. */
    boolean write(Revision revision, Observation seen) {
        if (revision.idle()) {
            return true;
        }
        String sql = revision.before().exists() ? RegisterSql.UPDATE : RegisterSql.INSERT;
        boolean written = bind(db.sql(sql), revision, seen).query(Integer.class).single() > 0;
        if (!revision.rejudged().isEmpty()) {
            rejudge(revision);
        }
        return written;
    }

    private Optional<Known> read(Observation seen) {
        return db.sql(RegisterSql.LOCK)
                .param("code", seen.code())
                .param("sender", seen.sender())
                .query(KnownRow::read)
                .optional();
    }

    private void rejudge(Revision revision) {
        db.sql(RegisterSql.REJUDGE)
                .param("id", revision.before().id())
                .param("verdicts", JSON.writeValueAsString(revision.rejudged()))
                .update();
    }

    private StatementSpec bind(StatementSpec sql, Revision revision, Observation seen) {
        return bindView(bindEvents(bindDossier(sql, revision, seen), revision, seen), revision);
    }

    private StatementSpec bindDossier(StatementSpec sql, Revision revision, Observation seen) {
        DossierStatus status = revision.status();
        String facts = revision.detailsChanged() && revision.facts() != null ? FactsText.write(revision.facts()) : null;
        SearchKeys keys = SearchKeys.of(revision.detailsChanged() ? revision.facts() : null, hash);
        return sql.param("id", revision.before().id())
                .param("code", revision.before().code())
                .param("procedure", revision.place().procedureCode())
                .param("procedureVersion", revision.place().procedureVersion())
                .param("agency", revision.place().agencyId())
                .param("status", status == null ? null : status.code())
                .param("version", revision.version())
                .param("detailsVersion", revision.detailsVersion())
                .param("lastSeq", revision.lastSeq())
                .param("facts", facts)
                .param("factsHash", facts == null ? null : FactsText.hash(facts))
                .param("receivedAt", time(revision.receivedAt()))
                .param("dueAt", time(revision.due().at()))
                .param("dueSource", name(revision.due().source()))
                .param("dueProposed", time(revision.due().proposed()))
                .param("hold", name(revision.hold()))
                .param("configVersion", seen.configVersion())
                .param("name", keys.name())
                .param("idHash", keys.id())
                .param("taxHash", keys.tax())
                .param("phoneHash", keys.phone())
                .param("now", OffsetDateTime.now(clock));
    }

    private static StatementSpec bindEvents(StatementSpec sql, Revision revision, Observation seen) {
        List<EventRow> rows = revision.events().stream().map(EventRow::of).toList();
        return sql.param("events", JSON.writeValueAsString(rows))
                .param("aliases", JSON.writeValueAsString(aliases(revision, seen)))
                .param("ticks", seen.stamp().ticks())
                .param("node", seen.stamp().node())
                .param("sender", seen.sender())
                .param("receipt", seen.receipt())
                .param("recordNo", seen.recordNo())
                .param("correlation", seen.correlationId());
    }

    private static StatementSpec bindView(StatementSpec sql, Revision revision) {
        SenderView view = revision.view();
        DossierStatus status = view == null ? null : view.status();
        return sql.param("snapshot", view != null)
                .param("viewHash", view == null ? null : view.hash())
                .param("viewStatus", status == null ? null : status.code())
                .param("snapshotAt", view == null ? null : time(view.snapshotAt()));
    }

    private static List<Map<String, String>> aliases(Revision revision, Observation seen) {
        return revision.newAliases().stream()
                .filter(alias -> !alias.code().equals(revision.before().code()))
                .map(alias ->
                        Map.of("kind", alias.kind().name(), "code", alias.code(), "scope", scope(alias, seen.sender())))
                .collect(Collectors.toList());
    }

    private static String scope(Alias alias, String sender) {
        return alias.kind() == AliasKind.LOCAL ? sender : "";
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
