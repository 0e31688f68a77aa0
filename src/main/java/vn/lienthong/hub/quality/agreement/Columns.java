package vn.lienthong.hub.quality.agreement;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.Repair;

/** Findings as rows of {@code hub.differences}, written in one statement. */
final class Columns {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Row> rows;

    Columns(int size) {
        this.rows = new ArrayList<>(size);
    }

    private record Row(
            int no,
            String against,
            String kind,
            String code,
            @Nullable String their_code,
            @Nullable UUID dossier_id,
            @Nullable String sender,
            @Nullable String ours,
            @Nullable String theirs,
            String cause,
            @Nullable String detail,
            String owner,
            @Nullable String since,
            String repairs) {}

    void add(int no, Causes.Explained one) {
        Finding finding = one.finding();
        Ours here = finding.here();
        Theirs there = finding.there();
        String code = finding.code();
        rows.add(new Row(
                no,
                finding.against().name(),
                finding.kind().name(),
                code,
                there == null || there.row().code().equals(code)
                        ? null
                        : there.row().code(),
                here == null ? null : here.id(),
                here == null ? null : here.sender(),
                finding.ours(),
                finding.theirs(),
                one.cause().name(),
                one.detail(),
                one.owner(),
                here == null ? null : here.changedAt().toString(),
                one.cause().repairs().stream().map(Repair.Kind::name).collect(Collectors.joining(",", "{", "}"))));
    }

    void insert(JdbcClient db, UUID run, OffsetDateTime now) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql("""
                insert into hub.differences (reconciliation, no, against, kind, code, their_code, dossier_id, sender, ours,
                  theirs, cause, detail, owner, since, first_seen, repairs)
                select :run, o.no, o.against, o.kind, o.code, o.their_code, o.dossier_id, o.sender, o.ours,
                  o.theirs, o.cause, o.detail, o.owner, o.since, :now, cast(o.repairs as text[])
                from jsonb_to_recordset(cast(:rows as jsonb)) as o(no int, against text, kind text, code text,
                  their_code text, dossier_id uuid, sender text, ours text, theirs text, cause text, detail text,
                  owner text, since timestamptz, repairs text)""")
                .param("run", run)
                .param("now", now)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }
}
