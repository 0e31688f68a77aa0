package vn.lienthong.hub.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierFacts.Alias;
import vn.lienthong.hub.dossier.DossierFacts.AliasKind;
import vn.lienthong.trust.Seal;

/** Writes dossiers and their events: one statement locks and reads, one writes everything. */
@Repository
class RegisterTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Clock clock;
    private final Seal seal;
    private final DueTable dues;

    RegisterTable(JdbcClient db, Clock clock, Seal seal) {
        this.db = db;
        this.clock = clock;
        this.seal = seal;
        this.dues = new DueTable(db, clock);
    }

    /** The dossier of the observation with its row locked, or one that does not exist yet. */
    Known lock(Observation seen) {
        return db.sql(RegisterSql.LOCK)
                .param("code", seen.code())
                .param("sender", seen.sender())
                .query(KnownRow::read)
                .optional()
                .orElseGet(() -> Known.nothing(DossierIds.of(seen), seen));
    }

    /** False when another transaction created the same dossier first; nothing was written then. */
    boolean write(Revision revision, Observation seen) {
        if (revision.idle()) {
            return true;
        }
        String sql = revision.before().exists() ? RegisterSql.CHANGE : RegisterSql.CREATE;
        boolean written = bindEvents(bindDossier(db.sql(sql), revision, seen), revision, seen)
                        .query(Integer.class)
                        .single()
                > 0;
        if (written && !revision.newAliases().isEmpty()) {
            addAliases(revision, seen);
        }
        if (written && !revision.rejudged().isEmpty()) {
            rejudge(revision);
        }
        DueChange change = revision.dueChange();
        if (written && change != null) {
            dues.keep(revision.before().id(), change);
        }
        return written;
    }

    /** Whether another dossier has one of these codes, as its own or as an alias. */
    boolean taken(UUID dossier, List<Alias> aliases, String sender) {
        return bindAliases(db.sql(RegisterSql.TAKEN), dossier, aliases, sender)
                .query(Boolean.class)
                .single();
    }

    private void addAliases(Revision revision, Observation seen) {
        bindAliases(db.sql(RegisterSql.ALIASES), revision.before().id(), revision.newAliases(), seen.sender())
                .update();
    }

    private void rejudge(Revision revision) {
        db.sql(RegisterSql.REJUDGE)
                .param("id", revision.before().id())
                .param("verdicts", JSON.writeValueAsString(revision.rejudged()))
                .update();
    }

    private StatementSpec bindDossier(StatementSpec sql, Revision revision, Observation seen) {
        DossierStatus status = revision.status();
        String facts = revision.detailsChanged() && revision.facts() != null ? FactsText.write(revision.facts()) : null;
        SearchKeys keys = SearchKeys.of(revision.detailsChanged() ? revision.facts() : null, seal::hash);
        return bindDue(sql, revision)
                .param("id", revision.before().id())
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
                .param("history", JSON.writeValueAsString(revision.history()))
                .param("views", JSON.writeValueAsString(revision.views()))
                .param("receivedAt", time(revision.receivedAt()))
                .param("hold", name(revision.hold()))
                .param("configVersion", seen.configVersion())
                .param("name", keys.name())
                .param("idHash", keys.id())
                .param("taxHash", keys.tax())
                .param("phoneHash", keys.phone())
                .param("now", OffsetDateTime.now(clock));
    }

    private static StatementSpec bindDue(StatementSpec sql, Revision revision) {
        Due due = revision.due();
        Due.Computed computed = due.computed();
        return sql.param("dueAt", time(due.at()))
                .param("dueSource", name(due.source()))
                .param("dueProposed", time(due.proposed()))
                .param("dueOriginal", time(due.original()))
                .param("dueComputed", computed == null ? null : time(computed.original()))
                .param("dueComputedNow", computed == null ? null : time(computed.current()))
                .param("dueRuleVersion", computed == null ? null : computed.ruleVersion())
                .param("dueProvisional", computed != null && computed.provisional())
                .param("receptionDue", time(revision.receptionDue()))
                .param("payment", name(revision.states().payment()))
                .param("delivery", name(revision.states().delivery()));
    }

    private static StatementSpec bindEvents(StatementSpec sql, Revision revision, Observation seen) {
        List<EventRow> rows = revision.events().stream().map(EventRow::of).toList();
        return sql.param("events", JSON.writeValueAsString(rows))
                .param("ticks", seen.stamp().ticks())
                .param("node", seen.stamp().node())
                .param("sender", seen.sender())
                .param("receipt", seen.receipt())
                .param("recordNo", seen.recordNo())
                .param("correlation", seen.correlationId())
                .param("doubts", seen.doubts().toArray(String[]::new));
    }

    private static StatementSpec bindAliases(StatementSpec sql, UUID dossier, List<Alias> aliases, String sender) {
        return sql.param("id", dossier)
                .param("kinds", texts(aliases, alias -> alias.kind().name()))
                .param("codes", texts(aliases, Alias::code))
                .param("scopes", texts(aliases, alias -> alias.kind() == AliasKind.LOCAL ? sender : ""));
    }

    private static String[] texts(List<Alias> aliases, Function<Alias, String> text) {
        return aliases.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
