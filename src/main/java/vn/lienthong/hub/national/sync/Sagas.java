package vn.lienthong.hub.national.sync;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.code.NationalCodes;
import vn.lienthong.hub.national.payload.Uploads;

/** The sagas of one environment, beside its ledger. */
final class Sagas {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final NationalCodes codes;
    private final Neighbour neighbour;
    private final Clock clock;

    Sagas(JdbcClient jdbc, NationalCodes codes, Neighbour neighbour, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.neighbour = neighbour;
        this.clock = clock;
    }

    Map<UUID, Saga> of(Collection<UUID> dossiers) {
        return jdbc
                .sql("""
                        select dossier_id, door, national_code, remote_id, uploads, stepped from hub.national_sagas
                        where environment = :environment and dossier_id = any(:ids)""")
                .param("environment", neighbour.environment())
                .param("ids", dossiers.toArray(UUID[]::new))
                .query(Sagas::saga)
                .list()
                .stream()
                .collect(Collectors.toMap(Saga::dossier, Function.identity()));
    }

    /** A number once kept never changes: whoever comes with another one was overtaken, and sends nothing. */
    void keep(List<Saga> sagas) {
        for (var saga : sagas) {
            int kept = jdbc.sql("""
                            insert into hub.national_sagas as s
                              (dossier_id, environment, door, national_code, remote_id, uploads, stepped, changed_at)
                            values (:dossier, :environment, :door, :code, :id, cast(:uploads as jsonb), :stepped, :now)
                            on conflict (dossier_id, environment) do update set
                              national_code = excluded.national_code, remote_id = excluded.remote_id,
                              uploads = excluded.uploads, stepped = excluded.stepped, changed_at = excluded.changed_at
                            where s.national_code is null or s.national_code = excluded.national_code""")
                    .param("dossier", saga.dossier())
                    .param("environment", neighbour.environment())
                    .param("door", saga.door())
                    .param("code", saga.code())
                    .param("id", saga.id())
                    .param("uploads", JSON.writeValueAsString(saga.uploads().files()))
                    .param("stepped", saga.stepped().toArray(Integer[]::new))
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            if (kept == 0) {
                throw new IllegalStateException(
                        "dossier %s has another national code already".formatted(saga.dossier()));
            }
            if (saga.code() != null) {
                codes.bear(saga.dossier(), saga.code());
            }
        }
    }

    private static Saga saga(ResultSet row, int number) throws SQLException {
        Array stepped = row.getArray("stepped");
        return new Saga(
                row.getObject("dossier_id", UUID.class),
                row.getString("door"),
                row.getString("national_code"),
                row.getString("remote_id"),
                new Uploads(JSON.readValue(
                        row.getString("uploads"),
                        JSON.getTypeFactory().constructMapType(Map.class, String.class, Uploads.Uploaded.class))),
                List.of((Integer[]) stepped.getArray()));
    }
}
